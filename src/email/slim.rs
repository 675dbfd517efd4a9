//! Takes off what adds weight and says nothing: classes that no rule of the kept style blocks names, and
//! the `<tbody>` tags that a parser adds.

/// How the block of styles that stays begins.
const KEPT: &str = "<style data-css-inline=\"keep\">";

const CLASS: &str = " class=\"";

/// The same HTML, lighter. Between tags a `<` is escaped, so that every `<` begins one.
pub(super) fn slim(html: &str) -> String {
    let Some((head, body)) = html.split_once("</head>") else {
        return html.to_owned();
    };
    let body = body.replace("<tbody>", "").replace("</tbody>", "");
    let body = body.replace("&nbsp;", "\u{a0}");
    let mut out = format!("{}</head>", tight(head));
    let mut rest = body.as_str();
    while let Some(at) = rest.find(CLASS) {
        let (before, class) = rest.split_at(at);
        let names = &class[CLASS.len()..];
        let end = names.find('"').unwrap_or(names.len());
        out.push_str(before);
        if before.rfind('<') > before.rfind('>') {
            push_named(&mut out, head, &names[..end]);
        } else {
            out.push_str(&class[..CLASS.len() + end + 1]);
        }
        rest = &names[(end + 1).min(names.len())..];
    }
    out + rest
}

/// A head whose styles have no space that is not needed.
fn tight(head: &str) -> String {
    let Some((before, style)) = head.split_once(KEPT) else {
        return head.to_owned();
    };
    let spaces = [
        ("\n", ""),
        (" {", "{"),
        ("{ ", "{"),
        (": ", ":"),
        ("; ", ";"),
        (", ", ","),
        (" !", "!"),
        (";}", "}"),
    ];
    let style = spaces
        .iter()
        .fold(style.to_owned(), |style, (wide, tight)| {
            style.replace(wide, tight)
        });
    format!("{before}<style>{style}")
}

/// Writes those of the classes that a rule of the head names.
fn push_named(out: &mut String, head: &str, names: &str) {
    let kept: Vec<&str> = names
        .split(' ')
        .filter(|name| is_named(head, name))
        .collect();
    if !kept.is_empty() {
        out.push_str(&format!("{CLASS}{}\"", kept.join(" ")));
    }
}

fn is_named(head: &str, class: &str) -> bool {
    let goes_on = |rest: &str| rest.starts_with(|c: char| c.is_alphanumeric() || "-_".contains(c));
    let selector = format!(".{class}");
    head.match_indices(&selector)
        .any(|(at, found)| !goes_on(&head[at + found.len()..]))
}

#[cfg(test)]
mod tests {
    use super::slim;

    #[test]
    fn only_classes_of_tags_that_no_rule_names_go() {
        let html = "<style data-css-inline=\"keep\">.a { } .bc:hover {}</style></head><p class=\"a b bc\">x class=\"b\" <i class=\"b\" lang=\"fr\">y</i>";
        let lighter = "<style>.a{} .bc:hover{}</style></head><p class=\"a bc\">x class=\"b\" <i lang=\"fr\">y</i>";
        assert_eq!(slim(html), lighter);
    }
}
