//! The link to read a mail elsewhere, alone or beside author and day. Enter by [`drop`].

use super::shown::{TOP, shown};
use crate::import::block::{Block, Role, open};
use crate::import::facts::Facts;
use crate::import::lexicon::{Lexicon, List};
use crate::import::metadata::about;
use crate::import::words;

/// Drops the line with the link; author and day that stand in it are the article's.
pub(crate) fn drop(blocks: &mut [Block], facts: &mut Facts, lexicon: &Lexicon) {
    for i in open(blocks).into_iter().take(TOP) {
        let text = shown(words::head(&blocks[i].text, 2000));
        if words::at_most(&text, 30) && lexicon[List::MailOnline].count_in(&text) > 0 {
            if let Some(about) = about::read(&without_links(&blocks[i].text), lexicon) {
                facts.take_about(about, blocks[i].line());
            }
            blocks[i].decide(Role::Dropped, "the link to read the mail elsewhere");
        }
    }
}

/// What of a line stands in no link: `Par Léa Martin • 8 nov. 2026` before two of them.
fn without_links(text: &str) -> String {
    let mut rest = words::head(text, 2000).to_owned();
    while let Some(from) = rest.find('[')
        && let Some(to) = rest[from..].find(')')
    {
        rest.replace_range(from..=from + to, " ");
    }
    rest
}
