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
/// a language without rules comes back as it is. Setting a text twice changes nothing more.
pub fn set<'a>(text: &'a str, lang: &str) -> Cow<'a, str> {
    let Some(rules) = Rules::of(lang) else {
        return Cow::Borrowed(text);
    };
    let quotes = text.matches('"').count();
    Cow::Owned(Typesetter::new(rules, quotes).set(text))
}

/// Whose rules a text follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rules {
    /// All of this module's.
    French,
    /// Apostrophes, quotation marks and ellipses only.
    English,
}

impl Rules {
    /// The rules of a language; none for a language that hebdo does not know.
    pub fn of(lang: &str) -> Option<Self> {
        match lang.split('-').next()?.to_ascii_lowercase().as_str() {
            "fr" => Some(Self::French),
            "en" => Some(Self::English),
            _ => None,
        }
    }
}

/// Sets the texts of one block, one after the other.
#[derive(Debug)]
pub struct Typesetter {
    rules: Rules,
    /// The last character that was set.
    before: Option<char>,
    /// Whether straight quotes are paired in this block, so that they can be told apart.
    pairs_quotes: bool,
    in_quotes: bool,
}

impl Typesetter {
    /// For a block that holds so many straight quotes in all; an odd one leaves them as they are.
    pub fn new(rules: Rules, straight_quotes: usize) -> Self {
        Self {
            rules,
            before: None,
            pairs_quotes: straight_quotes.is_multiple_of(2),
            in_quotes: false,
        }
    }

    /// What is not set (code, an image) has gone by; a word, to what follows.
    pub fn pass(&mut self) {
        self.before = Some('x');
    }

    /// The next text of the block; addresses in it stay as they are.
    pub fn set(&mut self, text: &str) -> String {
        let mut out = String::with_capacity(text.len() + text.len() / 16);
        let mut rest = text;
        while let Some(c) = rest.chars().next() {
            let verbatim = match self.address(rest) {
                0 => plain_letters(rest),
                address => address,
            };
            if verbatim > 0 {
                out.push_str(&rest[..verbatim]);
                rest = &rest[verbatim..];
            } else {
                rest = &rest[c.len_utf8()..];
                rest = &rest[self.letter(&mut out, c, rest)..];
            }
            self.before = out.chars().next_back().or(self.before);
        }
        out
    }

    /// Sets one character; how many bytes of what follows went with it.
    fn letter(&mut self, out: &mut String, c: char, after: &str) -> usize {
        let is_french = self.rules == Rules::French;
        match c {
            ' ' | NO_BREAK | NARROW if is_french => self.space(out, c, after),
            '\'' => self.apostrophe(out, after),
            '"' if self.pairs_quotes => self.quote(out),
            '«' if is_french => out.push_str("«\u{a0}"),
            '»' if is_french => self.closing(out, "»"),
            ';' | '!' | '?' | ':' if is_french => self.punctuation(out, c, after),
            '.' if self.begins_ellipsis(after) => {
                out.push('…');
                return 2;
            }
            _ => out.push(c),
        }
        0
    }

    fn begins_ellipsis(&self, after: &str) -> bool {
        after.starts_with("..") && !after.starts_with("...") && self.before != Some('.')
    }

    /// How many bytes of an address stand here, its final marks left out; 0 where a word begins or goes on.
    fn address(&self, here: &str) -> usize {
        let begins_word = !self.before.is_some_and(char::is_alphanumeric);
        let starts = ["https://", "http://", "www."];
        if !begins_word
            || !here.starts_with(['h', 'w'])
            || !starts.iter().any(|start| here.starts_with(start))
        {
            return 0;
        }
        let end = here
            .find(|c: char| c.is_whitespace() || "«»<>\"".contains(c))
            .unwrap_or(here.len());
        here[..end]
            .trim_end_matches(['.', ',', ';', ':', '!', '?', ')', '…'])
            .len()
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
            (_, Some(next)) if binds(out, next) => out.push(NO_BREAK),
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
        if self.rules == Rules::English {
            out.push(if self.in_quotes { '“' } else { '”' });
        } else if self.in_quotes {
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

/// How many bytes of letters and digits stand here of which no rule speaks: those of ASCII and of Latin-1,
/// whose two signs of arithmetic are no letters.
fn plain_letters(here: &str) -> usize {
    let bytes = here.as_bytes();
    let mut end = 0;
    loop {
        end += match &bytes[end..] {
            [byte, ..] if byte.is_ascii_alphanumeric() => 1,
            [0xc3, byte, ..] if !matches!(byte, 0x97 | 0xb7) => 2,
            _ => return end,
        };
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

/// Whether what was set last stays with what follows: « M. Dupont », « n° 5 », « 10 h 30 ».
fn binds(set: &str, next: char) -> bool {
    if !next.is_uppercase() && !next.is_ascii_digit() {
        return false;
    }
    let word_start = set.rfind([' ', NO_BREAK, NARROW, '(']).map_or(0, |at| {
        at + set[at..].chars().next().map_or(1, char::len_utf8)
    });
    match &set[word_start..] {
        "M." | "MM." | "Mme" | "Mmes" | "Dr" | "Me" => next.is_uppercase(),
        "n°" | "N°" | "nº" | "p." | "pp." | "art." => next.is_ascii_digit(),
        "h" => next.is_ascii_digit() && set[..word_start].ends_with(NO_BREAK),
        _ => false,
    }
}

/// Whether the space between `before` and `after` groups thousands: one to three digits, then three.
fn is_thousands(before: &str, after: &str) -> bool {
    let digits = |c: &char| c.is_ascii_digit();
    let left = before.chars().rev().take_while(digits).count();
    let right = after.chars().take_while(digits).count();
    let lead = before.chars().rev().nth(left);
    let stands_alone = lead.is_none_or(|c| !c.is_alphanumeric() && !",./-".contains(c));
    (1..=3).contains(&left) && right == 3 && stands_alone
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
        assert_eq!(
            fr("500 Md€, 3 M$, 12 k€, 8 Md $"),
            "500~Md€, 3~M$, 12~k€, 8~Md~$"
        );
        assert_eq!(fr("40 °C, 3 km, 5 ‰"), "40~°C, 3~km, 5~‰");
    }

    #[test]
    fn setting_twice_changes_nothing() {
        let once = set("« Oui » : 16 000 ? l'IA \"x\"...", "fr").into_owned();
        assert_eq!(set(&once, "fr"), once);
    }

    #[test]
    fn words_that_bind() {
        assert_eq!(
            fr("M. Dupont, n° 5, à 10 h 30, p. 12"),
            "M.~Dupont, n°~5, à 10~h~30, p.~12"
        );
        assert_eq!(fr("le H100 200 fois"), "le H100 200 fois");
    }

    #[test]
    fn addresses_stay() {
        let text = "https://fr.example.org/wiki/L'Oréal, www.a.fr/l'x?b... et http://a.fr/x--y";
        assert_eq!(set(text, "fr").replace('…', "..."), text);
        assert_eq!(fr("(https://a.fr/x) : oui"), "(https://a.fr/x)~: oui");
    }

    #[test]
    fn english_has_its_own_marks() {
        assert_eq!(
            set("It's \"5 %\": really? https://a.com/x--y", "en"),
            "It’s “5 %”: really? https://a.com/x--y"
        );
        assert_eq!(set("It's", "de"), "It's");
    }
}
