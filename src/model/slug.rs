//! Slugs: the part of an address or of a file name that says what it is. Enter by [`slugify`].

/// A title, tag or name as addresses and file names have it: lower-case ASCII letters, digits and
/// single hyphens. Accents fold (`é` → `e`, `œ` → `oe`), apostrophes and spaces separate. Empty
/// where the text has nothing that a slug can keep.
pub fn slugify(text: &str) -> String {
    let mut slug = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            'a'..='z' | '0'..='9' => slug.push(c),
            'A'..='Z' => slug.push(c.to_ascii_lowercase()),
            '€' => push_word(&mut slug, "euros"),
            '$' => push_word(&mut slug, "dollars"),
            // deunicode would glue its own words (`°` → `deg`) to their neighbours
            _ if c.is_alphanumeric() => push_letters(&mut slug, c),
            '\u{300}'..='\u{36f}' => {} // a combining accent belongs to the letter before it
            _ => push_hyphen(&mut slug),
        }
    }
    slug.truncate(slug.trim_end_matches('-').len());
    slug
}

fn push_letters(slug: &mut String, c: char) {
    for ascii in deunicode::deunicode_char(c).unwrap_or_default().chars() {
        if ascii.is_ascii_alphanumeric() {
            slug.push(ascii.to_ascii_lowercase());
        } else {
            push_hyphen(slug);
        }
    }
}

fn push_word(slug: &mut String, word: &str) {
    push_hyphen(slug);
    slug.push_str(word);
    push_hyphen(slug);
}

fn push_hyphen(slug: &mut String) {
    if !slug.is_empty() && !slug.ends_with('-') {
        slug.push('-');
    }
}

/// A path of this site, from its slash, without a way out of it.
pub fn is_address(alias: &str) -> bool {
    let inside = alias.trim_matches('/');
    let is_segment = |segment: &str| !matches!(segment, "" | "." | "..");
    let is_sign = |c: char| c.is_control() || "\\?# ".contains(c);
    alias.starts_with('/')
        && inside.split('/').all(is_segment)
        && !alias.contains("//")
        && !alias.contains(is_sign)
}
