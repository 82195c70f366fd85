//! Reads fields of exports whatever they hold: what has another type than expected counts as not there.
//!
//! Nobody publishes these formats and they change without notice; one odd field must not cost a chat.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use serde::de::value::MapAccessDeserializer;
use serde::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

/// The visits that every lenient visitor answers alike: with what stands for "not there".
macro_rules! visit_as_absent {
    ($value:expr; $($visit:ident: $type:ty),*) => {
        $(fn $visit<E>(self, _: $type) -> Result<Self::Value, E> {
            Ok($value)
        })*

        fn visit_unit<E>(self) -> Result<Self::Value, E> {
            Ok($value)
        }

        fn expecting(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
            to.write_str("anything")
        }
    };
}

/// Passes over an array.
macro_rules! visit_seq_as_absent {
    ($value:expr) => {
        fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Self::Value, A::Error> {
            while seq.next_element::<IgnoredAny>()?.is_some() {}
            Ok($value)
        }
    };
}

/// Passes over an object.
macro_rules! visit_map_as_absent {
    ($value:expr) => {
        fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
            while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
            Ok($value)
        }
    };
}

/// A text.
pub(crate) fn text<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Cow<'de, str>>, D::Error> {
    struct Text;
    impl<'de> Visitor<'de> for Text {
        type Value = Option<Cow<'de, str>>;

        fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Self::Value, E> {
            Ok(Some(Cow::Borrowed(text)))
        }

        fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
            Ok(Some(Cow::Owned(text.to_owned())))
        }

        fn visit_string<E>(self, text: String) -> Result<Self::Value, E> {
            Ok(Some(Cow::Owned(text)))
        }

        visit_as_absent!(None; visit_bool: bool, visit_i64: i64, visit_u64: u64, visit_f64: f64);
        visit_seq_as_absent!(None);
        visit_map_as_absent!(None);
    }
    deserializer.deserialize_any(Text)
}

/// A number, or a text that holds one.
pub(crate) fn number<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<f64>, D::Error> {
    struct Number;
    impl<'de> Visitor<'de> for Number {
        type Value = Option<f64>;

        fn visit_f64<E>(self, number: f64) -> Result<Self::Value, E> {
            Ok(Some(number))
        }

        #[expect(clippy::cast_precision_loss, reason = "times and sizes need no more than 53 bits")]
        fn visit_i64<E>(self, number: i64) -> Result<Self::Value, E> {
            Ok(Some(number as f64))
        }

        #[expect(clippy::cast_precision_loss, reason = "times and sizes need no more than 53 bits")]
        fn visit_u64<E>(self, number: u64) -> Result<Self::Value, E> {
            Ok(Some(number as f64))
        }

        fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
            Ok(text.trim().parse().ok())
        }

        visit_as_absent!(None; visit_bool: bool);
        visit_seq_as_absent!(None);
        visit_map_as_absent!(None);
    }
    deserializer.deserialize_any(Number)
}

/// Whether something is so.
pub(crate) fn flag<'de, D: Deserializer<'de>>(deserializer: D) -> Result<bool, D::Error> {
    struct Flag;
    impl<'de> Visitor<'de> for Flag {
        type Value = bool;

        fn visit_bool<E>(self, flag: bool) -> Result<Self::Value, E> {
            Ok(flag)
        }

        visit_as_absent!(false; visit_i64: i64, visit_u64: u64, visit_f64: f64, visit_str: &str);
        visit_seq_as_absent!(false);
        visit_map_as_absent!(false);
    }
    deserializer.deserialize_any(Flag)
}

/// A time: a number or a text.
pub(crate) fn time<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<chrono::DateTime<chrono::Utc>>, D::Error> {
    Scalar::deserialize(deserializer).map(|scalar| scalar.time())
}

/// A number or a text, where exports disagree.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Scalar<'a> {
    Text(Cow<'a, str>),
    Number(f64),
    Flag(bool),
    Absent,
}

impl Scalar<'_> {
    fn time(&self) -> Option<chrono::DateTime<chrono::Utc>> {
        match self {
            Self::Number(number) => crate::time::from_number(*number),
            Self::Text(text) => match text.trim().parse() {
                Ok(number) => crate::time::from_number(number),
                Err(_) => crate::time::from_text(text),
            },
            Self::Flag(_) | Self::Absent => None,
        }
    }

    /// The text, if it is one.
    pub(crate) fn text(self) -> Option<String> {
        match self {
            Self::Text(text) => Some(text.into_owned()),
            _ => None,
        }
    }

    /// Whether anything but "no" stands there.
    pub(crate) fn is_set(&self) -> bool {
        !matches!(self, Self::Absent | Self::Flag(false))
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for Scalar<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Any;
        impl<'de> Visitor<'de> for Any {
            type Value = Scalar<'de>;

            fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Self::Value, E> {
                Ok(Scalar::Text(Cow::Borrowed(text)))
            }

            fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
                Ok(Scalar::Text(Cow::Owned(text.to_owned())))
            }

            fn visit_f64<E>(self, number: f64) -> Result<Self::Value, E> {
                Ok(Scalar::Number(number))
            }

            #[expect(clippy::cast_precision_loss, reason = "times need no more than 53 bits")]
            fn visit_i64<E>(self, number: i64) -> Result<Self::Value, E> {
                Ok(Scalar::Number(number as f64))
            }

            #[expect(clippy::cast_precision_loss, reason = "times need no more than 53 bits")]
            fn visit_u64<E>(self, number: u64) -> Result<Self::Value, E> {
                Ok(Scalar::Number(number as f64))
            }

            fn visit_bool<E>(self, flag: bool) -> Result<Self::Value, E> {
                Ok(Scalar::Flag(flag))
            }

            visit_as_absent!(Scalar::Absent;);
            visit_seq_as_absent!(Scalar::Absent);
            visit_map_as_absent!(Scalar::Absent);
        }
        deserializer.deserialize_any(Any)
    }
}

