//! What a column holds, by its name and its values.

use std::collections::HashMap;

use super::Why;
use super::column::Reading;
use super::text::{self, Mark, Order};
use crate::blueprint::KindName;
use crate::operation::{is_address, is_mail};

/// Most different values that are taken for options.
const OPTIONS_MAX: usize = 20;
/// Most different items of lists that are taken for options.
const ITEMS_MAX: usize = 40;
/// Longest text that is taken for an option, in characters.
const OPTION_MAX: usize = 40;
/// Longest text that is one line, in characters.
const LINE_MAX: usize = 120;
/// What parts items of lists, the surest first.
const BETWEEN: [char; 4] = ['\n', ';', '|', ','];
/// Parts of names of columns that hold ratings.
const RATINGS: [&str; 11] = [
    "rating",
    "stars",
    "score",
    "bewertung",
    "sterne",
    "note sur",
    "étoiles",
    "puntuación",
    "estrellas",
    "評価",
    "تقييم",
];
/// Names of columns that name the rows.
const TITLES: [&str; 20] = [
    "title",
    "name",
    "subject",
    "topic",
    "titel",
    "bezeichnung",
    "betreff",
    "thema",
    "titre",
    "nom",
    "sujet",
    "título",
    "nombre",
    "asunto",
    "タイトル",
    "名前",
    "件名",
    "العنوان",
    "الاسم",
    "الموضوع",
];

/// What is told of a kind: its name, why, and how its values are written.
pub(super) type Guess = (KindName, Why, Reading);

/// What the column `name` with these values holds; none of them is empty.
pub(super) fn kind(name: &str, values: &[&str]) -> Guess {
    let known: Vec<&str> = values.iter().copied().filter(|text| !text::is_nothing(text)).collect();
    let plain = |kind, why| (kind, why, Reading::default());
    if known.is_empty() {
        return plain(KindName::Text, Why::NoValues);
    }
    let all = |fits: fn(&str) -> bool| known.iter().all(|text| fits(text));
    if all(|text| text::checked(text).is_some()) && !all(|text| matches!(text, "0" | "1")) {
        return plain(KindName::Checkbox, Why::Checks);
    }
    let found = number(name, &known).or_else(|| date(&known));
    if let Some(found) = found {
        return found;
    }
    if all(is_address) {
        return plain(KindName::Url, Why::Addresses);
    }
    if all(is_mail) {
        return plain(KindName::Email, Why::Mails);
    }
    words(values)
}

fn number(name: &str, values: &[&str]) -> Option<Guess> {
    let read = |mark| values.iter().map(|text| text::number(text, mark)).collect::<Option<Vec<_>>>();
    let (mark, numbers) =
        [Mark::Point, Mark::Comma].into_iter().find_map(|mark| read(mark).map(|it| (mark, it)))?;
    let reading = Reading { mark, ..Reading::default() };
    if values.iter().any(|text| text::is_code(text)) {
        return Some((KindName::Text, Why::Codes, reading));
    }
    if numbers.iter().all(|it| it.is_percent) {
        return Some((KindName::Number, Why::Percent, reading));
    }
    let is_whole = numbers.iter().all(|it| it.is_whole);
    let is_star = |it: &text::Written| (1.0..=10.0).contains(&it.value);
    let name = name.to_lowercase();
    if is_whole && numbers.iter().all(is_star) && RATINGS.iter().any(|part| name.contains(part)) {
        return Some((KindName::Rating, Why::Stars, reading));
    }
    let why = match mark {
        _ if is_whole => Why::Whole,
        Mark::Point => Why::Decimals,
        Mark::Comma => Why::Commas,
    };
    Some((KindName::Number, why, reading))
}

fn date(values: &[&str]) -> Option<Guess> {
    let is_day = |text: &str, order| text::day(text, order).is_some();
    // A time at midnight is what programs write where there is none.
    let midnight = |text: &str, order| {
        text::moment(text, order).is_some_and(|moment| moment.time() == chrono::NaiveTime::MIN)
    };
    for order in Order::ALL {
        let reading = Reading { order, ..Reading::default() };
        if values.iter().all(|text| is_day(text, order) || midnight(text, order)) {
            let why = match order {
                Order::Ymd => Why::Days,
                Order::Dmy => Why::DaysFirst,
                Order::Mdy => Why::MonthsFirst,
            };
            return Some((KindName::Date, why, reading));
        }
        if values.iter().all(|text| is_day(text, order) || text::moment(text, order).is_some()) {
            return Some((KindName::Datetime, Why::Moments, reading));
        }
    }
    None
}

fn words(values: &[&str]) -> Guess {
    let plain = |kind, why| (kind, why, Reading::default());
    if let Some((between, count)) = BETWEEN.into_iter().find_map(|it| Some((it, lists(values, it)?))) {
        let reading = Reading { between: Some(between), ..Reading::default() };
        return (KindName::MultiSelect, Why::Lists { count }, reading);
    }
    if let Some(count) = repeating(values.iter().copied(), OPTIONS_MAX) {
        return plain(KindName::Select, Why::Options { count });
    }
    if values.iter().any(|text| text.contains('\n') || text.chars().count() > LINE_MAX) {
        return plain(KindName::LongText, Why::Long);
    }
    // Names of several people are parted like lists.
    let between = BETWEEN.into_iter().find(|between| values.iter().any(|text| text.contains(*between)));
    (KindName::Text, Why::Short, Reading { between, ..Reading::default() })
}

/// How many different items these lists have; nothing where they are no lists, or of too many things.
fn lists(values: &[&str], between: char) -> Option<usize> {
    let several = values.iter().filter(|text| text.contains(between)).count();
    if several * 4 < values.len() || several < 2 {
        return None;
    }
    let items = values.iter().flat_map(|text| text.split(between)).map(str::trim);
    repeating(items.filter(|item| !item.is_empty()), ITEMS_MAX)
}

/// How many different short texts there are, if those are few and come twice on average.
fn repeating<'a>(texts: impl Iterator<Item = &'a str>, max: usize) -> Option<usize> {
    let mut counts: HashMap<String, usize> = HashMap::new();
    let mut total = 0;
    for text in texts {
        if text.contains('\n') || text.chars().count() > OPTION_MAX {
            return None;
        }
        *counts.entry(text.to_lowercase()).or_default() += 1;
        total += 1;
        if counts.len() > max {
            return None;
        }
    }
    (total >= 4 && counts.len() * 2 <= total).then_some(counts.len())
}

/// How well a column names the rows; the least is the best.
pub(super) fn title_rank(name: &str, kind: KindName, values: &[&str], rows: usize) -> (usize, Why) {
    let is_text = matches!(kind, KindName::Text | KindName::LongText | KindName::Select);
    let is_there = values.len() == rows && rows > 0;
    let mut seen = std::collections::HashSet::new();
    let is_unique = is_there && values.iter().all(|text| seen.insert(*text));
    let is_short = matches!(kind, KindName::Text | KindName::Email | KindName::Url);
    if is_text && !values.is_empty() && TITLES.contains(&name.to_lowercase().as_str()) {
        return (0, Why::TitleByName);
    }
    match (is_short, is_unique, is_there) {
        (true, true, _) if kind == KindName::Text => (1, Why::TitleUnique),
        (true, true, _) => (2, Why::TitleUnique),
        (true, false, true) if kind == KindName::Text => (3, Why::TitleFirst),
        _ if kind == KindName::Text && !values.is_empty() => (4, Why::TitleFirst),
        _ if is_text && !values.is_empty() => (5, Why::TitleFirst),
        _ => (6, Why::TitleFirst),
    }
}
