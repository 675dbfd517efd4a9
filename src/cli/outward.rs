//! Following links out of the site for `hebdo check --external`: many hosts at a time, each host one link at a
//! time, what was answered kept for a week. Enter by [`follow`].

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::path::Path;
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use hebdo::cache;
use hebdo::check::Answer;
use hebdo::model::Digest;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use url::Url;

use super::fetch::{self, Bounds, Kind};

/// How many hosts are asked at a time.
const HOSTS: usize = 8;
/// How long a link may take.
const TIME: Duration = Duration::from_secs(10);
/// How long a host is left alone between two links.
const PAUSE: Duration = Duration::from_millis(200);
/// After how many links without an answer a host is asked no more.
const PATIENCE: usize = 3;
/// For how many days an answer holds.
const DAYS: i32 = 7;

/// An answer of a day.
#[derive(Clone, Serialize, Deserialize)]
struct Kept {
    answer: Answer,
    on: Date,
}

/// What each address answers. What was answered in the week before `today` is not asked again; the answers
/// are kept in a file, which may be lost.
pub(super) fn follow(
    addresses: &BTreeSet<&str>,
    kept_in: &Path,
    today: Date,
    may_be_local: bool,
) -> BTreeMap<String, Answer> {
    let seal = Digest::of_bytes(&[env!("CARGO_PKG_VERSION").as_bytes(), b"links"]);
    let mut kept: BTreeMap<String, Kept> = cache::read(kept_in, seal).unwrap_or_default();
    let holds = |on: Date| {
        let age = today.since(on).map_or(DAYS, |age| age.get_days());
        (0..DAYS).contains(&age)
    };
    kept.retain(|_, kept| holds(kept.on));
    let unknown = addresses
        .iter()
        .filter(|address| !kept.contains_key(**address));
    let asked = ask_all(unknown.copied(), may_be_local);
    let sure = asked.iter().filter(|(_, answer)| is_sure(answer));
    kept.extend(sure.map(|(address, answer)| {
        let answer = answer.clone();
        (address.clone(), Kept { answer, on: today })
    }));
    // What cannot be kept is asked again by the next run.
    drop(cache::write(kept_in, seal, &kept));
    let known = kept
        .into_iter()
        .map(|(address, kept)| (address, kept.answer));
    known.chain(asked).collect()
}

/// Whether an answer will be the same for some days: it came from the server.
fn is_sure(answer: &Answer) -> bool {
    match answer {
        Answer::Found | Answer::Blocked(_) => true,
        Answer::Dead(why) => why.starts_with("it answers"),
        Answer::Unreachable(_) => false,
    }
}

/// Asks for all addresses, a few hosts at a time.
fn ask_all<'a>(
    addresses: impl Iterator<Item = &'a str>,
    may_be_local: bool,
) -> BTreeMap<String, Answer> {
    let mut hosts: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for address in addresses {
        hosts.entry(host(address)).or_default().push(address);
    }
    let bounds = Bounds {
        time: TIME,
        ..Bounds::of(Kind::Text, may_be_local)
    };
    let queue: Mutex<VecDeque<Vec<&str>>> = Mutex::new(hosts.into_values().collect());
    let answers = Mutex::new(BTreeMap::new());
    let next = || {
        queue
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .pop_front()
    };
    thread::scope(|scope| {
        for _ in 0..HOSTS {
            scope.spawn(|| {
                while let Some(links) = next() {
                    let answered = ask_host(&links, bounds);
                    let mut answers = answers.lock().unwrap_or_else(PoisonError::into_inner);
                    answers.extend(answered);
                }
            });
        }
    });
    answers.into_inner().unwrap_or_else(PoisonError::into_inner)
}

/// Asks one host, one link after the other; one that does not answer is not asked for ever.
fn ask_host(links: &[&str], bounds: Bounds) -> Vec<(String, Answer)> {
    let mut silent = 0;
    let mut answers = Vec::with_capacity(links.len());
    for (i, link) in links.iter().enumerate() {
        if silent >= PATIENCE {
            let answer = Answer::Unreachable("its host did not answer before".to_owned());
            answers.push(((*link).to_owned(), answer));
            continue;
        }
        if i > 0 {
            thread::sleep(PAUSE);
        }
        let answer = fetch::knock(link, bounds);
        silent = match answer {
            Answer::Unreachable(_) => silent + 1,
            _ => 0,
        };
        answers.push(((*link).to_owned(), answer));
    }
    answers
}

fn host(address: &str) -> String {
    let url = Url::parse(address).ok();
    let host = url.and_then(|url| url.host_str().map(str::to_owned));
    host.unwrap_or_default()
}
