//! Queries for pages: simple ones where they can say it, else advanced ones without functions.

use std::fmt::Write as _;

use super::pages::link;

/// What pages are asked for.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Ask {
    /// A property links to the page, or has the value.
    Is(String, Operand),
    /// A property is there.
    Has(String),
    /// The opposite.
    Not(Box<Ask>),
    /// Everything of it.
    All(Vec<Ask>),
    /// One of it.
    Any(Vec<Ask>),
    /// A property links to a day from the first to the last.
    Days(String, Option<Bound>, Option<Bound>),
    /// A property is a whole number of at least the first, at most the second.
    Numbers(String, Option<f64>, Option<f64>),
}

/// What a property is compared with.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Operand {
    /// A link to a page.
    Page(String),
    /// A link to today's page.
    Today,
    /// A link that a template's variable becomes.
    Variable(&'static str),
    /// A number or `true`.
    Bare(String),
}

/// A day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Bound {
    /// So many days after today.
    After(i32),
    /// A fixed day, as a number such as 20260318.
    Fixed(i32),
}

impl Ask {
    /// Whether only an advanced query can say it.
    pub(super) fn is_advanced(&self) -> bool {
        match self {
            Self::Days(..) | Self::Numbers(..) => true,
            Self::Not(ask) => ask.is_advanced(),
            Self::All(asks) | Self::Any(asks) => asks.iter().any(Self::is_advanced),
            Self::Is(..) | Self::Has(_) => false,
        }
    }

    /// The inside of a simple query; `property` is `page-property`, or `property` in database graphs.
    pub(super) fn simple(&self, property: &str) -> String {
        let joined = |word: &str, asks: &[Ask]| match asks {
            [ask] => ask.simple(property),
            asks => {
                let parts: Vec<_> = asks.iter().map(|ask| ask.simple(property)).collect();
                format!("({word} {})", parts.join(" "))
            }
        };
        match self {
            Self::Is(name, Operand::Page(title)) => format!("({property} {name} {})", link(title)),
            Self::Is(name, Operand::Today) => format!("({property} {name} <% today %>)"),
            Self::Is(name, Operand::Variable(variable)) => format!("({property} {name} {variable})"),
            Self::Is(name, Operand::Bare(value)) => format!("({property} {name} {value})"),
            Self::Has(name) | Self::Days(name, ..) | Self::Numbers(name, ..) => {
                format!("({property} {name})")
            }
            Self::Not(ask) => format!("(not {})", ask.simple(property)),
            Self::All(asks) => joined("and", asks),
            Self::Any(asks) => joined("or", asks),
        }
    }

    /// The lines of an advanced query.
    pub(super) fn advanced(&self, title: &str) -> Vec<String> {
        let mut writer = Writer::default();
        let clauses = match self {
            Self::All(asks) => asks.iter().flat_map(|ask| writer.clauses(ask)).collect(),
            ask => writer.clauses(ask),
        };
        let names: String = writer.inputs.iter().fold(String::new(), |mut names, bound| {
            let _ = write!(names, " {}", bound.variable());
            names
        });
        let keys: Vec<_> = writer.inputs.iter().map(|bound| bound.keyword()).collect();
        let mut lines = vec!["#+BEGIN_QUERY".to_owned(), format!("{{:title \"{title}\"")];
        lines.push(" :query [:find (pull ?p [*])".to_owned());
        if !keys.is_empty() {
            lines.push(format!("         :in ${names}"));
        }
        lines.push("         :where".to_owned());
        lines.extend(clauses.into_iter().map(|clause| format!("         {clause}")));
        if let Some(last) = lines.last_mut() {
            last.push(']');
        }
        if !keys.is_empty() {
            lines.push(format!(" :inputs [{}]", keys.join(" ")));
        }
        lines.push(" :collapsed? false}".to_owned());
        lines.push("#+END_QUERY".to_owned());
        lines
    }
}

impl Bound {
    fn keyword(self) -> String {
        match self {
            Self::After(0) => ":today".to_owned(),
            Self::After(days) => format!(":{days:+}d"),
            Self::Fixed(day) => day.to_string(),
        }
    }

    fn variable(self) -> String {
        match self {
            Self::After(0) => "?today".to_owned(),
            Self::After(days) if days < 0 => format!("?past{}", days.unsigned_abs()),
            Self::After(days) => format!("?next{days}"),
            Self::Fixed(day) => format!("?day{day}"),
        }
    }
}

/// Writes clauses; variables that stand for one thing are numbered.
#[derive(Default)]
struct Writer {
    inputs: Vec<Bound>,
    numbered: usize,
}

