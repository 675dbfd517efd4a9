//! Drops what is no part of an article wherever it stands: separators, lone letters,
//! phrases of page furniture, promotion, disclaimers.

use super::menus::{are_networks, ends_in_menu, is_menu_line, is_on_network, is_path, leads_back};
use super::sentence;
use crate::import::block::{Block, Role, open};
use crate::import::lexicon::{Lexicon, List};
use crate::import::metadata::zone::header_end;
use crate::import::words::{self, number};

/// Drops lines that are furniture on any page.
pub(crate) fn drop_furniture(blocks: &mut [Block], lexicon: &Lexicon) {
    let header = header_end(blocks, lexicon);
    let footer = last_quarter(blocks);
    for i in open(blocks) {
        if !blocks[i].is_short() {
            continue;
        }
        let is_margin = i < header || i >= footer;
        if let Some(why) = wordless(&blocks[i], is_margin) {
            blocks[i].decide(Role::Dropped, why);
        } else if blocks[i].bullet.is_none() && are_networks(&blocks[i].text, lexicon) {
            blocks[i].decide(Role::Dropped, "where the page can be shared");
        } else if is_path(&blocks[i].text, lexicon) {
            blocks[i].decide(Role::Dropped, "the path to the page");
        } else if leads_back(&blocks[i].text, lexicon) {
            blocks[i].decide(Role::Dropped, "the way back to the site's other pages");
        } else if i < header && is_on_network(&blocks[i].text, lexicon) {
            blocks[i].decide(Role::Dropped, "where a post stands");
        } else if i < header && ends_in_menu(&blocks[i].text, lexicon).is_some() {
            blocks[i].decide(Role::Dropped, "a name and the menu behind it");
        } else if blocks[i].bullet.is_none() && is_menu_line(&blocks[i].text, lexicon) {
            blocks[i].decide(Role::Dropped, "a line of menu words");
        } else if i >= footer && is_button(&blocks[i], lexicon) {
            blocks[i].decide(Role::Dropped, "what a button of the page does");
        } else if is_furniture(blocks, i, lexicon) {
            blocks[i].decide(Role::Dropped, "page furniture");
        }
    }
}

/// `Ajouter aux favoris`: a few words that begin with what a button does.
fn is_button(block: &Block, lexicon: &Lexicon) -> bool {
    let label = words::label(&block.text);
    block.is_open_line()
        && block.mark.is_none()
        && words::at_most(&block.text, 6)
        && !words::is_closed(&block.text)
        && lexicon[List::Actions].beginning(&label).is_some()
}

/// Where the last quarter of the lines begins.
fn last_quarter(blocks: &[Block]) -> usize {
    blocks.len() - blocks.len().div_ceil(4)
}

/// Why a line that says nothing goes: a lone letter is a button at both ends of a page (in a list it
/// may be a name).
fn wordless(block: &Block, is_margin: bool) -> Option<&'static str> {
    let mut letters = block.text.chars().filter(|c| c.is_alphanumeric());
    match (letters.next(), letters.next()) {
        (None, _) => Some("a line without words"),
        (Some(one), None) if one.is_alphabetic() && is_margin && block.bullet.is_none() => {
            Some("a lone letter")
        }
        _ => None,
    }
}

fn is_furniture(blocks: &[Block], i: usize, lexicon: &Lexicon) -> bool {
    let text = &blocks[i].text;
    let label = words::label(text);
    let phrase = lexicon[List::Boilerplate]
        .beginning(&label)
        .unwrap_or_default();
    let is_phrase = !phrase.is_empty() && (phrase.contains(' ') || phrase == label);
    let is_related = lexicon[List::Related].beginning(&label).is_some_and(|cue| {
        let rest = label[cue.len()..].trim_start();
        let is_title = || rest.starts_with(['«', '“', '"', '[', '>']) && !text.ends_with('.');
        (rest.starts_with([':', '|', '–', '—', '-']) || is_title()) && words::at_most(text, 40)
    });
    if is_related || lexicon[List::Furniture].beginning(&label).is_some() {
        return true;
    }
    let limit = if i >= last_quarter(blocks) { 18 } else { 12 };
    let reads_so = is_phrase || is_counter(&label, lexicon) || text.contains('©');
    if phrase.matches(' ').count() >= 3 && words::at_most(text, limit) {
        return true;
    }
    reads_so && words::at_most(text, limit) && !sentence::is_of_article(blocks, i, phrase, lexicon)
}

