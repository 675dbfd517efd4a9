//! Drafts of what was read. Enter by [`assemble::Desk::drafts`].
//!
//! `settle`: what is said twice is settled; `assemble`: one draft or several, `head` (`day`) and `markdown` of each, with
//! entities, `themes` and rights by `enrich`; `audit` (`follow`) compares them with what was read; `tally` fills the report.

pub(super) mod assemble;
pub(super) mod audit;
mod day;
pub(super) mod enrich;
pub(super) mod follow;
pub(super) mod head;
pub(super) mod markdown;
pub(super) mod settle;
pub(super) mod tally;
pub(super) mod themes;
