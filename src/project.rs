//! A newsletter's folder: its settings, its templates, its content.
//!
//! Enter by [`Project::open`], then [`Project::library`].

use std::fs;
use std::io;
use std::ops::Range;
use std::path::{Path, PathBuf};

use jiff::civil::Date;

use crate::content::{self, Choice, LeftOut, Shelf, Store};
use crate::diag::{Diagnostic, Diagnostics, Source};
use crate::group;
use crate::locale::{Locale, fold};
use crate::model::{Audience, Config, KnownEntity, Library, Unfinished, slugify};
use crate::templates::Templates;
use crate::wording;
use crate::yaml;

/// The name of the settings' file; the folder that has one is a newsletter's.
pub const SETTINGS: &str = "hebdo.yaml";

/// The settings of hebdo's own newsletter: what `init` starts from, and the audiences of a site that
/// names none.
pub const DEFAULT_SETTINGS: &str = include_str!("../hebdo.yaml");

/// A newsletter that can be built.
#[derive(Debug)]
pub struct Project {
    /// Its folder.
    pub root: PathBuf,
    /// Its settings, checked.
    pub config: Config,
    /// The words of its language.
    pub locale: Locale,
    /// The theme, with the site's own files over it.
    pub templates: Templates,
}

impl Project {
    /// Opens the newsletter in `root`. An error holds all that is wrong with its settings and
    /// templates and, since everything is told in one run, with its content too.
    pub fn open(root: &Path, choice: Choice) -> Result<Self, Diagnostics> {
        let own = root.join("templates");
        let templates = Templates::load(own.is_dir().then_some(own.as_path()));
        let config = settings(root);
        let lang = config.as_ref().map_or("fr", |config| &config.lang);
        let locale = wording::read(root, lang);
        match (config, templates, locale) {
            (Ok(config), Ok(templates), Ok(locale)) => Ok(Self {
                root: root.to_owned(),
                locale: locale
                    .with_typography(config.typography)
                    .with_hyphenation(config.hyphenation),
                config,
                templates,
            }),
            (config, templates, locale) => {
                let known = config.clone().unwrap_or_default();
                let content = content::load(root, &known, choice);
                let all = [config.err(), templates.err(), locale.err(), content.err()];
                let wrong = all.into_iter().flatten().flat_map(Diagnostics::into_list);
                Err(Diagnostics::of(wrong.collect()))
            }
        }
    }

    /// The published content, grouped; and how many articles stay out.
    pub fn library(&self, choice: Choice) -> Result<(Library, LeftOut), Diagnostics> {
        self.library_on(&mut Shelf::default(), None, choice)
    }

    /// The same as [`Project::library`], with what a shelf has read before.
    pub fn library_on(
        &self,
        shelf: &mut Shelf,
        store: Option<&Store>,
        choice: Choice,
    ) -> Result<(Library, LeftOut), Diagnostics> {
        let content = content::load_on(shelf, &self.root, &self.config, choice, store)?;
        let library = group::by_week(content.articles, content.notes, &self.config)
            .with_leaflets(content.leaflets);
        Ok((library, content.left_out))
    }

    /// All content, drafts and what is dated after today with it, grouped; and what of it is not
    /// finished.
    pub fn desk(&self, today: Date) -> Result<(Library, Vec<Unfinished>), Diagnostics> {
        let content = content::load(&self.root, &self.config, Choice::all(today))?;
        let library = group::by_week(content.articles, content.notes, &self.config)
            .with_leaflets(content.leaflets);
        Ok((library, content.unfinished))
    }
}

/// The settings of the newsletter in `root`; the defaults where it has no `hebdo.yaml`.
pub fn settings(root: &Path) -> Result<Config, Diagnostics> {
    let text = match fs::read_to_string(root.join(SETTINGS)) {
        Ok(text) => text.trim_start_matches('\u{feff}').replace("\r\n", "\n"),
        Err(error) if error.kind() == io::ErrorKind::NotFound => String::new(),
        Err(error) => {
            let message = format!("the settings cannot be read: {error}");
            let help = "make it a UTF-8 text that you may read";
            return Err(Diagnostic::of_file(SETTINGS, message, help).into());
        }
    };
    let source = Source {
        path: Path::new(SETTINGS),
        text: &text,
    };
    let read = yaml::parse(&source, 0..text.len());
    let mut config: Config = read.map_err(Diagnostics::of)?;
    if config.audiences.is_empty() {
        config.audiences = default_audiences();
    }
    let url = config.base_url.trim_end_matches('/').len();
    config.base_url.truncate(url);
    let checks = Checks {
        source: &source,
        range: 0..text.len(),
    };
    Diagnostics::check(checks.all(&config))?;
    Ok(config)
}

fn default_audiences() -> Vec<Audience> {
    serde_yaml::from_str::<Config>(DEFAULT_SETTINGS)
        .map(|config| config.audiences)
        .unwrap_or_default()
}

