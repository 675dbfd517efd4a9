//! Addresses that stand together below a text, each with the number by which the text calls it
//! (`[2] https://…`), as mail programs write links. Enter by [`attach`].

use crate::import::block::{Block, Field, Role};
use crate::import::{links, words};

/// Puts each such address below the block that calls it, as a source; one that only furniture calls is
/// dropped.
pub(crate) fn attach(blocks: &mut Vec<Block>) {
    let found: Vec<String> = blocks.iter().filter_map(number).collect();
    if found.len() < 2 {
        return;
    }
    let calls = |block: &Block, number: &str| {
        number_of(block) != Some(number) && block.text.contains(number)
    };
    for number in found {
        let Some(at) = blocks
            .iter()
            .position(|b| number_of(b) == Some(number.as_str()))
        else {
            continue;
        };
        let caller = blocks.iter().position(|b| calls(b, &number));
        let is_kept = |place: usize| blocks[place].role != Role::Dropped;
        match caller {
            Some(place) if is_kept(place) => {
                blocks[at].decide(
                    Role::Moved(Field::SourceLink),
                    "an address that the text calls by its number",
                );
                let address = blocks.remove(at);
                blocks.insert(if place < at { place + 1 } else { place }, address);
            }
            Some(_) => blocks[at].decide(Role::Dropped, "an address that only furniture calls"),
            None => {}
        }
    }
}

fn number(block: &Block) -> Option<String> {
    number_of(block).map(str::to_owned)
}

/// `[2]`, where an address and nothing else stands after it.
fn number_of(block: &Block) -> Option<&str> {
    let text = block.text.as_str();
    let end = text.find(']').filter(|_| text.starts_with('['))?;
    let figures = &text[1..end];
    let is_number =
        !figures.is_empty() && figures.len() <= 3 && figures.bytes().all(|b| b.is_ascii_digit());
    let rest = &text[end + 1..];
    let address = links::find(rest)?;
    let is_alone =
        words::count(&rest[..address.start], 1) + words::count(&rest[address.end..], 1) == 0;
    (block.is_open_line() && is_number && is_alone).then(|| &text[..=end])
}
