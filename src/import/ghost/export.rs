//! An export's bytes to its tables: `db[0].data`. Enter by [`Export::read`].

use std::collections::HashMap;

use serde_json::Value;

use super::post::text;
use crate::diag::Diagnostic;
use crate::import::draft::Raw;

/// Tables whose rows are looked for, and the key by which.
const LOOKED_FOR: [(&str, &str); 5] = [
    ("posts_authors", "post_id"),
    ("posts_tags", "post_id"),
    ("posts_meta", "post_id"),
    ("users", "id"),
    ("tags", "id"),
];

/// The tables of an export.
pub(crate) struct Export {
    data: Value,
    /// The places of the rows of a table that have an identifier, as JSON writes it.
    places: HashMap<(&'static str, String), Vec<usize>>,
}

/// Whether the bytes begin as an export of Ghost does: an object whose first key is `db`.
pub(crate) fn is_export(bytes: &[u8]) -> bool {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let inside = bytes.trim_ascii_start().strip_prefix(b"{");
    inside.is_some_and(|inside| inside.trim_ascii_start().starts_with(b"\"db\""))
}

impl Export {
    /// The tables, or why they cannot be read.
    pub(crate) fn read(raw: &Raw<'_>) -> Result<Self, Diagnostic> {
        let bytes = raw.bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(raw.bytes);
        let help = "export it again, whole: in Ghost, Settings, Import/Export";
        let whole: Value = serde_json::from_slice(bytes).map_err(|error| {
            let message = format!("this export of Ghost cannot be read: {error}");
            Diagnostic::of_file(raw.name, message, help)
        })?;
        let data = whole
            .pointer("/db/0/data")
            .filter(|data| data["posts"].is_array());
        let data = data.cloned().ok_or_else(|| {
            let message = "this export of Ghost has no posts: `db[0].data.posts` is missing";
            Diagnostic::of_file(raw.name, message, help)
        })?;
        let places = places(&data);
        Ok(Self { data, places })
    }

    /// All posts and pages.
    pub(crate) fn posts(&self) -> impl Iterator<Item = &Value> {
        self.table("posts").iter()
    }

    fn table(&self, name: &str) -> &[Value] {
        self.data[name].as_array().map_or(&[], Vec::as_slice)
    }

    /// A setting of the site, such as its `title`.
    pub(crate) fn setting(&self, key: &str) -> Option<&str> {
        let row = self
            .table("settings")
            .iter()
            .find(|row| row["key"] == key)?;
        text(row, "value")
    }

    /// The names of the rows that a table between two (`posts_tags`) puts beside a post, in its order.
    pub(crate) fn beside(&self, post: &Value, between: &str, key: &str, table: &str) -> Vec<&str> {
        let mut rows: Vec<&Value> = self.rows(between, &post["id"]).collect();
        rows.sort_by_key(|row| row["sort_order"].as_u64().unwrap_or(0));
        rows.iter()
            .filter_map(|row| self.name(&row[key], table))
            .collect()
    }

    /// The name of a table's row.
    pub(crate) fn name(&self, id: &Value, table: &str) -> Option<&str> {
        let row = self.rows(table, id).next()?;
        text(row, "name")
    }

    /// What the export says of a post beside its own row (`posts_meta`).
    pub(crate) fn more(&self, post: &Value, key: &str) -> Option<&str> {
        text(self.rows("posts_meta", &post["id"]).next()?, key)
    }

    /// The rows of a table that have an identifier, in their order.
    fn rows(&self, table: &str, id: &Value) -> impl Iterator<Item = &Value> {
        let looked_for = LOOKED_FOR.iter().find(|(name, _)| *name == table);
        let places = looked_for.and_then(|(name, _)| self.places.get(&(*name, id.to_string())));
        let rows = self.table(table);
        places
            .into_iter()
            .flatten()
            .filter_map(|place| rows.get(*place))
    }
}

/// Where the rows of the tables that are looked through stand, by their identifiers; `null` is none.
fn places(data: &Value) -> HashMap<(&'static str, String), Vec<usize>> {
    let mut places: HashMap<(&'static str, String), Vec<usize>> = HashMap::new();
    for (table, key) in LOOKED_FOR {
        let rows = data[table].as_array().map_or(&[][..], Vec::as_slice);
        for (place, row) in rows
            .iter()
            .enumerate()
            .filter(|(_, row)| !row[key].is_null())
        {
            let id = row[key].to_string();
            places.entry((table, id)).or_default().push(place);
        }
    }
    places
}
