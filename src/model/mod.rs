//! The nouns of the house. Nothing here imports another part of hebdo.
//!
//! Enter by the noun: [`Article`] is what `content::load` makes, [`Edition`] what `group::by_week`
//! makes of a week's articles, [`Library`] all of them together, [`Config`] the settings as resolved.

mod article;
mod body;
mod config;
mod date;
mod digest;
mod edition;
mod library;
mod page;
mod scalar;
mod slug;
mod takeaway;
mod week;

pub use article::{
    Article, Disclosure, Image, Imported, Link, Reviewed, Rights, Source, SourceLink,
};
pub use body::Body;
pub use config::{Audience, Closes, Config, EditionSettings, FeedSettings, Paths, Section};
pub use date::{DateError, PartialDate};
pub use digest::Digest;
pub use edition::{Conclusion, Edition, EditionNote, Story};
pub use library::{Library, Taxonomy, Term};
pub use page::Page;
pub(crate) use scalar::deserialize_scalar;
pub use slug::slugify;
pub use takeaway::{AudienceId, Bullet, Takeaway};
pub use week::{Week, WeekError};
