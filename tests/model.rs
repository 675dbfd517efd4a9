//! Properties of dates, weeks, slugs and front matter.

#![allow(clippy::expect_used, clippy::panic)] // a test's way to fail

mod support;

use std::path::Path;

use hebdo::diag::Source;
use hebdo::front_matter::{self, ArticleHead};
use hebdo::markdown::{Document, typography};
use hebdo::model::{Closes, PartialDate, Week, slugify};
use jiff::civil::{Date, Weekday};
use proptest::prelude::*;

fn week(text: &str) -> Week {
    text.parse().expect(text)
}

fn day(text: &str) -> Date {
    text.parse().expect(text)
}

/// The turns of the years, after the table of ISO 8601 (and `date +%G-W%V`).
#[test]
fn weeks_at_the_turn_of_each_year() {
    for (date, expected) in [
        ("2015-12-31", "2015-W53"),
        ("2016-01-03", "2015-W53"),
        ("2018-12-31", "2019-W01"),
        ("2020-12-31", "2020-W53"),
        ("2021-01-03", "2020-W53"),
        ("2021-01-04", "2021-W01"),
        ("2024-12-30", "2025-W01"),
        ("2025-12-28", "2025-W52"),
        ("2025-12-29", "2026-W01"),
        ("2026-01-01", "2026-W01"),
        ("2026-12-31", "2026-W53"),
        ("2027-01-03", "2026-W53"),
        ("2027-01-04", "2027-W01"),
    ] {
        assert_eq!(Week::of(day(date)).to_string(), expected, "{date}");
    }
}

#[test]
fn a_year_without_week_53_says_so() {
    let error = "2025-W53".parse::<Week>().expect_err("2025 has 52 weeks");
    assert_eq!(
        error.to_string(),
        "there is no week 53 in 2025; its last one is 2025-W52"
    );
    assert!("2026-W53".parse::<Week>().is_ok());
    for text in [
        "2026-W00",
        "2026-W5",
        "2026W05",
        "26-W05",
        "2026-W054",
        "2026-05",
        "",
    ] {
        assert!(text.parse::<Week>().is_err(), "{text}");
    }
}

#[test]
fn closing_on_friday_hands_the_week_end_to_the_next_edition() {
    let friday = Closes(Weekday::Friday);
    assert_eq!(
        Week::of_edition(day("2026-01-30"), friday),
        week("2026-W05")
    );
    assert_eq!(
        Week::of_edition(day("2026-01-31"), friday),
        week("2026-W06")
    );
    assert_eq!(
        Week::of_edition(day("2027-01-02"), friday),
        week("2027-W01")
    );
    assert_eq!(
        week("2026-W05").period(friday),
        (day("2026-01-24"), day("2026-01-30"))
    );
}

#[test]
fn dates_of_every_precision() {
    let span = |text: &str| {
        let date: PartialDate = text.parse().expect(text);
        (date.first_day().to_string(), date.last_day().to_string())
    };
    assert_eq!(span("2026-W53"), ("2026-12-28".into(), "2027-01-03".into()));
    assert_eq!(span("2024-02"), ("2024-02-01".into(), "2024-02-29".into()));
    assert_eq!(span("2026"), ("2026-01-01".into(), "2026-12-31".into()));
    for text in [
        "2026-02-30",
        "2026-13",
        "26",
        "2026-1-2",
        "2026-01-28T10:00",
        "hier",
        "+2026",
        "2026-W54",
    ] {
        assert!(text.parse::<PartialDate>().is_err(), "{text}");
    }
}

#[test]
fn slugs() {
    assert_eq!(
        slugify("L'Œuvre déjà « réglée » à 30 % !"),
        "l-oeuvre-deja-reglee-a-30"
    );
    assert_eq!(slugify("e\u{301}té"), "ete");
    assert_eq!(slugify("50 Md€"), "50-md-euros");
    assert_eq!(slugify("北京"), "bei-jing");
    assert_eq!(slugify("…"), "");
}

prop_compose! {
    fn any_day()(offset in 0..3_287_181_i64) -> Date {
        day("1000-01-01").saturating_add(jiff::Span::new().days(offset))
    }
}

