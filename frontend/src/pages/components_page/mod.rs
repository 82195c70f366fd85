//! Every component in every state, with one line on when to use it: for those who build with them.
//!
//! The page speaks English whatever the interface speaks; what the components themselves say is in the person's language.

mod actions;
mod choices;
mod feedback;
mod fields;
mod foundations;
mod rows;
mod specimen;
mod surfaces;
mod tools;
mod wayfinding;

use leptos::prelude::*;

use self::actions::Actions;
use self::choices::Choices;
use self::feedback::Feedback;
use self::fields::Fields;
use self::foundations::Foundations;
use self::rows::ManyRows;
use self::specimen::say;
use self::surfaces::Surfaces;
use self::tools::Tools;
use self::wayfinding::Wayfinding;
use crate::browser::page;
use crate::components::PageHeading;

/// Every component in every state.
#[component]
pub(crate) fn ComponentsPage() -> impl IntoView {
    page::keep_out_of_search_engines();
    view! {
        <div class="kit" lang="en">
            <header class="kit-head">
                <PageHeading text=say("Components")/>
                <p class="lead">
                    {say("What every page is made of, in every state. Change the theme, the direction and the length of the texts to see what holds.")}
                </p>
                <Tools/>
            </header>
            <Foundations/>
            <Actions/>
            <Choices/>
            <Fields/>
            <Feedback/>
            <Surfaces/>
            <Wayfinding/>
            <ManyRows/>
        </div>
    }
}
