//! The preheader: what mail programs show beside the subject.

/// The fewest characters that say something of their own.
const LEAST: usize = 40;

/// The most characters that any mail program shows.
const MOST: usize = 140;

/// Characters up to which mail programs go on reading where the preheader is shorter.
const SHOWN: usize = 200;

/// The edition's summary, or else its stories, in 40 to 140 characters; a short summary goes on with the
/// stories.
pub(super) fn compose<'a>(summary: Option<&str>, titles: impl Iterator<Item = &'a str>) -> String {
    let mut words = summary.unwrap_or_default().trim().to_owned();
    for title in titles {
        if words.chars().count() >= LEAST {
            break;
        }
        if !words.is_empty() {
            words.push_str(" · ");
        }
        words.push_str(title);
    }
    cut(&words)
}

/// What keeps mail programs from showing the first words of the mail after the preheader: joiners and
/// spaces that have no width and do not break (U+034F, U+200C).
pub(super) fn padding(preheader: &str) -> String {
    let missing = SHOWN.saturating_sub(preheader.chars().count());
    "\u{a0}\u{34f}\u{200c}".repeat(missing)
}

fn cut(words: &str) -> String {
    let Some((most, _)) = words.char_indices().nth(MOST - 1) else {
        return words.to_owned();
    };
    if words.chars().count() == MOST {
        return words.to_owned();
    }
    let end = words[..most].rfind(' ').unwrap_or(most);
    let kept = words[..end].trim_end_matches(|c: char| !c.is_alphanumeric());
    format!("{kept}…")
}
