//! Finds the lists that the head or a section for decision-makers takes: key points, takeaways,
//! sources; and numbered lists.

use std::collections::HashSet;

use super::below::{below, items, number_of};
use super::{addressed, advice, composed};
use crate::import::block::{Block, Field, Form, Role, open};
use crate::import::lexicon::{Lexicon, List};
use crate::import::links;
use crate::import::words::{self, number};

/// What a line is the heading of.
enum Heading {
    Takeaways,
    KeyPoints,
    Sources,
}

/// Marks key points, takeaways and sources, each below its heading; tags and a source on one line.
pub(crate) fn mark(blocks: &mut [Block], lexicon: &Lexicon) {
    let open = open(blocks);
    let repeated = repeated_labels(blocks, &open);
    let advising = advice::labels(blocks, &open, &repeated, lexicon);
    let mut has_sections = false;
    let prose = prose_before(blocks);
    let last_prose = blocks
        .iter()
        .rposition(|b| b.is_kept() && words::is_prose(&b.text));
    mark_lines(blocks, &open, lexicon);
    mark_first_points(blocks);
    for (place, i) in open.iter().enumerate() {
        let block = &blocks[*i];
        if !block.is_open() || !block.is_short() {
            continue;
        }
        has_sections |= number::of(&block.text).is_some();
        let label = words::label(&block.text);
        let below = below(blocks, &open[place + 1..], &label, lexicon);
        let is_repeated = repeated.contains(&label);
        let items = &below[..items(blocks, *i, below, lexicon)];
        let ends_text = below
            .get(items.len())
            .is_none_or(|after| last_prose < Some(*after));
        let is_late = has_sections
            || prose[*i] >= 3
            || place * 5 >= open.len() * 3
            || is_repeated
            || prose[*i] >= 1 && ends_text;
        let groups = addressed::groups(blocks, below, lexicon);
        let points = Points {
            are_items: !items.is_empty()
                || groups.len() >= 2
                || is_repeated && is_above_line(blocks, below),
            close: closes(blocks, below),
            are_addressed: is_heading_line(&blocks[*i])
                && prose[*i] >= 1
                && (groups.len() >= 2
                    || are_addressed(blocks, items, lexicon)
                    || advising.contains(&label)
                    || advice::are_points(&blocks[*i].text, blocks, items, lexicon)),
        };
        match heading(&label, &points, is_late, lexicon) {
            Some(Heading::Takeaways) => {
                takeaways(blocks, *i, items);
                for (audience, points) in groups.iter().filter(|_| items.is_empty()) {
                    head_group(blocks, *audience, points);
                }
            }
            Some(Heading::KeyPoints) => key_points(blocks, *i, items),
            Some(Heading::Sources) => sources(blocks, *i, below, lexicon),
            None if is_late => addressed(blocks, *i, items.len(), below, lexicon),
            None => {}
        }
    }
}

/// Moves the lines that fill a field of the head by themselves.
fn mark_lines(blocks: &mut [Block], open: &[usize], lexicon: &Lexicon) {
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
        } else if let Some((field, why)) = line(&block.text, lexicon).filter(|_| block.is_short()) {
            block.decide(Role::Moved(field), why);
        }
    }
}

/// Moves the bullets right below the title, above the text, to the head: they sum it up.
fn mark_first_points(blocks: &mut [Block]) {
    let is_title = |b: &Block| b.role == Role::Moved(Field::Title);
    let Some(title) = blocks.iter().position(is_title) else {
        return;
    };
    let is_point = |b: &&Block| b.is_open() && b.bullet.is_some();
    let open: Vec<usize> = open(blocks).into_iter().filter(|i| *i > title).collect();
    let count = open.iter().take_while(|i| is_point(&&blocks[**i])).count();
    let below: Vec<&Block> = open[count..].iter().map(|i| &blocks[*i]).collect();
    let prose = below
        .iter()
        .filter(|b| b.is_open_line() && words::is_prose(&b.text));
    let is_first = blocks[title + 1..open.first().copied().unwrap_or(title + 1)]
        .iter()
        .all(|b| !b.is_kept());
    let goes_on = prose.count() >= 2 && below.first().is_some_and(|b| b.is_open_line());
    if (2..=8).contains(&count) && is_first && goes_on {
        for i in &open[..count] {
            blocks[*i].decide(
                Role::Moved(Field::KeyPoint),
                "a bullet between title and text",
            );
        }
    }
}

