//! What is wrong with a mail.

use std::fmt;

/// Something that is wrong with a mail.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Finding {
    /// Whether the mail must not leave with it.
    pub is_refusal: bool,
    /// Where: `templates/email/style.css:3:1`, or an article's file; empty for the mail as a whole.
    pub place: String,
    /// What is wrong, and what to do.
    pub message: String,
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let level = if self.is_refusal { "error" } else { "warning" };
        match self.place.as_str() {
            "" => write!(f, "{level}: {}", self.message),
            place => write!(f, "{level}: {place}: {}", self.message),
        }
    }
}
