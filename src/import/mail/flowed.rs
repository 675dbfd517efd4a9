//! Text whose lines were broken to be sent (RFC 3676, `format=flowed`), whole again.

/// Puts together the lines that end in a space, within one depth of quotes; `is_spaceless` where
/// that space is no part of the text (`delsp=yes`). The line `-- ` above a signature stays.
pub(crate) fn whole(text: &str, is_spaceless: bool) -> String {
    let mut out = String::with_capacity(text.len());
    let mut open: Option<usize> = None;
    for line in text.lines() {
        let quotes = line.bytes().take_while(|b| *b == b'>').count();
        let own = &line[quotes..];
        let own = own.strip_prefix(' ').unwrap_or(own);
        let is_signature = own == "-- ";
        match open {
            Some(depth) if depth == quotes && !is_signature => {}
            _ => begin(&mut out, quotes, open.is_some()),
        }
        let is_soft = own.ends_with(' ') && !is_signature;
        let kept = if is_soft && is_spaceless {
            &own[..own.len() - 1]
        } else {
            own
        };
        out.push_str(kept);
        open = is_soft.then_some(quotes);
        if !is_soft {
            out.push('\n');
        }
    }
    out
}

/// Begins a line with its quote signs, below one that was left open.
fn begin(out: &mut String, quotes: usize, is_open: bool) {
    if is_open {
        out.push('\n');
    }
    out.push_str(&">".repeat(quotes));
    if quotes > 0 {
        out.push(' ');
    }
}

#[cfg(test)]
mod tests {
    use super::whole;

    #[test]
    fn soft_breaks_go_and_signatures_stay() {
        let sent = "Une phrase \nsuit l'autre.\n\n> Une citation \n> aussi.\nFin \n-- \nLéa\n";
        let text = "Une phrase suit l'autre.\n\n> Une citation aussi.\nFin \n-- \nLéa\n";
        assert_eq!(whole(sent, false), text);
        assert_eq!(whole("a \nb\n", true), "ab\n");
    }
}
