//! What follows from whole chats.

#![expect(clippy::unwrap_used, reason = "a test that cannot make its chats has failed")]

use chrono::{DateTime, TimeDelta, Utc};
use proptest::prelude::*;
use shared::chat::{
    Chat, Facts, ITEMS_MAX, KEYWORDS_MAX, Message, MessageCounts, Part, PersonalData, Role, Source,
    WARNINGS_MAX,
};

/// A chat in which the person and the AI take turns, a minute apart.
fn chat(title: &str, texts: &[&str]) -> Chat {
    let roles = [Role::User, Role::Assistant].into_iter().cycle();
    let messages = texts.iter().zip(roles).enumerate();
    let messages = messages.map(|(place, (text, role))| Message {
        parent: place.checked_sub(1),
        created_at: Some(moment(60 * i64::try_from(place).unwrap())),
        parts: vec![Part::text(*text)],
        ..Message::new(role)
    });
    let messages: Vec<_> = messages.collect();
    let leaf = messages.len().checked_sub(1);
    Chat { title: title.to_owned(), messages, leaf, ..Chat::new(Source::Claude, "c") }
}

fn moment(seconds: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(1_790_000_000, 0).unwrap() + TimeDelta::seconds(seconds)
}

fn terms(facts: &Facts) -> Vec<&str> {
    facts.keywords.iter().map(|keyword| keyword.term.as_str()).collect()
}

const ENGLISH: &str = "How do I index the orders table, so that the weekly report is quick?\n\
    ```sql\nSELECT card FROM orders -- TODO: none of this is said\n```\n";
const ANSWER: &str = "You should add an index on the date of the orders, because the report reads them by date.\n\n\
    ## Next steps\n1. Add the index\n2. Measure the report\n";

#[test]
fn everything_that_follows_from_a_chat_is_told() {
    let facts =
        chats::facts(&chat("Slow report", &[ENGLISH, ANSWER, "Write to ada@engines.org. Will it last?"]));

    assert_eq!(facts.messages, MessageCounts { user: 2, assistant: 1, ..MessageCounts::default() });
    assert_eq!((facts.first_at, facts.last_at), (Some(moment(0)), Some(moment(120))));
    assert_eq!(facts.active_seconds, 120);
    assert_eq!(facts.languages, ["en"]);
    assert_eq!(terms(&facts)[..3], ["report", "index", "slow"]);
    assert!(!terms(&facts).contains(&"select"), "code is not what a chat is about");
    assert_eq!(facts.action_items, ["Add the index", "Measure the report"]);
    assert_eq!(facts.open_questions, ["Will it last?"]);
    let warning = &facts.warnings[0];
    assert_eq!((warning.kind, warning.message, warning.count), (PersonalData::Email, Some(2), 1));
    assert_eq!(facts.word_count, 60);
}

#[test]
fn words_are_counted_as_people_count_them() {
    let count = |text| chats::facts(&chat("", &[text])).word_count;

    assert_eq!(count("It isn't; it’s 'quoted' l'été"), 5);
    assert_eq!(count("```\nlet it = 'a';\n```"), 3);
    assert_eq!(count("東京 タワー"), 3);
    assert_eq!(count("شكرا جزيلا 🚀"), 2);
}

#[test]
fn scripts_from_right_to_left_and_without_spaces_are_read_alike() {
    let arabic = chats::facts(&chat(
        "تصميم قاعدة البيانات",
        &["كيف أبدأ في تصميم قاعدة البيانات؟", "- [ ] اكتب الجداول\n- [x] تم"],
    ));
    let japanese = chats::facts(&chat(
        "会議の議事録",
        &["会議の議事録をどう書けばいいですか？", "## 次のステップ\n- 議事録を書く"],
    ));

    assert_eq!((arabic.languages[0].as_str(), japanese.languages[0].as_str()), ("ar", "ja"));
    assert_eq!(arabic.action_items, ["اكتب الجداول"]);
    assert_eq!(japanese.action_items, ["議事録を書く"]);
    assert!(terms(&arabic).contains(&"قاعدة") && terms(&japanese)[..3].contains(&"議事"));
}

