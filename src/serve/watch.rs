//! Which files changed, a burst of them at once.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver};
use std::time::Duration;

use notify_debouncer_full::notify::{Error, RecommendedWatcher, RecursiveMode};
use notify_debouncer_full::{DebounceEventResult, Debouncer, RecommendedCache, new_debouncer};

/// How long a burst of changes is gathered: an editor saves by several steps within a few milliseconds.
const GATHERED: Duration = Duration::from_millis(10);
/// How often it is looked whether a burst has ended.
const LOOKED: Duration = Duration::from_millis(2);

/// Folders of a newsletter that a site is made of.
const FOLDERS: &[&str] = &["content", "templates", "static", "data"];
const SETTINGS: &str = "hebdo.yaml";

/// The changes below a newsletter's folder; dropped, it watches no more.
pub(super) struct Changes {
    root: PathBuf,
    bursts: Receiver<DebounceEventResult>,
    debouncer: Debouncer<RecommendedWatcher, RecommendedCache>,
}

/// Begins to watch.
pub(super) fn changes(root: &Path) -> Result<Changes, Error> {
    let root = root.join(".").canonicalize()?; // `--root` may be empty: here
    let (sender, bursts) = mpsc::channel();
    let mut debouncer = new_debouncer(GATHERED, Some(LOOKED), sender)?;
    debouncer.watch(&root, RecursiveMode::NonRecursive)?;
    let mut changes = Changes {
        root,
        bursts,
        debouncer,
    };
    changes.watch_folders()?;
    Ok(changes)
}

impl Changes {
    /// Waits for the next burst of changes to what a site is made of: the files, relative to the root, in
    /// the order of their paths; none once nothing is watched any more. Where the system lost count, all
    /// may have changed: an empty path stands for that.
    pub(super) fn next(&mut self) -> Option<Vec<PathBuf>> {
        loop {
            let burst = self.bursts.recv().ok()?;
            let mut changed = self.files(burst);
            while let Ok(burst) = self.bursts.try_recv() {
                changed.extend(self.files(burst));
            }
            if !changed.is_empty() {
                if changed.iter().any(|path| path.iter().nth(1).is_none()) {
                    let _ = self.watch_folders(); // a folder that has gone is watched when it is back
                }
                return Some(changed.into_iter().collect());
            }
        }
    }

    fn files(&self, burst: DebounceEventResult) -> BTreeSet<PathBuf> {
        let Ok(events) = burst else {
            return BTreeSet::from([PathBuf::new()]);
        };
        let lost_count = events.iter().any(|event| event.need_rescan());
        let changes = events.into_iter().filter(|event| !event.kind.is_access());
        let paths = changes.flat_map(|event| event.event.paths);
        let own = paths.filter_map(|path| Some(path.strip_prefix(&self.root).ok()?.to_owned()));
        let own = own.filter(|path| is_of_site(path));
        own.chain(lost_count.then(PathBuf::new)).collect()
    }

    /// Folders may appear and go.
    fn watch_folders(&mut self) -> Result<(), Error> {
        for folder in FOLDERS {
            let path = self.root.join(folder);
            if path.is_dir() {
                self.debouncer.watch(&path, RecursiveMode::Recursive)?;
            }
        }
        Ok(())
    }
}

/// Hidden files are none of a site's: editors keep copies in them.
fn is_of_site(path: &Path) -> bool {
    let mut names = path.iter().map(|name| name.to_string_lossy());
    let first = names.next().unwrap_or_default();
    let is_hidden = names.any(|name| name.starts_with('.') || name.ends_with('~'));
    !is_hidden && (first == SETTINGS || FOLDERS.contains(&first.as_ref()))
}