/// What settings must hold to, beyond the kinds of their values.
struct Checks<'a> {
    source: &'a Source<'a>,
    range: Range<usize>,
}

impl Checks<'_> {
    fn all(&self, config: &Config) -> Vec<Diagnostic> {
        let mut wrong = Vec::new();
        if let Err(error) = Locale::of(&config.lang) {
            wrong.push(self.error("lang", error.to_string(), "write `lang: fr` or `lang: en`"));
        }
        if let Err(why) = check_base_url(&config.base_url) {
            wrong.push(self.error(
                "base_url",
                why,
                "write where the site is published: https://www.example.com",
            ));
        }
        let ids: Vec<&str> = config
            .audiences
            .iter()
            .map(|audience| audience.id.0.as_str())
            .collect();
        wrong.extend(self.segments("audiences", &ids));
        wrong.extend(self.names(&config.import.entities));
        wrong.extend(self.segments("paths", &config.paths.segments()));
        wrong.extend(self.phrases(config));
        let page = Some(config.paths.page.as_str()).filter(|page| !page.is_empty());
        wrong.extend(self.segments("paths", page.as_slice()));
        wrong.extend(self.file("feed", &config.feed.file));
        let json = Some(config.feed.json.as_str()).filter(|name| !name.is_empty());
        wrong.extend(json.and_then(|name| self.file("feed", name)));
        if !config
            .feed
            .sections
            .iter()
            .all(|section| section.has_feeds())
        {
            let help = "name some of themes, entities, sources and audiences";
            wrong.push(self.error("feed", "`sections` has one without feeds of its own", help));
        }
        wrong
    }

    /// What import looks for has letters, and stands in one list only.
    fn phrases(&self, config: &Config) -> Vec<Diagnostic> {
        let all: Vec<&str> = config.import.phrases().collect();
        let problem = |(i, phrase): (usize, &&str)| {
            let (what, help) = if !phrase.chars().any(char::is_alphabetic) {
                (
                    "has no letters",
                    "write the words of a heading or of a line",
                )
            } else if all[..i].iter().any(|other| fold(other) == fold(phrase)) {
                ("stands here twice", "keep it in one of the lists")
            } else {
                return None;
            };
            let key = ("import", Some(*phrase));
            let message = format!("« {phrase} » {what}");
            Some(yaml::error_at(
                self.source,
                self.range.clone(),
                key,
                message,
                help,
            ))
        };
        all.iter().enumerate().filter_map(problem).collect()
    }

    /// Names by which import looks for entities: with letters, or they would be found everywhere.
    fn names(&self, entities: &[KnownEntity]) -> Vec<Diagnostic> {
        let names = entities
            .iter()
            .flat_map(|e| std::iter::once(&e.name).chain(&e.aliases));
        let unfit = names.filter(|name| slugify(name).len() < 2);
        let help = "write a name of two letters or digits at least";
        unfit
            .map(|name| self.error("import", format!("« {name} » is no name to look for"), help))
            .collect()
    }

    /// First segments and ids stand in addresses: each a slug, none twice.
    fn segments(&self, key: &str, segments: &[&str]) -> Vec<Diagnostic> {
        let problem = |(i, segment): (usize, &&str)| {
            if slugify(segment) != **segment || segment.is_empty() {
                let help = format!("letters a–z, digits and hyphens: {}", slugify(segment));
                return Some(self.error(
                    key,
                    format!("« {segment} » cannot stand in an address"),
                    help,
                ));
            }
            let twice = segments[..i].contains(segment);
            twice.then(|| {
                self.error(
                    key,
                    format!("« {segment} » stands here twice"),
                    "give each its own",
                )
            })
        };
        segments.iter().enumerate().filter_map(problem).collect()
    }

    /// The name of a file at the top of the site.
    fn file(&self, key: &str, name: &str) -> Option<Diagnostic> {
        let is_sign = |c: char| !c.is_ascii_alphanumeric() && !".-_".contains(c);
        let is_name = !name.starts_with('.') && !name.is_empty() && !name.contains(is_sign);
        let message = format!("« {name} » is not the name of a file");
        (!is_name).then(|| self.error(key, message, "letters a–z, digits, `.` and `-`: feed.xml"))
    }

    fn error(&self, key: &str, message: impl Into<String>, help: impl Into<String>) -> Diagnostic {
        yaml::error_at(self.source, self.range.clone(), (key, None), message, help)
    }
}

/// Whether an address can be the site's: `http` or `https`, a host, no query.
pub fn check_base_url(url: &str) -> Result<(), String> {
    let rest = url
        .strip_prefix("https://")
        .or_else(|| url.strip_prefix("http://"));
    let host = rest.map(|rest| rest.split('/').next().unwrap_or_default());
    match host {
        Some(host) if !host.is_empty() && !url.contains(['?', '#', ' ', '"', '<', '>', '&']) => {
            Ok(())
        }
        _ => Err(format!("« {url} » is not the address of a site")),
    }
}