#[test]
fn what_stands_beside_the_path_is_only_watched() {
    let mut branched = chat("", &["Hello there", "Call 415-555-0123"]);
    branched.leaf = Some(0);

    let facts = chats::facts(&branched);

    assert_eq!((facts.word_count, facts.messages.assistant), (2, 0));
    assert_eq!((facts.warnings[0].kind, facts.warnings[0].message), (PersonalData::Phone, Some(1)));
}

#[test]
fn what_people_do_not_see_does_not_count() {
    let mut hidden = chat("", &["ada@engines.org", "Hi"]);
    hidden.messages[0].is_hidden = true;
    hidden.messages[1].parts.push(Part::Reasoning { text: "grace@navy.mil".to_owned() });

    let facts = chats::facts(&hidden);

    assert_eq!((facts.word_count, facts.messages.user, facts.warnings.len()), (1, 0, 0));
}

#[test]
fn secrets_in_code_titles_and_summaries_are_seen() {
    let mut secret =
        chat("Mail ada@engines.org", &["```\nkey = ghp_aB3dE5fG7hI9jK1lM3nO5pQ7r8S9t0U1v2W3\n```"]);
    secret.summary = Some("Card 4242 4242 4242 4242".to_owned());

    let found: Vec<_> =
        chats::facts(&secret).warnings.into_iter().map(|one| (one.message, one.kind)).collect();

    assert_eq!(
        found,
        [(None, PersonalData::Email), (None, PersonalData::Card), (Some(0), PersonalData::Key)]
    );
}

#[test]
fn the_same_chat_from_another_source_is_a_copy() {
    let text = "The queue holds jobs until a worker takes them, and a worker that dies gives its jobs back. "
        .repeat(3);
    let other =
        "Gardens want water in the morning, before the sun is high, and compost in the spring of each year. "
            .repeat(3);
    let mut copy = chat("Another title", &["How?", &text.replace("queue", "**queue**")]);
    copy.source = Source::Other;
    let all = [chat("Queues", &["How?", &text]), chat("Gardens", &["How?", &other]), copy];

    let prints: Vec<_> = all.iter().map(|chat| chats::facts(chat).fingerprint).collect();

    assert_eq!(chats::duplicates(&prints), [[0, 2]]);
}

#[test]
fn chats_about_the_same_thing_get_a_topic() {
    let about = |title: &str, text: &str| chats::facts(&chat(title, &[text, "Fine."]));
    let all = [
        about("Sourdough starter", "My sourdough starter smells of flour and the dough is flat."),
        about("Tokyo trip", "What should I see in Tokyo on a trip of three days?"),
        about("Bread crust", "How hot an oven does sourdough want? The dough has a soft crust."),
        about("Trip budget", "What does a trip to Tokyo cost?"),
    ];

    let topics = chats::topics(&all.iter().map(|facts| facts.keywords.as_slice()).collect::<Vec<_>>());

    let found: Vec<_> = topics.iter().map(|topic| topic.chats.clone()).collect();
    assert_eq!(found, [vec![1, 3], vec![0, 2]]);
    assert!(
        topics[0].keywords.contains(&"tokyo".to_owned()) && topics[1].keywords.contains(&"dough".to_owned())
    );
}

#[test]
fn an_empty_chat_has_empty_facts() {
    assert_eq!(chats::facts(&chat("", &[])), Facts::default());
}

proptest! {
    #[test]
    fn facts_of_any_chat_keep_their_bounds(
        title in "\\PC{0,40}", texts in proptest::collection::vec("(\\PC|\n|- \\[ \\] |```|\\?|a@b\\.cd ){0,120}", 0..8)
    ) {
        let chat = chat(&title, &texts.iter().map(String::as_str).collect::<Vec<_>>());

        let facts = chats::facts(&chat);

        prop_assert!(facts.keywords.len() <= KEYWORDS_MAX && facts.warnings.len() <= WARNINGS_MAX);
        prop_assert!(facts.action_items.len() <= ITEMS_MAX && facts.open_questions.len() <= ITEMS_MAX);
        prop_assert!(facts.languages.len() <= 5);
        prop_assert_eq!(&facts, &chats::facts(&chat));
        let json = serde_json::to_string(&facts).unwrap();
        prop_assert_eq!(serde_json::from_str::<Facts>(&json).unwrap(), facts);
    }
}
