//! What HTML shows that text alone cannot: raised endings of ordinals (« 1er », « XXIe »), and places where
//! long words may break. Enter by [`Finish::of`].
//!
//! Code, the words of pictures and links that show their own address stay as they are.

use hypher::{Lang, hyphenate_bounded};
use pulldown_cmark::{CowStr, Event, LinkType, Tag, TagEnd};

/// Where a word may break and nothing shows.
const SOFT_HYPHEN: &str = "\u{ad}";
/// The letters of the shortest word that breaks, and how many stay together at its ends.
const SHORTEST: usize = 8;
const ENDS: usize = 3;
/// What French ordinals end in, the longer before the shorter.
const ENDINGS: &[&str] = &[
    "ers", "ères", "ère", "res", "ndes", "nde", "nds", "es", "er", "re", "nd", "e",
];

/// What is done to the texts of a document.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Finish {
    /// Whether the endings of French ordinals are raised.
    pub(super) raises: bool,
    /// The language by whose rules words break; none where they do not.
    pub(super) breaks: Option<Lang>,
}

impl Finish {
    /// The events of a document with its texts finished.
    pub(super) fn of<'e>(
        self,
        events: impl Iterator<Item = Event<'e>>,
    ) -> impl Iterator<Item = Event<'e>> {
        let mut verbatim = 0;
        events.flat_map(move |event| {
            match &event {
                Event::Start(tag) if is_verbatim(tag) => verbatim += 1,
                Event::End(TagEnd::CodeBlock | TagEnd::Image) => verbatim -= 1,
                Event::End(TagEnd::Link) if verbatim > 0 => verbatim -= 1,
                _ => {}
            }
            let (before, last) = match event {
                Event::Text(text) if verbatim == 0 && self.can_change(&text) => self.text(&text),
                other => (Vec::new(), other),
            };
            before.into_iter().chain([last])
        })
    }

    /// Whether anything is done to texts.
    pub(super) fn has_work(self) -> bool {
        self.raises || self.breaks.is_some()
    }

    fn can_change(self, text: &str) -> bool {
        self.breaks.is_some() || self.raises && text.bytes().any(is_numeral)
    }

    /// A text as several, of which the last stands alone.
    fn text<'e>(self, text: &str) -> (Vec<Event<'e>>, Event<'e>) {
        let mut events = Vec::new();
        let mut plain = String::new();
        for token in text.split_inclusive(char::is_whitespace) {
            let bare = token.trim_end();
            let may_be = self.raises && bare.bytes().any(is_numeral);
            let ordinal = may_be.then(|| ordinal(bare)).flatten();
            match ordinal {
                Some((start, end)) => {
                    plain.push_str(&token[..start]);
                    let raised = format!("<sup>{}</sup>", &token[start..end]);
                    events.push(Event::Text(CowStr::from(std::mem::take(&mut plain))));
                    events.push(Event::InlineHtml(CowStr::from(raised)));
                    plain.push_str(&token[end..]);
                }
                None => self.token(token, &mut plain),
            }
        }
        (events, Event::Text(CowStr::from(plain)))
    }

    /// A word with its marks, and with the places where it may break unless it is an address or a name of
    /// something technical.
    fn token(self, token: &str, out: &mut String) {
        let Some(lang) = self.breaks.filter(|_| !is_technical(token)) else {
            return out.push_str(token);
        };
        let mut rest = token;
        while let Some(c) = rest.chars().next() {
            let is_letter = c.is_alphabetic();
            let end = rest.find(|c: char| c.is_alphabetic() != is_letter);
            let (run, after) = rest.split_at(end.unwrap_or(rest.len()));
            match is_letter && breaks(run) {
                true => out.push_str(&broken(run, lang)),
                false => out.push_str(run),
            }
            rest = after;
        }
    }
}

fn broken(word: &str, lang: Lang) -> String {
    let parts: Vec<&str> = hyphenate_bounded(word, lang, ENDS, ENDS).collect();
    parts.join(SOFT_HYPHEN)
}

/// The language by whose rules words of a BCP 47 tag break.
pub(super) fn breaking(tag: &str) -> Option<Lang> {
    match tag.split('-').next()?.to_ascii_lowercase().as_str() {
        "fr" => Some(Lang::French),
        "en" => Some(Lang::English),
        _ => None,
    }
}

fn is_verbatim(tag: &Tag<'_>) -> bool {
    match tag {
        Tag::CodeBlock(_) | Tag::Image { .. } => true,
        Tag::Link { link_type, .. } => matches!(link_type, LinkType::Autolink | LinkType::Email),
        _ => false,
    }
}