/// An object, or a text in its place, or neither.
#[derive(Debug)]
pub(crate) enum Loose<'a, T> {
    Object(T),
    Text(Cow<'a, str>),
    List(Vec<Cow<'a, str>>),
    Absent,
}

impl<T> Loose<'_, T> {
    /// The object, if it is one.
    pub(crate) fn object(self) -> Option<T> {
        match self {
            Self::Object(object) => Some(object),
            _ => None,
        }
    }
}

impl<'de: 'a, 'a, T: Deserialize<'de>> Deserialize<'de> for Loose<'a, T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Any<T>(PhantomData<T>);
        impl<'de, T: Deserialize<'de>> Visitor<'de> for Any<T> {
            type Value = Loose<'de, T>;

            fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Self::Value, E> {
                Ok(Loose::Text(Cow::Borrowed(text)))
            }

            fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
                Ok(Loose::Text(Cow::Owned(text.to_owned())))
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
                T::deserialize(MapAccessDeserializer::new(map)).map(Loose::Object)
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Self::Value, A::Error> {
                let mut texts = Vec::new();
                while let Some(item) = seq.next_element::<Scalar<'de>>()? {
                    if let Scalar::Text(text) = item {
                        texts.push(text);
                    }
                }
                Ok(Loose::List(texts))
            }

            visit_as_absent!(Loose::Absent; visit_bool: bool, visit_i64: i64, visit_u64: u64, visit_f64: f64);
        }
        deserializer.deserialize_any(Any(PhantomData))
    }
}

/// An object; anything else counts as not there.
pub(crate) fn object<'de, D: Deserializer<'de>, T: Deserialize<'de>>(
    deserializer: D,
) -> Result<Option<T>, D::Error> {
    Loose::deserialize(deserializer).map(Loose::object)
}

/// The items of an array; anything else counts as an empty one.
pub(crate) fn list<'de, D: Deserializer<'de>, T: Deserialize<'de>>(
    deserializer: D,
) -> Result<Vec<T>, D::Error> {
    struct List<T>(PhantomData<T>);
    impl<'de, T: Deserialize<'de>> Visitor<'de> for List<T> {
        type Value = Vec<T>;

        fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Self::Value, A::Error> {
            let mut items = Vec::new();
            while let Some(item) = seq.next_element()? {
                items.push(item);
            }
            Ok(items)
        }

        visit_as_absent!(Vec::new(); visit_bool: bool, visit_i64: i64, visit_u64: u64, visit_f64: f64, visit_str: &str);
        visit_map_as_absent!(Vec::new());
    }
    deserializer.deserialize_any(List(PhantomData))
}

/// The objects of an array; whatever else stands in it is passed over.
pub(crate) fn objects<'de, D: Deserializer<'de>, T: Deserialize<'de>>(
    deserializer: D,
) -> Result<Vec<T>, D::Error> {
    let items: Vec<Loose<'de, T>> = list(deserializer)?;
    Ok(items.into_iter().filter_map(Loose::object).collect())
}

/// The entries of an object whose values are objects, in its order; whatever else stands in it is passed over.
pub(crate) fn entries<'de, D: Deserializer<'de>, T: Deserialize<'de>>(
    deserializer: D,
) -> Result<Vec<(Cow<'de, str>, T)>, D::Error> {
    struct Entries<T>(PhantomData<T>);
    impl<'de, T: Deserialize<'de>> Visitor<'de> for Entries<T> {
        type Value = Vec<(Cow<'de, str>, T)>;

        fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
            let mut entries = Vec::new();
            while let Some(key) = map.next_key::<Key<'de>>()? {
                if let Some(object) = map.next_value::<Loose<'de, T>>()?.object() {
                    entries.push((key.0, object));
                }
            }
            Ok(entries)
        }

        visit_as_absent!(Vec::new(); visit_bool: bool, visit_i64: i64, visit_u64: u64, visit_f64: f64, visit_str: &str);
        visit_seq_as_absent!(Vec::new());
    }
    deserializer.deserialize_any(Entries(PhantomData))
}

/// The key of an object.
pub(crate) struct Key<'a>(pub(crate) Cow<'a, str>);

impl<'de> Deserialize<'de> for Key<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Text;
        impl<'de> Visitor<'de> for Text {
            type Value = Key<'de>;

            fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Self::Value, E> {
                Ok(Key(Cow::Borrowed(text)))
            }

            fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
                Ok(Key(Cow::Owned(text.to_owned())))
            }

            fn expecting(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
                to.write_str("a key")
            }
        }
        deserializer.deserialize_str(Text)
    }
}

/// A number as a size in bytes.
pub(crate) fn size(number: Option<f64>) -> Option<u64> {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a cast of a float saturates"
    )]
    number.filter(|number| *number >= 0.0).map(|number| number as u64)
}
