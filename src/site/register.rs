//! Who wants which address: what cannot stand where it is wanted is told at the end with the mistakes of
//! templates; what is listed makes the sitemap.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::{Mutex, MutexGuard, PoisonError};

use jiff::civil::Date;
use rayon::prelude::*;
use rustc_hash::FxHashMap;

pub(super) use super::owner::Owner;
use super::setting::Mistakes;
use super::sink::OWN;
use crate::diag::{Diagnostic, Diagnostics};

/// How many bytes file systems take for the name of a file or folder.
const LONGEST_NAME: usize = 255;

/// A page with its address.
#[derive(Debug, Clone)]
pub(super) struct Target<'a> {
    /// Root-relative.
    pub(super) url: String,
    /// What it is of.
    pub(super) owner: Owner<'a>,
    /// Whether search engines are to know it, and since when it is as it is.
    pub(super) listed: Listed,
}

/// Whether the sitemap names a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Listed {
    /// It does, with the day of its last change where one is known.
    Since(Option<Date>),
    /// It does not.
    No,
}

/// The files of a site with their owners.
#[derive(Debug, Default)]
pub(super) struct Register<'a> {
    noted: Mutex<Noted<'a>>,
}

#[derive(Debug, Default)]
struct Noted<'a> {
    /// What stands where, of what can be written. Above whatever stands there, folders stand.
    places: FxHashMap<String, Place<'a>>,
    /// Who wants what cannot be written. All of these are mistakes.
    refused: Vec<(String, Target<'a>)>,
}

/// What stands at a place.
#[derive(Debug)]
enum Place<'a> {
    Folder,
    File(Target<'a>),
}

impl<'a> Register<'a> {
    /// Enters a file; whether it can be written: it is the first at its place, which is none of a folder,
    /// and systems take its name.
    pub(super) fn enter(&self, file: &str, target: Target<'a>) -> bool {
        let is_fit = unfit(file).is_none();
        let mut noted = self.noted();
        let is_free = is_fit && noted.is_free(file);
        if is_free {
            noted.put(file, target);
        } else {
            noted.refused.push((file.to_owned(), target));
        }
        is_free
    }

    /// Whether a file could be entered and written.
    pub(super) fn is_free(&self, file: &str) -> bool {
        unfit(file).is_none() && self.noted().is_free(file)
    }

    /// What `view` makes of each address that search engines are to know, in the order of these.
    pub(super) fn listed<V: Send>(&self, view: impl Fn(&str, Option<Date>) -> V + Sync) -> Vec<V> {
        let noted = self.noted();
        let listed = noted
            .targets()
            .filter_map(|(_, target)| match target.listed {
                Listed::Since(day) => Some((target.url.as_str(), day)),
                Listed::No => None,
            });
        let mut listed: Vec<_> = listed.collect();
        listed.par_sort_unstable();
        let views = listed.into_par_iter();
        views.map(|(url, day)| view(url, day)).collect()
    }

    /// All mistakes of the run, those found elsewhere among them.
    pub(super) fn close(&self, mistakes: &Mistakes) -> Result<(), Diagnostics> {
        let noted = self.noted();
        let mut wrong = mistakes.list();
        if !noted.refused.is_empty() {
            let mut wanted = Wanted::new();
            for (file, target) in noted.targets() {
                wanted.entry(file).or_default().push(target);
            }
            for (file, targets) in &wanted {
                check(&wanted, file, targets, &mut wrong);
            }
        }
        Diagnostics::check(wrong)
    }

