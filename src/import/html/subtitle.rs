//! A heading right below the title that heads nothing: the subtitle. Enter by [`free`].

use crate::import::block::{Block, Field, Role};
use crate::import::words;

/// Words of a heading that says something.
const SAYS: usize = 6;

/// Makes a paragraph of the first heading below the title where it stands apart from the prose by the lines
/// with author and date, which have left: a heading stands above its text, a subtitle above these.
pub(crate) fn free(blocks: &mut [Block]) {
    let is_title = |b: &Block| b.role == Role::Moved(Field::Title);
    let Some(title) = blocks.iter().rposition(is_title) else {
        return;
    };
    let Some(at) = (title + 1..blocks.len()).find(|i| blocks[*i].is_open()) else {
        return;
    };
    let is_apart = blocks.get(at + 1).is_some_and(|b| !b.is_kept());
    let below = blocks[at + 1..].iter().find(|b| b.is_open());
    let goes_on = below.is_some_and(|b| b.is_open_line() && words::is_prose(&b.text));
    let is_heading = blocks[at].mark.is_some() && words::count(&blocks[at].text, SAYS) == SAYS;
    if is_heading && is_apart && goes_on {
        blocks[at].mark = None;
    }
}
