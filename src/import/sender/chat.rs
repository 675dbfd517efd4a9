//! What a program that answers writes around a text: who asked and who answers, the first words of its
//! answer. Enter by [`drop_frame`].

use crate::import::block::{Block, Role, drop_all};
use crate::import::lexicon::{Lexicon, List};
use crate::import::words;

/// Drops the question and the first words of an answer.
pub(super) fn drop_frame(blocks: &mut [Block], lexicon: &Lexicon) {
    drop_question(blocks, lexicon);
    let Some(first) = blocks.iter_mut().find(|b| b.is_open()) else {
        return;
    };
    let folded = words::fold(words::head(&first.text, 400));
    let opens = lexicon[List::AnswerOpens].beginning(&folded).is_some();
    let hands_over = lexicon[List::AnswerPhrases].count_in(&folded) > 0;
    let is_frame =
        first.bullet.is_none() && first.mark.is_none() && words::at_most(&first.text, 40);
    if is_frame && opens && hands_over {
        first.decide(
            Role::Dropped,
            "the first words of an answer, not of the text",
        );
    }
}

/// Drops `You said:` and what follows as far as `… said:`, near the beginning.
fn drop_question(blocks: &mut [Block], lexicon: &Lexicon) {
    const NEAR: usize = 12;
    let says = |b: &Block, list: List| {
        b.is_short() && lexicon[list].beginning(&words::label(&b.text)).is_some()
    };
    let near = blocks.len().min(NEAR);
    let Some(asked) = blocks[..near].iter().position(|b| says(b, List::Asked)) else {
        return;
    };
    let answered = blocks[asked + 1..near]
        .iter()
        .position(|b| says(b, List::Answered));
    let Some(answered) = answered.map(|at| asked + 1 + at) else {
        return;
    };
    drop_all(
        &mut blocks[..=answered],
        "what was asked of a program that answers",
    );
}
