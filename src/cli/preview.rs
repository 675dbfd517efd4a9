//! What `hebdo serve` shows beside the site, made when somebody asks: the mail of each edition at
//! `/_email/2026-w05/`, and the state of each week at `/_status/2026-w05/`, of the current one at `/_status/`.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use hebdo::content::Content;
use hebdo::coverage::Coverage;
use hebdo::email::{self, Newsletter};
use hebdo::group;
use hebdo::model::{Edition, Email, Library, Week};
use hebdo::project::Project;
use jiff::civil::Date;

use super::email::files;
use super::outcome::Stop;
use super::status;

/// What stands before a mail's dark colours; in the preview they show whatever the browser prefers.
const DARK: &str = "@media (prefers-color-scheme:dark)";
const PAGE: &str = include_str!("../../data/serve/email.html");

/// The files of a folder by name.
type Files = Vec<(&'static str, String)>;

/// What a newsletter's mails and weeks are shown from.
pub(super) struct Preview {
    project: Arc<Project>,
    library: Arc<Library>,
    /// All content, drafts and what is dated after today with it.
    desk: Content,
    /// The same, grouped when somebody looks at it.
    desk_library: OnceLock<Library>,
    today: Date,
    /// The mails that somebody looked at, by the slug of their week.
    mails: Mutex<HashMap<String, Arc<Files>>>,
}

impl Preview {
    /// What is shown of a library that is published, and of a desk, with all of the content.
    pub(super) fn new(
        project: Arc<Project>,
        library: Arc<Library>,
        desk: Content,
        today: Date,
    ) -> Self {
        Self {
            project,
            library,
            desk,
            desk_library: OnceLock::new(),
            today,
            mails: Mutex::default(),
        }
    }

    /// The file at a path: `_email/2026-w05/mail.html`.
    pub(super) fn get(&self, path: &str) -> Option<String> {
        if let Some(rest) = path.strip_prefix("_status/") {
            return self.status(rest.strip_suffix("index.html")?);
        }
        let (week, name) = path.strip_prefix("_email/")?.split_once('/')?;
        let mail = self.mail(week)?;
        let (_, text) = mail.iter().find(|(file, _)| *file == name)?;
        Some(text.clone())
    }

    /// The pages of an edition's mail. A mail that cannot be made says why in its place.
    fn mail(&self, week: &str) -> Option<Arc<Files>> {
        let mut mails = self.mails.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(mail) = mails.get(week) {
            return Some(Arc::clone(mail));
        }
        let edition = edition_of(&self.library, week)?;
        let mail = match self.rendered(edition) {
            Ok(email) => shown(edition, &email),
            Err(stop) => vec![("index.html", plain(&stop.to_string()))],
        };
        let mail = Arc::new(mail);
        mails.insert(week.to_owned(), Arc::clone(&mail));
        Some(mail)
    }

    fn rendered(&self, edition: &Edition) -> Result<Email, Stop> {
        let files = files(&self.project)?;
        let newsletter = Newsletter {
            config: &self.project.config,
            locale: &self.project.locale,
            templates: &self.project.templates,
            files: &files,
        };
        Ok(email::render(edition, newsletter, None)?)
    }

    /// The state of a week that has stories, by its folder, or of the week in which today stands.
    fn status(&self, folder: &str) -> Option<String> {
        let config = &self.project.config;
        let library = self.desk_library.get_or_init(|| {
            let Content {
                articles, notes, ..
            } = &self.desk;
            group::by_week(articles.clone(), notes.clone(), config)
        });
        let week = match folder.strip_suffix('/') {
            Some(week) => edition_of(library, week)?.week,
            None if folder.is_empty() => Week::of_edition(self.today, config.edition.closes),
            None => return None,
        };
        let coverage = Coverage::of(week, library, &self.desk.unfinished, config, self.today);
        Some(plain(&status::screen(&coverage, library)))
    }
}

fn edition_of<'a>(library: &'a Library, week: &str) -> Option<&'a Edition> {
    let mut editions = library.editions.iter();
    editions.find(|edition| edition.week.slug() == week)
}

fn shown(edition: &Edition, email: &Email) -> Files {
    let weight = email.html.len().div_ceil(1024).to_string();
    let page = PAGE
        .replace("{week}", &edition.week.to_string())
        .replace("{subject}", &escaped(&email.subject))
        .replace("{preheader}", &escaped(&email.preheader))
        .replace("{weight}", &weight);
    let html = &email.html;
    let off = html
        .replace("<img ", "<img data-off ")
        .replace(" src=\"", " data-src=\"");
    vec![
        ("index.html", page),
        ("dark.html", html.replace(DARK, "@media all")),
        ("images-off.html", off),
        ("mail.html", html.clone()),
        ("mail.txt", email.text.clone()),
    ]
}

/// A text for the terminal as a page.
fn plain(text: &str) -> String {
    let text = anstream::adapter::strip_str(text).to_string();
    format!(
        "<!DOCTYPE html>\n<html lang=\"en\"><meta charset=\"utf-8\"><title>hebdo</title>\n<pre>{}</pre>\n</html>\n",
        escaped(&text)
    )
}

fn escaped(text: &str) -> String {
    let text = text.replace('&', "&amp;").replace('<', "&lt;");
    text.replace('>', "&gt;").replace('"', "&quot;")
}
