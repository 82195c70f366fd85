//! What a backup would bring, before it does.

use leptos::prelude::*;
use shared::configuration::Standing;

use super::store::{Offer, Systems};
use crate::browser::time;
use crate::components::{Badge, Button, Dialog, Look, PlatformTile};
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
    let count =
        Memo::new(move |_| offer.with(|offer| offer.as_ref().map_or(0, |offer| brought(&offer.standings))));
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
        i18n.fill("configurations.restore.made", &[("time", &time)])
    };
    let nothing = match (offer.standings.is_empty(), brought(&offer.standings)) {
        (true, _) => Some(known!("configurations.restore.empty")),
        (false, 0) => Some(known!("configurations.restore.nothing")),
        _ => None,
    };
    let rows = offer.backup.configurations.iter().zip(&offer.standings).map(|(saved, standing)| {
        let (platform, name) = (saved.summary.platform, saved.summary.name.clone());
        let (key, tone) = told(*standing);
        let is_deleted = saved.summary.deleted_at.is_some();
        view! {
            <li class="system">
                <PlatformTile platform/>
                <span class="system-name" dir="auto">{name}</span>
                {is_deleted.then(|| view! { <Badge text=t!("configurations.restore.deleted")/> })}
                <Badge text=text(key) tone/>
            </li>
        }
    });
    view! {
        <p class="hint">{made}</p>
        {nothing.map(|key| view! { <p>{text(key)}</p> })}
        <ul class="systems-list brief">{rows.collect_view()}</ul>
    }
    .into_any()
}

/// How many of them restoring adds or brings back.
fn brought(standings: &[Standing]) -> usize {
    standings.iter().filter(|standing| **standing != Standing::Same).count()
}

fn told(standing: Standing) -> (Key, &'static str) {
    match standing {
        Standing::New => (known!("configurations.restore.new"), "green"),
        Standing::Same => (known!("configurations.restore.same"), "neutral"),
        Standing::PutAway => (known!("configurations.restore.put_away"), "blue"),
        Standing::Differs => (known!("configurations.restore.differs"), "amber"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_here_already_is_not_brought() {
        assert_eq!(brought(&[]), 0);
        assert_eq!(brought(&[Standing::Same, Standing::New, Standing::PutAway, Standing::Differs]), 3);
    }
}
