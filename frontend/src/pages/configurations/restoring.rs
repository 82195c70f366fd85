//! What a backup would bring, before it does.

use leptos::prelude::*;
use shared::configuration::{Contents, Differences, PUT_AWAY_DAYS, Standing, Summary};

use super::deeds::Choice;
use super::store::{Offer, Systems};
use crate::browser::time;
use crate::components::{Badge, Button, Dialog, Look, PlatformTile, Select, SelectItem};
use crate::i18n::{I18n, Key, known, t, text, use_i18n};

/// Shows what a backup would bring, and brings it.
#[component]
pub(super) fn RestoreDialog(
    /// The configurations.
    systems: Systems,
) -> impl IntoView {
    let i18n = use_i18n();
    let offer = systems.offer;
    let title = Signal::derive(move || {
        let file = offer.with(|offer| offer.as_ref().map(|offer| offer.file.clone()).unwrap_or_default());
        i18n.fill("configurations.restore.title", &[("file", &file)])
    });
    let close = move |()| offer.set(None);
    let count = Memo::new(move |_| offer.with(|offer| offer.as_ref().map_or(0, |offer| offer.brought())));
    let restore = move |()| {
        if let Some(offer) = offer.get_untracked() {
            systems.restore(offer);
        }
    };
    let confirm = move || {
        view! {
            <Button
                text=Signal::derive(move || i18n.count("configurations.restore.do", count.get()))
                look=Look::Primary
                busy=systems.is_busy
                on_press=restore
            />
        }
    };
    let has_any = Memo::new(move |_| count.get() > 0);
    let actions = move || {
        view! {
            <Button text=t!("configurations.close") on_press=close/>
            {move || has_any.get().then(confirm)}
        }
    };
    view! {
        <Dialog
            id="systems-restore"
            title
            is_open=Signal::derive(move || offer.with(Option::is_some))
            on_close=close
            actions
        >
            {move || offer.get().map(|offer| content(&offer, i18n))}
        </Dialog>
    }
}

fn content(offer: &Offer, i18n: I18n) -> AnyView {
    let made_at = offer.backup.made_at.to_rfc3339();
    let made = move || {
        let time = time::local(&made_at, i18n.language().tag());
        i18n.fill("configurations.restore.made", &[("time", &time), ("days", &PUT_AWAY_DAYS.to_string())])
    };
    let has_any = offer.standings.iter().any(|standing| *standing != Standing::Same);
    let nothing = match (offer.standings.is_empty(), has_any) {
        (true, _) => Some(known!("configurations.restore.empty")),
        (false, false) => Some(known!("configurations.restore.nothing")),
        _ => None,
    };
    let rows = offer.backup.configurations.iter().zip(&offer.standings).enumerate();
    let rows = rows.map(|(at, (saved, standing))| row(at, &saved.summary, standing, &offer.choices, i18n));
    view! {
        <p class="hint">{made}</p>
        {nothing.map(|key| view! { <p>{text(key)}</p> })}
        <ul class="systems-list brief">{rows.collect_view()}</ul>
    }
    .into_any()
}

fn row(
    at: usize,
    summary: &Summary,
    standing: &Standing,
    choices: &ArcRwSignal<Vec<Choice>>,
    i18n: I18n,
) -> AnyView {
    let (platform, name) = (summary.platform, summary.name.clone());
    let (key, tone) = told(standing);
    let is_deleted = summary.deleted_at.is_some();
    let differences = match standing {
        Standing::Differs(differences) => Some(differing(differences, i18n)),
        _ => None,
    };
    let can_replace = differences.is_some();
    let has_choice = can_replace || *standing == Standing::Unreadable;
    let choices = RwSignal::from(choices.clone());
    let choice = has_choice.then(|| view! { <ChoiceOf at name=name.clone() choices can_replace/> });
    view! {
        <li class="system" class:with-choice=has_choice>
            <PlatformTile platform/>
            <span class="system-name" dir="auto">{name}</span>
            {is_deleted.then(|| view! { <Badge text=t!("configurations.restore.deleted")/> })}
            <Badge text=text(key) tone/>
            {differences}
            {choice}
        </li>
    }
    .into_any()
}

