//! The passes over a text, in their order. Enter by [`decide`].

use super::block::Block;
use super::facts::Facts;
use super::furniture::{foot, margins, repeats, tail};
use super::lexicon::Lexicon;
use super::part::Ways;
use super::{body, digest, furniture, lines, metadata, sender};

/// The passes: each decides what it has evidence for and leaves the rest open for the next.
pub(crate) fn decide(
    text: &str,
    lines: &[String],
    mut facts: Facts,
    ways: Ways,
    lexicon: &Lexicon,
) -> (Vec<Block>, Facts) {
    let mut blocks = lines::blocks(text);
    body::leads::split(&mut blocks);
    (ways.first)(&mut blocks, lines, &mut facts, lexicon);
    repeats::drop_repeats(&mut blocks);
    let sender = sender::read(&mut blocks, lexicon);
    furniture::drop(&mut blocks, lexicon);
    body::join::broken_titles(&mut blocks, lexicon);
    body::join::broken_lines(&mut blocks, lexicon);
    body::turns::join_stamps(&mut blocks);
    let mut facts = metadata::read(&mut blocks, sender, facts, lexicon);
    margins::drop_author_note(&mut blocks, &facts.authors, lexicon);
    tail::drop_end(&mut blocks, lexicon);
    foot::drop(&mut blocks, &facts, lexicon);
    metadata::standfirst::read(&mut blocks, &mut facts, lexicon);
    body::turns::mark(&mut blocks, lexicon);
    margins::drop_image_descriptions(&mut blocks, lexicon);
    body::mark(&mut blocks, lexicon);
    digest::tails::mark(&mut blocks);
    digest::free_title(&mut blocks, &mut facts);
    (blocks, facts)
}
