//! The mail, by folder: `tests/email/CASE/` holds a newsletter, `ask` the week and maybe the audience of its
//! mail, and either `expected.html`, `.txt`, `.eml` and `findings.txt`, or `error.txt`: why there is none.
//! `UPDATE_EXPECTED=1 cargo test --test email` writes what is found.

#![allow(clippy::expect_used, clippy::panic)] // a test's way to fail

mod support;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use hebdo::content::{self, Choice};
use hebdo::email::{self, Newsletter};
use hebdo::group;
use hebdo::locale::Locale;
use hebdo::markdown::{Document, Plain, wrap};
use hebdo::message;
use hebdo::model::{
    Article, AudienceId, Config, Email, Library, Mailbox, MessageHead, Takeaway, Unsubscribe, Week,
};
use hebdo::site;
use hebdo::templates::Templates;
use mail_parser::{MessageParser, MimeHeaders};
use proptest::prelude::*;

/// A newsletter, loaded.
struct Letter {
    config: Config,
    library: Library,
    templates: Templates,
    files: BTreeSet<String>,
}

impl Letter {
    fn load(folder: &Path) -> Self {
        let settings = fs::read_to_string(folder.join("hebdo.yaml")).expect("settings");
        let config: Config = serde_yaml::from_str(&settings).expect("settings");
        let choice = Choice {
            today: "2026-12-31".parse().expect("a day"),
            drafts: false,
            future: false,
        };
        let content = content::load(folder, &config, choice).expect("content");
        let own = |name: &str| Some(folder.join(name)).filter(|path| path.exists());
        let assets = site::assets(own("static").as_deref()).expect("files");
        Self {
            library: group::by_week(content.articles, content.notes, &config),
            templates: Templates::load(own("templates").as_deref()).expect("templates"),
            files: assets
                .iter()
                .map(|asset| format!("/{}", asset.path()))
                .collect(),
            config,
        }
    }

    fn of(case: &str) -> Self {
        Self::load(&Path::new("tests/email").join(case))
    }

    /// The mail of a week with what `check` finds, or why there is none.
    fn mail(&self, ask: &str) -> Result<(Email, String), String> {
        let (week, audience) = match ask.trim().split_once(' ') {
            Some((week, audience)) => (week, Some(AudienceId(audience.to_owned()))),
            None => (ask.trim(), None),
        };
        let week: Week = week.parse().expect("a week");
        let edition = self.library.editions.iter().find(|e| e.week == week);
        let edition = edition.expect("an edition");
        let newsletter = Newsletter {
            config: &self.config,
            locale: &Locale::of(&self.config.lang).expect("a language"),
            templates: &self.templates,
            files: &self.files,
        };
        let mail = email::render(edition, newsletter, audience.as_ref())
            .map_err(|error| support::plain(&error.to_string()) + "\n")?;
        let findings = email::check(&mail, edition, newsletter);
        let lines: String = findings.iter().map(|found| format!("{found}\n")).collect();
        Ok((mail, lines))
    }
}

fn written(mail: &Email) -> String {
    let bytes = message::write(mail, &mail.head.from, None);
    String::from_utf8(bytes).expect("ASCII")
}

#[test]
fn mails_by_folder() {
    support::each_case("tests/email", |case| {
        let ask = fs::read_to_string(case.join("ask")).expect("ask");
        match Letter::load(case).mail(&ask) {
            Ok((mail, findings)) => {
                support::compare(&case.join("expected.txt"), &mail.text);
                if cfg!(feature = "cards") {
                    // without it, charts are tables
                    support::compare(&case.join("expected.html"), &mail.html);
                    let unix = written(&mail).replace("\r\n", "\n");
                    support::compare(&case.join("expected.eml"), &unix);
                }
                support::compare(&case.join("findings.txt"), &findings);
            }
            Err(error) => support::compare(&case.join("error.txt"), &error),
        }
    });
}

