//! What is kept from one run to the next, and may be lost at any time: files that only save time.
//!
//! Enter by [`read`] and [`write()`]; long lists by [`read_list`] and [`write_list`], on all cores. A cache that is damaged, or was written under another seal
//! (another program, other settings), is none. Values are kept without the names of their fields: a field is written
//! always, or never.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use rayon::prelude::*;
use serde::de::DeserializeOwned;
use serde::{Serialize, Serializer};
use tempfile::NamedTempFile;

use crate::model::Digest;

/// The bytes of a digest, which stand before what they are the digest of.
const SEAL: usize = 16;

/// Reads what was kept under the same seal.
pub fn read<T: DeserializeOwned>(path: &Path, seal: Digest) -> Option<T> {
    let bytes = fs::read(path).ok()?;
    rmp_serde::from_slice(unsealed(&bytes, seal)?).ok()
}

/// What stands behind a seal, where that is ours.
fn unsealed(bytes: &[u8], seal: Digest) -> Option<&[u8]> {
    let (stated, kept) = bytes.split_at_checked(SEAL)?;
    let is_ours = Digest::of_bytes(&[seal.bytes(), kept]).bytes() == stated;
    is_ours.then_some(kept)
}

/// Keeps a value under a seal, with the folders above its file; whole or not at all.
pub fn write<T: Serialize>(path: &Path, seal: Digest, value: &T) -> io::Result<()> {
    let kept = rmp_serde::to_vec(value).map_err(io::Error::other)?;
    let folder = path.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder)?;
    let mut file = NamedTempFile::new_in(folder)?;
    file.write_all(Digest::of_bytes(&[seal.bytes(), &kept]).bytes())?;
    file.write_all(&kept)?;
    file.persist(path)?;
    Ok(())
}

/// How many items of a list are read and written together.
const TOGETHER: usize = 256;

/// Items of a list, serialised: bytes as such, not a list of numbers.
struct Chunk(Vec<u8>);

impl Serialize for Chunk {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(&self.0)
    }
}

/// Reads a list that was kept under the same seal.
pub fn read_list<T: DeserializeOwned + Send>(path: &Path, seal: Digest) -> Option<Vec<T>> {
    let bytes = fs::read(path).ok()?;
    let chunks: Vec<&[u8]> = rmp_serde::from_slice(unsealed(&bytes, seal)?).ok()?;
    let lists = chunks
        .par_iter()
        .map(|chunk| rmp_serde::from_slice::<Vec<T>>(chunk).ok());
    let lists: Vec<Vec<T>> = lists.collect::<Option<_>>()?;
    let mut all = Vec::with_capacity(lists.iter().map(Vec::len).sum());
    for mut list in lists {
        all.append(&mut list);
    }
    Some(all)
}

/// Keeps a list under a seal.
pub fn write_list<T: Serialize + Sync>(path: &Path, seal: Digest, list: &[T]) -> io::Result<()> {
    let chunks = list
        .par_chunks(TOGETHER)
        .map(|items| rmp_serde::to_vec(items).map(Chunk));
    let chunks: Vec<Chunk> = chunks.collect::<Result<_, _>>().map_err(io::Error::other)?;
    write(path, seal, &chunks)
}
