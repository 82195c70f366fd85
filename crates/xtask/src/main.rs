//! Every command of the project. `cargo xtask help` lists them.

mod audit;
mod build;
mod chats;
mod check;
mod client;
mod fuzz;
mod load;
mod manifest;
mod openapi;
mod pictures;
mod process;
mod run;
mod schema;
mod service_worker;
mod setup;
mod sizes;
mod stages;
mod test;
mod words;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Result, bail};

use crate::client::Variant;

const HELP: &str = "\
cargo xtask <command>

  run [--watch]      install what is missing, build client and server, serve both on http://localhost:8080
  build              make target/release/csmb-server with the client inside it
  client [--small]   only the client, into target/client-quick or, as people load it, into dist
  sizes              every file of the client in dist, when it is loaded, and the sum of the first load
  first-load         what a newcomer's browser asks of the release, and how long a phone on slow 4G takes
  builder [N]        how quick the release's builder is on 1,000 fields, and what it holds after N (10000) operations
  lighthouse         scores and times of the release's first page and of its wizard, medians of five
  chats [SIZE]       how quickly an export of SIZE (1G) is read, beside programs that only parse it
  fuzz [SECONDS]     damaged exports thrown at each reader of chats for SECONDS (600)
  check              formatting, lints, documentation, generated files: the quick half of `test`
  test               all set-up, every check and every test, coverage
  audit              release build, sizes, Lighthouse, load, benchmarks, licences and dependencies
  load               requests per second and latencies of /designs beside /health
  openapi [--check]  write openapi/openapi.json, or fail when it is out of date
  schemathesis [N]   N (1000) generated cases an operation against the running API
  files [N]          every file of N (60) sampled designs read by other programs and compared
  pictures           draw icons and pictures of the app, into frontend/
  setup              only install what is missing
";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match dispatch(&words) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\nxtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn dispatch(words: &[&str]) -> Result<()> {
    std::env::set_current_dir(root())?;
    match words {
        ["run"] => run::once(),
        ["run", "--watch"] => run::watch(),
        ["build"] => build::release(),
        ["client"] => client::build(Variant::Quick).map(drop),
        ["client", "--small"] => client::build(Variant::Small).map(drop),
        ["sizes"] => sizes::print(Variant::Small.folder()),
        ["first-load"] => audit::first_load(),
        ["builder"] => audit::builder("10000"),
        ["builder", operations] => audit::builder(operations),
        ["lighthouse"] => audit::lighthouse(),
        ["chats"] => chats::measure("1G"),
        ["chats", size] => chats::measure(size),
        ["fuzz"] => fuzz::everything("600"),
        ["fuzz", seconds] => fuzz::everything(seconds),
        ["check"] => check::everything(),
        ["test"] => test::everything(),
        ["audit"] => audit::everything(),
        ["load"] => load::from_source(),
        ["openapi"] => openapi::write(),
        ["openapi", "--check"] => openapi::check(),
        ["schemathesis"] => test::schemathesis_command(1000),
        ["schemathesis", cases] => test::schemathesis_command(cases.parse()?),
        ["files"] => test::files_command(60),
        ["files", designs] => test::files_command(designs.parse()?),
        ["pictures"] => pictures::draw(),
        ["setup"] => setup::everything(),
        [] | ["help" | "--help" | "-h"] => {
            print!("{HELP}");
            Ok(())
        }
        _ => bail!("`{}` is no command; see `cargo xtask help`", words.join(" ")),
    }
}

/// The checkout.
fn root() -> PathBuf {
    let crate_folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    crate_folder.ancestors().nth(2).unwrap_or(crate_folder).to_owned()
}
