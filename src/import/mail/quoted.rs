//! Lines that begin with `>`: a mail that was forwarded as a quote is the article.

/// The text without the quote signs, one depth after the other, where most of its lines have them.
pub(crate) fn freed(text: &str) -> String {
    const DEEPEST: usize = 5;
    let mut text = text.to_owned();
    for _ in 0..DEEPEST {
        let lines = text.lines().filter(|line| !line.trim().is_empty());
        let (all, quoted) = lines.fold((0, 0), |(all, quoted), line| {
            (all + 1, quoted + usize::from(line.starts_with('>')))
        });
        if quoted * 10 < all * 6 || all == 0 {
            break;
        }
        let own = text.lines().map(|line| {
            let own = line.strip_prefix('>').unwrap_or(line);
            own.strip_prefix(' ').unwrap_or(own)
        });
        text = own.collect::<Vec<_>>().join("\n");
    }
    text
}
