//! The slow other half: release build, sizes, benchmarks, load, Lighthouse, licences and dependencies.

use std::path::Path;

use anyhow::{Context, Result};
use serde_json::Value;

use crate::client::Variant;
use crate::process::{Running, cargo, free_port, listens, program, read, run};
use crate::stages::Stages;
use crate::{build, load, setup, sizes};

/// How often Lighthouse looks; the median counts.
const LIGHTHOUSE_RUNS: usize = 5;
/// What is printed of its reports beside the scores.
const AUDITS: [&str; 4] =
    ["first-contentful-paint", "largest-contentful-paint", "interactive", "cumulative-layout-shift"];

/// Runs every slow measurement and check.
///
/// # Errors
/// When a check fails; figures that miss their goals are printed, never failed on.
pub fn everything() -> Result<()> {
    let mut stages = Stages::default();
    stages.check("release build", build::release);
    stages.check("sizes", || sizes::print(Variant::Small.folder()));
    stages.check("benchmarks", benchmarks);
    stages.check("files of the largest blueprint", largest);
    stages.check("load", || load::on(Path::new(build::SERVER)));
    stages.check("first load", first_load);
    stages.check("builder", || builder("10000"));
    stages.check("Lighthouse", lighthouse);
    stages.check("licences and dependencies", dependencies);
    stages.close()
}

/// Prints how long design and plan take natively (goal 2 ms) and in WebAssembly (goal 10 ms), under Node.
fn benchmarks() -> Result<()> {
    run(&mut cargo(["run", "--quiet", "--release", "--package", "shared", "--example", "speed"]))?;
    let bindgen = setup::client_tools()?.wasm_bindgen;
    let target = "wasm32-unknown-unknown";
    run(&mut cargo([
        "build",
        "--profile",
        "client",
        "--package",
        "shared",
        "--example",
        "speed",
        "--target",
        target,
    ]))?;
    let built = format!("target/{target}/client/examples/speed.wasm");
    run(&mut program(bindgen, ["--target", "nodejs", "--out-dir", "target/speed", &built]))?;
    run(&mut program("node", ["target/speed/speed.js"]))
}

/// Prints the time, the size and the memory of every file of 50 tables with 10,000 rows.
fn largest() -> Result<()> {
    run(&mut cargo(["run", "--quiet", "--release", "--package", "render", "--example", "largest"]))
}

fn dependencies() -> Result<()> {
    run(program(setup::deny()?, ["--offline", "check"]).args(["licenses", "bans", "sources"]))
}

/// Prints what a newcomer's browser asks for, and how long a phone on slow 4G takes.
///
/// # Errors
/// When there is no release build, or the browser cannot be had.
pub fn first_load() -> Result<()> {
    setup::browser()?;
    setup::node_packages()?;
    let (_server, address) = serve()?;
    run(program("node", ["measure.mjs", &address]).current_dir("e2e"))
}

/// Prints how quick the builder is on a large system, and what it holds after so many `operations`.
///
/// # Errors
/// When there is no release build, or the browser cannot be had.
pub fn builder(operations: &str) -> Result<()> {
    setup::browser()?;
    setup::node_packages()?;
    let (_server, address) = serve()?;
    run(program("node", ["measure-builder.mjs", &address, operations]).current_dir("e2e"))
}

/// Prints the median scores of the first page and of the wizard on a simulated phone.
///
/// # Errors
/// When there is no release build, or Lighthouse or the browser cannot be had.
pub fn lighthouse() -> Result<()> {
    setup::browser()?;
    let lighthouse = setup::node_tool("lighthouse", "12.8.2", "lighthouse")?;
    let (_server, address) = serve()?;
    for path in ["/", "/design/platform"] {
        println!("{path}");
        let look = |_| report(&lighthouse, &format!("{address}{path}"));
        let reports = (0..LIGHTHOUSE_RUNS).map(look).collect::<Result<Vec<_>>>()?;
        for category in ["performance", "accessibility", "best-practices", "seo"] {
            let score = median(&reports, &format!("/categories/{category}/score"));
            println!("{:>8.0}  {category}", score * 100.0);
        }
        for audit in AUDITS {
            println!("{:>8.2}  {audit}", median(&reports, &format!("/audits/{audit}/numericValue")));
        }
    }
    Ok(())
}

/// The release, serving the client inside it, and where.
fn serve() -> Result<(Running, String)> {
    let port = free_port()?;
    let mut serve = program(build::SERVER, ["serve"]);
    serve.env("PORT", port.to_string()).env("METRICS_PORT", free_port()?.to_string()).env("LOG", "warn");
    let server = Running::start(serve.env("RATE_LIMIT_PER_MINUTE", "0"), || listens(port))?;
    Ok((server, format!("http://127.0.0.1:{port}")))
}

fn report(lighthouse: &Path, address: &str) -> Result<Value> {
    let flags =
        "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking";
    let mut look = program(lighthouse, [address, "--quiet", "--output=json"]);
    look.arg(format!("--chrome-flags={flags}")).env("CHROME_PATH", "/usr/bin/chromium");
    serde_json::from_str(&read(&mut look)?).context("reading Lighthouse's report")
}

fn median(reports: &[Value], pointer: &str) -> f64 {
    let mut values: Vec<f64> =
        reports.iter().filter_map(|report| report.pointer(pointer).and_then(Value::as_f64)).collect();
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(f64::NAN)
}
