//! The views of rows: everything that is known of a row, stored and computed, as [`shared::compute`] computes it.
//!
//! What is computed from computed values comes in a view of its own, so that every view only looks at earlier ones.

use shared::blueprint::{FieldId, FieldKind, RollupFunction};

use super::dialect::Dialect;
use super::formula::Translator;
use super::links::{shown, targets};
use super::model::{Column, Entity, Model, Names, Place};
use super::script::{Line, Script, described};
use super::text::{literal, quoted};

/// Largest weight of a formula that databases may put in the place of its column.
const WEIGHT_MAX: usize = 500;
/// Longest chain of formulas whose weight is looked for.
const WEIGHT_DEPTH: usize = 16;

/// The views of one table, by the level of what they compute.
struct Layers {
    /// The levels that the table has, least first, with the view for each; the first is 0.
    views: Vec<(usize, String)>,
}

/// Writes the views of rows of all tables.
pub(super) fn rows(script: &mut Script, model: &Model<'_>, names: &mut Names) {
    let layers: Vec<Layers> = model.tables.iter().map(|entity| layers(entity, names)).collect();
    let mut waiting: Vec<(usize, usize, usize)> = Vec::new();
    for (position, layers) in layers.iter().enumerate() {
        waiting.extend(layers.views.iter().enumerate().map(|(step, (level, _))| (*level, position, step)));
    }
    waiting.sort_unstable();
    for (level, position, step) in waiting {
        if let Some(entity) = model.tables.get(position) {
            Rows { model, layers: &layers, entity, position }.write(script, level, step);
        }
    }
}

fn layers(entity: &Entity<'_>, names: &mut Names) -> Layers {
    let mut levels: Vec<usize> = entity.columns.iter().map(|column| column.level).chain([0]).collect();
    levels.sort_unstable();
    levels.dedup();
    let last = levels.len().saturating_sub(1);
    let view = |(step, level): (usize, usize)| {
        let name = match step {
            step if step == last => entity.rows.clone(),
            0 => names.claim_ended(&entity.name, "_stored"),
            step => names.claim_ended(&entity.name, &format!("_computed_{step}")),
        };
        (level, name)
    };
    Layers { views: levels.into_iter().enumerate().map(view).collect() }
}

/// The rows of a table.
struct Rows<'r, 'a> {
    model: &'r Model<'a>,
    layers: &'r [Layers],
    entity: &'r Entity<'a>,
    position: usize,
}

impl Rows<'_, '_> {
    fn write(&self, script: &mut Script, level: usize, step: usize) {
        let dialect = script.dialect;
        let views = self.layers.get(self.position).map_or(&[][..], |layers| &layers.views);
        let Some((_, view)) = views.get(step) else { return };
        let source = match step.checked_sub(1).and_then(|before| views.get(before)) {
            Some((_, before)) => before,
            None => &self.entity.name,
        };
        let mut translator = Translator::new(self.model, dialect, self.entity);
        let mut lines = vec![Line::plain("r.\"id\""), Line::plain("r.\"row_position\"")];
        for column in self.entity.columns.iter().filter(|column| column.level <= level) {
            lines.extend(self.lines(&mut translator, column, level));
        }
        script.gap();
        let words = script.sentence("sql.rows_of", &[("table", &self.entity.table.name)]);
        script.remark(&words);
        for column in self.missing() {
            script.remark(&script.sentence("sql.not_computed", &[("field", &column.field.name)]));
        }
        let (steps, source) = steps(&translator.parts, source);
        let start = format!("CREATE VIEW {} AS{steps}\nSELECT", quoted(view));
        let barrier = if self.is_heavy(level) { dialect.barrier() } else { "" };
        script.run_list(&start, &lines, &format!("FROM {source} AS r{barrier}"));
        script.describe("VIEW", &[view], &words);
        if step + 1 == views.len() {
            for column in self.entity.columns.iter().filter(|column| column.kind.is_some()) {
                let words = described(&column.field.name, &column.field.description);
                script.describe("COLUMN", &[view, &column.name], &words);
            }
        }
    }

    /// Whether the view's expressions become too large where they stand for their columns.
    fn is_heavy(&self, level: usize) -> bool {
        let mut here = self.entity.columns.iter().filter(|column| column.level == level);
        here.any(|column| self.weight(column, 0) > WEIGHT_MAX)
    }

    /// How often stored fields are read for a formula, each formula in the place of its name.
    fn weight(&self, column: &Column<'_>, depth: usize) -> usize {
        let schema = self.model.evaluator.schema();
        let Some(Ok(expr)) = schema.formula(&column.field.id) else { return 1 };
        let mut weight = 1;
        for (field, _) in expr.fields() {
            // What is far above the limit need not be known better.
            if weight > WEIGHT_MAX || depth > WEIGHT_DEPTH {
                return WEIGHT_MAX + 1;
            }
            weight +=
                self.model.column_of(self.entity, field).map_or(1, |column| self.weight(column, depth + 1));
        }
        weight
    }

