//! What holds for every operation: random ones, upon random blueprints.

#![cfg(test)]

mod applying;
mod comparing;
mod filing;
mod meaning;
mod random;
mod remembering;
mod sharing;
mod suggesting;
