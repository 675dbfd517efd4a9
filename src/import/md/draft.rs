//! Head and body to a draft, with its report.

use serde_yaml::{Mapping, Value};

use super::Desk;
use super::body::{self, Kind, Piece};
use super::head::Parts;
use super::keys::{self, Mapped};
use super::own::{body_lines, named};
use super::shortcodes;
use crate::front_matter;
use crate::import::draft::{self, Draft, Import, Raw};
use crate::import::entities::tickers::Lifter;
use crate::import::entities::{Listing, Prose};
use crate::import::facts::Told;
use crate::import::follow::follow;
use crate::import::report::{Moved, Report};
use crate::import::{block, language, words};
use crate::markdown;
use crate::model::{Entity, Imported, PartialDate, Source, slugify};

/// Who says what the editor contradicts.
const BY: &str = "the front matter";

/// A file on its way to a draft.
struct Article<'a> {
    raw: &'a Raw<'a>,
    text: &'a str,
    parts: &'a Parts,
    desk: &'a Desk<'a>,
    report: Report,
    listings: Vec<Listing>,
}

/// The draft of a file, or the word that was lost on the way.
pub(crate) fn read(
    raw: &Raw<'_>,
    text: &str,
    parts: Parts,
    desk: &Desk<'_>,
) -> Result<Import, String> {
    let mapped = keys::read(parts.head.clone(), desk.lexicon);
    let mut article = Article {
        raw,
        text,
        parts: &parts,
        desk,
        report: Report::default(),
        listings: Vec::new(),
    };
    article.told(&mapped);
    let pieces = article.body(mapped.head.title.as_deref())?;
    let draft = article.draft(mapped, pieces)?;
    Ok(Import {
        report: article.report.heads(&[&draft], None),
        drafts: vec![draft],
        note: None,
    })
}

/// The text's blocks, without a heading that is its title.
struct Body {
    title: Option<Told<String>>,
    pieces: Vec<Piece>,
    raise: u8,
}

