//! The keys of a head, each with what became of it.

use serde_yaml::{Mapping, Value};

/// Tables whose keys mean what they mean on the outside: of Zola and of Hugo.
const TABLES: [&str; 3] = ["taxonomies", "extra", "params"];

/// A key with its value.
pub(crate) struct Entry {
    /// As typed, below its table: `extra.author`.
    pub(crate) path: String,
    /// The same for comparing: small letters, without its table.
    key: String,
    pub(crate) value: Value,
    /// The key of our head that took it.
    pub(crate) field: Option<&'static str>,
}

/// All keys of a head, in their order.
pub(crate) struct Entries(pub(crate) Vec<Entry>);

impl Entries {
    pub(crate) fn new(head: Mapping) -> Self {
        let mut entries = Vec::new();
        for (key, value) in head {
            let name = name(&key);
            match value {
                Value::Mapping(table) if TABLES.contains(&name.as_str()) => entries.extend(
                    table
                        .into_iter()
                        .map(|(key, value)| Entry::new(Some(&name), &self::name(&key), value)),
                ),
                value => entries.push(Entry::new(None, &name, value)),
            }
        }
        Self(entries)
    }

    /// Whether one of the keys is there.
    pub(crate) fn has(&self, keys: &[&str]) -> bool {
        self.0
            .iter()
            .any(|entry| keys.contains(&entry.key.as_str()))
    }

    /// What the first of the keys says that says something; another one that says the same is taken too,
    /// one that says something else is left.
    pub(crate) fn first<T: PartialEq>(
        &mut self,
        field: &'static str,
        keys: &[&str],
        read: impl Fn(&Value) -> Option<T>,
    ) -> Option<T> {
        let mut chosen = None;
        for key in keys {
            for entry in self.open(key) {
                let Some(value) = read(&entry.value) else {
                    continue;
                };
                if chosen.as_ref().is_none_or(|chosen| *chosen == value) {
                    entry.field = Some(field);
                    chosen = Some(value);
                }
            }
        }
        chosen
    }

    /// What all of the keys list, each text once.
    pub(crate) fn all(
        &mut self,
        field: &'static str,
        keys: &[&str],
        read: impl Fn(&Value) -> Option<Vec<String>>,
    ) -> Vec<String> {
        let mut all: Vec<String> = Vec::new();
        for key in keys {
            for entry in self.open(key) {
                let Some(list) = read(&entry.value) else {
                    continue;
                };
                entry.field = Some(field);
                let new = list
                    .into_iter()
                    .filter(|text| !all.contains(text))
                    .collect::<Vec<_>>();
                all.extend(new);
            }
        }
        all
    }

    /// Gives back what a key of our head took.
    pub(crate) fn give_back(&mut self, field: &'static str) {
        for entry in self.0.iter_mut().filter(|entry| entry.field == Some(field)) {
            entry.field = None;
        }
    }

    /// What nothing took and says something.
    pub(crate) fn left(&self) -> Mapping {
        let says = |value: &Value| !matches!(value, Value::Null) && value.as_str() != Some("");
        let left = self
            .0
            .iter()
            .filter(|e| e.field.is_none() && says(&e.value));
        left.map(|e| (Value::from(e.path.as_str()), e.value.clone()))
            .collect()
    }

    fn open(&mut self, key: &str) -> impl Iterator<Item = &mut Entry> {
        let is_open = move |e: &&mut Entry| e.field.is_none() && e.key == key;
        self.0.iter_mut().filter(is_open)
    }
}

impl Entry {
    fn new(table: Option<&str>, name: &str, value: Value) -> Self {
        Self {
            path: table.map_or_else(|| name.to_owned(), |table| format!("{table}.{name}")),
            key: name.to_lowercase().replace('-', "_"),
            value,
            field: None,
        }
    }
}

fn name(key: &Value) -> String {
    match key {
        Value::String(name) => name.clone(),
        other => serde_yaml::to_string(other)
            .unwrap_or_default()
            .trim()
            .to_owned(),
    }
}