#[test]
fn the_same_edition_gives_the_same_bytes() {
    let once = || written(&Letter::of("whole").mail("2026-W05").expect("a mail").0);
    assert_eq!(once(), once());
}

#[test]
fn what_the_site_hides_the_mail_hides() {
    for (case, ask) in [("whole", "2026-W05"), ("english-summaries", "2026-W07")] {
        let (mail, _) = Letter::of(case).mail(ask).expect("a mail");
        for hidden in ["CACHÉ", "HIDDEN"] {
            let all = [&mail.subject, &mail.preheader, &mail.html, &mail.text];
            assert!(
                !all.iter().any(|part| part.contains(hidden)),
                "{case}: {hidden}"
            );
        }
    }
}

#[test]
fn an_audience_s_takeaways_come_first_and_others_are_left_out() {
    let (mail, _) = Letter::of("audience")
        .mail("2026-W06 entreprises")
        .expect("a mail");
    for part in [&mail.html, &mail.text] {
        let place = |words: &str| part.find(words).unwrap_or_else(|| panic!("no « {words} »"));
        assert!(!part.contains("AUTRUI"));
        assert!(
            place("pour vous") < place("pour tous.") && place("pour tous.") < place("vient après")
        );
    }
    let (all, _) = Letter::of("audience").mail("2026-W06").expect("a mail");
    assert!(all.html.find("AUTRUI") > all.html.find("vient après"));
    assert_ne!(all.head.message_id, mail.head.message_id);
}

#[test]
fn no_narrow_space_and_no_anchor_leaves() {
    let (mail, _) = Letter::of("whole").mail("2026-W05").expect("a mail");
    for part in [&mail.subject, &mail.preheader, &mail.html, &mail.text] {
        assert!(!part.contains('\u{202f}'));
    }
    let body = &mail.html[mail.html.find("<body").expect("a body")..];
    for refused in [
        "href=\"#", " id=\"", "<section", "<article", "<figure", "<svg", "flex", "rem;", "var(",
        "rgb(", "<form", "<script", "<link",
    ] {
        assert!(!body.contains(refused), "{refused}");
    }
}

#[test]
fn a_preheader_has_40_to_140_characters() {
    for (case, ask) in [
        ("whole", "2026-W05"),
        ("english-summaries", "2026-W07"),
        ("audience", "2026-W06"),
    ] {
        let (mail, _) = Letter::of(case).mail(ask).expect("a mail");
        let length = mail.preheader.chars().count();
        assert!(length <= 140, "{case}: {length}");
        assert!(length >= 40 || case == "audience", "{case}: {length}");
    }
}

/// Whether a message keeps to what RFC 5322 and RFC 2045 say of lines, and reads back as it was meant.
fn check_message(mail: &Email, to: &Mailbox) {
    let bytes = message::write(mail, to, Some("abc123"));
    let text = std::str::from_utf8(&bytes).expect("ASCII");
    assert!(text.is_ascii());
    assert!(!text.replace("\r\n", "").contains(['\r', '\n']));
    for line in text.split("\r\n") {
        assert!(line.len() <= 998, "{line}");
    }
    let (_, body) = text.split_once("\r\n\r\n").expect("a head");
    assert!(body.split("\r\n").all(|line| line.len() <= 76));
    let parsed = MessageParser::default().parse(&bytes).expect("a message");
    assert_eq!(parsed.subject(), Some(mail.subject.as_str()));
    assert_eq!(parsed.message_id(), Some(mail.head.message_id.as_str()));
    let from = parsed
        .from()
        .and_then(|from| from.first())
        .expect("a sender");
    assert_eq!(from.address(), Some(mail.head.from.address.as_str()));
    assert_eq!(from.name(), mail.head.from.name.as_deref());
    let personal = |part: &str| part.replace("{recipient}", "abc123");
    assert_eq!(
        parsed.body_text(0).expect("text").replace("\r\n", "\n"),
        personal(&mail.text)
    );
    assert_eq!(
        parsed.body_html(0).expect("HTML").replace("\r\n", "\n"),
        personal(&mail.html)
    );
    let kind = parsed.content_type().expect("a kind");
    assert_eq!(
        (kind.ctype(), kind.subtype()),
        ("multipart", Some("alternative"))
    );
    assert_eq!(parsed.parts.len(), 3);
}