impl Article<'_> {
    /// The number of the line at a byte of the text.
    fn line(&self, at: usize) -> usize {
        self.text[..at].matches('\n').count() + 1
    }

    /// Tells which keys went to the head, and which only to the comment.
    fn told(&mut self, mapped: &Mapped) {
        let head = &self.text[self.parts.head_range.clone()];
        let read = body_lines(self.text);
        let moved = body_lines(head);
        let lines: Vec<&str> = head.lines().collect();
        let mut told = Vec::new();
        for entry in &mapped.entries.0 {
            let name = entry.path.rsplit('.').next().unwrap_or_default();
            let is_own = |line: &&str| line.trim_start_matches([' ', '"', '-']).starts_with(name);
            let place = lines.iter().position(|line| is_own(&line));
            let line = place.map_or(1, |i| i + 1);
            let text = place.map_or(name, |i| lines[i].trim()).to_owned();
            match entry.field {
                Some(to) => told.push(Moved {
                    line,
                    to,
                    text,
                    reason: "front matter",
                }),
                None => self.report.unknown_keys.push(entry.path.clone()),
            }
        }
        told.sort_by_key(|moved| moved.line);
        self.report.name = self.raw.name.to_owned();
        self.report.moved = told;
        (self.report.lines_read, self.report.lines_moved) = (read, moved);
        self.report.lines_kept = read - moved;
    }

    /// The canonical blocks, once every word is known to stand in them.
    fn body(&mut self, title: Option<&str>) -> Result<Body, String> {
        let start = self.parts.body_start;
        let text = &self.text[start..];
        let mut pieces = body::pieces(text);
        let title = self.title(&mut pieces, title);
        let read: Vec<&str> = match &title {
            Some((_, piece)) => words::words(&text[..piece.range.start])
                .chain(words::words(&text[piece.range.end..]))
                .collect(),
            None => words::words(text).collect(),
        };
        let left = self.lift(&mut pieces);
        let said = pieces
            .iter()
            .flat_map(|piece| words::words(&piece.text))
            .collect::<Vec<_>>();
        let left: Vec<Vec<&str>> = left
            .iter()
            .map(|text| words::words(text).collect())
            .collect();
        let lost = |word: &str| format!("the word « {word} » was lost");
        let count = follow(&read, &said, &left).map_err(lost)?;
        if let Some(word) = said.get(count) {
            return Err(format!("the word « {word} » comes from nowhere"));
        }
        let has_high = pieces.iter().any(|piece| piece.kind == Kind::Heading(1));
        Ok(Body {
            title: title.map(|(told, _)| told),
            pieces,
            raise: u8::from(has_high),
        })
    }

    /// Takes out the first heading of the highest level where it is the title.
    fn title(
        &mut self,
        pieces: &mut Vec<Piece>,
        known: Option<&str>,
    ) -> Option<(Told<String>, Piece)> {
        let place = pieces
            .iter()
            .position(|piece| matches!(piece.kind, Kind::Heading(_)))?;
        let piece = &pieces[place];
        let plain = markdown::to_text(&piece.text, "").trim().to_owned();
        let is_title = piece.kind == Kind::Heading(1) && !plain.is_empty();
        let is_known = known.is_none_or(|known| words::label(known) == words::label(&plain));
        if !is_title || !is_known {
            return None;
        }
        let line = self.line(self.parts.body_start + piece.range.start);
        self.report.moved.push(Moved {
            line,
            to: "title",
            text: plain.clone(),
            reason: "the heading of the text",
        });
        self.report.lines_moved += 1;
        self.report.lines_kept = self.report.lines_kept.saturating_sub(1);
        Some((Told { value: plain, line }, pieces.remove(place)))
    }

    /// Moves the tickers beside names to the head; their words.
    fn lift(&mut self, pieces: &mut [Piece]) -> Vec<String> {
        let lists = self.desk.enrich.lists();
        let lifter = Lifter {
            lists: &lists,
            lexicon: self.desk.lexicon,
        };
        let mut all = Vec::new();
        for piece in pieces.iter_mut().filter(|piece| piece.kind == Kind::Prose) {
            let line = self.line(self.parts.body_start + piece.range.start);
            for text in lifter.lift(&mut piece.text, line, &mut self.listings) {
                let moved = Moved {
                    line,
                    to: "entities",
                    text: text.clone(),
                    reason: block::TICKER,
                };
                self.report.moved.push(moved);
                all.push(text);
            }
        }
        all
    }

    fn draft(&mut self, mapped: Mapped, body: Body) -> Result<Draft, String> {
        let options = self.desk.options;
        let left = mapped.entries.left();
        let mut text = body::write(&body.pieces, body.raise);
        let mut head = mapped.head;
        let title = head
            .title
            .take()
            .map(|value| Told { value, line: 0 })
            .or(body.title);
        head.title = self
            .report
            .choose("title", options.title.clone(), title, BY);
        head.date = self.date(head.date);
        head.source = self.source(head.source);
        head.rights = self
            .desk
            .enrich
            .rights(options.rights.or(head.rights), head.source.as_ref());
        let own = language::of(&text).map(str::to_owned);
        head.lang = head.lang.or(own).or_else(|| Some(options.lang.clone()));
        let listed: Vec<&Listing> = self.listings.iter().collect();
        let prose = Prose {
            title: head.title.as_deref(),
            texts: head
                .summary
                .as_deref()
                .into_iter()
                .chain(texts(&body.pieces))
                .collect(),
            lang: head.lang.as_deref().unwrap_or_default(),
        };
        if head.entities.is_empty() || !listed.is_empty() {
            let found = self.desk.enrich.entities(&prose, &listed);
            head.entities = merged(head.entities, found);
        }
        if head.tags.is_empty() {
            head.tags = self.desk.enrich.tags(Vec::new(), &prose);
        }
        self.todos(
            &mut head.todo,
            &text,
            (&head.title, head.date, mapped.unread_date),
        );
        head.draft |= !head.todo.is_empty();
        head.slug = head
            .slug
            .or_else(|| own_slug(self.raw.name, head.title.as_deref()));
        head.imported.get_or_insert_with(|| Imported {
            from: self.raw.name.to_owned(),
            hash: draft::hash(self.raw.bytes),
        });
        if mapped.has_mute_image {
            let why = "image: it has no description (alt), or no address that a page can have";
            self.report.missing.push(why.to_owned());
        }
        text.push_str(&comment(&left, text.is_empty())?);
        Ok(Draft { head, body: text })
    }

    /// The editor's date, the head's, or that of the file's name.
    fn date(&mut self, said: Option<PartialDate>) -> Option<PartialDate> {
        let named = || named(self.raw.name).map(|(date, _)| date);
        let told = said.or_else(named).map(|value| Told { value, line: 0 });
        self.report.choose("date", self.desk.options.date, told, BY)
    }

    fn source(&mut self, said: Option<Source>) -> Option<Source> {
        let told = said.as_ref().map(|source| Told {
            value: source.name.clone(),
            line: 0,
        });
        let name = self
            .report
            .choose("source", self.desk.options.source.clone(), told, BY)?;
        let is_same = said.as_ref().is_some_and(|source| source.name == name);
        said.filter(|_| is_same).or(Some(Source {
            name,
            url: None,
            published: None,
        }))
    }

    /// What an editor must settle: what is missing, and what would stand on the page as it is.
    fn todos(
        &self,
        todo: &mut Vec<String>,
        text: &str,
        (title, date, unread): (&Option<String>, Option<PartialDate>, Option<String>),
    ) {
        let says = |key: &str| todo.iter().any(|told| told.starts_with(key));
        let (is_title_told, is_date_told) = (says("title:"), says("date:"));
        if title.is_none() && !is_title_told {
            todo.push("title: none in the file".to_owned());
        }
        match (date, unread) {
            (None, Some(said)) if !is_date_told => {
                todo.push(format!("date: the file says « {said} », no date"))
            }
            (None, None) if !is_date_told => todo.push("date: none in the file".to_owned()),
            _ => {}
        }
        let found = shortcodes::find(text);
        if !found.is_empty() {
            let all: Vec<&str> = found.into_iter().map(|(_, shortcode)| shortcode).collect();
            todo.push(format!(
                "body: shortcodes of another tool: {}",
                all.join(", ")
            ));
        }
    }
}

