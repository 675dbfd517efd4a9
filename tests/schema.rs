//! The schemas that `hebdo schema` prints: written from the structs into which files are read, and held against
//! the reader. `UPDATE_EXPECTED=1 cargo test --test schema` writes `data/schema/` again.

#![allow(clippy::expect_used, clippy::panic)] // a test's way to fail

#[path = "support/structs.rs"]
mod structs;
mod support;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use hebdo::front_matter::{ArticleHead, EditionHead, LeafletHead};
use hebdo::model::Config;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value, json};
use structs::{Field, Struct};

/// Where the structs stand into which people's files are read.
const FOLDERS: [&str; 2] = ["src/model", "src/front_matter"];
/// Each schema with the struct that it is written from.
const SCHEMAS: [(&str, &str); 4] = [
    ("config", "Config"),
    ("front-matter", "ArticleHead"),
    ("edition", "EditionHead"),
    ("page", "LeafletHead"),
];

fn sources() -> Vec<Struct> {
    let folders = FOLDERS.iter();
    let files = folders.flat_map(|folder| walkdir::WalkDir::new(folder).sort_by_file_name());
    let files = files.flatten().map(walkdir::DirEntry::into_path);
    let files = files.filter(|path| path.extension().is_some_and(|e| e == "rs"));
    files.flat_map(|file| structs::read(&file)).collect()
}

/// What is typed for a type that reads itself.
fn scalar(of: &str) -> Option<Value> {
    let pattern = |pattern: &str| json!({ "type": "string", "pattern": pattern });
    let week = r"\d{4}-W\d{2}";
    let schema = match of {
        "String" | "AudienceId" | "Mailbox" | "Line" | "ListId" | "LeavePage" | "Ticker" => {
            json!({ "type": "string" })
        }
        "bool" => json!({ "type": "boolean" }),
        "usize" | "u32" => json!({ "type": "integer", "minimum": 0 }),
        "Link" => pattern("^[Hh][Tt][Tt][Pp][Ss]?://[^ ]+$"),
        "Date" => pattern(r"^\d{4}-\d{2}-\d{2}$"),
        "WeekChoice" => pattern(&format!("^(none|{week})$")),
        "PartialDate" => json!({
            "type": ["string", "integer"],
            "pattern": format!(r"^(\d{{4}}|\d{{4}}-\d{{2}}|\d{{4}}-\d{{2}}-\d{{2}}|{week})$"),
        }),
        "Closes" => json!({ "enum": [
            "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
        ] }),
        _ => return None,
    };
    Some(schema)
}

fn inside<'a>(of: &'a str, name: &str) -> Option<&'a str> {
    of.strip_prefix(name)?.strip_prefix('<')?.strip_suffix('>')
}

fn schema(of: &str, all: &[Struct]) -> Value {
    if let Some(of) = inside(of, "Option") {
        return schema(of, all);
    }
    if let Some(of) = inside(of, "Vec") {
        return json!({ "type": "array", "items": schema(of, all) });
    }
    if let Some(of) = inside(of, "BTreeMap") {
        let of = of.trim_start_matches("String, ");
        return json!({ "type": "object", "additionalProperties": schema(of, all) });
    }
    if of == "Entity" {
        return json!({ "anyOf": [{ "type": "string" }, schema("Listed", all)] });
    }
    let of = of.trim_start_matches("model::");
    scalar(of).unwrap_or_else(|| {
        let named = all.iter().find(|one| one.name == of);
        let one = named.unwrap_or_else(|| panic!("how is {of} typed?"));
        match one.fields.iter().all(|field| field.of.is_empty()) {
            true => json!({ "enum": one.fields.iter().map(|f| f.name.to_lowercase()).collect::<Vec<_>>() }),
            false => object(one, all),
        }
    })
}

fn object(one: &Struct, all: &[Struct]) -> Value {
    let has_defaults = |attributes: &str| attributes.contains("default");
    let property = |field: &Field| {
        let mut schema = schema(&field.of, all);
        if !field.doc.is_empty() {
            schema["description"] = json!(field.doc);
        }
        (field.name.clone(), schema)
    };
    let is_required = |field: &&Field| {
        let may_lack = has_defaults(&one.attributes) || has_defaults(&field.attributes);
        !may_lack && !field.of.starts_with("Option<")
    };
    let required = one
        .fields
        .iter()
        .filter(is_required)
        .map(|field| &field.name);
    let required: Vec<&String> = required.collect();
    let properties: Map<String, Value> = one.fields.iter().map(property).collect();
    let mut schema = json!({
        "type": "object",
        "properties": properties,
        "additionalProperties": false,
    });
    if !required.is_empty() {
        schema["required"] = json!(required);
    }
    schema
}

#[test]
fn the_schemas_say_what_the_structs_say() {
    let all = sources();
    for (name, of) in SCHEMAS {
        let one = all.iter().find(|one| one.name == of).expect(of);
        let mut schema = object(one, &all);
        schema["$schema"] = json!("https://json-schema.org/draft/2020-12/schema");
        schema["title"] = json!(one.doc);
        let text = serde_json::to_string_pretty(&schema).expect("JSON");
        support::compare(
            &Path::new("data/schema").join(format!("{name}.json")),
            &(text + "\n"),
        );
    }
}

fn written(name: &str) -> Value {
    let text = fs::read_to_string(format!("data/schema/{name}.json")).expect(name);
    serde_json::from_str(&text).expect("JSON")
}

