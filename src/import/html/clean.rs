//! Addresses without what only counts readers, and with the signs that Markdown can hold.

/// Parameters that only count readers; `utm_` begins a family of them.
const TRACKING: &[&str] = &[
    "fbclid",
    "gclid",
    "dclid",
    "gbraid",
    "wbraid",
    "msclkid",
    "yclid",
    "twclid",
    "ttclid",
    "igshid",
    "mc_cid",
    "mc_eid",
    "_ga",
    "_gl",
    "mkt_tok",
    "xtor",
    "at_medium",
    "at_campaign",
];

/// The address without parameters that only count readers.
pub(crate) fn clean(address: &str) -> String {
    let (address, fragment) = address
        .split_once('#')
        .map_or((address, None), |(a, f)| (a, Some(f)));
    let (path, query) = address
        .split_once('?')
        .map_or((address, ""), |(p, q)| (p, q));
    let is_tracking = |parameter: &&str| {
        let name = parameter
            .split('=')
            .next()
            .unwrap_or_default()
            .to_ascii_lowercase();
        name.starts_with("utm_") || TRACKING.contains(&name.as_str())
    };
    let kept: Vec<&str> = query
        .split('&')
        .filter(|p| !p.is_empty() && !is_tracking(p))
        .collect();
    let mark = if kept.is_empty() { "" } else { "?" };
    let fragment = fragment.map_or(String::new(), |f| format!("#{f}"));
    format!("{path}{mark}{}{fragment}", kept.join("&"))
}

/// Signs that would end an address in Markdown, as the web writes them.
pub(crate) fn encode(address: &str) -> String {
    let mut out = String::with_capacity(address.len());
    for c in address.chars() {
        match c {
            '(' => out.push_str("%28"),
            ')' => out.push_str("%29"),
            '<' => out.push_str("%3C"),
            '>' => out.push_str("%3E"),
            '\\' => out.push_str("%5C"),
            '*' => out.push_str("%2A"),
            c if c.is_whitespace() => out.push_str("%20"),
            c => out.push(c),
        }
    }
    out
}
