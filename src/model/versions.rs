//! Articles that are one text in several languages.

use super::article::Article;

/// The article that another one is in its own language, among those that have the slug which its
/// `translation_of` names: that of its own year, or else the newest; never itself.
pub fn original<'a>(
    translation: &Article,
    named: impl IntoIterator<Item = &'a Article>,
) -> Option<&'a Article> {
    let year = translation.date.year();
    let is_itself = |other: &&Article| other.date.year() == year && other.slug == translation.slug;
    let others = named.into_iter().filter(|other| !is_itself(other));
    others.max_by_key(|other| (other.date.year() == year, other.date))
}
