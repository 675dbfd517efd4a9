//! The theme's stylesheet on its way to readers: without what browsers skip.

/// CSS (UTF-8) without comments, and without the white space that separates nothing: at a line's ends,
/// beside `{`, `}`, `;` and `,`, and after `:`. Between two other signs one space stays, since it may be a
/// combinator or part of `calc(a + b)` (CSS Syntax Level 3, section 4). Strings stay as they are.
pub(super) fn squeeze(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    let mut rest = css;
    while let Some(next) = rest.chars().next() {
        let end = token(rest);
        match next {
            '"' | '\'' => out.push_str(&rest[..end]),
            _ if rest.starts_with("/*") => space(&mut out),
            _ if next.is_ascii_whitespace() => space(&mut out),
            '{' | '}' | ';' | ',' => {
                out.truncate(out.trim_end_matches(' ').len());
                if next == '}' && out.ends_with(';') {
                    out.pop();
                }
                out.push(next);
            }
            _ => out.push_str(&rest[..end]),
        }
        rest = &rest[end..];
    }
    out
}

/// A space, where one may mean something.
fn space(out: &mut String) {
    if !out.is_empty() && !out.ends_with([' ', '{', '}', ';', ',', ':']) {
        out.push(' ');
    }
}

/// The length of a string, of a comment, or of one sign.
fn token(css: &str) -> usize {
    let mut signs = css.char_indices();
    match signs.next() {
        Some((_, quote @ ('"' | '\''))) => string(css, quote),
        _ if css.starts_with("/*") => css.find("*/").map_or(css.len(), |at| at + 2),
        _ => signs.next().map_or(css.len(), |(at, _)| at),
    }
}

/// The length of a string with its quotes; a backslash takes the sign after it along.
fn string(css: &str, quote: char) -> usize {
    let mut is_escaped = false;
    for (at, sign) in css.char_indices().skip(1) {
        if sign == quote && !is_escaped {
            return at + 1;
        }
        is_escaped = sign == '\\' && !is_escaped;
    }
    css.len()
}

#[cfg(test)]
mod tests {
    use super::squeeze;

    #[test]
    fn what_separates_stays() {
        let css = "/* a */\na :is(b, .c) > d {\n  width: calc(1rem + .3vw);\n  font: 700 1em/1 \"A,  B\";\n}\n";
        assert_eq!(
            squeeze(css),
            "a :is(b,.c) > d{width:calc(1rem + .3vw);font:700 1em/1 \"A,  B\"}"
        );
    }

    #[test]
    fn a_string_is_not_looked_into() {
        let css = r#"a::before { content: "\"/* x */ ; "; }"#;
        assert_eq!(squeeze(css), r#"a::before{content:"\"/* x */ ; "}"#);
        assert_eq!(squeeze("a/**/b { c: \"open"), "a b{c:\"open");
    }
}
