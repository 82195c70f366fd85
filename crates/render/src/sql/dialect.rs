//! Where PostgreSQL and SQLite say the same in different words, side by side.

use chrono::{DateTime, NaiveDate, NaiveDateTime, Timelike};
use shared::compute::formula::{BinaryOperator, Type};

use super::text::literal;

/// A database that scripts are written for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Dialect {
    /// PostgreSQL 12 and later.
    Postgres,
    /// SQLite 3.30 and later.
    Sqlite,
}
use Dialect::{Postgres, Sqlite};

/// Most decimals that numbers are rounded to, on either side of the point, as in [`shared::compute::formula`].
const DECIMALS_MAX: i32 = 15;

impl Dialect {
    fn pick(self, postgres: impl Into<String>, sqlite: impl Into<String>) -> String {
        match self {
            Postgres => postgres.into(),
            Sqlite => sqlite.into(),
        }
    }

    /// The type of a stored column.
    pub(super) fn column_type(self, kind: Type) -> &'static str {
        match (self, kind) {
            (_, Type::Text) | (Sqlite, Type::Date | Type::Datetime) => "text",
            (Postgres, Type::Number) => "double precision",
            (Sqlite, Type::Number) => "real",
            (Postgres, Type::Bool) => "boolean",
            (Sqlite, Type::Bool) => "integer",
            (Postgres, Type::Date) => "date",
            (Postgres, Type::Datetime) => "timestamptz",
        }
    }

    /// What else keeps a stored value in its form; `{}` stands for the column.
    pub(super) fn form(self, kind: Type) -> Option<&'static str> {
        match (self, kind) {
            (Sqlite, Type::Bool) => Some("{} IN (0, 1)"),
            // Without a change to make, it takes 30 February as it is.
            (Sqlite, Type::Date) => Some("{} IS date({}, '+0 days')"),
            (Sqlite, Type::Datetime) => {
                Some("{} IS datetime({}, '+0 days') OR {} IS strftime('%Y-%m-%d %H:%M:%f', {}, '+0 days')")
            }
            _ => None,
        }
    }

    /// The id of a new row.
    pub(super) fn random_id(self) -> &'static str {
        match self {
            Postgres => "gen_random_uuid()::text",
            Sqlite => "(lower(hex(randomblob(16))))",
        }
    }

    /// The moment in which a row is written, as a default.
    pub(super) fn now(self) -> &'static str {
        match self {
            Postgres => "date_trunc('milliseconds', now())",
            Sqlite => "(datetime('now'))",
        }
    }

    /// The year in which a row is written, as a default.
    pub(super) fn this_year(self) -> &'static str {
        match self {
            Postgres => "extract(year FROM now() AT TIME ZONE 'UTC')",
            Sqlite => "(CAST(strftime('%Y', 'now') AS integer))",
        }
    }

    /// The day it is.
    pub(super) fn today(self) -> &'static str {
        match self {
            Postgres => "(now() AT TIME ZONE 'UTC')::date",
            Sqlite => "date('now')",
        }
    }

    /// Who is looking.
    pub(super) fn me(self) -> &'static str {
        match self {
            Postgres => "nullif(current_setting('csmb.me', true), '')",
            Sqlite => "CAST(NULL AS text)",
        }
    }

    /// A stored column as views show it; times as UTC.
    pub(super) fn shown(self, column: &str, kind: Type) -> String {
        match kind {
            Type::Text => format!("nullif({column}, '')"),
            Type::Number => format!("CAST({column} AS {})", self.column_type(kind)),
            Type::Datetime => self.pick(format!("({column} AT TIME ZONE 'UTC')"), column),
            Type::Bool | Type::Date => column.to_owned(),
        }
    }

    /// A day; nothing outside the years that databases know.
    pub(super) fn day(self, day: NaiveDate) -> Option<String> {
        let text = literal(&day.format("%Y-%m-%d").to_string());
        is_known(day).then(|| self.pick(format!("date {text}"), text))
    }

    /// A moment as views show it.
    pub(super) fn moment(self, moment: NaiveDateTime) -> Option<String> {
        let text = literal(&written(moment)?);
        Some(self.pick(format!("timestamp {text}"), text))
    }

    /// A moment as tables store it.
    pub(super) fn stored_moment(self, moment: NaiveDateTime) -> Option<String> {
        let text = written(moment)?;
        Some(self.pick(literal(&format!("{text}+00")), literal(&text)))
    }

    /// The day of a day or moment.
    pub(super) fn day_of(self, value: &str, kind: Type) -> String {
        match kind {
            Type::Datetime => self.pick(format!("CAST({value} AS date)"), format!("substr({value}, 1, 10)")),
            _ => value.to_owned(),
        }
    }

    /// The moment of a day or moment; a day stands for its midnight.
    pub(super) fn moment_of(self, value: &str, kind: Type) -> String {
        match kind {
            Type::Date => {
                self.pick(format!("CAST({value} AS timestamp)"), format!("({value} || ' 00:00:00')"))
            }
            _ => value.to_owned(),
        }
    }

    /// The day so many days after another.
    pub(super) fn days_after(self, day: &str, days: i64) -> String {
        match days {
            0 => day.to_owned(),
            _ => self.pick(format!("({day} + ({days}))"), format!("date({day}, '{days:+} days')")),
        }
    }

    /// The Monday of a day's week.
    pub(super) fn monday(self, day: &str) -> String {
        self.pick(
            format!("CAST(date_trunc('week', {day}) AS date)"),
            format!("date({day}, '-6 days', 'weekday 1')"),
        )
    }

    /// The first day of a day's month.
    pub(super) fn first_of_month(self, day: &str) -> String {
        self.pick(
            format!("CAST(date_trunc('month', {day}) AS date)"),
            format!("date({day}, 'start of month')"),
        )
    }

    /// The day of the week, 0 for Monday.
    pub(super) fn weekday(self, day: &str) -> String {
        self.pick(
            format!("(CAST(extract(isodow FROM {day}) AS integer) - 1)"),
            format!("((CAST(strftime('%w', {day}) AS integer) + 6) % 7)"),
        )
    }

    /// Night, morning, afternoon, evening: 0 to 3.
    pub(super) fn part_of_day(self, moment: &str) -> String {
        self.pick(
            format!("(CAST(extract(hour FROM {moment}) AS integer) / 6)"),
            format!("(CAST(strftime('%H', {moment}) AS integer) / 6)"),
        )
    }

    /// Whole days from one day to another.
    pub(super) fn days(self, from: &str, to: &str) -> String {
        self.pick(
            format!("CAST({to} - {from} AS double precision)"),
            format!("(julianday({to}) - julianday({from}))"),
        )
    }

    /// Whether two values are the same; two empty ones are.
    pub(super) fn same(self, left: &str, right: &str) -> String {
        self.pick(format!("({left} IS NOT DISTINCT FROM {right})"), format!("({left} IS {right})"))
    }

    /// A number by its first 15 significant digits.
    pub(super) fn snapped(self, number: &str) -> String {
        self.pick(
            format!("CAST(CAST({number} AS numeric) AS double precision)"),
            // SQLite writes nothing as 0. That it looks at `number` once matters: it puts expressions of views in place
            // of their columns, and twice at each of many steps would be a million times.
            format!("CAST(nullif(printf('%.14e', coalesce({number}, 9e999)), 'Inf') AS real)"),
        )
    }

    /// The result of an operation; nothing where it divides by zero or becomes too large.
    pub(super) fn calculated(self, operator: BinaryOperator, left: &str, right: &str) -> String {
        let symbol = operator.symbol();
        self.pick(
            format!("calculated({left}, '{symbol}', {right})"),
            format!("nullif(nullif({left} {symbol} {right} + 0.0, 9e999), -9e999)"),
        )
    }

    /// A number rounded to a known number of decimals, halves away from zero.
    pub(super) fn rounded_to(self, number: &str, decimals: i32) -> String {
        let decimals = decimals.clamp(-DECIMALS_MAX, DECIMALS_MAX);
        let factor = format!("1e{}", decimals.abs());
        self.pick(
            format!("rounded({number}, {decimals})"),
            match decimals {
                0 => format!("round({})", self.snapped(number)),
                1.. => format!("(round({}) / {factor})", self.snapped(&format!("{number} * {factor}"))),
                _ => format!("(round({}) * {factor})", self.snapped(&format!("{number} / {factor}"))),
            },
        )
    }

    /// The same where only the row knows how many decimals.
    pub(super) fn rounded(self, number: &str, decimals: &str) -> String {
        let factors: String =
            (1..=DECIMALS_MAX).map(|decimals| format!(" WHEN {decimals} THEN 1e{decimals}")).collect();
        let limit = DECIMALS_MAX;
        self.pick(
            format!("rounded({number}, {decimals})"),
            format!(
                "(SELECT CASE WHEN v.decimals IS NULL THEN NULL WHEN v.decimals < 0 THEN round({}) * v.factor \
                 ELSE round({}) / v.factor END FROM (SELECT v.number, v.decimals, \
                 CASE abs(v.decimals){factors} ELSE 1e0 END AS factor FROM (SELECT {number} AS number, \
                 max(-{limit}, min({limit}, CAST({decimals} AS integer))) AS decimals) AS v) AS v)",
                self.snapped("v.number / v.factor"),
                self.snapped("v.number * v.factor"),
            ),
        )
    }

    /// The least or greatest of values, nothing when one of them is nothing.
    pub(super) fn extreme(self, function: &str, values: &[String]) -> String {
        match (self, values) {
            (_, [value]) => value.clone(),
            (Sqlite, _) => format!("{function}({})", values.join(", ")),
            (Postgres, _) => {
                let rows: Vec<_> = values.iter().map(|value| format!("({value})")).collect();
                format!(
                    "(SELECT CASE WHEN count(*) = count(v.item) THEN {function}(v.item) END \
                     FROM (VALUES {}) AS v (item))",
                    rows.join(", ")
                )
            }
        }
    }

    /// A value as formulas write it: numbers with a point, moments to the minute.
    pub(super) fn written(self, value: &str, kind: Type) -> String {
        match (self, kind) {
            (Postgres, Type::Number) => format!("CAST(CAST({value} AS numeric) AS text)"),
            (Postgres, Type::Date) => format!("to_char({value}, 'YYYY-MM-DD')"),
            (Postgres, Type::Datetime) => format!("to_char({value}, 'YYYY-MM-DD HH24:MI')"),
            (Sqlite, Type::Number) => format!(
                // Digits and zeros by hand: its own way to write great numbers goes wrong in the 16th digit.
                "(SELECT CASE WHEN v.digits IS NULL THEN NULL WHEN abs(v.digits) = 0.0 THEN '0' \
                 WHEN abs(v.digits) >= 1e15 THEN rtrim(substr(v.digits, 1, 1), '+') \
                 || replace(substr(v.digits, 2, 16), '.', '') || printf('%.*c', substr(v.digits, 19) - 14, '0') \
                 WHEN abs(v.digits) < 1e-4 THEN rtrim(printf('%.40f', v.digits), '0') \
                 ELSE printf('%.15g', v.digits) END \
                 FROM (SELECT nullif(printf('%+.14e', coalesce({value}, 9e999)), '+Inf') AS digits) AS v)"
            ),
            (Sqlite, Type::Datetime) => format!("substr({value}, 1, 16)"),
            _ => value.to_owned(),
        }
    }

    /// Number of characters.
    pub(super) fn length(self, text: &str) -> String {
        self.pick(
            format!("CAST(char_length(coalesce({text}, '')) AS double precision)"),
            format!("(length(coalesce({text}, '')) + 0.0)"),
        )
    }

    /// `number` of three digits or more.
    pub(super) fn three_digits(self, number: &str) -> String {
        self.pick(
            format!("lpad({number}::text, greatest(3, length({number}::text)), '0')"),
            format!("CASE WHEN {number} IS NOT NULL THEN printf('%03d', {number}) END"),
        )
    }

    /// A text whatever its case; in SQLite of ASCII and German letters, for it knows no others.
    pub(super) fn folded(self, text: &str) -> String {
        self.pick(
            format!("folded({text})"),
            format!("lower(replace(replace(replace({text}, 'Ä', 'ä'), 'Ö', 'ö'), 'Ü', 'ü'))"),
        )
    }

    /// What texts are ordered by whatever their case, letter by letter.
    pub(super) fn folded_order(self, text: &str) -> String {
        self.exact_order(&self.folded(text))
    }

    /// What texts are ordered by letter by letter.
    pub(super) fn exact_order(self, text: &str) -> String {
        self.pick(format!("{text} COLLATE \"C\""), text)
    }

    /// What stands at the end of a query so that it is not taken apart into the queries that read it.
    pub(super) fn barrier(self) -> &'static str {
        match self {
            Postgres => " OFFSET 0",
            Sqlite => " LIMIT -1 OFFSET 0",
        }
    }

    /// Whether `text` contains `word`, whatever the case.
    pub(super) fn contains(self, text: &str, word: &str) -> String {
        let word = word.to_lowercase();
        match self {
            Postgres => format!("strpos(folded({text}), {}) > 0", literal(&word)),
            Sqlite => format!("instr({}, {}) > 0", folded_for(text, &word), literal(&word)),
        }
    }

    /// Texts of rows joined by `, `, in order; nothing without rows. The rows have the columns `item` and `place`.
    pub(super) fn joined(self, rows: &str) -> String {
        self.pick(
            format!("(SELECT string_agg(v.item, ', ' ORDER BY v.place, v.item) FROM ({rows}) AS v)"),
            format!(
                "(SELECT group_concat(v.item, ', ') FROM ({rows} ORDER BY place IS NULL, place, item) AS v)"
            ),
        )
    }
}