proptest! {
    #![proptest_config(support::cases(256))]

    #[test]
    fn a_day_is_in_its_week(day in any_day()) {
        let week = Week::of(day);
        prop_assert!(week.monday() <= day && day <= week.sunday());
        prop_assert_eq!(week.to_string().parse::<Week>(), Ok(week));
        prop_assert_eq!(week.slug().parse::<Week>(), Ok(week));
    }

    #[test]
    fn an_edition_covers_its_days(day in any_day(), closes in 0..7_i8) {
        let closes = Closes(Weekday::from_monday_zero_offset(closes).expect("0 to 6"));
        let week = Week::of_edition(day, closes);
        let (first, last) = week.period(closes);
        prop_assert!(first <= day && day <= last, "{day} is not in {first} … {last}");
    }

    #[test]
    fn weeks_follow_each_other(day in any_day()) {
        let week = Week::of(day);
        prop_assert!(week < week.next());
        prop_assert_eq!(week.sunday().tomorrow().ok(), Some(week.next().monday()));
    }

    #[test]
    fn dates_write_what_they_read(day in any_day(), precision in 0..4) {
        let text = match precision {
            0 => day.to_string(),
            1 => Week::of(day).to_string(),
            2 => format!("{:04}-{:02}", day.year(), day.month()),
            _ => format!("{:04}", day.year()),
        };
        let date: PartialDate = text.parse().expect("a date");
        prop_assert!(date.first_day() <= day && day <= date.last_day());
        prop_assert_eq!(date.to_string(), text);
    }

    #[test]
    fn reading_a_date_never_panics(text in "\\PC{0,12}") {
        let _ = text.parse::<PartialDate>();
        let _ = text.parse::<Week>();
    }

    #[test]
    fn a_slug_is_a_slug(text in "\\PC{0,40}") {
        let slug = slugify(&text);
        prop_assert!(slug.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-'));
        prop_assert!(!slug.starts_with('-') && !slug.ends_with('-') && !slug.contains("--"));
        prop_assert_eq!(slugify(&slug), slug);
    }

    /// What is written is read back as it was, whatever it holds.
    #[test]
    fn front_matter_reads_what_it_writes(
        title in any::<String>(),
        tags in prop::collection::vec("\\PC{1,20}", 0..4),
        points in prop::collection::vec("[ -~éà«»:#'\"-]{1,90}", 0..3),
        draft in any::<bool>(),
    ) {
        let head = ArticleHead { title: Some(title), tags, key_points: points, draft, ..ArticleHead::default() };
        let text = front_matter::write(&head).expect("written") + "\nbody\n";
        let source = Source { path: Path::new("a.md"), text: &text };
        let parts = front_matter::read::<ArticleHead>(&source).expect("read");
        prop_assert_eq!(&text[parts.body_start..], "\nbody\n");
        prop_assert_eq!(parts.head, head);
    }

    /// Whatever somebody typed: a head or its mistakes, each with a place in the file.
    #[test]
    fn any_head_is_read_or_told(text in "(---\n)?([a-z_é]{1,7}: ?[\\[\\]{}\"'a-z0-9é:,@#&*|> -]{0,12}\n| {0,3}[\\PC]{0,9}\n){0,6}(---\n)?") {
        let source = Source { path: Path::new("a.md"), text: &text };
        if let Err(mistakes) = front_matter::read::<ArticleHead>(&source) {
            prop_assert!(!mistakes.is_empty());
            let told = hebdo::diag::Diagnostics::check(mistakes).expect_err("mistakes");
            prop_assert!(told.list().iter().all(|one| one.location().starts_with("a.md:")), "{told}");
        }
    }

    /// Typography puts spaces around marks and turns quotes and apostrophes; it never touches a word, nor
    /// joins two, nor parts one.
    #[test]
    fn typography_keeps_every_word(text in "([a-zA-Zéà0-9]{1,5}|https://a\\.fr/l'x\\?b;c|[ «»\"'’:;!?.,%$€@-]){0,30}") {
        let words = |text: &str| {
            let plain: String = text.chars().map(|c| if c == '’' { '\'' } else { c }).collect();
            let split = plain.split(|c: char| !c.is_alphanumeric());
            split.filter(|word| !word.is_empty()).map(str::to_owned).collect::<Vec<_>>()
        };
        let set = typography::set(&text, "fr");
        prop_assert_eq!(words(&set), words(&text));
        let twice = typography::set(&set, "fr").into_owned();
        prop_assert_eq!(twice, set.into_owned());
    }

    /// What HTML has besides (raised endings, places where words break) changes no text, no code and no address.
    #[test]
    fn finishing_keeps_every_word(text in "([a-zA-Zéà0-9]{1,12}|1er|XXIe|`[a-z]{9} 1er`|<https://a\\.fr/reglementation>|[ «»’.,!-]){0,30}") {
        let plain = |html: String| {
            let html = html.replace("<sup>", "").replace("</sup>", "");
            html.replace('\u{ad}', "")
        };
        let (fr, none) = (Document::parse(&text, "fr"), Document::parse(&text, ""));
        let set = fr.clone().with_breaks("fr").to_html();
        prop_assert_eq!(plain(set.clone()), plain(fr.to_html()));
        let codes = |html: &str| html.split("<code>").skip(1).filter_map(|rest| rest.split("</code>").next().map(str::to_owned)).collect::<Vec<_>>();
        let links = |html: &str| html.split("href=\"").skip(1).map(str::to_owned).collect::<Vec<_>>().len();
        prop_assert_eq!(codes(&set), codes(&none.to_html()));
        prop_assert_eq!(links(&set), links(&none.to_html()));
    }
}
