//! Several articles pasted one after the other into one text. Enter by [`parts`].

use super::dates::Said;
use super::lexicon::Lexicon;
use super::links;
use super::metadata::about;
use super::words::{self, number};
use crate::model::PartialDate;

/// How many lines a head has below its title.
const HEAD: usize = 3;

/// How many words an article has at least.
const LEAST: usize = 25;

/// The articles of a text, each as a text of its own, its lines where they stood; none where it is one
/// text. The evidence: the first line and others are titles with lines below that say when or by whom,
/// and prose stands below each.
pub(crate) fn parts(text: &str, lexicon: &Lexicon) -> Option<Vec<String>> {
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    let is_written = |i: &usize| says(lines[*i]) || words::is_rule(lines[*i]);
    let written: Vec<usize> = (0..lines.len()).filter(is_written).collect();
    let is_head = |place: &usize| is_head(&lines, &written[*place..], lexicon);
    is_head(&0).then_some(())?;
    let heads: Vec<usize> = (0..written.len()).filter(is_head).collect();
    if heads.len() < 2 {
        return None;
    }
    let ends = heads.iter().skip(1).copied().chain([written.len()]);
    let parts = heads.iter().zip(ends).map(|(from, to)| &written[*from..to]);
    let parts: Vec<&[usize]> = parts.collect();
    let has_prose = |part: &&[usize]| {
        let prose = part.iter().filter(|i| words::is_prose(lines[**i]));
        prose.map(|i| words::count(lines[*i], LEAST)).sum::<usize>() >= LEAST
    };
    let are_whole = parts.iter().all(has_prose);
    let own = |part: &&[usize]| part.iter().copied().filter(|i| says(lines[*i])).collect();
    let own = parts.iter().map(own);
    are_whole.then(|| own.filter_map(|p: Vec<usize>| cut(text, &p)).collect())
}

/// The lines from the first to the last of these, as many empty ones before them as stood there.
fn cut(text: &str, part: &[usize]) -> Option<String> {
    let (first, last) = (*part.first()?, *part.last()?);
    let lines = text.lines().take(last + 1).enumerate();
    let own = lines.map(|(i, line)| if i < first { "" } else { line });
    Some(own.collect::<Vec<_>>().join("\n"))
}

fn says(line: &str) -> bool {
    line.contains(char::is_alphanumeric)
}

/// Whether the first of the lines is a title, and one of those right below tells of its article.
fn is_head(lines: &[&str], places: &[usize], lexicon: &Lexicon) -> bool {
    let mut own = places.iter().map(|i| lines[*i]);
    let is_title = own.next().is_some_and(|line| is_title(line, lexicon));
    let mut below = own
        .take(HEAD)
        .take_while(|line| says(line) && !words::is_prose(line) && words::at_most(line, 14));
    is_title && below.any(|line| tells(line, lexicon))
}

/// Some words, neither counted nor closed.
fn is_title(line: &str, lexicon: &Lexicon) -> bool {
    let begins =
        line.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit() || "«“\"".contains(c));
    begins
        && words::count(line, 4) == 4
        && words::at_most(line, 20)
        && !words::is_closed(line)
        && !line.ends_with(':')
        && number::of(line).is_none()
        && links::find(line).is_none()
        && !tells(line, lexicon)
}

/// Whether a line says on which day or by whom an article was written.
fn tells(line: &str, lexicon: &Lexicon) -> bool {
    let is_known = |said: Said| {
        matches!(
            said,
            Said::Known(PartialDate::Day(_) | PartialDate::Month(_))
        )
    };
    let is_when = |part: &str| {
        let about = about::read(part.trim(), lexicon);
        about.is_some_and(|about| about.has_author() || about.published.is_some_and(is_known))
    };
    let is_sign = |c: char| matches!(c, ',' | '|' | '·' | '(' | '–' | '—');
    is_when(line) || line.split(is_sign).skip(1).any(is_when)
}
