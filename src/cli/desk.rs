//! Where `hebdo import` takes its inputs, one after the other: all files of an input are written, or
//! none; nobody's file is written over but those that came of the same text.

use std::collections::BTreeSet;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use anyhow::Context;
use hebdo::content::{self, Catalogue};
use hebdo::diag::Diagnostics;
use hebdo::front_matter::Status;
use hebdo::import::{self, Draft, Import, NoteDraft, Options, Raw, Report};
use serde::Serialize;

use super::files::Staged;

/// What became of one input.
#[derive(Debug, Serialize)]
pub(super) struct Entry {
    /// The input as typed.
    pub(super) input: String,
    #[serde(flatten)]
    pub(super) outcome: Became,
}

impl Entry {
    pub(super) fn is_failure(&self) -> bool {
        matches!(self.outcome, Became::Failed { .. })
    }
}

/// How an input ended.
#[derive(Debug, Serialize)]
#[serde(tag = "status", rename_all = "snake_case")]
pub(super) enum Became {
    Written { files: Vec<String>, report: Report },
    WouldWrite { files: Vec<String>, report: Report },
    AlreadyImported { file: String },
    Failed { error: String },
}

/// In which ways inputs are taken.
#[derive(Debug, Clone, Copy)]
pub(super) struct Ways {
    /// Nothing is written.
    pub(super) is_dry: bool,
    /// What was imported before is imported again.
    pub(super) is_forced: bool,
}

/// Where inputs are taken.
pub(super) struct Desk {
    /// The folder that receives `articles/` and `editions/`.
    into: PathBuf,
    options: Options,
    ways: Ways,
    /// What that folder has, this run's files included.
    known: Catalogue,
}

impl Desk {
    pub(super) fn new(into: PathBuf, options: Options, ways: Ways) -> Self {
        let known = content::catalogue(&into);
        Self {
            into,
            options,
            ways,
            known,
        }
    }

    /// Takes one input; a failure is told and stops no other input.
    pub(super) fn take(&mut self, input: &Path) -> Entry {
        let failed = |error: anyhow::Error| Became::Failed {
            error: anstream::adapter::strip_str(&format!("error: {error:#}")).to_string(),
        };
        Entry {
            outcome: self.import(input).unwrap_or_else(failed),
            input: input.display().to_string(),
        }
    }

    fn import(&mut self, input: &Path) -> anyhow::Result<Became> {
        let bytes = read(input)?;
        let hash = import::hash(&bytes);
        let former = self.known.imported.get(&hash).cloned().unwrap_or_default();
        if let (Some(first), false) = (former.first(), self.ways.is_forced) {
            let file = self.into.join(first).display().to_string();
            return Ok(Became::AlreadyImported { file });
        }
        let name = input
            .file_name()
            .map_or_else(|| "-".into(), |name| name.to_string_lossy());
        let raw = Raw {
            name: &name,
            bytes: &bytes,
        };
        let import = import::read(&raw, &self.options).map_err(Diagnostics::from)?;
        let texts = self.places(&import, &former)?;
        if !self.ways.is_dry {
            self.write(&texts, &former)?;
        }
        let files = texts
            .iter()
            .map(|(path, _)| self.into.join(path).display().to_string())
            .collect();
        let paths = texts.into_iter().map(|(path, _)| path).collect();
        self.known.imported.insert(hash, paths);
        let report = import.report;
        Ok(match self.ways.is_dry {
            true => Became::WouldWrite { files, report },
            false => Became::Written { files, report },
        })
    }

    /// The text of each file with its place below the folder; `former` files may be replaced.
    fn places(
        &mut self,
        import: &Import,
        former: &[PathBuf],
    ) -> anyhow::Result<Vec<(PathBuf, String)>> {
        let mut texts = Vec::with_capacity(import.drafts.len() + 1);
        let mut taken = BTreeSet::new();
        for draft in &import.drafts {
            let path = self.free(draft, former, &mut taken);
            texts.push((path, draft.to_markdown()?));
        }
        if let Some(note) = &import.note {
            texts.push(self.note(note, former)?);
        }
        Ok(texts)
    }

