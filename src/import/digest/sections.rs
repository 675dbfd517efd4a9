//! Sections of a digest that hold several stories each. Enter by [`stories`].

use crate::import::block::{Block, Field, Role};
use crate::import::words;

/// The blocks with the stories as sections, each with its theme as a tag; none where the sections
/// themselves are the stories: every one begins with a heading below its own, and there are more of
/// these.
pub(crate) fn stories(blocks: &[Block]) -> Option<Vec<Block>> {
    let kept: Vec<&Block> = blocks.iter().filter(|b| b.is_kept()).collect();
    let at = |level: u8| move |b: &&Block| b.role == Role::Heading(level);
    let first = kept.iter().position(|b| at(2)(b))?;
    let themes: Vec<usize> = (first..kept.len()).filter(|i| at(2)(&kept[*i])).collect();
    let is_theme = |i: &&usize| kept.get(**i + 1).is_some_and(|b| at(3)(b));
    let holding = themes.iter().filter(is_theme).count();
    let stories = kept.iter().filter(|b| at(3)(b)).count();
    if holding < 2 || holding * 4 < themes.len() * 3 || stories <= holding {
        return None;
    }
    Some(raised(blocks))
}

fn raised(blocks: &[Block]) -> Vec<Block> {
    let mut theme: Option<String> = None;
    let mut raised: Vec<Block> = Vec::with_capacity(blocks.len());
    let mut waiting: Vec<Block> = Vec::new();
    for block in blocks {
        let mut block = block.clone();
        match block.role {
            Role::Heading(2) => {
                block.text = plain(&block.text);
                theme = Some(block.text.clone());
                block.decide(Role::Moved(Field::Tags), "the theme of the stories below");
                waiting.push(block);
                continue;
            }
            Role::Heading(3) => {
                block.role = Role::Heading(2);
                raised.push(block);
                if waiting.is_empty() {
                    let tag = theme
                        .as_deref()
                        .map(|theme| Block::added(theme, Role::Moved(Field::Tags)));
                    raised.extend(tag);
                }
                raised.append(&mut waiting);
                continue;
            }
            _ => {}
        }
        raised.append(&mut waiting);
        raised.push(block);
    }
    raised.append(&mut waiting);
    raised
}

/// A theme as a tag: not in capitals.
fn plain(theme: &str) -> String {
    if words::is_capitals(theme) {
        theme.to_lowercase()
    } else {
        theme.to_owned()
    }
}
