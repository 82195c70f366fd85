//! Answers that differ in everything from one number to the next, always the same for the same number.

use shared::answers::{Answers, Complexity, Customization, DateFormat, Feature, Priority, TeamSize};
use shared::platform::Platform;
use shared::words::Language;

/// The answers of `number`; 0 asks for everything there is.
pub(crate) fn answers(number: u64) -> Answers {
    if number == 0 { everything() } else { sampled(number) }
}

fn everything() -> Answers {
    Answers {
        platform: Platform::Excel,
        team_size: TeamSize::OverTwenty,
        // All but simplicity, which takes things away.
        priorities: Priority::ALL.into_iter().filter(|priority| *priority != Priority::Simplicity).collect(),
        features: Feature::ALL.to_vec(),
        complexity: Complexity::Advanced,
        customization: Customization::default(),
    }
}

fn sampled(number: u64) -> Answers {
    let mut dice = Dice(number);
    let priorities = dice.some(&Priority::ALL);
    Answers {
        platform: dice.one(&Platform::ALL),
        team_size: dice.one(&TeamSize::ALL),
        priorities: if priorities.is_empty() { vec![Priority::Search] } else { priorities },
        features: dice.some(&Feature::ALL),
        complexity: dice.one(&Complexity::ALL),
        customization: Customization {
            language: language(number),
            date_format: dice.one(&[
                DateFormat::Iso,
                DateFormat::DayFirst,
                DateFormat::MonthFirst,
                DateFormat::Dotted,
            ]),
            ..Customization::default()
        },
    }
}

/// One after the other, so that a handful of samples speaks every language.
fn language(number: u64) -> Language {
    let nth = usize::try_from(number).unwrap_or_default() % Language::ALL.len();
    Language::ALL[nth]
}

/// Numbers without a pattern, from a seed (SplitMix64).
struct Dice(u64);

impl Dice {
    fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    fn one<T: Copy>(&mut self, of: &[T]) -> T {
        #[expect(clippy::cast_possible_truncation, reason = "a remainder of a short list's length")]
        let index = (self.roll() % of.len() as u64) as usize;
        of[index]
    }

    fn some<T: Copy>(&mut self, of: &[T]) -> Vec<T> {
        of.iter().copied().filter(|_| !self.roll().is_multiple_of(3)).collect()
    }
}
