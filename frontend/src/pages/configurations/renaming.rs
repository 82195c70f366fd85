//! Giving a configuration another name.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use shared::validate::NAME_MAX;

use super::store::Systems;
use crate::browser::page;
use crate::components::{Button, Dialog, Field, Look};
use crate::i18n::{t, use_i18n};

const INPUT: &str = "systems-rename-name";

/// Asks for another name.
#[component]
pub(super) fn RenameDialog(
    /// The configurations.
    systems: Systems,
) -> impl IntoView {
    let i18n = use_i18n();
    let asked = systems.renaming;
    let (name, is_missing) = (RwSignal::new(String::new()), RwSignal::new(false));
    // What is typed begins with the name there is, each time somebody asks.
    let old = Memo::new(move |_| asked.with(|asked| asked.as_ref().map(|it| it.name.clone())));
    let shown = move || old.get().unwrap_or_default();
    let title = Signal::derive(move || i18n.fill("configurations.rename.title", &[("name", &shown())]));
    let error = Signal::derive(move || match is_missing.get() {
        true => i18n.text("configurations.rename.empty"),
        false => String::new(),
    });
    let close = move |()| {
        asked.set(None);
        name.set(String::new());
        is_missing.set(false);
    };
    let typed = move |text: String| {
        is_missing.set(false);
        name.set(text);
    };
    let rename = move || {
        let Some(summary) = asked.get_untracked() else { return };
        match chosen(&name.get_untracked()) {
            None => is_missing.set(true),
            Some(new) => {
                close(());
                if new != summary.name {
                    systems.rename(summary.id, new);
                }
            }
        }
    };
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        rename();
    };
    Effect::new(move || {
        if let Some(old) = old.get() {
            name.set(old);
            page::focus_soon(INPUT.to_owned());
        }
    });
    let actions = move || {
        view! {
            <Button text=t!("configurations.cancel") on_press=close/>
            <Button text=t!("configurations.rename.save") look=Look::Primary on_press=move |()| rename()/>
        }
    };
    view! {
        <Dialog
            id="systems-rename"
            title
            is_open=Signal::derive(move || asked.with(Option::is_some))
            on_close=close
            actions
        >
            <form on:submit=submit>
                <Field control=INPUT label=t!("configurations.rename.label") error>
                    <input
                        class="input"
                        type="text"
                        id=INPUT
                        dir="auto"
                        maxlength=NAME_MAX.to_string()
                        autocomplete="off"
                        aria-describedby=format!("{INPUT}-error")
                        aria-invalid=move || is_missing.get().then_some("true")
                        prop:value=name
                        on:input:target=move |event| typed(event.target().value())
                    />
                </Field>
            </form>
        </Dialog>
    }
}

/// The name that a text stands for; none for one of nothing but spaces.
fn chosen(text: &str) -> Option<String> {
    let name = text.trim();
    (!name.is_empty()).then(|| name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_has_something_in_it() {
        assert_eq!(chosen("  Work chats "), Some("Work chats".to_owned()));
        assert_eq!(chosen(" \t "), None);
    }
}
