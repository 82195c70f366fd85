//! The parts of the result page.

/// A part of the result page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    /// Tables with their sample rows, fields and views.
    Tables,
    /// What becomes of it on the platform.
    Plan,
    /// What happens by itself, and the charts.
    Automation,
    /// The files to take it away as.
    Files,
}

impl Part {
    /// Every part, in order.
    pub(crate) const ALL: [Self; 4] = [Self::Tables, Self::Plan, Self::Automation, Self::Files];

    /// Its name in addresses and in the words.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Tables => "tables",
            Self::Plan => "plan",
            Self::Automation => "automation",
            Self::Files => "files",
        }
    }

    /// The part with this name.
    pub(crate) fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|part| part.as_str() == name)
    }

    /// Its address.
    pub(crate) fn href(self) -> String {
        format!("/system/{}", self.as_str())
    }
}
