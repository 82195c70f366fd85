//! A tree as the lines that are in sight.

use std::collections::BTreeSet;

use super::steps::TreeLine;

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

impl TreeLine for Line {
    fn level(&self) -> usize {
        self.level
    }

    fn is_parent(&self) -> bool {
        self.is_parent
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
}
