//! Raw text to drafts: no panic, no lost word, heads that read back.

#![no_main]

use std::path::Path;

use hebdo::diag::Source;
use hebdo::front_matter::{self, ArticleHead};
use hebdo::import::{self, Options, Raw};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    for split in [true, false] {
        check(bytes, split);
    }
});

fn check(bytes: &[u8], split: bool) {
    let raw = Raw { name: "fuzz.txt", bytes };
    let options = Options { split, explain: true, ..Options::default() };
    let import = match import::read(&raw, &options) {
        Ok(import) => import,
        // The audit tells a lost word as a fault of ours.
        Err(error) => {
            assert!(!format!("{error:?}").contains("fault of hebdo"), "{error:?}");
            return;
        }
    };
    let report = &import.report;
    assert_eq!(report.lines_read, report.lines_kept + report.lines_moved + report.lines_dropped);
    for draft in &import.drafts {
        let text = draft.to_markdown().expect("a head that can be written");
        assert!(!draft.path().contains("..") && !draft.path().starts_with('/'));
        let source = Source { path: Path::new("draft.md"), text: &text };
        let read = front_matter::read::<ArticleHead>(&source);
        assert!(read.is_ok_and(|parts| parts.head == draft.head), "{text}");
    }
}
