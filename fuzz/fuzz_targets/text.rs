//! Any bytes as a raw text, a digest taken apart or left whole.

#![no_main]

use hebdo::import::Options;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    for split in [true, false] {
        let options = Options {
            split,
            explain: true,
            ..Options::default()
        };
        hebdo_fuzz::import("input.txt", bytes, &options);
    }
});
