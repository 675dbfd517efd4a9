//! Drops what stands before and after the article proper and looks like prose: descriptions of
//! images at its beginning, the author's note at its end.

use crate::import::block::{Block, Role, open};
use crate::import::facts::Told;
use crate::import::lexicon::{Lexicon, List};
use crate::import::{links, words};

/// Drops sentences that describe an image: between the chapeau and the key points, one sentence
/// that begins with a bare noun and an adjective, as captions do and prose does not, with a noun
/// that the text never says again, without figure or quote.
pub(crate) fn drop_image_descriptions(blocks: &mut [Block], lexicon: &Lexicon) {
    let open = open(blocks);
    for places in open.windows(3).take(4) {
        let [before, this, next] = [0, 1, 2].map(|n| &blocks[places[n]]);
        let is_between = words::is_prose(&before.text)
            && next.is_short()
            && lexicon[List::KeyPoints].has(&words::label(&next.text));
        if is_between
            && this.is_open_line()
            && reads_as_caption(&this.text, lexicon)
            && !occurs_elsewhere(blocks, places[1])
        {
            let why =
                "describes an image: one sentence without article, between chapeau and key points";
            blocks[places[1]].decide(Role::Dropped, why);
        }
    }
}

/// Drops lines that end with a photographer's credit.
pub(crate) fn drop_credited_images(blocks: &mut [Block], lexicon: &Lexicon) {
    for block in blocks
        .iter_mut()
        .filter(|b| b.is_open_line() && b.is_short())
    {
        if words::at_most(&block.text, 45) && has_credit(&block.text, lexicon) {
            block.decide(Role::Dropped, "describes an image: it ends with a credit");
        }
    }
}

/// `(Crédit : Léa Martin)`, `LÉA MARTIN POUR LE COURRIER`, `REUTERS/Léa Martin`, `( AFP / Léa Martin )`
/// after a sentence.
fn has_credit(text: &str, lexicon: &Lexicon) -> bool {
    let last = text
        .rsplit(['.', '('])
        .map(str::trim)
        .find(|part| words::count(part, 1) == 1)
        .unwrap_or_default();
    let before = text.find(last).map_or("", |at| &text[..at]);
    let is_credit = lexicon[List::ImageFirst]
        .beginning(&words::label(last))
        .is_some_and(|cue| {
            words::label(last)[cue.len()..]
                .trim_start()
                .starts_with([':', '©'])
        });
    let is_agency = last.split_once('/').is_some_and(|(name, _)| {
        let name = name.trim_end();
        words::count(name, 1) == 1 && name.chars().all(char::is_uppercase)
    });
    let is_signed = words::is_capitals(last)
        && words::count(last, 2) >= 2
        && words::at_most(last, 10)
        && !last.contains(|c: char| c.is_ascii_digit());
    let is_bank =
        is_banked(text, lexicon) || is_bracketed_credit(text, lexicon) || is_signed_below(text);
    let is_bank = is_bank || is_labelled_credit(text, lexicon);
    let is_file = is_file(text, lexicon);
    is_file || is_bank || words::count(before, 4) >= 4 && (is_credit || is_agency || is_signed)
}

/// `… (CP Photo/Léa Martin, File)`: brackets at the end in which a word of images stands beside a stroke.
fn is_bracketed_credit(text: &str, lexicon: &Lexicon) -> bool {
    let inner = text
        .trim_end_matches('.')
        .strip_suffix(')')
        .and_then(|t| t.rsplit_once('('));
    inner.is_some_and(|(before, inner)| {
        let folded = words::fold(inner);
        let is_image = lexicon[List::ImageFirst].count_in(&folded) > 0;
        let is_signed = inner.contains(['/', ':', '©']);
        let is_bank = lexicon[List::ImageBanks].end(&folded).is_some();
        is_signed && (is_image || is_bank) && words::count(before, 4) >= 4
    })
}

/// `The harbour at dawn… Image Credits: Léa Martin/Agency`: a label of credits behind a description.
fn is_labelled_credit(text: &str, lexicon: &Lexicon) -> bool {
    let label = text.rsplit_once(": ").map(|(label, _)| words::fold(label));
    label.is_some_and(|label| {
        let cue = lexicon[List::ImageFirst]
            .end(&label)
            .filter(|cue| cue.contains(' '));
        cue.is_some_and(|cue| words::count(&label[..label.len() - cue.len()], 3) == 3)
    })
}

/// `Photo - https://…`: a word of images, and where one is.
fn is_file(text: &str, lexicon: &Lexicon) -> bool {
    let label = words::label(words::head(text, 40));
    let is_image = lexicon[List::ImageFirst].beginning(&label).is_some();
    is_image
        && links::find(text).is_some_and(|at| {
            words::at_most(&text[..at.start], 4) && at.end == text.trim_end().len()
        })
}

