//! Where drafts stand: all files of an item are written, or none; nobody's file is written over but
//! those that came of the same item.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Context;
use hebdo::content::{self, Catalogue};
use hebdo::front_matter::Status;
use hebdo::import::{Draft, Import, NoteDraft};

use super::files::Staged;
use super::near::{self, Near};
use super::pictures::{Pictures, can_stand};

/// The folder that receives `articles/` and `editions/`.
pub(super) struct Shelf {
    into: PathBuf,
    /// What it has, this run's files included.
    known: Catalogue,
}

impl Shelf {
    pub(super) fn new(into: PathBuf) -> Self {
        let known = content::catalogue(&into);
        Self { into, known }
    }

    /// The first file that came of the item with this hash.
    pub(super) fn first_of(&self, hash: &str) -> Option<String> {
        let file = self.known.imported.get(hash)?.first()?;
        Some(self.shown(file))
    }

    /// Finds places for the drafts of an item, and writes them unless `is_dry`, with the images that
    /// `pictures` finds: the files, and which of them say what another file says. Which images are not
    /// copied is added to the report.
    pub(super) fn place(
        &mut self,
        hash: &str,
        import: &mut Import,
        pictures: Option<&Pictures>,
        is_dry: bool,
    ) -> anyhow::Result<(Vec<String>, Vec<Near>)> {
        let former = self.known.imported.get(hash).cloned().unwrap_or_default();
        let mut texts = self.places(import, &former)?;
        if let Some(pictures) = pictures.filter(|_| !is_dry) {
            let failed = self.illustrate(&mut texts, pictures);
            import.report.missing.extend(failed);
        }
        if !is_dry {
            self.write(&texts, &former)?;
        }
        let files = texts.iter().map(|(path, _)| self.shown(path)).collect();
        let paths: Vec<PathBuf> = texts.into_iter().map(|(path, _)| path).collect();
        let places = (paths.as_slice(), former.as_slice());
        let near = near::find(&mut self.known.texts, &self.into, import, places);
        self.known.imported.insert(hash.to_owned(), paths);
        Ok((files, near))
    }

    /// Adds the images of the texts, which name them from now on; which ones are not copied.
    fn illustrate(&self, texts: &mut Vec<(PathBuf, Vec<u8>)>, pictures: &Pictures) -> Vec<String> {
        let mut images = Vec::new();
        let mut failed = Vec::new();
        for (path, text) in texts.iter_mut() {
            let stem = path.file_stem().unwrap_or_default().to_string_lossy();
            let at = |name: &str| path.with_file_name(name);
            let is_free = |name: &str, bytes: &[u8]| can_stand(&self.into.join(at(name)), bytes);
            let copied = pictures.copy(&String::from_utf8_lossy(text), &stem, is_free);
            images.extend(
                copied
                    .images
                    .into_iter()
                    .map(|(name, bytes)| (at(&name), bytes)),
            );
            failed.extend(copied.failed);
            *text = copied.text.into_bytes();
        }
        images.retain(|(path, _)| !self.into.join(path).exists());
        texts.extend(images);
        failed
    }

    fn shown(&self, path: &Path) -> String {
        self.into.join(path).display().to_string()
    }

    /// The text of each file with its place below the folder; `former` files may be replaced.
    fn places(
        &mut self,
        import: &Import,
        former: &[PathBuf],
    ) -> anyhow::Result<Vec<(PathBuf, Vec<u8>)>> {
        let mut texts = Vec::with_capacity(import.drafts.len() + 1);
        let mut taken = BTreeSet::new();
        for draft in &import.drafts {
            let path = self.free(draft, former, &mut taken);
            texts.push((path, draft.to_markdown()?.into_bytes()));
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
    fn note(&self, note: &NoteDraft, former: &[PathBuf]) -> anyhow::Result<(PathBuf, Vec<u8>)> {
        let path = PathBuf::from(note.path());
        let is_taken = |path: &PathBuf| self.into.join(path).exists() && !former.contains(path);
        if !is_taken(&path) {
            return Ok((path, note.to_markdown()?.into_bytes()));
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
        Ok((place, second.to_markdown()?.into_bytes()))
    }

    /// Writes all files of one input, or none of them; then removes those that came of it before and
    /// have another place now.
    fn write(&self, texts: &[(PathBuf, Vec<u8>)], former: &[PathBuf]) -> anyhow::Result<()> {
        let stage = |(path, text): &(PathBuf, Vec<u8>)| Staged::new(&self.into.join(path), text);
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
