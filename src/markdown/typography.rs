//! French typography: spaces, quotation marks, apostrophes, ellipses. Words are never changed.
//!
//! Enter by [`set`] for a text that stands alone; a [`Typesetter`] goes through the texts of one
//! block in turn and remembers what stood before.
//!
//! Rules after the *Lexique des règles typographiques en usage à l'Imprimerie nationale*: a narrow
//! no-break space (U+202F) before `;` `!` `?` and in thousands; a no-break space (U+00A0) before `:`,
//! inside « », and between a number and its unit.

use std::borrow::Cow;

const NARROW: char = '\u{202f}';
const NO_BREAK: char = '\u{a0}';

/// What stays on the line of the number before it, besides signs.
const UNITS: &[&str] = &[
    "Gbit",
    "Go",
    "GW",
    "GWh",
    "Hz",
    "K",
    "M",
    "MHz",
    "GHz",
    "MW",
    "MWh",
    "Mbit",
    "Md",
    "Mds",
    "Mo",
    "TWh",
    "To",
    "W",
    "ans",
    "bits",
    "cm",
    "dollars",
    "employés",
    "euros",
    "g",
    "h",
    "heures",
    "jours",
    "k",
    "kW",
    "kWh",
    "kg",
    "km",
    "m",
    "mégawatts",
    "milliard",
    "milliards",
    "million",
    "millions",
    "min",
    "minutes",
    "mm",
    "mois",
    "octets",
    "points",
    "s",
    "secondes",
    "semaines",
    "t",
    "tonnes",
    "watts",
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
];

/// A text that stands alone (a title, a summary) with the typography of its language, a BCP 47 tag;
/// only French has rules here, other languages come back as they are. Setting a text twice changes
/// nothing more.
pub fn set<'a>(text: &'a str, lang: &str) -> Cow<'a, str> {
    if !is_french(lang) {
        return Cow::Borrowed(text);
    }
    let quotes = text.matches('"').count();
    Cow::Owned(Typesetter::new(quotes).set(text))
}

/// Whether the rules for French apply to a language tag.
pub fn is_french(lang: &str) -> bool {
    lang.split('-')
        .next()
        .is_some_and(|primary| primary.eq_ignore_ascii_case("fr"))
}

/// Sets the texts of one block, one after the other.
#[derive(Debug)]
pub struct Typesetter {
    /// The last character that was set.
    before: Option<char>,
    /// Whether straight quotes are paired in this block, so that they can be told apart.
    pairs_quotes: bool,
    in_quotes: bool,
}

impl Typesetter {
    /// For a block that holds so many straight quotes in all; an odd one leaves them as they are.
    pub fn new(straight_quotes: usize) -> Self {
        Self {
            before: None,
            pairs_quotes: straight_quotes.is_multiple_of(2),
            in_quotes: false,
        }
    }

    /// What is not set (code, an image) has gone by; a word, to what follows.
    pub fn pass(&mut self) {
        self.before = Some('x');
    }

    /// The next text of the block.
    pub fn set(&mut self, text: &str) -> String {
        let mut out = String::with_capacity(text.len() + text.len() / 16);
        let mut rest = text.chars();
        while let Some(c) = rest.next() {
            let after = rest.as_str();
            match c {
                ' ' | NO_BREAK | NARROW => self.space(&mut out, c, after),
                '\'' => self.apostrophe(&mut out, after),
                '"' if self.pairs_quotes => self.quote(&mut out),
                '«' => out.push_str("«\u{a0}"),
                '»' => self.closing(&mut out, "»"),
                ';' | '!' | '?' | ':' => self.punctuation(&mut out, c, after),
                '.' if after.starts_with("..")
                    && !after.starts_with("...")
                    && self.before != Some('.') =>
                {
                    out.push('…');
                    rest.nth(1);
                }
                _ => out.push(c),
            }
            self.before = out.chars().next_back().or(self.before);
        }
        out
    }

    fn space(&self, out: &mut String, typed: char, after: &str) {
        let mut next = after.chars();
        let (first, second) = (next.next(), next.next());
        match (self.before, first) {
            // already there
            (Some('\u{a0}' | '\u{202f}'), _) if out.ends_with([NO_BREAK, NARROW]) => {}
            (_, Some(';' | '!' | '?')) if ends_mark(second) => out.push(NARROW),
            (_, Some(':')) if ends_mark(second) => out.push(NO_BREAK),
            (_, Some('»')) | (Some('«'), _) => out.push(NO_BREAK),
            (Some(before), Some('%' | '‰' | '€' | '$' | '£'))
                if before.is_alphanumeric() && !second.is_some_and(|c| c.is_ascii_digit()) =>
            {
                out.push(NO_BREAK);
            }
            (Some(before), Some(digit)) if before.is_ascii_digit() && digit.is_ascii_digit() => {
                out.push(if is_thousands(out, after) {
                    NARROW
                } else {
                    typed
                });
            }
            (Some(before), Some(_)) if before.is_ascii_digit() && starts_with_unit(after) => {
                out.push(NO_BREAK);
            }
            _ => out.push(typed),
        }
    }

