//! Import, by example and by property.
//!
//! A folder `tests/import/<case>/` is a test: `input.txt`, `input.html`, `.mhtml`, `.eml`, `.mbox`, `.xml` or `.json` (raw bytes), `options.yaml` where the
//! editor knows something, and `expected/`: each draft at its path, `report.txt`, or `error.txt`
//! where there is nothing to import. `UPDATE_EXPECTED=1 cargo test --test import` rewrites what is
//! expected; read the difference before you commit it.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a test fails by panicking, its helpers too

mod support;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use hebdo::diag::{Diagnostic, Diagnostics};
use hebdo::import::{self, Import, Item, Options, Raw};
use hebdo::model::{PartialDate, Rights};
use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

/// Files by their path below `expected/`.
type Files = BTreeMap<String, String>;

#[test]
fn every_case_gives_what_is_expected() {
    let mut wrong = String::new();
    for case in cases() {
        let found = files(&case);
        if std::env::var_os("UPDATE_EXPECTED").is_some() {
            write_expected(&case, &found);
        }
        let expected = read_expected(&case);
        for path in found.keys().chain(expected.keys()) {
            let (want, got) = (expected.get(path), found.get(path));
            if want != got && !wrong.contains(&format!("{}/expected/{path}", case.display())) {
                let want = want.map_or("", String::as_str);
                let got = got.map_or("", String::as_str);
                let _ = writeln!(
                    wrong,
                    "{}/expected/{path}\n{}",
                    case.display(),
                    diff(want, got)
                );
            }
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

fn cases() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/import");
    let entries = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path());
    let mut cases: Vec<PathBuf> = entries.filter(|path| path.is_dir()).collect();
    cases.sort();
    assert!(cases.len() >= 10, "the cases are gone");
    cases
}

/// The import of an input that holds one item.
fn read(raw: &Raw<'_>, options: &Options) -> Result<Import, Diagnostic> {
    let items = import::unpack(raw)?;
    assert_eq!(items.len(), 1, "{}", raw.name);
    import::read(&items[0], options)
}

/// The inputs that a case may have.
const INPUTS: &[&str] = &[
    "input.txt",
    "input.html",
    "input.mhtml",
    "input.eml",
    "input.mbox",
    "input.xml",
    "input.json",
];

/// What an import of the case gives, as files.
fn files(case: &Path) -> Files {
    let name = INPUTS.iter().find(|name| case.join(name).exists());
    let name = name.unwrap_or_else(|| panic!("{} has no input", case.display()));
    let bytes = fs::read(case.join(name)).unwrap();
    let raw = Raw {
        name,
        bytes: &bytes,
    };
    let mut files = Files::new();
    match import::unpack(&raw) {
        Ok(items) => items.iter().for_each(|item| add(&mut files, item, case)),
        Err(error) => tell(&mut files, "error.txt", &shown(error)),
    }
    files
}

fn add(files: &mut Files, item: &Item<'_>, case: &Path) {
    match import::read(item, &options(case)) {
        Ok(import) => drafts(files, &import),
        Err(error) => tell(files, "error.txt", &shown(error)),
    }
}

fn shown(error: Diagnostic) -> String {
    let text = Diagnostics::from(error).to_string();
    anstream::adapter::strip_str(&text).to_string() + "\n"
}

/// Adds a text to what a file holds already.
fn tell(files: &mut Files, name: &str, text: &str) {
    let file = files.entry(name.to_owned()).or_default();
    file.push_str(text);
}

fn drafts(files: &mut Files, import: &Import) {
    tell(files, "report.txt", &import.report.to_string());
    for draft in &import.drafts {
        let old = files.insert(draft.path(), draft.to_markdown().unwrap());
        assert!(old.is_none(), "two drafts want {}", draft.path());
    }
    if let Some(note) = &import.note {
        files.insert(note.path(), note.to_markdown().unwrap());
    }
}

fn options(case: &Path) -> Options {
    let text = fs::read_to_string(case.join("options.yaml")).unwrap_or_else(|_| "{}".to_owned());
    let map: BTreeMap<String, String> = serde_yaml::from_str(&text).unwrap();
    let mut options = Options::default();
    for (key, value) in map {
        match key.as_str() {
            "date" => options.date = Some(value.parse::<PartialDate>().unwrap()),
            "title" => options.title = Some(value),
            "source" => options.source = Some(value),
            "rights" => options.rights = Some(serde_yaml::from_str::<Rights>(&value).unwrap()),
            "split" => options.split = value == "yes",
            "lang" => options.lang = value,
            _ => panic!("options.yaml has an unknown key {key}"),
        }
    }
    options
}

fn read_expected(case: &Path) -> Files {
    let root = case.join("expected");
    let mut files = Files::new();
    let mut folders = vec![root.clone()];
    while let Some(folder) = folders.pop() {
        let Ok(entries) = fs::read_dir(&folder) else {
            continue;
        };
        for path in entries.map(|entry| entry.unwrap().path()) {
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path
                    .strip_prefix(&root)
                    .unwrap()
                    .to_string_lossy()
                    .replace('\\', "/");
                files.insert(name, fs::read_to_string(&path).unwrap());
            }
        }
    }
    files
}