/// A line that may be a heading: a few words, and no end of a sentence.
pub(super) fn is_heading_line(block: &Block) -> bool {
    let asks = block.mark.is_some() && block.text.trim_end().ends_with('?');
    let is_closed = words::is_closed(&block.text) && !asks;
    block.is_open_line() && words::at_most(&block.text, 12) && !is_closed
}

/// Whether two points or more, and most of them, say first whom they are for.
fn are_addressed(blocks: &[Block], items: &[usize], lexicon: &Lexicon) -> bool {
    let says = |i: &&usize| addressed::is_labelled(&blocks[**i].text, lexicon);
    let count = items.iter().filter(says).count();
    count >= 2 && count * 2 > items.len()
}

/// Whether a paragraph or two end the text.
fn closes(blocks: &[Block], below: &[usize]) -> bool {
    let is_sentence =
        |i: &&usize| blocks[**i].is_open_line() && words::ends_sentence(&blocks[**i].text);
    let rest: Vec<&usize> = below.iter().filter(|i| blocks[**i].is_open()).collect();
    (1..=2).contains(&rest.len()) && rest.iter().all(is_sentence)
}

/// A line that names an audience, and the points below it.
fn head_group(blocks: &mut [Block], audience: usize, points: &[usize]) {
    blocks[audience].decide(Role::Audience, "names whom the points below are for");
    for i in points {
        blocks[*i].decide(Role::Takeaway, "stands below whom it is for");
    }
}

/// How many paragraphs stand before each block.
fn prose_before(blocks: &[Block]) -> Vec<usize> {
    let count = |sum: &mut usize, block: &Block| {
        let before = *sum;
        *sum += usize::from(block.is_kept() && words::is_prose(&block.text));
        Some(before)
    };
    blocks.iter().scan(0, count).collect()
}

/// Whether a sentence stands below at once.
fn is_above_line(blocks: &[Block], below: &[usize]) -> bool {
    let first = below.first().map(|i| &blocks[*i]);
    first.is_some_and(|b| b.is_open_line() && words::ends_sentence(&b.text))
}

/// What stands below a line that may be the heading of points.
struct Points {
    /// A list, or the like of one.
    are_items: bool,
    /// A paragraph or two, with which the text ends.
    close: bool,
    /// Most say first whom they are for.
    are_addressed: bool,
}

/// Some names are of takeaways or of key points, as they come late or early; those and weaker ones
/// only where bullets follow. Points that say whom they are for make takeaways of any name's.
fn heading(label: &str, points: &Points, is_late: bool, lexicon: &Lexicon) -> Option<Heading> {
    let is = |list: List| lexicon[list].has(label) || names_for_whom(label, list, lexicon);
    let names_points = || is(List::LateTakeaways) || composed::names_points(label, lexicon);
    if is(List::Takeaways)
        || composed::is_for_deciders(label, lexicon)
        || points.are_addressed
        || points.are_items && (is(List::TakeawaysLists) || is_late && names_points())
        || points.close && is_late && names_points()
    {
        Some(Heading::Takeaways)
    } else if points.are_items
        && (is(List::KeyPoints) || lexicon[List::KeyPoints].has(timed(label)))
    {
        Some(Heading::KeyPoints)
    } else {
        is(List::Sources).then_some(Heading::Sources)
    }
}

/// `L'essentiel en 30 secondes` without the time that it takes.
fn timed(label: &str) -> &str {
    let counted = [" en ", " in "]
        .iter()
        .filter_map(|link| label.rsplit_once(link));
    let is_count = |rest: &str| rest.starts_with(|c: char| c.is_ascii_digit());
    let mut names = counted.filter(|(_, rest)| is_count(rest) && words::at_most(rest, 2));
    names.next().map_or(label, |(name, _)| name)
}

