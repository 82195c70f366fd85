//! What every script has beside the blueprint's own: the day, who looks, and functions that PostgreSQL needs.

use super::dialect::Dialect;
use super::script::Script;
use super::text::literal;

/// Letters beyond ASCII that have one small form of one letter: Latin, Greek, Cyrillic, Armenian.
const LETTERS: [std::ops::RangeInclusive<char>; 2] = ['\u{c0}'..='\u{17f}', '\u{370}'..='\u{556}'];

/// The views `today` and `me`, and functions of formulas and filters.
pub(super) fn views(script: &mut Script) {
    let (today, me) = (script.dialect.today(), script.dialect.me());
    script.gap();
    for (name, column, value, words) in
        [("today", "day", today, "sql.view_today"), ("me", "name", me, "sql.view_me")]
    {
        let words = script.word(words);
        script.remark(words);
        script.run(&format!("CREATE VIEW \"{name}\" AS SELECT {value} AS \"{column}\""));
        script.describe("VIEW", &[name], words);
    }
    if script.dialect == Dialect::Postgres {
        script.gap();
        script.remark(script.word("sql.functions"));
        functions(script);
    }
}

fn functions(script: &mut Script) {
    let letters = LETTERS.into_iter().flatten().filter_map(|capital| {
        let mut small = capital.to_lowercase();
        match (small.next(), small.next()) {
            (Some(small), None) if small != capital => Some((capital, small)),
            _ => None,
        }
    });
    let (capitals, smalls): (String, String) = letters.unzip();
    script.run(&format!(
        "CREATE FUNCTION folded(words text) RETURNS text LANGUAGE sql IMMUTABLE STRICT AS $body$\n  \
         SELECT lower(translate(words, {}, {}) COLLATE \"C\")\n$body$",
        literal(&capitals),
        literal(&smalls)
    ));
    script.run(
        "CREATE FUNCTION calculated(a double precision, operator text, b double precision)\n  \
         RETURNS double precision LANGUAGE plpgsql IMMUTABLE STRICT AS $body$\nBEGIN\n  \
         RETURN 0 + CASE operator WHEN '+' THEN a + b WHEN '-' THEN a - b WHEN '*' THEN a * b\n    \
         WHEN '/' THEN a / nullif(b, 0) END;\nEXCEPTION WHEN numeric_value_out_of_range THEN\n  \
         RETURN NULL;\nEND\n$body$",
    );
    script.run(
        "CREATE FUNCTION rounded(number double precision, decimals double precision)\n  \
         RETURNS double precision LANGUAGE sql IMMUTABLE STRICT AS $body$\n  \
         SELECT CAST(round(CAST(number AS numeric), CAST(trunc(least(15, greatest(-15, decimals))) AS integer))\n    \
         AS double precision)\n$body$",
    );
}
