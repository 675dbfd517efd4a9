//! Shortcodes of other tools, which would stand in the text as they are: Hugo's `{{< … >}}` and
//! `{{% … %}}`, Zola's and Jekyll's `{{ … }}` and `{% … %}`.

use pulldown_cmark::{Event, Parser, Tag, TagEnd};

const OPENINGS: [(&str, &str); 4] = [("{{<", ">}}"), ("{{%", "%}}"), ("{{", "}}"), ("{%", "%}")];

/// Each shortcode outside of code, as it stands, with its place in the text.
pub(crate) fn find(text: &str) -> Vec<(usize, &str)> {
    let code = code(text);
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = text[at..].find('{').map(|i| at + i) {
        let next = code.partition_point(|range| range.end <= start);
        let is_code = code.get(next).is_some_and(|range| range.start <= start);
        let length = length(&text[start..]).filter(|_| !is_code);
        found.extend(length.map(|length| (start, &text[start..start + length])));
        at = start + length.unwrap_or(1);
    }
    found
}

fn length(text: &str) -> Option<usize> {
    let (opening, closing) = OPENINGS
        .iter()
        .find(|(opening, _)| text.starts_with(opening))?;
    let line = text.lines().next()?;
    let end = line[opening.len()..].find(closing)?;
    let inside = &line[opening.len()..opening.len() + end];
    let says_something = inside.chars().any(char::is_alphabetic);
    says_something.then_some(opening.len() + end + closing.len())
}

fn code(text: &str) -> Vec<std::ops::Range<usize>> {
    let mut ranges = Vec::new();
    let mut is_code = false;
    for (event, range) in Parser::new(text).into_offset_iter() {
        match event {
            Event::Start(Tag::CodeBlock(_)) => is_code = true,
            Event::End(TagEnd::CodeBlock) => is_code = false,
            Event::Code(_) => ranges.push(range),
            _ if is_code => ranges.push(range),
            _ => {}
        }
    }
    ranges
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shortcodes_are_told_from_code() {
        let found = |text| find(text).into_iter().map(|(_, s)| s).collect::<Vec<_>>();
        let text = "Voir {{< video \"a\" >}} et {% include b.html %} ou {{ page.url }}.";
        let all = [
            "{{< video \"a\" >}}",
            "{% include b.html %}",
            "{{ page.url }}",
        ];
        assert_eq!(found(text), all);
        assert!(found("`{{ a }}` et { b } et {}\n\n```\n{% c %}\n```\n").is_empty());
    }
}
