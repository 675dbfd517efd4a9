//! Addresses that count a reader before they lead on: where they lead, as far as the address itself
//! says so. Nothing is fetched. Enter by [`target`].

use mail_parser::decoders::base64::base64_decode;
use percent_encoding::percent_decode_str;

use crate::import::lexicon::{Lexicon, List};
use crate::import::words;

/// Parameters in which redirects carry their target.
const PARAMETERS: &[&str] = &[
    "url",
    "u",
    "target",
    "redirect",
    "redirect_url",
    "redirect_uri",
    "redirecturl",
    "dest",
    "destination",
    "link",
    "href",
    "goto",
    "to",
    "r",
    "q",
    "l",
    "p",
    "upn",
    "data",
    "murl",
];
/// Redirects that lead to redirects.
const DEEPEST: usize = 4;
/// No address is longer.
const LONGEST: usize = 8192;

/// Where an address leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Leads {
    /// Where it says.
    There,
    /// Elsewhere, and it says where.
    To(String),
    /// Elsewhere, and only the mailer knows where.
    Unknown,
}

/// Where the address leads.
pub(crate) fn target(address: &str, lexicon: &Lexicon) -> Leads {
    let mut at = address.trim().to_owned();
    for _ in 0..DEEPEST {
        match inside(&at, lexicon) {
            Some(next) => at = next,
            None => break,
        }
    }
    if is_counter(&at, lexicon) {
        Leads::Unknown
    } else if at == address.trim() {
        Leads::There
    } else {
        Leads::To(at)
    }
}

/// Whether an image's address is one that only counts readers.
pub(crate) fn is_pixel(address: &str, lexicon: &Lexicon) -> bool {
    let folded = words::fold(words::head(address, LONGEST));
    lexicon[List::Pixels].count_in(&folded) > 0
}

/// The text with each redirect's target in its place.
pub(crate) fn in_text(text: &str, lexicon: &Lexicon) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("http") {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let end = rest.find(|c: char| c.is_whitespace() || "<>\"«»".contains(c));
        let address = rest[..end.unwrap_or(rest.len())].trim_end_matches([')', ']', '.', ',', ';']);
        let is_whole = address.starts_with("http://") || address.starts_with("https://");
        let length = if is_whole {
            address.len()
        } else {
            "http".len()
        };
        match target(&rest[..length], lexicon) {
            Leads::To(own) if is_whole => out.push_str(&own),
            _ => out.push_str(&rest[..length]),
        }
        rest = &rest[length..];
    }
    out.push_str(rest);
    out
}

/// The address that a redirect carries.
fn inside(address: &str, lexicon: &Lexicon) -> Option<String> {
    let (_, rest) = address
        .split_once("://")
        .filter(|_| address.len() <= LONGEST)?;
    let (path, query) = rest.split_once('?').unwrap_or((rest, ""));
    let named = query
        .split(['&', ';'])
        .filter_map(|pair| pair.split_once('='));
    let named = named.filter(|(name, _)| PARAMETERS.contains(&name.to_ascii_lowercase().as_str()));
    let found = named.into_iter().find_map(|(_, value)| carried(value));
    let is_counter = is_counter(address, lexicon);
    found.or_else(|| {
        let parts = path
            .split('/')
            .skip(1)
            .filter(|_| is_counter || path.contains("redirect"));
        parts.into_iter().find_map(carried)
    })
}

/// The web address in a part of another one: as it stands, or in base64 with other things around it.
fn carried(part: &str) -> Option<String> {
    let plain = percent_decode_str(part).decode_utf8().ok()?.into_owned();
    if plain.starts_with("https://") || plain.starts_with("http://") {
        return Some(plain);
    }
    let standard: String = part
        .chars()
        .map(|c| match c {
            '-' => '+',
            '_' => '/',
            c => c,
        })
        .collect();
    let is_base64 = standard.len() >= 16
        && standard
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || b"+/=%".contains(&b));
    let decoded = base64_decode(standard.replace("%3D", "=").as_bytes()).filter(|_| is_base64)?;
    let text = String::from_utf8_lossy(&decoded).replace("\\/", "/");
    let start = text.find("https://").or_else(|| text.find("http://"))?;
    let end = text[start..]
        .find(|c: char| c.is_whitespace() || c.is_control() || "\"'\\<>\u{fffd}".contains(c))
        .map_or(text.len(), |end| start + end);
    Some(text[start..end].to_owned())
}

/// Whether the host, or the path's beginning, is one that only counts.
fn is_counter(address: &str, lexicon: &Lexicon) -> bool {
    let Some((_, rest)) = address.split_once("://") else {
        return false;
    };
    let place = words::head(rest.split('?').next().unwrap_or_default(), 300);
    let host = place.split(['/', ':']).next().unwrap_or_default();
    let first = host.split('.').next().unwrap_or_default();
    let has_more = place.len() > host.len() + 1;
    let is_counting_host = host.matches('.').count() >= 2
        && lexicon[List::CountingHosts].has(&words::fold(
            first.trim_end_matches(|c: char| c.is_ascii_digit()),
        ));
    has_more
        && (is_counting_host || lexicon[List::CountingPlaces].count_in(&words::fold(place)) > 0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::lexicon;

    #[test]
    fn redirects_lead_where_they_say() {
        let lexicon = lexicon::embedded().unwrap();
        let json = "eyJlIjoiaHR0cHM6Ly9leGVtcGxlLnRlc3QvYSIsInQiOjF9";
        let cases = [
            ("https://exemple.test/a?x=1", Leads::There),
            ("https://exemple.test/redirection-des-eaux", Leads::There),
            ("https://exemple.test/?q=ports+du+nord", Leads::There),
            (
                "https://suivi.lettre.test/c?url=https%3A%2F%2Fexemple.test%2Fa%3Fb%3Dc&id=9",
                Leads::To("https://exemple.test/a?b=c".to_owned()),
            ),
            (
                "https://click.lettre.test/CL0/https:%2F%2Fexemple.test%2Fa/1/0100",
                Leads::To("https://exemple.test/a".to_owned()),
            ),
            (
                &format!("https://lettre.test/redirect/2/{json}?r=abc"),
                Leads::To("https://exemple.test/a".to_owned()),
            ),
            (
                "https://a.test/?u=https%3A%2F%2Fb.test%2F%3Furl%3Dhttps%253A%252F%252Fc.test%252F",
                Leads::To("https://c.test/".to_owned()),
            ),
            ("https://click.lettre.test/ls/xyz", Leads::Unknown),
            ("mailto:a@exemple.test", Leads::There),
        ];
        for (address, leads) in cases {
            assert_eq!(target(address, lexicon), leads, "{address}");
        }
    }

    #[test]
    fn a_text_keeps_its_words_around_addresses() {
        let lexicon = lexicon::embedded().unwrap();
        let text = "Voir (https://l.test/?url=https%3A%2F%2Fexemple.test%2Fa), puis http et https://b.test.";
        assert_eq!(
            in_text(text, lexicon),
            "Voir (https://exemple.test/a), puis http et https://b.test."
        );
    }
}
