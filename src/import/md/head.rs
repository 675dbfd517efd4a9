//! Front matter as other tools write it: YAML between `---` (Jekyll, Hugo, Ghost), TOML between `+++`
//! (Zola, Hugo), JSON before the text (Hugo).

use std::ops::Range;

use serde_yaml::{Mapping, Value};

/// A file taken apart.
pub(crate) struct Parts {
    /// The head; empty where there is none.
    pub(crate) head: Mapping,
    /// The bytes of the head, its opening and closing lines among them.
    pub(crate) head_range: Range<usize>,
    /// The byte at which the body begins.
    pub(crate) body_start: usize,
}

impl Parts {
    /// A text that is body alone.
    pub(crate) fn none() -> Self {
        Self {
            head: Mapping::new(),
            head_range: 0..0,
            body_start: 0,
        }
    }
}

/// Why front matter cannot be read, and the line of it that says so, from 1.
pub(crate) struct Mistake {
    pub(crate) line: usize,
    pub(crate) why: String,
}

/// Takes a text apart (line breaks `\n`): none where it has no front matter, or why that cannot be read.
pub(crate) fn split(text: &str) -> Option<Result<Parts, Mistake>> {
    match text.lines().next()?.trim_end() {
        "---" => fenced(text, "---", yaml),
        "+++" => fenced(text, "+++", toml),
        line if line.starts_with('{') => json(text),
        _ => None,
    }
}

fn yaml(head: &str) -> Result<Value, Mistake> {
    serde_yaml::from_str(head).map_err(|error| {
        let said = error.to_string();
        Mistake {
            line: error.location().map_or(1, |place| place.line()),
            why: said
                .split(" at line ")
                .next()
                .unwrap_or_default()
                .to_owned(),
        }
    })
}

fn toml(head: &str) -> Result<Value, Mistake> {
    let read = toml::from_str(head).map(from_toml);
    read.map_err(|error: toml::de::Error| Mistake {
        line: head[..error.span().map_or(0, |span| span.start)]
            .matches('\n')
            .count()
            + 1,
        why: error.message().to_owned(),
    })
}

/// A head between two lines of one kind.
fn fenced(
    text: &str,
    fence: &str,
    parse: fn(&str) -> Result<Value, Mistake>,
) -> Option<Result<Parts, Mistake>> {
    let opening = text.find('\n')? + 1;
    let mut at = opening;
    let closing = text[opening..].split_inclusive('\n').find_map(|line| {
        let start = at;
        at += line.len();
        (line.trim_end() == fence).then_some(start)
    })?;
    let head = match parse(&text[opening..closing]) {
        Ok(Value::Mapping(head)) => head,
        Ok(Value::Null) => Mapping::new(),
        Ok(_) => return None,
        Err(mistake) => {
            let line = mistake.line + 1; // the opening line is the file's first
            return Some(Err(Mistake { line, ..mistake }));
        }
    };
    Some(Ok(Parts {
        head,
        head_range: 0..at,
        body_start: at,
    }))
}

/// A JSON object before the text.
fn json(text: &str) -> Option<Result<Parts, Mistake>> {
    let mut values = serde_json::Deserializer::from_str(text).into_iter::<Value>();
    let Some(Ok(Value::Mapping(head))) = values.next() else {
        return None;
    };
    let end = values.byte_offset();
    let is_alone = text[end..].starts_with('\n') || text[end..].is_empty();
    is_alone.then(|| {
        Ok(Parts {
            head,
            head_range: 0..end,
            body_start: end,
        })
    })
}

/// TOML's values as YAML has them; its dates as they are written.
fn from_toml(value: toml::Value) -> Value {
    match value {
        toml::Value::String(text) => Value::from(text),
        toml::Value::Integer(number) => Value::from(number),
        toml::Value::Float(number) => Value::from(number),
        toml::Value::Boolean(is) => Value::from(is),
        toml::Value::Datetime(date) => Value::from(date.to_string()),
        toml::Value::Array(items) => Value::Sequence(items.into_iter().map(from_toml).collect()),
        toml::Value::Table(table) => {
            let pairs = table.into_iter();
            Value::Mapping(pairs.map(|(k, v)| (Value::from(k), from_toml(v))).collect())
        }
    }
}
