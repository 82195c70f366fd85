//! Knowing where one is.

use leptos::prelude::*;

use super::specimen::{Family, Specimen, say};
use crate::components::{StepLink, Stepper, TabLink, TabLinks, Tabs, Tree, TreeNode};

/// Knowing where one is.
#[component]
pub(super) fn Wayfinding() -> impl IntoView {
    view! {
        <Family name="Wayfinding">
            <Specimen name="Stepper" when="A task of a few steps, each an address." wide=true>
                <Stepper label=say("Steps of the example") steps=steps() current=Signal::stored(2)/>
            </Specimen>
            <Specimen name="TabLinks" when="Parts of a page that have an address each.">
                <TabLinks label=say("Parts of the example") tabs=links() current=Signal::stored("/components#fields".to_owned())/>
            </Specimen>
            <Sheets/>
            <Outlines/>
        </Family>
    }
}

fn steps() -> Vec<StepLink> {
    let step = |name: &str| StepLink { href: "/components".to_owned(), name: say(name) };
    ["Platform", "Priorities", "Features", "Team", "Review"].map(step).to_vec()
}

fn links() -> Vec<TabLink> {
    let link = |(part, name, count): (&str, &str, &str)| TabLink {
        href: format!("/components#{part}"),
        name: say(name),
        count: Signal::stored(count.to_owned()),
    };
    [("tables", "Tables", "4"), ("fields", "Fields", "38"), ("plan", "Plan", "")].map(link).to_vec()
}

#[component]
fn Sheets() -> impl IntoView {
    let open = RwSignal::new(0);
    let names =
        ["Sessions", "Topics", "Projects", "Action items", "People"].map(|name| say(name).get_untracked());
    let shown = names.clone();
    view! {
        <Specimen name="Tabs" when="Things of one kind, one in sight at a time.">
            <Tabs id="kit-tabs" label=say("Tables of the example") names=names.to_vec() open>
                <p>{move || shown.get(open.get()).cloned()}</p>
            </Tabs>
        </Specimen>
    }
}

#[component]
fn Outlines() -> impl IntoView {
    let selected = RwSignal::new("sessions".to_owned());
    let node = |id: &str, name: &str, children| TreeNode {
        id: id.to_owned(),
        name: say(name).get_untracked(),
        children,
    };
    let tree = vec![
        node(
            "tables",
            "Tables",
            vec![
                node(
                    "sessions",
                    "Sessions",
                    vec![node("title", "Title", vec![]), node("status", "Status", vec![])],
                ),
                node("topics", "Topics", vec![node("keywords", "Keywords", vec![])]),
            ],
        ),
        node("views", "Views", vec![node("active", "Active chats", vec![])]),
        node("dashboard", "Dashboard", vec![]),
    ];
    view! {
        <Specimen name="Tree" when="Things in things, such as the outline of a system.">
            <Tree
                label=say("Outline of the example")
                nodes=Signal::stored(tree)
                open=vec!["tables".to_owned()]
                selected
                on_select=move |id| selected.set(id)
            />
        </Specimen>
    }
}
