//! Who wants which address: two that want the same are an error, and what is listed makes the sitemap.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use jiff::civil::Date;

use crate::diag::{Diagnostic, Diagnostics};
use crate::model::{Article, EditionNote};

/// What a page is of, for telling two apart that want one address. Those that their author can give
/// another address come last, so that the message points at them.
#[derive(Debug, Clone, Copy)]
pub(super) enum Owner<'a> {
    /// A page that the site has of itself: « the page of the theme x ».
    Page(&'static str),
    /// An edition's page.
    Edition(Option<&'a EditionNote>),
    /// An article's page.
    Article(&'a Article),
    /// A static file.
    Asset(&'a str),
    /// A redirect from a former address of an article.
    Alias(&'a Article),
}

/// A page with its address.
#[derive(Debug, Clone)]
pub(super) struct Target<'a> {
    /// Root-relative.
    pub(super) url: String,
    /// What it is of.
    pub(super) owner: Owner<'a>,
    /// Whether search engines are to know it, and since when it is as it is.
    pub(super) listed: Listed,
}

/// Whether the sitemap names a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Listed {
    /// It does, with the day of its last change where one is known.
    Since(Option<Date>),
    /// It does not.
    No,
}

/// The files of a site with their owners.
#[derive(Debug, Default)]
pub(super) struct Register<'a> {
    files: Mutex<Files<'a>>,
}

#[derive(Debug, Default)]
struct Files<'a> {
    owners: BTreeMap<String, Owner<'a>>,
    listed: BTreeMap<String, Option<Date>>,
    wrong: Vec<Diagnostic>,
}

impl<'a> Register<'a> {
    /// Enters a file; whether it is the first of its name.
    pub(super) fn enter(&self, file: &str, target: Target<'a>) -> bool {
        let mut files = self.files.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(other) = files.owners.get(file).copied() {
            files.wrong.push(twice(&target.url, other, target.owner));
            return false;
        }
        files.owners.insert(file.to_owned(), target.owner);
        if let Listed::Since(day) = target.listed {
            files.listed.insert(target.url, day);
        }
        true
    }

    /// The addresses that search engines are to know, in order; or all that are wanted twice.
    pub(super) fn close(&self) -> Result<BTreeMap<String, Option<Date>>, Diagnostics> {
        let mut files = self.files.lock().unwrap_or_else(PoisonError::into_inner);
        Diagnostics::check(std::mem::take(&mut files.wrong))?;
        Ok(std::mem::take(&mut files.listed))
    }
}

fn twice(url: &str, a: Owner<'_>, b: Owner<'_>) -> Diagnostic {
    let mut owners = [a, b];
    owners.sort_by_key(|owner| (owner.rank(), owner.path()));
    let [first, last] = owners;
    let message = format!(
        "« {url} » is wanted by {} and by {}",
        first.name(),
        last.name()
    );
    Diagnostic::of_file(last.path(), message, last.mend())
}

impl Owner<'_> {
    fn rank(&self) -> u8 {
        match self {
            Self::Page(_) => 0,
            Self::Edition(_) => 1,
            Self::Article(_) => 2,
            Self::Asset(_) => 3,
            Self::Alias(_) => 4,
        }
    }

    fn name(&self) -> String {
        match self {
            Self::Page(name) => (*name).to_owned(),
            Self::Edition(Some(note)) => note.path.display().to_string(),
            Self::Edition(None) => "the page of an edition".to_owned(),
            Self::Article(article) => article.path.display().to_string(),
            Self::Asset(path) => format!("the file static/{path}"),
            Self::Alias(article) => format!("an alias of {}", article.path.display()),
        }
    }

    fn path(&self) -> PathBuf {
        match self {
            Self::Page(_) | Self::Edition(None) => PathBuf::from("hebdo.yaml"),
            Self::Edition(Some(note)) => note.path.clone(),
            Self::Article(article) | Self::Alias(article) => article.path.clone(),
            Self::Asset(path) => Path::new("static").join(path),
        }
    }

    fn mend(&self) -> &'static str {
        match self {
            Self::Page(_) | Self::Edition(_) => {
                "give each section a name of its own under `paths:`"
            }
            Self::Article(_) => "give the article another `slug:`",
            Self::Asset(_) => "rename the static file or remove it",
            Self::Alias(_) => "remove the alias, or give it another address",
        }
    }
}
