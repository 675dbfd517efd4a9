//! What a mail puts around its article: the link to read it elsewhere, rows of networks, signature,
//! the footer about the subscription. Enter by [`read`].

use super::shown::{TOP, shown};
use super::{boxes, forward, leads, letter, masthead, online, pictures};
use crate::import::block::{Block, Field, Role, open};
use crate::import::facts::{Facts, Told};
use crate::import::lexicon::{Lexicon, List};
use crate::import::metadata::take::drop_part;
use crate::import::{links, words};

/// A footer has fewer words than an article.
const FOOTER: usize = 150;

/// The first pass on a mail's blocks.
pub(crate) fn read(blocks: &mut [Block], lines: &[String], facts: &mut Facts, lexicon: &Lexicon) {
    forward::read(blocks, lines, facts, lexicon);
    drop_signature(blocks, lines);
    drop_answered(blocks, lexicon);
    online::drop(blocks, facts, lexicon);
    drop_networks(blocks, lexicon);
    drop_footer(blocks, lexicon);
    drop_name(blocks, facts);
    letter::drop_frame(blocks, lexicon);
    move_read_on(blocks, lexicon);
    drop_pictures_at_top(blocks);
    masthead::drop(blocks, lexicon);
    pictures::drop(blocks);
    boxes::drop(blocks, lexicon);
    leads::move_leads(blocks, lexicon);
    shorter_title(blocks, facts);
    drop_said(blocks, facts);
}

/// Drops the sender's name where it is the first line.
fn drop_name(blocks: &mut [Block], facts: &Facts) {
    let Some(name) = facts
        .source
        .as_ref()
        .map(|source| words::label(&source.value))
    else {
        return;
    };
    let first = blocks.iter_mut().find(|b| b.is_open());
    if let Some(first) = first.filter(|b| b.is_short() && words::label(&b.text) == name) {
        first.decide(Role::Dropped, "the sender's name");
    }
}

/// A link that only says to read on is the source of what stands above it.
fn move_read_on(blocks: &mut [Block], lexicon: &Lexicon) {
    for block in blocks.iter_mut().filter(|b| b.is_open_line()) {
        let (label, link) = links::whole_link(&block.text);
        let label = label.trim_matches(['*', '→', '>', ' ']).to_owned();
        let folded = words::label(&label);
        let is_cue = lexicon[List::ReadOn].beginning(&folded).is_some();
        if link.is_some()
            && is_cue
            && !lexicon[List::ReadOn].has(&folded)
            && words::at_most(&label, 9)
        {
            block.decide(Role::Moved(Field::SourceLink), "leads to what stands above");
            continue;
        }
        if link.is_none() && is_read_on(&block.text, lexicon) {
            block.decide(Role::Moved(Field::SourceLink), "leads to what stands above");
            continue;
        }
        if link.is_some() && lexicon[List::ReadOn].has(&folded) {
            drop_part(block, label, "says to read on");
            block.decide(Role::Moved(Field::SourceLink), "leads to what stands above");
        }
    }
}

/// `Lire la suite (https://…)`, `Read more: https://…`, as a mail's text has it.
fn is_read_on(text: &str, lexicon: &Lexicon) -> bool {
    let Some(at) = links::find(text) else {
        return false;
    };
    let label =
        words::label(text[..at.start].trim_matches(['*', '→', '>', ' ', '(', '<', ':', '[']));
    let is_alone = words::count(&text[at.end..], 1) == 0;
    is_alone && words::at_most(&label, 9) && lexicon[List::ReadOn].beginning(&label).is_some()
}

/// Drops what stands below the last line `-- ` (RFC 3676), in the text's second half.
fn drop_signature(blocks: &mut [Block], lines: &[String]) {
    let is_mark = |line: &String| line.trim_start_matches('\\') == "-- " || line.trim() == "--";
    let Some(at) = lines
        .iter()
        .rposition(is_mark)
        .filter(|at| at * 2 >= lines.len())
    else {
        return;
    };
    for block in blocks.iter_mut().filter(|b| b.is_open() && b.line() > at) {
        block.decide(Role::Dropped, "the signature");
    }
}

/// Drops the quote of an earlier mail at the end, below `… a écrit :`.
fn drop_answered(blocks: &mut [Block], lexicon: &Lexicon) {
    let open: Vec<usize> = (0..blocks.len())
        .filter(|i| blocks[*i].role != Role::Dropped)
        .collect();
    let is_quote = |i: &usize| blocks[*i].text.starts_with('>');
    let quotes = open.iter().rev().take_while(|i| is_quote(i)).count();
    let first = open.len() - quotes;
    let Some(above) = first.checked_sub(1).map(|i| open[i]).filter(|_| quotes > 0) else {
        return;
    };
    let label = words::label(words::head(&blocks[above].text, 300));
    let says_who = lexicon[List::Wrote].end(&label).is_some();
    if says_who {
        for i in &open[first - 1..] {
            blocks[*i].decide(Role::Dropped, "the mail that this one answers");
        }
    }
}

