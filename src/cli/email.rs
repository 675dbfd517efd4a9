//! `hebdo email`: an edition as a mail, to paste into a mailing service or to send.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::anyhow;
use hebdo::content::Choice;
use hebdo::email::{self, Finding, Newsletter};
use hebdo::markdown::{Document, chart};
use hebdo::model::{AudienceId, Edition, Email, Library, Week};
use hebdo::project::Project;
use hebdo::{message, site};
use jiff::Zoned;
use jiff::civil::Date;

use super::build::{base_url, day};
use super::files::Staged;
use super::outcome::{Outcome, Stop, say};

/// Write an edition as a mail: HTML, text, and a complete message
#[derive(Debug, clap::Args)]
#[command(long_about = "\
Write an edition as a mail.

Reads hebdo.yaml, content/, templates/ and static/. Writes three files into email/ (or --out):
2026-W05.html, to paste into a mailing service, 2026-W05.txt, its text part, and
2026-W05.eml, the complete message. The same edition gives the same bytes. What the site does
not show, the mail does not either. Nothing is written where something is wrong.

Examples:
  hebdo email 2026-W05
  hebdo email 2026-W05 --audience entreprises --out /tmp/mail --open")]
pub(crate) struct Args {
    /// The edition's ISO week: 2026-W05
    week: Week,
    /// The folder that receives the files [default: email/ in the newsletter's folder]
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// Put this audience's takeaways first, and leave those of the others out
    #[arg(long, value_name = "ID")]
    audience: Option<String>,
    /// Where the site is published, in place of the settings' base_url
    #[arg(long, value_name = "URL", value_parser = base_url)]
    base_url: Option<String>,
    /// Hold the mail against what mail programs support, and write nothing
    #[arg(long, conflicts_with_all = ["out", "open"])]
    check: bool,
    /// Open the HTML in the browser
    #[arg(long)]
    open: bool,
    /// Take drafts too
    #[arg(long)]
    drafts: bool,
    /// Take what is dated after today too
    #[arg(long)]
    future: bool,
    /// What day it is, in place of the clock
    #[arg(long, value_name = "DATE", value_parser = day)]
    today: Option<Date>,
}

pub(super) fn run(args: &Args, root: &Path) -> Outcome {
    let choice = Choice {
        today: args.today.unwrap_or_else(|| Zoned::now().date()),
        drafts: args.drafts,
        future: args.future,
    };
    let mut project = Project::open(root, choice)?;
    if let Some(url) = &args.base_url {
        project.config.base_url.clone_from(url);
    }
    let audience = audience(args.audience.as_deref(), &project)?;
    let (library, _) = project.library(choice)?;
    let edition = find(&library, args.week)?;
    let files = files(&project)?;
    let newsletter = Newsletter {
        config: &project.config,
        locale: &project.locale,
        templates: &project.templates,
        files: &files,
    };
    let email = email::render(edition, newsletter, audience.as_ref())?;
    let findings = email::check(&email, edition, newsletter);
    tell(&findings);
    let is_refused = findings.iter().any(|finding| finding.is_refusal);
    if is_refused {
        return Err(anyhow!("the mail must not leave like this; nothing was written").into());
    }
    if !args.check {
        let out = args.out.clone().unwrap_or_else(|| root.join("email"));
        let name =
            audience.map_or_else(|| args.week.to_string(), |id| format!("{}-{id}", args.week));
        let html = write(&email, &out.join(name))?;
        if args.open {
            open::that_detached(&html).map_err(anyhow::Error::from)?;
        }
    }
    report(&email)?;
    say_example(&email);
    say_charts(edition);
    if args.check {
        say_checked(&findings)?;
    }
    Ok(ExitCode::from(u8::from(args.check && !findings.is_empty())))
}

/// The audience of an id of the settings.
fn audience(id: Option<&str>, project: &Project) -> Result<Option<AudienceId>, Stop> {
    let Some(id) = id else {
        return Ok(None);
    };
    let audiences = &project.config.audiences;
    let known = audiences.iter().find(|audience| audience.id.0 == id);
    let ids: Vec<&str> = audiences.iter().map(|a| a.id.0.as_str()).collect();
    match known {
        Some(audience) => Ok(Some(audience.id.clone())),
        None => Err(Stop::Usage(format!(
            "no audience is called « {id} »; hebdo.yaml has {}",
            ids.join(", ")
        ))),
    }
}

