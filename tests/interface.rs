//! What templates may use: `docs/templates.md` is written from the structs that templates see, and the
//! structs are held against what templates are given. `UPDATE_EXPECTED=1 cargo test --test interface`
//! writes the page again.

#![allow(clippy::expect_used, clippy::panic)] // a test's way to fail

#[path = "support/structs.rs"]
mod structs;
mod support;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use hebdo::content::Choice;
use hebdo::project::Project;
use hebdo::site::{self, Memory};
use structs::{Field, Struct as View, public};

/// Where the structs stand that templates see.
const FOLDERS: [&str; 3] = ["src/site", "src/view", "src/email"];
/// The sites whose pages show all parts.
const CASES: [&str; 3] = ["whole", "related", "languages"];
/// What stands before the name of a template in the docstring of what it sees.
const SEEN_BY: &str = "What `";
/// What of a part is made beforehand, by the name that it has where it is used.
const READY: [(&str, &str); 2] = [("Card", "card::CardView"), ("story", "story::StoryView")];

/// Names by which a template asks for what is made only where one shows it.
const ASKING: &str = "{# body_html data_html looks years #}";

const INTRODUCTION: &str = "\
# What templates may use

Written from the structs of the program that templates see: `UPDATE_EXPECTED=1 cargo test --test interface` writes it again.