fn write_expected(case: &Path, files: &Files) {
    let root = case.join("expected");
    if root.exists() {
        fs::remove_dir_all(&root).unwrap();
    }
    for (name, text) in files {
        let path = root.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
}

/// Lines that only one of the two has, with `-` and `+`.
fn diff(want: &str, got: &str) -> String {
    let (want, got): (Vec<&str>, Vec<&str>) = (want.lines().collect(), got.lines().collect());
    let gone = want
        .iter()
        .filter(|line| !got.contains(line))
        .map(|line| format!("  - {line}\n"));
    let new = got
        .iter()
        .filter(|line| !want.contains(line))
        .map(|line| format!("  + {line}\n"));
    let lines: String = gone.chain(new).collect();
    if lines.is_empty() {
        "  the same lines in another order\n".to_owned()
    } else {
        lines
    }
}

/// The date that an article has whose header holds the line.
fn date_of(line: &str) -> Option<String> {
    let text = format!(
        "{line}\n\nLes phares de la côte passent au solaire\n\nLe premier a été rallumé lundi, devant \
         une foule de curieux venus de trois communes, et le deuxième le sera dans un mois.\n"
    );
    let raw = Raw {
        name: "-",
        bytes: text.as_bytes(),
    };
    let import = read(&raw, &Options::default()).unwrap();
    let draft = &import.drafts[0];
    assert_eq!(
        draft.head.title.as_deref(),
        Some("Les phares de la côte passent au solaire"),
        "{line}"
    );
    draft.head.date.map(|date| date.to_string())
}

#[test]
fn a_date_has_the_precision_that_the_text_gives() {
    let lines = [
        ("28 janvier 2026", "2026-01-28"),
        ("Mercredi 28 janvier 2026", "2026-01-28"),
        ("le 1er févr. 2026 à 18h12", "2026-02-01"),
        ("Publié le 28/01/2026", "2026-01-28"),
        ("Publié le 03/04/2026", "2026-04-03"),
        ("28.01.2026 | Mis à jour le 30.01.2026", "2026-01-28"),
        ("2026-01-28T18:12:00+01:00", "2026-01-28"),
        ("January 28th, 2026", "2026-01-28"),
        ("On Wednesday, 28 Jan 2026", "2026-01-28"),
        ("Semaine 5 de 2026", "2026-W05"),
        ("Semaine 5 – 2026", "2026-W05"),
        ("sem. 53, 2026", "2026-W53"),
        ("Semaine du 28 décembre 2026 au 3 janvier 2027", "2026-W53"),
        ("Semaine du 26 janvier 2026", "2026-W05"),
        ("Semaine du 26 au 30 janvier 2026", "2026-W05"),
        ("2026-W05", "2026-W05"),
        ("Janvier 2026", "2026-01"),
        ("août 2025", "2025-08"),
        ("2026", "2026"),
        ("date 2026-W05", "2026-W05"),
        ("date 2026", "2026"),
        ("January 30, 2026 at 9:14 AM EST", "2026-01-30"),
        ("N°112 – Jeudi 5/02/2026", "2026-02-05"),
        ("janvier 2026 | Équipe produit | Lettre interne", "2026-01"),
        ("Le 3 avril 2026 à 12 h 30", "2026-04-03"),
        ("Le 3 avril 2026 à 12h", "2026-04-03"),
        ("03-04-2026", "2026-04-03"),
        ("2026/04/03", "2026-04-03"),
        ("Luc Besnard, 3 avril 2026", "2026-04-03"),
        ("New York, 3 avril 2026", "2026-04-03"),
        ("Nantes, le 3 avril 2026", "2026-04-03"),
        ("Publié par Luc Besnard le 3 avril 2026", "2026-04-03"),
        ("(AFP) - 3 avril 2026", "2026-04-03"),
        ("Mis en ligne le 03/04/2026 à 12 h 30", "2026-04-03"),
        ("Auteur\nPaul Nizon\nDate\n18 octobre 2025", "2025-10-18"),
        (
            "Date :\n18 octobre 2025\n\nAutrice :\nLéa Nizon",
            "2025-10-18",
        ),
    ];
    for (line, date) in lines {
        assert_eq!(date_of(line).as_deref(), Some(date), "{line}");
    }
}

#[test]
fn no_date_is_invented() {
    for line in [
        "28 janvier",
        "Semaine 40",
        "18h12",
        "30 février 2026",
        "31/02/2026",
        "Publié le 31-02-2026",
        "2026/02/31",
        "semaine 54 de 2026",
        "Édition n° 12",
    ] {
        assert_eq!(date_of(line), None, "{line}");
    }
}

/// A line as raw texts have them: prose, short lines, lists, numbers, furniture, signs of markup.
fn line() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        "[a-zé]{1,9}",
        "[A-ZÉ][a-z]{1,8}",
        "[0-9]{1,4}",
        r"[*_<>#`~&\[\](){}|\\!.,:;«»'’-]{1,3}"
    ];
    let words = |n| prop::collection::vec(word.clone(), n).prop_map(|words| words.join(" "));
    let end = prop_oneof![Just(""), Just("."), Just(" :"), Just(" ?"), Just(",")];
    prop_oneof![
        3 => (words(12..40), end.clone()).prop_map(|(text, end)| format!("{text}{end}")),
        3 => (words(1..9), end).prop_map(|(text, end)| format!("{text}{end}")),
        2 => words(1..14).prop_map(|text| format!("  • {text}")),
        1 => words(1..14).prop_map(|text| format!("- {text}")),
        2 => (1..4u32, words(1..9)).prop_map(|(n, text)| format!("{n}. {text}")),
        3 => Just(String::new()),
        1 => prop::sample::select(KNOWN).prop_map(str::to_owned),
    ]
}