#[test]
fn messages_read_back_as_they_were_meant() {
    for (case, ask) in [
        ("whole", "2026-W05"),
        ("audience", "2026-W06"),
        ("english-summaries", "2026-W07"),
    ] {
        let (mail, _) = Letter::of(case).mail(ask).expect("a mail");
        check_message(&mail, &mail.head.from);
    }
}

#[test]
fn ten_long_stories_weigh_little_and_a_hundred_are_refused() {
    let letter = long_letter(10, 250);
    let (mail, findings) = letter.mail("2026-W05").expect("a mail");
    assert!(mail.html.len() <= 45 * 1024, "{} bytes", mail.html.len());
    assert_eq!(findings, "");
    assert_eq!(mail.stories.len(), 10);
    check_message(&mail, &mail.head.from);
    let (_, findings) = long_letter(40, 250).mail("2026-W05").expect("a mail");
    assert!(findings.starts_with("error: the HTML weighs"), "{findings}");
    assert!(
        findings.contains("email.stories: summary") && findings.contains("« Récit "),
        "{findings}"
    );
    let (_, findings) = long_letter(24, 250).mail("2026-W05").expect("a mail");
    assert!(
        findings.starts_with("warning: the HTML weighs"),
        "{findings}"
    );
}

/// An edition of stories of so many words (ten of them in the summary, forty in the takeaways of two
/// audiences), in words of our own, the first with a chart.
fn long_letter(stories: usize, words: usize) -> Letter {
    const WORDS: &[&str] = &[
        "la", "mesure", "arrive", "quand", "chaque", "équipe", "connaît", "déjà", "ses", "outils",
        "et", "décide", "enfin", "de", "compter", "les", "heures", "gagnées", "sans", "oublier",
        "celles", "perdues", "à", "corriger",
    ];
    const CHART: &str = "```chart\ntitle: \"Heures\"\ntype: bar\nsource: { name: \"Essai\" }\ndata: { \"matin\": 3, \"soir\": 5 }\n```\n\n";
    let mut letter = Letter::of("whole");
    let pattern = (*letter.library.articles[0]).clone();
    let article = |n: usize| {
        let takeaway = |id: &str, n: usize| Takeaway {
            audience: Some(AudienceId(id.to_owned())),
            text: (0..20)
                .map(|i| WORDS[(i * 5 + n) % WORDS.len()])
                .collect::<Vec<_>>()
                .join(" "),
        };
        let text = (0..words - 50).map(|i| WORDS[(i * 7 + n * 5) % WORDS.len()]);
        let text: Vec<&str> = text.collect();
        let paragraphs: Vec<String> = text.chunks(60).map(|p| p.join(" ") + ".").collect();
        let chart = if n == 0 { CHART } else { "" };
        Article {
            slug: format!("recit-{n}"),
            title: format!("Récit numéro {n} : les heures que l'on gagne"),
            lang: "fr".to_owned(),
            summary: Some("Où vont donc les heures gagnées, et qui les compte ?".to_owned()),
            order: Some(u32::try_from(n).expect("few")),
            week: Some("2026-W05".parse().expect("a week")),
            rights: None,
            image: None,
            key_points: Vec::new(),
            body: format!("{chart}{}", paragraphs.join("\n\n")).into(),
            takeaways: vec![
                takeaway("entreprises", n),
                takeaway("pouvoirs-publics", n + 3),
            ],
            ..pattern.clone()
        }
    };
    letter.library = group::by_week(
        (0..stories).map(article).collect(),
        Vec::new(),
        &letter.config,
    );
    letter
}

