//! The files that a site has of the pictures beside its texts, each at an address made of what it holds.

use std::collections::BTreeMap;
use std::fs;

use rayon::prelude::*;

use super::context::Context;
use super::error::Error;
use super::register::{Listed, Owner, Target};
use crate::diag::{Diagnostic, Diagnostics};
use crate::model::{Digest, Page, Picture, PictureFile};
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
    let missing: Vec<_> = [fallback]
        .into_iter()
        .chain(webp)
        .filter(|output| is_missing(cx, output))
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    let made = match made(file) {
        Ok(made) => made,
        Err(wrong) => {
            cx.mistakes.tell(wrong);
            return Ok(());
        }
    };
    let wanted = made
        .into_iter()
        .filter(|(output, _)| missing.contains(output));
    for (output, bytes) in wanted {
        let path = cx.addresses.file(&cx.addresses.at(&output.path));
        cx.put(Page { path, bytes }, key(cx, &output))?;
    }
    Ok(())
}

/// Enters a file; whether it is to be made.
fn is_missing(cx: &Context<'_>, output: &Output) -> bool {
    let target = Target {
        url: cx.addresses.at(&output.path),
        owner: Owner::Page("a picture"),
        listed: Listed::No,
    };
    let path = cx.addresses.file(&target.url);
    cx.register.enter(&path, target) && !cx.keeps(&path, key(cx, output))
}

/// A file's address is made of all that it is made from.
fn key(cx: &Context<'_>, output: &Output) -> Option<Digest> {
    cx.setting.key("a picture", &output.path)
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
