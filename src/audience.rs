//! For whom a takeaway is: its leading label, or the audience lexicon of `hebdo.yaml`.
//!
//! Enter by [`Lexicon::new`], then [`Lexicon::claim`].

use crate::locale::fold;
use crate::model::{Audience, AudienceId, Bullet, Takeaway};

/// How far into a takeaway an audience is looked for, in words: « Les décideurs publics, eux, … ».
const FIRST_WORDS: usize = 6;

/// The words that claim a takeaway for an audience.
#[derive(Debug, Clone)]
pub struct Lexicon {
    /// Names and ids are among them.
    cues: Vec<Cue>,
}

/// Words that mean an audience.
#[derive(Debug, Clone)]
struct Cue {
    /// In the singular, set apart by spaces.
    words: String,
    /// How many there are.
    count: usize,
    /// Whether the audience is called so: it says no more than that.
    is_name: bool,
    audience: AudienceId,
}

impl Cue {
    /// Whether a text of such words begins with this one's.
    fn begins(&self, text: &str) -> bool {
        let rest = text.strip_prefix(self.words.as_str());
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
    }
}

impl Lexicon {
    /// The lexicon of a site's audiences.
    pub fn new(audiences: &[Audience]) -> Self {
        let cues = audiences.iter().flat_map(|audience| {
            let own = [&audience.label, &audience.id.0].map(|name| (name, true));
            let all = own
                .into_iter()
                .chain(audience.cues.iter().map(|cue| (cue, false)));
            all.map(|(cue, is_name)| {
                let words = singular_words(cue);
                Cue {
                    count: words.split(' ').count(),
                    words,
                    is_name,
                    audience: audience.id.clone(),
                }
            })
        });
        Self {
            cues: cues.filter(|cue| !cue.words.is_empty()).collect(),
        }
    }

    /// The items of a section as takeaways; a label without a text is none yet. An item under a
    /// heading that names an audience is that audience's.
    pub fn claim_all(&self, items: &[Bullet]) -> Vec<Takeaway> {
        let takeaways = items.iter().map(|item| {
            let own = self.claim(&item.text);
            let above = item
                .under
                .as_deref()
                .and_then(|heading| self.meant(heading));
            Takeaway {
                audience: above.or(own.audience),
                text: own.text,
            }
        });
        takeaways
            .filter(|takeaway| !takeaway.text.is_empty())
            .collect()
    }

    /// A bullet as a takeaway. A leading label that is an audience's own name (`**Entreprises** : …`, or
    /// without the marks) is taken off; otherwise the bullet's words stay as they are (`DSI : …` says more
    /// than the audience), and the audience is whom the first of its first words means, the longer
    /// expression before the shorter.
    pub fn claim(&self, bullet: &str) -> Takeaway {
        if let Some((label, text)) = leading_label(bullet)
            && let Some(audience) = self.named(label)
        {
            return Takeaway {
                audience: Some(audience),
                text: text.to_owned(),
            };
        }
        Takeaway {
            audience: self.meant(bullet),
            text: bullet.to_owned(),
        }
    }

    /// The audience that is called as a label says.
    fn named(&self, label: &str) -> Option<AudienceId> {
        let words = singular_words(label);
        let mut names = self.cues.iter().filter(|cue| cue.is_name);
        let named = names.find(|cue| cue.words == words);
        named.map(|cue| cue.audience.clone())
    }

    fn meant(&self, bullet: &str) -> Option<AudienceId> {
        let words = singular_words(beginning(bullet));
        let later = words.match_indices(' ').map(|(space, _)| space + 1);
        let mut places = [0].into_iter().chain(later).take(FIRST_WORDS);
        places.find_map(|at| {
            let here = self.cues.iter().filter(|cue| cue.begins(&words[at..]));
            let longest = here.max_by_key(|cue| cue.count);
            longest.map(|cue| cue.audience.clone())
        })
    }
}

/// As much of a bullet as holds its first words.
fn beginning(bullet: &str) -> &str {
    let enough = bullet.match_indices(' ').nth(2 * FIRST_WORDS);
    enough.map_or(bullet, |(end, _)| &bullet[..end])
}

