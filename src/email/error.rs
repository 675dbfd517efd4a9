//! Why an edition cannot be a mail.

use crate::diag::Diagnostics;
use crate::model::Week;

/// Why an edition cannot be a mail.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The week has an edition's note, but no story that is published.
    #[error(
        "the edition {0} has no story; add an article of that week, or take `draft` and `todo` off one"
    )]
    NoStories(Week),
    /// Settings without which no mail may leave; each with what to write.
    #[error("hebdo.yaml does not say who sends the mail and how readers leave; add under `email:`\n{}", .0.join("\n"))]
    Unset(Vec<String>),
    /// Readers' links and pictures need `https`.
    #[error(
        "a mail leads to the site by https, and « {0} » is not; set base_url or give --base-url https://…"
    )]
    NotHttps(String),
    /// Something that somebody wrote: a title of two lines, a picture that is missing, a template.
    #[error(transparent)]
    Written(#[from] Diagnostics),
    /// The styles of the mail's templates.
    #[error("the styles of templates/email/ cannot be put into the tags: {0}")]
    Styles(#[from] css_inline::InlineError),
}
