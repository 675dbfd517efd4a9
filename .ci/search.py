"""Writes the newsletter of search.cjs: search.py DIR"""

import sys
from pathlib import Path

HEAD = '---\ntitle: "{title}"\ndate: {date}\n{more}---\n\n{body}\n'


def write(root, name, **parts):
    path = root / "content/articles" / f"{name}.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(HEAD.format(**{"more": "", **parts}), encoding="utf-8")


def main():
    root = Path(sys.argv[1])
    root.mkdir(parents=True, exist_ok=True)
    settings = 'title: "Essai"\nbase_url: https://example.org/briefing\n'
    (root / "hebdo.yaml").write_text(settings, encoding="utf-8")
    write(
        root,
        "musee",
        title="Un musée et ses machines",
        date="2026-01-12",
        more="entities: [Institut Boréal]\n",
        body="Une grande salle reçoit des visiteurs venus de loin. " * 8
        + "On y voit l’œuvre d’une machine, entre deux autres. "
        + "Le gardien compte les entrées. " * 8,
    )
    write(
        root,
        "sans-auteur",
        title="Une œuvre sans auteur",
        date="2026-01-20",
        more="entities: [Institut Boréal]\n",
        body="Qui signe ce tableau ?",
    )
    for number in range(12):
        year = 2025 if number < 3 else 2026
        more = "tags: [puces]\n" if number in (0, 5) else ""
        body = f"La régulation avance, étape {number}."
        date = f"{year}-02-{number + 1:02}"
        write(root, f"etape-{number}", title=f"Étape {number}", date=date, more=more, body=body)
    quote = "rights: quote\nsummary: \"En bref.\"\n"
    write(root, "cite", title="Cité", date="2026-03-01", more=quote, body="Un zygomatique.")
    write(root, "essai", title="Un brouillon", date="2026-03-01", more="draft: true\n", body="Un brouillon.")


if __name__ == "__main__":
    sys.exit(main())
