//! Where the answers of a fresh page come from: an address, the previous product, this device, or nowhere.

use shared::answers::{Answers, from_link, read_legacy};

/// What the page was opened with.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Opening {
    /// The part of the address after `#`.
    pub fragment: String,
    /// The previous product's `config` from the part after `?`.
    pub config: Option<String>,
    /// The answers this device remembers, in their link form.
    pub kept: Option<String>,
}

/// How the answers came to be.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Arrival {
    /// Nobody has answered anything yet.
    Fresh,
    /// They were on this device.
    Resumed,
    /// Someone's link brought them; what this device had kept before is still at hand.
    Link {
        /// Answers of one's own, if there were others.
        own: Option<Answers>,
    },
    /// The previous product's configuration brought them.
    PreviousProduct {
        /// Answers of one's own, if there were others.
        own: Option<Answers>,
        /// What has no place any more and was left out.
        ignored: Vec<String>,
    },
    /// The address held answers that could not be read; kept ones stand in, if there are any.
    Unreadable,
}

impl Opening {
    /// The answers to start with, if there are any, and how they came to be.
    pub(crate) fn arrive(&self) -> (Option<Answers>, Arrival) {
        let kept = self.kept.as_deref().and_then(|link| from_link(link).ok());
        if let Some(config) = &self.config {
            return match read_legacy(config) {
                Ok(read) => {
                    let ignored = read.ignored.into_iter().map(|ignored| ignored.value).collect();
                    arrived(read.answers, kept, |own| Arrival::PreviousProduct { own, ignored })
                }
                Err(_) => (kept, Arrival::Unreadable),
            };
        }
        if self.fragment.is_empty() {
            let arrival = if kept.is_some() { Arrival::Resumed } else { Arrival::Fresh };
            return (kept, arrival);
        }
        match from_link(&self.fragment) {
            Ok(answers) if kept.as_ref() == Some(&answers) => (kept, Arrival::Resumed),
            Ok(answers) => arrived(answers, kept, |own| Arrival::Link { own }),
            Err(_) => (kept, Arrival::Unreadable),
        }
    }
}

fn arrived(
    answers: Answers,
    kept: Option<Answers>,
    arrival: impl FnOnce(Option<Answers>) -> Arrival,
) -> (Option<Answers>, Arrival) {
    let own = kept.filter(|kept| *kept != answers);
    (Some(answers), arrival(own))
}

#[cfg(test)]
mod tests {
    use shared::answers::{Complexity, to_link};

    use super::*;
    use crate::state::draft::suggested;

    fn others() -> Answers {
        Answers { complexity: Complexity::Advanced, ..suggested() }
    }

    fn opening(fragment: &str, kept: Option<&Answers>) -> Opening {
        Opening { fragment: fragment.into(), config: None, kept: kept.map(to_link) }
    }

    #[test]
    fn nothing_at_all_is_a_fresh_start() {
        assert_eq!(opening("", None).arrive(), (None, Arrival::Fresh));
    }

    #[test]
    fn kept_answers_are_resumed_even_when_the_address_repeats_them() {
        let kept = suggested();
        assert_eq!(opening("", Some(&kept)).arrive(), (Some(kept.clone()), Arrival::Resumed));
        assert_eq!(opening(&to_link(&kept), Some(&kept)).arrive(), (Some(kept), Arrival::Resumed));
    }

    #[test]
    fn a_link_wins_over_kept_answers_and_loses_none() {
        let (kept, linked) = (suggested(), others());
        let (answers, arrival) = opening(&to_link(&linked), Some(&kept)).arrive();
        assert_eq!(answers, Some(linked));
        assert_eq!(arrival, Arrival::Link { own: Some(kept) });
    }

    #[test]
    fn what_cannot_be_read_leaves_kept_answers_alone() {
        let kept = suggested();
        assert_eq!(opening("1-nonsense", Some(&kept)).arrive(), (Some(kept), Arrival::Unreadable));
        let config = Opening { config: Some("{".into()), ..Opening::default() };
        assert_eq!(config.arrive(), (None, Arrival::Unreadable));
    }
}