/// Lines that some pass looks for.
const KNOWN: &[&str] = &[
    " date 2026-01-28 Une phrase suit la marque",
    "((Traduction automatisée par Reuters: https://exemple.test)) par Ada B.",
    "18h12 ▪ 4 min de lecture ▪ par Ada B.",
    "2 févr. 2026",
    "Pour les décideurs",
    "👉 Pour les décideurs :",
    "En bref",
    "À retenir",
    "Sources :",
    "• Un titre : https://exemple.test/a",
    "Source : Le Courrier",
    "Source : https://",
    "Sources : Le Courrier, https://exemple.test/b ; La Gazette",
    "Conclusion",
    "① Un cercle",
    "② Un autre cercle",
    "🔹 Une nouvelle",
    "Pourquoi c'est important : une raison",
    "Conclusion : la suite",
    "DISCLAIMER",
    "Partager",
    "A",
    "---",
    "Ada B.",
    "Par Ada B., présidente de Caravelle et ancienne ministre",
    "Par Ada B., présidente de Caravelle, 2 févr. 2026",
    "Ada Bé, 3 avril 2026 à 12 h 30",
    "janvier 2026 | Équipe produit | vier",
    "Auteur",
    "Paul Nizon",
    "Date",
    "31/02/2026",
    "(AFP) - N° 12 – 03-04-2026 at 9:14 AM EST",
    "(Source : La Vigie, 3 février)",
    "[Sources : La Vigie, 3 février 2026 ; Le Phare]",
    "Le chiffre",
    "SOURCES",
    "Sur le même sujet",
    "À la une   Analyses   Podcasts   Boutique",
    "Le contrat dit :",
    "3. Un point",
    "04 - Un point de plus",
    "De : Ada B. <ada@exemple.test>",
    "Objet : TR: Un sujet",
    "Date : 3 avril 2026 09:30",
    "---------- Message transféré ---------",
    "> une ligne citée",
    "Le 27 févr. 2026 à 17:40, Paul a écrit :",
    "(Ajout réaction, 5e paragraphe)",
    "(Reportage de Léa Martin à Paris, édité par Paul Nizon)",
    "abc/de/fgh",
    "-30-",
    "COMMUNIQUÉ DE PRESSE",
    "Contact presse",
    "06 00 00 00 00",
    "À propos de Caravelle",
    "Colonne\tAutre colonne",
    "| a | b |",
    "|---|---|",
    "```",
    "1",
    "2",
    "👉 Un point",
    "Léa : que dites-vous ?",
    "Paul : rien.",
    "[00:12] Léa : bonjour.",
    "Résumé",
    "#IA #droit",
    "Pour les pouvoirs publics",
    "Commentaires (3)",
    "Sommaire",
    "Publié il y a 3 jours",
    "Le vote est acquis. Pour les décideurs : relisez vos contrats.",
    "**Un titre.** Une phrase le suit. Pour les décideurs : rien.",
    "© AFP / 17 mars 2026 16h42",
    "Lire : https://exemple.test/c",
    "Story 1 — Un titre",
];

