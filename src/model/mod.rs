//! The nouns of the house. Nothing here imports another part of hebdo.
//!
//! Enter by the noun: [`Article`] is what `content::load` makes, [`Edition`] what `group::by_week`
//! makes of a week's articles, [`Library`] all of them together, [`Config`] the settings as resolved.

mod article;
mod body;
mod chart;
mod config;
mod correction;
mod date;
mod digest;
mod edition;
mod email;
mod entity;
mod import;
mod leaflet;
mod library;
mod line;
mod page;
mod picture;
mod scalar;
mod slug;
mod takeaway;
mod unfinished;
mod versions;
mod week;
mod words;

pub use article::{
    Article, Disclosure, Image, Imported, Link, Reviewed, Rights, Source, SourceLink,
};
pub use body::Body;
pub use chart::{Chart, ChartKind, ChartSource, Point};
pub use config::{
    Audience, Closes, Config, EditionSettings, EmailSettings, Extent, FeedSettings, Paths, Section,
    Sender, Signup,
};
pub use correction::Correction;
pub use date::{DateError, PartialDate};
pub use digest::Digest;
pub use edition::{Conclusion, Edition, EditionNote, Story};
pub use email::{Email, Mailbox, MessageHead, StoryWeight, Unsubscribe};
pub use entity::{Entity, Ticker};
pub use import::{ImportSettings, KnownEntity, RightsSettings};
pub use leaflet::Leaflet;
pub use library::{Library, Taxonomy, Term};
pub use line::{LeavePage, Line, ListId};
pub use page::Page;
pub use picture::{Picture, PictureFile, PictureKind};
pub(crate) use scalar::deserialize_scalar;
pub use slug::{is_address, slugify};
pub use takeaway::{AudienceId, Bullet, Takeaway};
pub use unfinished::Unfinished;
pub use versions::original;
pub use week::{Week, WeekError};
pub use words::{Word, Words};
