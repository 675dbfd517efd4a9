"""The five raw articles go the whole way: import, then build. seeds.py HEBDO SEEDS_DIR WORK_DIR

What each must give is written here; the texts themselves are not in this repository.
"""

import collections
import json
import pathlib
import re
import subprocess
import sys
import unicodedata

HEBDO, SEEDS, WORK = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
FILES = {path.name[:3]: path for path in SEEDS.glob("*.txt")}
# What the texts do not say, said on the command line.
SETTLED = {
    "000": [],
    "001": ["--title", "Le magasin et la levée"],
    "002": ["--title", "Un investisseur et une start-up"],
    "003": ["--date", "2025-W40"],
    "004": ["--date", "2026-W05"],
}
# What surrounds the articles and is none of them.
NOISE = [
    "Logo", "Grow", "Together", "wallpaper", "Data & IA", "crypto pour tous", "Rejoindre", "Résumer cet article",
    "min de lecture", "Laboratoire futuriste", "Read to Earn", "avatar", "Web3 writing", "DISCLAIMER", "conseils en investissement",
    "date 2026-01-28", "date 2025-01", "Traduction automatisée",
]
# What a head says in another form, or by the name of a key.
SAID_OTHERWISE = ["2 févr. 2026", "18h12 4 min de lecture", "par", "Ce que vous allez retenir", "En bref", "Sources"]
wrong = []


def check(name, found, wanted):
    if found != wanted:
        wrong.append(f"{name}: {found!r} instead of {wanted!r}")


def hebdo(*args):
    run = subprocess.run([HEBDO, *map(str, args)], capture_output=True, text=True)
    check(f"hebdo {' '.join(map(str, args))}: status ({run.stderr.strip()[:400]})", run.returncode, 0)
    return run.stdout


def words(text):
    """A text's words: what Markdown, typography and joined lines cannot change."""
    text = unicodedata.normalize("NFC", text).replace("\\", "")
    return re.findall(r"[^\W_]+", re.sub(r"https?://\S+", " ", text))


def head_and_body(path):
    _, head, body = path.read_text("utf-8").split("---\n", 2)
    return head, body


def value(head, key):
    found = re.search(rf"^{key}: (.*)$", head, re.M)
    return found.group(1).strip('"') if found else None


def items(head, key):
    """How many items a list of the head has, on one line or an item a line."""
    block = re.search(rf"^{key}:(.*(?:\n  .*)*)", head, re.M)
    if not block:
        return 0
    lines = block.group(1)
    return lines.count("\n  - ") or len(re.findall(r"\burl:", lines)) or len(re.findall(r'"[^"]*"|[^\[\],]+', lines.strip()))


def line_of(number, line):
    return FILES[number].read_text("utf-8").splitlines()[line - 1].strip()


def headings(body):
    return [line for line in body.splitlines() if re.match(r"##+ ", line) and "Pour les décideurs" not in line]


def takeaways(body):
    section = re.search(r"^#+ Pour les décideurs\n(.*?)(?=^#|\Z)", body, re.M | re.S)
    return len(re.findall(r"^- ", section.group(1), re.M)) if section else 0


def site(name):
    root = WORK / name
    hebdo("init", root)
    for sample in root.glob("content/*/**/*.md"):
        sample.unlink()
    return root


def imported(root, number, *options):
    """Imports one raw article; its report, and its files as (path, head, body)."""
    report = json.loads(hebdo("import", FILES[number], "--root", root, "--format", "json", *options))[0]
    files = [pathlib.Path(file) for file in report.get("files", [])]
    return report, [(path, *head_and_body(path)) for path in files]


def own_words(line):
    """A line's words without the collector's mark, a list's marker and a number before them."""
    return words(re.sub(r"^\s*date \S+|^\s*\d+\. |^\s*[•-] ", "", line))


def without(run, part):
    """A run of words without the part; none if the part does not stand in it."""
    at = next((i for i in range(len(run) - len(part) + 1) if run[i : i + len(part)] == part), None)
    return None if at is None else run[:at] + run[at + len(part) :]


def said_otherwise(run):
    """A moved part without the words that a head says in another form, or by its keys."""
    for other in map(words, SAID_OTHERWISE):
        run = without(run, other) or [] if run[: len(other)] == other else run
    return run


def nothing_lost(number, report, files):
    """Every line's words, all of them: what is kept stands in the bodies, in order; what is told as
    moved, in the heads; what is told as dropped may be gone. Addresses stand as they were."""
    files = sorted(files, key=lambda file: "editions" in file[0].parts)  # here a note has a conclusion only
    bodies = f" {' '.join(word for _, _, body in files for word in words(body))} "
    heads = f" {' '.join(word for _, head, _ in files for word in words(head))} "
    everything = "".join(head + body for _, head, body in files)
    told = report["report"]
    lines = FILES[number].read_text("utf-8").splitlines()
    after = 0
    for line_number, line in enumerate(lines, 1):
        parts = [entry for key in ("moved", "dropped") for entry in told[key] if entry["line"] == line_number]
        rest = own_words(line)
        for entry in parts:
            rest = without(rest or [], own_words(entry["text"]))
            check(f"{number}: line {line_number} holds what is told of it", rest is None, False)
        moved = [said_otherwise(own_words(entry["text"])) for entry in parts if "to" in entry]
        lost = [" ".join(run) for run in moved if f" {' '.join(run)} " not in heads and run]
        check(f"{number}: line {line_number}, lost on the way to the head", lost, [])
        if rest:
            run = " ".join(rest)
            at = bodies.find(f" {run} ", after)
            check(f"{number}: line {line_number} stands in its place: {line[:60]}", at >= 0, True)
            after = at + len(run) + 1 if at >= 0 else after
        if not any("to" not in entry for entry in parts):
            gone = [url for url in re.findall(r"https?://[^\s)]+", line) if url not in everything]
            check(f"{number}: line {line_number}, addresses lost", gone, [])
    for _, head, body in files:
        for noise in NOISE:
            if noise in body:
                wrong.append(f"{number}: « {noise} » stands in the text")


