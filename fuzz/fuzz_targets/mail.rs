//! Any bytes, as they stand and behind the first heads of a mail, of a mailbox and of a saved page (MHTML).

#![no_main]

use hebdo::import::Options;
use libfuzzer_sys::fuzz_target;

const MAIL: &[u8] = b"From: a@b.test\nSubject: x\n";
const MAILBOX: &[u8] = b"From a@b.test Thu Jan 29 08:00:00 2026\nFrom: a@b.test\nSubject: x\n";
const ARCHIVE: &[u8] = b"From: <Saved by Blink>\nSnapshot-Content-Location: https://a.test/b\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/html\n\n";

fuzz_target!(|bytes: &[u8]| {
    for head in [b"", MAIL, MAILBOX, ARCHIVE] {
        hebdo_fuzz::import("input.eml", &[head, bytes].concat(), &Options::default());
    }
});
