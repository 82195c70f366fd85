//! The parts of the result page.

/// A part of the result page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    /// The system at a glance: how its tables hang together, how it fits, what to do next.
    Overview,
    /// Tables with their views and fields.
    Tables,
    /// The charts.
    Dashboards,
    /// What happens by itself.
    Automation,
    /// What becomes of it on the platform.
    Plan,
    /// How it fits two platforms, side by side.
    Compare,
    /// The files to take it away as.
    Files,
}

impl Part {
    /// Every part, in order.
    pub(crate) const ALL: [Self; 7] = [
        Self::Overview,
        Self::Tables,
        Self::Dashboards,
        Self::Automation,
        Self::Plan,
        Self::Compare,
        Self::Files,
    ];

    /// Its name in addresses and in the words.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Overview => "overview",
            Self::Tables => "tables",
            Self::Dashboards => "dashboards",
            Self::Automation => "automation",
            Self::Plan => "plan",
            Self::Compare => "compare",
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::is_known;

    #[test]
    fn every_part_has_an_address_and_a_name() {
        for part in Part::ALL {
            assert_eq!(Part::parse(part.as_str()), Some(part));
            assert!(is_known(&format!("result.{}", part.as_str())));
        }
    }
}
