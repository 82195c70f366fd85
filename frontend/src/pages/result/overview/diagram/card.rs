//! A table in the drawing.

use std::sync::Arc;

use leptos::ev::FocusEvent;
use leptos::prelude::*;
use shared::blueprint::{Field, Table};
use shared::diagram::{CARD_WIDTH, Card, HEADER, LINE, fit, line_top, width};
use wasm_bindgen::JsCast;
use web_sys::Element;

use super::drawn;
use super::store::{Lit, Picture, Store};
use super::words;
use crate::components::Glyph;
use crate::i18n::I18n;
use crate::pages::result::fields::glyph;

/// How many colours there are for tables.
const HUES: usize = 8;
/// Room between a card's edge and its texts.
const PADDING: i32 = 14;
/// Room between a glyph and its text.
const GAP: i32 = 8;

/// The class of the colour of the table at `place`.
pub(super) fn hue(place: usize) -> &'static str {
    const CLASSES: [&str; HUES] = ["hue-0", "hue-1", "hue-2", "hue-3", "hue-4", "hue-5", "hue-6", "hue-7"];
    CLASSES.get(place % HUES).copied().unwrap_or("hue-0")
}

/// The id of the card at `place`.
pub(super) fn id(place: usize) -> String {
    format!("diagram-table-{place}")
}

/// A table, to be looked at and opened.
pub(super) fn card(
    i18n: I18n,
    store: Store,
    picture: &Arc<Picture>,
    place: usize,
) -> Option<impl IntoView + use<>> {
    let (table, card) = (picture.table(place)?, picture.card(place)?);
    let (held, lit, opened) = (picture.clone(), store.lit, StoredValue::new(table.id.clone()));
    let is_lit = Memo::new(move |_| lit.get().map(|lit| lit.has_table(&held, place)));
    let open = move || store.on_open.run(opened.get_value());
    let focus = move |event: FocusEvent| {
        store.current.set(place);
        lit.set(Some(Lit::Table(place)));
        // A drawing that moved away under a mouse that presses would be no help.
        if is_by_keyboard(&event) {
            store.reveal(place);
        }
    };
    Some(view! {
        <g
            id=id(place)
            class=format!("diagram-card {}", hue(place))
            class:faded=move || is_lit.get() == Some(false)
            class:target=move || store.drawn.with(|drawn| drawn.as_ref().is_some_and(|it| it.to == Some(place)))
            role="link"
            tabindex=move || if store.current.get() == place { "0" } else { "-1" }
            aria-label=words::table_name(i18n, picture, place)
            transform=format!("translate({} {})", card.left, card.top)
            on:focus=focus
            on:blur=move |_| lit.set(None)
            on:pointerenter=move |_| lit.set(Some(Lit::Table(place)))
            on:pointerleave=move |_| lit.set(None)
            on:click=move |_| open()
            on:keydown=move |event| if event.key() == "Enter" { open() }
        >
            {ground(card)}
            <g class="diagram-near">{near(i18n, picture, table, card)}</g>
            <g class="diagram-far">{far(i18n, table, card)}</g>
            {store.on_connect.is_some().then(|| drawn::handle(i18n, picture, place))}
        </g>
    })
}

fn is_by_keyboard(event: &FocusEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|target| target.matches(":focus-visible").unwrap_or(false))
}

fn ground(card: &Card) -> impl IntoView + use<> {
    let (w, below) = (CARD_WIDTH, HEADER);
    let band = format!(
        "M0.5,{below} V10 Q0.5,0.5 10,0.5 H{} Q{x},0.5 {x},10 V{below} Z",
        w - 10,
        x = f64::from(w) - 0.5
    );
    view! {
        <rect class="diagram-ground" width=w.to_string() height=card.height.to_string() rx="10"></rect>
        <path class="diagram-band" d=band></path>
    }
}

/// The name and the fields that say most.
fn near(i18n: I18n, picture: &Picture, table: &Table, card: &Card) -> Vec<AnyView> {
    let side = Side { from_right: picture.from_right };
    let shape = Glyph::named(&table.icon).unwrap_or(Glyph::Table);
    let name = fit(&table.name, 15, CARD_WIDTH - 2 * PADDING - 18 - GAP);
    let head = view! {
        {side.icon(shape, PADDING, 13, 18)}
        <text class="diagram-name" x=side.x(PADDING + 18 + GAP).to_string() y="27">{name}</text>
    };
    let shown = card.shown.iter().filter_map(|place| table.fields.get(*place)).enumerate();
    let mut lines: Vec<AnyView> = vec![head.into_any()];
    lines.extend(shown.map(|(line, field)| field_line(i18n, picture, side, line, field)));
    let hidden = table.fields.len().saturating_sub(card.shown.len());
    if hidden > 0 {
        let text = i18n.fill("diagram.more", &[("count", &hidden.to_string())]);
        let y = line_top(card.shown.len()) + 17;
        let x = side.x(PADDING).to_string();
        lines.push(view! { <text class="diagram-kind" x=x y=y.to_string()>{text}</text> }.into_any());
    }
    lines
}

