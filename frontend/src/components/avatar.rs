//! A person, as initials in a colour of their own.

use leptos::prelude::*;
use shared::blueprint::Color;

use super::option_chip::color_class;

/// A person, as initials in a colour of their own, which is the same everywhere.
#[component]
pub(crate) fn Avatar(
    /// The person's name; empty for nobody.
    #[prop(into)]
    name: Signal<String>,
    /// Whether the name stands beside it: then it is for eyes alone.
    #[prop(optional)]
    named: bool,
) -> impl IntoView {
    let class = move || format!("avatar chip-color {}", name.with(|name| color_class(color(name))));
    let label = move || (!named).then(|| name.get());
    view! {
        <span
            class=class
            translate="no"
            role=if named { None } else { Some("img") }
            aria-label=label
            aria-hidden=named.then_some("true")
            title=label
        >
            {move || name.with(|name| initials(name))}
        </span>
    }
}

/// The first letters of the first and the last word.
pub(crate) fn initials(name: &str) -> String {
    let mut words = name.split_whitespace();
    let first = words.next().and_then(|word| word.chars().next());
    let last = words.last().and_then(|word| word.chars().next());
    first.into_iter().chain(last).flat_map(char::to_uppercase).collect()
}

/// The colour of whoever is called `name`.
fn color(name: &str) -> Color {
    if name.trim().is_empty() {
        return Color::Gray;
    }
    // FNV-1a: spreads short texts well, and is the same on every device.
    let hash =
        name.bytes().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    // All but gray, the first, which is nobody.
    let place = 1 + hash as usize % (Color::ALL.len() - 1);
    Color::ALL.get(place).copied().unwrap_or(Color::Gray)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn initials_are_of_the_first_and_the_last_word() {
        for (name, expected) in [
            ("Ada Lovelace", "AL"),
            ("grace brewster murray hopper", "GH"),
            ("Plato", "P"),
            ("Ana Silva", "AS"),
            ("  dora  van der Berg ", "DB"),
            ("ana@example.com", "A"),
            ("", ""),
            ("  ", ""),
            ("éa ßu", "ÉSS"),
            ("山田 太郎", "山太"),
        ] {
            assert_eq!(initials(name), expected);
        }
    }

    #[test]
    fn a_name_has_one_color_and_names_have_many() {
        let names =
            ["Ada", "Grace", "Alan", "Edsger", "Barbara", "Donald", "Margaret", "Tim", "Radia", "Ken"];
        let mut colors: Vec<_> = names.iter().map(|name| color_class(color(name))).collect();
        assert_eq!(color("Ada"), color("Ada"));
        colors.sort_unstable();
        colors.dedup();
        assert!(colors.len() >= 5, "{colors:?}");
        assert_eq!(color(" "), Color::Gray);
    }
}
