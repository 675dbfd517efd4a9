//! Scalars of YAML that are read through `FromStr`.

use std::fmt;
use std::marker::PhantomData;
use std::str::FromStr;

/// Reads a scalar through `FromStr` inside the visitor, so that the YAML reader can put its own
/// place (line and column of the scalar, not of the mapping around it) on the error.
pub(crate) fn deserialize_scalar<'de, T, D>(deserializer: D) -> Result<T, D::Error>
where
    T: FromStr<Err: fmt::Display>,
    D: serde::Deserializer<'de>,
{
    struct Scalar<T>(PhantomData<T>);
    impl<T: FromStr<Err: fmt::Display>> serde::de::Visitor<'_> for Scalar<T> {
        type Value = T;
        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a word or a date")
        }
        fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<T, E> {
            text.parse().map_err(E::custom)
        }
    }
    deserializer.deserialize_str(Scalar(PhantomData))
}
