//! The passes over a text, in their order. Enter by [`decide`].

use super::block::Block;
use super::facts::Facts;
use super::lexicon::Lexicon;
use super::part::Ways;
use super::{
    addressed, appeal, charts, cues, digest, header, headings, join, lines, lists, margins,
    metadata, noise, pasted, press, publisher, references, related, standfirst, tail, turns, wire,
};

/// The passes: each decides what it has evidence for and leaves the rest open for the next.
pub(crate) fn decide(
    text: &str,
    lines: &[String],
    mut facts: Facts,
    ways: Ways,
    lexicon: &Lexicon,
) -> (Vec<Block>, Facts) {
    let (text, charts) = charts::set_aside(text);
    let mut blocks = lines::blocks(&text);
    charts::put_back(&mut blocks, charts);
    (ways.first)(&mut blocks, lines, &mut facts, lexicon);
    let mut wire = Facts::default();
    let pasted = pasted::read(&mut blocks, lexicon);
    noise::drop_repeats(&mut blocks);
    wire::read(&mut blocks, &mut wire, lexicon);
    press::drop_frame(&mut blocks, lexicon);
    pasted::drop_signature(&mut blocks);
    noise::drop_contents(&mut blocks, lexicon);
    noise::drop_furniture(&mut blocks, lexicon);
    noise::drop_widgets(&mut blocks, lexicon);
    margins::drop_credited_images(&mut blocks, lexicon);
    related::drop_titles(&mut blocks, lexicon);
    noise::drop_disclaimers(&mut blocks, lexicon);
    noise::drop_promotion(&mut blocks, lexicon);
    appeal::drop_appeals(&mut blocks, lexicon);
    tail::drop_end(&mut blocks, lexicon);
    join::broken_titles(&mut blocks, lexicon);
    join::broken_lines(&mut blocks, lexicon);
    let own = metadata::read(&mut blocks, lexicon).after(pasted, wire);
    let known = facts.title.as_ref().map(|title| title.value.clone());
    let mut own = header::read(&mut blocks, own, known.as_deref(), lexicon);
    own.source = own
        .source
        .take()
        .or_else(|| publisher::find(&blocks, &own, lexicon));
    facts.complete(own);
    margins::drop_author_note(&mut blocks, &facts.authors, lexicon);
    tail::drop_end(&mut blocks, lexicon);
    standfirst::read(&mut blocks, &mut facts, lexicon);
    turns::join_stamps(&mut blocks);
    turns::mark(&mut blocks, lexicon);
    margins::drop_image_descriptions(&mut blocks, lexicon);
    join::broken_sentences(&mut blocks);
    cues::split(&mut blocks, lexicon);
    references::attach(&mut blocks);
    lists::mark(&mut blocks, lexicon);
    addressed::mark(&mut blocks, lexicon);
    lists::mark_items(&mut blocks);
    headings::infer(&mut blocks, lexicon);
    lists::mark_takeaway_paragraphs(&mut blocks);
    cues::head_audiences(&mut blocks);
    digest::free_title(&mut blocks, &mut facts);
    (blocks, facts)
}
