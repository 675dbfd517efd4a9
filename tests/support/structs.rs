//! The structs of the program as its sources state them, for pages and schemas that are written from them.

#![allow(dead_code)] // each test binary uses its part

use std::fs;
use std::path::Path;

/// A struct of a source file.
#[derive(Debug, Clone)]
pub(crate) struct Struct {
    pub(crate) file: String,
    pub(crate) name: String,
    pub(crate) doc: String,
    /// What stands in its attributes: `derive(Debug, Serialize)`.
    pub(crate) attributes: String,
    pub(crate) fields: Vec<Field>,
}

/// A field of a struct; of an enum, a variant without a type.
#[derive(Debug, Clone)]
pub(crate) struct Field {
    pub(crate) name: String,
    pub(crate) of: String,
    pub(crate) doc: String,
    pub(crate) attributes: String,
}

/// A line without what says who may use it.
pub(crate) fn public(line: &str) -> &str {
    let line = line.trim_start();
    let rest = line
        .strip_prefix("pub(")
        .and_then(|rest| rest.split_once(") "));
    match rest {
        Some((_, rest)) => rest,
        None => line.strip_prefix("pub ").unwrap_or(line),
    }
}

/// The structs and enums of a file, as `cargo fmt` writes them.
pub(crate) fn read(file: &Path) -> Vec<Struct> {
    let text = fs::read_to_string(file).expect("a source");
    let mut found = Vec::new();
    let mut open: Option<Struct> = None;
    let (mut doc, mut attributes) = (String::new(), String::new());
    for line in text.lines() {
        let bare = line.trim_start();
        let start = public(bare);
        let start = start
            .strip_prefix("struct ")
            .or_else(|| start.strip_prefix("enum "));
        if let Some(words) = bare.strip_prefix("/// ") {
            doc = format!("{doc} {words}").trim_start().to_owned();
        } else if bare.starts_with("#[") {
            attributes += bare;
        } else if line == "}" {
            found.extend(open.take());
        } else if let Some(start) = start.filter(|_| bare.ends_with('{')) {
            let name = start.split([' ', '<']).next().unwrap_or_default();
            open = Some(Struct {
                file: file.to_string_lossy().into(),
                name: name.into(),
                doc: std::mem::take(&mut doc),
                attributes: std::mem::take(&mut attributes),
                fields: Vec::new(),
            });
        } else if let Some(open) = open.as_mut().filter(|_| bare.ends_with(',')) {
            let bare = public(bare).trim_end_matches(',');
            let (name, of) = bare.split_once(": ").unwrap_or((bare, ""));
            open.fields.push(Field {
                name: name.into(),
                of: of.into(),
                doc: std::mem::take(&mut doc),
                attributes: std::mem::take(&mut attributes),
            });
        } else {
            doc.clear();
            attributes.clear();
        }
    }
    found
}
