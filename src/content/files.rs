//! The files of `content/`: found in the order of their names, read as UTF-8.

use std::cell::RefCell;
use std::ffi::OsStr;
use std::fs;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use memchr::memchr;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use walkdir::{DirEntry, WalkDir};

use crate::diag::{Diagnostic, Diagnostics, Source};
use crate::model::Digest;
use crate::stamp::{Listing, Stamp};

/// The Markdown files of `content/`, in the order of their paths.
#[derive(Default)]
pub(super) struct Found {
    pub(super) articles: Vec<Seen>,
    pub(super) editions: Vec<Seen>,
    pub(super) leaflets: Vec<Seen>,
    /// Markdown files where nobody would read them.
    pub(super) strays: Vec<Diagnostic>,
}

/// A file that is there.
pub(super) struct Seen {
    /// Relative to the site's folder.
    pub(super) path: PathBuf,
    /// Its stamp, where somebody has just looked at that.
    pub(super) stamp: Option<Stamp>,
}

fn is_hidden(name: &OsStr) -> bool {
    name.as_encoded_bytes().starts_with(b".")
}

/// Finds them, among what somebody has just found below the site's folder or by walking it; hidden files and
/// folders are left out.
pub(super) fn find(root: &Path, listing: Option<Listing>) -> Result<Found, Diagnostics> {
    let content = root.join("content");
    if !content.is_dir() {
        return Err(Diagnostic::of_file(
            "content",
            "there is no folder `content/` here",
            "start a newsletter with `hebdo init DIR`, or name its folder with `--root DIR`",
        )
        .into());
    }
    Ok(match listing {
        Some(listing) => sort(root, &content, listing),
        None => walk(root, &content),
    })
}

fn sort(root: &Path, content: &Path, mut listing: Listing) -> Found {
    listing.par_sort_by(|(a, _), (b, _)| a.cmp(b)); // folder by folder, as they are walked
    let is_visible = |path: &Path| {
        let below = path.strip_prefix(content);
        below.is_ok_and(|below| !below.iter().any(is_hidden))
    };
    let all = listing.into_par_iter();
    let all = all.fold(Found::default, |mut found, (path, stamp)| {
        if is_visible(&path) {
            found.sort_in(root, &path, Some(stamp));
        }
        found
    });
    all.reduce(Found::default, Found::and)
}

fn walk(root: &Path, content: &Path) -> Found {
    let mut found = Found::default();
    let visible = |entry: &DirEntry| entry.depth() == 0 || !is_hidden(entry.file_name());
    for entry in WalkDir::new(content)
        .follow_links(true)
        .sort_by(|a, b| a.path().as_os_str().cmp(b.path().as_os_str())) // by name: of one folder
        .into_iter()
        .filter_entry(visible)
    {
        match entry {
            Ok(entry) if entry.file_type().is_file() => found.sort_in(root, entry.path(), None),
            Ok(_) => {}
            Err(error) => found.strays.push(unwalkable(root, &error)),
        }
    }
    found
}

impl Found {
    /// With what stands after it.
    fn and(mut self, after: Self) -> Self {
        self.articles.extend(after.articles);
        self.editions.extend(after.editions);
        self.leaflets.extend(after.leaflets);
        self.strays.extend(after.strays);
        self
    }

    fn sort_in(&mut self, root: &Path, path: &Path, stamp: Option<Stamp>) {
        let path = path.strip_prefix(root).unwrap_or(path).to_owned();
        let seen = |path| Seen { path, stamp };
        if path.extension().is_none_or(|extension| extension != "md") {
            self.strays.extend(unread(&path));
        } else if path.starts_with("content/articles") {
            self.articles.push(seen(path));
        } else if path.starts_with("content/editions") {
            self.editions.push(seen(path));
        } else if path.starts_with("content/pages") {
            self.leaflets.push(seen(path));
        } else {
            self.strays.push(Diagnostic::of_file(
                path,
                "nothing reads this file",
                "move an article to `content/articles/`, an edition's note to `content/editions/`, a page to `content/pages/`",
            ));
        }
    }
}

