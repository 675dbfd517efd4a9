//! Finds the title in a page's header, and drops the furniture around it.

use super::masthead;
use super::names::{is_unknown_name, names};
use super::zone::{header_end, is_beside_about};
use crate::import::block::{Block, Field, Role};
use crate::import::body::lists;
use crate::import::digest::evidence;
use crate::import::facts::{Facts, Told};
use crate::import::lexicon::{Lexicon, List};
use crate::import::words::{self, number};

/// Moves the title and an author's name on a line of its own to the head, and drops the header's
/// other furniture; the facts with these two. A title that is `known` is looked for, and no other.
pub(crate) fn read(
    blocks: &mut [Block],
    mut facts: Facts,
    known: Option<&str>,
    lexicon: &Lexicon,
) -> Facts {
    facts.post(blocks, lexicon);
    facts.title = match known {
        Some(known) => known_title(blocks, known, lexicon),
        None => title(blocks, facts.title.take(), lexicon),
    };
    facts.credits(blocks, lexicon);
    facts.lone_author(blocks, lexicon);
    facts.named_together(blocks, header_end(blocks, lexicon), lexicon);
    facts.drop_below_byline(blocks, lexicon);
    facts.signature(blocks, lexicon);
    clear(blocks, lexicon);
    facts
}

/// Moves the title to the head; the title. A mail's subject is one, unless a line of the header says it.
fn title(
    blocks: &mut [Block],
    subject: Option<Told<String>>,
    lexicon: &Lexicon,
) -> Option<Told<String>> {
    let end = header_end(blocks, lexicon);
    drop_menu(&mut blocks[..end], lexicon);
    let said = |i: &usize| {
        subject
            .as_ref()
            .is_none_or(|subject| says(&subject.value, &blocks[*i]))
    };
    let best = || {
        best_title(blocks, end, lexicon)
            .map(|i| (i, "the header's line that reads most like a title"))
    };
    let marked = marked_title(blocks).map(|i| (i, "the only heading of the first level"));
    let Some((title, why)) = marked.or_else(best).filter(|(i, _)| said(i)) else {
        return subject;
    };
    let block = &mut blocks[title];
    block.decide(Role::Moved(Field::Title), why);
    Some(Told {
        value: block.text.clone(),
        line: block.line(),
    })
}

/// The place of the one line that Markdown marks as a heading of the first level, above all others.
fn marked_title(blocks: &[Block]) -> Option<usize> {
    let mut marked =
        (0..blocks.len()).filter(|i| blocks[*i].is_open() && blocks[*i].mark.is_some());
    let first = marked.next().filter(|i| blocks[*i].mark == Some(1))?;
    let mut below = marked.peekable();
    (below.peek().is_some() && below.all(|i| blocks[i].mark > Some(1))).then_some(first)
}

/// Moves the header's line that says the title again to the head.
fn known_title(blocks: &mut [Block], known: &str, lexicon: &Lexicon) -> Option<Told<String>> {
    let end = header_end(blocks, lexicon);
    let header = &mut blocks[..end];
    drop_menu(header, lexicon);
    let label = words::label(known);
    let is_title = |b: &&mut Block| b.is_open_line() && words::label(&b.text) == label;
    let block = header.iter_mut().find(is_title)?;
    block.decide(Role::Moved(Field::Title), "the title");
    Some(Told {
        value: block.text.clone(),
        line: block.line(),
    })
}

/// Drops what stands around the title and is no text.
fn clear(blocks: &mut [Block], lexicon: &Lexicon) {
    let end = header_end(blocks, lexicon);
    let is_title = |b: &Block| b.role == Role::Moved(Field::Title);
    let Some(title) = blocks
        .iter()
        .position(is_title)
        .filter(|title| *title < end)
    else {
        return;
    };
    let end = beyond_byline(blocks, title).max(end);
    let header = &mut blocks[..end];
    drop_around(header, title, lexicon);
    let last_about = header
        .iter()
        .rposition(|b| b.role == Role::Moved(Field::About));
    for block in header[title..last_about.unwrap_or(title).max(title)]
        .iter_mut()
        .filter(|b| b.is_open_line())
    {
        block.decide(
            Role::Paragraph,
            "stands between the title and a line about the article",
        );
    }
}

/// Where the short lines end that stand in one run with the last line about the article.
fn beyond_byline(blocks: &[Block], title: usize) -> usize {
    const NEAR: usize = 12;
    let is_prose = |b: &&Block| b.is_kept() && words::is_prose(&b.text);
    let text = blocks[title..].iter().filter(is_prose).nth(1);
    let text = text.and_then(|text| blocks.iter().position(|b| std::ptr::eq(b, text)));
    let near = &blocks[title..text.unwrap_or(blocks.len()).min(title + NEAR)];
    let is_about = |b: &Block| b.role == Role::Moved(Field::About);
    let Some(last) = near.iter().rposition(is_about).map(|at| title + at) else {
        return 0;
    };
    let is_label = |b: &&Block| {
        let is_line = b.bullet.is_none() && words::at_most(&b.text, 6);
        !b.gap && (b.role == Role::Dropped || is_line && !words::is_closed(&b.text))
    };
    let run = blocks[last + 1..].iter().take_while(is_label).count();
    let is_end = blocks.get(last + 1 + run).is_some_and(|b| b.gap);
    last + 1 + if is_end { run } else { 0 }
}

