//! A line about the article: date, time, reading time, author, in any order (`18h12 ▪ 4 min de
//! lecture ▪ par Léa M.`). Enter by [`read`]; a line with any other word in it is none.

use super::names::{CIVILITIES, each_apart, names, place, role, role_between};
use super::pieces::{glued, in_brackets, is_sign, issue, link, updated_mark, without_offset};
use crate::import::dates::clock;
use crate::import::dates::figures;
use crate::import::dates::relative;
use crate::import::dates::{self, Said};
use crate::import::lexicon::cue::{after_cue, trim};
use crate::import::lexicon::{Lexicon, List};
use crate::import::words;

/// What a line about the article says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct About {
    pub(crate) published: Option<Said>,
    pub(crate) updated: Option<Said>,
    pub(crate) authors: Vec<String>,
    /// A publisher named where an author stands.
    pub(crate) agency: Option<String>,
    /// A time of day, in its own words.
    pub(crate) time: Option<String>,
    /// What the authors do, which no head says.
    pub(crate) roles: Vec<String>,
    /// That a machine translated it, in the line's own words.
    pub(crate) translation: Option<String>,
    reading: bool,
    /// It says that the text was changed.
    revised: bool,
    /// « publié le » or the like stands before the date.
    stated: bool,
}

/// The halves of a day.
const HALVES: [&str; 6] = ["AM", "PM", "a.m.", "p.m.", "am", "pm"];

/// What stands between hours and minutes, where spaces stand around it.
const HOURS: [&str; 2] = ["h", "H"];

/// Reads a line that says nothing but this; none where it has any other word.
pub(crate) fn read(text: &str, lexicon: &Lexicon) -> Option<About> {
    if text.len() > 200 || lexicon.agencies.iter().any(|name| name == text) {
        return None;
    }
    let plain = text.replace("**", "");
    let mut about = About::default();
    let mut rest = trim(&plain);
    while !rest.is_empty() {
        rest = trim(about.part(rest, lexicon)?);
    }
    about.says_something().then_some(about)
}

impl About {
    fn says_something(&self) -> bool {
        self.has_date() || self.reading || self.time.is_some() || self.has_author()
    }

    /// Whether it says that something was published, and when.
    pub(crate) fn is_stated(&self) -> bool {
        self.has_date() && self.stated
    }

    pub(crate) fn has_date(&self) -> bool {
        self.published.is_some() || self.updated.is_some()
    }

    /// A date and nothing else: it may head a part of a chronicle.
    pub(crate) fn is_only_date(&self) -> bool {
        self.has_date() && !self.reading && self.time.is_none() && !self.has_author()
    }

    /// Whether it says how long the text takes to read, or when it was published and when changed or by what
    /// translated.
    pub(crate) fn is_timed(&self) -> bool {
        self.reading || self.has_date() && (self.revised || self.translation.is_some())
    }

    pub(crate) fn has_author(&self) -> bool {
        !self.authors.is_empty() || self.agency.is_some()
    }

