//! How big elements are.

use leptos::prelude::on_cleanup;
use send_wrapper::SendWrapper;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, HtmlElement, ResizeObserver};

/// Calls `then` with the width and height inside the borders of `element`, now and whenever they change.
pub(crate) fn watch(element: &HtmlElement, then: impl Fn(f64, f64) + 'static) {
    let watched: Element = element.clone().unchecked_into();
    let tell = move || then(f64::from(watched.client_width()), f64::from(watched.client_height()));
    tell();
    let changed = Closure::<dyn Fn()>::new(tell);
    let Ok(observer) = ResizeObserver::new(changed.as_ref().unchecked_ref()) else { return };
    observer.observe(element);
    let watch = SendWrapper::new((observer, changed));
    on_cleanup(move || watch.0.disconnect());
}
