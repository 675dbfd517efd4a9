#!/usr/bin/env python3
"""Makes features.json of the data of caniemail.com, as the npm package `caniemail` has it.

    npm install caniemail && python3 data/caniemail/update.py node_modules/caniemail/data/caniemail.json

Kept are the features that can be told from a tag, and that at least one of CLIENTS does not support in its newest
tested version; of each, where it is not supported."""

import json
import pathlib
import sys

CLIENTS = {"gmail": "Gmail", "outlook": "Outlook", "apple-mail": "Apple Mail", "yahoo": "Yahoo", "orange": "Orange",
           "laposte": "La Poste", "sfr": "SFR"}
PLATFORMS = {"desktop-app": "desktop", "desktop-webmail": "web", "mobile-webmail": "mobile web", "ios": "iOS",
             "android": "Android", "windows": "Windows", "windows-mail": "Windows Mail", "macos": "macOS",
             "outlook-com": "web"}
# What a slug alone does not say: the kind of a feature, and what it is called in a tag.
SPECIAL = {
    "css-display-flex": ("value", ["display:flex", "display:inline-flex"]),
    "css-display-grid": ("value", ["display:grid", "display:inline-grid"]),
    "css-display-none": ("value", ["display:none"]),
    "css-left-right-top-bottom": ("property", ["left", "right", "top", "bottom"]),
    "css-margin-inline-block": ("property", ["margin-inline", "margin-block"]),
    "css-padding-inline-block": ("property", ["padding-inline", "padding-block"]),
    "css-rgb": ("function", ["rgb"]), "css-rgba": ("function", ["rgba"]), "css-variables": ("function", ["var"]),
    "css-linear-gradient": ("function", ["linear-gradient"]), "css-radial-gradient": ("function", ["radial-gradient"]),
    "css-conic-gradient": ("function", ["conic-gradient"]), "css-unit-calc": ("function", ["calc"]),
    "css-unit-percent": ("unit", ["%"]), "css-sytem-ui": ("function", []),
    "html-h1-h6": ("element", ["h1", "h2", "h3", "h4", "h5", "h6"]), "html-lists": ("element", ["ul", "ol", "dl"]),
    "html-semantics": ("element", ["article", "aside", "details", "figcaption", "figure", "footer", "header", "main",
                                   "mark", "nav", "section", "summary", "time"]),
    "html-image-maps": ("element", ["map", "area"]), "html-loading-attribute": ("attribute", ["loading"]),
    "html-button-submit": ("element", ["button"]), "html-input-text": ("element", ["input"]),
    "html-anchor-links": ("link", ["#"]), "html-mailto-links": ("link", ["mailto:"]),
}
ATTRIBUTES = ["align", "aria-describedby", "aria-hidden", "aria-label", "aria-labelledby", "aria-live", "background",
              "cellpadding", "cellspacing", "dir", "height", "hidden", "lang", "popover", "required", "role", "srcset",
              "target", "valign", "width"]
SKIPPED = ("css-at-", "css-pseudo-", "css-selector-", "css-comments", "css-nesting", "css-important", "css-modern-color",
           "css-unit-initial", "css-intrinsic-size", "html-doctype", "html-comments", "html-meta-", "html-style",
           "html-button-reset", "html-input-", "others-")
LOGICAL = ("-start-end", "-logical", "-individual", "-longhand", "css-column-layout", "inline-block")


def kind_and_names(feature):
    slug = feature["slug"]
    if slug in SPECIAL:
        return SPECIAL[slug]
    if slug.startswith(SKIPPED) or any(part in slug for part in LOGICAL):
        return None, []
    kind, _, name = slug.partition("-")
    if kind == "image":
        return "image", [{"base64": "data:", "jpg": ".jpg"}.get(name, f".{name}")]
    if kind == "html":
        return ("attribute" if name in ATTRIBUTES else "element"), [name]
    if kind == "css":
        for prefix in ("unit", "function"):
            if name.startswith(prefix + "-"):
                return prefix, [name.removeprefix(prefix + "-")]
        return "property", [name]
    return None, []


def unsupported(feature):
    for client, platforms in feature["stats"].items():
        if client not in CLIENTS:
            continue
        where = [PLATFORMS[platform] for platform, versions in platforms.items() if list(versions.values())[-1].startswith("n")]
        if where:
            yield f"{CLIENTS[client]} ({', '.join(where)})"


def main():
    data = json.loads(pathlib.Path(sys.argv[1]).read_text())
    features = []
    for feature in data["data"]:
        kind, names = kind_and_names(feature)
        without = list(unsupported(feature))
        if kind and names and without:
            features.append({"slug": feature["slug"], "title": feature["title"], "kind": kind, "names": names, "without": without})
    out = {"from": "https://www.caniemail.com/", "date": data["last_update_date"][:10], "features": features}
    lines = ",\n".join(json.dumps(feature, ensure_ascii=False) for feature in features)
    head = json.dumps({"from": out["from"], "date": out["date"]})[:-1]
    path = pathlib.Path(__file__).with_name("features.json")
    path.write_text(f'{head}, "features": [\n{lines}\n]}}\n')
    print(f"{len(features)} features of {out['date']}")


main()
