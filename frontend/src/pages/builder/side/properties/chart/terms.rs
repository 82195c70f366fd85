//! Charts: what each kind needs, and what it begins with.

use shared::blueprint::{Bucket, Chart, ChartKind, Grouping, Measure, MeasureFunction};
use shared::operation::ChartProperty;
use shared::validate::bucket_fits;

use super::super::clauses::Fact;
use super::super::filter::first_filter;

/// The parts of days and times by which a field can part rows; none for other fields.
pub(super) fn buckets(fact: &Fact) -> Vec<Bucket> {
    let fits = |bucket: &Bucket| fact.class.is_some_and(|class| bucket_fits(*bucket, class));
    Bucket::ALL.into_iter().filter(fits).collect()
}

/// The name of a part of days and times.
pub(super) fn bucket_name(bucket: Bucket) -> &'static str {
    match bucket {
        Bucket::Week => "week",
        Bucket::Month => "month",
        Bucket::Weekday => "weekday",
        Bucket::PartOfDay => "part_of_day",
    }
}

/// Rows parted by a field: by `wanted` part where its values lie on days and have such a part.
pub(super) fn grouping(fact: &Fact, wanted: Option<Bucket>) -> Grouping {
    let buckets = buckets(fact);
    let bucket = wanted.filter(|bucket| buckets.contains(bucket)).or(buckets.first().copied());
    Grouping { field: fact.id.clone(), bucket }
}

/// Whether rows can be parted by a field.
pub(super) fn groups(fact: &Fact) -> bool {
    fact.groups && fact.class.is_some()
}

/// The first axis that a chart of a kind begins with: a line follows time, others rather part by options.
fn first_axis(kind: ChartKind, fields: &[Fact]) -> Option<Grouping> {
    let can = || fields.iter().filter(|fact| groups(fact));
    let prefers = |fact: &&Fact| if kind == ChartKind::Line { fact.is_day() } else { fact.makes_columns };
    can().find(prefers).or_else(|| can().next()).map(|fact| grouping(fact, None))
}

/// The second axis that a heat map begins with: another field than the first, or another part of its time.
fn second_axis(x: &Grouping, fields: &[Fact]) -> Option<Grouping> {
    let others = || fields.iter().filter(|fact| groups(fact) && fact.id != x.field);
    let other = others().find(|fact| fact.makes_columns || fact.is_day()).or_else(|| others().next());
    let same = || {
        let fact = fields.iter().find(|fact| fact.id == x.field)?;
        let bucket = buckets(fact).into_iter().find(|bucket| Some(*bucket) != x.bucket)?;
        Some(grouping(fact, Some(bucket)))
    };
    other.map(|fact| grouping(fact, None)).or_else(same)
}

/// What makes a chart one of another kind, with the axes that it needs and no others; nothing where no field fits.
pub(super) fn changed(chart: &Chart, kind: ChartKind, fields: &[Fact]) -> Option<Vec<ChartProperty>> {
    let mut set = vec![ChartProperty::Kind(kind)];
    let x = match kind {
        ChartKind::Number => None,
        _ => Some(chart.x.clone().or_else(|| first_axis(kind, fields))?),
    };
    let y = match (kind, &x) {
        (ChartKind::Heatmap, Some(x)) => Some(chart.y.clone().or_else(|| second_axis(x, fields))?),
        _ => None,
    };
    if x != chart.x {
        set.push(ChartProperty::X(x));
    }
    if y != chart.y {
        set.push(ChartProperty::Y(y));
    }
    Some(set)
}

/// The name of what a measure computes.
pub(super) fn function_name(function: MeasureFunction) -> &'static str {
    match function {
        MeasureFunction::Count => "count",
        MeasureFunction::Sum => "sum",
        MeasureFunction::Average => "average",
        MeasureFunction::Share => "share",
    }
}

