//! Where `hebdo import` takes its inputs: items are read in parallel and put in their places in order.
//! All files of an item are written, or none; nobody's file is written over but those that came of
//! the same item.

use std::path::{Path, PathBuf};

use anyhow::anyhow;
use hebdo::diag::Diagnostics;
use hebdo::import::{self, Import, Item, Options, Raw, Report};
use hebdo::model::PartialDate;
use rayon::prelude::*;
use serde::Serialize;

use super::fetch::{self, Bounds, Kind};
use super::intake::{self, Found};
use super::near::Near;
use super::pictures::Pictures;
use super::shelf::Shelf;

/// Items whose drafts are in memory together.
const TOGETHER: usize = 128;
/// More items than these are told in a line or two each.
const FEW: usize = 5;

/// What became of one item.
#[derive(Debug, Serialize)]
pub(super) struct Entry {
    /// The input as typed or found, with the item's number where it holds several.
    pub(super) input: String,
    /// What the item's envelope calls it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) title: Option<String>,
    #[serde(flatten)]
    pub(super) outcome: Became,
}

/// How an item ended.
#[derive(Debug, Serialize)]
#[serde(tag = "status", rename_all = "snake_case")]
pub(super) enum Became {
    Written {
        files: Vec<String>,
        report: Report,
        near: Vec<Near>,
    },
    WouldWrite {
        files: Vec<String>,
        report: Report,
        near: Vec<Near>,
    },
    AlreadyImported {
        file: String,
    },
    TooOld {
        date: PartialDate,
    },
    Failed {
        error: String,
    },
}

/// In which ways items are taken.
#[derive(Debug, Clone, Copy)]
pub(super) struct Ways {
    /// Nothing is written.
    pub(super) is_dry: bool,
    /// What was imported before is imported again.
    pub(super) is_forced: bool,
    /// What its envelope dates before this is left out.
    pub(super) since: Option<PartialDate>,
    /// `http://` and addresses of this machine and its network are fetched too.
    pub(super) may_be_local: bool,
}

/// Where items are taken.
pub(super) struct Desk {
    shelf: Shelf,
    options: Options,
    ways: Ways,
}

/// An input in memory.
struct Opened<'a> {
    path: &'a Path,
    /// The file's name, without folders; of what was fetched, its address.
    name: String,
    bytes: anyhow::Result<Vec<u8>>,
}

/// An item on its way, with how it is called.
struct OnItsWay<'a> {
    input: String,
    /// Where its file lies.
    folder: Option<PathBuf>,
    item: anyhow::Result<Item<'a>>,
}

impl Desk {
    /// A desk for the folder that receives `articles/` and `editions/`.
    pub(super) fn new(into: PathBuf, options: Options, ways: Ways) -> Self {
        Self {
            shelf: Shelf::new(into),
            options,
            ways,
        }
    }

    /// Takes all inputs and tells what became of each item, in order, and whether it is one of many;
    /// a failure stops no other item.
    pub(super) fn take(
        &mut self,
        found: Vec<Found>,
        mut tell: impl FnMut(Entry, bool) -> anyhow::Result<()>,
    ) -> anyhow::Result<()> {
        let mut is_many = found.len() > FEW;
        for inputs in intake::together(found) {
            let opened: Vec<Opened<'_>> = inputs.par_iter().map(|i| self.open(i)).collect();
            let items: Vec<OnItsWay<'_>> = opened
                .par_iter()
                .flat_map_iter(|one| self.unpack(one))
                .collect();
            is_many |= items.len() > FEW;
            let mut items = items.into_iter().peekable();
            while items.peek().is_some() {
                let some: Vec<OnItsWay<'_>> = items.by_ref().take(TOGETHER).collect();
                let read: Vec<_> = some.into_par_iter().map(|one| self.read(one)).collect();
                for (one, import) in read {
                    tell(self.settle(one, import), is_many)?;
                }
            }
        }
        Ok(())
    }

