//! Any bytes, as they stand and behind the first heads of a mail and of a mailbox.

#![no_main]

use hebdo::import::Options;
use libfuzzer_sys::fuzz_target;

const MAIL: &[u8] = b"From: a@b.test\nSubject: x\n";
const MAILBOX: &[u8] = b"From a@b.test Thu Jan 29 08:00:00 2026\nFrom: a@b.test\nSubject: x\n";

fuzz_target!(|bytes: &[u8]| {
    for head in [b"", MAIL, MAILBOX] {
        hebdo_fuzz::import("input.eml", &[head, bytes].concat(), &Options::default());
    }
});
