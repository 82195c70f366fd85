//! A tree as the lines that are in sight, and where keys lead among them.

use std::collections::BTreeSet;

/// Something in a tree, with what is in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct TreeNode {
    /// Its id, unique in the tree.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What is in it.
    pub children: Vec<TreeNode>,
}

/// A line of a tree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Line {
    /// Id of what stands in it.
    pub id: String,
    /// Its name.
    pub name: String,
    /// How deep it is, from 1.
    pub level: usize,
    /// Its place among its siblings, from 1.
    pub place: usize,
    /// How many siblings there are, itself among them.
    pub siblings: usize,
    /// Whether something is in it.
    pub is_parent: bool,
}

/// The lines in sight when what is in `open` is open.
pub(super) fn lines(nodes: &[TreeNode], open: &BTreeSet<String>) -> Vec<Line> {
    let mut all = Vec::new();
    add(nodes, 1, open, &mut all);
    all
}

fn add(nodes: &[TreeNode], level: usize, open: &BTreeSet<String>, all: &mut Vec<Line>) {
    for (at, node) in nodes.iter().enumerate() {
        let (id, name, is_parent) = (node.id.clone(), node.name.clone(), !node.children.is_empty());
        all.push(Line { id, name, level, place: at + 1, siblings: nodes.len(), is_parent });
        if open.contains(&node.id) {
            add(&node.children, level + 1, open, all);
        }
    }
}

/// What a key does in a tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// Goes to this line.
    To(usize),
    /// Opens the line it is on.
    Open,
    /// Closes it.
    Close,
    /// Takes it.
    Take,
    /// Nothing.
    Stay,
}

/// What `key` does on line `now`.
pub(super) fn by_key(key: &str, now: usize, lines: &[Line], is_open: bool, is_rtl: bool) -> Step {
    let Some(line) = lines.get(now) else { return Step::Stay };
    let last = lines.len().saturating_sub(1);
    let (inward, outward) = if is_rtl { ("ArrowLeft", "ArrowRight") } else { ("ArrowRight", "ArrowLeft") };
    let parent = || lines.iter().take(now).rposition(|above| above.level < line.level);
    match key {
        "ArrowDown" => Step::To((now + 1).min(last)),
        "ArrowUp" => Step::To(now.saturating_sub(1)),
        "Home" => Step::To(0),
        "End" => Step::To(last),
        "Enter" | " " => Step::Take,
        key if key == inward && line.is_parent && !is_open => Step::Open,
        key if key == inward && line.is_parent => Step::To((now + 1).min(last)),
        key if key == outward && line.is_parent && is_open => Step::Close,
        key if key == outward => parent().map_or(Step::Stay, Step::To),
        _ => Step::Stay,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn node(id: &str, children: Vec<TreeNode>) -> TreeNode {
        TreeNode { id: id.into(), name: id.to_uppercase(), children }
    }

    fn tree() -> Vec<TreeNode> {
        vec![node("a", vec![node("b", vec![node("c", vec![])]), node("d", vec![])]), node("e", vec![])]
    }

    fn open(ids: &[&str]) -> BTreeSet<String> {
        ids.iter().map(|id| (*id).to_owned()).collect()
    }

    #[test]
    fn what_is_closed_hides_what_is_in_it() {
        let shown = |ids: &[&str]| {
            let lines = lines(&tree(), &open(ids));
            lines.iter().map(|line| format!("{}{}", line.id, line.level)).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(shown(&[]), "a1 e1");
        assert_eq!(shown(&["b"]), "a1 e1");
        assert_eq!(shown(&["a"]), "a1 b2 d2 e1");
        assert_eq!(shown(&["a", "b"]), "a1 b2 c3 d2 e1");
        let lines = lines(&tree(), &open(&["a"]));
        assert_eq!((lines[2].place, lines[2].siblings, lines[2].is_parent), (2, 2, false));
    }

    #[test]
    fn keys_go_in_out_and_along() {
        let lines = lines(&tree(), &open(&["a"]));
        for (key, now, is_open, is_rtl, expected) in [
            ("ArrowDown", 0, true, false, Step::To(1)),
            ("ArrowDown", 3, false, false, Step::To(3)),
            ("ArrowUp", 0, true, false, Step::To(0)),
            ("ArrowRight", 0, true, false, Step::To(1)),
            ("ArrowRight", 1, false, false, Step::Open),
            ("ArrowRight", 2, false, false, Step::Stay),
            ("ArrowLeft", 0, true, false, Step::Close),
            ("ArrowLeft", 2, false, false, Step::To(0)),
            ("ArrowLeft", 3, false, false, Step::Stay),
            ("ArrowLeft", 1, false, true, Step::Open),
            ("ArrowRight", 0, true, true, Step::Close),
            ("End", 0, true, false, Step::To(3)),
            ("Enter", 2, false, false, Step::Take),
            ("x", 2, false, false, Step::Stay),
        ] {
            assert_eq!(by_key(key, now, &lines, is_open, is_rtl), expected, "{key} on {now}");
        }
        assert_eq!(by_key("Home", 9, &lines, false, false), Step::Stay);
    }
}