/// The address that a file's name gives, where the title would give another one.
fn own_slug(name: &str, title: Option<&str>) -> Option<String> {
    let (_, slug) = named(name)?;
    let is_slug = !slug.is_empty() && slugify(slug) == slug;
    (is_slug && slugify(title?) != slug).then(|| slug.to_owned())
}

/// The texts in which names are looked for.
fn texts(pieces: &[Piece]) -> impl Iterator<Item = &str> {
    let says = |piece: &&Piece| piece.kind != Kind::Other;
    pieces.iter().filter(says).map(|piece| piece.text.as_str())
}

/// What the head stated; else what was found; and every ticker.
fn merged(stated: Vec<Entity>, found: Vec<Entity>) -> Vec<Entity> {
    if stated.is_empty() {
        return found;
    }
    let mut all = stated;
    for entity in found.into_iter().filter(|entity| entity.ticker.is_some()) {
        let is_it = |own: &&mut Entity| words::fold(&own.name) == words::fold(&entity.name);
        match all.iter_mut().find(is_it) {
            Some(own) => own.ticker = own.ticker.take().or(entity.ticker),
            None => all.push(entity),
        }
    }
    all
}

/// What the head says that hebdo has no key for, as a comment of HTML: no page shows it.
fn comment(left: &Mapping, is_first: bool) -> Result<String, String> {
    if left.is_empty() {
        return Ok(String::new());
    }
    let written = front_matter::write(&Value::Mapping(left.clone())).map_err(|e| e.to_string())?;
    let inside = written
        .trim_start_matches("---\n")
        .trim_end_matches("---\n");
    let inside = inside
        .replace("-->", "--\\u003e")
        .replace("--!>", "--!\\u003e");
    let gap = if is_first { "" } else { "\n" };
    Ok(format!(
        "{gap}<!-- keys of its front matter that hebdo does not know\n{inside}-->\n"
    ))
}
