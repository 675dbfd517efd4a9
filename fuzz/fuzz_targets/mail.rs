//! Any bytes, as they stand and as the body of a mail: unpacked and read without a panic.

#![no_main]

use hebdo::import::{self, Options, Raw};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    import(bytes);
    import(&[b"From: a@b.test\nSubject: x\n".as_slice(), bytes].concat());
});

fn import(bytes: &[u8]) {
    let raw = Raw { name: "-", bytes };
    for item in import::unpack(&raw).unwrap_or_default() {
        if let Err(error) = import::read(&item, &Options::default()) {
            assert!(!error.message().contains("was lost"), "{}", error.message());
        }
    }
}
