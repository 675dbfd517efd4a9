//! Finds the title in a page's header. Enter by [`find`], or [`known`] where it is known from elsewhere.

use super::menu::drop_menu;
use super::score::{is_title, score};
use super::take::drop_part;
use super::zone::{byline, header_end};
use super::{credits, outlet};
use crate::import::block::{Block, Field, Role};
use crate::import::facts::Told;
use crate::import::lexicon::{Lexicon, List};
use crate::import::words;

/// Moves the title to the head; the title. A mail's subject is one, unless a line of the header says it.
pub(super) fn find(
    blocks: &mut [Block],
    subject: Option<Told<String>>,
    lexicon: &Lexicon,
) -> Option<Told<String>> {
    let end = header_end(blocks, lexicon);
    drop_menu(&mut blocks[..end], lexicon);
    if let Some((i, at)) = said_subject(&blocks[..end], lexicon).filter(|_| subject.is_none()) {
        blocks[i].text = blocks[i].text.split_off(at);
        return Some(moved(&mut blocks[i], "said to be what the text is about"));
    }
    let said = |i: &usize| {
        subject
            .as_ref()
            .is_none_or(|subject| says(&subject.value, &blocks[*i]))
    };
    let best = || {
        best_title(blocks, end, lexicon)
            .or_else(|| best_title(blocks, byline(blocks)?, lexicon))
            .map(|i| (i, "the header's line that reads most like a title"))
    };
    let marked = marked_title(blocks).map(|i| (i, "the only heading of the first level"));
    let Some((title, why)) = marked.or_else(best).filter(|(i, _)| said(i)) else {
        return subject;
    };
    let block = &mut blocks[title];
    if let Some(site) = site(&block.text).map(str::to_owned) {
        block.text.truncate(block.text.len() - site.len());
        drop_part(block, site, SITE);
    }
    Some(moved(block, why))
}

fn moved(block: &mut Block, why: &'static str) -> Told<String> {
    block.decide(Role::Moved(Field::Title), why);
    Told {
        value: block.text.clone(),
        line: block.line(),
    }
}

/// `Objet : …`: the line of a header that says what the text is about, and where that begins.
fn said_subject(header: &[Block], lexicon: &Lexicon) -> Option<(usize, usize)> {
    let subject = |block: &Block| {
        let (label, value) = block
            .text
            .split_once(':')
            .filter(|_| block.is_open_line())?;
        let is_subject = lexicon[List::MailSubject].has(&words::label(words::head(label, 40)));
        let at = block.text.len() - value.trim_start().len();
        (is_subject && words::count(value, 3) == 3).then_some(at)
    };
    let mut lines = header.iter().enumerate();
    lines.find_map(|(i, block)| Some((i, subject(block)?)))
}

/// Why the end of a title leaves it.
pub(super) const SITE: &str = "the site's name behind the title";

/// ` | Le Courrier` behind a title.
fn site(title: &str) -> Option<&str> {
    let (own, name) = title.rsplit_once(" | ")?;
    let is_site = words::count(own, 3) == 3 && words::at_most(name, 5) && !own.contains(" | ");
    is_site.then(|| &title[own.len()..])
}

/// Whether a mail's subject says the line, or the line the subject.
fn says(subject: &str, block: &Block) -> bool {
    let (subject, line) = (words::label(subject), words::label(&block.text));
    subject.contains(&line) || line.contains(&subject)
}

/// The place of the one line that Markdown marks as a heading of the first level, above all others.
fn marked_title(blocks: &[Block]) -> Option<usize> {
    let mut marked =
        (0..blocks.len()).filter(|i| blocks[*i].is_open() && blocks[*i].mark.is_some());
    let first = marked.next().filter(|i| blocks[*i].mark == Some(1))?;
    let mut below = marked.peekable();
    (below.peek().is_some() && below.all(|i| blocks[i].mark > Some(1))).then_some(first)
}

/// The place of the line that reads most like a title.
fn best_title(header: &[Block], end: usize, lexicon: &Lexicon) -> Option<usize> {
    let open: Vec<usize> = (0..end).filter(|i| header[*i].is_open_line()).collect();
    let reviews = outlet::reviews(header, lexicon);
    let is_story = |i: usize| reviews.iter().any(|(below, _)| *below == i + 1);
    let may_be = |i: &usize| {
        let label = words::label(words::head(&header[*i].text, 80));
        let is_other = lexicon[List::Openings].has(&label) || lexicon[List::Buttons].has(&label);
        let is_person = || credits::beside(header, *i, lexicon).is_some();
        !is_other
            && !is_story(*i)
            && !heads_list(header, *i)
            && !is_person()
            && is_title(&header[*i].text, open.len() == 1)
    };
    let score = |i: &usize| (score(header, *i, lexicon), std::cmp::Reverse(*i));
    let best = open.iter().copied().filter(may_be).max_by_key(score);
    best.or_else(|| first_sentence(header, lexicon))
}

/// Whether a word or two stand right over a list, as its heading does.
fn heads_list(blocks: &[Block], i: usize) -> bool {
    let below = blocks.get(i + 1);
    let is_list = below.is_some_and(|b| b.bullet.is_some() && !b.gap);
    is_list && words::at_most(&blocks[i].text, 2)
}

/// The text's first line as a title with a full stop after it: one sentence, over a line about the article,
/// or of two parts (`La loi en bref : ce qui change.`) without a verb.
fn first_sentence(blocks: &[Block], lexicon: &Lexicon) -> Option<usize> {
    let first = blocks.iter().position(Block::is_kept)?;
    let own = blocks[first].text.strip_suffix('.')?;
    let is_over = |b: &Block| b.role == Role::Moved(Field::About);
    let has_verb = || lexicon[List::FiniteVerbs].count_in(&words::fold(own)) > 0;
    let is_brief = || words::at_most(own, 12) && own.contains(": ") && !has_verb();
    let is_one = blocks[first].is_open_line() && is_title(own, false) && !own.contains(". ");
    (is_one && (blocks.get(first + 1).is_some_and(is_over) || is_brief())).then_some(first)
}

/// Moves the header's line that says the title again to the head.
pub(super) fn known(blocks: &mut [Block], known: &str, lexicon: &Lexicon) -> Option<Told<String>> {
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
