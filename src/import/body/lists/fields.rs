//! Lines that fill a field of the head by themselves: tags, a source, a link. Enter by [`of`] for one line,
//! [`mark`] for a text's.

use crate::import::block::{Block, Field, Form, Role};
use crate::import::lexicon::{Lexicon, List};
use crate::import::links;
use crate::import::words;

/// Moves the lines that fill a field of the head by themselves.
pub(super) fn mark(blocks: &mut [Block], open: &[usize], lexicon: &Lexicon) {
    for (place, i) in open.iter().enumerate() {
        let is_below = place.checked_sub(1).is_some_and(|above| {
            let above = &blocks[open[above]];
            above.bullet.is_none()
                && (words::ends_sentence(&above.text) || above.form == Form::Whole)
        });
        let is_last = open
            .get(place + 1)
            .is_none_or(|next| !words::ends_sentence(&blocks[*next].text));
        let block = &mut blocks[*i];
        if is_below && is_last && block.form == Form::Plain && is_link(&block.text) {
            block.decide(Role::Moved(Field::SourceLink), "a link below a text");
        } else if let Some((field, why)) = of(&block.text, lexicon).filter(|_| block.is_short()) {
            block.decide(Role::Moved(field), why);
        }
    }
}

/// The field of the head that a line fills by itself.
pub(crate) fn of(text: &str, lexicon: &Lexicon) -> Option<(Field, &'static str)> {
    if is_tags(text, lexicon) {
        return Some((Field::Tags, "a line of tags"));
    }
    let is_link = text.starts_with('🔗') && links::find(text).is_some();
    if is_link && words::at_most(text, 20) {
        return Some((Field::SourceLink, "a line with the sign of a link"));
    }
    if is_address(text) {
        return Some((Field::SourceLink, "an address and nothing else"));
    }
    if is_reference(text) {
        return Some((Field::SourceLink, "a name and an address in brackets"));
    }
    source_line(text, lexicon).map(|field| (field, "a line that names its source"))
}

/// `Tags : IA, fiscalité`, `#IA #fiscalité`
fn is_tags(text: &str, lexicon: &Lexicon) -> bool {
    let is_hashtag = |word: &str| {
        let rest = word
            .strip_prefix('#')
            .map(|rest| rest.trim_end_matches([',', ';', '.']));
        rest.is_some_and(|rest| {
            rest.chars()
                .all(|c| c.is_alphanumeric() || matches!(c, '_' | '-'))
                && rest.chars().any(char::is_alphabetic)
        })
    };
    if text.starts_with('#') && text.split_whitespace().all(is_hashtag) {
        return true;
    }
    let Some((cue, tags)) = text.split_once(':') else {
        return false;
    };
    lexicon[List::Tags].has(&words::label(cue))
        && words::at_most(tags, 20)
        && words::count(tags, 1) == 1
}

/// `→ https://…`; a picture is none.
fn is_address(text: &str) -> bool {
    if text.contains("![") {
        return false;
    }
    let plain = text.trim_matches(|c: char| !c.is_alphanumeric() && !"/[]()".contains(c));
    links::find(plain).is_some_and(|at| {
        let rest = format!("{}{}", &plain[..at.start], &plain[at.end..]);
        words::count(&rest, 1) == 0
    })
}

/// `(Le Courrier, https://…)`; a line that is all one link, but for one that is a sentence.
fn is_reference(text: &str) -> bool {
    const LONGEST: usize = 12;
    let inner = text
        .strip_prefix('(')
        .and_then(|t| t.trim_end_matches('.').strip_suffix(')'));
    let is_framed = inner.is_some_and(|inner| links::find(inner).is_some());
    words::at_most(text, LONGEST) && is_framed
}

/// A line that is all one link, whose words are no sentence.
fn is_link(text: &str) -> bool {
    let (label, link) = links::whole_link(text);
    link.is_some() && words::at_most(text, 12) && !words::ends_sentence(label)
}

/// `Source : Le Courrier`: who published it; with an address or several names, what it relies on.
fn source_line(text: &str, lexicon: &Lexicon) -> Option<Field> {
    let rest = links::after_cue(text, lexicon).filter(|rest| words::at_most(rest, 12))?;
    let (names, _) = links::names_and_date(rest, lexicon);
    let is_one = links::find(rest).is_none() && names.len() == 1;
    let is_publisher = is_one
        && lexicon[List::Source]
            .beginning(&words::label(text))
            .is_some();
    let field = if is_publisher {
        Field::Source
    } else {
        Field::SourceLink
    };
    names
        .iter()
        .any(|name| words::count(name, 1) == 1)
        .then_some(field)
}
