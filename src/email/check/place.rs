//! Where in the templates, or in which article, something stands.

use crate::diag::Source;
use crate::model::Edition;
use crate::templates::Templates;
use std::path::Path;

/// The texts of which a mail is made.
#[derive(Debug)]
pub(super) struct Places<'a> {
    edition: &'a Edition,
    templates: Vec<(&'a str, &'a str)>,
}

impl<'a> Places<'a> {
    pub(super) fn new(edition: &'a Edition, templates: &'a Templates) -> Self {
        let own = |(name, _): &(&str, &str)| name.starts_with("email/");
        Self {
            edition,
            templates: templates.texts().filter(own).collect(),
        }
    }

    /// The place in a template of what `find` finds there, but in the progressive block; else the file in
    /// which the text of a story (from 1; 0 is the introduction) stands.
    pub(super) fn of(&self, find: impl Fn(&str) -> Option<usize>, story: usize) -> String {
        let outside = |(name, _): &&(&str, &str)| *name != "email/progressive.css";
        let templates = self.templates.iter().filter(outside);
        let mut found = templates.filter_map(|(name, text)| Some((name, text, find(text)?)));
        match found.next() {
            Some((name, text, at)) => {
                let path = format!("templates/{name}");
                let source = Source {
                    path: Path::new(&path),
                    text,
                };
                source.error(at..at, "", "").location()
            }
            None => self.file(story),
        }
    }

    /// The place of a word.
    pub(super) fn of_word(&self, word: &str, story: usize) -> String {
        self.of(|text| text.find(word), story)
    }

    fn file(&self, story: usize) -> String {
        let stories = &self.edition.stories;
        let article = story.checked_sub(1).and_then(|at| stories.get(at));
        let note = self.edition.note.as_ref().map(|note| &note.path);
        let path = article.map(|story| &story.article.path).or(note);
        path.map(|path| path.display().to_string())
            .unwrap_or_default()
    }
}
