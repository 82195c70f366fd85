//! What only a browser can show: that the device remembers and that the page follows.

use std::time::Duration;

use leptos::prelude::*;
use shared::advice::{Change, Pick};
use shared::answers::{Complexity, from_link};
use shared::words::Language;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

use crate::browser::{page, storage};
use crate::i18n::I18n;
use crate::state::arrival::Arrival;
use crate::state::draft::Draft;

wasm_bindgen_test_configure!(run_in_browser);

/// Forgets what an earlier test left, and gives signals somewhere to live.
fn fresh() -> Owner {
    for key in ["csmb.answers", "csmb.step", "csmb.language"] {
        storage::remove(key);
    }
    page::replace_address(&page::path());
    let owner = Owner::new();
    owner.set();
    owner
}

async fn settled() {
    let wait = js_sys::Promise::new(&mut |resolve, _| {
        set_timeout(move || drop(resolve.call0(&wasm_bindgen::JsValue::NULL)), Duration::from_millis(20));
    });
    drop(wasm_bindgen_futures::JsFuture::from(wait).await);
}

#[wasm_bindgen_test]
fn the_device_remembers_and_forgets() {
    assert!(storage::write("csmb.test", "kept"));
    assert_eq!(storage::read("csmb.test").as_deref(), Some("kept"));
    storage::remove("csmb.test");
    assert_eq!(storage::read("csmb.test"), None);
}

#[wasm_bindgen_test]
async fn answers_are_kept_on_the_device_and_in_the_address() {
    let _owner = fresh();
    let draft = Draft::open(Language::De);
    assert_eq!(untrack(|| draft.arrival()), Arrival::Fresh);
    draft.apply(&[Change::Take(Pick::Complexity(Complexity::Advanced))]);
    settled().await;
    assert_eq!(from_link(&page::fragment()).ok(), Some(untrack(|| draft.with(Clone::clone))));

    let again = Draft::open(Language::En);
    assert_eq!(untrack(|| again.arrival()), Arrival::Resumed);
    assert_eq!(untrack(|| again.with(|answers| answers.customization.language)), Language::De);
}

#[wasm_bindgen_test]
fn a_draft_without_priorities_leaves_the_last_good_one_kept() {
    let _owner = fresh();
    let draft = Draft::open(Language::En);
    draft.keep();
    let kept = storage::read("csmb.answers");
    for priority in untrack(|| draft.with(|answers| answers.priorities.clone())) {
        draft.apply(&[Change::Leave(Pick::Priority(priority))]);
    }
    assert!(!untrack(|| draft.is_valid()));
    let resumed = storage::read("csmb.answers").and_then(|link| from_link(&link).ok());
    assert!(kept.is_some());
    assert!(resumed.is_some_and(|answers| !answers.priorities.is_empty()));
}

#[wasm_bindgen_test]
fn an_example_is_looked_at_without_a_trace() {
    let _owner = fresh();
    let draft = Draft::open(Language::En);
    draft.apply(&[Change::Take(Pick::Complexity(Complexity::Advanced))]);
    let own = storage::read("csmb.answers");

    draft.visit("1.obsidian.just_me.simple.60.a1");
    draft.keep_step("review");
    assert_eq!(untrack(|| draft.with(|answers| answers.complexity)), Complexity::Simple);
    assert_eq!(storage::read("csmb.answers"), own);
    assert_eq!(storage::read("csmb.step"), None);
    draft.end_visit(Language::En);
    assert_eq!(untrack(|| draft.with(|answers| answers.complexity)), Complexity::Advanced);

    draft.visit("1.obsidian.just_me.simple.60.a1");
    draft.apply(&[Change::Take(Pick::Complexity(Complexity::Moderate))]);
    draft.end_visit(Language::En);
    assert_eq!(storage::read("csmb.answers").as_deref(), Some("1.obsidian.just_me.moderate.60.a1"));
    assert_eq!(untrack(|| draft.with(|answers| answers.complexity)), Complexity::Moderate);
}

#[wasm_bindgen_test]
async fn without_words_their_keys_stand_in() {
    let _owner = fresh();
    let i18n = I18n::load().await;
    assert_eq!(untrack(|| i18n.text("welcome.title")), "welcome.title");
    assert!(!i18n.switch(Language::De).await);
}
