//! What `import` and `build` say where nobody stated the rights.

use std::collections::BTreeMap;

/// Whose text it is where an article names no source: somebody's, all the same.
pub(super) const UNKNOWN: &str = "source unknown";

/// The line that says whose articles are published in full though nobody stated the rights, with how
/// many of each; none where there are none.
pub(super) fn line<'a>(names: impl Iterator<Item = &'a str>) -> Option<String> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for name in names {
        *counts.entry(name).or_default() += 1;
    }
    let list: Vec<String> = counts
        .iter()
        .map(|(name, count)| format!("{name} ({count})"))
        .collect();
    let list = list.join(", ");
    (!list.is_empty()).then(|| {
        format!(
            "published in full, rights not stated: {list}; state `rights: full` or `rights: quote`"
        )
    })
}
