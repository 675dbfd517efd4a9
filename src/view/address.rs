//! Addresses: where each page stands, on the site and on the web.

use crate::model::{Article, AudienceId, Chart, Config, Paths, Week};

/// Makes the addresses of a site. Those of pages are root-relative, with the path part of the site's
/// own address in front: `/briefing/themes/x/`.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Addresses<'a> {
    base_url: &'a str,
    base_path: &'a str,
    /// The first segments.
    pub(crate) paths: &'a Paths,
}

impl<'a> Addresses<'a> {
    pub(crate) fn new(config: &'a Config) -> Self {
        Self {
            base_url: config.base_url.trim_end_matches('/'),
            base_path: config.base_path(),
            paths: &config.paths,
        }
    }

    /// For readers elsewhere than on the site: the addresses of pages are whole.
    pub(crate) fn elsewhere(config: &'a Config) -> Self {
        let base_url = config.base_url.trim_end_matches('/');
        Self {
            base_url,
            base_path: base_url,
            paths: &config.paths,
        }
    }

    /// What stands in front of every root-relative address.
    pub(crate) fn base_path(self) -> &'a str {
        self.base_path
    }

    /// What stands in front of an address on this site to make it whole.
    pub(crate) fn base_url(self) -> &'a str {
        self.base_url
    }

    /// A file or page by its path, which begins with `/`.
    pub(crate) fn at(self, path: &str) -> String {
        format!("{}{path}", self.base_path)
    }

    /// The index page of a section: `/themes/`.
    pub(crate) fn section(self, section: &str) -> String {
        format!("{}/{section}/", self.base_path)
    }

    /// A page in a section: `/themes/x/`.
    pub(crate) fn within(self, section: &str, slug: &str) -> String {
        format!("{}/{section}/{slug}/", self.base_path)
    }

    /// A page of the list at `url`, from 1: `/themes/x/`, `/themes/x/2/`.
    pub(crate) fn page(self, url: &str, number: usize) -> String {
        match (number, self.paths.page.as_str()) {
            (1, _) => url.to_owned(),
            (_, "") => format!("{url}{number}/"),
            (_, page) => format!("{url}{page}/{number}/"),
        }
    }

    /// An edition's page.
    pub(crate) fn edition(self, week: Week) -> String {
        self.within(&self.paths.editions, &week.slug())
    }

    /// An edition through the eyes of an audience.
    pub(crate) fn edition_for(self, week: Week, id: &AudienceId) -> String {
        format!("{}{id}/", self.edition(week))
    }

    /// The id of a story on its edition's page.
    pub(crate) fn anchor(number: usize) -> String {
        format!("story-{number}")
    }

    /// Where the picture of a chart stands, from the site's root: made of all that it shows, so that a
    /// picture never changes under readers of older mails.
    pub(crate) fn chart_path(chart: &Chart, lang: &str) -> String {
        let hash = blake3::hash(format!("{chart:?} {lang}").as_bytes()).to_hex();
        format!("/charts/{}.png", &hash[..16])
    }

    /// An article's own page.
    pub(crate) fn article(self, article: &Article) -> String {
        self.article_of(article.date.year(), &article.slug)
    }

    /// The page of the article of a year that has a slug.
    pub(crate) fn article_of(self, year: i16, slug: &str) -> String {
        let Self {
            base_path, paths, ..
        } = self;
        format!("{base_path}/{}/{year}/{slug}/", paths.articles)
    }

    /// The page of an audience's takeaways.
    pub(crate) fn audience(self, id: &AudienceId) -> String {
        self.within(&self.paths.audiences, &id.0)
    }

    /// An address of this site made whole, for other sites.
    pub(crate) fn absolute(self, url: &str) -> String {
        let path = url.strip_prefix(self.base_path).unwrap_or(url);
        format!("{}{path}", self.base_url)
    }

    /// The file in the output folder that answers to an address; slashes too many make no difference.
    pub(crate) fn file(self, url: &str) -> String {
        let path = url.strip_prefix(self.base_path).unwrap_or(url);
        let page = if path.is_empty() || path.ends_with('/') {
            "index.html"
        } else {
            ""
        };
        let parts = path.split('/').chain([page]);
        let parts: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
        parts.join("/")
    }
}
