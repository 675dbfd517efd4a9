//! The size and the lines of a title: as large as it fits, its lines about as long as each other; cut at a
//! word only where it does not fit in small letters either.

/// A title in its lines.
#[derive(Debug, PartialEq)]
pub(super) struct Block {
    pub(super) size: f32,
    pub(super) lines: Vec<String>,
}

/// The sizes of a title, in pixels, each with how many lines of it there may be.
const SIZES: [(f32, usize); 6] = [
    (92.0, 3),
    (80.0, 3),
    (74.0, 4),
    (62.0, 4),
    (58.0, 5),
    (50.0, 6),
];

/// How much narrower lines are tried to be, each time.
const STEP: f32 = 8.0;

/// Lays out a title in a column; `width` tells how wide a text is at a size. Only common spaces part
/// lines.
pub(super) fn block(title: &str, room: f32, width: impl Fn(&str, f32) -> f32) -> Block {
    let fitting = SIZES.iter().find_map(|(size, most)| {
        let lines = lines(title, room, |text| width(text, *size))?;
        (lines.len() <= *most).then_some((*size, lines))
    });
    match fitting {
        Some((size, lines)) => balanced(title, room, size, &lines, width),
        None => {
            let (size, most) = SIZES[SIZES.len() - 1];
            let lines = cut(title, room, most, |text| width(text, size));
            Block { size, lines }
        }
    }
}

/// The same number of lines, made as even as it goes.
fn balanced(
    title: &str,
    room: f32,
    size: f32,
    widest: &[String],
    width: impl Fn(&str, f32) -> f32,
) -> Block {
    let narrower = (1..).map(|step| room - STEP * step as f32);
    let tried = narrower
        .take_while(|room| *room > 0.0)
        .map(|room| lines(title, room, |text| width(text, size)));
    let even = tried
        .map_while(|lines| lines.filter(|lines| lines.len() == widest.len()))
        .last();
    Block {
        size,
        lines: even.unwrap_or_else(|| widest.to_vec()),
    }
}

/// A text in lines, each as full as it may be; none where a word is wider than the column.
fn lines(text: &str, room: f32, width: impl Fn(&str) -> f32) -> Option<Vec<String>> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        let longer = lines.last().map(|line| format!("{line} {word}"));
        match longer.filter(|line| width(line) <= room) {
            Some(longer) => drop(lines.pop().map(|_| lines.push(longer))),
            None if width(word) <= room => lines.push(word.to_owned()),
            None => return None,
        }
    }
    Some(lines)
}

/// As many words as fit in some lines, then « … »; a word that is wider than the column is cut itself.
pub(super) fn cut(text: &str, room: f32, most: usize, width: impl Fn(&str) -> f32) -> Vec<String> {
    let fits = |text: &str| lines(text, room, &width).filter(|lines| lines.len() <= most);
    if let Some(all) = fits(text) {
        return all;
    }
    let ends = text.char_indices().map(|(at, _)| at).collect::<Vec<_>>();
    let at_words = ends.iter().filter(|at| text[**at..].starts_with(' '));
    let mut shorter = at_words.rev().chain(ends.iter().rev()).map(|at| {
        let kept = text[..*at].trim_end_matches(|c: char| !c.is_alphanumeric());
        format!("{kept}…")
    });
    let found = shorter.find_map(|text| fits(&text));
    found.unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{block, cut};

    /// Letters that are half as wide as they are high.
    fn half(text: &str, size: f32) -> f32 {
        text.chars().count() as f32 * size / 2.0
    }

    #[test]
    fn a_short_title_is_large_and_even() {
        let block = block("Une loi entre en vigueur aujourd’hui", 1000.0, half);
        assert_eq!(block.size, 92.0);
        assert_eq!(block.lines, ["Une loi entre en", "vigueur aujourd’hui"]);
    }

    #[test]
    fn a_long_title_shrinks_then_is_cut_at_a_word() {
        let words = "des mots ordinaires ";
        let shrunk = block(&words.repeat(7), 1000.0, half);
        assert!(
            shrunk.size < 92.0 && !shrunk.lines.concat().contains('…'),
            "{shrunk:?}"
        );
        let long = block(&words.repeat(40), 1000.0, half);
        assert_eq!((long.size, long.lines.len()), (50.0, 6));
        let last = long.lines.last().expect("lines");
        assert!(
            ["mots…", "des…", "ordinaires…"]
                .iter()
                .any(|end| last.ends_with(end)),
            "{last}"
        );
        assert!(long.lines.iter().all(|line| half(line, 50.0) <= 1000.0));
    }

    #[test]
    fn a_word_that_is_too_long_is_cut_itself() {
        let cut = cut(&"a".repeat(100), 100.0, 2, |text| half(text, 10.0));
        assert_eq!(cut, [format!("{}…", "a".repeat(19))]);
        assert!(block(&"é".repeat(300), 1000.0, half).lines[0].ends_with("é…"));
    }

    #[test]
    fn no_break_spaces_hold_words_together() {
        let block = block(
            "Un apport de 30\u{a0}milliards\u{a0}de\u{a0}dollars",
            900.0,
            half,
        );
        assert!(
            block
                .lines
                .contains(&"30\u{a0}milliards\u{a0}de\u{a0}dollars".to_owned()),
            "{block:?}"
        );
    }
}
