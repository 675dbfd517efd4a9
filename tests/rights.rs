//! What may not be published stands in no file that the commands leave: a newsletter in which every text
//! has a word of its own, some that readers may see and some that nobody may. All files of the site and of
//! the mails are looked through, so that an output that is added later is held to the same.

#![allow(clippy::expect_used, clippy::panic)] // a test's way to fail

use std::fs;
use std::io::Read;
use std::path::Path;

use assert_cmd::Command;
use flate2::read::GzDecoder;
use tempfile::TempDir;

/// What begins the words that nobody may see.
const SECRET: &str = "zqsecret";

const SETTINGS: &str = r#"
title: "Lettre zqtitre"
base_url: "https://lettre.example"
email:
  from: "Lettre <lettre@example.com>"
  unsubscribe: "https://lettre.example/partir?qui={recipient}"
  unsubscribe_mailto: "partir@example.com"
  sender: { name: "Lettre", address: "1 rue de l'Essai, 75000 Paris" }
"#;

const QUOTED: &str = r#"---
title: "Cité zqcite"
date: 2026-02-03
summary: "Résumé zqresume."
authors: ["Autrice zqautrice"]
source: { name: "Source zqsource", url: "https://fil.example/zqadresse" }
sources: [{ title: "Rapport zqrapport", url: "https://rapport.example/zqreference" }]
rights: quote
ai: { assisted: "Plan zqplan." }
tags: [zqtheme]
entities: [Zqacteur]
key_points: ["Point zqsecretpoint."]
image: { src: "https://images.example/zqsecretimage.jpg", alt: "Image zqsecretalt", credit: "zqsecretcredit" }
imported: { from: "zqsecretfichier.txt", hash: "zqsecrethash" }
reviewed: { by: "Relectrice zqrelectrice", on: 2026-02-04 }
corrections: [{ on: 2026-02-05, text: "Rectificatif zqrectificatif." }]
---

Paragraphe zqsecretparagraphe, avec [un lien zqsecretlien](https://lien.example/zqsecretcible "zqsecretbulle") et une note[^1].

## Titre zqsecrettitre

- Puce zqsecretpuce
- `zqsecretcode`

| zqsecretcolonne | b |
|---|---|
| zqsecretcellule | d |

![zqsecretdessin](https://images.example/zqsecretphoto.png)

<!-- zqsecretcommentaire -->

```chart
title: "Graphique zqsecretgraphique"
type: bar
unit: "zqsecretunite"
source: { name: "zqsecretinstitut", url: "https://institut.example/zqsecretenquete" }
data: { "zqsecretbarre": 62, Non: 38 }
```

[^1]: Note zqsecretnote.

## Pour les décideurs

- **Entreprises** : conseil zqconseil.

Suite zqsecretsuite.
"#;

/// Every text that an article can have is a secret; `{head}` holds it back.
const HELD: &str = r#"---
title: "Titre zqsecret"
{head}
summary: "Résumé zqsecret."
authors: ["zqsecretautrice"]
source: { name: "zqsecretsource", url: "https://fil.example/zqsecret" }
sources: [{ title: "zqsecretrapport", url: "https://rapport.example/zqsecret" }]
ai: { translation: "zqsecrettraduction", assisted: "zqsecretaide" }
tags: [zqsecrettheme]
entities: [{ name: Zqsecretacteur, ticker: ZQSECRET.PA }]
key_points: ["zqsecretpoint"]
image: { src: "https://images.example/zqsecret.jpg", alt: "zqsecretalt", credit: "zqsecretcredit" }
imported: { from: "zqsecret.txt", hash: "zqsecrethash" }
aliases: [/zqsecret/alias/]
reviewed: { by: "zqsecretrelectrice", on: 2026-02-06 }
corrections: [{ on: 2026-12-31, text: "zqsecretrectificatif" }]
---

Paragraphe zqsecret.

```chart
title: "zqsecretgraphique"
type: bar
source: { name: "zqsecretinstitut" }
data: { "zqsecretbarre": 62, Non: 38 }
```

## Pour les décideurs

- **Entreprises** : zqsecretconseil.
"#;

const NOTE: &str = "---\ntitle: \"Semaine zqsemaine\"\nsummary: \"En bref zqbref.\"\n---\n\nIntroduction zqintroduction.\n\n## Conclusion\n\nFin zqfin.\n";

const HELD_NOTE: &str = "---\ntitle: \"zqsecretsemaine\"\nsummary: \"zqsecretbref\"\nstatus: draft\ncover: { src: \"https://images.example/zqsecretcouverture.jpg\", alt: \"zqsecretalt\" }\n---\n\nzqsecretintroduction\n\n## Conclusion\n\nzqsecretfin\n";

const HELD_PAGE: &str = "---\ntitle: \"zqsecretpage\"\nsummary: \"zqsecretresume\"\ndraft: true\n---\n\nzqsecrettexte\n";

fn newsletter() -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let held = |head: &str| HELD.replace("{head}", head);
    let files = [
        ("hebdo.yaml", SETTINGS.to_owned()),
        ("content/articles/cite.md", QUOTED.to_owned()),
        (
            "content/articles/zqsecret-brouillon.md",
            held("date: 2026-02-04\ndraft: true"),
        ),
        (
            "content/articles/zqsecret-a-faire.md",
            held("date: 2026-02-04\ntodo: [\"zqsecrettodo\"]"),
        ),
        (
            "content/articles/zqsecret-demain.md",
            held("date: 2026-12-30"),
        ),
        (
            "content/articles/zqsecret-retenu.md",
            held("date: 2026-02-11"),
        ),
        ("content/pages/zqsecret-page.md", HELD_PAGE.to_owned()),
        ("content/editions/2026-W06.md", NOTE.to_owned()),
        ("content/editions/2026-W07.md", HELD_NOTE.to_owned()),
    ];
    for (name, text) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().expect("a parent")).expect("folders");
        fs::write(path, text).expect(name);
    }
    folder
}

