//! Digests: what something was made from, in sixteen bytes.

use std::io::{self, Write};

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// The first half of a BLAKE3 hash: two things that differ have two digests.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Digest([u8; 16]);

impl Digest {
    /// The digest of bytes in several parts; where one part ends makes a difference.
    pub fn of_bytes(parts: &[&[u8]]) -> Self {
        let mut hasher = blake3::Hasher::new();
        for part in parts {
            hasher.update(&(part.len() as u64).to_le_bytes());
            hasher.update(part);
        }
        Self::finish(&hasher)
    }

    /// The digest of a value with the names of its fields; none for what cannot be serialised. What
    /// tells serialisers for people from those for machines is asked for its machine's form.
    pub fn of<T: Serialize + ?Sized>(value: &T) -> Option<Self> {
        let mut hasher = Buffered {
            hasher: blake3::Hasher::new(),
            bytes: Vec::with_capacity(1024),
        };
        let mut serializer = rmp_serde::Serializer::new(&mut hasher).with_struct_map();
        value.serialize(&mut serializer).ok()?;
        hasher.hasher.update(&hasher.bytes);
        Some(Self::finish(&hasher.hasher))
    }

    /// Its bytes.
    pub fn bytes(&self) -> &[u8] {
        &self.0
    }

    /// Its first half in hexadecimal digits, for names of files.
    pub fn short(&self) -> String {
        self.0[..8]
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect()
    }

    fn finish(hasher: &blake3::Hasher) -> Self {
        let mut half = [0; 16];
        half.copy_from_slice(&hasher.finalize().as_bytes()[..16]);
        Self(half)
    }
}

impl Serialize for Digest {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(&self.0)
    }
}

impl<'de> Deserialize<'de> for Digest {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let bytes = <&[u8]>::deserialize(deserializer)?;
        let half = bytes.try_into();
        half.map(Self)
            .map_err(|_| D::Error::invalid_length(bytes.len(), &"16 bytes"))
    }
}

/// Hands bytes on in larger pieces: a serialiser writes them one by one.
struct Buffered {
    hasher: blake3::Hasher,
    bytes: Vec<u8>,
}

impl Write for Buffered {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.bytes.len() + bytes.len() > 64 * 1024 {
            self.flush()?;
        }
        self.bytes.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.hasher.update(&self.bytes);
        self.bytes.clear();
        Ok(())
    }
}