    fn apostrophe(&self, out: &mut String, after: &str) {
        let joins = |c: char| c.is_alphanumeric() || c == '«' || c == '"';
        let elides =
            self.before.is_some_and(char::is_alphabetic) && after.chars().next().is_none_or(joins);
        out.push(if elides { '’' } else { '\'' });
    }

    fn quote(&mut self, out: &mut String) {
        self.in_quotes = !self.in_quotes;
        if self.in_quotes {
            out.push_str("«\u{a0}");
        } else {
            self.closing(out, "»");
        }
    }

    fn closing(&self, out: &mut String, mark: &str) {
        if out.ends_with(' ') {
            out.pop();
        }
        if !out.ends_with(NO_BREAK) && self.before != Some(NO_BREAK) {
            out.push(NO_BREAK);
        }
        out.push_str(mark);
    }

    /// A mark without the space that French puts before it.
    fn punctuation(&self, out: &mut String, mark: char, after: &str) {
        let after_word = self
            .before
            .is_some_and(|c| c.is_alphanumeric() || "»)%’…".contains(c));
        if after_word && ends_mark(after.chars().next()) && !is_in_name(mark, after) {
            out.push(if mark == ':' { NO_BREAK } else { NARROW });
        }
        out.push(mark);
    }
}

/// Whether a mark that is followed by `next` stands at the end of a word, not inside an address, a
/// time or a smiley.
fn ends_mark(next: Option<char>) -> bool {
    next.is_none_or(|c| c.is_whitespace() || "»\")]…?!.,\u{201d}".contains(c))
}

/// « Yahoo! et Alibaba »: a sentence does not go on in lower case after its exclamation mark.
fn is_in_name(mark: char, after: &str) -> bool {
    mark == '!'
        && after
            .trim_start()
            .chars()
            .next()
            .is_some_and(|c| c.is_lowercase() || c == ',')
}

/// Whether the space between `before` and `after` groups thousands: one to three digits, then three.
fn is_thousands(before: &str, after: &str) -> bool {
    let digits = |c: &char| c.is_ascii_digit();
    let left = before.chars().rev().take_while(digits).count();
    let right = after.chars().take_while(digits).count();
    let lead = before.chars().rev().nth(left);
    (1..=3).contains(&left) && right == 3 && !matches!(lead, Some(',' | '.' | '/' | '-'))
}

fn starts_with_unit(after: &str) -> bool {
    let word: usize = after
        .chars()
        .take_while(|c| c.is_alphabetic())
        .map(char::len_utf8)
        .sum();
    let ends = !after[word..].starts_with(|c: char| c.is_ascii_digit());
    ends && (UNITS.contains(&&after[..word]) || after.starts_with('°'))
}

#[cfg(test)]
mod tests {
    use super::set;

    fn fr(text: &str) -> String {
        set(text, "fr")
            .replace('\u{202f}', "·")
            .replace('\u{a0}', "~")
    }

    #[test]
    fn spaces_before_marks() {
        assert_eq!(
            fr("Vraiment ? Oui ; non ! Voici :"),
            "Vraiment·? Oui·; non·! Voici~:"
        );
        assert_eq!(fr("Vraiment? Oui: non"), "Vraiment·? Oui~: non");
        assert_eq!(
            fr("à 10:30 sur https://a.fr/?b=c;d"),
            "à 10:30 sur https://a.fr/?b=c;d"
        );
        assert_eq!(fr("Yahoo! et Alibaba"), "Yahoo! et Alibaba");
        assert_eq!(fr("Quoi ?!"), "Quoi·?!");
    }

    #[test]
    fn quotes_and_apostrophes() {
        assert_eq!(
            fr("l'« opt-out » d'un \"mot\""),
            "l’«~opt-out~» d’un «~mot~»"
        );
        assert_eq!(fr("«Cameo»"), "«~Cameo~»");
        assert_eq!(fr("un écran de 15\" en tout"), "un écran de 15\" en tout");
    }

    #[test]
    fn numbers() {
        assert_eq!(fr("16 000 postes, 1 000 000"), "16·000 postes, 1·000·000");
        assert_eq!(fr("en 2025 300 personnes"), "en 2025 300 personnes");
        assert_eq!(
            fr("30 milliards de dollars, 11 %, 50 Mds $"),
            "30~milliards de dollars, 11~%, 50~Mds~$"
        );
        assert_eq!(fr("le 28 janvier 2026"), "le 28~janvier 2026");
    }

    #[test]
    fn setting_twice_changes_nothing() {
        let once = set("« Oui » : 16 000 ? l'IA \"x\"...", "fr").into_owned();
        assert_eq!(set(&once, "fr"), once);
    }

    #[test]
    fn other_languages_stay() {
        assert_eq!(set("Really? It's 5 %", "en"), "Really? It's 5 %");
    }
}
