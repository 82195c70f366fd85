//! The server: `csmb-server serve | openapi | check-config`.

use std::io::Write;
use std::process::ExitCode;

use anyhow::{Context, bail};
use api::config::Config;
use api::{logs, openapi, server};
use tokio::signal::unix::{SignalKind, signal};

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

const USAGE: &str = "\
Usage: csmb-server [COMMAND]

  serve          Serve the API and the client (what happens without a command)
  openapi        Print the OpenAPI document
  check-config   Say what the configuration is, or what is wrong with it
";

fn main() -> ExitCode {
    let command = std::env::args().nth(1);
    match run(command.as_deref().unwrap_or("serve")) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // Logging may not have begun, and whoever typed the command looks here.
            let _ = writeln!(std::io::stderr(), "{error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(command: &str) -> anyhow::Result<()> {
    match command {
        "serve" => serve(),
        "openapi" => say(&openapi::text()),
        "check-config" => say(&format!("{:#?}\n", Config::from_env()?)),
        "help" | "--help" | "-h" => say(USAGE),
        unknown => bail!("There is no command `{unknown}`.\n\n{USAGE}"),
    }
}

fn say(text: &str) -> anyhow::Result<()> {
    std::io::stdout().write_all(text.as_bytes()).context("writing to standard output")
}

fn serve() -> anyhow::Result<()> {
    let config = Config::from_env()?;
    logs::install(&config);
    actix_web::rt::System::new().block_on(async {
        let listening = server::listen(config, stopped()?)?;
        tracing::info!(address = %listening.address, "Serving on http://{}", listening.address);
        if let Some(address) = listening.metrics_address {
            tracing::info!(address = %address, "Metrics are on http://{address}/metrics");
        }
        listening.run().await.context("serving")?;
        tracing::info!("Stopped; every running request was answered or ran out of time");
        Ok(())
    })
}

/// Ready when the process is asked to stop, by its supervisor or by Ctrl+C.
fn stopped() -> anyhow::Result<impl Future<Output = ()> + Send + 'static> {
    let mut terminate = signal(SignalKind::terminate()).context("listening for SIGTERM")?;
    let mut interrupt = signal(SignalKind::interrupt()).context("listening for SIGINT")?;
    Ok(async move {
        let name = tokio::select! {
            _ = terminate.recv() => "SIGTERM",
            _ = interrupt.recv() => "SIGINT",
        };
        tracing::info!("Stopping on {name}: no new requests, running ones may finish");
    })
}
