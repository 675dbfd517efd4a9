//! Markdown: the text of articles, read once and written as HTML or plain text.
//!
//! Enter by [`Document::parse`], then [`Document::to_html`] or [`Document::to_plain`]:
//!
//! 1. `document.rs` parses (`bare.rs` knows what need not be), sets the typography of each text and keeps
//!    the events;
//! 2. `typography.rs` knows the rules of French typography;
//!    `finish.rs` what HTML has besides: raised endings, places where words may break;
//! 3. `plain/` writes plain text of a given width, for mails;
//! 4. `outline.rs` finds the sections that are data, before anything is parsed for good
//!    (`prose.rs` knows what need not be parsed for that);
//! 5. `chart/` reads the blocks that are charts, and draws them.

mod bare;
pub mod chart;
mod document;
mod finish;
mod outline;
mod plain;
mod prose;
pub mod typography;

pub use document::{Document, to_text};
pub use outline::{Extracted, Section, cut_section, extract_list};
pub use plain::{Plain, wrap};
