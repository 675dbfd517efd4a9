//! Any bytes, as they stand and as the body of a page with prose around it: unpacked and read without a panic,
//! and the prose is still there, in the body or told in the report.

#![no_main]

use hebdo::import::{self, Import, Options, Raw};
use libfuzzer_sys::fuzz_target;

const PROSE: &str = "Une phrase assez longue, de prose ordinaire, pour que la page ait un article à donner.";

fuzz_target!(|bytes: &[u8]| {
    import(bytes);
    let head = format!("<!doctype html><meta charset=utf-8><body><article><p>{PROSE}</p><p>{PROSE}</p>");
    let tail = format!("<p>{PROSE}</p></article>");
    let page = [head.as_bytes(), bytes, tail.as_bytes()].concat();
    for import in import(&page) {
        let told = import.report.dropped.iter().map(|d| &d.text);
        let told = told.chain(import.report.moved.iter().map(|m| &m.text));
        let all = import.drafts.iter().map(|d| &d.body).chain(told);
        assert!(all.map(|text| text.matches("prose ordinaire").count()).sum::<usize>() >= 2);
    }
});

fn import(bytes: &[u8]) -> Vec<Import> {
    let raw = Raw { name: "-", bytes };
    let mut imports = Vec::new();
    for item in import::unpack(&raw).unwrap_or_default() {
        match import::read(&item, &Options::default()) {
            Ok(import) => imports.push(import),
            Err(error) => assert!(!error.message().contains("was lost"), "{}", error.message()),
        }
    }
    imports
}
