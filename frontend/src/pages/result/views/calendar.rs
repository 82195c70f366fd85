//! Rows on their days: a month, or the week that the view asks for.

use chrono::{Datelike, NaiveDate};
use leptos::prelude::*;
use shared::blueprint::{CellValue, Color, FieldId, Operator, RelativeRange, RowId, SampleRow, View};

use super::days::Page;
use super::drawing::Drawing;
use super::handled::{self, Handled};
use crate::components::{Glyph, Icon, color_class};
use crate::i18n::{I18n, t, use_i18n};

/// How many rows of a day stand in a month; the rest open on demand.
const ROWS_A_DAY: usize = 3;

/// A week or a month with its rows, ready to show.
#[derive(Clone)]
struct Sheet {
    first: NaiveDate,
    name: String,
    is_week: bool,
    weekdays: Vec<String>,
    weeks: Vec<Vec<Day>>,
}

/// A day with its rows.
#[derive(Clone)]
struct Day {
    /// As programs read it.
    date: String,
    /// As people read it.
    name: String,
    number: u32,
    is_today: bool,
    is_outside: bool,
    rows: Vec<Event>,
}

/// A row on its day.
#[derive(Clone)]
struct Event {
    row: RowId,
    title: String,
    color: Option<Color>,
}

/// Rows on their days.
pub(super) fn draw(i18n: I18n, drawing: &Drawing<'_>, date: &FieldId) -> AnyView {
    let rows: Vec<_> = drawing.rows().into_iter().map(|row| (row, drawing.day(row, date))).collect();
    let undated = rows.iter().filter(|(_, day)| day.is_none()).count();
    let by_week = is_of_a_week(drawing.view, date);
    // What was open stays open when the view is drawn anew, even if its last row left it.
    let open = Handled::get().and_then(|handled| handled.day.get_value());
    let days = rows.iter().filter_map(|(_, day)| *day).chain(open);
    let (pages, at) = Page::all(days, open.unwrap_or(drawing.today), by_week);
    let sheet = |page: &Page| {
        let day = |day: &NaiveDate| {
            let on_it = rows.iter().filter(|(_, on)| *on == Some(*day));
            let event = |(row, _): &(&SampleRow, _)| Event {
                row: row.id.clone(),
                title: drawing.table.label(row).to_owned(),
                color: drawing.color(row),
            };
            let rows = on_it.map(event).collect();
            self::day(drawing, *page, *day, rows)
        };
        let weeks = page.weeks();
        let weekdays =
            weeks.first().into_iter().flatten().map(|day| drawing.evaluator.weekday_of(*day)).collect();
        let weeks = weeks.iter().map(|week| week.iter().map(day).collect()).collect();
        Sheet {
            first: page.first(),
            name: name(drawing, *page),
            is_week: matches!(page, Page::Week(_)),
            weekdays,
            weeks,
        }
    };
    let sheets: Vec<_> = pages.iter().map(sheet).collect();
    let undated =
        (undated > 0).then(|| view! { <p class="view-note">{i18n.count("views.undated", undated)}</p> });
    view! {
        <Sheets sheets first=at/>
        {undated}
    }
    .into_any()
}

/// Whether the view takes the rows of one week by its days.
fn is_of_a_week(view: &View, date: &FieldId) -> bool {
    let this_week = CellValue::Text(RelativeRange::ThisWeek.as_str().to_owned());
    view.filter.as_ref().is_some_and(|filter| {
        filter.conditions.iter().any(|condition| {
            condition.field == *date
                && condition.operator == Operator::Within
                && condition.value.as_ref() == Some(&this_week)
        })
    })
}

fn name(drawing: &Drawing<'_>, page: Page) -> String {
    match page {
        Page::Month(first) => drawing.evaluator.month_of(first),
        Page::Week(first) => {
            let last = super::days::later(first, 6).unwrap_or(first);
            format!("{} – {}", drawing.evaluator.short_day(first), drawing.evaluator.short_day(last))
        }
    }
}

fn day(drawing: &Drawing<'_>, page: Page, day: NaiveDate, rows: Vec<Event>) -> Day {
    let evaluator = &drawing.evaluator;
    Day {
        date: day.to_string(),
        name: format!("{}, {}", evaluator.weekday_of(day), evaluator.short_day(day)),
        number: day.day(),
        is_today: day == drawing.today,
        is_outside: !page.has(day),
        rows,
    }
}

