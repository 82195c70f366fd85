//! What a file looks like before it is taken.

mod archive;
mod document;
mod picture;
mod sheets;
mod text;
mod tree;

use leptos::prelude::*;
use shared::artifact::Preview;

use self::archive::Archive;
use self::picture::Picture;
use self::sheets::Sheets;
use self::text::Text;

/// What a file looks like before it is taken.
#[component]
pub(super) fn PreviewOf(
    /// What the worker says of it.
    preview: Preview,
) -> impl IntoView {
    match preview {
        Preview::Text { text, is_cut } => view! { <Text text is_cut/> }.into_any(),
        Preview::Archive { entries, left_out } => view! { <Archive entries left_out/> }.into_any(),
        Preview::Workbook { sheets } => view! { <Sheets sheets/> }.into_any(),
        Preview::Document { blocks } => document::show(blocks).into_any(),
        Preview::Picture { svg } => view! { <Picture svg/> }.into_any(),
    }
}
