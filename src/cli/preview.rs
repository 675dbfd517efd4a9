//! What `hebdo serve` shows beside the site: the mails of the newest editions at `/_email/2026-w05/`, and
//! the state of each week at `/_status/2026-w05/`, of the current one at `/_status/`.

use hebdo::content::Shelf;
use hebdo::coverage::Coverage;
use hebdo::email::{self, Newsletter};
use hebdo::model::{Edition, Email, Library, Week};
use hebdo::project::Project;
use hebdo::serve::Pages;
use jiff::civil::Date;

use super::email::files;
use super::outcome::Stop;
use super::status;

/// How many of the newest editions have a mail to look at.
const NEWEST: usize = 12;
/// What stands before a mail's dark colours; in the preview they show whatever the browser prefers.
const DARK: &str = "@media (prefers-color-scheme:dark)";
const PAGE: &str = include_str!("../../data/serve/email.html");

/// Adds the mails of a library's newest editions. A mail that cannot be made says why in its place.
pub(super) fn add_mails(
    pages: &mut Pages,
    project: &Project,
    library: &Library,
) -> Result<(), Stop> {
    let files = files(project)?;
    let newsletter = Newsletter {
        config: &project.config,
        locale: &project.locale,
        templates: &project.templates,
        files: &files,
    };
    for edition in library.editions.iter().take(NEWEST) {
        let folder = format!("_email/{}", edition.week.slug());
        let files = match email::render(edition, newsletter, None) {
            Ok(email) => shown(edition, &email),
            Err(error) => vec![("index.html", plain(&Stop::from(error).to_string()))],
        };
        for (name, text) in files {
            pages.insert(format!("{folder}/{name}"), text.into_bytes().into());
        }
    }
    Ok(())
}

fn shown(edition: &Edition, email: &Email) -> Vec<(&'static str, String)> {
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

/// Adds the state of each week that has stories, and of the week in which today stands.
pub(super) fn add_status(
    pages: &mut Pages,
    project: &Project,
    shelf: &mut Shelf,
    today: Date,
) -> Result<(), Stop> {
    let (library, unfinished) = project.desk_on(shelf, today)?;
    let screen = |week| {
        let coverage = Coverage::of(week, &library, &unfinished, &project.config, today);
        let page = plain(&status::screen(&coverage, &library));
        page.into_bytes().into()
    };
    for edition in &library.editions {
        let week = edition.week;
        pages.insert(format!("_status/{}/index.html", week.slug()), screen(week));
    }
    let current = Week::of_edition(today, project.config.edition.closes);
    pages.insert("_status/index.html".to_owned(), screen(current));
    Ok(())
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
