//! The network of `hebdo import`: one page, feed or image from its address. Enter by [`get`]; by [`knock`]
//! where it is enough that there is something.
//!
//! Redirects, size and time are bounded. Every address that a name stands for is looked at before a
//! connection is made, on every redirect, and the connection goes to that very address (`guard`).

#[cfg(feature = "fetch")]
mod answer;
#[cfg(feature = "fetch")]
mod guard;
#[cfg(feature = "fetch")]
mod knock;
#[cfg(feature = "fetch")]
mod public;
#[cfg(feature = "fetch")]
mod web;

#[cfg(feature = "fetch")]
pub(super) use knock::knock;
#[cfg(feature = "fetch")]
pub(super) use web::get;

use std::time::Duration;

/// What an address may be and give.
#[derive(Debug, Clone, Copy)]
#[cfg_attr(
    not(feature = "fetch"),
    expect(dead_code, reason = "the bounds of what is not fetched")
)]
pub(super) struct Bounds {
    /// Whether `http://` and addresses of this machine and its network are fetched too.
    pub(super) may_be_local: bool,
    pub(super) kind: Kind,
    /// Of the whole answer, unpacked.
    pub(super) most_bytes: u64,
    /// From the look-up of the name to the last byte, redirects included.
    pub(super) time: Duration,
}

/// What is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A page, a feed or a text.
    Text,
    Image,
}

impl Bounds {
    /// 10 MB and 20 s.
    pub(super) fn of(kind: Kind, may_be_local: bool) -> Self {
        Self {
            may_be_local,
            kind,
            most_bytes: 10 << 20,
            time: Duration::from_secs(20),
        }
    }
}

/// What an address gave.
#[derive(Debug)]
pub(super) struct Fetched {
    /// Where it was found in the end, after redirects.
    pub(super) address: String,
    /// Text in UTF-8 where the server says another encoding and it is not UTF-8.
    pub(super) bytes: Vec<u8>,
}

/// Whether an input is an address rather than a file.
pub(super) fn is_address(input: &str) -> bool {
    let start = input.get(..8).unwrap_or(input).to_ascii_lowercase();
    start.starts_with("https://") || start.starts_with("http://")
}

/// Says how to get what was left out of this program.
#[cfg(not(feature = "fetch"))]
pub(super) fn get(address: &str, _: Bounds) -> anyhow::Result<Fetched> {
    anyhow::bail!(
        "{address} is not fetched: this hebdo was built without the feature `fetch`; build it with \
         `cargo install --path . --features fetch`, or save the page and import the file"
    )
}
