//! Builds after builds: whatever was edited in between, an incremental build leaves what a clean one makes,
//! byte for byte. Edits are drawn at random; `PROPTEST_CASES=10000 cargo test --release --test rebuild`
//! draws so many scripts of them.

#![allow(clippy::expect_used, clippy::panic)] // a test's way to fail

mod support;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use hebdo::content::{Choice, Shelf, Store};
use hebdo::model::{Digest, Section};
use hebdo::project::Project;
use hebdo::site::{self, Disk, Live, Made, Memory};
use hebdo::standing::Standing;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

type Files = BTreeMap<String, Vec<u8>>;
/// Settings, words and templates, with the static files.
type Opened = Result<(Project, Vec<site::Asset>), String>;

/// What an editor does to the newsletter between two builds.
#[derive(Debug, Clone)]
enum Edit {
    /// Writes an article, new or in the place of the one of that number.
    Article(usize, Article),
    RemoveArticle(usize),
    /// Changes one line of an article's head.
    Line(usize, &'static str),
    /// Gives the file of an article another name, which is its address.
    Rename(usize, usize),
    /// Writes an edition's note.
    Note(usize, &'static str),
    RemoveNote(usize),
    Settings(&'static str),
    /// Writes one of the site's own templates; none takes it away.
    Template(&'static str, Option<&'static str>),
    Static(&'static str, Option<&'static str>),
    /// Writes the picture that articles name, or takes it away.
    Picture(Option<&'static str>),
    /// Somebody changes or takes away a page of the site.
    Meddle(usize, bool),
    /// Whether drafts are built too, and what day it is.
    Choose(bool, i8),
    /// The cache is deleted, or a file of it damaged.
    Forget(Option<&'static str>),
}

#[derive(Debug, Clone)]
struct Article {
    title: &'static str,
    day: u8,
    keys: Vec<&'static str>,
    body: &'static str,
}

const KEYS: &[&str] = &[
    "tags: [régulation, puces]",
    "tags: [Régulation]",
    "entities: [Société Une, Institut Deux]",
    "entities: [Institut Deux]",
    "entities: [{ name: Société Une, ticker: UNE.PA }, Institut Deux]",
    "entities: [{ name: Société Une, ticker: UN.L }]",
    "source: { name: \"Le Fil\", url: \"https://fil.example/a\" }",
    "summary: \"Un résumé : court.\"",
    "summary: \"Un autre résumé.\"",
    "draft: true",
    "lang: en",
    "order: 1",
    "rights: quote",
    "week: 2026-W06",
    "week: none",
    "aliases: [/ancienne/]",
    "corrections: [{ on: 2026-01-25, text: \"Deux, et non trois.\" }]",
    "key_points: [\"Un point à 30 %.\"]",
    "authors: [\"Une Autrice\"]",
    "image: { src: dessin.svg, alt: Dessin }",
];

const PICTURE: &str = "content/articles/2026/dessin.svg";

const PICTURES: &[Option<&str>] = &[
    Some("<svg xmlns=\"http://www.w3.org/2000/svg\"/>"),
    Some("<svg xmlns=\"http://www.w3.org/2000/svg\"><g/></svg>"),
    None,
];

const BODIES: &[&str] = &[
    "Texte.\n\n![Dessin](dessin.svg)",
    "Un texte.",
    "Un texte avec une note[^1].\n\n[^1]: La note.",
    "Début.\n\n## Pour les décideurs\n\n- **Entreprises** : relire.\n- Pour tous, attendre.\n",
    "## Titre\n\nSuite : « fin » !\n\n## Pour les décideurs\n\n- Les régulateurs voient loin.\n",
    "",
    "Avant.\n\n```chart\ntitle: Réponses\ntype: bar\nunit: \"%\"\nsource: { name: Le Fil }\ndata: { Oui: 62, Non: 1234.5 }\n```\n\nAprès.\n",
    "Avant.\n\n```chart\ntitle: Réponses\ntype: bar\nunit: \"%\"\nsource: { name: Le Fil }\ndata: { Oui: 63, Non: 1234.5 }\n```\n\nAprès.\n",
];

const NOTES: &[&str] = &[
    "---\ntitle: \"La semaine\"\n---\n\nIntroduction.\n",
    "---\nnumber: 4\nsummary: \"En bref.\"\n---\n\n## Conclusion\n\nFin.\n\n### Pour les décideurs\n\n- **Entreprises** : finir.\n",
    "---\nstatus: draft\n---\n\nPas encore.\n",
    "---\nstories: [a0]\n---\n",
    "---\ntitle: Chiffres\n---\n\nNote.\n\n```chart\ntitle: Réponses\ntype: bar\nunit: \"%\"\nsource: { name: Le Fil }\ndata: { Oui: 7, Non: 1234.5 }\n```\n\nAprès.\n",
];

const SETTINGS: &[&str] = &[
    "title: Lettre\n",
    "title: Autre lettre\nper_page: 2\n",
    "title: Lettre\nlang: en\nper_page: 1\n",
    "title: Lettre\ntypography: false\narticles_per_page: 2\nsections: [themes, audiences]\n",
    "title: Lettre\npaths: { themes: sujets, page: page }\nfeed: { entries: 1, file: atom.xml, json: \"\", sections: [sources, entities] }\n",
    "title: Lettre\naudiences:\n  - { id: entreprises, label: Entreprises, cues: [régulateur] }\n",
];

fn article(i: usize) -> String {
    format!("content/articles/2026/a{i}.md")
}

fn note(week: usize) -> String {
    format!("content/editions/2026-W0{week}.md")
}

fn an_article() -> impl Strategy<Value = Article> {
    let titles = select(vec!["Une loi", "Énergie : suite", "Zèbre", "L'usine"]);
    let keys = subsequence(KEYS.to_vec(), 0..6);
    (titles, 1u8..20, keys, select(BODIES.to_vec())).prop_map(|(title, day, keys, body)| Article {
        title,
        day,
        keys,
        body,
    })
}

fn edit() -> impl Strategy<Value = Edit> {
    let template = (
        select(vec!["parts/card.html", "home.html", "article.html"]),
        prop_oneof![
            Just(None),
            Just(Some("<main>{{ page.title }}</main>\n")),
            Just(Some("{{ page.nothing }}"))
        ],
    );
    let file = (
        select(vec!["style.css", "photo.txt"]),
        prop_oneof![Just(None), Just(Some("a")), Just(Some("b"))],
    );
    prop_oneof![
        12 => (0usize..6, an_article()).prop_map(|(i, article)| Edit::Article(i, article)),
        12 => (0usize..6, select(KEYS.to_vec())).prop_map(|(i, line)| Edit::Line(i, line)),
        3 => (0usize..6).prop_map(Edit::RemoveArticle),
        2 => (0usize..6, 0usize..8).prop_map(|(i, j)| Edit::Rename(i, j)),
        3 => (2usize..4, select(NOTES.to_vec())).prop_map(|(week, note)| Edit::Note(week, note)),
        1 => (2usize..4).prop_map(Edit::RemoveNote),
        2 => select(SETTINGS.to_vec()).prop_map(Edit::Settings),
        1 => template.prop_map(|(name, text)| Edit::Template(name, text)),
        2 => select(PICTURES.to_vec()).prop_map(Edit::Picture),
        1 => file.prop_map(|(name, text)| Edit::Static(name, text)),
        1 => (0usize..40, any::<bool>()).prop_map(|(i, goes)| Edit::Meddle(i, goes)),
        1 => (any::<bool>(), 5i8..25).prop_map(|(drafts, day)| Edit::Choose(drafts, day)),
        1 => select(vec![None, Some("articles"), Some("articles-news")]).prop_map(Edit::Forget),
    ]
}

/// A newsletter that is built again and again, by one program after the other and in one that goes on.
struct Desk {
    folder: tempfile::TempDir,
    choice: Choice,
    shelf: Shelf,
    settings: String,
    live: Live,
}

impl Desk {
    fn new() -> Self {
        let desk = Self {
            folder: tempfile::tempdir().expect("a folder"),
            choice: Choice {
                today: "2026-01-15".parse().expect("a day"),
                drafts: false,
                future: false,
            },
            shelf: Shelf::going_on(),
            settings: String::new(),
            live: Live::default(),
        };
        desk.write("hebdo.yaml", "title: Lettre\n");
        desk.put(PICTURE, PICTURES[0]);
        fs::create_dir_all(desk.path("content/articles")).expect("a folder");
        desk
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn write(&self, name: &str, text: &str) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().expect("a parent")).expect("folders");
        fs::write(path, text).expect(name);
    }

    /// Writes a file, or takes it away.
    fn put(&self, name: &str, text: Option<&str>) {
        match text {
            Some(text) => self.write(name, text),
            None => drop(fs::remove_file(self.path(name))),
        }
    }

    /// The files of content that an edit touches, as a watcher names them.
    fn touched(edit: &Edit) -> Vec<PathBuf> {
        let named = match edit {
            Edit::Article(i, _) | Edit::Line(i, _) | Edit::RemoveArticle(i) => vec![article(*i)],
            Edit::Rename(i, j) => vec![article(*i), article(*j)],
            Edit::Note(week, _) | Edit::RemoveNote(week) => vec![note(*week)],
            _ => Vec::new(),
        };
        named.into_iter().map(PathBuf::from).collect()
    }

    fn apply(&mut self, edit: &Edit) {
        self.shelf.change(&Self::touched(edit));
        match edit {
            Edit::Article(
                i,
                Article {
                    title,
                    day,
                    keys,
                    body,
                },
            ) => {
                let mut head = format!("title: \"{title}\"\ndate: 2026-01-{day:02}\n");
                let mut seen = Vec::new();
                for key in keys {
                    let name = key.split(':').next();
                    if !seen.contains(&name) {
                        head += &format!("{key}\n");
                        seen.push(name);
                    }
                }
                self.write(&article(*i), &format!("---\n{head}---\n\n{body}\n"));
            }
            Edit::Line(i, line) => self.change(&article(*i), line),
            Edit::RemoveArticle(i) => self.put(&article(*i), None),
            Edit::Rename(i, j) => {
                drop(fs::rename(self.path(&article(*i)), self.path(&article(*j))));
            }
            Edit::Note(week, text) => self.write(&note(*week), text),
            Edit::RemoveNote(week) => self.put(&note(*week), None),
            Edit::Settings(text) => self.write("hebdo.yaml", text),
            Edit::Template(name, text) => self.put(&format!("templates/{name}"), *text),
            Edit::Static(name, text) => self.put(&format!("static/{name}"), *text),
            Edit::Picture(text) => self.put(PICTURE, *text),
            Edit::Meddle(i, goes) => {
                let public = self.public();
                let Some(path) = public.keys().nth(*i) else {
                    return;
                };
                self.put(&format!("public/{path}"), (!goes).then_some("not ours"));
            }
            Edit::Choose(drafts, day) => {
                self.choice.drafts = *drafts;
                self.choice.today = format!("2026-01-{day:02}").parse().expect("a day");
            }
            Edit::Forget(file) => self.forget(*file),
        }
    }

    /// Puts a line into a head, in the place of the one with its key.
    fn change(&self, name: &str, line: &str) {
        let Ok(text) = fs::read_to_string(self.path(name)) else {
            return;
        };
        let key = line.split(':').next().expect("a key");
        let kept = text
            .lines()
            .filter(|old| old.split(':').next() != Some(key));
        let lines: Vec<&str> = kept.collect();
        self.write(
            name,
            &lines.join("\n").replacen("---", &format!("---\n{line}"), 1),
        );
    }

    fn forget(&self, file: Option<&str>) {
        let Some(file) = file.map(|name| self.path(".hebdo").join(name)) else {
            return drop(fs::remove_dir_all(self.path(".hebdo")));
        };
        if let Ok(bytes) = fs::read(&file) {
            fs::write(file, &bytes[..bytes.len() / 2]).expect("a file");
        }
    }

    fn public(&self) -> Files {
        let root = self.path("public");
        let entries = walkdir::WalkDir::new(&root).into_iter().flatten();
        let files = entries.filter(|entry| entry.file_type().is_file());
        let files = files.map(|entry| {
            let path = entry.path().strip_prefix(&root).expect("inside");
            (
                path.to_string_lossy().into_owned(),
                fs::read(entry.path()).expect("bytes"),
            )
        });
        files
            .filter(|(path, _)| path != ".hebdo/manifest")
            .collect()
    }

    /// What all builds of one state of the folder are made with.
    fn project(&self) -> Opened {
        let told = |error: hebdo::diag::Diagnostics| error.to_string();
        let mut project = Project::open(self.folder.path(), self.choice).map_err(told)?;
        let sections = &mut project.config.sections;
        sections.retain(|section| *section != Section::Cards); // they take long to draw
        let own = self.path("static");
        let assets = site::assets(own.is_dir().then_some(own.as_path())).map_err(told)?;
        Ok((project, assets))
    }

    /// A clean build into memory.
    fn clean(&self, opened: &Opened) -> Result<Files, String> {
        let (project, assets) = opened.as_ref().map_err(String::clone)?;
        let (library, _) = project
            .library(self.choice)
            .map_err(|error| error.to_string())?;
        let memory = Memory::default();
        render(project, &library, assets, &memory)?;
        Ok(memory.into_files())
    }

    /// The build of a program that starts, with what the last one left.
    fn build(&self, opened: &Opened) -> Result<(), String> {
        let (project, assets) = opened.as_ref().map_err(String::clone)?;
        let program = Digest::of_bytes(&[b"this program"]);
        let store = Store::new(&self.path(".hebdo"), program, &project.config);
        let (note, inputs) = (self.path(".hebdo/all"), &["content"]);
        let standing = Standing::look(&note, program, self.folder.path(), inputs);
        let shelf = Shelf::open(&store, self.folder.path(), &project.config);
        let mut shelf = shelf.having_seen(standing.listing());
        let library = project.library_on(&mut shelf, Some(&store), self.choice);
        let (library, _) = library.map_err(|error| error.to_string())?;
        let disk = Disk::open(&self.path("public")).map_err(|error| error.to_string())?;
        let disk = disk.remembering(Made::read(&self.path(".hebdo/made"), program));
        render(project, &library, assets, &disk)?;
        shelf.check().map_err(|error| error.to_string())?;
        disk.commit().map_err(|error| error.to_string())?;
        Ok(())
    }

    /// The build of a program that goes on.
    fn go_on(&mut self, opened: &Opened) -> Result<(), String> {
        let (project, assets) = opened.as_ref().map_err(String::clone)?;
        let settings = format!("{:?}", project.config);
        if settings != self.settings {
            self.shelf = Shelf::going_on();
            self.settings = settings;
        }
        let library = project.library_on(&mut self.shelf, None, self.choice);
        let (library, _) = library.map_err(|error| error.to_string())?;
        match render(project, &library, assets, &self.live) {
            Ok(()) => self.live.commit(),
            Err(error) => {
                self.live.give_up();
                return Err(error);
            }
        }
        Ok(())
    }

    fn live(&self) -> Files {
        let built = self.live.built();
        let bytes = |path: &str| built.get(path).expect("a page").to_vec();
        built
            .paths()
            .map(|path| (path.to_owned(), bytes(path)))
            .collect()
    }
}

fn render(
    project: &Project,
    library: &hebdo::model::Library,
    assets: &[site::Asset],
    sink: &dyn site::Sink,
) -> Result<(), String> {
    let rendered = site::render(
        library,
        &project.config,
        &project.locale,
        &project.templates,
        assets,
        sink,
    );
    rendered.map(drop).map_err(|error| error.to_string())
}

/// Names the first file that differs.
fn same(found: &Files, expected: &Files) -> Result<(), String> {
    let paths = found.keys().chain(expected.keys());
    let differs = paths
        .into_iter()
        .find(|path| found.get(*path) != expected.get(*path));
    let text = |files: &Files, path: &str| {
        let bytes = files
            .get(path)
            .map(|bytes| String::from_utf8_lossy(bytes).into_owned());
        bytes.unwrap_or_else(|| "(no file)".to_owned())
    };
    match differs {
        None => Ok(()),
        Some(path) => Err(format!(
            "{path}\n--- clean\n{}\n--- found\n{}",
            text(expected, path),
            text(found, path)
        )),
    }
}

proptest! {
    #![proptest_config(support::cases(100))]

    #[test]
    fn whatever_was_edited_a_build_leaves_what_a_clean_one_makes(
        script in proptest::collection::vec(proptest::collection::vec(edit(), 1..4), 2..6)
    ) {
        let mut desk = Desk::new();
        for (at, edits) in script.iter().enumerate() {
            for edit in edits {
                desk.apply(edit);
            }
            let before = desk.public();
            let opened = desk.project();
            match desk.clean(&opened) {
                Ok(expected) => {
                    prop_assert_eq!(desk.build(&opened), Ok(()));
                    prop_assert_eq!(desk.go_on(&opened), Ok(()));
                    prop_assert_eq!(same(&desk.public(), &expected), Ok(()), "on disk, after edit {}", at);
                    prop_assert_eq!(same(&desk.live(), &expected), Ok(()), "in memory, after edit {}", at);
                }
                Err(wrong) => {
                    prop_assert_eq!(desk.build(&opened), Err(wrong.clone()));
                    prop_assert_eq!(desk.go_on(&opened), Err(wrong));
                    prop_assert_eq!(same(&desk.public(), &before), Ok(()));
                }
            }
        }
    }
}

/// What stood untouched for a while is not even read; what changes after that is seen all the same.
#[test]
fn a_file_that_stood_untouched_is_known_by_its_stamp() {
    let mut desk = Desk::new();
    for (i, key) in KEYS.iter().take(6).enumerate() {
        let article = Article {
            title: "Une loi",
            day: 5,
            keys: vec![key],
            body: BODIES[i % BODIES.len()],
        };
        desk.apply(&Edit::Article(i, article));
    }
    std::thread::sleep(std::time::Duration::from_secs(4));
    for (round, body) in BODIES.iter().enumerate() {
        let opened = desk.project();
        desk.build(&opened).expect("a build");
        assert_eq!(
            same(&desk.public(), &desk.clean(&opened).expect("a site")),
            Ok(()),
            "round {round}"
        );
        let article = Article {
            title: "Zèbre",
            day: 6,
            keys: vec![],
            body,
        };
        desk.apply(&Edit::Article(round, article));
    }
    let kept: &Path = &desk.path(".hebdo/articles");
    assert!(kept.exists(), "nothing was kept");
}

/// A mistake that stays when its file is saved again is told once, by a program that goes on as by a clean build.
#[test]
fn a_mistake_is_told_once_however_often_its_file_is_named() {
    let mut desk = Desk::new();
    let chart = Article {
        title: "Une loi",
        day: 1,
        keys: vec![],
        body: "```chart\ntitle: Réponses\ntype: bar\ndata: { Oui: 62, Non: 12 }\n```\n",
    };
    for article in [
        Article {
            body: "",
            ..chart.clone()
        },
        chart.clone(),
        chart,
    ] {
        desk.apply(&Edit::Article(0, article));
        let opened = desk.project();
        assert_eq!(desk.go_on(&opened), desk.clean(&opened).map(drop));
    }
}
