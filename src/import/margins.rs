//! Drops what stands before and after the article proper and looks like prose: descriptions of
//! images at its beginning, the author's note at its end.

use super::block::{Block, Role, open};
use super::lexicon::Lexicon;
use super::metadata::Told;
use super::words;

/// Drops sentences that describe an image: among the first paragraphs, one sentence that begins
/// with a bare noun and an adjective, as captions do and prose does not, without figure or quote,
/// right before the key points or above all prose.
pub(crate) fn drop_image_descriptions(blocks: &mut [Block], lexicon: &Lexicon) {
    let open = open(blocks);
    for (place, pair) in open.windows(2).enumerate().take(5) {
        let (this, next) = (&blocks[pair[0]], &blocks[pair[1]]);
        let is_before_key_points =
            next.is_short() && lexicon.key_points.has(&words::label(&next.text));
        let is_above_prose = place == 0 && next.gap && words::is_prose(&next.text);
        let elsewhere = || occurs_elsewhere(blocks, pair[0]);
        if this.is_open_line()
            && (is_before_key_points || is_above_prose)
            && reads_as_caption(&this.text, lexicon)
            && !elsewhere()
        {
            blocks[pair[0]].decide(
                Role::Dropped,
                "describes an image: one sentence that begins without article, beside the chapeau",
            );
        }
    }
}

fn reads_as_caption(text: &str, lexicon: &Lexicon) -> bool {
    let mut tokens = text.split_whitespace();
    let (Some(first), Some(second)) = (tokens.next(), tokens.next()) else {
        return false;
    };
    let is_bare = |word: &str| !lexicon.function_words.has(&words::fold(stem(word)));
    let inside = text.trim_end_matches(['.', '!', '?', '…']);
    let is_one_sentence = words::ends_sentence(text) && !inside.contains(['.', '!', '?', ':', ';']);
    is_one_sentence
        && words::at_most(text, 30)
        && words::count(text, 8) >= 8
        && first.chars().all(char::is_alphabetic)
        && second.chars().all(char::is_lowercase)
        && is_bare(first)
        && is_bare(second)
        && !text.contains(|c: char| c.is_ascii_digit() || matches!(c, '"' | '«' | '“'))
}

/// The word before an apostrophe (`l'`, `d'`), else the word.
fn stem(word: &str) -> &str {
    word.split(['\'', '’']).next().unwrap_or(word)
}

/// Whether the first word stands in another block: then it is the article's subject.
fn occurs_elsewhere(blocks: &[Block], at: usize) -> bool {
    let Some(first) = words::words(&blocks[at].text).next() else {
        return false;
    };
    let others = blocks.iter().enumerate().filter(|(i, _)| *i != at);
    others
        .into_iter()
        .any(|(_, b)| words::words(&b.text).any(|word| word == first))
}

/// Drops the author's note at the end: a heading for it or the author's name alone, and the
/// paragraphs below that speak of the author.
pub(crate) fn drop_author_note(blocks: &mut [Block], authors: &[Told<String>], lexicon: &Lexicon) {
    let open = open(blocks);
    let mut note_of: Option<Option<&str>> = None;
    for i in open.iter().skip(open.len() / 2) {
        let block = &mut blocks[*i];
        let name = authors
            .iter()
            .map(|a| a.value.as_str())
            .find(|name| block.text == *name);
        let is_heading = block.is_short() && lexicon.author_note.has(&words::label(&block.text));
        if name.is_some() || is_heading {
            note_of = Some(name);
            block.decide(Role::Dropped, "the author's name above the author's note");
            continue;
        }
        match note_of {
            Some(name) if is_about(&block.text, name) => {
                block.decide(Role::Dropped, "the author's note");
            }
            _ => note_of = None,
        }
    }
}

/// Whether a paragraph below the name speaks of the person: it begins with the first name, or a
/// heading announced it.
fn is_about(text: &str, name: Option<&str>) -> bool {
    let is_short = words::at_most(text, 90);
    let first = name.and_then(|name| name.split_whitespace().next());
    is_short && first.is_none_or(|first| text.starts_with(first))
}
