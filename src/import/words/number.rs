//! The number (`1.`, `1)`, `1/`, `1 –`, `#1`, `①`, `1️⃣`, `a)`) or the ornament (`🔹`) with which a line begins.

/// The number and what follows it.
pub(crate) fn of(text: &str) -> Option<(u32, &str)> {
    circled(text)
        .or_else(|| hash(text))
        .or_else(|| lettered(text))
        .or_else(|| plain(text))
}

/// `2.1 …`: the number of a section within a section, and what follows it.
pub(crate) fn deeper(text: &str) -> Option<&str> {
    let (_, rest) = digits(text)?;
    let (_, rest) = digits(rest.strip_prefix('.')?)?;
    let rest = rest.strip_prefix(['.', ')']).unwrap_or(rest);
    let words = rest.strip_prefix(' ')?.trim_start();
    words.starts_with(char::is_uppercase).then_some(words)
}

/// A sign that is no letter, no bracket, no quote and no punctuation: `🔹`, `➡`.
pub(crate) fn ornament(text: &str) -> Option<char> {
    let first = text.chars().next()?;
    let is_sign =
        !first.is_alphanumeric() && !first.is_ascii() && !"«»“”‘’„‹›…–—•§€£°©".contains(first);
    is_sign.then_some(first)
}

/// A heading without the number or the ornament with which it begins.
pub(crate) fn without(text: &str) -> &str {
    match (of(text).or_else(|| counted(text)), ornament(text)) {
        (Some((_, rest)), _) => rest,
        (None, Some(_)) => {
            text.trim_start_matches(|c: char| !c.is_alphanumeric() && !"«“".contains(c))
        }
        (None, None) => text,
    }
}

/// `[1] …`, `01 …`, `01 | …`, `N° 1 : …`, `I. …`: what counts a title, and would count nothing elsewhere.
fn counted(text: &str) -> Option<(u32, &str)> {
    let in_brackets = || {
        let (number, rest) = digits(text.strip_prefix('[')?)?;
        let of = rest
            .strip_prefix('/')
            .and_then(digits)
            .map_or(rest, |(_, rest)| rest);
        of.starts_with(']').then_some((number, of))
    };
    let padded = || digits(text).filter(|(_, rest)| text.starts_with('0') && rest.starts_with(' '));
    let named = || {
        digits(
            text.strip_prefix(['N', 'n'])?
                .trim_start_matches(['°', 'º', ' ']),
        )
    };
    let roman = || {
        let end = text.find(|c| !"IVX".contains(c)).filter(|end| *end > 0)?;
        text[end..]
            .starts_with(['.', ')'])
            .then_some((0, &text[end..]))
    };
    let (number, rest) = in_brackets()
        .or_else(padded)
        .or_else(named)
        .or_else(roman)?;
    let signs = [
        ' ', ']', '.', ')', ':', '|', '–', '—', '-', '\u{a0}', '\u{202f}',
    ];
    let title = rest.trim_start_matches(signs);
    title
        .starts_with(char::is_uppercase)
        .then_some((number, title))
}

/// `Story 1 — Un titre`: the title, without the word and the number that count the stories.
pub(crate) fn without_label(text: &str) -> &str {
    let inner = || {
        let (word, rest) = text.split_once(' ')?;
        let rest = rest.trim_start_matches(['n', 'N', '°', 'º', '#', ' ']);
        let (_, rest) = digits(rest)?;
        let title = rest
            .trim_start()
            .strip_prefix(['—', '–', '-', ':'])?
            .trim_start();
        let is_word = word.chars().all(char::is_alphabetic);
        (is_word && title.starts_with(char::is_uppercase)).then_some(title)
    };
    inner().unwrap_or(text)
}

fn plain(text: &str) -> Option<(u32, &str)> {
    let (number, rest) = digits(text.strip_prefix('(').unwrap_or(text))?;
    let rest = if text.starts_with('(') {
        rest.strip_prefix(')').map(|_| rest)?
    } else {
        rest
    };
    let rest = rest
        .strip_prefix(['.', ')', '/', '°'])
        .or_else(|| rest.strip_prefix("\u{fe0f}\u{20e3}"))
        .or_else(|| rest.strip_prefix(" - "))
        .or_else(|| rest.strip_prefix(" – "))
        .filter(|after| after.starts_with(char::is_whitespace) || rest.starts_with(' '))?;
    words(number, rest)
}

fn hash(text: &str) -> Option<(u32, &str)> {
    let (number, rest) = digits(text.strip_prefix('#')?)?;
    let after = rest.trim_start();
    let after = after
        .strip_prefix(['.', ':', ')', '–', '—', '-'])
        .unwrap_or(after);
    let is_apart = [rest, after]
        .iter()
        .any(|part| part.starts_with(char::is_whitespace));
    words(number, after).filter(|_| is_apart)
}

/// `a) …`, `B) …`
fn lettered(text: &str) -> Option<(u32, &str)> {
    let letter = text.chars().next().filter(char::is_ascii_alphabetic)?;
    let rest = text[1..].strip_prefix(") ")?;
    let number = u32::from(letter.to_ascii_lowercase()) - u32::from('a') + 1;
    words(number, rest)
}

fn circled(text: &str) -> Option<(u32, &str)> {
    let first = text.chars().next().filter(|c| ('①'..='⑳').contains(c))?;
    words(
        u32::from(first) - u32::from('①') + 1,
        &text[first.len_utf8()..],
    )
}

/// One or two figures, and what follows them.
pub(crate) fn digits(text: &str) -> Option<(u32, &str)> {
    let end = text
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(text.len());
    let number = text[..end].parse().ok().filter(|_| end <= 2)?;
    Some((number, &text[end..]))
}

fn words(number: u32, rest: &str) -> Option<(u32, &str)> {
    let rest = rest.trim_start();
    rest.chars()
        .any(char::is_alphanumeric)
        .then_some((number, rest))
}
