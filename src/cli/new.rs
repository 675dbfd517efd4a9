//! `hebdo new`: an article or an edition's note to fill in.

use std::path::Path;
use std::process::ExitCode;

use anyhow::bail;
use hebdo::front_matter::{self, ArticleHead, EditionHead};
use hebdo::locale::Locale;
use hebdo::model::{Config, PartialDate, Week, slugify};
use hebdo::project;
use jiff::Zoned;

use super::{Outcome, files};

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

pub(crate) fn run(args: &Args, root: &Path) -> Outcome {
    let config = project::settings(root)
        .or_else(|wrong| hebdo::diag::Diagnostics::check(wrong).map(|()| Config::default()))?;
    let locale = Locale::of(&config.lang)?;
    let (path, text) = match &args.what {
        What::Article { title, date, tags } => article(title, *date, tags, &config, &locale)?,
        What::Edition { week } => edition(*week, &config, &locale)?,
    };
    files::write(&root.join(&path), &text, false)?;
    println!("{path}");
    Ok(ExitCode::SUCCESS)
}

fn article(
    title: &str,
    date: Option<PartialDate>,
    tags: &[String],
    config: &Config,
    locale: &Locale,
) -> anyhow::Result<(String, String)> {
    let slug = slugify(title);
    if slug.is_empty() {
        bail!("the title « {title} » has no letter for an address");
    }
    let date = date.unwrap_or_else(|| PartialDate::Day(Zoned::now().date()));
    let head = ArticleHead {
        title: Some(title.to_owned()),
        date: Some(date),
        tags: tags.to_vec(),
        draft: true,
        ..ArticleHead::default()
    };
    let text = front_matter::write(&head)? + "\n" + &takeaways("##", config, locale);
    Ok((
        format!("content/articles/{}/{date}-{slug}.md", date.year()),
        text,
    ))
}

fn edition(week: Week, config: &Config, locale: &Locale) -> anyhow::Result<(String, String)> {
    let head = EditionHead {
        title: Some(locale.date(PartialDate::Week(week))),
        ..EditionHead::default()
    };
    let conclusion = format!("\n## {}\n\n", locale.conclusion_heading());
    let text = front_matter::write(&head)? + &conclusion + &takeaways("###", config, locale);
    Ok((format!("content/editions/{week}.md"), text))
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