/// `**Label** : text`, `**Label :** text` or `Label : text` taken apart.
fn leading_label(bullet: &str) -> Option<(&str, &str)> {
    let space = |c: char| c.is_whitespace() || c == '\u{a0}' || c == '\u{202f}';
    let (label, rest) = match bullet.strip_prefix("**") {
        Some(marked) => marked.split_once("**")?,
        None => ("", bullet),
    };
    if let Some(label) = label.trim_matches(space).strip_suffix(':') {
        return Some((label, rest.trim_start_matches(space)));
    }
    let (before, text) = rest.split_once(':')?;
    let label = if label.is_empty() { before } else { label };
    let is_whole = label == before || before.trim_matches(space).is_empty();
    is_whole.then(|| (label, text.trim_start_matches(space)))
}

/// Folded words (marks of emphasis fall away with the other signs), each without a plural's `s` or `x`;
/// `company` and `companies` become one.
fn singular_words(text: &str) -> String {
    let folded = fold(text);
    let mut words = String::with_capacity(folded.len());
    for word in folded.split(' ').filter(|word| !word.is_empty()) {
        if !words.is_empty() {
            words.push(' ');
        }
        let (stem, end) = singular(word);
        words.push_str(stem);
        words.push_str(end);
    }
    words
}

/// A word in the singular, in two parts.
fn singular(word: &str) -> (&str, &'static str) {
    let stem = word.strip_suffix(['s', 'x']).unwrap_or(word);
    match stem.strip_suffix('y') {
        Some(before) => (before, "ie"),
        None if stem.chars().nth(2).is_some() => (stem, ""),
        None => (word, ""),
    }
}

#[cfg(test)]
mod tests {
    use super::Lexicon;
    use crate::model::{Audience, AudienceId};

    fn lexicon() -> Lexicon {
        let audience = |id: &str, label: &str, cues: &[&str]| Audience {
            id: AudienceId(id.to_owned()),
            label: label.to_owned(),
            cues: cues.iter().map(|cue| (*cue).to_owned()).collect(),
        };
        Lexicon::new(&[
            audience(
                "entreprises",
                "Entreprises",
                &["dirigeant", "dirigeant privé", "direction générale"],
            ),
            audience(
                "pouvoirs-publics",
                "Pouvoirs publics",
                &["décideur public", "régulateur", "dirigeant public"],
            ),
        ])
    }

    fn whom(bullet: &str) -> Option<String> {
        lexicon().claim(bullet).audience.map(|id| id.0)
    }

    #[test]
    fn a_label_is_taken_off() {
        let takeaway = lexicon().claim("**Entreprises**\u{a0}: chiffrer.");
        assert_eq!(
            (takeaway.audience.map(|id| id.0), takeaway.text.as_str()),
            (Some("entreprises".into()), "chiffrer.")
        );
        for bullet in [
            "**Pouvoirs publics :** voter.",
            "Pouvoirs publics : voter.",
            "**Pouvoirs publics**: voter.",
        ] {
            assert_eq!(lexicon().claim(bullet).text, "voter.", "{bullet}");
        }
        let other = "**Entreprises et élus** : voter.";
        assert_eq!(lexicon().claim(other).text, other);
    }

    #[test]
    fn first_words_claim_and_stay() {
        let bullet = "Les décideurs publics, eux, voient une entreprise.";
        assert_eq!(lexicon().claim(bullet).text, bullet);
        assert_eq!(whom(bullet).as_deref(), Some("pouvoirs-publics"));
        assert_eq!(
            whom("Pour un dirigeant d'entreprise, agir.").as_deref(),
            Some("entreprises")
        );
        assert_eq!(
            whom("Un dirigeant public saura.").as_deref(),
            Some("pouvoirs-publics")
        );
        assert_eq!(
            whom("Côté régulateurs, rien.").as_deref(),
            Some("pouvoirs-publics")
        );
    }

    #[test]
    fn a_plural_in_ies_is_the_same_word() {
        let cues = ["company".to_owned(), "régie".to_owned()].to_vec();
        let companies = Audience {
            id: AudienceId("companies".to_owned()),
            label: "Companies".to_owned(),
            cues,
        };
        let lexicon = Lexicon::new(&[companies]);
        for bullet in [
            "Every company pays.",
            "Two companies pay.",
            "Les régies paient.",
            "La régie paie.",
        ] {
            assert!(lexicon.claim(bullet).audience.is_some(), "{bullet}");
        }
    }

    #[test]
    fn the_rest_is_for_everyone() {
        assert_eq!(
            whom("Il faut tout relire avant que les entreprises ne signent."),
            None
        );
        assert_eq!(whom("**Juristes** : relire."), None);
    }
}