/// Most letters of a word whose capitals are looked for one by one.
const LETTERS_MAX: usize = 8;

/// `text` with those capitals turned small that could be a letter of `word`.
fn folded_for(text: &str, word: &str) -> String {
    let mut letters: Vec<(char, char)> = Vec::new();
    for small in word.chars().filter(|c| !c.is_ascii()) {
        let mut upper = small.to_uppercase();
        if let (Some(capital), None) = (upper.next(), upper.next())
            && capital != small
            && !letters.contains(&(capital, small))
        {
            letters.push((capital, small));
        }
    }
    let replaced = letters.iter().take(LETTERS_MAX).fold(text.to_owned(), |text, (capital, small)| {
        format!("replace({text}, {}, {})", literal(&capital.to_string()), literal(&small.to_string()))
    });
    format!("lower({replaced})")
}

/// Both databases know the years 1 to 9999.
fn is_known(day: NaiveDate) -> bool {
    use chrono::Datelike;
    (1..=9999).contains(&day.year())
}

/// A moment to the millisecond; seconds that clocks put in between belong to the next minute.
fn written(moment: NaiveDateTime) -> Option<String> {
    let moment = DateTime::from_timestamp_millis(moment.and_utc().timestamp_millis())?.naive_utc();
    let form = if moment.nanosecond() == 0 { "%Y-%m-%d %H:%M:%S" } else { "%Y-%m-%d %H:%M:%S%.3f" };
    is_known(moment.date()).then(|| moment.format(form).to_string())
}
