//! Any bytes, as they stand and as the body of a page with prose around them: the prose is still there,
//! in the body or told in the report.

#![no_main]

use hebdo::import::{Import, Options};
use libfuzzer_sys::fuzz_target;

const HEAD: &str = "<!doctype html><meta charset=utf-8><body><article>";
const PROSE: &str =
    "<p>Une phrase assez longue, de prose ordinaire, pour que la page ait un article à donner.</p>";

fuzz_target!(|bytes: &[u8]| {
    let options = Options::default();
    hebdo_fuzz::import("input.html", bytes, &options);
    let (head, prose) = (HEAD.as_bytes(), PROSE.as_bytes());
    let page = [head, prose, prose, bytes, prose].concat();
    for import in hebdo_fuzz::import("input.html", &page, &options) {
        let found = texts(&import).map(|text| text.matches("prose ordinaire").count());
        assert!(found.sum::<usize>() >= 2, "{import:#?}");
    }
});

fn texts(import: &Import) -> impl Iterator<Item = &str> {
    let Import {
        drafts,
        note,
        report,
    } = import;
    let bodies = drafts.iter().map(|d| &d.body);
    let bodies = bodies.chain(note.iter().map(|n| &n.body));
    let told = report.dropped.iter().map(|d| &d.text);
    let told = told.chain(report.moved.iter().map(|m| &m.text));
    bodies.chain(told).map(String::as_str)
}
