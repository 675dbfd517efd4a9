//! Any bytes, as they stand, as an entry of a feed and as the tables of an export of Ghost.

#![no_main]

use hebdo::import::Options;
use libfuzzer_sys::fuzz_target;

const HEAD: &[u8] = b"<rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"><channel><title>x</title><item>";
const TAIL: &[u8] = b"</item></channel></rss>";
const EXPORT: (&[u8], &[u8]) = (b"{\"db\":[{\"data\":{\"posts\":[", b"]}}]}");

fuzz_target!(|bytes: &[u8]| {
    hebdo_fuzz::import("input.xml", bytes, &Options::default());
    hebdo_fuzz::import(
        "input.xml",
        &[HEAD, bytes, TAIL].concat(),
        &Options::default(),
    );
    let export = [EXPORT.0, bytes, EXPORT.1].concat();
    hebdo_fuzz::import("input.json", &export, &Options::default());
});