    fn missing(&self) -> impl Iterator<Item = &Column<'_>> {
        self.entity.columns.iter().filter(|column| column.kind.is_none())
    }

    /// A field's columns in the view of `level`.
    fn lines(&self, translator: &mut Translator<'_, '_>, column: &Column<'_>, level: usize) -> Vec<Line> {
        let named = |(name, sql): (String, String)| Line::plain(format!("{sql} AS {}", quoted(&name)));
        if level > 0 && column.level < level {
            let kept = self.names(column).into_iter();
            return kept.map(|name| Line::plain(format!("r.{}", quoted(&name)))).collect();
        }
        let found = match level {
            0 => self.stored(column, translator.dialect()),
            _ => self.computed(translator, column).map(|sql| vec![(column.name.clone(), sql)]),
        };
        found.unwrap_or_default().into_iter().map(named).collect()
    }

    /// The columns that show a field.
    fn names(&self, column: &Column<'_>) -> Vec<String> {
        let id = match &column.place {
            Place::One { id } | Place::Inverse { id: Some(id), .. } => Some(id.clone()),
            _ => None,
        };
        let name = column.kind.map(|_| column.name.clone());
        id.into_iter().chain(name).collect()
    }

    fn stored(&self, column: &Column<'_>, dialect: Dialect) -> Option<Vec<(String, String)>> {
        let name = quoted(&column.name);
        let one = |sql: String| Some(vec![(column.name.clone(), sql)]);
        match &column.place {
            Place::Own => one(dialect.shown(&format!("r.{name}"), column.kind?)),
            Place::Option { .. } => one(format!("r.{name}")),
            Place::Options { link, .. } => one(items(dialect, link, "option")),
            Place::People { link } => one(items(dialect, link, "person")),
            Place::AutoId { number, year } => {
                let FieldKind::AutoId { prefix } = &column.field.kind else { return None };
                one(auto_id(dialect, prefix, number, year.as_deref()))
            }
            Place::Computed => None,
            _ => shown(self.model, dialect, column),
        }
    }

    fn computed(&self, translator: &mut Translator<'_, '_>, column: &Column<'_>) -> Option<String> {
        column.kind?;
        match &column.field.kind {
            FieldKind::Formula { .. } => {
                let schema = self.model.evaluator.schema();
                translator.translate(schema.formula(&column.field.id)?.as_ref().ok()?)
            }
            FieldKind::Rollup { relation, field, function } => {
                self.rollup(relation, field.as_ref(), *function, translator.dialect())
            }
            _ => None,
        }
    }

    fn rollup(
        &self,
        relation: &FieldId,
        over: Option<&FieldId>,
        function: RollupFunction,
        dialect: Dialect,
    ) -> Option<String> {
        let relation = self.model.column_of(self.entity, relation)?;
        let related = self.model.related(relation)?;
        let targets = targets(self.model, relation)?;
        let (value, view) = match over.filter(|_| function != RollupFunction::Count) {
            Some(over) => {
                let over = self.model.column_of(related, over)?;
                (format!("t.{}", quoted(&over.name)), self.view_with(related, over.level)?)
            }
            None => ("*".to_owned(), related.name.clone()),
        };
        let number = match dialect {
            Dialect::Postgres => "double precision",
            Dialect::Sqlite => "real",
        };
        let result = match function {
            RollupFunction::Count => format!("CAST(count(*) AS {number})"),
            RollupFunction::Sum => format!("coalesce(CAST(sum({value}) AS {number}), 0.0)"),
            RollupFunction::Average => format!("avg({value})"),
            RollupFunction::Min => format!("min({value})"),
            RollupFunction::Max => format!("max({value})"),
            RollupFunction::PercentChecked => {
                format!("CAST(avg(CASE WHEN {value} THEN 1.0 ELSE 0.0 END) AS {number})")
            }
        };
        Some(format!("(SELECT {result} FROM {} AS t WHERE t.\"id\" IN {targets})", quoted(&view)))
    }

    /// The first view of a table that has what is computed at `level`.
    fn view_with(&self, entity: &Entity<'_>, level: usize) -> Option<String> {
        let position = self.model.tables.iter().position(|other| other.table.id == entity.table.id)?;
        let views = &self.layers.get(position)?.views;
        views.iter().find(|(of, _)| *of == level).map(|(_, name)| name.clone())
    }
}

/// The steps that a formula takes before its last, and what the last one reads.
fn steps(parts: &[(String, String)], source: &str) -> (String, String) {
    let mut source = quoted(source);
    let mut steps = Vec::new();
    for (name, sql) in parts {
        let step = format!("\"_step{name}\"");
        steps.push(format!("{step} AS (SELECT r.*, {sql} AS {} FROM {source} AS r)", quoted(name)));
        source = step;
    }
    let steps = if steps.is_empty() { String::new() } else { format!("\nWITH {}", steps.join(",\n  ")) };
    (steps, source)
}

/// Items of a link, joined.
fn items(dialect: Dialect, link: &str, item: &str) -> String {
    let (link, item) = (quoted(link), quoted(item));
    dialect.joined(&format!(
        "SELECT l.{item} AS item, l.\"place\" AS place FROM {link} AS l WHERE l.\"row_id\" = r.\"id\""
    ))
}

/// The prefix with the year in it, and three digits or more.
fn auto_id(dialect: Dialect, prefix: &str, number: &str, year: Option<&str>) -> String {
    let number = dialect.three_digits(&format!("r.{}", quoted(number)));
    let Some(year) = year else { return format!("{} || {number}", literal(prefix)) };
    let year = format!("coalesce(CAST(r.{} AS text), '{{year}}')", quoted(year));
    let parts: Vec<_> = prefix.split("{year}").map(literal).collect();
    format!("{} || {number}", parts.join(&format!(" || {year} || ")))
}