/// In what the two differ, and how much is in each.
fn differing(differences: &Differences, i18n: I18n) -> AnyView {
    let parts = differences.parts.iter().map(|part| {
        let part = *part;
        let name = move || i18n.text(&format!("configurations.restore.part.{}", part.as_str()));
        view! { <Badge text=Signal::derive(name)/> }
    });
    let told = move |key: &'static str, contents: Contents| {
        move || {
            let Contents { tables, fields, steps, checkpoints } = contents;
            let counts =
                [("tables", tables), ("fields", fields), ("steps", steps), ("checkpoints", checkpoints)];
            let counts = counts.map(|(name, count)| (name, count.to_string()));
            let values: Vec<_> = counts.iter().map(|(name, count)| (*name, count.as_str())).collect();
            i18n.fill(key, &values)
        }
    };
    view! {
        <div class="system-differs">
            <p class="badges">{parts.collect_view()}</p>
            <p class="hint">{told("configurations.restore.here", differences.here)}</p>
            <p class="hint">{told("configurations.restore.in_backup", differences.saved)}</p>
        </div>
    }
    .into_any()
}

/// What becomes of one that differs.
#[component]
fn ChoiceOf(
    /// Its place in the backup.
    at: usize,
    /// What it is called.
    name: String,
    /// What was chosen for each.
    choices: RwSignal<Vec<Choice>>,
    /// Whether the one here can give way.
    can_replace: bool,
) -> impl IntoView {
    let i18n = use_i18n();
    let label = move || i18n.fill("configurations.restore.what", &[("name", &name)]);
    let possible = |choice: &Choice| can_replace || *choice != Choice::Replace;
    let all: Vec<_> = ALL.into_iter().filter(possible).collect();
    let item =
        move |choice: &Choice| SelectItem { value: value(*choice), name: i18n.text(key(*choice).as_str()) };
    let items = Signal::derive(move || all.iter().map(item).collect::<Vec<_>>());
    let chosen = move || choices.with(|choices| choices.get(at).copied().unwrap_or_default());
    let choose = move |name: String| {
        if let Some(choice) = ALL.into_iter().find(|choice| value(*choice) == name) {
            choices.update(|choices| choices.iter_mut().skip(at).take(1).for_each(|it| *it = choice));
        }
    };
    view! {
        <Select
            id=format!("restore-{at}")
            label=Signal::derive(label)
            items
            selected=Signal::derive(move || value(chosen()))
            on_select=choose
        />
    }
}

const ALL: [Choice; 3] = [Choice::KeepBoth, Choice::Replace, Choice::LeaveOut];

fn value(choice: Choice) -> &'static str {
    match choice {
        Choice::KeepBoth => "keep_both",
        Choice::Replace => "replace",
        Choice::LeaveOut => "leave_out",
    }
}

fn key(choice: Choice) -> Key {
    match choice {
        Choice::KeepBoth => known!("configurations.restore.keep_both"),
        Choice::Replace => known!("configurations.restore.replace"),
        Choice::LeaveOut => known!("configurations.restore.leave_out"),
    }
}

fn told(standing: &Standing) -> (Key, &'static str) {
    match standing {
        Standing::New => (known!("configurations.restore.new"), "green"),
        Standing::Same => (known!("configurations.restore.same"), "neutral"),
        Standing::PutAway => (known!("configurations.restore.put_away"), "blue"),
        Standing::Differs(_) => (known!("configurations.restore.differs"), "amber"),
        Standing::Unreadable => (known!("configurations.restore.unreadable"), "amber"),
    }
}

#[cfg(test)]
mod tests {
    use shared::configuration::Part;

    use crate::i18n::is_known;

    #[test]
    fn every_part_has_its_word() {
        for part in Part::ALL {
            assert!(is_known(&format!("configurations.restore.part.{}", part.as_str())), "{part:?}");
        }
    }
}
