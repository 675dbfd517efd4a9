//! The files that a site has of the pictures beside its texts, each at an address made of what it holds.

use std::collections::BTreeMap;
use std::fs;

use rayon::prelude::*;

use super::context::{Context, Wanted};
use super::error::Error;
use crate::diag::{Diagnostic, Diagnostics};
use crate::model::{Digest, Picture, PictureFile};
use crate::pictures::{self, Output, Plan};

/// Makes the files of all pictures that are published; what the sink has already stays.
pub(super) fn render(cx: &Context<'_>) -> Result<(), Error> {
    let all = cx.library.pictures();
    let files = all.map(|Picture { file, .. }| (Plan::of(file).fallback.path, file));
    let files: BTreeMap<String, &PictureFile> = files.collect(); // one picture may lie in two places
    let files: Vec<_> = files.into_values().collect();
    files.par_iter().try_for_each(|file| one(cx, file))
}

fn one(cx: &Context<'_>, file: &PictureFile) -> Result<(), Error> {
    let Plan { fallback, webp } = Plan::of(file);
    let outputs = [fallback].into_iter().chain(webp);
    let mut wanted: Vec<(Output, Wanted)> = outputs
        .filter_map(|output| Some((output.clone(), cx.wanted(&output.path, "a picture")?)))
        .collect();
    if wanted.is_empty() {
        return Ok(());
    }
    match made(file) {
        Ok(made) => made.into_iter().try_for_each(|(output, bytes)| {
            let at = wanted.iter().position(|(other, _)| *other == output);
            at.map_or(Ok(()), |at| cx.deliver(wanted.swap_remove(at).1, Ok(bytes)))
        }),
        Err(wrong) => {
            cx.mistakes.tell(wrong);
            Ok(())
        }
    }
}

/// The files of a picture, or what is wrong with it.
fn made(file: &PictureFile) -> Result<Vec<(Output, Vec<u8>)>, Diagnostics> {
    let told = |why: &str, help: &str| {
        let message = format!("this picture {why}");
        Diagnostics::from(Diagnostic::of_file(&file.path, message, help))
    };
    let bytes = fs::read(&file.place);
    let bytes =
        bytes.map_err(|error| told(&format!("cannot be read: {error}"), "make it readable"))?;
    if Digest::of_bytes(&[&bytes]) != file.digest {
        return Err(told(
            "was changed while the site was being built",
            "build again",
        ));
    }
    let made = pictures::make(file, &bytes);
    made.map_err(|fault| told(&fault.to_string(), "save it again, or take it out"))
}
