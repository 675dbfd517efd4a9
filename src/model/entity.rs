//! A company, body or model that an article names.

use std::fmt;
use std::str::FromStr;

use serde::de::value::MapAccessDeserializer;
use serde::ser::SerializeMap;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A company, body or model that an article names; as typed a text, or `{ name, ticker }`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Entity {
    /// Its name: `Amazon`.
    pub name: String,
    /// What it is called at the exchange, where the article says it.
    pub ticker: Option<Ticker>,
}

impl Entity {
    /// An entity of which the article states no ticker.
    pub fn named(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            ticker: None,
        }
    }
}

impl fmt::Display for Entity {
    /// `Amazon (AMZN.O)`
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.ticker {
            Some(ticker) => write!(f, "{} ({ticker})", self.name),
            None => f.write_str(&self.name),
        }
    }
}

impl Serialize for Entity {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Some(ticker) = &self.ticker else {
            return serializer.serialize_str(&self.name);
        };
        let mut listed = serializer.serialize_map(Some(2))?;
        listed.serialize_entry("name", &self.name)?;
        listed.serialize_entry("ticker", ticker)?;
        listed.end()
    }
}

/// An entity as `{ name, ticker }`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Listed {
    name: String,
    ticker: Option<Ticker>,
}

impl<'de> Deserialize<'de> for Entity {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Typed)
    }
}

struct Typed;

impl<'de> serde::de::Visitor<'de> for Typed {
    type Value = Entity;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a name, or `{ name: …, ticker: … }`")
    }

    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Entity, E> {
        Ok(Entity::named(text))
    }

    fn visit_map<A: serde::de::MapAccess<'de>>(self, map: A) -> Result<Entity, A::Error> {
        let Listed { name, ticker } = Listed::deserialize(MapAccessDeserializer::new(map))?;
        Ok(Entity { name, ticker })
    }
}

/// What a company is called at an exchange, as Reuters writes it: `AMZN.O`, `9984.T`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct Ticker(String);

impl Ticker {
    /// As typed.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Ticker {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for Ticker {
    type Err = String;

    /// Accepts up to ten letters, digits, `-` and `_`, a point, and the exchange's one to three capitals.
    fn from_str(text: &str) -> Result<Self, String> {
        let is_sign = |b: u8| b.is_ascii_alphanumeric() || b"-_".contains(&b);
        let is_ticker = text.split_once('.').is_some_and(|(symbol, exchange)| {
            (1..=10).contains(&symbol.len())
                && symbol.bytes().all(is_sign)
                && (1..=3).contains(&exchange.len())
                && exchange.bytes().all(|b| b.is_ascii_uppercase())
        });
        let message = || format!("« {text} » is not a ticker; write it like AMZN.O or 9984.T");
        is_ticker.then(|| Self(text.to_owned())).ok_or_else(message)
    }
}

impl<'de> Deserialize<'de> for Ticker {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        super::scalar::deserialize_scalar(deserializer)
    }
}
