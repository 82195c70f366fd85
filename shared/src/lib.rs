//! What the client and the API both know: the types they exchange and the rules of the domain.
//!
//! Read it in this order: [`answers`] → [`design`] → [`blueprint`] → [`operation`] → [`validate`] → [`compute`] →
//! [`artifact`] → [`platform`] → [`advice`] → [`suggestion`] → [`plan`] → [`sheet`] → [`chat`] → [`api`]. Nothing here does
//! I/O, reads a clock or draws a random number: ids, times and seeds come in as arguments, so the same input gives the
//! same output in the browser and on the server.

pub mod advice;
pub mod answers;
pub mod api;
pub mod artifact;
pub mod blueprint;
pub mod chat;
pub mod compute;
pub mod configuration;
pub mod design;
pub mod diagram;
pub mod letters;
pub mod operation;
pub mod plan;
pub mod platform;
pub mod sheet;
pub mod suggestion;
mod text_id;
pub mod validate;
pub mod words;
pub mod yaml;
