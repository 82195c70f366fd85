//! Load on the release server: `/designs` beside `/health`, in one run, so that they can be compared as a ratio.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::process::{Running, free_port, listens, program, read};
use crate::{build, setup};

/// Seconds each endpoint is loaded for.
const SECONDS: u32 = 10;

/// wrk's script: posts answers and prints latencies that wrk itself leaves out.
const SCRIPT: &str = r#"
wrk.method = os.getenv("LOAD_METHOD")
wrk.body = os.getenv("LOAD_BODY")
wrk.headers["Content-Type"] = "application/json"
done = function(summary, latency)
  io.write(string.format("%10.0f %8.2f %8.2f %8.2f %8d  %s\n",
    summary.requests / (summary.duration / 1e6), latency:percentile(50) / 1000, latency:percentile(95) / 1000,
    latency:percentile(99) / 1000, summary.errors.status + summary.errors.connect + summary.errors.read
    + summary.errors.timeout, os.getenv("LOAD_NAME")))
end
"#;

/// Answers that ask for everything.
const LARGEST: &str = r#"{"answers":{"platform":"notion","team_size":"20_plus","priorities":["organization","search",
"analytics","collaboration","automation","portability","integration"],"features":["tags","projects","timeline",
"templates","reminders","exports","dashboard","archive"],"complexity":"advanced"}}"#;

/// Builds the release server and loads it.
///
/// # Errors
/// When it does not build or start.
pub fn from_source() -> Result<()> {
    build::release()?;
    on(Path::new(build::SERVER))
}

/// Loads a built server and prints requests per second and latencies.
///
/// # Errors
/// When it does not start.
pub fn on(server: &Path) -> Result<()> {
    setup::wrk()?;
    let script = Path::new("target/load.lua");
    fs::write(script, SCRIPT)?;
    let port = free_port()?;
    let mut serve = program(server, ["serve"]);
    serve.env("PORT", port.to_string()).env("METRICS_PORT", free_port()?.to_string());
    serve.env("RATE_LIMIT_PER_MINUTE", "0").env("LOG", "warn").env("DATA_DIR", "target/load-data");
    let _server = Running::start(&mut serve, || listens(port))?;
    println!("{:>10} {:>8} {:>8} {:>8} {:>8}  request", "per second", "p50 ms", "p95 ms", "p99 ms", "errors");
    for (method, path, body) in [("GET", "health", ""), ("POST", "designs", LARGEST), ("GET", "health", "")] {
        let mut wrk = program("wrk", ["-t2", "-c32", &format!("-d{SECONDS}s"), "-s"]);
        wrk.arg(script).arg(format!("http://127.0.0.1:{port}/api/v1/{path}"));
        wrk.env("LOAD_METHOD", method).env("LOAD_BODY", body).env("LOAD_NAME", format!("{method} /{path}"));
        let output = read(&mut wrk)?;
        println!("{}", output.lines().last().context("wrk printed nothing")?);
    }
    Ok(())
}
