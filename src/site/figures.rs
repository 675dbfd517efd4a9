//! Figures that stand out: sums, percentages and grouped numbers in a line of HTML.

/// The words and signs that make a figure of a number before them.
const MAGNITUDES: &[&str] = &[
    "%",
    "€",
    "$",
    "billion",
    "billions",
    "dollars",
    "euros",
    "M€",
    "M$",
    "Md",
    "Md€",
    "Mds",
    "milliard",
    "milliards",
    "million",
    "millions",
    "percent",
    "trillion",
];

/// Wraps each figure in `<b class="figure">`. A number is one where it is grouped in thousands or
/// stands before a magnitude; years, days and names with digits stay as they are.
pub(super) fn mark(html: &str) -> String {
    if !has_digits(html) {
        return html.to_owned();
    }
    let mut out = String::with_capacity(html.len() + 64);
    let mut rest = html;
    while let Some(at) = rest.find(|c: char| c == '<' || c == '&' || c.is_alphanumeric()) {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let end = token(rest);
        let figure = figure(&rest[..end], &rest[end..]);
        match figure {
            0 => out.push_str(&rest[..end]),
            _ => out.push_str(&format!("<b class=\"figure\">{}</b>", &rest[..figure])),
        }
        rest = &rest[end.max(figure)..];
    }
    out + rest
}

/// Whether a text can have figures at all.
pub(super) fn has_digits(text: &str) -> bool {
    text.bytes().any(|b| b.is_ascii_digit())
}

/// The length of a tag, of a reference to a character, or of a word with its digits.
fn token(text: &str) -> usize {
    let until = |last: char| text.find(last).map_or(text.len(), |at| at + 1);
    match text.chars().next() {
        Some('<') => until('>'),
        Some('&') => until(';'),
        _ => word(text),
    }
}

/// The length of a word; of a number, with the groups and decimals that belong to it.
fn word(text: &str) -> usize {
    let mut end = 0;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let next_is_digit = chars.peek().is_some_and(|(_, next)| next.is_ascii_digit());
        let joins = c == '-'
            || (is_joint(c) && next_is_digit && text[..at].ends_with(|c: char| c.is_ascii_digit()));
        if !c.is_alphanumeric() && !joins {
            break;
        }
        end = at + c.len_utf8();
    }
    end
}

/// What stands between the digits of one number: group and decimal signs.
fn is_joint(c: char) -> bool {
    matches!(c, '\u{202f}' | '\u{a0}' | '.' | ',')
}

/// The length of the figure that a word begins; 0 where it is none.
fn figure(word: &str, after: &str) -> usize {
    let is_number = word.starts_with(|c: char| c.is_ascii_digit())
        && word.chars().all(|c| c.is_ascii_digit() || is_joint(c));
    if !is_number {
        return 0;
    }
    let unit = after.trim_start_matches(['\u{a0}', '\u{202f}']);
    let space = after.len() - unit.len();
    let unit = unit
        .split(|c: char| c.is_whitespace() || ",;.:)<".contains(c))
        .next();
    let unit = unit.unwrap_or_default();
    let is_grouped = word.contains(['\u{202f}', '\u{a0}'])
        || word.split(',').skip(1).any(|group| group.len() == 3);
    if MAGNITUDES.contains(&unit) {
        word.len() + space + unit.len()
    } else if is_grouped {
        word.len()
    } else {
        0
    }
}

#[cfg(test)]
mod tests {
    use super::mark;

    #[test]
    fn sums_and_grouped_numbers_stand_out() {
        assert_eq!(
            mark("Un apport de 30\u{a0}milliards de dollars."),
            "Un apport de <b class=\"figure\">30\u{a0}milliards</b> de dollars."
        );
        assert_eq!(
            mark("16\u{202f}000 postes, 11,5\u{a0}%."),
            "<b class=\"figure\">16\u{202f}000</b> postes, <b class=\"figure\">11,5\u{a0}%</b>."
        );
    }

    #[test]
    fn other_digits_stay() {
        for text in [
            "En 2026, le 27\u{a0}janvier",
            "SB-53 et GPT-4",
            "<a href=\"/2026/16 000\">x</a>",
            "&#39;4",
        ] {
            assert_eq!(mark(text), text);
        }
    }
}
