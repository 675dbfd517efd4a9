//! What a text says about itself moves to the head. Enter by [`read`].
//!
//! `stated`: lines that state it (`about` (`pieces`), `notice`, `dateline`, `beside` (`labels`), `outlet`, `signed`, `byline`, `credits`; `names`;
//! `take` moves the words); `header` (`title`, `score`; `menu`, `zone`, `masthead`, `post`): the title and what stands
//! above the text; `publisher` (`issue`): who published it, as the text names them; `standfirst`: the chapeau.

pub(super) mod about;
mod beside;
mod byline;
mod credits;
mod dateline;
mod header;
mod issue;
mod labels;
pub(super) mod masthead;
mod menu;
pub(super) mod names;
mod notice;
pub(super) mod outlet;
mod pieces;
mod post;
mod publisher;
mod score;
mod signed;
pub(super) mod standfirst;
pub(super) mod stated;
pub(super) mod take;
mod title;
pub(super) mod zone;

use super::block::Block;
use super::facts::Facts;
use super::lexicon::Lexicon;
use super::sender::Sender;

/// What a text says of itself, after what its sender wrote around it; `outside` is what is known of it
/// from elsewhere, and comes first.
pub(crate) fn read(
    blocks: &mut [Block],
    sender: Sender,
    outside: Facts,
    lexicon: &Lexicon,
) -> Facts {
    let mut facts = outside;
    let stated = stated::read(blocks, sender.collected, lexicon).after(sender.mail, sender.wire);
    let known = facts.title.as_ref().map(|title| title.value.clone());
    let mut own = header::read(blocks, stated, known.as_deref(), lexicon);
    own.source = own
        .source
        .take()
        .or_else(|| publisher::find(blocks, &own, lexicon));
    facts.complete(own);
    facts
}
