//! The fields of a table.

use leptos::prelude::*;
use shared::blueprint::{Field, FieldKind};

use crate::components::{Badge, Glyph, Icon, ReasonNote};
use crate::i18n::{t, use_i18n};

/// The fields of a table, each with its kind, what belongs in it and why it is there.
#[component]
pub(crate) fn FieldList(
    /// The fields, in order.
    fields: Vec<Field>,
) -> impl IntoView {
    let i18n = use_i18n();
    let item = move |field: Field| {
        let kind = field.kind.name().as_str();
        let required = field.required.then(|| view! { <Badge text=t!("fields.required") tone="blue"/> });
        view! {
            <li>
                <Icon glyph=glyph(&field.kind)/>
                <div>
                    <h3>
                        {field.name.clone()}
                        <span class="kind">{move || i18n.text(&format!("kind.{kind}"))}</span>
                        {required}
                        <ReasonNote reason=field.reason of=field.name/>
                    </h3>
                    <p>{field.description}</p>
                </div>
            </li>
        }
    };
    view! { <ul class="field-list">{fields.into_iter().map(item).collect_view()}</ul> }
}

/// The shape that stands for a kind of field.
pub(crate) fn glyph(kind: &FieldKind) -> Glyph {
    match kind {
        FieldKind::Title => Glyph::Type,
        FieldKind::Text | FieldKind::LongText => Glyph::TextAlignStart,
        FieldKind::Number { .. } | FieldKind::AutoId { .. } => Glyph::Hash,
        FieldKind::Date | FieldKind::Datetime => Glyph::Calendar,
        FieldKind::Checkbox => Glyph::SquareCheck,
        FieldKind::Select { .. } => Glyph::CircleDot,
        FieldKind::MultiSelect { .. } => Glyph::Tags,
        FieldKind::Url => Glyph::Link,
        FieldKind::Email => Glyph::AtSign,
        FieldKind::Person { .. } => Glyph::User,
        FieldKind::Rating { .. } => Glyph::Star,
        FieldKind::Relation { .. } => Glyph::MoveUpRight,
        FieldKind::Rollup { .. } => Glyph::Sigma,
        FieldKind::Formula { .. } => Glyph::SquareFunction,
        FieldKind::CreatedAt | FieldKind::UpdatedAt => Glyph::Clock,
        FieldKind::Attachment => Glyph::Paperclip,
    }
}

#[cfg(test)]
mod tests {
    use shared::blueprint::KindName;

    use crate::i18n::is_known;

    #[test]
    fn every_kind_has_a_name() {
        assert!(KindName::ALL.iter().all(|kind| is_known(&format!("kind.{}", kind.as_str()))));
    }
}
