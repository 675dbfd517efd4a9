//! `hebdo import --explain`: each block with its line, what it was taken for and why; what was
//! dropped is struck out.

use anstream::{AutoStream, ColorChoice};
use hebdo::import::Decision;

/// A line a block; none for no block.
pub(super) fn explained(decisions: &[Decision]) -> String {
    let has_signs = AutoStream::choice(&std::io::stdout()) != ColorChoice::Never;
    decisions.iter().map(|d| line(d, has_signs)).collect()
}

/// On a terminal struck out by its own sign, elsewhere as in Markdown.
fn line(decision: &Decision, has_signs: bool) -> String {
    let Decision {
        line,
        class,
        reason,
        text,
    } = decision;
    let text = start(text);
    let shown = match (decision.is_dropped(), has_signs) {
        (true, true) => format!("\x1b[9m{text}\x1b[29m"),
        (true, false) => format!("~~{text}~~"),
        (false, _) => text,
    };
    format!("  {line:>4}  {class:<15}  {shown}  ({reason})\n")
}

/// A text's beginning, for one line.
fn start(text: &str) -> String {
    const LENGTH: usize = 72;
    let plain: String = text.chars().filter(|c| !c.is_control()).collect();
    match plain.char_indices().nth(LENGTH) {
        Some((end, _)) => format!("{}…", &plain[..end]),
        None => plain,
    }
}
