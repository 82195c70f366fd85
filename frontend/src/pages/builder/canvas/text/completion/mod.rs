//! What may be written next, while a text need not be whole: keys that are missing, words of the form, ids of the
//! document. Pure: a text, a caret, the form and a blueprint come in, candidates with their edits go out.

mod candidates;
mod edit;
mod place;
mod schema;
#[cfg(test)]
mod tests;
mod tree;

use shared::blueprint::Blueprint;

pub(super) use self::candidates::Candidate;
use self::candidates::Source;
pub(super) use self::schema::Schema;

/// What may stand at `caret`, in bytes, in `text`: those first that begin with what is typed. `blueprint` is what the
/// text said when it was last whole; ids come from there. Nothing where what stands there is all there can be.
pub(super) fn complete(text: &str, caret: usize, schema: &Schema, blueprint: &Blueprint) -> Vec<Candidate> {
    let Some(place) = place::place(text, caret) else { return Vec::new() };
    let all = Source { text, place: &place, schema, blueprint }.all();
    let typed = place.typed.to_lowercase();
    let starts = |it: &Candidate| it.label.to_lowercase().starts_with(&typed);
    let has = |it: &Candidate| [&it.label, &it.name].iter().any(|text| text.to_lowercase().contains(&typed));
    let (mut found, others): (Vec<_>, Vec<_>) = all.into_iter().partition(starts);
    found.extend(others.into_iter().filter(has));
    match found.as_slice() {
        [one] if one.label == place.typed => Vec::new(),
        _ => found,
    }
}
