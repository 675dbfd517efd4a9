//! The mail: an edition as subject, HTML and text that every mail program shows.
//!
//! Enter by [`render`]:
//!
//! 1. `sending.rs` says who sends it and how readers leave, or which settings are missing;
//! 2. `view.rs` with `story.rs` gathers what the templates show; `preheader.rs` what stands beside the
//!    subject; `pictures.rs` holds pictures against the files that there are;
//! 3. `html.rs` fills in the templates and puts the styles into the tags, with `body.rs` for what authors
//!    wrote in Markdown, and `slim.rs`, which takes off what says nothing;
//! 4. `text/` writes the text part from the Markdown.
//!
//! [`check`] then holds the mail against what mail programs show.
//!
//! `error.rs` says why there is none. The message itself is written by `message.rs`, a floor below.

mod body;
mod check;
mod error;
mod html;
mod newsletter;
mod pictures;
mod preheader;
mod sending;
mod slim;
mod story;
mod text;
mod view;

pub use check::{Finding, NOT_TESTED, check, date_of_data};
pub use error::Error;
pub use newsletter::Newsletter;

use crate::model::{AudienceId, Edition, Email};
use crate::view::Basis;

use sending::Sending;
use view::Mail;

/// An edition as a mail. With an audience, its takeaways come first in each story, and those of other
/// audiences are left out. The same edition gives the same mail, byte for byte.
pub fn render(
    edition: &Edition,
    newsletter: Newsletter<'_>,
    audience: Option<&AudienceId>,
) -> Result<Email, Error> {
    if edition.stories.is_empty() {
        return Err(Error::NoStories(edition.week));
    }
    let Newsletter { config, locale, .. } = newsletter;
    let sending = Sending::of(edition, config, locale)?;
    pictures::check(edition, newsletter)?;
    let basis = Basis::elsewhere(config, locale);
    let mail = Mail::new(edition, config, basis, &sending, audience);
    let html = html::write(&mail, newsletter.templates)?;
    let text = text::write(&mail);
    let stories = html::weights(&html, &mail);
    Ok(sending.email(mail.preheader, html, text, stories, audience))
}