    fn noted(&self) -> MutexGuard<'_, Noted<'a>> {
        self.noted.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl<'a> Noted<'a> {
    fn is_free(&self, file: &str) -> bool {
        let first_above = folders(file)
            .rev()
            .find_map(|folder| self.places.get(folder));
        !self.places.contains_key(file) && !matches!(first_above, Some(Place::File(_)))
    }

    fn put(&mut self, file: &str, target: Target<'a>) {
        for folder in folders(file).rev() {
            if self.places.contains_key(folder) {
                break; // and so do those above it
            }
            self.places.insert(folder.to_owned(), Place::Folder);
        }
        self.places.insert(file.to_owned(), Place::File(target));
    }

    /// All that is wanted, in no set order.
    fn targets(&self) -> impl Iterator<Item = (&str, &Target<'a>)> {
        let refused = self
            .refused
            .iter()
            .map(|(file, target)| (file.as_str(), target));
        let files = self.places.iter().filter_map(|(file, place)| match place {
            Place::File(target) => Some((file.as_str(), target)),
            Place::Folder => None,
        });
        files.chain(refused)
    }
}

/// Who wants which file; more than one is a mistake.
type Wanted<'b, 'a> = BTreeMap<&'b str, Vec<&'b Target<'a>>>;

fn check(
    wanted: &Wanted<'_, '_>,
    file: &str,
    targets: &[&Target<'_>],
    wrong: &mut Vec<Diagnostic>,
) {
    if let Some(fault) = unfit(file) {
        wrong.extend(targets.iter().map(|target| refused(target, &fault)));
        return;
    }
    let mut targets = targets.to_vec();
    targets.sort_by(|a, b| a.key().cmp(&b.key()));
    if let [first, others @ ..] = &targets[..] {
        wrong.extend(others.iter().map(|other| twice(first, other)));
        let above = folders(file).filter_map(|folder| first_of(wanted.get(folder)?));
        wrong.extend(above.map(|above| nested(above, first)));
    }
}

/// Of those that want one place, always the same one, whatever the threads.
fn first_of<'b, 'a>(targets: &[&'b Target<'a>]) -> Option<&'b Target<'a>> {
    let targets = targets.iter().copied();
    targets.min_by(|a, b| a.key().cmp(&b.key()))
}

/// The folders above a file, from the outermost.
fn folders(file: &str) -> impl DoubleEndedIterator<Item = &str> {
    file.match_indices('/').map(|(end, _)| &file[..end])
}

/// Why a file cannot stand in an output folder, where it cannot.
fn unfit(file: &str) -> Option<String> {
    let longest = file.split('/').map(str::len).max().unwrap_or_default();
    if file.split('/').any(|part| part == OWN) {
        Some(format!("leads into `{OWN}`, which is hebdo's own folder"))
    } else if file.split('/').any(|part| matches!(part, "." | "..")) {
        Some("has a step that leads out of its folder".to_owned())
    } else if file.contains(char::is_control) {
        Some("holds a control character".to_owned())
    } else if longest > LONGEST_NAME {
        Some(format!(
            "has a name of {longest} bytes; systems take {LONGEST_NAME} at most"
        ))
    } else {
        None
    }
}

fn refused(target: &Target<'_>, fault: &str) -> Diagnostic {
    let url = target.url.replace(char::is_control, "\u{fffd}");
    let owner = target.owner;
    let message = format!("« {url} », the address of {}, {fault}", owner.name());
    Diagnostic::of_file(owner.path(), message, owner.mend())
}

fn twice(first: &Target<'_>, last: &Target<'_>) -> Diagnostic {
    let (a, b) = (first.owner, last.owner);
    let message = format!(
        "« {} » is wanted by {} and by {}",
        last.url,
        a.name(),
        b.name()
    );
    Diagnostic::of_file(b.path(), message, b.mend())
}

/// A page at an address below which another page wants to stand.
fn nested(above: &Target<'_>, below: &Target<'_>) -> Diagnostic {
    let message = format!(
        "« {} » is wanted as a file by {}, and as a folder, for « {} », by {}",
        above.url,
        above.owner.name(),
        below.url,
        below.owner.name()
    );
    let last = if above.key() > below.key() {
        above
    } else {
        below
    };
    Diagnostic::of_file(last.owner.path(), message, last.owner.mend())
}

impl Target<'_> {
    /// By which those that want one place are put in order.
    fn key(&self) -> (u8, PathBuf, &str) {
        (self.owner.rank(), self.owner.path(), &self.url)
    }
}