impl Writer {
    fn clauses(&mut self, ask: &Ask) -> Vec<String> {
        match ask {
            Ask::Is(name, Operand::Page(title)) => vec![format!("(page-property ?p :{name} \"{title}\")")],
            Ask::Is(name, Operand::Bare(value)) => vec![format!("(page-property ?p :{name} {value})")],
            Ask::Is(name, Operand::Today) => {
                self.clauses(&Ask::Days(name.clone(), Some(Bound::After(0)), Some(Bound::After(0))))
            }
            // Variables stand in templates alone, whose queries are simple.
            Ask::Is(name, Operand::Variable(_)) | Ask::Has(name) => {
                vec![format!("(has-page-property ?p :{name})")]
            }
            Ask::Not(ask) => {
                let (inner, inputs) = self.branch(ask);
                vec![format!("(not-join [?p{inputs}] {inner})")]
            }
            Ask::All(asks) => asks.iter().flat_map(|ask| self.clauses(ask)).collect(),
            Ask::Any(asks) => {
                let branches: Vec<_> = asks.iter().map(|ask| self.branch(ask)).collect();
                let inputs: String = branches.iter().map(|(_, inputs)| inputs.as_str()).collect();
                let inner: Vec<_> = branches.iter().map(|(inner, _)| format!("(and {inner})")).collect();
                vec![format!("(or-join [?p{}] {})", unique(&inputs), inner.join(" "))]
            }
            Ask::Days(name, first, last) => self.days(name, *first, *last),
            Ask::Numbers(name, least, most) => self.numbers(name, *least, *most),
        }
    }

    /// The clauses of `ask` in a line, and the inputs they use.
    fn branch(&mut self, ask: &Ask) -> (String, String) {
        let inner = self.clauses(ask).join(" ");
        let used = self.inputs.iter().map(|bound| bound.variable()).filter(|name| uses(&inner, name));
        let inputs = used.map(|name| format!(" {name}")).collect();
        (inner, inputs)
    }

    fn days(&mut self, name: &str, first: Option<Bound>, last: Option<Bound>) -> Vec<String> {
        self.numbered += 1;
        let number = self.numbered;
        let mut clauses = vec![
            format!("[?p :block/properties ?properties{number}]"),
            format!("[(get ?properties{number} :{name}) ?links{number}]"),
            format!("[?journal{number} :block/journal-day ?day{number}]"),
            format!("[?journal{number} :block/original-name ?title{number}]"),
            format!("[(contains? ?links{number} ?title{number})]"),
        ];
        for (sign, bound) in [(">=", first), ("<=", last)] {
            if let Some(bound) = bound {
                if !self.inputs.contains(&bound) {
                    self.inputs.push(bound);
                }
                clauses.push(format!("[({sign} ?day{number} {})]", bound.variable()));
            }
        }
        clauses
    }

    fn numbers(&mut self, name: &str, least: Option<f64>, most: Option<f64>) -> Vec<String> {
        self.numbered += 1;
        let number = self.numbered;
        let mut clauses = vec![
            format!("[?p :block/properties ?properties{number}]"),
            format!("[(get ?properties{number} :{name}) ?number{number}]"),
        ];
        for (sign, bound) in [(">=", least), ("<=", most)] {
            clauses.extend(bound.map(|bound| format!("[({sign} ?number{number} {bound})]")));
        }
        clauses
    }
}

fn uses(clauses: &str, variable: &str) -> bool {
    clauses.split(|c: char| !c.is_alphanumeric() && c != '?').any(|word| word == variable)
}

fn unique(inputs: &str) -> String {
    let mut names: Vec<&str> = Vec::new();
    for name in inputs.split_whitespace() {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names.iter().map(|name| format!(" {name}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is(name: &str, page: &str) -> Ask {
        Ask::Is(name.into(), Operand::Page(page.into()))
    }

    #[test]
    fn what_simple_queries_can_say_they_say() {
        let ask = Ask::All(vec![
            is("type", "Sessions"),
            Ask::Not(Box::new(is("status", "Done"))),
            Ask::Any(vec![Ask::Has("owner".into()), Ask::Is("created".into(), Operand::Today)]),
        ]);

        assert!(!ask.is_advanced());
        assert_eq!(
            ask.simple("page-property"),
            "(and (page-property type [[Sessions]]) (not (page-property status [[Done]])) \
             (or (page-property owner) (page-property created <% today %>)))"
        );
    }

    #[test]
    fn ranges_of_days_are_advanced() {
        let ask = Ask::All(vec![
            is("type", "Sessions"),
            Ask::Days("due".into(), None, Some(Bound::After(0))),
            Ask::Any(vec![Ask::Numbers("stars".into(), Some(4.0), None), is("status", "Open")]),
        ]);

        assert!(ask.is_advanced());
        insta::assert_snapshot!(ask.advanced("Due").join("\n"), @r#"
        #+BEGIN_QUERY
        {:title "Due"
         :query [:find (pull ?p [*])
                 :in $ ?today
                 :where
                 (page-property ?p :type "Sessions")
                 [?p :block/properties ?properties1]
                 [(get ?properties1 :due) ?links1]
                 [?journal1 :block/journal-day ?day1]
                 [?journal1 :block/original-name ?title1]
                 [(contains? ?links1 ?title1)]
                 [(<= ?day1 ?today)]
                 (or-join [?p] (and [?p :block/properties ?properties2] [(get ?properties2 :stars) ?number2] [(>= ?number2 4)]) (and (page-property ?p :status "Open")))]
         :inputs [:today]
         :collapsed? false}
        #+END_QUERY
        "#);
    }
}