/// The runs of letters and digits of a text.
fn words_of(text: &str) -> Vec<String> {
    let runs = text.split(|c: char| !c.is_alphanumeric());
    runs.filter(|run| !run.is_empty())
        .map(str::to_owned)
        .collect()
}

proptest! {
    #![proptest_config(support::cases(400))]

    /// Every line is kept, moved or dropped, and no word of it is lost on the way.
    #[test]
    fn nothing_is_lost(lines in prop::collection::vec(line(), 1..40), split in any::<bool>()) {
        let text = lines.join("\n");
        prop_assume!(text.chars().any(char::is_alphanumeric));
        let options = Options { split, ..Options::default() };
        let import = read(&Raw { name: "-", bytes: text.as_bytes() }, &options);
        let is_furniture = |e: &Diagnostic| e.message().starts_with("there is no article");
        prop_assume!(!import.as_ref().is_err_and(is_furniture));
        let import = import.map_err(|e| TestCaseError::fail(e.message().to_owned()))?;
        let report = &import.report;
        let read = text.lines().filter(|line| !line.trim().is_empty()).count();
        prop_assert_eq!(report.lines_read, read);
        prop_assert_eq!(report.lines_kept + report.lines_moved + report.lines_dropped, read);

        let mut bodies: Vec<String> = import.drafts.iter().flat_map(|d| words_of(&d.body)).collect();
        bodies.extend(import.note.iter().flat_map(|note| words_of(&note.body)));
        // A heading for decision-makers whose words are not ours is told.
        let renamed = report.renamed.iter().map(|r| &r.text);
        let elsewhere = report.moved.iter().map(|m| &m.text).chain(report.dropped.iter().map(|d| &d.text));
        bodies.extend(elsewhere.chain(renamed).flat_map(|text| words_of(text)));
        let mut left = std::collections::HashMap::new();
        for word in bodies {
            *left.entry(word).or_insert(0) += 1;
        }
        for word in words_of(&text) {
            let count = left.entry(word.clone()).or_insert(0);
            *count -= 1;
            prop_assert!(*count >= 0, "the word {} was lost", word);
        }
    }

    /// Markdown reads a body as the very text that was imported, and as no markup but what is clearly meant: strong words,
    /// emphasis, code.
    #[test]
    fn signs_stay_signs(start in "(Voici |[^ -]?)", text in r"[a-z*_<>#`~&\[\](){}|\\!.:;'=+ 0-9-]{1,60}") {
        let text = format!("{start}{text} et rien d'autre qui ne soit une phrase de prose assez longue pour en être une.");
        let text = text.trim();
        prop_assume!(!text.starts_with(['-', '*', '•', '–', '\u{feff}']) && !text.contains(['\n', '\r', '\0']));
        let import = read(&Raw { name: "-", bytes: text.as_bytes() }, &Options::default());
        let body = import.map_err(|e| TestCaseError::fail(e.message().to_owned()))?.drafts.remove(0).body;
        use pulldown_cmark::{Event, Options as Ext, Tag, TagEnd};
        let extensions = Ext::ENABLE_TABLES | Ext::ENABLE_FOOTNOTES | Ext::ENABLE_STRIKETHROUGH | Ext::ENABLE_TASKLISTS | Ext::ENABLE_GFM;
        let mut read = String::new();
        for event in pulldown_cmark::Parser::new_ext(&body, extensions) {
            match event {
                Event::Text(text) => read.push_str(&text),
                Event::Code(code) => read.push_str(&format!("`{code}`")),
                Event::Start(Tag::Strong) | Event::End(TagEnd::Strong) => read.push_str("**"),
                Event::Start(Tag::Emphasis) | Event::End(TagEnd::Emphasis) => read.push('*'),
                Event::Start(Tag::Paragraph) | Event::End(TagEnd::Paragraph) => {}
                other => prop_assert!(false, "{body:?} has {other:?}"),
            }
        }
        prop_assert_eq!(read.nfc().collect::<String>(), text.nfc().collect::<String>());
    }
}

