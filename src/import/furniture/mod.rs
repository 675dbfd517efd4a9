//! What a page has around its article. Enter by [`drop`].
//!
//! `repeats`: lines that stand several times; `noise` (`menus`, `sentence`): contents, menus, buttons, disclaimers, promotion; `related`: titles of
//! other articles; `appeal`: calls to subscribe; `margins`: what looks like prose at both ends; `tail`: comments
//! and what stands below; `foot`: the lines below the article's last sentence.

pub(super) mod appeal;
pub(super) mod foot;
pub(super) mod margins;
pub(super) mod menus;
pub(super) mod noise;
pub(super) mod related;
pub(super) mod repeats;
mod sentence;
pub(super) mod tail;

use super::block::Block;
use super::lexicon::Lexicon;

/// Drops the furniture of a page around a text.
pub(crate) fn drop(blocks: &mut [Block], lexicon: &Lexicon) {
    noise::drop_contents(blocks, lexicon);
    noise::drop_furniture(blocks, lexicon);
    noise::drop_widgets(blocks, lexicon);
    margins::drop_credited_images(blocks, lexicon);
    related::drop_titles(blocks, lexicon);
    related::drop_trail(blocks);
    related::drop_menus_above(blocks);
    related::drop_list_above(blocks);
    noise::drop_disclaimers(blocks, lexicon);
    noise::drop_promotion(blocks, lexicon);
    appeal::drop_appeals(blocks, lexicon);
    tail::drop_end(blocks, lexicon);
}
