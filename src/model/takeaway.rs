//! Takeaways: the points of a `Pour les décideurs` section.

use serde::{Deserialize, Serialize};

/// The id of an audience of `hebdo.yaml`, as addresses have it: `entreprises`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct AudienceId(pub String);

/// One point of a `Pour les décideurs` section.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Takeaway {
    /// Whom it is for; `None` is everyone.
    pub audience: Option<AudienceId>,
    /// The point itself, in Markdown, without the leading label that named the audience.
    pub text: String,
}
