//! What makes a letter of a mail: greeting, farewell with the names below it, word of an attachment,
//! who publishes it. Enter by [`drop_frame`].

use super::shown::shown;
use crate::import::block::{Block, Form, Role, open};
use crate::import::lexicon::{Lexicon, List};
use crate::import::words;

/// Blocks among which a greeting stands.
const TOP: usize = 4;
/// Blocks among which a farewell and the imprint stand.
const END: usize = 8;
/// Words below a farewell that are no more than names and addresses.
const NAMES: usize = 40;
/// Words of a line that is no paragraph of an article.
const LINE: usize = 30;

/// Drops these lines. An article stays: where nothing else is left, all of them do.
pub(crate) fn drop_frame(blocks: &mut [Block], lexicon: &Lexicon) {
    let prose = open(blocks).into_iter();
    if prose.filter(|i| words::is_prose(&blocks[*i].text)).count() < 2 {
        return;
    }
    drop_greeting(blocks, lexicon);
    drop_farewell(blocks, lexicon);
    drop_attachments(blocks, lexicon);
    drop_imprint(blocks, lexicon);
}

/// The label of a short line, with its links as they show; empty for others.
fn label(block: &Block, most: usize) -> String {
    let text = shown(words::head(&block.text, 1000));
    if block.is_open_line() && words::at_most(&text, most) {
        words::label(&text)
    } else {
        String::new()
    }
}

/// `Bonjour,`, `Cher Jean,`: a line that ends with a comma or a sign of exclamation, or says no more.
fn drop_greeting(blocks: &mut [Block], lexicon: &Lexicon) {
    for i in open(blocks).into_iter().take(TOP) {
        let label = label(&blocks[i], 7);
        let greets = lexicon[List::Greetings].beginning(&label).is_some();
        let is_called = blocks[i].text.trim_end().ends_with([',', '!']);
        if greets && blocks[i].mark.is_none() && (is_called || lexicon[List::Greetings].has(&label))
        {
            blocks[i].decide(Role::Dropped, "a greeting");
        }
    }
}

/// `Cordialement,` with the names below it.
fn drop_farewell(blocks: &mut [Block], lexicon: &Lexicon) {
    let open = open(blocks);
    let from = open.len().saturating_sub(END);
    let says = |i: &usize| {
        let own = label(&blocks[*i], 6);
        let names = || own.split_once(',').map(|(cue, _)| cue.trim().to_owned());
        let signed = || blocks[*i].mark.is_none().then(names).flatten();
        lexicon[List::Farewells].has(&own)
            || signed().is_some_and(|cue| lexicon[List::Farewells].has(&cue))
    };
    let Some(at) = (from..open.len()).find(|place| says(&open[*place])) else {
        return;
    };
    let below = &open[at + 1..];
    let count: usize = below
        .iter()
        .map(|i| words::count(&blocks[*i].text, NAMES + 1))
        .sum();
    let is_prose = |i: &usize| words::is_prose(&blocks[*i].text);
    if count > NAMES || below.iter().any(is_prose) {
        return;
    }
    for i in &open[at..] {
        blocks[*i].decide(Role::Dropped, "a farewell and what stands below it");
    }
}

/// `Vous trouverez la note en pièce jointe.`, at either end.
fn drop_attachments(blocks: &mut [Block], lexicon: &Lexicon) {
    let open = open(blocks);
    let ends = open.iter().take(TOP).chain(open.iter().rev().take(TOP));
    for i in ends {
        if lexicon[List::Attachments].count_in(&label(&blocks[*i], LINE)) > 0 {
            blocks[*i].decide(Role::Dropped, "speaks of what is attached");
        }
    }
}

/// `La Lettre · 3 place du Marché · 35000 Rennes`: parts, of which one begins with a postal code.
fn is_postal(text: &str) -> bool {
    let parts = text.split(['·', ',', '|', '•', '–']).map(str::trim);
    let is_place = |part: &str| {
        let (code, town) = part.split_once(' ').unwrap_or_default();
        let is_code = code.len() == 5 && code.bytes().all(|b| b.is_ascii_digit());
        is_code && town.starts_with(char::is_uppercase)
    };
    words::at_most(text, 20)
        && text.contains(['·', ',', '|', '•', '–'])
        && parts.into_iter().any(is_place)
}

/// Drops lines at the end that say who publishes the mail, or ask something of the reader.
fn drop_imprint(blocks: &mut [Block], lexicon: &Lexicon) {
    for i in open(blocks).into_iter().rev().take(TOP) {
        let folded = shown(words::head(&blocks[i].text, 1000));
        let is_line = blocks[i].form != Form::Whole && words::at_most(&folded, LINE);
        let is_imprint =
            lexicon[List::Imprints].count_in(&folded) > 0 || is_postal(&blocks[i].text);
        if is_line && is_imprint {
            blocks[i].decide(Role::Dropped, "who publishes the mail");
        }
    }
}
