//! The words of a site: hebdo's strings table, with the site's own over it.
//!
//! Enter by [`read`]. A site's own table has what differs and nothing else.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use serde_yaml::{Mapping, Value};

use crate::diag::{Diagnostic, Diagnostics, Source};
use crate::locale::{Locale, NoTable, table};
use crate::nearest::nearest;
use crate::yaml;

/// What a site cannot change: the numbers and words of charts go by the language of their text.
const CLOSED: &str = "figures";

/// The words of a language for the newsletter in `root`: those of its `data/strings/<lang>.yaml` in place of
/// hebdo's. An error holds all that is wrong with that file.
pub fn read(root: &Path, lang: &str) -> Result<Locale, Diagnostics> {
    let path = PathBuf::from(format!("data/strings/{lang}.yaml"));
    let whole = |error: NoTable| Diagnostic::of_file(&path, error.to_string(), "write lang: fr");
    let text = match fs::read_to_string(root.join(&path)) {
        Ok(text) => text.trim_start_matches('\u{feff}').replace("\r\n", "\n"),
        Err(error) if error.kind() == ErrorKind::NotFound => {
            return Locale::of(lang).map_err(|error| whole(error).into());
        }
        Err(error) => {
            let message = format!("the words cannot be read: {error}");
            let help = "make it a UTF-8 text that you may read";
            return Err(Diagnostic::of_file(&path, message, help).into());
        }
    };
    let mut words = table(lang).map_err(whole)?;
    let source = Source {
        path: &path,
        text: &text,
    };
    let own: Mapping = yaml::parse(&source, 0..text.len()).map_err(Diagnostics::of)?;
    let mut overlay = Overlay {
        source,
        wrong: Vec::new(),
    };
    overlay.lay(&mut words, own);
    Diagnostics::check(overlay.wrong)?;
    Locale::of_table(lang, words).map_err(|error| whole(error).into())
}

/// A site's own table while it is laid over hebdo's.
struct Overlay<'a> {
    source: Source<'a>,
    wrong: Vec<Diagnostic>,
}

impl Overlay<'_> {
    fn lay(&mut self, words: &mut Value, own: Mapping) {
        let sections = names(words);
        for (section, own) in own {
            let section = section.as_str().unwrap_or_default().to_owned();
            match (words.get_mut(&section), own) {
                (Some(known), own) if section == CLOSED => {
                    let message = "charts speak the language of their text";
                    if *known != own {
                        self.tell(&section, "", message, "take it out");
                    }
                }
                (Some(known), own) if known.is_string() && own.is_string() => *known = own,
                (Some(Value::Mapping(known)), Value::Mapping(own)) => {
                    for (key, value) in own {
                        self.lay_one(known, &section, key, value);
                    }
                }
                (Some(_), _) => {
                    let help = "write it as hebdo's own table has it";
                    self.tell(&section, "", "this does not fit", help);
                }
                (None, _) => {
                    let sections: Vec<&str> = sections.iter().map(String::as_str).collect();
                    self.tell_unknown(&section, "", &section, &sections);
                }
            }
        }
    }

    /// Lays one text over the known one of its name, which it must resemble.
    fn lay_one(&mut self, known: &mut Mapping, section: &str, key: Value, value: Value) {
        let name = key.as_str().unwrap_or_default().to_owned();
        let Some(former) = known.get(&key) else {
            let names: Vec<&str> = known.keys().filter_map(Value::as_str).collect();
            return self.tell_unknown(section, &name, &name, &names);
        };
        let is_same_kind = match (former, &value) {
            (Value::Sequence(former), Value::Sequence(own)) if name == "months" => {
                former.len() == own.len() && own.iter().all(Value::is_string)
            }
            (Value::Sequence(_), Value::Sequence(own)) => own.iter().all(Value::is_string),
            (former, own) => former.is_string() && own.is_string(),
        };
        if !is_same_kind {
            let message = format!("the value of `{name}` does not fit");
            return self.tell(
                section,
                &name,
                &message,
                "write it as hebdo's own table has it",
            );
        }
        let filled = former.as_str().map(blanks).unwrap_or_default();
        let own = value.as_str().map(blanks).unwrap_or_default();
        if let Some(blank) = own.iter().find(|blank| !filled.contains(blank)) {
            let message = format!("nothing fills in `{blank}` here");
            let help = match filled.join(", ") {
                none if none.is_empty() => "write the text without it".to_owned(),
                names => format!("what is filled in: {names}"),
            };
            return self.tell(section, &name, &message, &help);
        }
        known.insert(key, value);
    }

    fn tell_unknown(&mut self, section: &str, key: &str, unknown: &str, known: &[&str]) {
        let message = format!("unknown key `{unknown}`");
        let help = match nearest(unknown, known) {
            Some(near) => format!("did you mean `{near}`?"),
            None => "`hebdo theme eject data/strings/fr.yaml` shows all keys".to_owned(),
        };
        self.tell(section, key, &message, &help);
    }

    /// Tells a mistake at a key below a section, or at the section itself.
    fn tell(&mut self, section: &str, key: &str, message: &str, help: &str) {
        let text = self.source.text;
        let top = line_of(text, 0, section).unwrap_or(0);
        let at = Some(key).filter(|key| !key.is_empty());
        let at = at.and_then(|key| line_of(text, top + 1, key));
        let length = if at.is_some() {
            key.len()
        } else {
            section.len()
        };
        let at = at.unwrap_or(top);
        self.wrong
            .push(self.source.error(at..at + length, message, help));
    }
}

/// Where a line's key begins, from a byte of the text on.
fn line_of(text: &str, from: usize, key: &str) -> Option<usize> {
    let places = text.get(from..)?.match_indices(key);
    let mut places = places.map(|(at, _)| from + at);
    places.find(|at| {
        let line = text[..*at].rfind('\n').map_or(0, |end| end + 1);
        let before = text[line..*at].trim_start_matches([' ', '"', '\'', '{']);
        let after = text[at + key.len()..].trim_start_matches(['"', '\'']);
        before.is_empty() && after.trim_start_matches(' ').starts_with(':')
    })
}

/// The names in a table.
fn names(table: &Value) -> Vec<String> {
    let keys = table.as_mapping().into_iter().flat_map(Mapping::keys);
    keys.filter_map(Value::as_str).map(str::to_owned).collect()
}

/// What is filled in: `{name}`.
fn blanks(text: &str) -> Vec<&str> {
    let starts = text.match_indices('{');
    let blanks = starts.filter_map(|(at, _)| {
        let end = text[at..].find('}')?;
        Some(&text[at..=at + end])
    });
    blanks.collect()
}
