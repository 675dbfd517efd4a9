//! Words of a page's own in its header: what a menu says, what describes an image.

use crate::import::block::{Block, Role};
use crate::import::lexicon::{Lexicon, List};
use crate::import::words;

/// Drops the lines that are a word of a menu.
pub(super) fn drop_menu(header: &mut [Block], lexicon: &Lexicon) {
    for block in header
        .iter_mut()
        .filter(|b| b.is_open_line() && b.is_short())
    {
        let label = words::label(&block.text);
        let is_small = words::at_most(&block.text, 6) && !words::ends_sentence(&block.text);
        if is_small && is_menu(&label, lexicon) {
            block.decide(Role::Dropped, "menu words in the page's header");
        }
    }
}

/// A menu word alone, or one that asks the reader to do something (a verb ends so), with its object.
fn is_menu(label: &str, lexicon: &Lexicon) -> bool {
    lexicon[List::Menu].has(label)
        || lexicon[List::Menu]
            .beginning(label)
            .is_some_and(|word| word.contains(['\'', ' ', '-']))
}

/// `Accueil Articles À propos`: menu words on one line.
pub(super) fn is_menu_run(text: &str, lexicon: &Lexicon) -> bool {
    words::at_most(text, 10)
        && !words::ends_sentence(text)
        && lexicon[List::Menu].count_in(&words::fold(text)) >= 3
}

/// Whether a line says what an image shows.
pub(super) fn is_image(text: &str, lexicon: &Lexicon) -> bool {
    words::at_most(text, 12)
        && lexicon[List::ImageFirst]
            .beginning(&words::label(text))
            .is_some()
}

/// Whether a line calls upon the reader: `Ne perdez plus votre temps !`
pub(super) fn is_appeal(text: &str, lexicon: &Lexicon) -> bool {
    text.ends_with('!') && lexicon[List::Reader].count_in(&words::fold(words::head(text, 200))) > 0
}
