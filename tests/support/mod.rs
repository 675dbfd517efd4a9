//! What the tests by folder share: going through the cases, comparing with what is expected.

#![allow(dead_code)] // each test binary uses its part

use std::fs;
use std::path::{Path, PathBuf};

use proptest::test_runner::{Config as ProptestConfig, RngSeed};

/// Calls `check` with each folder below `dir`, in the order of their names.
pub(crate) fn each_case(dir: &str, check: impl Fn(&Path)) {
    let mut cases: Vec<PathBuf> = fs::read_dir(dir)
        .unwrap_or_else(|error| panic!("{dir}: {error}"))
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.is_dir())
        .collect();
    cases.sort();
    assert!(!cases.is_empty(), "{dir} holds no case");
    for case in cases {
        check(&case);
    }
}

/// Asserts that `found` is what the file says; with `UPDATE_EXPECTED=1`, the file is written instead.
pub(crate) fn compare(file: &Path, found: &str) {
    if std::env::var_os("UPDATE_EXPECTED").is_some() {
        fs::write(file, found).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        return;
    }
    let expected = fs::read_to_string(file).unwrap_or_default();
    assert!(
        expected == found,
        "{} differs (UPDATE_EXPECTED=1 accepts it)\n--- expected\n{expected}\n--- found\n{found}",
        file.display()
    );
}

/// How property tests draw: so many cases, the same ones in each run; `PROPTEST_CASES=20000` draws so many
/// others.
pub(crate) fn cases(count: u32) -> ProptestConfig {
    let asked = std::env::var_os("PROPTEST_CASES").is_some();
    let drawn = ProptestConfig {
        failure_persistence: None,
        ..ProptestConfig::default()
    };
    if asked {
        return drawn;
    }
    ProptestConfig {
        cases: count,
        rng_seed: RngSeed::Fixed(2026),
        ..drawn
    }
}

/// A text without the colours of a terminal.
pub(crate) fn plain(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(start) = rest.find('\u{1b}') {
        out.push_str(&rest[..start]);
        let end = rest[start..]
            .find('m')
            .map_or(rest.len(), |i| start + i + 1);
        rest = &rest[end..];
    }
    out.push_str(rest);
    out
}