/// The edition of a week; an error names the nearest ones.
fn find(library: &Library, week: Week) -> Result<&Edition, Stop> {
    let editions = &library.editions;
    if let Some(edition) = editions.iter().find(|edition| edition.week == week) {
        return Ok(edition);
    }
    let after = editions.iter().rev().find(|edition| edition.week > week);
    let before = editions.iter().find(|edition| edition.week < week);
    let near: Vec<String> = before
        .into_iter()
        .chain(after)
        .map(|e| e.week.to_string())
        .collect();
    Err(anyhow!(match near.as_slice() {
        [] => format!(
            "there is no edition {week}, nor any other; hebdo new edition {week} begins one"
        ),
        near => format!(
            "there is no edition {week}; the nearest: {}",
            near.join(", ")
        ),
    })
    .into())
}

/// The files that pictures can be, as paths of the site.
pub(super) fn files(project: &Project) -> Result<BTreeSet<String>, Stop> {
    let own = project.root.join("static");
    let assets = site::assets(own.is_dir().then_some(own.as_path()))?;
    let paths = assets.iter().map(|asset| format!("/{}", asset.path()));
    Ok(paths.collect())
}

fn tell(findings: &[Finding]) {
    for finding in findings {
        anstream::eprintln!("{finding}");
    }
}

/// Writes the three files, each whole, and says where the HTML is.
fn write(email: &Email, stem: &Path) -> anyhow::Result<PathBuf> {
    let message = message::write(email, &email.head.from, None);
    let with = |extension: &str| PathBuf::from(format!("{}.{extension}", stem.display()));
    let html = with("html");
    let staged = [
        Staged::new(&html, email.html.as_bytes())?,
        Staged::new(&with("txt"), email.text.as_bytes())?,
        Staged::new(&with("eml"), &message)?,
    ];
    for file in staged {
        file.replace()?;
    }
    Ok(html)
}

fn report(email: &Email) -> anyhow::Result<()> {
    let tags = |what: &str| email.html.matches(what).count();
    say(&format!("subject    {}", email.subject))?;
    say(&format!("preheader  {}", email.preheader))?;
    say(&format!(
        "weight     {:.1} KB of HTML, {:.1} KB of text",
        kb(&email.html),
        kb(&email.text)
    ))?;
    let stories = count(email.stories.len(), "story", "stories");
    say(&format!(
        "holds      {stories}, {}, {}",
        count(tags("<img "), "image", "images"),
        count(tags("<a "), "link", "links")
    ))
}

/// Whether the sender is still that of the demonstration (RFC 2606 keeps its domain for examples).
fn say_example(email: &Email) {
    let from = &email.head.from;
    if from.domain() == "example.com" {
        eprintln!("{from} is an example; set `email` in hebdo.yaml before the mail leaves");
    }
}

/// A mail only links to the pictures of charts: the site has them.
fn say_charts(edition: &Edition) {
    let articles = edition.stories.iter().map(|story| &story.article);
    let mut bodies = articles.filter_map(|a| Some((a.published_body()?, &a.lang)));
    let has_chart = |(body, lang): (&str, &String)| {
        chart::may_stand_in(body) && !Document::parse(body, lang).charts().is_empty()
    };
    if !bodies.any(has_chart) {
        return;
    }
    if cfg!(feature = "cards") {
        eprintln!("charts are pictures of the site; publish it before the mail leaves");
    } else {
        eprintln!("charts are tables: this hebdo was made without the feature `cards`");
    }
}

fn say_checked(findings: &[Finding]) -> anyhow::Result<()> {
    say(&format!(
        "checked    {}; Gmail, Outlook, Apple Mail, Yahoo, Orange, La Poste, SFR after caniemail.com of {}; not tested: {}",
        count(findings.len(), "finding", "findings"),
        email::date_of_data(),
        email::NOT_TESTED.join(", ")
    ))
}

fn count(n: usize, one: &str, many: &str) -> String {
    format!("{n} {}", if n == 1 { one } else { many })
}

fn kb(text: &str) -> f64 {
    text.len() as f64 / 1024.0
}
