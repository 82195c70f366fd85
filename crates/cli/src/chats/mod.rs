//! `csmb chats`.

mod files;
mod generate;
mod inspect;

use std::process::ExitCode;

use anyhow::Result;

#[derive(clap::Subcommand)]
pub(crate) enum Command {
    /// Says what exports hold: every chat, and what could not be read with the reason.
    Inspect(inspect::Inspect),
    /// Makes an export of invented chats, of any size.
    Generate(generate::Generate),
}

pub(crate) fn run(command: Command) -> Result<ExitCode> {
    match command {
        Command::Inspect(inspect) => inspect.run(),
        Command::Generate(generate) => generate.run(),
    }
}
