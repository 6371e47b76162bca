# SPDX-License-Identifier: Apache-2.0
"""Writes the same long text for both programs, from a fixed seed: about forty pages of Norwegian prose, made for this measuring
and for nothing else; and the report's theme with a plain page and justified prose. usage: make_text.py FOLDER"""
import pathlib
import random
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
PAGE = {"width": "160mm", "height": "240mm", "head": "20mm", "foot": "20mm", "inner": "24.5mm", "outer": "24.5mm", "gutter": "2mm"}

SUBJECTS = """kommunen|direktoratet|en liten etat|den som søker|hver saksbehandler|fylket|tilsynet|departementet|leverandøren|et lag i bygda|
bedriften|den som bruker tjenesten|arkivet|skolen|sykehuset|staten|en etat med mange oppgaver|de som bor lengst unna""".replace("\n", "").split("|")
VERBS = """deler data med|svarer på spørsmål fra|bygger videre på arbeidet til|henter tall fra|går sammen om nye løsninger med|måler seg mot|
tar imot papirer fra|legger planer for året med|bruker om igjen det som er laget av|ser på risikoen sammen med|deler kostnadene med|
sier fra om endringer til""".replace("\n", "").split("|")
OBJECTS = """nabokommunen|de statlige registrene|dem som har svart før|de andre etatene|et felles system|arbeidsgiverne i området|helseforetaket|
dem som lager standardene|skolene i fylket|et eget utvalg|fagmiljøene i landet|en gruppe som møtes hver måned""".replace("\n", "").split("|")
OPENINGS = """Ofte|I de fleste tilfeller|Likevel|Etter en tid|Når det haster|For å spare tid|Der det er mulig|Uten at noen ba om det|Som regel|
I saker med mange parter|Før sommeren|Med små midler|Steg for steg|På tvers av sektorer""".replace("\n", "").split("|")
TAILS = """, og det merkes|, men virkningen kommer sent|, selv om tilliten må bygges opp igjen|, fordi svarene ellers måtte gis to ganger|
, slik at tiden til svar går ned|, uten at kvaliteten blir dårligere|, noe som krever klare roller og ansvar|, og gevinstene kan hentes ut|
, så lenge sikkerheten er tatt vare på||||""".replace("\n", "").split("|")


def sentence(rng):
    subject = rng.choice(SUBJECTS)
    if rng.random() < 0.5:
        words = subject[0].upper() + subject[1:] + " " + rng.choice(VERBS) + " " + rng.choice(OBJECTS)
    else:
        verb, _, rest = rng.choice(VERBS).partition(" ")
        words = rng.choice(OPENINGS) + " " + verb + " " + subject + " " + rest + " " + rng.choice(OBJECTS)
    return words + rng.choice(TAILS) + "."


def theme():
    """Page, measure, fonts and sizes as in text-page.typ beside this file."""
    text = (ROOT / "layouts" / "theme.toml").read_text(encoding="utf-8")
    for key, value in PAGE.items():
        text = re.sub(rf'^{key} = ".*"$', f'{key} = "{value}"', text, count=1, flags=re.M)
    body = text.index("[style.body]")
    # Word spaces give by a third and take by a half, as Typst's do by default; the price of a divided word suits that.
    keys = 'align = "justified"\nspace-least = 67\nspace-most = 150\nhyphen-penalty = 3000'
    return text[:body] + text[body:].replace('align = "left"', keys, 1)


def main():
    folder = pathlib.Path(sys.argv[1])
    rng = random.Random(2021)
    paragraphs = [" ".join(sentence(rng) for _ in range(rng.randint(2, 9))) for _ in range(340)]
    (folder / "data" / "nb").mkdir(parents=True, exist_ok=True)
    (folder / "data" / "nb" / "text.md").write_text("\n\n".join(paragraphs) + "\n", encoding="utf-8")
    (folder / "data" / "data.toml").write_text("format = 1\n\n[record.about]\ntitle = \"Satsprøve\"\n", encoding="utf-8")
    (folder / "theme.toml").write_text(theme(), encoding="utf-8")
    definition = (pathlib.Path(__file__).parent / "report.toml").read_text(encoding="utf-8")
    for name, path in (("FONTS", "fonts"), ("LANGUAGES", "layouts/lang"), ("EDITIONS", "layouts/editions")):
        definition = definition.replace(f'"{name}"', f'"{ROOT / path}"')
    (folder / "report.toml").write_text(definition, encoding="utf-8")
    (folder / "text.typ").write_text("\n\n".join(paragraphs) + "\n", encoding="utf-8")


main()
