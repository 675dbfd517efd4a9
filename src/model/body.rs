//! The text of an article, at hand or fetched when it is first looked at.

use std::fmt;
use std::ops::Deref;
use std::sync::{Arc, OnceLock};

/// Markdown. A copy is the same text, not another one.
#[derive(Clone, Default)]
pub struct Body(Arc<Text>);

#[derive(Default)]
struct Text {
    text: OnceLock<String>,
    fetch: Option<Box<dyn Fn() -> String + Send + Sync>>,
}

impl Body {
    /// A text that is fetched when somebody looks at it, once.
    pub fn fetched(fetch: impl Fn() -> String + Send + Sync + 'static) -> Self {
        Self(Arc::new(Text {
            text: OnceLock::new(),
            fetch: Some(Box::new(fetch)),
        }))
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        let Text { text, fetch } = &*self.0;
        text.get_or_init(|| fetch.as_ref().map(|fetch| fetch()).unwrap_or_default())
    }
}

impl From<String> for Body {
    fn from(text: String) -> Self {
        Self(Arc::new(Text {
            text: OnceLock::from(text),
            fetch: None,
        }))
    }
}

impl Deref for Body {
    type Target = str;

    fn deref(&self) -> &str {
        self.as_str()
    }
}

impl PartialEq for Body {
    fn eq(&self, other: &Self) -> bool {
        self.as_str() == other.as_str()
    }
}

impl Eq for Body {}

impl fmt::Debug for Body {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.as_str().fmt(f)
    }
}

impl fmt::Display for Body {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.as_str().fmt(f)
    }
}
