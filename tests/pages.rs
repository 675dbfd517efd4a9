//! Web pages that no editor would write: read or refused, and nothing of them runs.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use hebdo::import::{self, Import, Options, Raw};

const PROSE: &str =
    "Une phrase assez longue, de prose ordinaire, pour que la page ait un article à donner.";

/// What a page's bytes become; an error's message where they are refused.
fn import(bytes: &[u8]) -> Result<Import, String> {
    let raw = Raw {
        name: "page.html",
        bytes,
    };
    let told = |e: hebdo::diag::Diagnostic| e.message().to_owned();
    import::unpack(&raw)
        .map_err(told)
        .and_then(|items| import::read(&items[0], &Options::default()).map_err(told))
}

/// A page with prose around what is given.
fn page(head: &str, body: &str) -> Vec<u8> {
    format!("<!doctype html><html><head><meta charset=utf-8>{head}</head><body><article><p>{PROSE}</p>{body}<p>{PROSE}</p></article></body></html>").into_bytes()
}

/// How often the prose is kept, or told as dropped or moved.
fn prose(import: &Import) -> usize {
    let bodies = import.drafts.iter().map(|d| d.body.as_str());
    let dropped = import.report.dropped.iter().map(|d| d.text.as_str());
    bodies
        .chain(dropped)
        .map(|text| text.matches("prose ordinaire").count())
        .sum()
}

#[test]
fn heavy_pages_are_read_or_refused() {
    let pages = [
        "<svg>".to_owned() + &"<path d='M0 0'>".repeat(30_000),
        "<path>".repeat(15_000) + &"<p>mot".repeat(15_000),
        "<svg>".to_owned() + &"<g/>".repeat(30_000),
        "<g>".repeat(150) + &"<p>mot</p>".repeat(5_000),
        "<p>mot".repeat(5_000),
        "<li>mot".repeat(5_000),
        "<table><tr><td>".repeat(60),
        "<a href=x>mot".repeat(15),
        "<dl><dt>mot<dd>".repeat(150),
        "&#x26;&lt;&notin;&CounterClockwiseContourIntegral;".repeat(5_000),
        "mot ".repeat(500_000),
        "<p>\0m\0o\0t\0</p>\u{0}".repeat(1000),
        "<ul><li>".repeat(90),
        "<blockquote>".repeat(150) + "mot",
        format!(
            "<a href='#{0}'><sup>1</sup></a><p id='{0}'>mot</p>",
            "n".repeat(100)
        )
        .repeat(1_000),
        "<sup><a href='#n'>1</a></sup>".repeat(5_000) + "<p id=n>mot</p>",
        "<table>".to_owned() + &"<tr><td colspan=1000 rowspan=60000>mot".repeat(500) + "</table>",
        "<img src='x' srcset='".to_owned() + &"a,".repeat(500_000) + "'>",
        "<!--".to_owned() + &"<!--".repeat(30_000),
        "<![CDATA[".repeat(20_000),
    ];
    for body in pages {
        let shown: String = body.chars().take(40).collect();
        match import(&page("", &body)) {
            Ok(import) => assert!(prose(&import) >= 1, "{shown}"),
            Err(message) => assert!(message.starts_with("this page"), "{shown}: {message}"),
        }
    }
}

#[test]
fn nothing_of_a_page_runs_or_leads_astray() {
    let head = "<title>Un <script>alert(1)</script> titre\n../../etc/passwd</title><base href='javascript:alert(1)//'>\
                <link rel=canonical href='data:text/html,x'><meta property=og:site_name content='<img src=x onerror=alert(1)>'>";
    let body = "<p><a href='javascript:alert(1)'>un lien</a> <a href=' JaVaScRiPt&colon;alert(1)'>deux</a> <a href='vbscript:x'>trois</a>\
                <a href='//exemple.test/a)b'>quatre</a></p><iframe src='javascript:x' title='Cadre'></iframe>\
                <img src='javascript:x' alt='Image'><video src='data:video/mp4,x'></video><p onclick='x'>Un paragraphe de plus.</p>";
    let import = import(&page(head, body)).unwrap();
    let text = import.drafts[0].to_markdown().unwrap();
    for word in [
        "](javascript",
        "](data",
        "](vbscript",
        "](JaVa",
        "onclick",
        "<img",
    ] {
        assert!(!import.drafts[0].body.contains(word), "{word}: {text}");
    }
    let path = import.drafts[0].path();
    assert!(
        !path.contains("..") && path.matches('/').count() == 2,
        "{path}"
    );
    assert!(
        text.contains("un lien") && text.contains("Un paragraphe de plus."),
        "{text}"
    );
    assert_eq!(prose(&import), 2);
}

#[test]
fn unclosed_markup_loses_nothing() {
    let body = "<p><b>gras <i>penché <a href='https://exemple.test/x'>lien <ul><li>un<li>deux <table><tr><td>case<div>fin";
    let import = import(&page("", body)).unwrap();
    let body = &import.drafts[0].body;
    assert_eq!(prose(&import), 2, "{body}");
    let report = &import.report;
    let told = report.lines_kept + report.lines_moved + report.lines_dropped;
    assert_eq!(told, report.lines_read);
    assert!(
        body.contains("deux") && body.contains("case") && body.contains("fin"),
        "{body}"
    );
}

#[test]
fn a_wrong_charset_does_not_stand_against_a_mark() {
    let text = "<!doctype html><meta charset=shift_jis><title>L’été</title><p>L’été à la côte, un cœur d’œuvre.</p>";
    let marked = [b"\xef\xbb\xbf", text.as_bytes()].concat();
    let wide: Vec<u8> = [0xfe, 0xff]
        .into_iter()
        .chain(text.encode_utf16().flat_map(u16::to_be_bytes))
        .collect();
    for bytes in [marked, wide] {
        let import = import(&bytes).unwrap();
        assert!(
            import.drafts[0]
                .body
                .contains("L’été à la côte, un cœur d’œuvre.")
        );
    }
}