#[test]
fn what_no_article_is_like_is_refused_at_once() {
    let divs = format!("{}fond{}", "<div>".repeat(50_000), "</div>".repeat(50_000));
    let attributes: String = (0..50_000).map(|n| format!(" a{n}=1")).collect();
    let pages = [
        divs,
        format!("<p{attributes}>texte</p>"),
        "<b id=x>".repeat(40) + &"<p>texte".repeat(1000),
        "<".repeat(1_000_000),
        "&amp;".repeat(1_000_000),
        "mot ".repeat(3_000_000),
    ];
    for page in pages {
        let bytes = format!("<!doctype html><body>{page}");
        let raw = Raw {
            name: "-",
            bytes: bytes.as_bytes(),
        };
        let error = read(&raw, &Options::default()).unwrap_err();
        assert!(
            error.message().starts_with("this page"),
            "{}",
            error.message()
        );
    }
}

#[test]
fn a_text_that_repeats_itself_is_one_article() {
    let prose = "Une phrase assez longue, de prose ordinaire, pour que le texte ait un article.";
    for (part, count) in [
        ("\nEn bref", 4000),
        ("\nÀ retenir\n- a", 4000),
        ("l'", 10_000),
    ] {
        let text = format!("{prose}\n\n{}", part.repeat(count));
        let raw = Raw {
            name: "-",
            bytes: text.as_bytes(),
        };
        let import = read(&raw, &Options::default()).expect("an article");
        assert_eq!(import.drafts.len(), 1, "{part}");
    }
}