fn hebdo(root: &Path, args: &[&str]) {
    let mut command = Command::cargo_bin("hebdo").expect("the binary");
    let command = command.args(args).args(["--today", "2026-06-30", "--root"]);
    command.arg(root).assert().success();
}

/// The text of a file, in lower case, out of its envelope: compressed files are unpacked, and the soft line
/// breaks of a message go.
fn text(path: &Path) -> String {
    let bytes = fs::read(path).expect("a file");
    let mut unpacked = Vec::new();
    let packed = GzDecoder::new(&bytes[..]).read_to_end(&mut unpacked);
    let bytes = if packed.is_ok() { unpacked } else { bytes };
    let text = String::from_utf8_lossy(&bytes).to_lowercase();
    text.replace("=\r\n", "").replace("=\n", "")
}

#[test]
fn nothing_that_may_not_be_published_stands_in_any_file() {
    let folder = newsletter();
    let root = folder.path();
    let at = |name: &str| root.join(name).display().to_string();
    hebdo(root, &["build", "--out", &at("out/site")]);
    for audience in [&[][..], &["--audience", "entreprises"]] {
        let mail = ["email", "2026-W06", "--out", &at("out/mail")];
        hebdo(root, &[&mail[..], audience].concat());
    }
    let entries = walkdir::WalkDir::new(root.join("out"))
        .into_iter()
        .flatten();
    let files: Vec<_> = entries
        .filter(|entry| entry.file_type().is_file())
        .collect();
    let mut all = String::new();
    for file in &files {
        let name = file
            .path()
            .strip_prefix(root)
            .expect("inside")
            .display()
            .to_string();
        assert!(!name.contains(SECRET), "{name}");
        let text = text(file.path());
        let at = text
            .find(SECRET)
            .map(|at| text[at..].chars().take(40).collect::<String>());
        assert_eq!(at, None, "{name}");
        all += &text;
    }
    // what a picture says cannot be searched; there is none of what is held back
    let is_card = |file: &&walkdir::DirEntry| file.path().starts_with(root.join("out/site/cards"));
    let published = if cfg!(feature = "cards") { 2 } else { 0 };
    assert_eq!(files.iter().filter(is_card).count(), published);
    let shown = [QUOTED, NOTE, SETTINGS].concat().to_lowercase();
    let words = shown.split(|c: char| !c.is_alphanumeric());
    for word in words.filter(|word| word.starts_with("zq") && !word.starts_with(SECRET)) {
        assert!(all.contains(word), "{word} is shown nowhere");
    }
}
