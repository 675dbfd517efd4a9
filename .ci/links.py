"""Every link and anchor inside a built site leads somewhere: links.py PUBLIC_DIR."""

import html.parser
import pathlib
import sys
import urllib.parse

ATTRIBUTES = {("a", "href"), ("link", "href"), ("img", "src"), ("script", "src"), ("source", "src")}


class Page(html.parser.HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.links, self.ids = [], set()
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        for name, value in attributes:
            if name == "id":
                self.ids.add(value)
            if (tag, name) in ATTRIBUTES and value:
                self.links.append(value)


def target(site, page, link):
    """The file that a link inside the site leads to, and its anchor; none for a link to elsewhere."""
    parts = urllib.parse.urlsplit(link)
    if parts.scheme or parts.netloc:
        return None
    path = urllib.parse.unquote(parts.path)
    if not path:
        file = page
    elif path.startswith("/"):
        file = site / path.lstrip("/")
    else:
        file = page.parent / path
    if path.endswith("/") or file.is_dir():
        file = file / "index.html"
    return file.resolve(), urllib.parse.unquote(parts.fragment)


def main():
    site = pathlib.Path(sys.argv[1]).resolve()
    pages = {file.resolve(): Page(file.read_text("utf-8")) for file in sorted(site.rglob("*.html"))}
    dead, seen = [], 0
    for file, page in pages.items():
        for link in page.links:
            found = target(site, file, link)
            if found is None:
                continue
            seen += 1
            there, anchor = found
            if not there.is_file() or (anchor and there in pages and anchor not in pages[there].ids):
                dead.append(f"{file.relative_to(site)}: {link}")
    print(f"{len(pages)} pages, {seen} links inside the site, {len(dead)} dead")
    print("\n".join(dead))
    return 1 if dead or not seen else 0


if __name__ == "__main__":
    sys.exit(main())