/// A part of a page, with parts inside it.
fn part() -> impl Strategy<Value = String> {
    let text = r"[a-zé*_<>#`~&\[\](){}|\\!.:;0-9-]{1,9}( [a-zé*_0-9.,;:-]{1,9}){0,9}";
    let text = text.prop_map(|t| t.replace('&', "&amp;").replace('<', "&lt;"));
    let leaf = prop_oneof![
        4 => text,
        1 => Just("<br>".to_owned()),
        1 => Just(r#"<img src="/i.png" alt="une * image">"#.to_owned()),
    ];
    leaf.prop_recursive(5, 60, 6, |inner| {
        let tags = prop::sample::select(TAGS);
        (tags, prop::collection::vec(inner, 0..6)).prop_map(|(tag, parts)| {
            let opened = tag.rsplit('<').next().unwrap_or(tag);
            let name = opened.split(' ').next().unwrap_or(opened);
            format!("<{tag}>{}</{name}>", parts.join(" "))
        })
    })
}

const TAGS: &[&str] = &[
    "p",
    "div",
    "h1",
    "h2",
    "h4",
    "ul",
    "ol",
    "li",
    "table",
    "tr",
    "td rowspan=2",
    "th colspan=3",
    "blockquote",
    "pre",
    "code",
    "b",
    "em",
    "sup",
    "sub",
    "a href=/x?utm_a=1",
    "a href=javascript:x",
    "figure",
    "figcaption",
    "dl",
    "dt",
    "dd",
    "q",
    "section",
    "aside",
    "span",
    "h3>Pour les décideurs</h3><ul",
    "h3>Sources</h3><ul",
    "p>Par Ada B.</p><p",
];

proptest! {
    #![proptest_config(support::cases(300))]

    /// Whatever the markup, no word is lost between blocks and draft (the audit would say so), all
    /// blocks are counted, and the body is clean Markdown without HTML.
    #[test]
    fn pages_are_read_whole(parts in prop::collection::vec(part(), 1..12)) {
        let prose = "<p>Une phrase assez longue, de prose ordinaire, pour que la page ait un article à donner.</p>";
        let page = format!("<!doctype html><head><meta property=og:url content=https://exemple.test/a></head><body><article>{prose}{}{prose}</article>", parts.join(prose));
        let import = read(&Raw { name: "-", bytes: page.as_bytes() }, &Options::default());
        let import = import.map_err(|e| TestCaseError::fail(e.message().to_owned()))?;
        let report = &import.report;
        prop_assert_eq!(report.lines_kept + report.lines_moved + report.lines_dropped, report.lines_read);
        prop_assert!(report.outside <= report.lines_dropped);
        let bodies = import.drafts.iter().map(|d| &d.body).chain(import.note.iter().map(|n| &n.body));
        let kept: usize = bodies.map(|body| body.matches("de prose ordinaire").count()).sum();
        let dropped = report.dropped.iter().map(|d| &d.text);
        let told = dropped.chain(report.moved.iter().map(|m| &m.text));
        let listed: usize = told.map(|t| t.matches("de prose ordinaire").count()).sum();
        prop_assert_eq!(kept + listed, parts.len() + 1, "a paragraph was lost without a word");
        for body in import.drafts.iter().map(|d| &d.body) {
            prop_assert!(!body.contains("](javascript"), "{body}");
            prop_assert!(!body.lines().any(|line| line.ends_with(' ')), "{body:?}");
            prop_assert!(!body.contains("\n\n\n") || body.contains("```"), "{body:?}");
            let has_html = pulldown_cmark::Parser::new(body).any(|e| matches!(e, pulldown_cmark::Event::Html(_) | pulldown_cmark::Event::InlineHtml(_)));
            prop_assert!(!has_html, "{body}");
        }
    }
}
