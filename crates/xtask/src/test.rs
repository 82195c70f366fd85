//! Every check and every test.
//!
//! Native code is built once, under llvm-cov; browser, file and API tests use what it built.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::Result;

use crate::client::{self, Variant};
use crate::process::{Running, cargo, free_port, listens, program, run, tee};
use crate::setup;
use crate::stages::{Stages, Tally};

/// Share of lines of `shared`, `api` and `crates` that tests must run, in percent.
const COVERAGE_MIN: &str = "90";
/// Where llvm-cov builds.
const BUILT: &str = "target/llvm-cov-target/debug";

/// Runs everything.
///
/// # Errors
/// When anything fails.
pub fn everything() -> Result<()> {
    let mut stages = Stages::default();
    stages.check("set-up", setup::everything);
    crate::check::source(&mut stages);
    stages.tests("unit, property and API tests", native_tests);
    stages.tests("unit tests of the client", client_tests);
    stages.tests("wasm tests", wasm_tests);
    stages.check("client", || client::build(Variant::Quick).map(|_| ()));
    stages
        .check("types of the browser tests", || run(program("npx", ["tsc", "--noEmit"]).current_dir("e2e")));
    stages.tests("browser tests", browser_tests);
    stages.tests("files in other programs", || files(measured_sampler()?, 8));
    stages.check("OpenAPI lint", openapi_lint);
    stages.count("schemathesis", || schemathesis(&server(), 25));
    stages.check("coverage", coverage);
    stages.close()
}

/// `cases` generated cases an operation, against a server built for it.
///
/// # Errors
/// When a check of schemathesis fails.
pub fn schemathesis_command(cases: u32) -> Result<()> {
    run(&mut cargo(["build", "--package", "api"]))?;
    let mut stages = Stages::default();
    stages.count("schemathesis", || schemathesis(Path::new("target/debug/csmb-server"), cases));
    stages.close()
}

/// Every file of `designs` sampled designs through the programs that read such files.
///
/// # Errors
/// When one refuses a file or finds something else in it.
pub fn files_command(designs: u32) -> Result<()> {
    run(&mut cargo(["build", "--release", "--package", "render", "--example", "samples"]))?;
    let mut stages = Stages::default();
    stages.tests("files in other programs", || {
        files(program("target/release/examples/samples", [""; 0]), designs)
    });
    stages.close()
}

fn native_tests() -> Result<(bool, String)> {
    run(&mut llvm_cov(["clean", "--workspace"])?)?;
    tee(llvm_cov(["--no-report"])?.args(crate::check::native()).args(["--", "--quiet"]))
}

fn coverage() -> Result<()> {
    let arguments = [
        "report",
        "--summary-only",
        "--ignore-filename-regex",
        "crates/xtask/",
        "--fail-under-lines",
        COVERAGE_MIN,
    ];
    run(&mut llvm_cov(arguments)?)
}

fn llvm_cov<'a>(arguments: impl IntoIterator<Item = &'a str>) -> Result<Command> {
    let mut command = program(setup::coverage()?, ["llvm-cov"]);
    command.args(arguments);
    Ok(command)
}

/// What the client computes needs no browser.
fn client_tests() -> Result<(bool, String)> {
    tee(&mut cargo(["test", "--package", "frontend", "--lib", "--quiet"]))
}

fn wasm_tests() -> Result<(bool, String)> {
    let runner = setup::client_tools()?.test_runner();
    let mut test = cargo(["test", "--package", "frontend", "--target", "wasm32-unknown-unknown"]);
    test.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", runner)
        .env("CHROMEDRIVER", "/usr/bin/chromedriver");
    tee(&mut test)
}

fn browser_tests() -> Result<(bool, String)> {
    let mut playwright = program("npx", ["playwright", "test"]);
    playwright.current_dir("e2e").env("SERVER_BIN", server());
    playwright.env("CLIENT_DIR", std::env::current_dir()?.join(Variant::Quick.folder()));
    tee(uncounted(&mut playwright))
}

/// The example of `render`, under llvm-cov like the tests: what it runs counts.
fn measured_sampler() -> Result<Command> {
    llvm_cov(["run", "--no-report", "--package", "render", "--example", "samples", "--"])
}

/// Writes the files of sampled designs with what must be found in them, and has other programs read them.
fn files(mut sampler: Command, designs: u32) -> Result<(bool, String)> {
    let python = setup::python()?.join("python");
    let folder = std::env::current_dir()?.join("target/files");
    let _ = std::fs::remove_dir_all(&folder);
    run(sampler.arg(&folder).arg(designs.to_string()))?;
    setup::node_packages()?;
    setup::browser()?;
    let mut check = program(python, ["e2e/files/check.py"]);
    tee(check.arg(&folder).env("MERMAID", setup::mermaid()?))
}

fn openapi_lint() -> Result<()> {
    run(program("npx", ["redocly", "lint", "--config", "api/redocly.yaml", "../openapi/openapi.json"])
        .current_dir("e2e"))?;
    let mut spectral =
        program("npx", ["spectral", "lint", "--ruleset", "api/spectral.yaml", "--fail-severity", "hint"]);
    run(spectral.arg("../openapi/openapi.json").current_dir("e2e"))
}

fn schemathesis(server: &Path, cases: u32) -> Result<Tally> {
    let port = free_port()?;
    let metrics = free_port()?;
    let mut serve = program(server, ["serve"]);
    serve
        .env("PORT", port.to_string())
        .env("METRICS_PORT", metrics.to_string())
        .env("RATE_LIMIT_PER_MINUTE", "0");
    serve.env("LOG", "warn").env("DATA_DIR", "target/schemathesis-data");
    let _server = Running::start(uncounted(&mut serve), || listens(port))?;
    let mut schemathesis =
        program(setup::python()?.join("schemathesis"), ["--config-file", "api/schemathesis.toml", "run"]);
    schemathesis.args(["--max-examples", &cases.to_string()]);
    schemathesis.arg(format!("http://127.0.0.1:{port}/api/v1/openapi.json"));
    run(schemathesis.current_dir("e2e"))?;
    Ok(Tally { passed: 1, failed: 0 })
}

fn server() -> PathBuf {
    std::env::current_dir().unwrap_or_default().join(BUILT).join("csmb-server")
}

/// Keeps an instrumented program from writing its counts over those of the tests.
fn uncounted(command: &mut Command) -> &mut Command {
    command.env("LLVM_PROFILE_FILE", "/dev/null")
}
