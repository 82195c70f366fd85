//! JSON whose members keep the order in which they were written.

use serde::ser::{Serialize, SerializeMap, SerializeSeq, Serializer};
use serde_json::Value;

/// A JSON value. Members of a [`serde_json::Value`] have an order that depends on how the crate was built, so it
/// stands for scalars alone here.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Json {
    /// Null, a bool, a number or a text.
    Scalar(Value),
    /// A list.
    List(Vec<Self>),
    /// An object.
    Object(Object),
}

impl Json {
    /// Null.
    pub(super) const NULL: Self = Self::Scalar(Value::Null);

    /// A list of whatever becomes JSON.
    pub(super) fn list<T: Into<Self>>(items: impl IntoIterator<Item = T>) -> Self {
        Self::List(items.into_iter().map(Into::into).collect())
    }

    /// Whether it is null or an empty list.
    pub(super) fn is_nothing(&self) -> bool {
        match self {
            Self::Scalar(value) => value.is_null(),
            Self::List(items) => items.is_empty(),
            Self::Object(_) => false,
        }
    }
}

/// Members of an object, in order.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Object(Vec<(String, Json)>);

impl Object {
    /// Without members.
    pub(super) fn new() -> Self {
        Self::default()
    }

    /// With one more member, at the end.
    pub(super) fn with(mut self, key: impl Into<String>, value: impl Into<Json>) -> Self {
        self.0.push((key.into(), value.into()));
        self
    }

    /// The same where there is a value.
    pub(super) fn with_some(self, key: &str, value: Option<impl Into<Json>>) -> Self {
        match value {
            Some(value) => self.with(key, value),
            None => self,
        }
    }

    /// With a text where it is not empty.
    pub(super) fn with_text(self, key: &str, text: &str) -> Self {
        self.with_some(key, Some(text).filter(|text| !text.is_empty()))
    }

    /// A reference to `pointer`.
    pub(super) fn reference(pointer: &str) -> Self {
        Self::new().with("$ref", pointer)
    }

    /// The members that `keep` wants, by their keys.
    pub(super) fn only(self, keep: impl Fn(&str) -> bool) -> Self {
        Self(self.0.into_iter().filter(|(key, _)| keep(key)).collect())
    }

    /// Indented, ending in a newline.
    pub(super) fn pretty(&self) -> Result<String, serde_json::Error> {
        let mut text = serde_json::to_string_pretty(self)?;
        text.push('\n');
        Ok(text)
    }
}

impl FromIterator<(String, Json)> for Object {
    fn from_iter<I: IntoIterator<Item = (String, Json)>>(members: I) -> Self {
        Self(members.into_iter().collect())
    }
}

impl From<Object> for Json {
    fn from(object: Object) -> Self {
        Self::Object(object)
    }
}

macro_rules! scalars {
    ($($type:ty),+) => {$(
        impl From<$type> for Json {
            fn from(value: $type) -> Self {
                Self::Scalar(value.into())
            }
        }
    )+};
}

scalars!(&str, String, bool, u64, i64, Value);

impl Serialize for Json {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Scalar(value) => value.serialize(serializer),
            Self::List(items) => {
                let mut list = serializer.serialize_seq(Some(items.len()))?;
                items.iter().try_for_each(|item| list.serialize_element(item))?;
                list.end()
            }
            Self::Object(object) => object.serialize(serializer),
        }
    }
}

impl Serialize for Object {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        self.0.iter().try_for_each(|(key, value)| map.serialize_entry(key, value))?;
        map.end()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn members_keep_their_order() {
        let object = Object::new().with("z", true).with("a", Json::list(["x"])).with_text("none", "");

        assert_eq!(object.pretty().unwrap(), "{\n  \"z\": true,\n  \"a\": [\n    \"x\"\n  ]\n}\n");
    }
}
