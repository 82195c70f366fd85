//! Bars from a start to an end, over weeks or months.

use chrono::NaiveDate;
use leptos::html::Div;
use leptos::prelude::*;
use shared::blueprint::{FieldId, SampleRow};
use shared::compute::Section;
use shared::operation::intention::arrange::{Bar, Hold, Span};

use super::drawing::Drawing;
use super::grid::group_name;
use super::handled::{self, Handled};
use super::scale::{Mark, Scale};
use crate::browser::layer;
use crate::components::color_class;
use crate::i18n::{I18n, t};

/// Bars from a start to an end; beside each stands what it is and when, in words.
pub(super) fn draw(i18n: I18n, drawing: &Drawing<'_>, start: &FieldId, end: Option<&FieldId>) -> AnyView {
    let lies = Bar::of(drawing.table, start, end);
    let span =
        |row: &SampleRow| lies?.span(&drawing.evaluator, &row.id).map(|Span { start, end }| (start, end));
    let edges = lies.filter(|_| Handled::get().is_some()).map(edges).unwrap_or_default();
    let rows = drawing.rows();
    let spans: Vec<_> = rows.iter().filter_map(|row| span(row)).collect();
    let undated = rows.len() - spans.len();
    let undated =
        (undated > 0).then(|| view! { <p class="view-note">{i18n.count("views.undated", undated)}</p> });
    let scale = Scale::around(&spans, drawing.today);
    let drawn = scale.map(|scale| {
        let group = |section: &Section<'_>| {
            let name = group_name(drawing, section).map(|name| view! { <h3 class="group-name">{name}</h3> });
            let bars = section.rows.iter().filter_map(|row| Some(bar(i18n, drawing, row, span(row)?, scale, &edges)));
            view! {
                {name}
                <ul>{bars.collect_view()}</ul>
            }
        };
        let frame = NodeRef::<Div>::new();
        // Where not everything is in sight, today is.
        let is_redrawn = Handled::get().is_some_and(|handled| handled.is_redrawn.get_value());
        frame.on_load(move |frame| {
            if !is_redrawn {
                request_animation_frame(move || layer::scroll_to_middle(&frame, ".timeline-today"));
            }
        });
        view! {
            <div class="timeline-view" node_ref=frame tabindex="0" role="region" aria-label=drawing.view.name.clone()>
                <div
                    class="timeline-canvas"
                    class:weeks=scale.counts_weeks()
                    style:--days=scale.days.to_string()
                    data-days=scale.days.to_string()
                >
                    {ruler(drawing, scale)}
                    {drawing.sections.iter().map(group).collect_view()}
                </div>
            </div>
        }
    });
    view! { {drawn} {undated} }.into_any()
}

/// Where bars can be taken hold of, as the pointer finds it: the ends lie over the middle.
fn edges(bar: Bar<'_>) -> Vec<&'static str> {
    let named = [(Hold::Whole, "whole"), (Hold::Start, "start"), (Hold::End, "end")];
    let is_open = |hold: &Hold| bar.holds(*hold) == Ok(true);
    named.into_iter().filter(|(hold, _)| is_open(hold)).map(|(_, name)| name).collect()
}

/// Weeks or months along the top, with lines down through the bars, and today. The words beside the bars say the same.
fn ruler(drawing: &Drawing<'_>, scale: Scale) -> impl IntoView + use<> {
    let name = |day| match scale.counts_weeks() {
        true => drawing.evaluator.short_day(day),
        false => drawing.evaluator.month_of(day),
    };
    let mark = |mark: &Mark| {
        view! {
            <span class="timeline-mark" style:--from=percent(mark.from) style:--length=percent(mark.length)>
                <span>{name(mark.day)}</span>
            </span>
        }
    };
    let today = scale.middle(drawing.today).map(|at| {
        view! {
            <span class="timeline-today" style:--from=percent(at)>
                <span>{t!("views.today")}</span>
            </span>
        }
    });
    view! {
        <div class="timeline-ruler" aria-hidden="true">
            {scale.marks().iter().map(mark).collect_view()}
            {today}
        </div>
    }
}

fn bar(
    i18n: I18n,
    drawing: &Drawing<'_>,
    row: &SampleRow,
    (start, end): (NaiveDate, NaiveDate),
    scale: Scale,
    edges: &[&'static str],
) -> impl IntoView + use<> {
    let color = drawing.color(row).map_or("gray", color_class);
    let (from, length) = scale.bar(start, end);
    let (first, last) = (drawing.evaluator.short_day(start), drawing.evaluator.short_day(end));
    let days = if end > start { format!("{first} – {last}") } else { first };
    let title = drawing.table.label(row).to_owned();
    let name = handled::name(i18n, &row.id, &title);
    let edge = |edge: &&'static str| view! { <span class="timeline-edge" data-edge=*edge></span> };
    view! {
        <li class=color data-element=row.id.to_string()>
            <p class="timeline-label">
                <span class="timeline-title" title=title>{name}</span>
                <span class="timeline-days">{days}</span>
            </p>
            <span class="timeline-track" aria-hidden="true">
                <span
                    class="timeline-bar"
                    style:--from=percent(from)
                    style:--length=percent(length)
                >
                    {edges.iter().map(edge).collect_view()}
                </span>
            </span>
        </li>
    }
}

fn percent(number: f64) -> String {
    format!("{number:.3}%")
}
