//! Sentences of a text, and which of them name an entity.

/// The sentences of a text, with the spaces after them. One ends at `.`, `!`, `?` or `…` before a space and
/// a capital, a digit or a quotation mark; the point of an abbreviation (« M. », « U.S. ») ends none.
pub(super) fn split(text: &str) -> Vec<&str> {
    let mut sentences = Vec::new();
    let mut rest = text;
    let mut from = 0;
    while let Some(at) = rest[from..].find(['.', '!', '?', '…']) {
        let sign = from + at;
        let end = sign + rest[sign..].chars().next().map_or(1, char::len_utf8);
        let after = &rest[end..];
        let next = after.trim_start();
        if is_abbreviated(&rest[..sign]) && rest[sign..].starts_with('.') || !begins(after, next) {
            from = end;
            continue;
        }
        let (sentence, others) = rest.split_at(rest.len() - next.len());
        sentences.push(sentence);
        (rest, from) = (others, 0);
    }
    sentences.extend(Some(rest).filter(|rest| !rest.is_empty()));
    sentences
}

/// Whether what stands after a sign begins a sentence.
fn begins(after: &str, next: &str) -> bool {
    let is_start = |c: char| c.is_uppercase() || c.is_ascii_digit() || "«“\"(".contains(c);
    after.len() > next.len() && next.starts_with(is_start)
}

/// Whether the last word before a point has points itself, is one letter, or two that are no acronym.
fn is_abbreviated(before: &str) -> bool {
    let word = before
        .rsplit(char::is_whitespace)
        .next()
        .unwrap_or_default();
    if word.contains(|c: char| c.is_ascii_digit()) {
        return false;
    }
    let letters: Vec<char> = word.chars().filter(|c| c.is_alphabetic()).collect();
    match letters[..] {
        _ if word.contains('.') => true,
        [_] => true,
        [_, last] => last.is_lowercase(),
        _ => false,
    }
}

/// Whether a sentence has one of some names in it: whole, spelt just so; apostrophes and spaces of all kinds
/// are alike.
pub(super) fn names(sentence: &str, names: &[String]) -> bool {
    let sentence = plain(sentence);
    let stands = |name: &String| {
        let name = plain(name);
        let mut found = sentence.match_indices(&name);
        found.any(|(at, _)| is_whole(&sentence, at, at + name.len()))
    };
    names.iter().any(stands)
}

fn is_whole(text: &str, from: usize, to: usize) -> bool {
    let before = text[..from].chars().next_back();
    let after = text[to..].chars().next();
    let is_apart = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
    from < to && is_apart(before) && is_apart(after)
}

fn plain(text: &str) -> String {
    let one = |c: char| match c {
        '’' => '\'',
        c if c.is_whitespace() => ' ',
        c => c,
    };
    text.chars().map(one).collect()
}

#[cfg(test)]
mod tests {
    use super::{names, split};

    #[test]
    fn sentences_end_where_readers_stop() {
        for (text, expected) in [
            ("Voilà. Deux ! Trois", vec!["Voilà. ", "Deux ! ", "Trois"]),
            (
                "Selon M. Untel, 3.5 suffit.",
                vec!["Selon M. Untel, 3.5 suffit."],
            ),
            ("La U.S. Court attend.", vec!["La U.S. Court attend."]),
            (
                "En 2026. « Bien ». Oui…",
                vec!["En 2026. ", "« Bien ». ", "Oui…"],
            ),
            (
                "Une IA. Et le Dr Untel.",
                vec!["Une IA. ", "Et le Dr Untel."],
            ),
            ("À 30 %. Puis plus.", vec!["À 30 %. ", "Puis plus."]),
            ("un… deux", vec!["un… deux"]),
            ("", vec![]),
        ] {
            assert_eq!(split(text), expected);
        }
    }

    #[test]
    fn a_name_stands_whole() {
        let entity = ["Atelier".to_owned(), "L'Usine".to_owned()];
        for text in ["L’Atelier vend", "d'Atelier.", "(Atelier)", "L’Usine ferme"] {
            assert!(names(text, &entity), "{text}");
        }
        for text in ["Ateliers", "atelier", "l'usine", ""] {
            assert!(!names(text, &entity), "{text}");
        }
    }
}
