//! What a page says of its article in JSON-LD (schema.org). Enter by [`article`].

use dom_query::Document;
use serde_json::Value;

/// The facts of an article, as its page states them.
#[derive(Debug, Default)]
pub(crate) struct Stated {
    pub(crate) title: Option<String>,
    /// Its other name, where it has two.
    pub(crate) name: Option<String>,
    pub(crate) published: Option<String>,
    pub(crate) updated: Option<String>,
    pub(crate) authors: Vec<String>,
    pub(crate) publisher: Option<String>,
    pub(crate) url: Option<String>,
    pub(crate) summary: Option<String>,
    /// Whether it says that only some may read it whole.
    pub(crate) is_reserved: bool,
}

/// The first article that the page describes; nothing where it describes none.
pub(crate) fn article(document: &Document) -> Stated {
    let scripts = document.select(r#"script[type="application/ld+json"]"#);
    let mut nodes = Vec::new();
    for script in scripts.nodes() {
        if let Ok(value) = serde_json::from_str::<Value>(&bare(&script.text())) {
            flatten(value, &mut nodes);
        }
    }
    let graph = Graph { nodes: &nodes };
    let found = nodes.iter().find(|node| is_article(node));
    found.map(|node| graph.stated(node)).unwrap_or_default()
}

/// A script without the marks of XHTML and of comments around it, and without the line breaks that some
/// pages leave in their texts.
fn bare(script: &str) -> String {
    const MARKS: &[&str] = &["<![CDATA[", "]]>", "<!--", "-->", "//", "/*", "*/"];
    let mut rest = script.trim();
    while let Some(inner) = MARKS.iter().find_map(|mark| {
        let after = rest.strip_prefix(mark);
        after.or_else(|| rest.strip_suffix(mark))
    }) {
        rest = inner.trim();
    }
    rest.replace(char::is_control, " ")
}

/// Things that stand in lists, in `@graph` and as a page's main thing, one after the other.
fn flatten(value: Value, nodes: &mut Vec<Value>) {
    match value {
        Value::Array(list) => list.into_iter().for_each(|item| flatten(item, nodes)),
        Value::Object(mut map) => {
            for key in ["@graph", "mainEntity"] {
                if let Some(inner) = map.remove(key) {
                    flatten(inner, nodes);
                }
            }
            nodes.push(Value::Object(map));
        }
        _ => {}
    }
}

fn is_article(node: &Value) -> bool {
    let is_one = |kind: &Value| {
        let name = kind.as_str().unwrap_or_default();
        name.ends_with("Article") || name.ends_with("Posting") || name == "Report"
    };
    match &node["@type"] {
        Value::Array(kinds) => kinds.iter().any(is_one),
        kind => is_one(kind),
    }
}

struct Graph<'a> {
    nodes: &'a [Value],
}

impl Graph<'_> {
    fn stated(&self, node: &Value) -> Stated {
        let page = &node["mainEntityOfPage"];
        let addresses = [&node["url"], page, &page["@id"]];
        Stated {
            title: text(&node["headline"]),
            name: text(&node["name"]),
            published: text(&node["datePublished"]),
            updated: text(&node["dateModified"]),
            authors: self.names(&node["author"]),
            publisher: self.names(&node["publisher"]).into_iter().next(),
            url: addresses.into_iter().find_map(text),
            summary: text(&node["description"]),
            is_reserved: matches!(&node["isAccessibleForFree"], Value::Bool(false))
                || text(&node["isAccessibleForFree"])
                    .is_some_and(|said| said.eq_ignore_ascii_case("false")),
        }
    }

    /// The names of persons or bodies; one that is only referred to is looked up.
    fn names(&self, value: &Value) -> Vec<String> {
        match value {
            Value::Array(list) => list.iter().flat_map(|item| self.names(item)).collect(),
            Value::Object(map) => {
                let own = map.get("name").and_then(text);
                own.or_else(|| self.referred(map.get("@id")?))
                    .into_iter()
                    .collect()
            }
            _ => text(value).into_iter().collect(),
        }
    }

    fn referred(&self, id: &Value) -> Option<String> {
        let is_it = |node: &&Value| node["@id"] == *id;
        let mut named = self.nodes.iter().filter(is_it);
        named.find_map(|node| text(&node["name"]))
    }
}

/// A text without the entities that pages leave in their JSON.
fn text(value: &Value) -> Option<String> {
    let text = match value {
        Value::String(text) => text,
        Value::Array(list) => return list.first().and_then(text_of_first),
        _ => return None,
    };
    if !text.contains('&') {
        return Some(text.clone());
    }
    Some(
        Document::fragment(text.replace('<', "&lt;"))
            .text()
            .to_string(),
    )
}

fn text_of_first(value: &Value) -> Option<String> {
    value.is_string().then(|| text(value)).flatten()
}