/// A measure that computes this, over the field of the one before or the first that fits; nothing where none does.
pub(super) fn measure(before: &Measure, name: &str, fields: &[Fact]) -> Option<Measure> {
    let field = || {
        let is_number = |id: &_| fields.iter().any(|fact| fact.id == *id && fact.is_number());
        let kept = before.field.clone().filter(is_number);
        kept.or_else(|| fields.iter().find(|fact| fact.is_number()).map(|fact| fact.id.clone()))
    };
    let over = |function| field().map(|field| Measure { function, field: Some(field), of: None });
    match name {
        "count" => Some(Measure { function: MeasureFunction::Count, field: None, of: None }),
        "sum" => over(MeasureFunction::Sum),
        "average" => over(MeasureFunction::Average),
        "share" => {
            let of = before.of.clone().or_else(|| first_filter(fields))?;
            Some(Measure { function: MeasureFunction::Share, field: None, of: Some(of) })
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use shared::blueprint::KindName;
    use shared::validate::Class;

    use super::super::super::value::Offer;
    use super::*;

    fn fact(id: &str, kind: KindName, class: Class) -> Fact {
        let choices = vec![Offer::plain("a", "A")];
        Fact { groups: class != Class::Text, choices, ..Fact::sample(id, kind, class) }
    }

    fn number() -> Chart {
        Chart {
            id: "cht_a".into(),
            name: "A".to_owned(),
            kind: ChartKind::Number,
            table: "tbl_a".into(),
            filter: None,
            x: None,
            y: None,
            measure: Measure { function: MeasureFunction::Count, field: None, of: None },
            reason: None,
        }
    }

    fn by(field: &str, bucket: Option<Bucket>) -> Grouping {
        Grouping { field: field.into(), bucket }
    }

    #[test]
    fn a_kind_begins_with_the_axes_it_needs() {
        let status = fact("status", KindName::Select, Class::Option);
        let made = fact("made", KindName::CreatedAt, Class::Datetime);
        let fields = [fact("title", KindName::Title, Class::Text), status.clone(), made.clone()];
        let chart = number();
        let x = |grouping| ChartProperty::X(Some(grouping));
        assert_eq!(
            changed(&chart, ChartKind::Line, &fields),
            Some(vec![ChartProperty::Kind(ChartKind::Line), x(by("made", Some(Bucket::Week)))])
        );
        let heatmap = changed(&chart, ChartKind::Heatmap, &fields).unwrap();
        let y = ChartProperty::Y(Some(by("made", Some(Bucket::Week))));
        assert_eq!(heatmap, [ChartProperty::Kind(ChartKind::Heatmap), x(by("status", None)), y]);
        assert_eq!(changed(&chart, ChartKind::Heatmap, &[status]), None);
        let times = changed(&chart, ChartKind::Heatmap, &[made]).unwrap();
        assert_eq!(times.last(), Some(&ChartProperty::Y(Some(by("made", Some(Bucket::Month))))));
        assert_eq!(changed(&chart, ChartKind::Pie, &[]), None);
    }

    #[test]
    fn a_number_has_no_axes() {
        let chart = Chart { kind: ChartKind::Column, x: Some(by("status", None)), ..number() };
        let set = changed(&chart, ChartKind::Number, &[]);
        assert_eq!(set, Some(vec![ChartProperty::Kind(ChartKind::Number), ChartProperty::X(None)]));
    }

    #[test]
    fn measures_are_over_fields_that_can_be_measured() {
        let minutes = fact("minutes", KindName::Number, Class::Number);
        let status = fact("status", KindName::Select, Class::Option);
        let count = number().measure;
        assert_eq!(measure(&count, "sum", std::slice::from_ref(&status)), None);
        assert_eq!(measure(&count, "sum", &[minutes]).unwrap().field, Some("minutes".into()));
        assert!(measure(&count, "share", &[status]).unwrap().of.is_some());
        assert_eq!(measure(&count, "share", &[]), None);
    }
}