/// `Impact pour les entreprises`: a name of such sections, then whom it is for.
fn names_for_whom(label: &str, list: List, lexicon: &Lexicon) -> bool {
    const LISTS: [List; 3] = [List::Takeaways, List::TakeawaysLists, List::LateTakeaways];
    let rest = || Some(label[lexicon[list].beginning(label)?.len()..].trim_start());
    let is_for = |rest: &str| lexicon[List::ForWhom].beginning(rest).is_some();
    LISTS.contains(&list) && words::at_most(label, 9) && rest().is_some_and(is_for)
}

/// The field of the head that a line fills by itself.
pub(crate) fn line(text: &str, lexicon: &Lexicon) -> Option<(Field, &'static str)> {
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

/// The headings that stand more than once: each belongs to a section.
fn repeated_labels(blocks: &[Block], open: &[usize]) -> HashSet<String> {
    let mut seen = HashSet::new();
    let lines = open
        .iter()
        .map(|i| &blocks[*i])
        .filter(|b| b.bullet.is_none() && b.text.len() <= 100);
    lines
        .map(|b| words::label(&b.text))
        .filter(|label| !seen.insert(label.clone()))
        .collect()
}

/// `Pour les responsables publics` over a list or a paragraph, at the end of a text: points for these.
fn addressed(
    blocks: &mut [Block],
    heading: usize,
    items: usize,
    below: &[usize],
    lexicon: &Lexicon,
) {
    let block = &blocks[heading];
    let label = words::label(&block.text);
    let is_line =
        block.is_open_line() && words::at_most(&block.text, 7) && !words::is_closed(&block.text);
    let names = lexicon[List::Addressed].beginning(&label).is_some()
        && lexicon[List::Audiences].count_in(&label) > 0;
    let is_paragraph = |i: &usize| blocks[*i].is_open_line() && words::is_prose(&blocks[*i].text);
    let count = if items > 0 {
        items
    } else {
        usize::from(below.first().is_some_and(is_paragraph))
    };
    if !is_line || !names || count == 0 {
        return;
    }
    head_group(blocks, heading, &below[..count]);
}

/// Why an item is a point.
const LISTED: &str = "an item below such a heading";

fn takeaways(blocks: &mut [Block], heading: usize, items: &[usize]) {
    blocks[heading].decide(
        Role::TakeawaysHeading,
        "names a section for decision-makers",
    );
    let items = without_tags(blocks, items);
    for i in items {
        without_dash(&mut blocks[*i]);
        blocks[*i].decide(Role::Takeaway, LISTED);
    }
}

/// A dash before an item is its bullet.
fn without_dash(block: &mut Block) {
    if let Some(rest) = block.text.strip_prefix(['—', '–']) {
        block.text = rest.trim_start().to_owned();
    }
}

/// The items without the tags below them: after an empty line, two or more of a few words each,
/// below sentences.
fn without_tags<'i>(blocks: &mut [Block], items: &'i [usize]) -> &'i [usize] {
    let is_tag =
        |i: &usize| words::at_most(&blocks[*i].text, 3) && !words::is_closed(&blocks[*i].text);
    let tags = items.iter().rev().take_while(|i| is_tag(i)).count();
    let at = items.len() - tags;
    let is_apart = tags >= 2 && at > 0 && blocks[items[at]].gap;
    if !is_apart {
        return items;
    }
    for i in &items[at..] {
        blocks[*i].decide(
            Role::Moved(Field::Tags),
            "one of the tags below the last point",
        );
    }
    &items[..at]
}

