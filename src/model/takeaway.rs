//! Takeaways: the points of a `Pour les décideurs` section.

use serde::{Deserialize, Serialize};

/// The id of an audience of `hebdo.yaml`, as addresses have it: `entreprises`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct AudienceId(pub String);

/// One point of a `Pour les décideurs` section.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Takeaway {
    /// Whom it is for; `None` is everyone.
    pub audience: Option<AudienceId>,
    /// The point itself, in Markdown, without the leading label that named the audience.
    pub text: String,
}

/// One item of a `Pour les décideurs` section as it stands in the text, before it is known whom it is
/// for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bullet {
    /// The words of the heading within the section under which it stands.
    pub under: Option<String>,
    /// The item in Markdown, without its marker, with the definitions of its links.
    pub text: String,
}
