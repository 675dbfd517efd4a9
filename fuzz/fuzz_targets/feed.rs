//! Any bytes, as they stand and as an entry of a feed.

#![no_main]

use hebdo::import::Options;
use libfuzzer_sys::fuzz_target;

const HEAD: &[u8] = b"<rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"><channel><title>x</title><item>";
const TAIL: &[u8] = b"</item></channel></rss>";

fuzz_target!(|bytes: &[u8]| {
    hebdo_fuzz::import("input.xml", bytes, &Options::default());
    hebdo_fuzz::import(
        "input.xml",
        &[HEAD, bytes, TAIL].concat(),
        &Options::default(),
    );
});
