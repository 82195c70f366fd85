//! Keys to press.

use leptos::prelude::*;

use crate::browser::page;

/// Keys to press together, as they are called on this device's keyboard.
#[component]
pub(crate) fn Kbd(
    /// The keys with `+` between them; `Mod` is ⌘ on Apple's keyboards and Ctrl on others.
    keys: &'static str,
) -> impl IntoView {
    let is_apple = page::is_apple();
    view! {
        <span class="keys">
            {keys.split('+').map(|key| view! { <kbd>{name(key, is_apple)}</kbd> }).collect_view()}
        </span>
    }
}

/// Keys to press together, in a line of words: `Mod+K` is ⌘K on Apple's keyboards and Ctrl+K on others.
pub(crate) fn spelt(keys: &str) -> String {
    let is_apple = page::is_apple();
    let names: Vec<_> = keys.split('+').map(|key| name(key, is_apple)).collect();
    names.join(if is_apple { "" } else { "+" })
}

/// What a key is called.
fn name(key: &str, is_apple: bool) -> &str {
    match (key, is_apple) {
        ("Mod", true) => "⌘",
        ("Mod", false) => "Ctrl",
        ("Alt", true) => "⌥",
        ("Shift", true) => "⇧",
        ("Up", _) => "↑",
        ("Down", _) => "↓",
        ("Left", _) => "←",
        ("Right", _) => "→",
        ("Enter", _) => "↵",
        (key, _) => key,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_called_as_on_the_keyboard() {
        for (key, on_apple, elsewhere) in
            [("Mod", "⌘", "Ctrl"), ("Shift", "⇧", "Shift"), ("Up", "↑", "↑"), ("K", "K", "K")]
        {
            assert_eq!((name(key, true), name(key, false)), (on_apple, elsewhere));
        }
    }
}