/// The weeks or months that have rows, one in sight.
#[component]
fn Sheets(
    /// The weeks or months.
    sheets: Vec<Sheet>,
    /// Which one to begin with.
    first: usize,
) -> impl IntoView {
    let at = RwSignal::new(first);
    let last = sheets.len().saturating_sub(1);
    let names: Vec<_> = sheets.iter().map(|sheet| sheet.name.clone()).collect();
    let name = move || names.get(at.get()).cloned();
    let handled = Handled::get();
    let firsts: Vec<_> = sheets.iter().map(|sheet| sheet.first).collect();
    if let Some(handled) = handled {
        handled.day.set_value(firsts.get(first).copied());
    }
    let go = Callback::new(move |to: usize| {
        at.set(to);
        if let Some(handled) = handled {
            handled.day.set_value(firsts.get(to).copied());
        }
    });
    let back = Callback::new(move |()| go.run(at.get_untracked().saturating_sub(1)));
    let on = Callback::new(move |()| go.run((at.get_untracked() + 1).min(last)));
    let is_first = Signal::derive(move || at.get() == 0);
    let is_last = Signal::derive(move || at.get() >= last);
    let steps = (last > 0).then(|| {
        view! {
            <div class="calendar-steps">
                <Step label=t!("views.earlier") glyph=Glyph::ArrowLeft is_end=is_first on_press=back/>
                <Step label=t!("views.later") glyph=Glyph::ArrowRight is_end=is_last on_press=on/>
            </div>
        }
    });
    view! {
        <div class="calendar-view">
            <header class="calendar-head">
                <h3 aria-live="polite">{name}</h3>
                {steps}
            </header>
            {move || {
                let sheet = sheets.get(at.get())?.clone();
                Some(view! { <Agenda weeks=sheet.weeks.clone()/> <SheetTable sheet/> })
            }}
        </div>
    }
}

/// Leads to the next or the last week or month. At the end it stays, so that the focus does.
#[component]
fn Step(
    /// Where it leads.
    label: Signal<String>,
    /// Its shape.
    glyph: Glyph,
    /// Whether it leads nowhere.
    is_end: Signal<bool>,
    /// Called when it is pressed.
    on_press: Callback<()>,
) -> impl IntoView {
    view! {
        <button
            type="button"
            class="icon-button"
            aria-label=label
            title=label
            aria-disabled=move || is_end.get().to_string()
            on:click=move |_| on_press.run(())
        >
            <Icon glyph/>
        </button>
    }
}

/// A week or a month as a table.
#[component]
fn SheetTable(
    /// The week or month.
    sheet: Sheet,
) -> impl IntoView {
    let weekday = |name| view! { <th scope="col">{name}</th> };
    let is_week = sheet.is_week;
    let week = move |days: Vec<Day>| {
        let cell = |day| view! { <DayCell day is_open=is_week/> };
        view! { <tr>{days.into_iter().map(cell).collect_view()}</tr> }
    };
    view! {
        <table class="calendar-table" class:week=is_week>
            <caption class="visually-hidden">{sheet.name}</caption>
            <thead>
                <tr>
                    {sheet.weekdays.into_iter().map(weekday).collect_view()}
                </tr>
            </thead>
            <tbody>{sheet.weeks.into_iter().map(week).collect_view()}</tbody>
        </table>
    }
}

/// A day of a table with its rows.
#[component]
fn DayCell(
    /// The day.
    day: Day,
    /// Whether all its rows stand there.
    is_open: bool,
) -> impl IntoView {
    let i18n = use_i18n();
    let kept = if is_open { day.rows.len() } else { ROWS_A_DAY };
    let (shown, more) = day.rows.split_at(kept.min(day.rows.len()));
    let more = (!more.is_empty()).then(|| {
        let count = i18n.fill("preview.more", &[("count", &more.len().to_string())]);
        view! {
            <details class="calendar-more">
                <summary>{count}</summary>
                {events(i18n, more)}
            </details>
        }
    });
    let shown = (!shown.is_empty()).then(|| events(i18n, shown));
    let today = day.is_today.then(|| t!("views.today"));
    view! {
        <td class:outside=day.is_outside class:today=day.is_today data-day=day.date.clone()>
            <time datetime=day.date.clone()>
                <span class="day-number" aria-hidden="true">{day.number}</span>
                <span class="visually-hidden">{day.name} {today}</span>
            </time>
            {shown}
            {more}
        </td>
    }
}

/// The days that have rows, one below the other, where a table has no room.
#[component]
fn Agenda(
    /// The weeks.
    weeks: Vec<Vec<Day>>,
) -> impl IntoView {
    let i18n = use_i18n();
    let item = |day: Day| {
        let today = day.is_today.then(|| view! { <span class="agenda-today">{t!("views.today")}</span> });
        view! {
            <li data-day=day.date.clone()>
                <p class="agenda-day"><time datetime=day.date.clone()>{day.name}</time> {today}</p>
                {events(i18n, &day.rows)}
            </li>
        }
    };
    let days = weeks.into_iter().flatten().filter(|day| !day.is_outside && !day.rows.is_empty());
    view! { <ul class="agenda">{days.map(item).collect_view()}</ul> }
}

fn events(i18n: I18n, rows: &[Event]) -> impl IntoView + use<> {
    let event = |Event { row, title, color }: &Event| {
        let color = color.map_or("gray", color_class);
        let name = handled::name(i18n, row, title);
        view! { <li class=format!("event {color}") title=title.clone() data-element=row.to_string()>{name}</li> }
    };
    view! { <ul class="events">{rows.iter().map(event).collect_view()}</ul> }
}
