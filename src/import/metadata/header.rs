//! Reads a page's header: its title and authors move to the head, the furniture around them is dropped. Enter by
//! [`read`].

use super::menu::{is_appeal, is_image};
use super::title;
use super::zone::{header_end, is_over_byline};
use crate::import::block::{Block, Field, Role};
use crate::import::body::lists;
use crate::import::facts::{Facts, Told};
use crate::import::lexicon::{Lexicon, List};
use crate::import::words;

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
        Some(known) => title::known(blocks, known, lexicon),
        None => title::find(blocks, facts.title.take(), lexicon),
    };
    facts.site(blocks);
    facts.credits(blocks, lexicon);
    facts.lone_author(blocks, lexicon);
    facts.named_together(blocks, header_end(blocks, lexicon), lexicon);
    facts.drop_below_byline(blocks, lexicon);
    facts.signature(blocks, lexicon);
    clear(blocks, lexicon);
    facts
}

impl Facts {
    /// The site whose name stood behind the title is who published the text, where nothing else says so.
    fn site(&mut self, blocks: &[Block]) {
        let titles = blocks
            .iter()
            .filter(|b| b.role == Role::Moved(Field::Title));
        let mut asides = titles.flat_map(|b| b.asides.iter().map(|aside| (aside, b.line())));
        if let Some((aside, line)) = asides.find(|(aside, _)| aside.why == title::SITE) {
            let value = aside.text.trim_start_matches([' ', '|']).to_owned();
            self.source.get_or_insert(Told { value, line });
        }
    }
}

/// Drops what stands around the title and is no text.
fn clear(blocks: &mut [Block], lexicon: &Lexicon) {
    let end = header_end(blocks, lexicon);
    let is_title = |b: &Block| b.role == Role::Moved(Field::Title);
    let Some(title) = blocks
        .iter()
        .position(is_title)
        .filter(|title| *title < end || is_over_byline(blocks, *title))
    else {
        return;
    };
    drop_again(blocks, title);
    let end = beyond_byline(blocks, title).max(end).max(title + 1);
    let header = &mut blocks[..end];
    drop_around(header, title, lexicon);
    let last_about = header
        .iter()
        .rposition(|b| b.role == Role::Moved(Field::About));
    for block in header[title..last_about.unwrap_or(title).max(title)]
        .iter_mut()
        .filter(|b| b.is_open_line() && !names_points(b, lexicon))
    {
        block.decide(
            Role::Paragraph,
            "stands between the title and a line about the article",
        );
    }
}

/// Whether a line is the heading of points for decision-makers, which the text takes up below.
fn names_points(block: &Block, lexicon: &Lexicon) -> bool {
    block.is_short() && lexicon[List::Takeaways].has(&words::label(&block.text))
}

/// Drops lines that say the title again, wherever they stand, in whatever letters.
fn drop_again(blocks: &mut [Block], title: usize) {
    let text = blocks[title].text.clone();
    let label = words::label(&text);
    let is_told = words::count(&label, 3) == 3;
    let is_again = |b: &&mut Block| {
        let is_same = || b.text.len() < 2 * text.len() && words::label(&b.text) == label;
        b.is_open() && (b.text == text || is_told && is_same())
    };
    for block in blocks[title + 1..].iter_mut().filter(is_again) {
        block.decide(Role::Dropped, "the title again");
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

fn drop_around(header: &mut [Block], title: usize, lexicon: &Lexicon) {
    let title_text = header[title].text.clone();
    for i in 0..header.len() {
        let is_told = lists::field_of(&header[i].text, lexicon).is_some();
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
        && (words::has_dash(&block.text)
            || block.text.contains(" | ")
            || lexicon[List::Publishers]
                .beginning(&words::label(&block.text))
                .is_some());
    if block.text == title_text || i < title && block.text.contains(title_text) {
        Some("the title again")
    } else if i < title && is_appeal(&block.text, lexicon) {
        Some("speaks to the reader above the title")
    } else if i > title && is_bare_label(&block.text, lexicon) {
        Some("a label of the page's, with nothing to it")
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

/// `Date`, `Catégories`: what a page would say of its article, and does not.
fn is_bare_label(text: &str, lexicon: &Lexicon) -> bool {
    const LISTS: [List; 4] = [List::Published, List::Updated, List::By, List::Tags];
    let label = words::label(words::head(text, 80));
    LISTS.iter().any(|list| lexicon[*list].has(&label))
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
