//! What must hold of every import, whatever comes in. Enter by [`import`].

use std::path::Path;

use hebdo::diag::{Diagnostics, Source};
use hebdo::front_matter::{self, ArticleHead, EditionHead};
use hebdo::import::{self, Draft, Import, NoteDraft, Options, Raw};

/// What a file of that name became, item by item; what cannot be imported is left out. Panics where a
/// word was lost, lines do not add up, a path leads elsewhere, a draft is not read as it was written, or
/// is not imported as it stands.
pub fn import(name: &str, bytes: &[u8], options: &Options) -> Vec<Import> {
    let imports = read(name, bytes, options);
    for import in &imports {
        adds_up(import);
        import.drafts.iter().for_each(draft);
        import.note.iter().for_each(note);
    }
    imports
}

/// An error may say anything but that hebdo is at fault.
fn read(name: &str, bytes: &[u8], options: &Options) -> Vec<Import> {
    let items = match import::unpack(&Raw { name, bytes }) {
        Ok(items) => items,
        Err(error) => {
            told(error.into());
            return Vec::new();
        }
    };
    let imports = items.iter().map(|item| import::read(item, options));
    imports
        .filter_map(|import| import.map_err(|error| told(error.into())).ok())
        .collect()
}

fn told(errors: Diagnostics) {
    let text = errors.to_string();
    assert!(!text.contains("a fault of hebdo"), "{text}");
}

fn adds_up(import: &Import) {
    let report = &import.report;
    let sum = report.lines_kept + report.lines_moved + report.lines_dropped;
    assert_eq!(report.lines_read, sum, "{report}");
    assert!(report.outside <= report.lines_dropped, "{report}");
}

fn draft(draft: &Draft) {
    stays_inside(&draft.path());
    let text = draft.to_markdown().expect("a draft can be written");
    let parts = front_matter::read::<ArticleHead>(&source(&text)).map_err(Diagnostics::of);
    assert_eq!(
        parts.expect("a head can be read").head,
        draft.head,
        "{text}"
    );
    let again = read(&draft.file_name(), text.as_bytes(), &Options::default());
    let drafts = again.iter().flat_map(|import| &import.drafts);
    assert!(drafts.eq([draft]), "{text}\n{again:#?}");
}

fn note(note: &NoteDraft) {
    stays_inside(&note.path());
    let text = note.to_markdown().expect("a note can be written");
    let parts = front_matter::read::<EditionHead>(&source(&text)).map_err(Diagnostics::of);
    assert_eq!(parts.expect("a head can be read").head, note.head, "{text}");
    let again = read(&note.file_name(), text.as_bytes(), &Options::default());
    let notes = again.iter().flat_map(|import| &import.note);
    assert!(notes.eq([note]), "{text}\n{again:#?}");
}

fn stays_inside(path: &str) {
    let mut parts = path.split('/');
    assert!(
        parts.all(|part| !part.is_empty() && !part.starts_with('.')),
        "{path}"
    );
}

/// A file that hebdo wrote.
fn source(text: &str) -> Source<'_> {
    let path = Path::new("draft.md");
    Source { path, text }
}
