//! Telling the other tabs.

use leptos::prelude::on_cleanup;
use send_wrapper::SendWrapper;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{BroadcastChannel, MessageEvent};

/// A channel to the same page in other tabs, for as long as the caller's owner lives. Cheap to clone; a browser
/// without channels has a silent one.
#[derive(Clone)]
pub(crate) struct Channel(Option<SendWrapper<BroadcastChannel>>);

impl Channel {
    /// Calls `hear` with what other tabs say on the channel `name`.
    pub(crate) fn open(name: &str, hear: impl Fn(String) + 'static) -> Self {
        let Ok(channel) = BroadcastChannel::new(name) else { return Self(None) };
        let closure = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            if let Some(text) = event.data().as_string() {
                hear(text);
            }
        });
        channel.set_onmessage(Some(closure.as_ref().unchecked_ref()));
        let held = SendWrapper::new((channel.clone(), closure));
        on_cleanup(move || {
            let (channel, closure) = held.take();
            channel.set_onmessage(None);
            channel.close();
            drop(closure);
        });
        Self(Some(SendWrapper::new(channel)))
    }

    /// Says `text` to the other tabs.
    pub(crate) fn say(&self, text: &str) {
        if let Some(channel) = &self.0 {
            // Refused only once the channel is closed: then nobody listens for this page any more.
            let _ = channel.post_message(&text.into());
        }
    }
}

/// Says `text` on the channel `name`, without listening to it.
pub(crate) fn say_once(name: &str, text: &str) {
    if let Ok(channel) = BroadcastChannel::new(name) {
        // What nobody hears harms nobody.
        let _ = channel.post_message(&text.into());
        channel.close();
    }
}