def stories_of(number):
    """The titles of a digest's stories, as its own lines have them."""
    lines = FILES[number].read_text("utf-8").splitlines()
    return [line.split(". ", 1)[1].strip() for line in lines if re.match(r"\d+\. ", line)]


def by_audience(page):
    """How many takeaways a page has for each audience."""
    counts = collections.Counter()
    for audience, items in re.findall(r'<h4><a href="/decideurs/([\w-]+)/">.*?</h4>\s*<ul>(.*?)</ul>', page, re.S):
        counts[audience] += items.count("<li>")
    return dict(counts)


def one_article():
    """The digest as one article: no note, nothing lost, each section for decision-makers at its place."""
    whole = site("one")
    report, files = imported(whole, "003", "--no-split", "--date", "2025-W40", "--title", "La semaine entière")
    check("003 as one article: files", [path.parts[-3] for path, _, _ in files], ["articles"])
    nothing_lost("003", report, files)
    body = files[0][2]
    titles = [re.sub(r"^## (\d+\. )?", "", line) for line in body.splitlines() if line.startswith("## ")]
    check("003 as one article: stories", titles[:-1], stories_of("003"))
    check("003 as one article: sections", len(re.findall(r"^### Pour les décideurs$", body, re.M)), 9)
    check("003 as one article: takeaways", len(re.findall(r"^- ", body, re.M)), 18)
    hebdo("build", "--root", whole)


def main():
    whole = site("whole")
    for number, options in SETTLED.items():
        report, files = imported(whole, number, *options)
        nothing_lost(number, report, files)
        for path, head, _ in files:
            check(f"{path.name}: todo", "todo:" in head or "draft:" in head or "status:" in head, False)
        articles = [(head, body) for path, head, body in files if "articles" in path.parts]
        head, body = articles[0]
        if number == "000":
            check("000: title", value(head, "title"), line_of("000", 3))
            check("000: date", value(head, "date"), "2026-02-02")
            check("000: key points", items(head, "key_points"), 4)
            check("000: sources", items(head, "sources"), 5)
            check("000: numbered sections", len([h for h in headings(body) if re.match(r"## \d\. ", h)]), 4)
        if number == "001":
            check("001: date", value(head, "date"), "2026-01-28")
            check("001: authors", value(head, "authors"), "[Krystal Hu]")
            check("001: source", "name: Reuters" in head, True)
            check("001: notice", "translation:" in head and "https://bit.ly/rtrsauto" in head, True)
            check("001: sections", len(headings(body)), 2)
            check("001: the joined sentence", "Nvidia, par exemple" in body, True)
        if number == "002":
            check("002: date", value(head, "date"), "2025-01")
            check("002: sections", len(headings(body)), 2)
        if number == "003":
            notes = [(head, body) for path, head, body in files if "editions" in path.parts]
            check("003: stories", [value(head, "title") for head, _ in articles], stories_of("003"))
            check("003: how many", len(articles), 8)
            check("003: orders", [value(head, "order") for head, _ in articles], [str(n) for n in range(1, 9)])
            check("003: takeaways of the stories", [takeaways(body) for _, body in articles], [2] * 8)
            check("003: the edition's note", [path.name for path, _, _ in files if "editions" in path.parts], ["2025-W40.md"])
            check("003: takeaways of the conclusion", takeaways(notes[0][1]), 2)
        if number == "004":
            check("004: title", value(head, "title"), line_of("004", 6))
            check("004: authors", value(head, "authors"), "[Ifeoluwa O.]")
            check("004: key points", items(head, "key_points"), 2)
            check("004: sections", len(headings(body)), 3)
        again, _ = imported(whole, number, *options)
        check(f"{number}: imported again", again["status"], "already_imported")
    hebdo("build", "--root", whole)
    edition = (whole / "public/editions/2025-w40/index.html").read_text("utf-8")
    check("2025-W40: stories", len(set(re.findall(r'href="/articles/2025/([^/]+)/"', edition))), 8)
    check("2025-W40: takeaways", by_audience(edition), {"entreprises": 9, "pouvoirs-publics": 9})
    one_article()

    bare = site("bare")
    for number, missing in {"001": "title", "002": "title", "003": "date", "004": "date"}.items():
        _, files = imported(bare, number)
        for path, head, _ in files:
            if "articles" in path.parts:
                check(f"{path.name}: a draft", value(head, "draft"), "true")
                check(f"{path.name}: todo for {missing}", bool(re.search(rf'^todo:\s.*{missing}: ', head, re.M)), True)
                check(f"{path.name}: no {missing} made up", value(head, missing), None)
    hebdo("build", "--root", bare)
    print(f"five raw articles, {len(wrong)} findings")
    print("\n".join(wrong))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
