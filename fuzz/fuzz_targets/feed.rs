//! Any bytes, as they stand and as an entry of a feed: unpacked and read without a panic.

#![no_main]

use hebdo::import::{self, Options, Raw};
use libfuzzer_sys::fuzz_target;

const HEAD: &[u8] = b"<rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"><channel><title>x</title><item>";
const TAIL: &[u8] = b"</item></channel></rss>";

fuzz_target!(|bytes: &[u8]| {
    import(bytes);
    import(&[HEAD, bytes, TAIL].concat());
});

fn import(bytes: &[u8]) {
    let raw = Raw { name: "-", bytes };
    for item in import::unpack(&raw).unwrap_or_default() {
        if let Err(error) = import::read(&item, &Options::default()) {
            assert!(!error.message().contains("was lost"), "{}", error.message());
        }
    }
}
