//! What was open and selected: it comes back with the configuration.

use serde::{Deserialize, Serialize};
use shared::blueprint::Blueprint;
use shared::operation::ElementId;

/// What is at the side of the canvas.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Panel {
    /// What is selected, and what can be changed of it.
    #[default]
    Properties,
    /// What is wrong.
    Problems,
    /// What would do it good.
    Suggestions,
    /// What was done.
    History,
    /// What becomes of it on the platform.
    Fit,
}

impl Panel {
    /// Every one, in order.
    pub(crate) const ALL: [Self; 5] =
        [Self::Properties, Self::Problems, Self::Suggestions, Self::History, Self::Fit];

    /// Its name in the words.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Properties => "properties",
            Self::Problems => "problems",
            Self::Suggestions => "suggestions",
            Self::History => "history",
            Self::Fit => "fit",
        }
    }
}

/// How the blueprint is looked at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Mode {
    /// Drawn: tables, views, dashboards.
    #[default]
    Canvas,
    /// As text.
    Text,
}

/// What was open and selected. Unknown parts of a newer version are passed over: nothing of this is anybody's work.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Session {
    /// What is selected.
    pub selection: Vec<ElementId>,
    /// Ids of what is open in the outline.
    pub unfolded: Vec<String>,
    /// What is at the side.
    pub panel: Panel,
    /// How the blueprint is looked at.
    pub mode: Mode,
    /// What was chosen in the palette, the last one first.
    pub recent: Vec<String>,
    /// Whether the outline is in sight.
    pub is_outline_open: bool,
    /// Whether the side is in sight.
    pub is_side_open: bool,
    /// How wide the outline is, in pixels.
    pub outline_width: f64,
    /// How wide the side is, in pixels.
    pub side_width: f64,
}

/// How wide the outline is at first, in pixels.
pub(crate) const OUTLINE_WIDTH: f64 = 260.0;
/// How wide the side is at first, in pixels.
pub(crate) const SIDE_WIDTH: f64 = 320.0;

impl Default for Session {
    fn default() -> Self {
        Self {
            selection: Vec::new(),
            unfolded: Vec::new(),
            panel: Panel::default(),
            mode: Mode::default(),
            recent: Vec::new(),
            is_outline_open: true,
            is_side_open: true,
            outline_width: OUTLINE_WIDTH,
            side_width: SIDE_WIDTH,
        }
    }
}

impl Session {
    /// What [`Self::write`] wrote; how one begins where that cannot be read.
    pub(crate) fn read(text: Option<&str>) -> Self {
        text.and_then(|text| serde_json::from_str(text).ok()).unwrap_or_default()
    }

    /// The session as text.
    pub(crate) fn write(&self) -> String {
        // Texts, numbers and lists: there is nothing that JSON could refuse.
        serde_json::to_string(self).unwrap_or_default()
    }

    /// The same with another selection.
    pub(crate) fn with_selection(&self, selection: &[ElementId]) -> Self {
        Self { selection: selection.to_vec(), ..self.clone() }
    }

    /// What of its selection is still there; else the first table, else the whole.
    pub(crate) fn selection(&self, blueprint: &Blueprint) -> Vec<ElementId> {
        let selection: Vec<_> = self.selection.iter().filter(|id| id.is_in(blueprint)).cloned().collect();
        if !selection.is_empty() {
            return selection;
        }
        let first = blueprint.tables.first().map(|table| ElementId::Table(table.id.clone()));
        vec![first.unwrap_or(ElementId::Blueprint)]
    }
}

#[cfg(test)]
mod tests {
    use shared::design::design;

    use super::*;
    use crate::state::draft::suggested;

    #[test]
    fn what_is_written_is_read() {
        let session = Session { panel: Panel::History, side_width: 400.0, ..Session::default() };
        assert_eq!(Session::read(Some(&session.write())), session);
        assert_eq!(Session::read(Some("{\"panel\":\"sideways\"}")), Session::default());
        assert_eq!(Session::read(None), Session::default());
    }

    #[test]
    fn what_is_gone_is_not_selected() {
        let blueprint = design(&suggested());
        let sessions = || ElementId::Table("tbl_sessions".into());
        assert_eq!(Session::default().selection(&blueprint), [sessions()]);
        let kept = vec![ElementId::Table("tbl_gone".into()), ElementId::Field("fld_sessions_status".into())];
        let session = Session { selection: kept, ..Session::default() };
        assert_eq!(session.selection(&blueprint), [ElementId::Field("fld_sessions_status".into())]);
    }
}