A template is [Tera](https://keats.github.io/tera/) 2. `hebdo theme eject templates/article.html` copies one into the newsletter's
folder, where it stands in place of hebdo's; all others stay as they are. A field whose name ends in `html` is HTML already and is
written `{{ story.body_html | safe }}`; all others are escaped. What may be missing is null, and false in an `{% if … %}`. The parts in
`templates/parts/` and `templates/email/` see what the template sees that includes them. Asking for a field that is not there
is an error that names the template, the line, the column and the fields that are.
";

/// The modules from which a file has a name.
fn imported(file: &str, name: &str) -> Vec<String> {
    let text = fs::read_to_string(file).expect("a source");
    let mut uses = text
        .split(';')
        .filter(|one| one.trim_start().starts_with("use "));
    let is_it = |one: &&str| {
        one.split(|c: char| !c.is_alphanumeric())
            .any(|word| word == name)
    };
    let path = uses
        .find(is_it)
        .and_then(|one| one.trim_start().strip_prefix("use "));
    let path = path
        .unwrap_or_default()
        .split('{')
        .next()
        .unwrap_or_default();
    let steps = path
        .split("::")
        .filter(|step| step.starts_with(char::is_lowercase));
    let steps = steps.filter(|step| !["super", "crate", "self"].contains(step));
    steps
        .flat_map(|step| [format!("/{step}/"), format!("/{step}.rs")])
        .collect()
}

/// What types are called besides, in a file.
fn aliases(file: &Path) -> Vec<(String, String)> {
    let text = fs::read_to_string(file).expect("a source");
    let lines = text
        .lines()
        .filter_map(|line| public(line).strip_prefix("type "));
    let halves = lines.filter_map(|line| line.trim_end_matches(';').split_once(" = "));
    let alias = |(name, of): (&str, &str)| {
        let name = name.split('<').next().unwrap_or_default();
        (name.to_owned(), of.to_owned())
    };
    halves.map(alias).collect()
}

/// The structs of a file that templates see, without what is not serialised.
fn views(file: &Path) -> Vec<View> {
    let mut views = structs::read(file);
    views.retain(|view| view.attributes.contains("Serialize"));
    for view in &mut views {
        view.fields
            .retain(|field| !field.attributes.contains("serde(skip)"));
    }
    views
}

/// All structs, and the names that types have besides.
struct Sources {
    views: Vec<View>,
    aliases: BTreeMap<String, String>,
}

impl Sources {
    fn read() -> Self {
        let files = FOLDERS
            .iter()
            .flat_map(|folder| walkdir::WalkDir::new(folder).sort_by_file_name());
        let files = files.flatten().map(walkdir::DirEntry::into_path);
        let files: Vec<_> = files
            .filter(|path| path.extension().is_some_and(|e| e == "rs"))
            .collect();
        Self {
            views: files.iter().flat_map(|file| views(file)).collect(),
            aliases: files.iter().flat_map(|file| aliases(file)).collect(),
        }
    }

    /// Each template with what it sees, in the order of names.
    fn seen(&self) -> Vec<(&str, &View)> {
        let views = self.views.iter();
        let mut seen: Vec<(&str, &View)> = views
            .flat_map(|view| view.templates().into_iter().map(move |name| (name, view)))
            .collect();
        seen.sort_by_key(|(name, _)| *name);
        seen
    }

    /// What all pages see.
    fn shared(&self) -> &View {
        let shared = self.views.iter().find(|view| view.name == "Shared");
        shared.expect("what all pages share")
    }

    /// The struct that a field shows, itself or in a list.
    fn part(&self, view: &View, field: &Field) -> Option<&View> {
        let ready = |name: &str| {
            READY
                .iter()
                .find(|(ready, _)| *ready == name)
                .map(|(_, view)| *view)
        };
        let of = inner(&field.of);
        let name = match ready(of).or_else(|| ready(&field.name).filter(|_| of == "Ready")) {
            Some(name) => name,
            None => self.aliases.get(of).map_or(of, |of| inner(of)),
        };
        let name = self.argument(view, name).unwrap_or(name);
        let (module, name) = name.rsplit_once("::").unwrap_or(("", name));
        let is_in = |file: &str| module.is_empty() || file.contains(&format!("{module}."));
        let imported = imported(&view.file, name);
        let is_imported = |file: &str| imported.iter().any(|step| file.contains(step.as_str()));
        let folder = |file: &str| file.rsplit_once('/').map(|(folder, _)| folder.to_owned());
        let distance = |other: &&View| {
            let is_near = folder(&other.file) == folder(&view.file);
            let is_own = other.file == view.file;
            (
                !is_in(&other.file),
                !is_own,
                !is_imported(&other.file),
                !is_near,
            )
        };
        let named = self.views.iter().filter(|view| view.name == name);
        named.min_by_key(distance)
    }

    /// What stands for the type `T` of a struct that is made for several, where it is used.
    fn argument(&self, view: &View, name: &str) -> Option<&str> {
        let uses = self.views.iter().flat_map(|view| &view.fields);
        let arguments = uses.filter_map(|field| {
            let (_, used) = field.of.split_once(&format!("{}<", view.name))?;
            Some(inner(last_argument(used.trim_end_matches('>'))))
        });
        arguments.into_iter().next().filter(|_| name == "T")
    }

    fn is_list(&self, field: &Field) -> bool {
        let of = referred(field.of.trim_start_matches("Option<"));
        let of = referred(of.strip_prefix("Deferred<").map_or(of, last_argument));
        of.starts_with("Vec<") || of.starts_with('[')
    }

    /// The parts of views, and theirs, in the order of their names.
    fn parts<'v>(&'v self, of: &[&'v View]) -> Vec<&'v View> {
        let mut found: BTreeMap<(&str, &str), &View> = BTreeMap::new();
        let mut next: Vec<&View> = of.to_vec();
        while let Some(view) = next.pop() {
            for part in view
                .fields
                .iter()
                .filter_map(|field| self.part(view, field))
            {
                if found.insert((&part.name, &part.file), part).is_none() {
                    next.push(part);
                }
            }
        }
        found.into_values().collect()
    }

    /// The place of a part in the page; those of one name are told apart by their files.
    fn anchor(&self, view: &View) -> String {
        let same = self
            .views
            .iter()
            .filter(|other| other.name == view.name)
            .count();
        let file = view.file.trim_start_matches("src/").trim_end_matches(".rs");
        match same {
            1 => view.name.to_lowercase(),
            _ => format!(
                "{}-{}",
                view.name.to_lowercase(),
                file.replace(['/', '_'], "-")
            ),
        }
    }

    /// What a field may be, in words.
    fn kind(&self, view: &View, field: &Field) -> String {
        let one = match self.part(view, field) {
            Some(part) => format!("[{}](#{})", part.title(), self.anchor(part)),
            None => match inner(&field.of) {
                "bool" => "true or false".into(),
                "usize" | "u32" | "i8" => "number".into(),
                "BTreeMap" => "texts by name".into(),
                _ => "text".into(),
            },
        };
        let list = if self.is_list(field) { "list: " } else { "" };
        let missing = if field.of.starts_with("Option<") {
            ", or null"
        } else {
            ""
        };
        format!("{list}{one}{missing}")
    }

    fn table(&self, view: &View) -> String {
        let rows = view.fields.iter().map(|field| {
            let kind = self.kind(view, field);
            format!("| `{}` | {kind} | {} |\n", field.name, field.doc)
        });
        format!(
            "\n| field | | |\n|---|---|---|\n{}",
            rows.collect::<String>()
        )
    }
}

trait Seen {
    /// The templates that see it.
    fn templates(&self) -> Vec<&str>;
    /// What it is, in its docstring's first words.
    fn title(&self) -> &str;
}

impl Seen for View {
    fn templates(&self) -> Vec<&str> {
        if !self.doc.starts_with(SEEN_BY) {
            return Vec::new();
        }
        let names = self.doc.split('`').skip(1).step_by(2);
        names.filter(|name| name.contains('.')).collect()
    }

    fn title(&self) -> &str {
        let end = self
            .doc
            .find(['.', ',', ';', ':'])
            .unwrap_or(self.doc.len());
        &self.doc[..end]
    }
}

/// The name of the type that a template sees of one: of `Option<Deferred<'a, I, T>>`, `T`.
fn inner(of: &str) -> &str {
    let of = referred(of);
    let of = of.trim_start_matches('[').trim_end_matches(']');
    let Some((name, arguments)) = of.split_once('<') else {
        return of;
    };
    let arguments = arguments.strip_suffix('>').unwrap_or(arguments);
    match name {
        "Option" | "Vec" => inner(arguments),
        "Deferred" => inner(last_argument(arguments)),
        name => name,
    }
}

/// The type to which a reference refers.
fn referred(of: &str) -> &str {
    let of = of.trim_start_matches('&');
    let lifetime = of.strip_prefix('\'').and_then(|of| of.split_once(' '));
    lifetime.map_or(of, |(_, of)| of)
}

/// What stands after the last comma outside of brackets.
fn last_argument(arguments: &str) -> &str {
    let mut depth = 0;
    let last = arguments.char_indices().filter(|(_, c)| {
        depth += i32::from(*c == '<') - i32::from(*c == '>');
        depth == 0 && *c == ','
    });
    last.last()
        .map_or(arguments, |(at, _)| arguments[at + 1..].trim())
}

#[test]
fn the_page_says_what_the_structs_say() {
    let sources = Sources::read();
    let seen = sources.seen();
    let mut page = INTRODUCTION.to_owned();
    page += "\n## Every template of the site\n\nBesides what stands under its own name, each of the site's templates sees:\n";
    page += &sources.table(sources.shared());
    for (name, view) in &seen {
        page += &format!("\n## `{name}`\n{}", sources.table(view));
    }
    let tops: Vec<&View> = seen
        .iter()
        .map(|(_, view)| *view)
        .chain([sources.shared()])
        .collect();
    page += "\n# Parts\n";
    for part in sources.parts(&tops) {
        let (anchor, table) = (sources.anchor(part), sources.table(part));
        page += &format!(
            "\n<a id=\"{anchor}\"></a>\n\n## {}\n\n{}\n{table}",
            part.title(),
            part.doc
        );
    }
    support::compare(Path::new("docs/templates.md"), &page);
}

/// The same newsletter with templates of its own, by name: the files of its site, or what is wrong.
fn site_of(
    case: &str,
    templates: &BTreeMap<&str, String>,
) -> Result<BTreeMap<String, Vec<u8>>, String> {
    let folder = tempfile::tempdir().expect("a folder");
    let from = Path::new("tests/site").join(case);
    let files = walkdir::WalkDir::new(&from).into_iter().flatten();
    for entry in files.filter(|entry| entry.file_type().is_file()) {
        let to = folder
            .path()
            .join(entry.path().strip_prefix(&from).expect("inside"));
        fs::create_dir_all(to.parent().expect("a folder")).expect("a folder");
        fs::copy(entry.path(), to).expect("copied");
    }
    for (name, template) in templates {
        let own = folder.path().join("templates").join(name);
        fs::create_dir_all(own.parent().expect("a folder")).expect("a folder");
        fs::write(own, format!("{ASKING}{template}")).expect("written");
    }
    let choice = Choice::all("2026-12-31".parse().expect("a day"));
    let project = Project::open(folder.path(), choice).expect("a project");
    let (library, _) = project.library(choice).expect("a library");
    let memory = Memory::default();
    let (config, locale, templates) = (&project.config, &project.locale, &project.templates);
    site::render(&library, config, locale, templates, &[], &memory)
        .map_err(|error| support::plain(&error.to_string()))?;
    Ok(memory.into_files())
}

/// The variables that each template is given, by its name, as far as the pages of a case show it: those that
/// the message about one that there is not lists.
fn variables(case: &str, names: &[&str]) -> BTreeMap<String, BTreeSet<String>> {
    let templates = names
        .iter()
        .map(|name| (*name, "{{ nothing_is_called_so }}".to_owned()));
    let wrong = site_of(case, &templates.collect()).expect_err("nothing is called so");
    let reports = wrong.split("error: ").filter_map(|report| {
        let (_, name) = report.split_once("templates/")?;
        let (_, names) = report.split_once("there are variables: ")?;
        let names = names.lines().next()?.split(", ").map(str::to_owned);
        Some((name.split(':').next()?.to_owned(), names.collect()))
    });
    reports.collect()
}

/// A template that prints the fields of all parts of what it sees: `§StoryView src/site/story.rs title`.
fn printing(at: &str, view: &View, sources: &Sources, depth: usize) -> String {
    let mut text = String::new();
    for field in &view.fields {
        let Some(part) = sources.part(view, field) else {
            continue;
        };
        let path = if at.is_empty() {
            field.name.clone()
        } else {
            format!("{at}.{}", field.name)
        };
        let one = if sources.is_list(field) {
            format!("x{depth}")
        } else {
            path.clone()
        };
        let mark = format!("§{} {}", part.name, part.file);
        let inner = printing(&one, part, sources, depth + 1);
        let all = format!("{{% for k, v in {one} %}}{mark} {{{{ k }}}}\n{{% endfor %}}{inner}");
        text += &match sources.is_list(field) {
            true => format!("{{% for {one} in {path} %}}{all}{{% endfor %}}"),
            false => format!("{{% if {path} %}}{all}{{% endif %}}"),
        };
    }
    text
}

#[test]
fn templates_are_given_what_the_structs_say() {
    let sources = Sources::read();
    let shared = sources.shared();
    let tops = sources
        .seen()
        .into_iter()
        .filter(|(name, _)| !name.starts_with("email/") && *name != "feed_entry.html");
    let tops: Vec<(&str, &View)> = tops.collect();
    let print = |view: &View| printing("", view, &sources, 0) + &printing("", shared, &sources, 0);
    let printing = tops.iter().map(|(name, view)| (*name, print(view)));
    let printing: BTreeMap<&str, String> = printing.collect();
    let names: Vec<&str> = printing.keys().copied().collect();
    let mut given: BTreeSet<String> = BTreeSet::new();
    let mut variables_of = BTreeMap::new();
    for case in CASES {
        let files = site_of(case, &printing).unwrap_or_else(|error| panic!("{case}: {error}"));
        let texts = files
            .values()
            .filter_map(|bytes| std::str::from_utf8(bytes).ok());
        let lines = texts
            .flat_map(str::lines)
            .filter(|line| line.starts_with('§'));
        given.extend(lines.map(str::to_owned));
        variables_of.extend(variables(case, &names));
    }
    for (name, view) in &tops {
        let known = view.fields.iter().chain(&shared.fields);
        let known: BTreeSet<String> = known.map(|field| field.name.clone()).collect();
        let of = variables_of.get(*name);
        let of = of.unwrap_or_else(|| panic!("no page shows {name}"));
        assert_eq!(*of, known, "{name}");
    }
    let views: Vec<&View> = tops.iter().map(|(_, view)| *view).chain([shared]).collect();
    let known = sources.parts(&views).into_iter().flat_map(|part| {
        let mark = move |field: &Field| format!("§{} {} {}", part.name, part.file, field.name);
        part.fields.iter().map(mark)
    });
    let known: BTreeSet<String> = known.collect();
    let untold: Vec<&String> = given.difference(&known).collect();
    assert!(untold.is_empty(), "given, and not told: {untold:#?}");
    let part = |mark: &str| mark.rsplit_once(' ').map(|(part, _)| part.to_owned());
    let met: BTreeSet<_> = given.iter().map(|mark| part(mark)).collect();
    let missing = known
        .difference(&given)
        .filter(|mark| met.contains(&part(mark)));
    let missing: Vec<&String> = missing.collect();
    assert!(missing.is_empty(), "told, and not given: {missing:#?}");
}
