//! Fields of one's own on Sessions.

use leptos::prelude::*;
use shared::answers::{EXTRA_FIELD_NAME_MAX, EXTRA_FIELDS_MAX, ExtraField, ExtraFieldKind};

use crate::browser::page;
use crate::components::{Button, Field, Glyph, IconButton, Select, SelectItem, TextInput};
use crate::i18n::{t, use_i18n};
use crate::state::draft::Draft;

/// Fields of one's own on Sessions: named and given a kind, added and removed.
#[component]
pub(crate) fn ExtraFields(
    /// The answers.
    draft: Draft,
) -> impl IntoView {
    let fields = Memo::new(move |_| draft.with(|answers| answers.customization.extra_fields.clone()));
    view! {
        <fieldset class="extra-fields">
            <legend>{t!("extra_fields.title")}</legend>
            <p class="hint">{t!("extra_fields.hint")}</p>
            <ul>
                {move || fields.get().into_iter().enumerate().map(|(at, field)| row(draft, at, field)).collect_view()}
            </ul>
            <NewField draft/>
        </fieldset>
    }
}

fn row(draft: Draft, at: usize, field: ExtraField) -> impl IntoView {
    let i18n = use_i18n();
    let label = i18n.fill("extra_fields.remove", &[("name", &field.name)]);
    let kind = i18n.text(&format!("kind.{}", field.kind.as_str()));
    let remove = move |()| {
        draft.customize(|custom| {
            if at < custom.extra_fields.len() {
                custom.extra_fields.remove(at);
            }
        });
        page::focus("extra-field-name");
    };
    view! {
        <li>
            <span class="extra-field-name">{field.name}</span>
            <span class="hint">{kind}</span>
            <IconButton label glyph=Glyph::Trash2 on_press=remove/>
        </li>
    }
}

/// Why a name cannot be added, as a key of the words.
fn refusal(name: &str, fields: &[ExtraField]) -> Option<&'static str> {
    if name.is_empty() {
        Some("extra_fields.unnamed")
    } else if fields.iter().any(|field| field.name.to_lowercase() == name.to_lowercase()) {
        Some("extra_fields.taken")
    } else if fields.len() as u64 >= EXTRA_FIELDS_MAX {
        Some("extra_fields.full")
    } else {
        None
    }
}

#[component]
fn NewField(
    /// The answers.
    draft: Draft,
) -> impl IntoView {
    let i18n = use_i18n();
    let name = RwSignal::new(String::new());
    let kind = RwSignal::new(ExtraFieldKind::Text);
    let refused = RwSignal::new(None::<&'static str>);
    let add = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let title = name.get_untracked().trim().to_owned();
        let refusal = untrack(|| draft.with(|answers| refusal(&title, &answers.customization.extra_fields)));
        refused.set(refusal);
        if refusal.is_none() {
            let field = ExtraField { name: title, kind: kind.get_untracked() };
            draft.customize(|custom| custom.extra_fields.push(field));
            name.set(String::new());
        }
        page::focus("extra-field-name");
    };
    let item = move |kind: ExtraFieldKind| SelectItem {
        value: kind.as_str(),
        name: i18n.text(&format!("kind.{}", kind.as_str())),
    };
    let select = move |name: String| {
        kind.set(
            ExtraFieldKind::ALL
                .into_iter()
                .find(|kind| kind.as_str() == name)
                .unwrap_or(ExtraFieldKind::Text),
        );
    };
    let error = move || refused.get().map(|key| i18n.text(key)).unwrap_or_default();
    view! {
        <form class="new-field" on:submit=add>
            <Field control="extra-field-name" label=t!("extra_fields.name") error=Signal::derive(error)>
                <TextInput
                    id="extra-field-name"
                    max=EXTRA_FIELD_NAME_MAX
                    value=name
                    on_change=move |text| name.set(text)
                />
            </Field>
            <Field control="extra-field-kind" label=t!("extra_fields.kind")>
                <Select
                    id="extra-field-kind"
                    items=Signal::derive(move || ExtraFieldKind::ALL.map(item).to_vec())
                    selected=Signal::derive(move || kind.get().as_str())
                    on_select=select
                />
            </Field>
            <Button text=t!("extra_fields.add") glyph=Glyph::Plus kind="submit"/>
        </form>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::is_known;

    fn fields(count: usize) -> Vec<ExtraField> {
        (0..count).map(|at| ExtraField { name: format!("Field {at}"), kind: ExtraFieldKind::Text }).collect()
    }

    #[test]
    fn a_field_needs_a_name_of_its_own_and_room() {
        assert_eq!(refusal("Client", &fields(3)), None);
        assert_eq!(refusal("", &fields(0)), Some("extra_fields.unnamed"));
        assert_eq!(refusal("FIELD 2", &fields(3)), Some("extra_fields.taken"));
        assert_eq!(refusal("Client", &fields(12)), Some("extra_fields.full"));
    }

    #[test]
    fn every_kind_has_a_name() {
        assert!(ExtraFieldKind::ALL.iter().all(|kind| is_known(&format!("kind.{}", kind.as_str()))));
    }
}