/// Texts that an author may take for articles; `build` reads Markdown only.
const TEXTS: &[&str] = &[
    "md", "markdown", "mdown", "mkd", "txt", "doc", "docx", "odt", "rtf", "html", "htm", "eml",
];

/// Whether an author may take a file for an article, by its name.
pub(super) fn is_text(path: &Path) -> bool {
    let extension = path.extension().unwrap_or_default();
    TEXTS.contains(&extension.to_string_lossy().to_lowercase().as_str())
}

fn unread(path: &Path) -> Option<Diagnostic> {
    let help = "rename Markdown to `….md`; bring a raw text in with `hebdo import`, and keep it outside `content/`";
    is_text(path).then(|| {
        Diagnostic::of_file(
            path,
            "nothing reads this file: its name does not end in `.md`",
            help,
        )
    })
}

fn unwalkable(root: &Path, error: &walkdir::Error) -> Diagnostic {
    let path = error.path().unwrap_or(root);
    let path = path.strip_prefix(root).unwrap_or(path);
    let why = error.io_error().map_or_else(
        || "a link leads back to a folder above it".to_owned(),
        ToString::to_string,
    );
    Diagnostic::of_file(
        path,
        format!("this cannot be read: {why}"),
        "give yourself the right to read it, or remove it",
    )
}

/// How many bytes of room for a file stay when it is read.
const KEPT: usize = 64 * 1024;

thread_local! {
    /// Where a file's bytes stand until its text is made of them: one room for all files of a thread.
    static ROOM: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
}

/// A file as read: UTF-8, line breaks `\n`, no byte-order mark.
#[derive(Clone, Serialize, Deserialize)]
pub(super) struct File {
    /// Relative to the site's folder.
    pub(super) path: PathBuf,
    /// A cache does not hold it.
    #[serde(skip)]
    pub(super) text: String,
    /// The digest of path and text as read, once somebody has asked for it.
    #[serde(skip)]
    digest: OnceLock<Digest>,
}

impl File {
    pub(super) fn read(root: &Path, path: &Path) -> Result<Self, Diagnostic> {
        let unread = |error: io::Error| {
            Diagnostic::of_file(
                path,
                format!("this file cannot be read: {error}"),
                "give yourself the right to read it, or remove it",
            )
        };
        let mut file = fs::File::open(root.join(path)).map_err(unread)?;
        let text = ROOM.with_borrow_mut(|room| {
            room.clear();
            file.read_to_end(room).map_err(unread)?;
            let text = simdutf8::compat::from_utf8(room)
                .map_err(|error| not_utf8(path, room, error.valid_up_to()))?;
            let text = text.strip_prefix('\u{feff}').unwrap_or(text);
            let text = match memchr(b'\r', text.as_bytes()) {
                Some(_) => text.replace("\r\n", "\n"),
                None => text.to_owned(),
            };
            room.shrink_to(KEPT);
            Ok(text)
        })?;
        Ok(Self {
            path: path.to_owned(),
            text,
            digest: OnceLock::new(),
        })
    }

    /// Gives up its text after the head.
    pub(super) fn keep_head(&mut self, end: usize) {
        self.text.truncate(end);
        self.text.shrink_to_fit();
    }

    pub(super) fn digest(&self) -> Digest {
        let path = self.path.as_os_str().as_encoded_bytes();
        let digest = || Digest::of_bytes(&[path, self.text.as_bytes()]);
        *self.digest.get_or_init(digest)
    }

    pub(super) fn source(&self) -> Source<'_> {
        Source {
            path: &self.path,
            text: &self.text,
        }
    }
}

fn not_utf8(path: &Path, bytes: &[u8], valid: usize) -> Diagnostic {
    let text = String::from_utf8_lossy(bytes);
    let source = Source { path, text: &text };
    source.error(
        valid..valid + 1,
        "this file is not UTF-8 text",
        "save it again with the encoding UTF-8",
    )
}
