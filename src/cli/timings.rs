//! What each stage of a command took.

use std::time::Instant;

/// Measures stages one after the other.
pub(super) struct Timings {
    since: Instant,
    /// Whether they are told.
    told: bool,
}

impl Timings {
    /// Begins the first stage.
    pub(super) fn new(told: bool) -> Self {
        Self {
            since: Instant::now(),
            told,
        }
    }

    /// Ends a stage and begins the next.
    pub(super) fn end(&mut self, stage: &str) {
        if self.told {
            eprintln!(
                "{stage:>10} {:8.1} ms",
                self.since.elapsed().as_secs_f64() * 1000.0
            );
        }
        self.since = Instant::now();
    }
}
