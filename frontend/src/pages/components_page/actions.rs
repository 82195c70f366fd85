//! Buttons, and what opens from them.

use leptos::prelude::*;

use super::specimen::{Family, Specimen, States, say};
use crate::components::{
    Button, ButtonLink, Glyph, IconButton, Look, Menu, MenuItem, Popover, Switch, Tooltip, Trigger,
};

/// Buttons, and what opens from them.
#[component]
pub(super) fn Actions() -> impl IntoView {
    view! {
        <Family name="Actions">
            <Buttons/>
            <Busy/>
            <Specimen name="ButtonLink" when="Leads to another page, and looks as if it mattered.">
                <States>
                    <ButtonLink text=say("Design my system") href="/design" look=Look::Primary after=Glyph::ArrowRight/>
                    <ButtonLink text=say("See the plan") href="/system/plan"/>
                </States>
            </Specimen>
            <Specimen name="IconButton" when="Where room is scarce and the shape is known. It says its name to whoever points at it.">
                <States>
                    <IconButton label=say("Rename") glyph=Glyph::Pencil on_press=|()| ()/>
                    <IconButton label=say("Copy") glyph=Glyph::Copy large=true on_press=|()| ()/>
                    <IconButton label=say("Remove") glyph=Glyph::Trash2 disabled=Signal::stored(true) on_press=|()| ()/>
                </States>
            </Specimen>
            <Specimen name="Tooltip" when="A few words about a control. Never the only place where something is said.">
                <Tooltip text=say("Everything is kept on this device")>
                    <button type="button" class="button secondary">{say("Saved")}</button>
                </Tooltip>
            </Specimen>
            <Menus/>
            <Specimen name="Popover" when="A few controls or an explanation beside a button, without leaving the page.">
                <Popover id="kit-popover" button=Trigger::Text(say("View options")) label=say("View options")>
                    <ViewOptions/>
                </Popover>
            </Specimen>
        </Family>
    }
}

#[component]
fn Buttons() -> impl IntoView {
    let off = Signal::stored(true);
    view! {
        <Specimen name="Button" when="One primary on a page. Danger only for what can't be undone. Verbs, sentence case.">
            <States>
                <Button text=say("Set up in Notion") look=Look::Primary/>
                <Button text=say("Copy link") glyph=Glyph::Link/>
                <Button text=say("Cancel") look=Look::Quiet/>
                <Button text=say("Delete workspace") look=Look::Danger/>
            </States>
            <States>
                <Button text=say("Set up in Notion") look=Look::Primary disabled=off/>
                <Button text=say("Copy link") glyph=Glyph::Link disabled=off/>
                <Button text=say("Cancel") look=Look::Quiet disabled=off/>
                <Button text=say("Delete workspace") look=Look::Danger disabled=off/>
            </States>
            <div class="states dense">
                <Button text=say("Dense, as in a workbench") look=Look::Primary/>
                <Button text=say("Add field") glyph=Glyph::Plus/>
                <Button text=say("More") look=Look::Quiet/>
            </div>
        </Specimen>
    }
}

#[component]
fn Busy() -> impl IntoView {
    let busy = RwSignal::new(true);
    view! {
        <Specimen name="Button busy" when="While it works it keeps its width, turns and takes no second press.">
            <States>
                <Button text=say("Save") look=Look::Primary busy/>
                <Button text=say("Download the workbook") glyph=Glyph::Download busy/>
            </States>
            <Switch label=say("Busy") is_on=busy on_change=move |is_on| busy.set(is_on)/>
        </Specimen>
    }
}

#[component]
fn Menus() -> impl IntoView {
    let chosen = RwSignal::new(String::new());
    let items = || {
        let item = |value, name, glyph, keys| MenuItem {
            glyph: Some(glyph),
            keys,
            ..MenuItem::new(value, say(name))
        };
        vec![
            item("rename", "Rename", Glyph::Pencil, Some("F2")),
            item("duplicate", "Duplicate", Glyph::Copy, Some("Mod+D")),
            MenuItem { disabled: Signal::stored(true), ..item("archive", "Archive", Glyph::Archive, None) },
            MenuItem { is_danger: true, ..item("delete", "Delete", Glyph::Trash2, Some("Del")) },
        ]
    };
    let choose = move |value: &'static str| chosen.set(value.to_owned());
    view! {
        <Specimen name="Menu" when="Things to do with one thing, behind a button. Letters and arrows go through it.">
            <States>
                <Menu id="kit-menu" button=Trigger::Text(say("Actions")) label=say("Actions") items=items() on_choose=choose/>
                <Menu
                    id="kit-menu-shape"
                    button=Trigger::Shape(Glyph::Ellipsis, say("More actions"))
                    label=say("More actions")
                    items=items()
                    on_choose=choose
                />
                <output class="hint"><code>{chosen}</code></output>
            </States>
        </Specimen>
    }
}

#[component]
fn ViewOptions() -> impl IntoView {
    let (filter, group) = (RwSignal::new(true), RwSignal::new(false));
    view! {
        <div class="stack">
            <Switch label=say("Show the filter") is_on=filter on_change=move |is_on| filter.set(is_on)/>
            <Switch label=say("Group by topic") is_on=group on_change=move |is_on| group.set(is_on)/>
        </div>
    }
}
