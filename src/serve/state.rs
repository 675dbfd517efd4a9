//! What is served: the pages of the last good build, and the error of the last one if it failed.

use std::fmt;
use std::mem;
use std::sync::Arc;

use anstream::adapter::strip_str;
use serde::Serialize;
use tokio::sync::watch::{self, Receiver, Sender};

use super::Pages;

/// What is served at one moment.
#[derive(Clone)]
pub(super) struct State {
    pub(super) pages: Arc<dyn Pages>,
    pub(super) news: News,
}

/// What is served before the first build.
struct Nothing;

impl Pages for Nothing {
    fn get(&self, _: &str) -> Option<Arc<[u8]>> {
        None
    }
}

impl Default for State {
    fn default() -> Self {
        Self {
            pages: Arc::new(Nothing),
            news: News::default(),
        }
    }
}

impl fmt::Debug for State {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.news.fmt(f)
    }
}

/// What browsers hear of a state.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub(super) struct News {
    /// Grows with each good build.
    pub(super) version: u64,
    /// What went wrong in the last build, as the terminal says it, without colours.
    pub(super) error: Option<String>,
}

/// The states, one after the other.
#[derive(Debug, Clone)]
pub(super) struct States(Sender<State>);

impl Default for States {
    fn default() -> Self {
        Self(watch::channel(State::default()).0)
    }
}

impl States {
    /// Takes the outcome of a build: new pages, or an error beside the old ones.
    pub(super) fn take(&self, built: Result<Arc<dyn Pages>, String>) {
        let mut former = None; // goes when nobody waits for it
        self.0.send_modify(|state| match built {
            Ok(pages) => {
                former = Some(mem::replace(&mut state.pages, pages));
                state.news = News {
                    version: state.news.version + 1,
                    error: None,
                };
            }
            Err(error) => state.news.error = Some(strip_str(&error).to_string()),
        });
        drop(former);
    }

    /// The state of this moment.
    pub(super) fn now(&self) -> State {
        self.0.borrow().clone()
    }

    /// This state and those that follow.
    pub(super) fn follow(&self) -> Receiver<State> {
        self.0.subscribe()
    }
}

#[cfg(test)]
pub(super) mod tests {
    use std::collections::BTreeMap;
    use std::sync::Arc;

    use super::{Pages, States};

    impl Pages for BTreeMap<&str, &[u8]> {
        fn get(&self, path: &str) -> Option<Arc<[u8]>> {
            BTreeMap::get(self, path).map(|bytes| Arc::from(*bytes))
        }
    }

    #[test]
    fn after_an_error_the_last_good_pages_stay() {
        let states = States::default();
        let one = BTreeMap::from([("index.html", b"one".as_slice())]);
        states.take(Ok(Arc::new(one)));
        states.take(Err("a mistake".to_owned()));
        let now = states.now();
        assert_eq!(now.pages.get("index.html").as_deref(), Some(&b"one"[..]));
        assert_eq!(
            (now.news.version, now.news.error.as_deref()),
            (1, Some("a mistake"))
        );
        states.take(Ok(Arc::new(BTreeMap::new())));
        let now = states.now();
        assert_eq!((now.news.version, now.news.error), (2, None));
    }
}
