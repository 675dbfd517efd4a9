//! An export's bytes to its tables: `db[0].data`. Enter by [`Export::read`].

use serde_json::Value;

use super::post::text;
use crate::diag::Diagnostic;
use crate::import::draft::Raw;

/// The tables of an export.
pub(crate) struct Export {
    data: Value,
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
        Ok(Self { data })
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
        let is_own = |row: &&Value| !post["id"].is_null() && row["post_id"] == post["id"];
        let mut rows: Vec<&Value> = self.table(between).iter().filter(is_own).collect();
        rows.sort_by_key(|row| row["sort_order"].as_u64().unwrap_or(0));
        rows.iter()
            .filter_map(|row| self.name(&row[key], table))
            .collect()
    }

    /// The name of a table's row.
    pub(crate) fn name(&self, id: &Value, table: &str) -> Option<&str> {
        let row = self
            .table(table)
            .iter()
            .find(|row| !id.is_null() && row["id"] == *id)?;
        text(row, "name")
    }

    /// What the export says of a post beside its own row (`posts_meta`).
    pub(crate) fn more(&self, post: &Value, key: &str) -> Option<&str> {
        let rows = self.table("posts_meta").iter();
        let mut own = rows.filter(|row| !post["id"].is_null() && row["post_id"] == post["id"]);
        text(own.next()?, key)
    }
}