/// What the reader says of a document, where it does not take it.
fn refused<T: DeserializeOwned>(document: &Value) -> String {
    let yaml = serde_yaml::to_string(document).expect("YAML");
    match serde_yaml::from_str::<T>(&yaml) {
        Ok(_) => String::new(),
        Err(error) => error.to_string(),
    }
}

/// The names that an error says there are: « expected one of `a`, `b` ».
fn expected(error: &str) -> BTreeSet<&str> {
    let (_, names) = error.split_once("expected ").unwrap_or_default();
    names.split('`').skip(1).step_by(2).collect()
}

/// Asks the reader, at every place of a schema, for a key and for a value that nobody knows; `at` puts what is typed
/// at that place into a document.
fn ask<T: DeserializeOwned>(schema: &Value, at: &dyn Fn(Value) -> Value) {
    if let Some(properties) = schema["properties"].as_object() {
        let error = refused::<T>(&at(json!({ "zzz": 1 })));
        let known: BTreeSet<&str> = properties.keys().map(String::as_str).collect();
        assert!(error.contains("unknown field `zzz`"), "{known:?}: {error}");
        assert_eq!(expected(&error), known, "{error}");
        for (name, schema) in properties {
            ask::<T>(schema, &|value| at(json!({ name: value })));
        }
    }
    if let Some(values) = schema["enum"].as_array() {
        let error = refused::<T>(&at(json!("zzz")));
        assert!(!error.is_empty(), "{values:?}");
        let known: BTreeSet<&str> = values.iter().filter_map(Value::as_str).collect();
        if error.contains("unknown variant") {
            assert_eq!(expected(&error), known, "{error}");
        }
        for value in known {
            let error = refused::<T>(&at(json!(value)));
            assert!(
                error.is_empty() || error.contains("missing field"),
                "{value}: {error}"
            );
        }
    }
    if schema["items"].is_object() {
        ask::<T>(&schema["items"], &|value| at(json!([value])));
    }
    if schema["additionalProperties"].is_object() {
        ask::<T>(&schema["additionalProperties"], &|value| {
            at(json!({ "a name": value }))
        });
    }
    for schema in schema["anyOf"].as_array().into_iter().flatten() {
        ask::<T>(schema, at);
    }
}

#[test]
fn the_reader_knows_the_same_keys_and_values() {
    ask::<Config>(&written("config"), &|value| value);
    ask::<ArticleHead>(&written("front-matter"), &|value| value);
    ask::<EditionHead>(&written("edition"), &|value| value);
    ask::<LeafletHead>(&written("page"), &|value| value);
}

/// What a schema has against a value; patterns are not looked at.
fn against(schema: &Value, value: &Value, at: &str) -> Vec<String> {
    let kind = match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(_) => "integer",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    };
    if let Some(any) = schema["anyOf"].as_array() {
        let fits = any
            .iter()
            .any(|schema| against(schema, value, at).is_empty());
        return if fits {
            Vec::new()
        } else {
            vec![format!("{at} fits nowhere")]
        };
    }
    if let Some(values) = schema["enum"].as_array() {
        let fits = values.contains(value);
        return if fits {
            Vec::new()
        } else {
            vec![format!("{at} is none of them")]
        };
    }
    let is_kind = schema["type"] == kind
        || schema["type"]
            .as_array()
            .is_some_and(|all| all.contains(&json!(kind)));
    if !is_kind {
        return vec![format!("{at} is {kind}")];
    }
    let mut wrong = Vec::new();
    for (i, item) in value.as_array().into_iter().flatten().enumerate() {
        wrong.extend(against(&schema["items"], item, &format!("{at}[{i}]")));
    }
    for (name, item) in value.as_object().into_iter().flatten() {
        let at = format!("{at}.{name}");
        match (&schema["properties"][name], &schema["additionalProperties"]) {
            (Value::Null, Value::Object(_)) => {
                wrong.extend(against(&schema["additionalProperties"], item, &at));
            }
            (Value::Null, _) => wrong.push(format!("{at} is unknown")),
            (schema, _) => wrong.extend(against(schema, item, &at)),
        }
    }
    let required = schema["required"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(Value::as_str);
    wrong.extend(
        required
            .filter(|name| value.get(name).is_none())
            .map(|name| format!("{at} lacks {name}")),
    );
    wrong
}

fn head(text: &str) -> Value {
    let head = text
        .strip_prefix("---\n")
        .and_then(|rest| rest.split_once("\n---"));
    serde_yaml::from_str(head.expect("a head").0).expect("YAML")
}

#[test]
fn what_the_demonstration_says_is_valid() {
    let read = |path: &Path| fs::read_to_string(path).expect("a text");
    let settings: Value = serde_yaml::from_str(&read(Path::new("hebdo.yaml"))).expect("YAML");
    let mut wrong = against(&written("config"), &settings, "hebdo.yaml");
    for (folder, name) in [
        ("articles", "front-matter"),
        ("editions", "edition"),
        ("pages", "page"),
    ] {
        let schema = written(name);
        let files = walkdir::WalkDir::new(Path::new("content").join(folder))
            .into_iter()
            .flatten();
        for entry in files.filter(|entry| entry.path().extension().is_some_and(|e| e == "md")) {
            wrong.extend(against(
                &schema,
                &head(&read(entry.path())),
                &entry.path().to_string_lossy(),
            ));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    let bad = json!({ "title": 3, "tags": "x", "rights": "some", "colour": "red", "image": { "src": "/a.png" } });
    assert_eq!(against(&written("front-matter"), &bad, "").len(), 5);
}
