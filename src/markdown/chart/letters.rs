//! How much room a text takes, before any font is known.

/// About how wide a text is, in pixels, in letters of a size: rather too much than too little.
pub(super) fn width(text: &str, size: f64) -> f64 {
    text.chars().map(|c| em(c) * size).sum()
}

fn em(c: char) -> f64 {
    match c {
        'i' | 'j' | 'l' | 't' | 'f' | 'r' | 'I' | '.' | ',' | ':' | ';' | '!' | '\'' | '’'
        | '|' | '(' | ')' | ' ' | '\u{a0}' | '\u{202f}' => 0.35,
        'm' | 'w' | 'M' | 'W' | '%' | '@' | '—' | '…' | 'œ' | 'Œ' => 0.92,
        c if c.is_uppercase() || !c.is_alphanumeric() => 0.7,
        c if c.is_ascii() || ('à'..='ÿ').contains(&c) => 0.6,
        _ => 1.0,
    }
}

/// A text cut to a width, with an ellipsis where something is missing.
pub(super) fn shorten(text: &str, room: f64, size: f64) -> String {
    if width(text, size) <= room {
        return text.to_owned();
    }
    let mut left = room - width("…", size);
    let fits = |c: &char| {
        left -= em(*c) * size;
        left >= 0.0
    };
    let kept: String = text.chars().take_while(fits).collect();
    format!("{}…", kept.trim_end())
}

/// A text on one line or two, the first as full as may be, none wider than `room`; none where it does
/// not fit.
pub(super) fn lines(text: &str, room: f64, size: f64) -> Option<Vec<&str>> {
    if width(text, size) <= room {
        return Some(vec![text]);
    }
    let fits = |part: &str| width(part, size) <= room;
    let breaks = text.match_indices(' ').rev();
    let mut parts = breaks.map(|(at, _)| (&text[..at], &text[at + 1..]));
    let (first, second) = parts.find(|(first, second)| fits(first) && fits(second))?;
    Some(vec![first, second])
}