/// Drops blocks that only name networks.
fn drop_networks(blocks: &mut [Block], lexicon: &Lexicon) {
    for i in open(blocks) {
        let text = shown(words::head(&blocks[i].text, 4000));
        let mut names = words::words(&text).peekable();
        let has_names = names.peek().is_some();
        if has_names && names.all(|name| lexicon[List::NetworkWords].has(name)) {
            blocks[i].decide(Role::Dropped, "a row of networks");
        }
    }
}

/// Drops the end of the mail from the first line on that speaks of the subscription, where so few
/// words are left that they are no article.
fn drop_footer(blocks: &mut [Block], lexicon: &Lexicon) {
    let is_section = |b: &Block| b.is_kept() && (b.mark.is_some() || b.role == Role::Takeaway);
    let section = blocks.iter().rposition(is_section).unwrap_or(0);
    let open: Vec<usize> = open(blocks).into_iter().filter(|i| *i >= section).collect();
    let mut left = 0;
    let mut first = None;
    for (place, i) in open.iter().enumerate().rev() {
        let text = shown(words::head(&blocks[*i].text, 4000));
        left += words::count(&text, FOOTER + 1);
        if left > FOOTER || place == 0 {
            break;
        }
        if lexicon[List::MailFooters].count_in(&text) > 0 {
            first = Some(place);
        }
    }
    for i in first.into_iter().flat_map(|first| &open[first..]) {
        blocks[*i].decide(Role::Dropped, "the footer about the subscription");
    }
}

/// Drops images before the first words: the sender's logo.
fn drop_pictures_at_top(blocks: &mut [Block]) {
    let is_picture = |text: &str| {
        let text = text.trim_start_matches('[');
        text.starts_with("![")
            && text.trim_end_matches(')').matches("](").count() <= 2
            && !text.contains('\n')
            && text.ends_with(')')
    };
    for i in open(blocks) {
        if !is_picture(&blocks[i].text) {
            break;
        }
        blocks[i].decide(Role::Dropped, "an image above the first words");
    }
}

/// Lines at the top, also as links, that only say the title or an author again.
fn drop_said(blocks: &mut [Block], facts: &Facts) {
    let title = facts.title.as_ref().map(|title| words::label(&title.value));
    let authors: Vec<String> = facts
        .authors
        .iter()
        .map(|a| words::label(&a.value))
        .collect();
    for i in open(blocks).into_iter().take(TOP) {
        let text = words::label(&shown(words::head(&blocks[i].text, 2000)));
        if Some(&text) == title.as_ref() {
            blocks[i].decide(Role::Moved(Field::Title), "the title");
        } else if authors.contains(&text) {
            blocks[i].decide(Role::Dropped, "the author's name again");
        }
    }
    let source = facts
        .source
        .as_ref()
        .map(|source| words::label(&source.value));
    for i in open(blocks) {
        let text = words::label(&shown(words::head(&blocks[i].text, 400)));
        if blocks[i].is_short() && Some(&text) == source.as_ref() && blocks[i].text.contains("](") {
            blocks[i].decide(Role::Dropped, "the sender's name again");
        }
    }
    for i in open(blocks).into_iter().rev().take(3) {
        let text = shown(words::head(&blocks[i].text, 2000));
        let is_address = text.contains('@') && words::at_most(&text, 2);
        if !is_address && Some(words::label(&text)) != source {
            break;
        }
        blocks[i].decide(Role::Dropped, "the sender's name again");
    }
}

/// A first heading whose words the subject repeats among others is the title itself.
fn shorter_title(blocks: &[Block], facts: &mut Facts) {
    let Some(title) = &facts.title else {
        return;
    };
    let heading = open(blocks)
        .into_iter()
        .take(TOP)
        .find(|i| blocks[*i].mark.is_some());
    let Some(heading) = heading.map(|i| &blocks[i]) else {
        return;
    };
    let text = heading.text.trim_matches('*').replace('\\', "");
    let (own, subject) = (words::label(&text), words::label(&title.value));
    if own != subject && subject.ends_with(&own) && words::count(&own, 3) == 3 {
        facts.differs.push(format!(
            "title: the subject says « {} », the mail « {text} »; the second stands",
            title.value
        ));
        facts.title = Some(Told {
            value: text,
            line: heading.line(),
        });
    }
}