/// Whether a word is long enough to break, and no name in capitals.
fn breaks(word: &str) -> bool {
    word.chars().nth(SHORTEST - 1).is_some() && !word.chars().skip(1).any(char::is_uppercase)
}

/// Whether a token is an address, a path or the like: with signs or digits inside, or a dot between letters.
fn is_technical(token: &str) -> bool {
    let marks = |c: char| !c.is_alphanumeric();
    let inner = token.trim_matches(marks);
    inner.contains(|c: char| "/@_\\:=#.".contains(c) || c.is_numeric())
}

/// Where the ending of an ordinal stands in a token: « 1er », « XXIe, », « (2e ».
fn ordinal(token: &str) -> Option<(usize, usize)> {
    let is_word = |c: char| c.is_alphanumeric();
    let from = token.find(is_word)?;
    let before_is_plain = token[..from]
        .chars()
        .all(|c| "(«“\"’[".contains(c) || c.is_whitespace());
    let to = from
        + token[from..]
            .find(|c: char| !is_word(c))
            .unwrap_or(token.len() - from);
    let word = &token[from..to];
    let after_is_plain = !token[to..].contains(is_word);
    let ending = ENDINGS.iter().find(|ending| {
        let number = word.strip_suffix(**ending);
        number.is_some_and(|number| is_number(number, ending))
    })?;
    (before_is_plain && after_is_plain).then(|| (to - ending.len(), to))
}

/// Whether a byte is a digit, or a letter of the Roman numbers of ordinals.
#[inline]
fn is_numeral(byte: u8) -> bool {
    byte.is_ascii_digit() || matches!(byte, b'I' | b'V' | b'X')
}

/// Whether an ordinal with this ending may begin like this: digits, or a Roman number without the letters that
/// begin words of their own (« Me », « De », « Ce »).
fn is_number(number: &str, ending: &str) -> bool {
    let is_first = matches!(ending, "er" | "ers" | "re" | "res" | "ère" | "ères");
    let is_second = ending.starts_with("nd");
    let is_digits =
        !number.is_empty() && number.len() <= 4 && number.bytes().all(|b| b.is_ascii_digit());
    let is_roman = !number.is_empty() && number.bytes().all(|b| matches!(b, b'I' | b'V' | b'X'));
    match number {
        _ if is_first => matches!(number, "1" | "I"),
        _ if is_second => matches!(number, "2" | "II"),
        _ => is_digits || is_roman,
    }
}

#[cfg(test)]
mod tests {
    use super::super::Document;

    fn fr(text: &str) -> String {
        let html = Document::parse(text, "fr").to_inline_html();
        html.replace("<sup>", "^")
            .replace("</sup>", "")
            .replace('\u{a0}', " ")
    }

    #[test]
    fn ordinals_are_raised() {
        assert_eq!(fr("le 1er mai, la 1re fois"), "le 1^er mai, la 1^re fois");
        assert_eq!(
            fr("au XXIe siècle (2e édition)"),
            "au XXI^e siècle (2^e édition)"
        );
        assert_eq!(
            fr("François Ier, les 3es assises"),
            "François I^er, les 3^es assises"
        );
        assert_eq!(
            fr("**la 2nde**, la Ve République"),
            "<strong>la 2^nde</strong>, la V^e République"
        );
    }

    #[test]
    fn what_is_no_ordinal_stays() {
        let text = "Me Dupont, De Gaulle, GPT-4e, 0x1e, 1e6, Xenon, 15er, https://a.fr/1er, a1er";
        assert_eq!(fr(text), text);
        assert_eq!(fr("`le 1er` <https://a.fr/1er>").matches('^').count(), 0);
        assert!(
            !Document::parse("le 1er", "en")
                .to_inline_html()
                .contains("sup")
        );
    }

    #[test]
    fn long_words_may_break() {
        let broken = |text: &str| {
            let html = Document::parse(text, "fr")
                .with_breaks("fr")
                .to_inline_html();
            html.replace('\u{ad}', "-")
        };
        assert_eq!(broken("une réglementation"), "une régle-men-ta-tion");
        let same = "`reglementation` https://reglementation.fr/reglementation OPENREGLEMENT base_reglementation court";
        assert_eq!(
            broken(same).replace("<code>", "`").replace("</code>", "`"),
            same
        );
        assert!(
            !Document::parse("réglementation", "fr")
                .to_html()
                .contains('\u{ad}')
        );
    }
}