    /// The draft's own place, or the first of `name-2.md`, `name-3.md`… that nobody has, neither the file
    /// nor the address.
    fn free(
        &mut self,
        draft: &Draft,
        former: &[PathBuf],
        taken: &mut BTreeSet<PathBuf>,
    ) -> PathBuf {
        let wanted = PathBuf::from(draft.path());
        let year = draft.head.date.map(hebdo::model::PartialDate::year);
        let stem = wanted
            .file_stem()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        let mut path = wanted.clone();
        for n in 2.. {
            let address = year.map(|year| (year, content::slug_of_file(&path)));
            let holder = address
                .as_ref()
                .and_then(|address| self.known.addresses.get(address));
            let has_address = holder.is_none_or(|holder| former.contains(holder));
            let has_place = former.contains(&path) || !self.into.join(&path).exists();
            if has_address && has_place && taken.insert(path.clone()) {
                self.known
                    .addresses
                    .extend(address.map(|address| (address, path.clone())));
                break;
            }
            path = wanted.with_file_name(format!("{stem}-{n}.md"));
        }
        path
    }

    /// An edition has one note: a second one is written beside it, to be brought together by hand.
    fn note(&self, note: &NoteDraft, former: &[PathBuf]) -> anyhow::Result<(PathBuf, String)> {
        let path = PathBuf::from(note.path());
        let is_taken = |path: &PathBuf| self.into.join(path).exists() && !former.contains(path);
        if !is_taken(&path) {
            return Ok((path, note.to_markdown()?));
        }
        let mut second = note.clone();
        let there = self.into.join(&path);
        let todo = format!(
            "{} is there already; bring the two together",
            there.display()
        );
        second.head.todo.push(todo);
        second.head.status = Some(Status::Draft);
        let stem = path
            .file_stem()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        let mut places = (2..).map(|n| path.with_file_name(format!("{stem}-{n}.md")));
        let place = places
            .find(|path| !is_taken(path))
            .unwrap_or_else(|| path.clone());
        Ok((place, second.to_markdown()?))
    }

    /// Writes all files of one input, or none of them; then removes those that came of it before and
    /// have another place now.
    fn write(&self, texts: &[(PathBuf, String)], former: &[PathBuf]) -> anyhow::Result<()> {
        let stage =
            |(path, text): &(PathBuf, String)| Staged::new(&self.into.join(path), text.as_bytes());
        let staged: Vec<Staged> = texts.iter().map(stage).collect::<anyhow::Result<_>>()?;
        let mut new: Vec<PathBuf> = Vec::new();
        for (file, (path, _)) in staged.into_iter().zip(texts) {
            let put = if former.contains(path) {
                file.replace()
            } else {
                file.put()
            };
            if let Err(error) = put {
                for path in &new {
                    let _ = fs::remove_file(self.into.join(path)); // the first error is the one to tell
                }
                return Err(error);
            }
            if !former.contains(path) {
                new.push(path.clone());
            }
        }
        let gone = former
            .iter()
            .filter(|path| !texts.iter().any(|(kept, _)| kept == *path));
        for path in gone {
            let path = self.into.join(path);
            fs::remove_file(&path).with_context(|| format!("cannot remove {}", path.display()))?;
        }
        Ok(())
    }
}

fn read(input: &Path) -> anyhow::Result<Vec<u8>> {
    if input.as_os_str() == "-" {
        let mut bytes = Vec::new();
        let read = std::io::stdin().read_to_end(&mut bytes);
        return read.map(|_| bytes).context("standard input cannot be read");
    }
    fs::read(input).with_context(|| format!("{} cannot be read", input.display()))
}
