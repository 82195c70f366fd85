//! What the form of a blueprint says of a place in it.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use super::place::{Facts, Place, Step};

/// The form of a blueprint, as JSON Schema: `$defs` by name, and the whole refers to one of them.
#[derive(Clone, Debug)]
pub(in super::super) struct Schema(Value);

/// What may stand somewhere: a schema with the name that it is known by, and what it means there.
#[derive(Clone, Copy, Debug)]
pub(super) struct Form<'a> {
    /// The name of its definition, such as `TableId`.
    pub name: Option<&'a str>,
    /// What it means here.
    pub about: &'a str,
    of: &'a Value,
}

/// A key that an object may have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Known<'a> {
    pub key: &'a str,
    pub about: &'a str,
    pub is_required: bool,
}

impl Schema {
    /// Reads a schema.
    pub(in super::super) fn read(json: &str) -> Option<Self> {
        let value: Value = serde_json::from_str(json).ok()?;
        value.get("$defs").is_some().then_some(Self(value))
    }

    /// What may stand at a place; several where it is not settled yet which of several forms it is.
    pub(super) fn at(&self, place: &Place) -> Vec<Form<'_>> {
        let mut forms = self.open(Form { name: None, about: "", of: &self.0 });
        for (at, step) in place.way.iter().enumerate() {
            let facts = place.facts.get(at);
            let inner = forms.into_iter().filter(|form| facts.is_none_or(|facts| form.fits(facts)));
            forms = inner.flat_map(|form| self.into(form, step)).collect();
        }
        match place.facts.get(place.way.len()) {
            Some(facts) => forms.into_iter().filter(|form| form.fits(facts)).collect(),
            None => forms,
        }
    }

    /// What may stand one step further in.
    fn into<'a>(&'a self, form: Form<'a>, step: &Step) -> Vec<Form<'a>> {
        let inner = match step {
            Step::Key(key) => {
                let property = form.properties().and_then(|properties| properties.get(key));
                property.or_else(|| form.of.get("additionalProperties").filter(|it| it.is_object()))
            }
            Step::Item(_) => form.of.get("items"),
        };
        // What a variant means says more than what its tag is called.
        let is_tag =
            inner.is_some_and(|inner| inner.get("enum").is_some() && inner.get("description").is_none());
        let about = if is_tag { form.about } else { "" };
        inner.map(|of| self.open(Form { name: None, about, of })).unwrap_or_default()
    }

    /// The forms that one form stands for: what it refers to, or each of its variants.
    fn open<'a>(&'a self, form: Form<'a>) -> Vec<Form<'a>> {
        let said = form.of.get("description").and_then(Value::as_str);
        let about = if form.about.is_empty() { said.unwrap_or_default() } else { form.about };
        if let Some(name) = form.of.get("$ref").and_then(Value::as_str) {
            let name = name.rsplit('/').next().unwrap_or_default();
            let of = self.0.get("$defs").and_then(|all| all.get(name));
            return of.map(|of| self.open(Form { name: Some(name), about, of })).unwrap_or_default();
        }
        let variants = form.of.get("oneOf").or_else(|| form.of.get("anyOf")).and_then(Value::as_array);
        match variants {
            // What a variant is about stands in the variant.
            Some(variants) if variants.len() > 1 && !is_optional(variants) => {
                let variant = |of| self.open(Form { name: form.name, about: "", of });
                variants.iter().flat_map(variant).collect()
            }
            Some(variants) => {
                let variant = |of| self.open(Form { name: form.name, about, of });
                variants.iter().flat_map(variant).collect()
            }
            None => vec![Form { about, ..form }],
        }
    }
}

/// Whether variants are one form, or nothing.
fn is_optional(variants: &[Value]) -> bool {
    let is_null = |it: &&Value| it.get("type").and_then(Value::as_str) == Some("null");
    variants.iter().filter(|it| !is_null(it)).count() == 1
}

impl<'a> Form<'a> {
    fn properties(self) -> Option<&'a Map<String, Value>> {
        self.of.get("properties").and_then(Value::as_object)
    }

    /// Whether what an object says already agrees with this variant.
    fn fits(self, facts: &Facts) -> bool {
        let Some(properties) = self.properties() else { return true };
        properties.iter().all(|(key, of)| {
            let allowed = of.get("enum").and_then(Value::as_array);
            let said = facts.get(key).and_then(Option::as_deref);
            match (allowed, said) {
                (Some(allowed), Some(said)) => allowed.iter().any(|it| it.as_str() == Some(said)),
                _ => true,
            }
        })
    }

    /// The words that it may be.
    pub(super) fn words(self) -> impl Iterator<Item = &'a str> {
        self.of.get("enum").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str)
    }

    /// Whether it is of a type, such as `boolean`.
    pub(super) fn is(self, kind: &str) -> bool {
        match self.of.get("type") {
            Some(Value::String(of)) => of == kind,
            Some(Value::Array(of)) => of.iter().any(|it| it.as_str() == Some(kind)),
            _ => false,
        }
    }

    /// The keys that it may have.
    fn keys(self) -> impl Iterator<Item = Known<'a>> {
        let required = self.of.get("required").and_then(Value::as_array);
        self.properties().into_iter().flatten().map(move |(key, of)| {
            let inner = of.get("oneOf").and_then(|all| all.get(0)).and_then(|first| first.get("description"));
            let about = of.get("description").or(inner).and_then(Value::as_str).unwrap_or_default();
            let is_required = required.is_some_and(|all| all.iter().any(|it| it.as_str() == Some(key)));
            Known { key, about, is_required }
        })
    }
}

/// The keys that all of these forms may have, and no others: which one it is, is said by one of them.
pub(super) fn common_keys<'a>(forms: &[Form<'a>]) -> Vec<Known<'a>> {
    let objects: Vec<_> = forms.iter().filter(|form| form.is("object")).collect();
    let has = |form: &Form<'_>, key: &str| form.properties().is_some_and(|all| all.contains_key(key));
    let first = objects.first().into_iter().flat_map(|form| form.keys());
    let common: Vec<_> = first.filter(|known| objects.iter().all(|form| has(form, known.key))).collect();
    if !common.is_empty() {
        return common;
    }
    // Variants that are told apart by their only key.
    let mut seen = BTreeSet::new();
    objects.iter().flat_map(|form| form.keys()).filter(|known| seen.insert(known.key)).collect()
}
