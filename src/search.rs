//! The search index: articles as the files that Pagefind's script reads in a reader's browser.
//!
//! Enter by [`index`]. Pagefind folds accents and knows the stems of words. It does not part « l’été » at its
//! apostrophe, and takes « œuvre » and « oeuvre » for two words: elided words are indexed one by one, and a
//! word with a ligature in both spellings. `static/search.js` puts together again what it shows.

use std::collections::BTreeMap;

use pagefind::api::{PagefindIndex, SyntheticFile};
use pagefind::options::PagefindServiceConfig;

/// Ends a word that the next one follows without a space, and begins the second spelling of the word before
/// it. It is no letter: Pagefind passes over it, and readers do not see it (U+2063 INVISIBLE SEPARATOR).
const MARK: char = '\u{2063}';

const APOSTROPHES: [char; 2] = ['’', '\''];

/// The script among the files of an index.
const SCRIPT: &str = "pagefind.js";

/// An article as readers find it.
#[derive(Debug, Clone)]
pub struct Record {
    /// Its page, from the root of the host.
    pub url: String,
    /// Its words, without markup; what is found is shown from them.
    pub text: String,
    /// What is shown of it besides, by name; its words are found too.
    pub about: BTreeMap<String, String>,
    /// What it can be filtered by: names of filters with values.
    pub filters: BTreeMap<String, Vec<String>>,
}

/// A file of an index.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Its path below the folder of the index, with `/`.
    pub path: String,
    /// What it holds.
    pub bytes: Vec<u8>,
}

/// Why there is no index.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The runtime on which Pagefind works did not start.
    #[error("the search index cannot be made")]
    Runtime(#[from] std::io::Error),
    /// Pagefind refused.
    #[error("the search index cannot be made: {0}")]
    Refused(String),
}

/// The index of articles, in the language of the site's pages (`fr`), in the order of the files' paths. The
/// same articles give the same bytes. Pagefind's script is among the files; an index that is merged into
/// another one does without ([`parts_of_another`]).
pub fn index(records: Vec<Record>, lang: &str) -> Result<Vec<File>, Error> {
    let runtime = tokio::runtime::Builder::new_current_thread().build()?;
    let files = runtime
        .block_on(make(records, lang))
        .map_err(|error| Error::Refused(format!("{error:#}")))?;
    let mut files: Vec<File> = files.into_iter().filter_map(file).collect();
    files.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(files)
}

/// Whether a file of an index is read also where the index is merged into another one.
pub fn parts_of_another(file: &File) -> bool {
    file.path != SCRIPT && !file.path.starts_with("wasm.")
}

async fn make(records: Vec<Record>, lang: &str) -> anyhow::Result<Vec<SyntheticFile>> {
    let settings = PagefindServiceConfig::builder()
        .keep_index_url(true)
        .force_language(lang.to_owned())
        .build();
    let mut index = PagefindIndex::new(Some(settings))?;
    for record in records {
        let mut about = record.about;
        let text = parted(&record.text);
        about.extend(parted_title(&about));
        let (url, lang) = (record.url, lang.to_owned());
        let added =
            index.add_custom_record(url, text, lang, Some(about), Some(record.filters), None);
        added.await?;
    }
    index.get_files().await
}

/// A text as Pagefind finds each of its words.
fn parted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 8);
    for word in text.split_whitespace() {
        let mut parts = word.split_inclusive(APOSTROPHES).peekable();
        while let Some(part) = parts.next() {
            out.push_str(part);
            out.extend(parts.peek().map(|_| MARK));
            out.push(' ');
            out.extend(unligated(part).map(|second| format!("{MARK}{second} ")));
        }
    }
    out.pop();
    out
}

/// The title's words one by one, which are found and not shown.
fn parted_title(about: &BTreeMap<String, String>) -> Option<(String, String)> {
    let title = about.get("title")?;
    let parted = title.replace(APOSTROPHES, " ");
    let parted = unligated(&parted).unwrap_or(parted);
    (parted != *title).then(|| ("parted_title".to_owned(), parted))
}

/// Another spelling, where there is one.
fn unligated(words: &str) -> Option<String> {
    let has_ligature = words.contains(['œ', 'Œ', 'æ', 'Æ']);
    has_ligature.then(|| {
        let words = words.replace('œ', "oe").replace('Œ', "Oe");
        words.replace('æ', "ae").replace('Æ', "Ae")
    })
}

/// A file that a reader's browser may ask for: Pagefind's own pages, their styles and its worker are none.
fn file(file: SyntheticFile) -> Option<File> {
    let path = file.filename.to_string_lossy().replace('\\', "/");
    let is_index = path.contains('/') || path.ends_with(".pf_meta") || path.ends_with(".json");
    let is_wasm = path.starts_with("wasm.") && !path.starts_with("wasm.unknown");
    (is_index || is_wasm || path == SCRIPT).then_some(File {
        path,
        bytes: file.contents,
    })
}

#[cfg(test)]
#[allow(clippy::expect_used)]
mod tests {
    use std::collections::BTreeMap;

    use super::{File, MARK, Record, index, parted};

    fn made() -> Vec<File> {
        let record = |n: usize| Record {
            url: format!("/articles/{n}/"),
            text: format!("Une œuvre numéro {n} sur la régulation"),
            about: BTreeMap::from([("title".to_owned(), format!("Titre {n}"))]),
            filters: BTreeMap::from([("year".to_owned(), vec!["2026".to_owned()])]),
        };
        index((0..40).map(record).collect(), "fr").expect("an index")
    }

    #[test]
    fn an_index_is_what_the_script_reads_and_always_the_same() {
        let files = made();
        assert_eq!(files, made());
        let count = |start: &str| files.iter().filter(|f| f.path.starts_with(start)).count();
        assert_eq!((count("fragment/"), count("filter/")), (40, 1));
        assert_eq!((count("pagefind.js"), count("wasm.fr.")), (1, 1));
        assert!(count("index/") > 0 && count("pagefind-entry.json") == 1);
        let known = [
            "fragment/",
            "filter/",
            "index/",
            "pagefind.",
            "pagefind-entry.",
            "wasm.fr.",
        ];
        assert_eq!(
            known.iter().map(|start| count(start)).sum::<usize>(),
            files.len()
        );
    }

    #[test]
    fn each_word_is_found() {
        let expected = format!("l’{MARK} œuvre {MARK}oeuvre de l'{MARK} été aujourd’{MARK} hui");
        assert_eq!(parted("l’œuvre de\u{a0}l'été aujourd’hui"), expected);
    }
}
