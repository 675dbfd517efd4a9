//! Entities: companies, bodies and models, and the names by which they go.
//!
//! Enter by [`Names::new`], which knows under which name an entity is filed. `file.rs` holds what hebdo knows
//! of itself, for import too.

mod file;
mod names;

pub(crate) use file::{Entry, File, Kind, file};
pub use names::Names;
