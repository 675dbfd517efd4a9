//! What the sender of a text wrote around it. Enter by [`read`].
//!
//! `collector`: a mark before the text; `pasted`: the lines of a mail; `wire`: what an agency writes; `press`: what a
//! press office does; `chat`: what a program that answers writes around its answer; `talk`: stamps and answers of a
//! conversation.

mod chat;
mod collector;
pub(super) mod pasted;
pub(super) mod press;
mod talk;
mod wire;

use super::block::Block;
use super::facts::Facts;
use super::lexicon::Lexicon;

/// What the sender of a text says of it.
pub(crate) struct Sender {
    /// In a collector's mark.
    pub(crate) collected: Facts,
    /// In the header of a pasted mail.
    pub(crate) mail: Facts,
    /// In an agency's lines.
    pub(crate) wire: Facts,
}

/// Drops what the sender wrote around a text; what it says of the text.
pub(crate) fn read(blocks: &mut [Block], lexicon: &Lexicon) -> Sender {
    let mut collected = collector::read(blocks);
    collected.notices(blocks, lexicon);
    chat::drop_frame(blocks, lexicon);
    let mail = pasted::read(blocks, lexicon);
    let mut wire = Facts::default();
    talk::read(blocks, &mut wire, lexicon);
    wire::read(blocks, &mut wire, lexicon);
    press::drop_frame(blocks, lexicon);
    pasted::drop_signature(blocks);
    Sender {
        collected,
        mail,
        wire,
    }
}
