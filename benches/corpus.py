#!/usr/bin/env python3
"""Write N made-up French articles, the same ones for the same seed.

    python3 benches/corpus.py --n 1000 --out /tmp/corpus

Names, facts and figures are drawn from the short lists below and mean nothing. One file an article,
OUT/content/articles/YYYY/YYYY-MM-DD-slug.md, about 5 kB each, 8 to 15 an ISO week, from the newest week
backwards; a smaller corpus is the beginning of a larger one.
"""
import argparse
import datetime
import pathlib
import random
import re
import unicodedata

FIRMS = [f"{a} {b}" for a in ("Atelier", "Banque", "Fonderie", "Institut", "Port", "Studio")
         for b in ("Alizé", "Bruyère", "Cormoran", "Donjon", "Estuaire", "Falaise", "Granit", "Houle", "Iris", "Jade")]
THEMES = ["achats", "assurance", "atelier", "bureau", "calcul", "chantier", "commerce", "conseil", "culture", "débat",
          "éducation", "élevage", "emploi", "énergie", "épargne", "fiscalité", "forêt", "gare", "habitat", "hôpital",
          "impôt", "justice", "langue", "littoral", "marché", "métier", "montagne", "musée", "norme", "océan",
          "papier", "pêche", "qualité", "rail", "réseau", "santé", "sport", "théâtre", "ville", "voirie"]
PAPERS = [("La Feuille du lundi", "feuille"), ("Le Carnet gris", "carnet"), ("Notes de quai", "quai"), ("Plein Vent", "vent")]
PEOPLE = [f"{a} {b}" for a in ("Ariane", "Basile", "Cléo", "Désiré", "Élise", "Firmin")
          for b in ("Aubin", "Brémont", "Cazal", "Dorée", "Éverard")]
OPENINGS = ["{firm} ouvre un {theme} d'essai", "Pourquoi {firm} attend", "{firm} : la {theme} en question", "À {n} jours du choix, {firm} hésite",
            "Étude : {n} machines chez {firm}", "{firm} dit « on verra »"]
SENTENCES = [
    "L'équipe de {firm} a compté {n} dossiers, dont {m} ont demandé une seconde lecture.",
    "Personne ne dit encore si le {theme} suivra : la réponse viendra au printemps.",
    "Le modèle **lit** les bordereaux, puis une personne relit ce qu'il en a tiré.",
    "Un essai de {n} semaines a coûté {m} 000 euros, formation comprise.",
    "Reste la question du {theme}, que [le rapport](https://example.com/{theme}/{n}) ne règle pas.",
    "« Nous avons appris à dire non », résume une cheffe d'équipe ; sa voisine, elle, attend de voir.",
    "À l'échelle du {theme}, {n} % des postes changeraient de contenu, *aucun* ne disparaîtrait.",
    "Le contrat prévoit une sortie sans frais au bout de {n} mois ; il ne dit rien des données.",
]
ADVICE = ["**Atelier** : essayer sur {n} cas réels avant de signer.", "**Achats** : demander le prix de la sortie.",
          "**Équipes** : prévoir {n} heures de prise en main.", "**Direction** : nommer qui répond des erreurs."]


def slug(text):
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60].strip("-")


def filled(draw, sentence):
    return sentence.format(firm=draw.choice(FIRMS), theme=draw.choice(THEMES), n=draw.randint(2, 90), m=draw.randint(2, 900))


def paragraph(draw):
    return " ".join(filled(draw, draw.choice(SENTENCES)) for _ in range(draw.randint(3, 6)))


def body(draw):
    parts = [paragraph(draw)]
    for heading in draw.sample(["Ce qui change", "Les comptes", "Qui décide", "La suite", "En pratique"], 4):
        parts += [f"## {heading}", paragraph(draw), paragraph(draw)]
    parts.append("\n".join(f"- {filled(draw, draw.choice(SENTENCES))}" for _ in range(4)))
    parts.append("> " + paragraph(draw))
    if draw.random() < 0.1:
        parts[0] += "[^1]"
        parts.append("[^1]: " + filled(draw, SENTENCES[0]))
    parts.append("## Pour les décideurs")
    parts.append("\n".join(f"- {filled(draw, advice)}" for advice in ADVICE))
    return "\n\n".join(parts)


def article(number, day, draw):
    title = filled(draw, draw.choice(OPENINGS))
    paper, folder = draw.choice(PAPERS)
    head = [f'title: "{title}"', f"date: {day}", f'summary: "{filled(draw, SENTENCES[0])}"', f'authors: ["{draw.choice(PEOPLE)}"]',
            f'source: {{name: "{paper}", url: "https://example.com/{folder}/{number}"}}',
            f"tags: [{', '.join(draw.sample(THEMES, draw.randint(2, 4)))}]",
            f"entities: [{', '.join(draw.sample(FIRMS, draw.randint(2, 5)))}]"]
    text = "---\n" + "\n".join(head) + "\n---\n\n" + body(draw) + "\n"
    return pathlib.Path(str(day.year), f"{day}-{slug(title)}-{number}.md"), text


def articles(n):
    monday, number = datetime.date(2026, 1, 26), 0
    while number < n:
        week = random.Random(monday.toordinal())
        days = sorted((week.randint(0, 4) for _ in range(week.randint(8, 15))), reverse=True)
        for day in days[:n - number]:
            yield article(number, monday + datetime.timedelta(day), random.Random(number))
            number += 1
        monday -= datetime.timedelta(7)


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--n", type=int, required=True)
    options.add_argument("--out", type=pathlib.Path, required=True)
    given = options.parse_args()
    for path, text in articles(given.n):
        file = given.out / "content" / "articles" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
