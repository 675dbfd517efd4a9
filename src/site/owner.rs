//! What a page is of, for messages about addresses.

use std::path::{Path, PathBuf};

use crate::model::{Article, EditionNote, Leaflet, Term};

/// What a page is of, for telling two apart that want one address. Those that their author can give
/// another address come last, so that the message points at them.
#[derive(Debug, Clone, Copy)]
pub(super) enum Owner<'a> {
    /// A page that the site has of itself: « the archives ».
    Page(&'static str),
    /// The page of a theme, an entity or a source.
    Term(&'a Term),
    /// An edition's page.
    Edition(Option<&'a EditionNote>),
    /// An article's page.
    Article(&'a Article),
    /// A page beside the articles.
    Leaflet(&'a Leaflet),
    /// A static file.
    Asset(&'a str),
    /// A redirect from a former address of an article.
    Alias(&'a Article),
}

impl Owner<'_> {
    /// By which owners are put in order.
    pub(super) fn rank(&self) -> u8 {
        match self {
            Self::Page(_) => 0,
            Self::Term(_) => 1,
            Self::Edition(_) => 2,
            Self::Article(_) => 3,
            Self::Leaflet(_) => 4,
            Self::Asset(_) => 5,
            Self::Alias(_) => 6,
        }
    }

    /// What it is called in messages.
    pub(super) fn name(&self) -> String {
        match self {
            Self::Page(name) => (*name).to_owned(),
            Self::Term(term) => format!("the page of « {} »", term.name),
            Self::Edition(Some(note)) => note.path.display().to_string(),
            Self::Edition(None) => "the page of an edition".to_owned(),
            Self::Article(article) => article.path.display().to_string(),
            Self::Leaflet(leaflet) => leaflet.path.display().to_string(),
            Self::Asset(path) => format!("the file static/{path}"),
            Self::Alias(article) => format!("an alias of {}", article.path.display()),
        }
    }

    /// The file in which its address can be changed; of a term, the newest article that has it.
    pub(super) fn path(&self) -> PathBuf {
        match self {
            Self::Page(_) | Self::Edition(None) => PathBuf::from("hebdo.yaml"),
            Self::Term(term) => match term.articles.first() {
                Some(article) => article.path.clone(),
                None => PathBuf::from("hebdo.yaml"),
            },
            Self::Edition(Some(note)) => note.path.clone(),
            Self::Article(article) | Self::Alias(article) => article.path.clone(),
            Self::Leaflet(leaflet) => leaflet.path.clone(),
            Self::Asset(path) => Path::new("static").join(path),
        }
    }

    /// How to give it another address.
    pub(super) fn mend(&self) -> &'static str {
        match self {
            Self::Page(_) | Self::Edition(_) => {
                "give each section a name of its own under `paths:`"
            }
            Self::Term(_) => {
                "give it another name, or its section another one under `paths:` of hebdo.yaml"
            }
            Self::Article(_) => "give the article another `slug:`",
            Self::Leaflet(_) => "give the page another `slug:`",
            Self::Asset(_) => "rename the static file or remove it",
            Self::Alias(_) => "remove the alias, or give it another address",
        }
    }
}
