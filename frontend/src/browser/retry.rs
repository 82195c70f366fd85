//! Reading again what failed for a moment.

use std::time::Duration;

use js_sys::{Math, Promise};
use leptos::prelude::set_timeout;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

use super::page;

/// Pauses before a second and a third attempt, in milliseconds; as in the page's own script, which reads words.
const PAUSES_MS: [f64; 2] = [300.0, 1200.0];

/// What `attempt` makes; tried three times. Without a connection trying again is of no use.
///
/// # Errors
/// What the last attempt failed with.
pub(crate) async fn read<T, E, F>(attempt: impl Fn() -> F) -> Result<T, E>
where
    F: Future<Output = Result<T, E>>,
{
    for pause_ms in PAUSES_MS {
        match attempt().await {
            Err(_) if page::is_online() => pause(pause_ms).await,
            done => return done,
        }
    }
    attempt().await
}

/// Waits for half of `pause_ms` at least and one and a half at most: not all who failed together come back together.
async fn pause(pause_ms: f64) {
    let pause = Duration::from_secs_f64(pause_ms * (0.5 + Math::random()) / 1000.0);
    let passed = Promise::new(&mut |resolve, _| {
        // The end of a promise never throws.
        set_timeout(move || drop(resolve.call0(&JsValue::NULL)), pause);
    });
    // It is never broken.
    drop(JsFuture::from(passed).await);
}
