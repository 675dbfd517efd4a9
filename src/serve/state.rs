//! What is served: the pages of the last good build, and the error of the last one if it failed.

use std::sync::Arc;

use anstream::adapter::strip_str;
use serde::Serialize;
use tokio::sync::watch::{self, Receiver, Sender};

use super::Pages;

/// What is served at one moment.
#[derive(Debug, Clone, Default)]
pub(super) struct State {
    pub(super) pages: Arc<Pages>,
    pub(super) news: News,
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
    pub(super) fn take(&self, built: Result<Pages, String>) {
        self.0.send_modify(|state| match built {
            Ok(pages) => {
                state.pages = Arc::new(pages);
                state.news = News {
                    version: state.news.version + 1,
                    error: None,
                };
            }
            Err(error) => state.news.error = Some(strip_str(&error).to_string()),
        });
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
mod tests {
    use super::{Pages, States};

    #[test]
    fn after_an_error_the_last_good_pages_stay() {
        let states = States::default();
        let pages = Pages::from([("index.html".to_owned(), b"one".as_slice().into())]);
        states.take(Ok(pages.clone()));
        states.take(Err("a mistake".to_owned()));
        let now = states.now();
        assert_eq!(*now.pages, pages);
        assert_eq!(
            (now.news.version, now.news.error.as_deref()),
            (1, Some("a mistake"))
        );
        states.take(Ok(Pages::new()));
        let now = states.now();
        assert_eq!((now.news.version, now.news.error), (2, None));
    }
}
