//! Charts: as a figure, a picture and a table, by example and by property. What is wrong with one is
//! told by `tests/content/charts`; how one stands on a page and in the feed, by `tests/site/charts`.

#![allow(clippy::expect_used, clippy::panic)] // a test's way to fail

mod support;

use hebdo::markdown::{Document, chart};
use hebdo::model::{Chart, ChartKind, ChartSource, Point};
use proptest::prelude::*;

fn chart(kind: ChartKind, unit: Option<&str>, points: &[(&str, f64)]) -> Chart {
    let point = |(label, value): &(&str, f64)| Point {
        label: (*label).to_owned(),
        value: *value,
    };
    Chart {
        title: "Puissance de l'usine".to_owned(),
        kind,
        unit: unit.map(str::to_owned),
        source: ChartSource {
            name: "Observatoire".to_owned(),
            url: Some(
                "https://mesures.exemple.fr/a?b=c&d"
                    .parse()
                    .expect("a link"),
            ),
        },
        points: points.iter().map(point).collect(),
    }
}

fn months(count: usize) -> Chart {
    let labels: Vec<String> = (1..=count).map(|n| format!("mois {n}")).collect();
    let points: Vec<(&str, f64)> = (0..)
        .zip(&labels)
        .map(|(n, label)| (label.as_str(), f64::from(n * n)))
        .collect();
    chart(ChartKind::Line, Some("%"), &points)
}

/// The drawing in a figure's HTML.
fn drawing(html: &str) -> &str {
    let start = html.find("<svg").expect("a drawing");
    let end = html.rfind("</svg>").expect("a drawing");
    &html[start..end + "</svg>".len()]
}

#[test]
fn the_summary_says_every_number_of_a_few() {
    let few = chart(
        ChartKind::Column,
        Some("Md$"),
        &[("oct. 2025", 1500.0), ("janv. 2026", -12.5)],
    );
    assert_eq!(
        chart::summary(&few, "fr"),
        "Puissance de l’usine. Diagramme à colonnes. En Md$. oct. 2025\u{a0}: 1\u{202f}500\u{202f}; \
         janv. 2026\u{a0}: −12,5. Source\u{a0}: Observatoire."
    );
    assert_eq!(
        chart::summary(&few, "en-GB"),
        "Puissance de l’usine. Column chart. In Md$. oct. 2025: 1,500; janv. 2026: −12.5. Source: Observatoire."
    );
}

#[test]
fn the_summary_says_the_ends_of_many() {
    assert_eq!(
        chart::summary(&months(40), "fr"),
        "Puissance de l’usine. Courbe. En\u{a0}%. 40 valeurs. Première, mois 1\u{a0}: 0. Dernière, mois 40\u{a0}: \
         1\u{202f}521. Minimum, mois 1\u{a0}: 0. Maximum, mois 40\u{a0}: 1\u{202f}521. Source\u{a0}: Observatoire."
    );
}

#[test]
fn a_text_has_its_decimal_signs_below_each_other() {
    let chart = chart(
        ChartKind::Bar,
        Some("MW"),
        &[("Nord", 1234.5), ("Sud-Est", -7.0), ("Centre", 12.25)],
    );
    assert_eq!(
        chart::table(&chart, "fr"),
        "Puissance de l’usine\nEn MW\n\n\
         \x20 Nord ..... 1\u{a0}234,5\n\
         \x20 Sud-Est ..    −7\n\
         \x20 Centre ...    12,25\n\n\
         Source\u{a0}: Observatoire\nhttps://mesures.exemple.fr/a?b=c&d\n"
    );
}

#[test]
fn a_mail_shows_a_picture_that_says_what_it_shows() {
    let chart = chart(
        ChartKind::Bar,
        Some("MW"),
        &[("Nord", 1.0), ("« Sud »", 2.5)],
    );
    assert_eq!(
        chart::pictured(&chart, "fr", "https://lettre.exemple.fr/a.png?b&c"),
        "<figure class=\"chart\">\n\
         <figcaption><strong>Puissance de l’usine</strong><br>En MW</figcaption>\n\
         <img src=\"https://lettre.exemple.fr/a.png?b&amp;c\" width=\"480\" height=\"106\" \
         alt=\"Puissance de l’usine. Diagramme à barres. En MW. Nord\u{a0}: 1\u{202f}; «\u{a0}Sud\u{a0}»\u{a0}: 2,5. \
         Source\u{a0}: Observatoire.\">\n\
         <p>Source\u{a0}: <a href=\"https://mesures.exemple.fr/a?b=c&amp;d\">Observatoire</a></p>\n</figure>\n"
    );
}

#[test]
fn a_line_far_from_nought_says_where_its_axis_begins() {
    let far = chart(ChartKind::Line, None, &[("a", 1150.0), ("b", 1260.0)]);
    let near = chart(ChartKind::Line, None, &[("a", 150.0), ("b", 1260.0)]);
    let columns = chart(ChartKind::Column, None, &[("a", 1150.0), ("b", 1260.0)]);
    let note = "L’axe ne part pas de zéro";
    assert!(
        chart::figure(&far, "fr", 1).contains(note),
        "{}",
        chart::figure(&far, "fr", 1)
    );
    assert!(!chart::figure(&near, "fr", 1).contains("L’axe"));
    assert!(!chart::figure(&columns, "fr", 1).contains("L’axe"));
}

