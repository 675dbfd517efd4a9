//! The binary: see `hebdo --help`.
fn main() {}
