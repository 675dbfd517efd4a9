//! `hebdo new`: an article or an edition's note to fill in.

use std::path::Path;
use std::process::ExitCode;

use anyhow::bail;
use hebdo::content;
use hebdo::front_matter::{self, ArticleHead, EditionHead};
use hebdo::locale::Locale;
use hebdo::model::{Config, PartialDate, Week, slugify};
use hebdo::project;
use jiff::Zoned;

use super::files;
use super::outcome::{Outcome, Stop, say};

/// Start an article or an edition's note
#[derive(Debug, clap::Args)]
#[command(long_about = "\
Start an article or an edition's note.

Reads hebdo.yaml. Writes one Markdown file with its front matter, prints its path, and never
writes over a file.

Examples:
  hebdo new article \"Une loi entre en vigueur\" --date 2026-01-22 --tag régulation
  hebdo new edition 2026-W05")]
pub(crate) struct Args {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, clap::Subcommand)]
enum What {
    /// An article, as a draft, in content/articles/YEAR/
    Article {
        /// Its title
        title: String,
        /// Its date, as far as it is known: 2026-01-28, 2026-W05, 2026-01 or 2026 [default: today]
        #[arg(long)]
        date: Option<PartialDate>,
        /// A theme; may be given several times
        #[arg(long = "tag", value_name = "TAG")]
        tags: Vec<String>,
    },
    /// An edition's note, in content/editions/
    Edition {
        /// Its ISO week: 2026-W05
        week: Week,
    },
}

pub(super) fn run(args: &Args, root: &Path) -> Outcome {
    let config = project::settings(root)?;
    let locale = Locale::of(&config.lang).map_err(anyhow::Error::from)?;
    let (path, text) = match &args.what {
        What::Article { title, date, tags } => {
            let date = date.unwrap_or_else(|| PartialDate::Day(Zoned::now().date()));
            let slug = slug(title, tags)?;
            refuse_taken(root, date, &slug)?;
            article(title, &slug, date, tags, &config, &locale)?
        }
        What::Edition { week } => edition(*week, &config, &locale)?,
    };
    let path = root.join(path);
    files::write(&path, &text)?;
    say(&path.display().to_string())?;
    Ok(ExitCode::SUCCESS)
}

fn slug(title: &str, tags: &[String]) -> Result<String, Stop> {
    let nameless = std::iter::once(title).chain(tags.iter().map(String::as_str));
    match nameless.into_iter().find(|name| slugify(name).is_empty()) {
        Some(name) => Err(Stop::Usage(format!(
            "« {name} » has no letter or digit for an address"
        ))),
        None => Ok(slugify(title)),
    }
}

/// A year has one article of a slug.
fn refuse_taken(root: &Path, date: PartialDate, slug: &str) -> anyhow::Result<()> {
    let catalogue = content::catalogue(&root.join("content"));
    if let Some(file) = catalogue.addresses.get(&(date.year(), slug.to_owned())) {
        let (year, file) = (date.year(), file.display());
        bail!(
            "the address {year}/{slug} is taken by content/{file}; give the article another title"
        );
    }
    Ok(())
}

fn article(
    title: &str,
    slug: &str,
    date: PartialDate,
    tags: &[String],
    config: &Config,
    locale: &Locale,
) -> anyhow::Result<(String, String)> {
    let head = ArticleHead {
        title: Some(title.to_owned()),
        date: Some(date),
        tags: tags.to_vec(),
        draft: true,
        ..ArticleHead::default()
    };
    let text = front_matter::write(&head)? + "\n" + &takeaways("##", config, locale);
    let path = format!("content/articles/{}/{date}-{slug}.md", date.year());
    Ok((path, text))
}

fn edition(week: Week, config: &Config, locale: &Locale) -> anyhow::Result<(String, String)> {
    let head = EditionHead {
        title: Some(capital(&locale.date(PartialDate::Week(week)))),
        ..EditionHead::default()
    };
    let conclusion = format!("\n## {}\n\n", locale.conclusion_heading());
    let text = front_matter::write(&head)? + &conclusion + &takeaways("###", config, locale);
    Ok((format!("content/editions/{week}.md"), text))
}

fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}

/// The section for decision-makers with a bullet for each audience; one that stays empty is not
/// published.
fn takeaways(marks: &str, config: &Config, locale: &Locale) -> String {
    let bullets = config
        .audiences
        .iter()
        .map(|audience| format!("- **{}** :\n", audience.label));
    format!(
        "{marks} {}\n\n{}",
        locale.takeaways_heading(),
        bullets.collect::<String>()
    )
}