fn key_points(blocks: &mut [Block], heading: usize, items: &[usize]) {
    blocks[heading].decide(
        Role::Moved(Field::KeyPointsHeading),
        "the heading of key points",
    );
    for i in items {
        without_dash(&mut blocks[*i]);
        blocks[*i].decide(
            Role::Moved(Field::KeyPoint),
            "an item below the heading of key points",
        );
    }
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

/// Sources are the bullets below, the lines that hold an address, and names: in one run of lines, or
/// as far as the text's end.
fn sources(blocks: &mut [Block], heading: usize, below: &[usize], lexicon: &Lexicon) {
    let is_sure =
        |i: &usize| blocks[*i].bullet.is_some() || links::find(&blocks[*i].text).is_some();
    let is_above_prose = |place: usize| {
        let next = below.get(place + 1).map(|i| &blocks[*i]);
        next.is_some_and(|b| words::ends_sentence(&b.text))
    };
    let may_be = |(place, i): &(usize, &usize)| {
        let block = &blocks[**i];
        let is_heading =
            block.mark.is_some() || lexicon[List::Sources].has(&words::label(&block.text));
        let is_named = is_name(block) && !is_heading && !is_above_prose(*place);
        block.role == Role::Moved(Field::SourceLink) || block.is_open() && (is_sure(i) || is_named)
    };
    let run = below.iter().enumerate().take_while(may_be).count();
    let is_in_run = |(place, i): &(usize, &usize)| {
        let is_beside = *place == 0 || !blocks[**i].gap;
        is_sure(i) || is_beside || run == below.len()
    };
    let items = below[..run].iter().enumerate().take_while(is_in_run);
    let items: Vec<usize> = items.map(|(_, i)| *i).collect();
    let goes_on = items.len() < below.len() && !items.iter().any(is_sure);
    if items.is_empty() || goes_on {
        return;
    }
    blocks[heading].decide(Role::Moved(Field::SourcesHeading), "the heading of sources");
    for i in items {
        blocks[i].decide(
            Role::Moved(Field::SourceLink),
            "stands below the heading of sources",
        );
    }
}

/// A line that may name a source: a few words, no sentence.
fn is_name(block: &Block) -> bool {
    let text = &block.text;
    block.is_short() && words::at_most(text, 20) && !words::is_closed(text) && !text.ends_with(':')
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

/// Marks numbered lines that follow each other at once, each number by one more, as a list, and
/// bullets as items.
pub(crate) fn mark_items(blocks: &mut [Block]) {
    let open = open(blocks);
    let numbers: Vec<Option<u32>> = open.iter().map(|i| number_of(&blocks[*i])).collect();
    let is_nested = |place: usize| blocks[open[place]].bullet.is_some_and(|indent| indent >= 2);
    let tops: Vec<usize> = (0..open.len()).filter(|place| !is_nested(*place)).collect();
    let follows = |pair: &&[usize]| matches!((numbers[pair[0]], numbers[pair[1]]), (Some(a), Some(b)) if b == a + 1);
    let listed: HashSet<usize> = tops.windows(2).filter(follows).flatten().copied().collect();
    for (place, i) in open.iter().enumerate() {
        if listed.contains(&place) {
            // A number in a circle, or `04`, is a sign of its own, which a list of Markdown's would change.
            let is_same = |n: u32| blocks[*i].text.starts_with(&n.to_string());
            let is_plain = numbers[place].is_some_and(is_same);
            let role = if is_plain { Role::Numbered } else { Role::Item };
            blocks[*i].decide(role, "numbered lines one after the other");
        } else if blocks[*i].bullet.is_some() {
            blocks[*i].decide(Role::Item, "begins with a bullet");
        }
    }
}

/// The paragraphs below a heading for decision-makers that has no bullets are its points.
pub(crate) fn mark_takeaway_paragraphs(blocks: &mut [Block]) {
    let (mut is_below, mut is_listed) = (false, false);
    for block in blocks.iter_mut() {
        match block.role {
            Role::TakeawaysHeading => (is_below, is_listed) = (true, false),
            // A list of points is whole: what stands apart below it goes on with the text.
            Role::Paragraph if is_below && block.gap && is_listed => is_below = false,
            // A picture is no point, and what stands below it is another part.
            Role::Paragraph if block.text.starts_with("![") => is_below = false,
            Role::Paragraph if is_below => block.decide(
                Role::Takeaway,
                "a paragraph below a heading for decision-makers",
            ),
            Role::Takeaway if block.bullet.is_none() && block.asides.is_empty() => {
                is_listed |= block.why == LISTED;
            }
            Role::Dropped | Role::Moved(_) => {}
            _ => is_below = false,
        }
    }
}