/// `… en avril. © L. Martin`: a name after the sign, below a description.
fn is_signed_below(text: &str) -> bool {
    let sides = text.rsplit_once('©').or_else(|| text.rsplit_once("(c) "));
    sides.is_some_and(|(before, after)| {
        words::count(before, 4) >= 4
            && words::at_most(after, 5)
            && words::count(after, 1) == 1
            && !after.contains(|c: char| c.is_ascii_digit())
    })
}

/// `… — Adobe Stock`, `… (Illustration)`: a bank of images after a sign, a note in brackets.
fn is_banked(text: &str, lexicon: &Lexicon) -> bool {
    const FEW: usize = 4;
    let folded = words::fold(text.trim_end_matches([')', ']', '.', ' ']));
    let ends = |list: List, signs: &[char]| {
        let before = lexicon[list]
            .end(&folded)
            .map(|bank| folded[..folded.len() - bank.len()].trim_end());
        before.is_some_and(|b| b.ends_with(signs) && words::count(b, FEW) == FEW)
    };
    ends(List::ImageBanks, &['—', '–', '/', '|', '©']) || ends(List::ImageNotes, &['(', '['])
}

fn reads_as_caption(text: &str, lexicon: &Lexicon) -> bool {
    let mut tokens = text.split_whitespace();
    let (Some(first), Some(second)) = (tokens.next(), tokens.next()) else {
        return false;
    };
    let is_bare = |word: &str| !lexicon[List::FunctionWords].has(&words::fold(stem(word)));
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
    drop_last_note(blocks, authors, lexicon);
    let mut note_of: Option<Option<&str>> = None;
    let end = open.len().saturating_sub(6).max(open.len() / 2);
    for i in &open[end..] {
        let block = &mut blocks[*i];
        let name = authors
            .iter()
            .map(|a| a.value.as_str())
            .find(|name| links::whole_link(&block.text).0 == *name);
        let mut rest = block.text.clone();
        for author in authors {
            rest = rest.replace(&author.value, "");
        }
        let is_byline = authors.len() >= 2
            && rest.len() < block.text.len()
            && words::at_most(&rest, authors.len() - 1)
            && words::at_most(&rest, 3);
        let is_heading =
            block.is_short() && lexicon[List::AuthorNote].has(&words::label(&block.text));
        if is_byline && block.is_open_line() {
            block.decide(Role::Dropped, "the authors' names again");
            let named = |author: &&Told<String>| block.text.contains(&author.value);
            note_of = Some(
                authors
                    .iter()
                    .find(named)
                    .map(|author| author.value.as_str()),
            );
            continue;
        }
        if is_inline_note(block, lexicon) {
            block.decide(Role::Dropped, "the author's note");
            continue;
        }
        if name.is_some() || is_heading {
            note_of = Some(name);
            block.decide(
                Role::Dropped,
                "the author's name again, or the heading of a note on the author",
            );
            continue;
        }
        match note_of {
            Some(name) if is_about(&block.text, name, lexicon) => {
                block.decide(Role::Dropped, "the author's note");
            }
            _ => note_of = None,
        }
    }
}

/// `About the author: …`
fn is_inline_note(block: &Block, lexicon: &Lexicon) -> bool {
    let cue = block.text.split_once(':').map(|(cue, _)| words::label(cue));
    block.is_open_line() && cue.is_some_and(|cue| lexicon[List::AuthorNote].has(&cue))
}

/// Drops the last paragraph where it speaks of the author: it begins with the whole name or, below a
/// line that is the name, with the first one, and goes on small.
fn drop_last_note(blocks: &mut [Block], authors: &[Told<String>], lexicon: &Lexicon) {
    const NEAR: usize = 5;
    let Some(last) = blocks
        .iter()
        .rposition(Block::is_open)
        .filter(|last| *last > NEAR)
    else {
        return;
    };
    let text = &blocks[last].text;
    let goes_on = |name: &str| {
        let rest = text.strip_prefix(name).unwrap_or_default();
        rest.starts_with(' ') && rest.trim_start().starts_with(char::is_lowercase)
    };
    let word = text.split([' ', ',']).next().map(words::fold);
    let has_role = word.is_some_and(|word| lexicon[List::Roles].has(&word));
    let speaks = |name: &str| {
        let first = name.split_whitespace().next().unwrap_or(name);
        let is_above = blocks[last - NEAR..last].iter().any(|b| b.text == name);
        goes_on(name) || is_above && goes_on(first) || has_role && text.contains(first)
    };
    let is_note = words::at_most(text, 60) && authors.iter().any(|a| speaks(&a.value));
    if is_note && blocks[last].is_open_line() {
        blocks[last].decide(Role::Dropped, "the author's note");
    }
}

/// Whether a paragraph below the name speaks of the person: it begins with the first name or with what
/// somebody does, or a heading announced it.
fn is_about(text: &str, name: Option<&str>, lexicon: &Lexicon) -> bool {
    let is_short = words::at_most(text, 90);
    let first = name.and_then(|name| name.split_whitespace().next());
    let word = words::words(text).next().map(words::fold);
    let does = word.is_some_and(|word| lexicon[List::Roles].has(&word));
    is_short && (does || first.is_none_or(|first| text.starts_with(first)))
}
