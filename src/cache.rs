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
use serde::{Deserialize, Serialize};
use tempfile::NamedTempFile;

use crate::model::Digest;

/// The bytes of a digest, which stand before what they are the digest of.
const SEAL: usize = 16;

/// Reads what was kept under the same seal.
pub fn read<T: DeserializeOwned>(path: &Path, seal: Digest) -> Option<T> {
    let bytes = fs::read(path).ok()?;
    let (stated, kept) = bytes.split_at_checked(SEAL)?;
    let is_ours = Digest::of_bytes(&[seal.bytes(), kept]).bytes() == stated;
    is_ours.then(|| rmp_serde::from_slice(kept).ok())?
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

/// Items of a list, serialised.
#[derive(Serialize, Deserialize)]
#[serde(transparent)]
struct Chunk(#[serde(with = "bytes")] Vec<u8>);

/// Reads a list that was kept under the same seal.
pub fn read_list<T: DeserializeOwned + Send>(path: &Path, seal: Digest) -> Option<Vec<T>> {
    let chunks: Vec<Chunk> = read(path, seal)?;
    let lists = chunks
        .par_iter()
        .map(|chunk| rmp_serde::from_slice::<Vec<T>>(&chunk.0).ok());
    let lists: Vec<Vec<T>> = lists.collect::<Option<_>>()?;
    Some(lists.into_iter().flatten().collect())
}

/// Keeps a list under a seal.
pub fn write_list<T: Serialize + Sync>(path: &Path, seal: Digest, list: &[T]) -> io::Result<()> {
    let chunks = list
        .par_chunks(TOGETHER)
        .map(|items| rmp_serde::to_vec(items).map(Chunk));
    let chunks: Vec<Chunk> = chunks.collect::<Result<_, _>>().map_err(io::Error::other)?;
    write(path, seal, &chunks)
}

/// Bytes as such, not as a list of numbers.
mod bytes {
    use serde::{Deserialize, Deserializer, Serializer};

    pub(super) fn serialize<S: Serializer>(bytes: &[u8], serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(bytes)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Vec<u8>, D::Error> {
        <&[u8]>::deserialize(deserializer).map(<[u8]>::to_vec)
    }
}
