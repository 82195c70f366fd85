//! The command line of the product.
//!
//! Everything happens on this machine: no command speaks to the network.

mod chats;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Systems for managing chats with AIs.
#[derive(Parser)]
#[command(name = "csmb", version, about)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Works with exported chats.
    #[command(subcommand)]
    Chats(chats::Command),
}

fn main() -> ExitCode {
    let Arguments { command: Command::Chats(command) } = Arguments::parse();
    match chats::run(command) {
        Ok(code) => code,
        Err(error) => {
            say(&error);
            ExitCode::FAILURE
        }
    }
}

#[expect(clippy::print_stderr, reason = "a command line says there what went wrong")]
fn say(error: &anyhow::Error) {
    eprintln!("csmb: {error:#}");
}
