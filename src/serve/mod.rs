//! Serving: pages in memory on a local address, built again when a watched file changes, with browsers
//! that follow.
//!
//! Enter by [`run`]:
//!
//! 1. `watch.rs` tells which files changed, a burst of them at once;
//! 2. `state.rs` holds the pages of the last good build and the error of the last failed one;
//! 3. `http.rs` answers browsers, and `guard.rs` refuses who comes under a name that is not ours;
//! 4. `data/serve/reload.js`, in each page, hears of the next state and reloads or shows the error.

mod guard;
mod http;
mod state;
mod watch;

pub use guard::Hosts;

use std::io;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;

use state::States;

/// What is served: a site, and what is made of it when somebody asks.
pub trait Pages: Send + Sync {
    /// The bytes of the file at a path, which has no slash at its beginning: `index.html`.
    fn get(&self, path: &str) -> Option<Arc<[u8]>>;
}

/// Finds a file that is made when it is asked for.
pub type Late = Arc<dyn Fn(&str) -> Option<Arc<[u8]>> + Send + Sync>;

/// What cannot be served, and why.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The files of the newsletter cannot be watched.
    #[error("the newsletter's files cannot be watched")]
    Watch(#[from] notify_debouncer_full::notify::Error),
    /// The address cannot be served.
    #[error("the address cannot be served")]
    Serve(#[from] io::Error),
}

/// Builds the site with `build`, serves it on `listener` under the names of `hosts`, and builds it again
/// whenever something below `root` changes that a site is made of. `build` is told which files changed,
/// relative to `root` (none the first time; an empty path where the system lost count), and gives the pages,
/// or what went wrong as a text for the terminal; `late` is asked, by its path, for a file that is none of
/// them; `heard` hears of each build, for the terminal. Runs until the process is asked to end (Ctrl-C).
pub fn run(
    root: &Path,
    listener: TcpListener,
    hosts: Hosts,
    late: Late,
    mut build: impl FnMut(&[PathBuf]) -> Result<Arc<dyn Pages>, String> + Send + 'static,
    mut heard: impl FnMut(&[PathBuf], Result<(), &str>) + Send + 'static,
) -> Result<(), Error> {
    let mut changes = watch::changes(root)?;
    let states = States::default();
    let writer = states.clone();
    let mut step = move |changed: &[PathBuf]| {
        let built = build(changed);
        heard(changed, built.as_ref().map(|_| ()).map_err(String::as_str));
        writer.take(built);
    };
    step(&[]);
    thread::spawn(move || {
        while let Some(changed) = changes.next() {
            step(&changed);
        }
    });
    Ok(http::serve(listener, hosts, states, late)?)
}