#[test]
fn a_document_writes_its_charts_where_they_stand() {
    let block = |title: &str| {
        format!(
            "```chart\ntitle: \"{title} : l'usine\"\ntype: bar\nsource: {{ name: N }}\ndata: {{ a: 1 }}\n```\n"
        )
    };
    let text = format!(
        "Un.[^1]\n\n{}\nDeux.[^2]\n\n{}\n<b>Trois</b>\n\n[^1]: x\n[^2]: y\n",
        block("A"),
        block("B")
    );
    let document = Document::parse(&text, "fr");
    let titles: Vec<&str> = document
        .charts()
        .iter()
        .map(|chart| chart.title.as_str())
        .collect();
    assert_eq!(
        titles,
        ["A : l'usine", "B : l'usine"],
        "the block is not set as prose"
    );
    let html = document.to_html_with(|n, chart| format!("[{n} {}]", chart.title));
    let places: Vec<Option<usize>> = ["Un.", "[0 A", "Deux.", ">2</a>", "[1 B", "<b>Trois"]
        .map(|part| html.find(part))
        .to_vec();
    assert!(
        places.iter().all(Option::is_some) && places.is_sorted(),
        "{places:?} in {html}"
    );
    let page = document.to_html();
    assert!(
        page.contains("id=\"chart-1\"") && page.contains("aria-labelledby=\"chart-2\""),
        "{page}"
    );
    let plain = document.to_plain_html();
    assert!(
        !plain.contains("<svg") && plain.contains("<td>1</td>"),
        "{plain}"
    );
}

#[test]
fn a_block_that_is_no_chart_stays_code() {
    let html = Document::parse("```chart\nx\n```\n\n```yaml\na: 1\n```", "fr").to_html();
    assert_eq!(html.matches("<pre><code").count(), 2, "{html}");
}

#[cfg(feature = "cards")]
#[test]
fn a_picture_has_twice_the_size_and_the_same_bytes_each_time() {
    for (name, chart) in [
        ("line", months(13)),
        (
            "column",
            chart(
                ChartKind::Column,
                Some("Md$"),
                &[("oct. 2025", 500.0), ("janv. 2026", 830.0)],
            ),
        ),
        (
            "bar",
            chart(
                ChartKind::Bar,
                Some("MW"),
                &[("Nord", 1234.5), ("Évry, à l'Œuvre", -7.0)],
            ),
        ),
    ] {
        let picture = chart::picture(&chart, "fr").expect("a picture");
        assert_eq!(picture, chart::picture(&chart, "fr").expect("a picture"));
        let side = |at: usize| {
            u32::from_be_bytes(picture.bytes[at..at + 4].try_into().expect("four bytes"))
        };
        assert!(picture.bytes.starts_with(b"\x89PNG"), "{name} is no PNG");
        assert_eq!(
            (side(16), side(20)),
            (picture.width * 2, picture.height * 2),
            "{name}"
        );
        let marks = 3000; // bytes: paper alone takes fewer than that
        assert!(
            picture.bytes.len() > marks,
            "{name}: {} bytes",
            picture.bytes.len()
        );
    }
}

/// A chart that loading would let pass.
fn any_chart() -> impl Strategy<Value = Chart> {
    let kind = prop_oneof![
        Just(ChartKind::Bar),
        Just(ChartKind::Column),
        Just(ChartKind::Line)
    ];
    let value = prop_oneof![
        (-1e9..1e9_f64).prop_map(|value| (value * 1e4).round() / 1e4),
        (-1000..1000_i32).prop_map(f64::from),
        (-1000..1000_i32).prop_map(|value| f64::from(value) / 1e4),
    ];
    let points = prop::collection::vec(("[a-z][a-zé<&\"' ]{0,60}", value), 2..12);
    (
        kind,
        points,
        "[^\\p{Cc}]{1,90}",
        prop::option::of("[^\\p{Cc}]{1,9}"),
    )
        .prop_map(|(kind, points, title, unit)| {
            let points: Vec<(&str, f64)> = points
                .iter()
                .map(|(label, value)| (label.as_str(), *value))
                .collect();
            Chart {
                title,
                ..chart(kind, unit.as_deref(), &points)
            }
        })
}

proptest! {
    #![proptest_config(support::cases(200))]

    #[test]
    fn every_drawing_is_well_formed_and_stays_on_its_sheet(chart in any_chart()) {
        let html = chart::figure(&chart, "fr", 7);
        let svg = drawing(&html);
        let tree = roxmltree::Document::parse(svg).expect(svg);
        let height: f64 = tree.root_element().attribute("height").expect("a height").parse().expect("pixels");
        for node in tree.descendants().filter(roxmltree::Node::is_element) {
            for name in ["x", "x1", "x2", "cx", "width"] {
                if let Some(place) = node.attribute(name).and_then(|place| place.strip_suffix('%')) {
                    let place: f64 = place.parse().expect("a number");
                    prop_assert!((0.0..=100.0).contains(&place), "{name}={place} in {svg}");
                }
            }
            for name in ["y", "y1", "y2", "cy"] {
                if let Some(place) = node.attribute(name) {
                    let place: f64 = place.parse().expect("a number");
                    prop_assert!((-10.0..=height).contains(&place), "{name}={place} in {svg}");
                }
            }
        }
        prop_assert_eq!(&html, &chart::figure(&chart, "fr", 7));
    }

    #[test]
    fn every_table_fits_a_mail(chart in any_chart()) {
        let table = chart::table(&chart, "fr");
        let is_long_word = |line: &str| !line.trim().contains(' ');
        for line in table.lines() {
            prop_assert!(line.chars().count() <= 76 || is_long_word(line), "{line}");
        }
        let rows = table.lines().filter(|line| line.contains(" .."));
        prop_assert!(rows.count() >= chart.points.len(), "{table}");
    }
}
