//! How long design and plan of the largest answers take, natively and in WebAssembly.
//!
//! `cargo xtask audit` runs both and prints them beside their goals.

use shared::answers::{Answers, Complexity, Customization, Feature, Priority, TeamSize};
use shared::plan::{State, Target, plan};
use shared::platform::Platform;

/// Runs per platform; enough for a clock that counts whole milliseconds.
const RUNS: u32 = 40;

fn main() {
    let start = now_ms();
    let mut n_steps = 0;
    for platform in Platform::ALL {
        let answers = largest(platform);
        for _ in 0..RUNS {
            let blueprint = shared::design::design(&answers);
            n_steps += plan(&blueprint, &Target { platform }, &State::default()).steps.len();
        }
    }
    let n_runs = RUNS * Platform::ALL.len() as u32;
    let each_ms = (now_ms() - start) / f64::from(n_runs);
    say(&format!(
        "{each_ms:.2} ms for design and plan of the largest answers ({n_runs} runs, {n_steps} steps)"
    ));
}

fn largest(platform: Platform) -> Answers {
    Answers {
        platform,
        team_size: TeamSize::OverTwenty,
        priorities: Priority::ALL.into_iter().filter(|priority| *priority != Priority::Simplicity).collect(),
        features: Feature::ALL.to_vec(),
        complexity: Complexity::Advanced,
        customization: Customization::default(),
    }
}

#[cfg(not(target_arch = "wasm32"))]
fn now_ms() -> f64 {
    std::time::SystemTime::now()
        .duration_since(std::time::UNIX_EPOCH)
        .map_or(0.0, |since| since.as_secs_f64() * 1000.0)
}

#[cfg(target_arch = "wasm32")]
fn now_ms() -> f64 {
    js_sys::Date::now()
}

#[cfg(not(target_arch = "wasm32"))]
#[expect(clippy::print_stdout, reason = "a program that measures prints")]
fn say(sentence: &str) {
    println!("{sentence}");
}

#[cfg(target_arch = "wasm32")]
fn say(sentence: &str) {
    web_sys::console::log_1(&sentence.into());
}