/// Whether a mail's subject says the line, or the line the subject.
fn says(subject: &str, block: &Block) -> bool {
    let (subject, line) = (words::label(subject), words::label(&block.text));
    subject.contains(&line) || line.contains(&subject)
}

fn drop_menu(header: &mut [Block], lexicon: &Lexicon) {
    for block in header
        .iter_mut()
        .filter(|b| b.is_open_line() && b.is_short())
    {
        let label = words::label(&block.text);
        let is_small = words::at_most(&block.text, 6) && !words::ends_sentence(&block.text);
        if is_small && lexicon[List::Menu].beginning(&label).is_some() && is_menu(&label, lexicon) {
            block.decide(Role::Dropped, "menu words in the page's header");
        }
    }
}

/// A menu word alone, or one that asks the reader to do something (a verb ends so), with its object.
fn is_menu(label: &str, lexicon: &Lexicon) -> bool {
    lexicon[List::Menu].has(label)
        || lexicon[List::Menu]
            .beginning(label)
            .is_some_and(|word| word.contains(['\'', ' ', '-']))
}

fn is_image(text: &str, lexicon: &Lexicon) -> bool {
    words::at_most(text, 12)
        && lexicon[List::ImageFirst]
            .beginning(&words::label(text))
            .is_some()
}

/// The place of the line that reads most like a title.
fn best_title(header: &[Block], end: usize, lexicon: &Lexicon) -> Option<usize> {
    let open: Vec<usize> = (0..end).filter(|i| header[*i].is_open_line()).collect();
    let may_be = |i: &usize| is_title(&header[*i].text, open.len() == 1);
    let score = |i: &usize| (score(header, *i, lexicon), std::cmp::Reverse(*i));
    open.iter().copied().filter(may_be).max_by_key(score)
}

fn is_title(text: &str, is_alone: bool) -> bool {
    let enough = words::count(text, 2) >= if is_alone { 1 } else { 2 };
    let is_closed = words::is_closed(text) && !text.ends_with('!');
    enough
        && text.len() <= 300
        && words::at_most(text, 30)
        && !is_closed
        && !text.ends_with(':')
        && number::of(text).is_none()
}

fn score(header: &[Block], i: usize, lexicon: &Lexicon) -> i32 {
    let block = &header[i];
    let length = words::count(&block.text, 7) as i32;
    let small = if words::starts_small(&block.text) {
        -6
    } else {
        0
    };
    let has_long_before = header[..i].iter().any(|b| {
        b.is_open_line() && b.gap && is_title(&b.text, false) && words::count(&b.text, 7) >= 7
    }) || is_below_title(header, i);
    let beside = if is_beside_about(header, i) && !has_long_before {
        2
    } else {
        0
    };
    let above_prose = if is_above_prose(header, i) { -4 } else { 0 };
    let is_apart = block.gap && header.get(i + 1).is_none_or(|next| next.gap);
    let opens = i32::from(block.gap) + i32::from(is_apart);
    let marked = if block.mark == Some(1) { 20 } else { 0 };
    let image = if is_image(&block.text, lexicon) {
        -6
    } else {
        0
    };
    let are_parts = ["    ", " > ", " › "]
        .iter()
        .any(|sign| block.text.contains(sign))
        || block.text.matches(" | ").count() >= 2
        || is_menu_run(&block.text, lexicon);
    let columns = if are_parts { -9 } else { 0 };
    let (found, rest) = names(&block.text, lexicon);
    let are_names =
        rest.trim().is_empty() && found.iter().all(|name| is_unknown_name(header, name));
    let byline = if are_names && found.len() >= 2 { -9 } else { 0 };
    let below = if is_below_title(header, i) { -3 } else { 0 };
    length
        + columns
        + small
        + image
        + beside
        + above_prose
        + opens
        + marked
        + byline
        + below
        + sender(block, i, lexicon)
        + issue(header, i, lexicon)
        - masthead::against(header, i, |text| is_title(text, false))
}

/// Whether the line above stands apart on both sides as a title does, and is no name of a rubric: then a
/// longer line below is its subtitle.
fn is_below_title(header: &[Block], i: usize) -> bool {
    let Some(above) = header[..i].iter().rposition(|b| b.role != Role::Dropped) else {
        return false;
    };
    let block = &header[above];
    let is_apart = block.gap && header.get(above + 1).is_some_and(|next| next.gap);
    block.is_open_line()
        && is_apart
        && above > 0
        && is_title(&block.text, false)
        && words::count(&block.text, 5) == 5
        && !words::is_capitals(&block.text)
        && !block.text.contains([':', '>', '›', '»', '|'])
}

