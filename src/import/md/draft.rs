//! Head and body to a draft, with its report. Enter by [`read`].

use super::Desk;
use super::body;
use super::canonical::Body;
use super::head::Parts;
use super::keys::{self, Mapped};
use super::left;
use super::own::named;
use crate::front_matter::ArticleHead;
use crate::import::draft::{self, Draft, Import, Raw};
use crate::import::entities::{Listing, Listings, Prose};
use crate::import::facts::Told;
use crate::import::report::Report;
use crate::import::{language, words};
use crate::model::{Entity, Imported, PartialDate, Source, slugify};

/// Who says what the editor contradicts.
const BY: &str = "the front matter";

/// A file on its way to a draft.
pub(crate) struct Article<'a> {
    pub(crate) raw: &'a Raw<'a>,
    pub(crate) text: &'a str,
    pub(crate) parts: &'a Parts,
    pub(crate) desk: &'a Desk<'a>,
    pub(crate) report: Report,
    /// The tickers that left the prose.
    pub(crate) listings: Listings,
}

/// The draft of a file, or the word that was lost on the way.
pub(crate) fn read(
    raw: &Raw<'_>,
    text: &str,
    parts: &Parts,
    desk: &Desk<'_>,
) -> Result<Import, String> {
    let mapped = keys::read(parts.head.clone(), desk.lexicon);
    let mut article = Article {
        raw,
        text,
        parts,
        desk,
        report: Report::default(),
        listings: Listings::default(),
    };
    article.tell(&mapped);
    let body = article.body(mapped.head.title.as_deref())?;
    let draft = article.draft(mapped, &body)?;
    Ok(Import {
        report: article.report.heads(&[&draft], None),
        drafts: vec![draft],
        note: None,
    })
}

impl Article<'_> {
    fn draft(&mut self, mapped: Mapped, body: &Body) -> Result<Draft, String> {
        let comment = left::comment(&mapped.entries.left())?;
        let text = body::write(&body.pieces, body.raise);
        let head = self.settled(mapped.head, body.title.clone(), &text);
        let mut head = self.enriched(head, body);
        left::todos(&mut head, &text, mapped.unread_date.as_deref());
        head.draft |= !head.todo.is_empty();
        if mapped.has_mute_image {
            let why = "image: it has no description (alt), or no address that a page can have";
            self.report.missing.push(why.to_owned());
        }
        let gap = if text.is_empty() || comment.is_empty() {
            ""
        } else {
            "\n"
        };
        Ok(Draft {
            head,
            body: text + gap + &comment,
        })
    }

    /// The head with what the editor knows, and with what the text and the file's name say.
    fn settled(
        &mut self,
        said: ArticleHead,
        heading: Option<Told<String>>,
        text: &str,
    ) -> ArticleHead {
        let options = self.desk.options;
        let title = said.title.map(told).or(heading);
        let title = self
            .report
            .choose("title", options.title.clone(), title, BY);
        let date = said
            .date
            .or_else(|| named(self.raw.name).map(|(date, _)| date));
        let own = language::of(text).unwrap_or(&options.lang);
        let source = self.source(said.source);
        ArticleHead {
            date: self
                .report
                .choose("date", options.date, date.map(told::<PartialDate>), BY),
            rights: self
                .desk
                .enrich
                .rights(options.rights.or(said.rights), source.as_ref()),
            source,
            lang: said.lang.or_else(|| Some(own.to_owned())),
            slug: said
                .slug
                .or_else(|| own_slug(self.raw.name, title.as_deref())),
            imported: said.imported.or_else(|| Some(self.imported())),
            title,
            ..said
        }
    }

    fn source(&mut self, said: Option<Source>) -> Option<Source> {
        let name = said.as_ref().map(|source| told(source.name.clone()));
        let name = self
            .report
            .choose("source", self.desk.options.source.clone(), name, BY)?;
        let is_same = said.as_ref().is_some_and(|source| source.name == name);
        said.filter(|_| is_same).or(Some(Source {
            name,
            url: None,
            published: None,
        }))
    }

    fn imported(&self) -> Imported {
        Imported {
            from: self.raw.name.to_owned(),
            hash: draft::hash(self.raw.bytes),
        }
    }

    /// The head with the entities and themes of the text, where its author stated none.
    fn enriched(&self, head: ArticleHead, body: &Body) -> ArticleHead {
        let summary = head.summary.as_deref();
        let prose = Prose {
            title: head.title.as_deref(),
            texts: summary.into_iter().chain(body.texts()).collect(),
            lang: head.lang.as_deref().unwrap_or_default(),
        };
        let listed: Vec<&Listing> = self.listings.all.iter().collect();
        let found = self.desk.enrich.entities(&prose, &listed);
        let tags = match head.tags.is_empty() {
            true => self.desk.enrich.tags(Vec::new(), &prose),
            false => head.tags,
        };
        ArticleHead {
            tags,
            entities: merged(head.entities, found),
            ..head
        }
    }
}

/// A fact that stands on no line of its own.
fn told<T>(value: T) -> Told<T> {
    Told { value, line: 0 }
}

/// The address that a file's name gives, where the title would give another one.
fn own_slug(name: &str, title: Option<&str>) -> Option<String> {
    let (_, slug) = named(name)?;
    let is_slug = !slug.is_empty() && slugify(slug) == slug;
    (is_slug && slugify(title?) != slug).then(|| slug.to_owned())
}

/// The entities that the head stated, else those that were found; and every ticker.
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
