# SPDX-License-Identifier: Apache-2.0
"""Writes the same long text for both programs, from a fixed seed: about forty pages of Norwegian prose, made for this measuring
and for nothing else; and the report's theme with a plain page and justified prose. usage: make_text.py FOLDER"""
import pathlib
import random
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
PAGE = {"width": "160mm", "height": "240mm", "head": "20mm", "foot": "20mm", "inner": "24.5mm", "outer": "24.5mm", "gutter": "2mm"}

SUBJECTS = """kommunen|direktoratet|en mindre virksomhet|innbyggeren|den som søker|saksbehandleren|fylkeskommunen|et tilsyn|departementet|
leverandøren|en frivillig organisasjon|næringsdrivende|brukeren|arkivet|skolen|helseforetaket|forvaltningen|en etat med mange oppgaver""".replace("\n", "").split("|")
VERBS = """deler opplysninger med|svarer på henvendelser fra|bygger videre på arbeidet til|henter grunnlagsdata fra|samarbeider om digitaliseringsprosjekter med|
sammenligner resultatene sine med|tar imot dokumentasjon fra|planlegger innføringen sammen med|gjenbruker begrepsbeskrivelsene til|
vurderer personvernkonsekvensene for|drøfter kostnadsfordelingen med|varsler om endringer til""".replace("\n", "").split("|")
OBJECTS = """nabokommunene|de statlige registrene|innbyggerundersøkelsen|forvaltningsorganene|saksbehandlingssystemet|arbeidsgiverne|
de regionale helsemyndighetene|standardiseringsarbeidet|opplæringsprogrammet|personvernombudet|kompetansemiljøene|en felles arbeidsgruppe""".replace("\n", "").split("|")
OPENINGS = """Ofte|I de fleste tilfeller|Likevel|Etter en tid|Når det haster|For å spare tid|Der det er mulig|Uten at noen ba om det|Som regel|
I sammensatte saker|Før sommeren|Med små midler|Steg for steg|På tvers av sektorer""".replace("\n", "").split("|")
TAILS = """, og det merkes|, men virkningen kommer sent|, selv om tilliten må bygges opp igjen|, fordi opplysningene ellers måtte gis to ganger|
, slik at saksbehandlingstiden går ned|, uten at kvaliteten blir dårligere|, noe som krever tydelige ansvarsforhold|, og gevinstene kan hentes ut|
, så lenge informasjonssikkerheten er ivaretatt||||""".replace("\n", "").split("|")


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
    return text.replace('hyphenate = true\nalign = "left"', 'hyphenate = true\nalign = "justified"', 1)


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
