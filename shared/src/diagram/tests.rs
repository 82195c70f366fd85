use super::*;
use crate::answers::{Answers, Complexity, Customization, Feature, Priority, TeamSize};
use crate::blueprint::{Blueprint, FieldKind};
use crate::design::design;
use crate::platform::Platform;

/// A small system, a usual one and everything there is to ask for.
fn blueprints() -> [Blueprint; 3] {
    let usual = Answers {
        platform: Platform::Notion,
        team_size: TeamSize::JustMe,
        priorities: vec![Priority::Organization, Priority::Search],
        features: vec![Feature::Tags, Feature::Projects, Feature::Reminders],
        complexity: Complexity::Moderate,
        customization: Customization::default(),
    };
    let small = Answers { complexity: Complexity::Simple, features: Vec::new(), ..usual.clone() };
    let full = Answers {
        team_size: TeamSize::OverTwenty,
        priorities: Priority::ALL.into(),
        features: Feature::ALL.into(),
        complexity: Complexity::Advanced,
        ..usual.clone()
    };
    [small, usual, full].map(|answers| design(&answers))
}

#[test]
fn a_card_shows_the_title_and_every_relation() {
    for blueprint in blueprints() {
        for (table, card) in blueprint.tables.iter().zip(diagram(&blueprint).cards) {
            let must = |kind: &FieldKind| matches!(kind, FieldKind::Title | FieldKind::Relation { .. });
            let mut places = table.fields.iter().enumerate().filter(|(_, field)| must(&field.kind));
            assert!(places.all(|(place, _)| card.shown.contains(&place)), "{}", table.name);
            assert!(card.shown.is_sorted());
        }
    }
}

#[test]
fn cards_never_meet_and_stay_in_the_drawing() {
    for blueprint in blueprints() {
        let drawn = diagram(&blueprint);
        for (place, one) in drawn.cards.iter().enumerate() {
            assert!(one.left >= 0 && one.left + CARD_WIDTH <= drawn.width);
            assert!(one.top >= 0 && one.top + one.height <= drawn.height);
            for other in drawn.cards.iter().skip(place + 1) {
                let is_beside = one.left + CARD_WIDTH <= other.left || other.left + CARD_WIDTH <= one.left;
                let is_below = one.top + one.height <= other.top || other.top + other.height <= one.top;
                assert!(is_beside || is_below);
            }
        }
    }
}

#[test]
fn every_relation_is_a_line_and_none_runs_under_a_card() {
    for blueprint in blueprints() {
        let drawn = diagram(&blueprint);
        let mut places: Vec<_> = drawn.lines.iter().map(|line| line.edge).collect();
        places.sort_unstable();
        assert_eq!(places, (0..drawn.edges.len()).collect::<Vec<_>>());
        for (line, card) in
            drawn.lines.iter().flat_map(|line| drawn.cards.iter().map(move |card| (line, card)))
        {
            let sides = card.left..card.left + CARD_WIDTH;
            let is_level = |y| (card.top..card.top + card.height).contains(&y);
            let passes = |point: Point| {
                let (near, far) = (point.x.min(line.track), point.x.max(line.track));
                is_level(point.y) && near < sides.end && sides.start < far
            };
            assert!(!passes(line.from) && !passes(line.to) && !sides.contains(&line.track));
        }
    }
}

#[test]
fn a_drawing_read_from_the_right_is_the_same_seen_from_behind() {
    for blueprint in blueprints() {
        let drawn = diagram(&blueprint);
        assert_eq!(diagram(&blueprint), drawn);
        assert_eq!(drawn.clone().mirrored().mirrored(), drawn);
    }
}