/// `3 commentaires`
fn is_counter(label: &str, lexicon: &Lexicon) -> bool {
    let is_one = |part: &str| {
        let part = part.trim();
        let rest = part.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, ' ' | ','));
        rest.len() < part.len() && lexicon[List::Counters].has(rest)
    };
    let starts = label
        .match_indices(|c: char| c.is_ascii_digit())
        .map(|(at, _)| at);
    let starts =
        starts.filter(|at| !label[..*at].ends_with(|c: char| c.is_ascii_digit() || c == ','));
    let cuts: Vec<usize> = starts.chain([label.len()]).collect();
    let are_all = || cuts.windows(2).all(|cut| is_one(&label[cut[0]..cut[1]]));
    label.split(['·', '∙', '•']).all(is_one) || cuts.len() > 2 && cuts[0] == 0 && are_all()
}

/// Drops the list below the heading of a list of other pages, and menu words that stand alone
/// where no prose follows (with prose below they may be a heading).
pub(crate) fn drop_widgets(blocks: &mut [Block], lexicon: &Lexicon) {
    let mut related = None;
    for i in 0..blocks.len() {
        let block = &blocks[i];
        let label = if block.is_short() {
            words::label(&block.text)
        } else {
            String::new()
        };
        if lexicon[List::Related].has(&label) {
            related = Some(i);
        } else if let Some(heading) = related.filter(|_| block.is_open() && block.bullet.is_some())
        {
            blocks[i].decide(Role::Dropped, "an item of a list of other pages");
            if blocks[heading].is_open() {
                blocks[heading].decide(Role::Dropped, "the heading of a list of other pages");
            }
        } else {
            related = None;
            let is_alone = block.is_open_line() && !is_above_prose(blocks, i);
            if is_alone && (lexicon[List::Menu].has(&label) || lexicon[List::Buttons].has(&label)) {
                blocks[i].decide(Role::Dropped, "menu words with no prose below");
            } else if is_alone
                && lexicon[List::ImageLast].end(&label).is_some()
                && words::at_most(&label, 6)
            {
                blocks[i].decide(Role::Dropped, "describes an image");
            }
        }
    }
}

fn is_above_prose(blocks: &[Block], i: usize) -> bool {
    let next = blocks[i + 1..].iter().find(|b| b.is_open());
    next.is_some_and(|b| {
        let is_sentence = words::ends_sentence(&b.text) && words::count(&b.text, 4) >= 4;
        is_sentence || words::is_prose(&b.text) || b.bullet.is_some()
    })
}

/// Drops a table of contents: lines below its heading that stand again as lines of the text.
pub(crate) fn drop_contents(blocks: &mut [Block], lexicon: &Lexicon) {
    let is_heading = |b: &Block| {
        b.is_short() && b.is_open() && lexicon[List::Contents].has(&words::label(&b.text))
    };
    let Some(at) = blocks.iter().position(is_heading) else {
        return;
    };
    let end = (at + 2..blocks.len())
        .find(|i| blocks[*i].gap)
        .unwrap_or(blocks.len());
    let stands_again = |text: &str| blocks[end..].iter().any(|b| b.text == text);
    let is_entry = |b: &Block| {
        b.role == Role::Dropped || stands_again(number::without(&b.text)) || stands_again(&b.text)
    };
    if (at + 3..at + 60).contains(&end) && blocks[at + 1..end].iter().all(is_entry) {
        for block in blocks[at..end].iter_mut().filter(|b| b.is_open()) {
            block.decide(Role::Dropped, "a table of contents");
        }
    }
}

/// Drops paragraphs that advertise: a sentence that begins with a call, and two lures.
pub(crate) fn drop_promotion(blocks: &mut [Block], lexicon: &Lexicon) {
    for block in blocks.iter_mut().filter(|b| b.is_open_line()) {
        if block.text.len() > 800 || !words::at_most(&block.text, 70) {
            continue;
        }
        let folded = words::fold(&block.text);
        let mut sentences = folded.split(['.', '!', '?']).map(str::trim);
        let calls = sentences.any(|sentence| lexicon[List::Calls].beginning(sentence).is_some());
        if calls && lexicon[List::Lures].count_in(&folded) >= 2 {
            block.decide(Role::Dropped, "promotion: it calls and lures");
        }
    }
}

/// Drops a disclaimer's heading with the paragraphs that follow it, and what reads as one at the
/// text's end.
pub(crate) fn drop_disclaimers(blocks: &mut [Block], lexicon: &Lexicon) {
    let last_quarter = last_quarter(blocks);
    let mut heading: Option<usize> = None;
    for i in open(blocks) {
        let text = words::head(&blocks[i].text, 1000);
        let label = words::label(text);
        let cues = lexicon[List::Disclaimer].count_in(&words::fold(text));
        if lexicon[List::DisclaimerHeadings].has(&label) {
            heading = Some(i);
        } else if heading.is_some() && cues >= 1 || cues >= 2 && i >= last_quarter {
            blocks[i].decide(Role::Dropped, "a disclaimer");
            if let Some(heading) = heading.filter(|h| blocks[*h].is_open()) {
                blocks[heading].decide(Role::Dropped, "the heading of a disclaimer");
            }
        } else {
            heading = None;
        }
    }
}
