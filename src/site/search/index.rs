//! The search index, made part by part: one whose articles are the same stays as it is.

use rayon::prelude::*;

use super::page::is_on;
use super::parts;
use super::records::Records;
use crate::locale::Locale;
use crate::model::{Article, Config, Digest, Library, Page};
use crate::search;
use crate::site::error::Error;
use crate::site::sink::Sink;
use crate::view::Basis;

/// Makes the search index of a library and hands it to the sink, where the site has search.
pub(in crate::site) fn render(
    library: &Library,
    config: &Config,
    locale: &Locale,
    sink: &dyn Sink,
) -> Result<(), Error> {
    if !is_on(config, library) {
        return Ok(());
    }
    let basis = Basis::here(config, locale);
    let records = Records::new(basis, library);
    let parts = parts::of(&library.articles);
    for (at, articles) in parts.iter().enumerate() {
        let folder = basis
            .addresses
            .file(&basis.addresses.at(&parts::folder(at)));
        let folder = folder.trim_end_matches("index.html");
        let key = key(config, locale, &records, articles);
        if key.is_some_and(|key| sink.keep_all(folder, key)) {
            continue;
        }
        let records = articles.par_iter().map(|article| records.of(article));
        let files = search::index(records.collect(), locale.lang())?;
        let files = files.into_iter();
        for file in files.filter(|file| at == 0 || search::parts_of_another(file)) {
            let path = format!("{folder}{}", file.path);
            let bytes = file.bytes;
            sink.put_made(Page { path, bytes }, key)?;
        }
    }
    Ok(())
}

/// What a part is made from: the settings, the articles' files, and what their themes and entities are
/// called elsewhere.
fn key(
    config: &Config,
    locale: &Locale,
    records: &Records<'_>,
    articles: &[&Article],
) -> Option<Digest> {
    let version = env!("CARGO_PKG_VERSION");
    let settings = (format!("{config:?}"), format!("{locale:?}"));
    let files: Vec<&Digest> = articles.iter().map(|article| &article.digest).collect();
    let names: Vec<_> = articles
        .iter()
        .map(|article| records.filters(article))
        .collect();
    Digest::of(&(version, settings, files, names))
}
