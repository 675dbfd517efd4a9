//! What the editor knows against what the text says: the editor wins, and the report tells.

use super::head::{self, Common};
use crate::import::block::Block;
use crate::import::dates::{self, Said};
use crate::import::draft::Options;
use crate::import::facts::{Facts, Told};
use crate::import::item::Item;
use crate::import::lexicon::Lexicon;
use crate::import::report::{Found, Report};
use crate::model::{Disclosure, Imported, PartialDate, Source};

/// What all heads of the text share, and the report's beginning.
pub(crate) fn settle(
    item: &Item<'_>,
    options: &Options,
    facts: &Facts,
    blocks: &[Block],
    lexicon: &Lexicon,
    lang: &str,
) -> (Common, Report) {
    let mut report = Report {
        name: item.name.clone(),
        differs: facts.differs.clone(),
        noted: facts.noted.clone(),
        ..Report::default()
    };
    let title = report.choose(
        "title",
        options.title.clone(),
        facts.title.clone(),
        facts.by,
    );
    let date = report.choose("date", options.date, known_date(facts, lexicon), facts.by);
    let source = report.choose(
        "source",
        options.source.clone(),
        facts.source.clone(),
        facts.by,
    );
    let sender = facts.sender.iter().filter(|_| facts.authors.is_empty());
    let named: Vec<&Told<String>> = facts.authors.iter().chain(sender).collect();
    let authors: Vec<String> = named.iter().map(|a| a.value.clone()).collect();
    report.found.extend(named.iter().map(|a| Found {
        what: "author",
        value: a.value.clone(),
        line: line(a),
    }));
    report
        .found
        .extend(facts.summary.iter().map(|summary| Found {
            what: "summary",
            value: summary.clone(),
            line: facts.summary_line,
        }));
    let common = Common {
        title,
        date,
        date_todo: date
            .is_none()
            .then(|| head::date_todo(facts, blocks, lexicon)),
        authors,
        source: source.map(|name| Source {
            name,
            url: facts.url.clone(),
            published: date.filter(|_| facts.url.is_some()),
        }),
        summary: facts.summary.clone(),
        image: facts.image.clone(),
        slug: facts.slug.clone(),
        tags: facts.tags.clone(),
        todo: facts.todo.clone(),
        rights: options.rights,
        ai: disclosure(facts),
        lang: Some(lang.to_owned()),
        imported: Imported {
            from: item.name.clone(),
            hash: item.hash.clone(),
        },
    };
    (common, report)
}

/// The date of a line about the article, else the week that its title names.
fn known_date(facts: &Facts, lexicon: &Lexicon) -> Option<Told<PartialDate>> {
    let of_title = || {
        let title = facts.title.as_ref()?;
        let weeks = dates::weeks_said(&title.value, lexicon).into_iter();
        let mut weeks = weeks.map(|(said, _)| said);
        let said = weeks
            .find(|said| matches!(said, Said::Known(_)))
            .or_else(|| day_at_end(&title.value, lexicon))?;
        Some(Told {
            value: said,
            line: title.line,
        })
    };
    let told = head::said_date(facts).cloned().or_else(of_title)?;
    match told.value {
        Said::Known(value) => Some(Told {
            value,
            line: told.line,
        }),
        Said::NoYear(_) | Said::Impossible(_) | Said::Relative(_) | Said::DayOrMonth(..) => None,
    }
}

/// The day with which a title ends, or the month after a dash: the date of an edition.
fn day_at_end(title: &str, lexicon: &Lexicon) -> Option<Said> {
    let (said, at) = dates::at_end(title, lexicon)?;
    let is_apart = title[..at]
        .trim_end()
        .ends_with(['–', '—', '-', '|', ':', ',', '(', '·']);
    match said {
        Said::Known(PartialDate::Day(_) | PartialDate::Week(_)) => Some(said),
        Said::Known(PartialDate::Month(_)) if is_apart => Some(said),
        _ => None,
    }
}

fn disclosure(facts: &Facts) -> Option<Disclosure> {
    let text = |told: &Option<Told<String>>| told.as_ref().map(|t| t.value.clone());
    let (translation, assisted) = (text(&facts.translation), text(&facts.assisted));
    (translation.is_some() || assisted.is_some()).then_some(Disclosure {
        translation,
        assisted,
    })
}

/// The line that says it, if one does.
fn line<T>(told: &Told<T>) -> Option<usize> {
    Some(told.line).filter(|line| *line > 0)
}

impl Report {
    /// The editor's value, else the text's; tells which, and where they differ.
    pub(crate) fn choose<T: ToString + PartialEq>(
        &mut self,
        what: &'static str,
        editor: Option<T>,
        text: Option<Told<T>>,
        by: &'static str,
    ) -> Option<T> {
        if let (Some(editor), Some(text)) = (&editor, &text)
            && *editor != text.value
        {
            let by = line(text).map_or(by.to_owned(), |line| format!("line {line}"));
            self.differs.push(format!(
                "{what}: {by} says « {} », you « {} »",
                text.value.to_string(),
                editor.to_string()
            ));
        }
        let line = if editor.is_some() {
            None
        } else {
            text.as_ref().and_then(line)
        };
        let value = editor.or(text.map(|t| t.value))?;
        self.found.push(Found {
            what,
            value: value.to_string(),
            line,
        });
        Some(value)
    }
}