fn field_line(i18n: I18n, picture: &Picture, side: Side, line: usize, field: &Field) -> AnyView {
    let top = line_top(line);
    let kind = kind(i18n, picture, field);
    let room = CARD_WIDTH - 2 * PADDING - 14 - GAP;
    let kind = fit(&kind, 12, (room - width(&field.name, 13).min(room * 3 / 5) - GAP).max(0));
    let name = fit(&field.name, 13, room - width(&kind, 12) - GAP);
    let rule = (line > 0).then(|| {
        let d = format!("M{PADDING},{top} H{}", CARD_WIDTH - PADDING);
        view! { <path class="diagram-rule" d=d></path> }
    });
    view! {
        {rule}
        {side.icon(glyph(&field.kind), PADDING, top + (LINE - 14) / 2, 14)}
        <text class="diagram-field" x=side.x(PADDING + 14 + GAP).to_string() y=(top + 18).to_string()>{name}</text>
        <text class="diagram-kind at-end" x=side.x(CARD_WIDTH - PADDING).to_string() y=(top + 18).to_string()>{kind}</text>
    }
    .into_any()
}

/// What a field holds; of a relation, the table it leads to.
fn kind(i18n: I18n, picture: &Picture, field: &Field) -> String {
    let target = match &field.kind {
        shared::blueprint::FieldKind::Relation { table, .. } => picture.blueprint.table(table),
        _ => None,
    };
    match target {
        Some(table) => table.name.clone(),
        None => i18n.text(&format!("kind.{}", field.kind.name().as_str())),
    }
}

/// From afar: the name, as big as it may be, on up to two lines, and how many fields there are.
fn far(i18n: I18n, table: &Table, card: &Card) -> impl IntoView + use<> {
    const SIZE: i32 = 34;
    let lines = in_two(&table.name);
    let most = lines.iter().map(|line| width(line, SIZE.unsigned_abs())).max().unwrap_or(SIZE).max(1);
    let size = SIZE.min(SIZE * (CARD_WIDTH - 2 * PADDING) / most);
    let count = i32::try_from(lines.len()).unwrap_or(1);
    let first = card.height / 2 - (count * (size + 6) + 30) / 2 + size;
    let name = (0..).zip(lines).map(|(at, line)| {
        let y = first + at * (size + 6);
        let (x, y, size) = ((CARD_WIDTH / 2).to_string(), y.to_string(), size.to_string());
        view! { <text class="diagram-big" x=x y=y font-size=size>{line}</text> }
    });
    let below = (first + (count - 1) * (size + 6) + 34).to_string();
    let fields = fit(&i18n.count("count.fields", table.fields.len()), 24, CARD_WIDTH - 2 * PADDING);
    view! {
        {name.collect_view()}
        <text class="diagram-big-kind" x=(CARD_WIDTH / 2).to_string() y=below font-size="24">{fields}</text>
    }
}

/// A text on one line, or on two of about the same length where it has a gap.
fn in_two(text: &str) -> Vec<String> {
    let gaps = text.char_indices().filter(|(_, letter)| *letter == ' ');
    let middle = gaps.min_by_key(|(at, _)| at.abs_diff(text.len() / 2));
    match middle.and_then(|(at, _)| Some((text.get(..at)?, text.get(at + 1..)?))) {
        Some((one, other)) if text.chars().count() > 9 => vec![one.to_owned(), other.to_owned()],
        _ => vec![text.to_owned()],
    }
}

/// The side of a card where reading begins.
#[derive(Clone, Copy)]
struct Side {
    from_right: bool,
}

impl Side {
    /// So far from where reading begins.
    fn x(self, from_start: i32) -> i32 {
        if self.from_right { CARD_WIDTH - from_start } else { from_start }
    }

    fn icon(self, glyph: Glyph, from_start: i32, top: i32, size: i32) -> impl IntoView + use<> {
        let left = if self.from_right { self.x(from_start) - size } else { from_start };
        let scale = f64::from(size) / 24.0;
        let place = format!("translate({left} {top}) scale({scale:.3})");
        view! { <g class="diagram-glyph" transform=place inner_html=glyph.shape()></g> }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_names_stand_on_two_lines() {
        assert_eq!(in_two("Sessions"), ["Sessions"]);
        assert_eq!(in_two("Session Templates"), ["Session", "Templates"]);
        assert_eq!(in_two("セッションのテンプレート"), ["セッションのテンプレート"]);
    }
}
