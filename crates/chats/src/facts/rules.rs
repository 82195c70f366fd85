//! What a blueprint's own rules say about titles.

use chrono::NaiveDate;
use shared::blueprint::{Automation, Blueprint, CellValue, Cells, FieldId, TableId};
use shared::compute::{Setting, on_created};

/// What the rules of `blueprint` that look at the title of a row of `table` would set in rows with these `titles`: the
/// topic and the category, in a designed system. One list a title, in the order in which the rules run.
///
/// Rules that look at anything else have their say when the rows are made.
pub fn settings_by_title(
    blueprint: &Blueprint,
    table: &TableId,
    titles: &[&str],
    today: NaiveDate,
) -> Vec<Vec<Setting>> {
    let title = blueprint.table(table).and_then(|table| table.title()).map(|field| field.id.clone());
    let Some(title) = title else { return vec![Vec::new(); titles.len()] };
    let mut blueprint = blueprint.clone();
    blueprint.automations.retain(|automation| looks_at(automation, &title));
    let row = |text: &&str| Cells::from([(title.clone(), CellValue::Text((*text).to_owned()))]);
    on_created(&blueprint, table, titles.iter().map(row).collect(), today)
}

fn looks_at(automation: &Automation, field: &FieldId) -> bool {
    let conditions = automation.filter.iter().flat_map(|filter| &filter.conditions);
    conditions.into_iter().any(|condition| condition.field == *field)
}

#[cfg(test)]
mod tests {
    use shared::answers::{Answers, Complexity, Customization, Priority, TeamSize};
    use shared::platform::Platform;
    use shared::words::Language;

    use super::*;

    fn designed(language: Language) -> Blueprint {
        shared::design::design(&Answers {
            platform: Platform::Notion,
            team_size: TeamSize::JustMe,
            priorities: vec![Priority::Automation],
            features: Vec::new(),
            complexity: Complexity::Moderate,
            customization: Customization { language, ..Customization::default() },
        })
    }

    fn topics(blueprint: &Blueprint, table: &str, titles: &[&str]) -> Vec<Vec<String>> {
        let today = NaiveDate::from_ymd_opt(2026, 3, 20).unwrap();
        let set = settings_by_title(blueprint, &TableId::from(table), titles, today);
        let values = |settings: &Vec<Setting>| {
            settings.iter().flat_map(|setting| setting.value.list().to_vec()).collect::<Vec<_>>()
        };
        set.iter().map(values).collect()
    }

    #[test]
    fn titles_get_the_topics_that_the_rules_of_the_design_give_them() {
        let titles = ["Debug the parser", "Weekly standup", "Holiday plans", "Debug in the design review"];

        let found = topics(&designed(Language::En), "tbl_sessions", &titles);

        let topic = |key: &str| vec![format!("opt_sessions_secondary_topics_{key}")];
        assert_eq!(found, [topic("development"), topic("meetings"), Vec::new(), topic("development")]);
    }

    #[test]
    fn rules_speak_the_language_of_the_design() {
        let found = topics(&designed(Language::Ja), "tbl_sessions", &["週次ミーティングの議事録", "旅行"]);

        assert_eq!(found, [vec!["opt_sessions_secondary_topics_meetings".to_owned()], Vec::new()]);
    }

    #[test]
    fn what_has_nothing_to_do_with_titles_is_left_to_the_making_of_rows() {
        let blueprint = designed(Language::En);
        let today = NaiveDate::from_ymd_opt(2026, 3, 20).unwrap();
        let rules = settings_by_title(&blueprint, &TableId::from("tbl_sessions"), &["Debug"], today);
        let row = Cells::from([(FieldId::from("fld_sessions_title"), CellValue::Text("Debug".to_owned()))]);
        let all = on_created(&blueprint, &TableId::from("tbl_sessions"), vec![row], today);

        assert_eq!(rules[0].len(), 1);
        assert!(all[0].len() > 1, "the defaults of a new session are missing");
    }

    #[test]
    fn a_blueprint_without_the_table_says_nothing() {
        let blueprint = designed(Language::En);

        assert_eq!(topics(&blueprint, "tbl_nowhere", &["a", "b"]), [Vec::<String>::new(), Vec::new()]);
    }
}
