//! What mail programs lack, after the data of caniemail.com (`data/caniemail/`).

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use super::finding::Finding;
use super::place::Places;
use super::walk::Tag;

/// Mail programs of which the data knows too little to say anything.
pub const NOT_TESTED: &[&str] = &["Free"];

static DATA: LazyLock<Data> = LazyLock::new(|| {
    let data = include_str!("../../../data/caniemail/features.json");
    serde_json::from_str(data).unwrap_or_default()
});

static ACCEPTED: LazyLock<BTreeMap<String, String>> = LazyLock::new(|| {
    let accepted = include_str!("../../../data/caniemail/accepted.yaml");
    serde_yaml::from_str(accepted).unwrap_or_default()
});

/// The day of the data: `2025-09-09`.
pub fn date_of_data() -> &'static str {
    &DATA.date
}

#[derive(Debug, Default, Deserialize)]
struct Data {
    date: String,
    features: Vec<Feature>,
}

/// Something that one of the mail programs does not support.
#[derive(Debug, Deserialize)]
struct Feature {
    slug: String,
    title: String,
    kind: Kind,
    /// What it is called in a tag.
    names: Vec<String>,
    /// Where it is not supported: « Outlook (Windows) ».
    without: Vec<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Kind {
    Element,
    Attribute,
    Property,
    /// A property with its value: `display:flex`.
    Value,
    Unit,
    Function,
    /// How the address of a picture ends, or begins.
    Image,
    /// How the address of a link begins.
    Link,
}

/// Tells each feature of a tag that a mail program lacks, unless it holds without.
pub(super) fn check(tag: &Tag, places: &Places<'_>, tell: &mut impl FnMut(Finding)) {
    for feature in &DATA.features {
        let used = feature
            .names
            .iter()
            .find(|name| feature.kind.is_in(tag, name));
        let Some(name) = used.filter(|_| !ACCEPTED.contains_key(&feature.slug)) else {
            continue;
        };
        tell(Finding {
            is_refusal: false,
            place: places.of(|text| feature.kind.find(text, name), tag.story),
            message: format!(
                "{} is not supported by {}",
                feature.title,
                feature.without.join(", ")
            ),
        });
    }
}

impl Kind {
    fn is_in(self, tag: &Tag, name: &str) -> bool {
        let mut styles = tag.styles.iter();
        let address = |attribute: &str| tag.attribute(attribute).unwrap_or_default();
        match self {
            Self::Element => tag.name == name,
            Self::Attribute => tag.attribute(name).is_some(),
            Self::Property => styles.any(|(property, _)| property == name),
            Self::Value => styles.any(|(property, value)| format!("{property}:{value}") == name),
            Self::Unit => styles.any(|(_, value)| has_unit(value, name)),
            Self::Function => styles.any(|(_, value)| has_function(value, name)),
            Self::Image if name == "data:" => address("src").starts_with(name),
            Self::Image => tag.name == "img" && address("src").to_lowercase().ends_with(name),
            Self::Link => address("href").starts_with(name),
        }
    }

    /// Where a template uses it.
    fn find(self, text: &str, name: &str) -> Option<usize> {
        let needle = match self {
            Self::Element => format!("<{name}"),
            Self::Attribute => format!(" {name}="),
            Self::Function => format!("{name}("),
            Self::Value => return text.find(name).or(text.find(&name.replace(':', ": "))),
            Self::Property | Self::Unit | Self::Image | Self::Link => name.to_owned(),
        };
        let is_part = |c: char| c.is_ascii_alphabetic() || c == '-';
        text.match_indices(&needle).map(|(at, _)| at).find(|at| {
            let rest = &text[at + needle.len()..];
            match self {
                Self::Element => !rest.starts_with(is_part),
                Self::Property => {
                    rest.trim_start().starts_with(':') && !text[..*at].ends_with(is_part)
                }
                Self::Unit => {
                    text[..*at].ends_with(|c: char| c.is_ascii_digit())
                        && !rest.starts_with(is_part)
                }
                _ => true,
            }
        })
    }
}

fn has_unit(value: &str, unit: &str) -> bool {
    value.split([' ', '/', ',']).any(|part| {
        let number = part.strip_suffix(unit).unwrap_or_default();
        !number.is_empty() && number.parse::<f64>().is_ok()
    })
}

fn has_function(value: &str, name: &str) -> bool {
    value
        .match_indices(&format!("{name}("))
        .any(|(at, _)| !value[..at].ends_with(|c: char| c.is_ascii_alphabetic() || c == '-'))
}

#[cfg(test)]
mod tests {
    use super::{ACCEPTED, DATA, Kind};

    #[test]
    fn the_data_can_be_read() {
        assert!(DATA.features.len() > 100, "{}", DATA.features.len());
        assert!(ACCEPTED.len() > 5);
        let kinds = [
            Kind::Element,
            Kind::Attribute,
            Kind::Property,
            Kind::Value,
            Kind::Unit,
            Kind::Function,
            Kind::Image,
        ];
        for kind in kinds {
            assert!(
                DATA.features.iter().any(|feature| feature.kind == kind),
                "{kind:?}"
            );
        }
    }

    #[test]
    fn features_are_found_in_templates() {
        assert_eq!(
            Kind::Property.find("a { min-width: 1px; width: 1px }", "width"),
            Some(20)
        );
        assert_eq!(
            Kind::Element.find("<sections><section class>", "section"),
            Some(10)
        );
        assert_eq!(Kind::Unit.find(".rem { margin: 2rem }", "rem"), Some(16));
        assert_eq!(
            Kind::Value.find("a { display: flex }", "display:flex"),
            Some(4)
        );
    }
}
