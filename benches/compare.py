#!/usr/bin/env python3
"""Build the same site with Hugo, Zola and hebdo in turn, time each, and compare the text of the pages.

    python3 benches/compare.py --n 10000 --hebdo target/release/hebdo --hugo HUGO --zola ZOLA

Give the programs that you have. benches/README.md says how to get them, and what is measured.
"""
import argparse
import datetime
import html
import os
import pathlib
import re
import shutil
import statistics
import sys
import time

import corpus

HERE = pathlib.Path(__file__).parent


def head_and_body(text):
    head, text = text[4:].split("\n---\n", 1)
    return dict(line.split(": ", 1) for line in head.split("\n")), text


def adapted(tool, text):
    """An article's text with its head the tool's way, and its week."""
    head, text = head_and_body(text)
    week = "{}-W{:02}".format(*datetime.date.fromisoformat(head["date"]).isocalendar()[:2])
    if tool == "hugo":
        head["weeks"] = f"[{week}]"
    if tool == "zola":
        terms = "".join(f"\n  {kind}: {head.pop(kind)}" for kind in ("tags", "entities"))
        head |= {"description": head.pop("summary"), "taxonomies": f"{terms}\n  weeks: [{week}]", "extra": f"\n  source: {head.pop('source')}"}
    return "---\n" + "\n".join(f"{key}: {value}" for key, value in head.items()) + "\n---\n" + text, week


def prepare(tool, n, site):
    """The site's folder for a tool: its settings and templates, and the articles."""
    shutil.rmtree(site, ignore_errors=True)
    shutil.copytree(HERE / "site" if tool == "hebdo" else HERE / "peers" / tool, site)
    (site / "static").mkdir(exist_ok=True)
    shutil.copy(HERE / "site" / "static" / "style.css", site / "static")
    latest = ""
    for path, text in corpus.articles(n):
        week = ""
        if tool != "hebdo":
            path = path.with_name(path.name[11:])  # addresses have no day
            text, week = adapted(tool, text)
        file = site / "content" / "articles" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        if tool == "zola":  # a year is a folder only
            (file.parent / "_index.md").write_text("---\ntransparent: true\nrender: false\n---\n")
        latest = max(latest, week)
    if tool == "zola":
        (site / "content" / "_index.md").write_text(f"---\ntitle: Accueil\nextra:\n  latest: {latest}\n---\n")


def command(tool, program, site, out):
    return {"hugo": [program, "--source", site, "--destination", out, "--quiet"],
            "zola": [program, "--root", site, "build", "--output-dir", out],
            "hebdo": [program, "build", "--root", site, "--out", out]}[tool]


def run(argv):
    """Wall seconds, CPU seconds and peak MiB of a command."""
    sink = os.open(os.devnull, os.O_WRONLY)
    start = time.perf_counter()
    pid = os.posix_spawnp(argv[0], [str(word) for word in argv], os.environ,
                          file_actions=[(os.POSIX_SPAWN_DUP2, sink, 1), (os.POSIX_SPAWN_DUP2, sink, 2)])
    _, status, use = os.wait4(pid, 0)
    wall = time.perf_counter() - start
    os.close(sink)
    if status:
        sys.exit(f"failed: {argv}")
    return wall, use.ru_utime + use.ru_stime, use.ru_maxrss / 1024


def text_of(page):
    """What a page says in <main>, without tags, marks of footnotes and white space."""
    main = re.search(r"<main>(.*?)</main>", page.read_text(encoding="utf-8"), re.S)
    words = html.unescape(re.sub(r"<[^>]+>", "", main.group(1))) if main else ""
    return sorted(re.sub(r"[\s\ufe0e↩\[\]]+", "", words))  # articles of one day may stand in another order


def verify(outs):
    (first, base), *others = outs.items()
    folders = ("articles", "weeks", "tags", "entities")
    pages = [page.relative_to(base) for folder in folders for page in sorted((base / folder).rglob("index.html"))]
    pages = [page for page in pages if page.parts[:2] != ("articles", "page") and page.parts[1:2] != ("page",)]
    for tool, out in others:
        wrong = [page for page in pages if not (out / page).exists() or text_of(out / page) != text_of(base / page)]
        print(f"{tool} says what {first} says on {len(pages) - len(wrong)} of {len(pages)} pages", *wrong[:3], sep="\n  ")


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--n", type=int, default=1000)
    options.add_argument("--runs", type=int, default=5)
    options.add_argument("--work", type=pathlib.Path, default=pathlib.Path("/dev/shm/hebdo-bench"))
    for tool in ("hugo", "zola", "hebdo"):
        options.add_argument(f"--{tool}", help=f"the program {tool}")
    given = options.parse_args()
    os.environ["HUGO_CACHEDIR"] = str(given.work / "hugo-cache")
    tools = {tool: shutil.which(getattr(given, tool)) for tool in ("hugo", "zola", "hebdo") if getattr(given, tool)}
    site, outs = (lambda tool: given.work / f"site-{tool}"), {tool: given.work / f"out-{tool}" for tool in tools}
    for tool in tools:
        prepare(tool, given.n, site(tool))
    figures = {name: [] for name in [*tools, "cp -r"]}
    for turn in range(given.runs):
        order = [*tools][turn % len(tools):] + [*tools][:turn % len(tools)]
        for tool in order:
            shutil.rmtree(outs[tool], ignore_errors=True)
            shutil.rmtree(site(tool) / ".hebdo", ignore_errors=True)  # a cold build each time
            figures[tool].append(run(command(tool, tools[tool], site(tool), outs[tool])))
        copy = given.work / "out-cp"
        figures["cp -r"].append(run(["cp", "-r", next(iter(outs.values())), copy]))
        shutil.rmtree(copy)
    print("| | wall s | CPU s | peak MiB |\n|---|--:|--:|--:|")
    for name, rows in figures.items():
        wall, cpu, peak = (statistics.median(column) for column in zip(*rows))
        print(f"| {name} | {wall:.2f} | {cpu:.2f} | {peak:.0f} |")
    verify(outs)


if __name__ == "__main__":
    main()