    /// Takes one part off the beginning; what follows it.
    fn part<'t>(&mut self, text: &'t str, lexicon: &Lexicon) -> Option<&'t str> {
        self.date(text, lexicon)
            .or_else(|| self.reading(text, lexicon))
            .or_else(|| self.time(text, lexicon))
            .or_else(|| self.translation(text, lexicon))
            .or_else(|| self.author(text, lexicon))
            .or_else(|| self.agency(text, lexicon))
            .or_else(|| self.with_agency(text, lexicon))
            .or_else(|| self.year(text, lexicon))
            .or_else(|| issue(text, lexicon))
            .or_else(|| self.updated_time(text, lexicon))
            .or_else(|| updated_mark(text, lexicon))
            .or_else(|| link(text, lexicon))
    }

    fn date<'t>(&mut self, text: &'t str, lexicon: &Lexicon) -> Option<&'t str> {
        let (is_update, after) = if let Some(rest) = after_cue(text, &lexicon[List::Updated]) {
            (true, rest)
        } else {
            (
                false,
                after_cue(text, &lexicon[List::Published]).unwrap_or(text),
            )
        };
        let (said, rest) = dates::at_start(trim(after), lexicon)
            .or_else(|| relative::at_start(trim(after), lexicon))?;
        self.stated |= after.len() < text.len();
        self.revised |= is_update;
        let place = if is_update {
            &mut self.updated
        } else {
            &mut self.published
        };
        match place {
            Some(Said::Relative(_)) | None => *place = Some(said),
            Some(_) => {}
        }
        Some(rest)
    }

    fn reading<'t>(&mut self, text: &'t str, lexicon: &Lexicon) -> Option<&'t str> {
        let after = after_cue(text, &lexicon[List::Reading]).map_or(text, trim);
        let digits = after.trim_start_matches(|c: char| c.is_ascii_digit());
        if digits.len() == after.len() {
            return None;
        }
        let unit = digits.trim_start_matches(|c: char| c == '-' || c.is_whitespace());
        let rest = after_cue(unit, &lexicon[List::Reading])?;
        self.reading = true;
        Some(rest)
    }

    /// `12h30`, `12 h 30`, `12:30`, `9:14 AM EST`
    fn time<'t>(&mut self, text: &'t str, lexicon: &Lexicon) -> Option<&'t str> {
        let rest = clock::after_time(text)?;
        let word = text[..text.len() - rest.len()].trim_end_matches([',', '.', ')', ';']);
        self.time.get_or_insert(word.to_owned());
        let half = rest.trim_start();
        let after_half = HALVES.iter().find_map(|word| half.strip_prefix(word));
        let rest = after_half.unwrap_or(rest);
        let zoned = after_cue(rest.trim_start(), &lexicon[List::TimeZones]);
        Some(zoned.map_or(rest, without_offset))
    }

    /// `Traduit par IA`
    fn translation<'t>(&mut self, text: &'t str, lexicon: &Lexicon) -> Option<&'t str> {
        let rest = after_cue(text, &lexicon[List::Translation])?;
        self.translation = Some(text[..text.len() - rest.len()].to_owned());
        Some(rest)
    }

    /// `mis à jour à 07:02`
    fn updated_time<'t>(&mut self, text: &'t str, lexicon: &Lexicon) -> Option<&'t str> {
        let rest = after_cue(text, &lexicon[List::Updated])?;
        let rest = after_cue(trim(rest), &lexicon[List::DateLinks]).unwrap_or(rest);
        let rest = self.time(trim(rest), lexicon)?;
        self.revised = true;
        Some(rest)
    }

    fn year<'t>(&mut self, text: &'t str, lexicon: &Lexicon) -> Option<&'t str> {
        let text = after_cue(text, &lexicon[List::Published]).map_or(text, trim);
        let end = text
            .find(|c: char| !c.is_ascii_digit())
            .unwrap_or(text.len());
        let year = figures::year(&text[..end])?.to_string().parse().ok()?;
        self.published.get_or_insert(Said::Known(year));
        Some(&text[end..])
    }

    /// A publisher's name without a cue.
    fn agency<'t>(&mut self, text: &'t str, lexicon: &Lexicon) -> Option<&'t str> {
        let agency = lexicon.agency_at_start(text)?;
        self.agency.get_or_insert(agency.to_owned());
        Some(&text[agency.len()..])
    }

    /// `La rédaction avec Reuters`
    fn with_agency<'t>(&mut self, text: &'t str, lexicon: &Lexicon) -> Option<&'t str> {
        let rest = after_cue(text, &lexicon[List::CollectiveAuthors])?;
        let linked = after_cue(rest.trim_start(), &lexicon[List::WithAgency])?.trim_start();
        let agency = lexicon.agency_at_start(linked)?;
        self.agency.get_or_insert(agency.to_owned());
        self.roles.push(text[..text.len() - rest.len()].to_owned());
        Some(&linked[agency.len()..])
    }

    fn author<'t>(&mut self, text: &'t str, lexicon: &Lexicon) -> Option<&'t str> {
        let rest = after_cue(text, &lexicon[List::By])
            .or_else(|| glued(text, lexicon))?
            .trim_start_matches([' ', ':', '\u{a0}']);
        if let Some(agency) = lexicon.agency_at_start(rest) {
            self.agency = Some(agency.to_owned());
            return Some(&rest[agency.len()..]);
        }
        if let Some(after) = after_cue(rest, &lexicon[List::CollectiveAuthors]) {
            let name = &rest[..rest.len() - after.len()];
            self.authors.push(name.to_owned());
            return Some(after);
        }
        if let Some(people) = each_apart(rest, lexicon) {
            for (name, role) in people {
                self.authors.push(name.to_owned());
                self.roles.push(role.to_owned());
            }
            return Some("");
        }
        let (found, mut after) = names(rest, lexicon);
        match found.as_slice() {
            [sign] if is_sign(sign) => self.agency = Some(sign.clone()),
            _ => self.authors.extend(found),
        }
        while let Some((role, next)) = role_between(after, lexicon) {
            let (found, rest) = names(next, lexicon);
            self.roles.push(role.to_owned());
            self.authors.extend(found);
            after = rest;
        }
        if !self.has_author() {
            return None;
        }
        if let Some((note, rest)) = in_brackets(after) {
            self.roles.push(note.to_owned());
            return Some(rest);
        }
        if let Some((place, rest)) = place(after, lexicon) {
            self.roles.push(place.to_owned());
            return Some(rest);
        }
        let Some(role) = role(after, lexicon) else {
            return Some(after);
        };
        self.roles.push(role.to_owned());
        after.split_once(role).map(|(_, rest)| rest)
    }
}

/// Whether a word of a line about the article says something that the head has in another form, or
/// nothing by itself: of a date, a time, a reading time, a cue, a publisher's name.
pub(crate) fn is_part(word: &str, lexicon: &Lexicon) -> bool {
    const LISTS: [List; 16] = [
        List::WithAgency,
        List::Relative,
        List::Units,
        List::PartOfYear,
        List::Seasons,
        List::Issues,
        List::TimeZones,
        List::Weekdays,
        List::Week,
        List::DateLinks,
        List::FirstOfMonth,
        List::Published,
        List::Updated,
        List::Reading,
        List::By,
        List::NameLinks,
    ];
    let folded = words::fold(word);
    let is_glued = glued(word, lexicon).is_some();
    let is_figure = word.contains(|c: char| c.is_ascii_digit())
        || HALVES
            .iter()
            .any(|half| words::words(half).any(|own| own == word))
        || HOURS.contains(&word);
    is_figure
        || is_glued
        || CIVILITIES.contains(&word)
        || lexicon.month(&folded).is_some()
        || LISTS.iter().any(|list| lexicon[*list].has_word(&folded))
        || lexicon
            .agencies
            .iter()
            .any(|name| words::words(name).any(|own| own == word))
}