fn mailbox(text: &str) -> Mailbox {
    text.parse().expect(text)
}

#[test]
fn mailboxes_are_held_to_their_form() {
    assert_eq!(
        mailbox("A, B <a.b@c.example>").name.as_deref(),
        Some("A, B")
    );
    assert_eq!(mailbox(" a@b.example ").name, None);
    for wrong in [
        "a@b",
        "a b@c.example",
        "a@c.example\nBcc: x@y.example",
        "A\r\nBcc: b <a@c.example>",
        "<>",
        "é@c.example",
        "a@@c.example",
    ] {
        assert!(wrong.parse::<Mailbox>().is_err(), "{wrong:?}");
    }
}

fn letters() -> impl Strategy<Value = String> {
    let parts = prop_oneof![
        "[a-zé’ ]{1,12}",
        "[ -~]{0,20}",
        "[«»  …ç😀é ]{1,9}",
        Just("\n".to_owned()),
        "[a-z]{70,90}",
        Just("=".to_owned()),
        Just(".".to_owned())
    ];
    prop::collection::vec(parts, 0..25).prop_map(|parts| parts.concat())
}

proptest! {
    #![proptest_config(support::cases(150))]

    #[test]
    fn any_text_comes_back_from_a_message(subject in "[ -~éèœ’«»😀\u{a0}]{1,150}", name in "[ -~éœ’]{1,60}", text in letters(), html in letters()) {
        let subject = subject.trim().to_owned();
        let name: String = name.split_whitespace().collect::<Vec<_>>().join(" ").replace(['"', '\\', '<', '>'], "");
        prop_assume!(!subject.is_empty() && !name.is_empty() && !subject.contains("  ") && !subject.contains("=?") && !name.contains("=?"));
        let name = Some(name);
        let mail = Email {
            week: "2026-W05".parse().expect("a week"),
            subject,
            preheader: String::new(),
            html: format!("<p>{html}</p>\n"),
            text: format!("{text}.\n"),
            stories: Vec::new(),
            head: MessageHead {
                from: Mailbox { name: name.clone(), address: "a@b.example".to_owned() },
                reply_to: mailbox("c@b.example"),
                list_id: "list.b.example".to_owned(),
                list_name: "Liste".to_owned(),
                unsubscribe: Unsubscribe { url: "https://b.example/{recipient}".to_owned(), mailto: mailbox("d@b.example") },
                date: "2026-02-01T07:00:00Z".parse().expect("a time"),
                message_id: "2026-w05.0123456789abcdef@b.example".to_owned(),
            },
        };
        check_message(&mail, &mail.head.from);
    }

    #[test]
    fn no_line_is_too_wide_and_no_word_is_lost(text in letters(), width in 20_usize..90) {
        let wrapped = wrap(&text, width, "", "");
        let words = |text: &str| text.split([' ', '\n']).filter(|w| !w.is_empty()).map(str::to_owned).collect::<Vec<_>>();
        prop_assert_eq!(words(&wrapped), words(&text));
        for line in wrapped.lines() {
            let is_word = !line.trim().contains(' ');
            prop_assert!(is_word || unicode_width::UnicodeWidthStr::width(line) <= width, "{}", line);
        }
    }

    #[test]
    fn plain_text_of_any_markdown_keeps_its_width(text in "([-*#>|`\\[\\]() a-zé1.\n]|word |https://a[.]example/b ){0,80}") {
        let plain = Document::parse(&text, "fr").to_plain(Plain { width: 76, base: "", page: "" });
        let is_fence = text.contains("`") || text.contains("    ");
        for line in plain.lines() {
            let longest = line.split(' ').map(|word| word.chars().count()).max().unwrap_or_default();
            prop_assert!(is_fence || longest > 60 || line.matches("> ").count() > 8 || unicode_width::UnicodeWidthStr::width(line) <= 76, "{}", line);
        }
    }
}