    fn open<'f>(&self, found: &'f Found) -> Opened<'f> {
        let (path, bytes) = match found {
            Ok(path) => match path.to_str().filter(|path| fetch::is_address(path)) {
                Some(address) => return self.fetch(path, address),
                None => (path, intake::read(path)),
            },
            Err((path, error)) => (path, Err(anyhow!("{error:#}"))),
        };
        let name = path.file_name().map(|name| name.to_string_lossy());
        Opened {
            path,
            name: name.unwrap_or_else(|| "-".into()).into_owned(),
            bytes,
        }
    }

    fn fetch<'f>(&self, path: &'f Path, address: &str) -> Opened<'f> {
        let bounds = Bounds::of(Kind::Text, self.ways.may_be_local);
        let (name, bytes) = match fetch::get(address, bounds) {
            Ok(fetched) => (fetched.address, Ok(fetched.bytes)),
            Err(error) => (address.to_owned(), Err(error)),
        };
        Opened { path, name, bytes }
    }

    /// The drafts of an item; none of one that is not to be imported.
    fn read<'a>(&self, one: OnItsWay<'a>) -> (OnItsWay<'a>, Option<anyhow::Result<Import>>) {
        let import = one.item.as_ref().ok().and_then(|item| {
            let is_wanted = self.left_alone(item).is_none();
            is_wanted.then(|| Ok(import::read(item, &self.options).map_err(Diagnostics::from)?))
        });
        (one, import)
    }

    /// Why an item is not imported.
    fn left_alone(&self, item: &Item<'_>) -> Option<Became> {
        let before =
            |since: &PartialDate| item.date.is_some_and(|d| d.last_day() < since.first_day());
        if let (Some(_), Some(date)) = (self.ways.since.filter(before), item.date) {
            return Some(Became::TooOld { date });
        }
        let file = self.shelf.first_of(&item.hash)?;
        (!self.ways.is_forced).then_some(Became::AlreadyImported { file })
    }

    fn settle(&mut self, one: OnItsWay<'_>, import: Option<anyhow::Result<Import>>) -> Entry {
        let title = one.item.as_ref().ok().and_then(|item| item.title.clone());
        let outcome = match one.item {
            Ok(item) => match (self.left_alone(&item), import) {
                (Some(left), _) => Ok(left),
                (None, Some(import)) => {
                    import.and_then(|import| self.place(&item, one.folder, import))
                }
                (None, None) => Err(anyhow!("{} was not read", item.name)),
            },
            Err(error) => Err(error),
        };
        let failed = |error: anyhow::Error| Became::Failed {
            error: anstream::adapter::strip_str(&format!("error: {error:#}")).to_string(),
        };
        Entry {
            outcome: outcome.unwrap_or_else(failed),
            input: one.input,
            title,
        }
    }

    fn place(
        &mut self,
        item: &Item<'_>,
        folder: Option<PathBuf>,
        mut import: Import,
    ) -> anyhow::Result<Became> {
        let pictures = Pictures {
            folder,
            may_be_local: self.ways.may_be_local,
        };
        let pictures = self.options.keeps_files.then_some(&pictures);
        let is_dry = self.ways.is_dry;
        let (files, near) = self
            .shelf
            .place(&item.hash, &mut import, pictures, is_dry)?;
        let report = import.report;
        Ok(match self.ways.is_dry {
            true => Became::WouldWrite {
                files,
                report,
                near,
            },
            false => Became::Written {
                files,
                report,
                near,
            },
        })
    }

    /// The items of an input, or the one failure that it is.
    fn unpack<'a>(&self, opened: &'a Opened<'_>) -> Vec<OnItsWay<'a>> {
        let input = opened.path.display().to_string();
        let named = |item: Item<'a>| OnItsWay {
            input: item
                .number
                .map_or(input.clone(), |n| format!("{input}#{n}")),
            folder: opened.path.parent().map(Path::to_owned),
            item: Ok(item),
        };
        match items(opened) {
            Ok(items) if items.len() > 1 && self.options.title.is_some() => {
                let count = items.len();
                let error = anyhow!("{input} holds {count} articles, and --title names one");
                vec![OnItsWay::failed(input, error)]
            }
            Ok(items) => items.into_iter().map(named).collect(),
            Err(error) => vec![OnItsWay::failed(input, error)],
        }
    }
}

impl OnItsWay<'_> {
    fn failed(input: String, error: anyhow::Error) -> Self {
        Self {
            input,
            folder: None,
            item: Err(error),
        }
    }
}

/// What the bytes hold.
fn items<'a>(opened: &'a Opened<'_>) -> anyhow::Result<Vec<Item<'a>>> {
    let bytes = opened.bytes.as_ref().map_err(|e| anyhow!("{e:#}"))?;
    let raw = Raw {
        name: &opened.name,
        bytes,
    };
    Ok(import::unpack(&raw).map_err(Diagnostics::from)?)
}
