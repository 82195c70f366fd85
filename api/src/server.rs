//! Listening: the application on one port, its metrics on another, and a stop that lets running requests finish.

use std::future::Future;
use std::io;
use std::net::{SocketAddr, TcpListener};
use std::sync::Arc;
use std::time::Duration;

use actix_web::HttpServer;
use actix_web::dev::Server;
use actix_web::web::Data;
use anyhow::Context;

use crate::app::{self, App};
use crate::config::Config;
use crate::metrics;

/// Longest time the head of a request may take: slow ones must not hold connections for ever.
const HEAD_TIMEOUT: Duration = Duration::from_secs(10);
/// Longest time a connection may idle between requests.
const KEEP_ALIVE: Duration = Duration::from_secs(30);
/// Time between two rounds of upkeep.
const UPKEEP: Duration = Duration::from_secs(30);

/// A server that listens already and runs as soon as it is awaited.
pub struct Listening {
    /// Where the API and the client are.
    pub address: SocketAddr,
    /// Where the metrics are; `None` when off.
    pub metrics_address: Option<SocketAddr>,
    server: Server,
    metrics_server: Option<Server>,
    app: Data<App>,
}

/// Listens as `config` says; stops when `stop` is ready.
///
/// # Errors
/// When a port cannot be listened on.
pub fn listen(config: Config, stop: impl Future<Output = ()> + Send + 'static) -> anyhow::Result<Listening> {
    metrics::install();
    let listener = bind("BIND` and `PORT", (config.bind, config.port).into())?;
    let metrics_listener = config
        .metrics_port
        .map(|port| bind("METRICS_BIND` and `METRICS_PORT", (config.metrics_bind, port).into()))
        .transpose()?;
    let app = Data::from(Arc::new(App::new(config)));
    Ok(Listening {
        address: listener.local_addr()?,
        metrics_address: metrics_listener.as_ref().map(TcpListener::local_addr).transpose()?,
        server: application(app.clone(), listener, stop)?,
        metrics_server: metrics_listener.map(numbers).transpose()?,
        app,
    })
}

impl Listening {
    /// Serves until it is stopped and running requests are done.
    ///
    /// # Errors
    /// When the server fails as a whole.
    pub async fn run(self) -> io::Result<()> {
        let app = self.app;
        let upkeep = actix_web::rt::spawn(async move {
            loop {
                actix_web::rt::time::sleep(UPKEEP).await;
                app.upkeep();
            }
        });
        // The metrics outlive the application, so that its last requests are still counted.
        let numbers = self.metrics_server.map(|server| (server.handle(), actix_web::rt::spawn(server)));
        let served = self.server.await;
        upkeep.abort();
        if let Some((handle, task)) = numbers {
            handle.stop(false).await;
            task.abort();
        }
        served
    }
}

fn bind(variables: &str, address: SocketAddr) -> anyhow::Result<TcpListener> {
    TcpListener::bind(address)
        .with_context(|| format!("Cannot listen on {address}: is another server there? See `{variables}`"))
}

fn application(
    app: Data<App>,
    listener: TcpListener,
    stop: impl Future<Output = ()> + Send + 'static,
) -> io::Result<Server> {
    let workers = app.config.workers;
    let shutdown_seconds = app.config.shutdown_timeout.as_secs();
    let server = HttpServer::new(move || app::build(app.clone()))
        .client_request_timeout(HEAD_TIMEOUT)
        .keep_alive(KEEP_ALIVE)
        .shutdown_timeout(shutdown_seconds)
        .shutdown_signal(stop);
    let server = workers.into_iter().fold(server, HttpServer::workers);
    Ok(server.listen(listener)?.run())
}

fn numbers(listener: TcpListener) -> io::Result<Server> {
    let server = HttpServer::new(|| actix_web::App::new().service(metrics::show_metrics));
    Ok(server.workers(1).disable_signals().listen(listener)?.run())
}
