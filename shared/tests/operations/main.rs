//! What holds for every operation: random ones, upon random blueprints.

#![cfg(test)]

mod applying;
mod random;
