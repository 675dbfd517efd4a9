//! The bar of a build that lasts.

use std::io::IsTerminal;
use std::time::{Duration, Instant};

use hebdo::model::{Digest, Page};
use hebdo::site::{Disk, Sink, SinkError};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// Counts pages on their way to the disk; shown on a terminal once the build lasts.
pub(super) struct Progress<'a> {
    disk: &'a Disk,
    bar: ProgressBar,
    start: Instant,
    is_terminal: bool,
}

impl<'a> Progress<'a> {
    pub(super) fn new(disk: &'a Disk) -> Self {
        let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::hidden());
        if let Ok(style) = ProgressStyle::with_template("{spinner} {pos} pages") {
            bar.set_style(style);
        }
        Self {
            disk,
            bar,
            start: Instant::now(),
            is_terminal: std::io::stderr().is_terminal(),
        }
    }
}

impl Progress<'_> {
    /// Takes the bar away.
    pub(super) fn end(self) {
        self.bar.finish_and_clear();
    }

    /// One more page has gone by.
    fn seen(&self) {
        if self.is_terminal && self.bar.is_hidden() && self.start.elapsed() > Duration::from_secs(1)
        {
            self.bar.set_draw_target(ProgressDrawTarget::stderr());
        }
        self.bar.inc(1);
    }
}

impl Sink for Progress<'_> {
    fn put(&self, page: Page) -> Result<(), SinkError> {
        self.seen();
        self.disk.put(page)
    }

    fn put_made(&self, page: Page, key: Option<Digest>) -> Result<(), SinkError> {
        self.seen();
        self.disk.put_made(page, key)
    }

    fn keep(&self, path: &str, key: Digest) -> Option<u64> {
        self.disk.keep(path, key)
    }

    fn keep_all(&self, folder: &str, key: Digest) -> bool {
        self.disk.keep_all(folder, key)
    }
}