/// `Accueil Articles À propos`: menu words on one line.
fn is_menu_run(text: &str, lexicon: &Lexicon) -> bool {
    words::at_most(text, 10)
        && !words::ends_sentence(text)
        && lexicon[List::Menu].count_in(&words::fold(text)) >= 3
}

/// A first line that ends with a day or a week is the title of an issue.
fn issue(header: &[Block], i: usize, lexicon: &Lexicon) -> i32 {
    let is_first = header[..i].iter().all(|b| !b.is_kept());
    if masthead::counts_issue(header, i, lexicon) {
        return -8;
    }
    if is_first && evidence::is_issue(&header[i].text, lexicon) {
        8
    } else {
        0
    }
}

/// A first line that names who publishes (`Revue du quai – Dossier`) is hardly a title.
fn sender(block: &Block, i: usize, lexicon: &Lexicon) -> i32 {
    let is_named = lexicon[List::Publishers].count_in(&words::fold(&block.text)) > 0;
    if i == 0 && words::has_dash(&block.text) && is_named {
        -4
    } else {
        0
    }
}

/// Whether prose follows at once, as below a section's heading, where another line stands apart above.
fn is_above_prose(header: &[Block], i: usize) -> bool {
    let next = header
        .get(i + 1)
        .is_some_and(|b| !b.gap && b.is_open_line() && words::is_prose(&b.text));
    let is_apart = |at: usize| {
        let is_line = header[at].is_open_line() && words::count(&header[at].text, 4) >= 4;
        is_line && header[at + 1].gap && is_title(&header[at].text, false)
    };
    next && (0..i).any(is_apart)
}

fn drop_around(header: &mut [Block], title: usize, lexicon: &Lexicon) {
    let title_text = header[title].text.clone();
    for i in 0..header.len() {
        let is_told = lists::line(&header[i].text, lexicon).is_some();
        if !header[i].is_open_line() || is_told {
            continue;
        }
        if is_image(&header[i].text, lexicon) {
            header[i].decide(Role::Dropped, "describes an image");
        } else if let Some(why) = furniture(header, i, title, &title_text, lexicon) {
            header[i].decide(Role::Dropped, why);
        }
    }
}

fn furniture(
    header: &[Block],
    i: usize,
    title: usize,
    title_text: &str,
    lexicon: &Lexicon,
) -> Option<&'static str> {
    let block = &header[i];
    let is_label = words::at_most(&block.text, 6)
        && (i < title || !block.text.ends_with(':'))
        && !words::ends_sentence(&block.text)
        && !words::is_closed(&block.text);
    let is_subtitle = i == title + 1 && !block.gap;
    let is_publisher = i == 0
        && words::at_most(&block.text, 14)
        && !words::is_closed(&block.text)
        && lexicon[List::Publishers]
            .beginning(&words::label(&block.text))
            .is_some();
    if block.text == title_text {
        Some("the title again")
    } else if i > title && !block.text.contains(char::is_alphabetic) {
        Some("a count below the title")
    } else if is_label
        && lexicon[List::Actions]
            .beginning(&words::label(&block.text))
            .is_some()
    {
        Some("what a button of the page does")
    } else if is_label && i > title + 1 && is_among_furniture(header, i, title) {
        Some("a short line among lines about the article")
    } else if block.repeats {
        Some("stands in a header that the page repeats")
    } else if (is_label || is_publisher) && i < title {
        Some("a short line above the title")
    } else if is_label && !is_subtitle && words::starts_small(&block.text) {
        Some("a short line in the page's header that begins small")
    } else if is_label && !is_subtitle && is_in_run_with_furniture(header, i) {
        Some("a short line among lines about the article")
    } else {
        None
    }
}

/// Whether a line of furniture or about the article stands before and after it, below the title.
fn is_among_furniture(header: &[Block], i: usize, title: usize) -> bool {
    let is_furniture = |b: &Block| matches!(b.role, Role::Moved(Field::About) | Role::Dropped);
    let before = header[title + 1..i].iter().any(is_furniture);
    let after = header.get(i + 1).is_some_and(is_furniture);
    before && after
}

/// Whether the lines around it, without an empty line between, are about the article or dropped.
fn is_in_run_with_furniture(header: &[Block], i: usize) -> bool {
    let is_furniture =
        |block: &Block| matches!(block.role, Role::Moved(Field::About) | Role::Dropped);
    let before = !header[i].gap && i > 0 && is_furniture(&header[i - 1]);
    let after = header
        .get(i + 1)
        .is_some_and(|next| !next.gap && is_furniture(next));
    before || after
}
