//! What each problem means and how to go on.

use shared::api::problem::ProblemCode;

use super::{escape, prose};

pub(super) fn page() -> String {
    let intro = "<p>Every error of the API is a problem document (RFC 9457) of media type \
                 <code>application/problem+json</code>. Its <code>code</code> is one of these.</p>\n";
    let sections: String = ProblemCode::ALL.into_iter().map(section).collect();
    super::page("Problems", &format!("{intro}{sections}"))
}

fn section(code: ProblemCode) -> String {
    let name = code.as_str();
    format!(
        "<section id=\"{name}\">\n<h2><code>{name}</code> {}</h2>\n<p>Status {}. {}</p>\n</section>\n",
        escape(code.title()),
        code.status(),
        prose(code.explanation()),
    )
}
