//! A sink for commands that look at a site: pictures, which take longer than all pages, are not made for it.

use hebdo::model::{Digest, Page};
use hebdo::pictures;
use hebdo::site::{Sink, SinkError};

/// A sink that is told which pictures there are, as files without bytes, and receives all other files.
pub(super) struct Unmade<'a>(pub(super) &'a dyn Sink);

impl Sink for Unmade<'_> {
    fn put(&self, page: Page) -> Result<(), SinkError> {
        self.0.put(page)
    }

    fn put_made(&self, page: Page, key: Option<Digest>) -> Result<(), SinkError> {
        self.0.put_made(page, key)
    }

    fn keep(&self, path: &str, key: Digest) -> Option<u64> {
        if !pictures::is_made(path) {
            return self.0.keep(path, key);
        }
        let (path, bytes) = (path.to_owned(), Vec::new());
        self.0.put(Page { path, bytes }).ok().map(|()| 0)
    }
}
