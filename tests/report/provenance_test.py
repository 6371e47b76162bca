#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Every printed number of the annual report leads back to cells, or to words with a reason, and they say what is printed: the
test reckons each number again from the data files, in each language, and accounts for every digit of the pages."""
import copy
import csv
import io
import json
import pathlib
import re
import shutil
import sys
import tomllib
import unittest
from fractions import Fraction

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
import program  # noqa: E402
import reckoning  # noqa: E402

HERE = pathlib.Path(__file__).resolve().parent
GALLERY, GALLERY_DATA = program.ROOT / "layouts" / "gallery.toml", program.ROOT / "data" / "gallery"
EDITIONS = {"nb": "archive", "nn": "archive-nn", "en": "archive-en", "se": "archive-se"}
NB = ["null", "én|ett|en|et", "to", "tre", "fire", "fem", "seks", "sju", "åtte", "ni", "ti", "elleve", "tolv"]
NN = ["null", "éin|eitt|ein|eit|ei", "to", "tre", "fire", "fem", "seks", "sju", "åtte", "ni", "ti", "elleve", "tolv"]
EN = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
WORDS = {"nb": [NB], "nn": [NN, NB], "en": [EN, NB], "se": [NB]}  # prose that is not translated stays Norwegian
ORDINALS = ["nulte", "første", "andre", "tredje", "fjerde", "femte", "sjette", "sjuende"]
VALUES = ("value", "short", "number", "words", "large", "ordinal", "ordinal-words")
CHANGES = ("change", "change-number", "percent-change")
MOVES = ("moved", "moved-words")
POINT = {"en": (",", ".")}  # signs of thousands and decimals; elsewhere a space and a comma


def plain(text):
    """One kind of space and of minus sign."""
    text = text.replace("\u00a0", " ").replace("\u202f", " ").replace("\u00ad", "")
    return re.sub(r"\s+", " ", text.replace("\u2212", "-")).strip()


def numbers_in(text, language):
    """The numbers of a text, in digits as its language writes them, or one in words."""
    text = plain(text)
    found = []
    thousands, point = POINT.get(language, (" ", ","))
    for one in re.findall(rf"\d{{1,3}}(?:{re.escape(thousands)}\d{{3}})+(?:{re.escape(point)}\d+)?|\d+(?:{re.escape(point)}\d+)?", text):
        found.append(Fraction(one.replace(thousands, "").replace(point, ".")))
    if found:
        return found
    first = text.split(" ")[0].lower()
    for words in WORDS[language]:
        for number, spellings in enumerate(words):
            if first in spellings.split("|"):
                return [Fraction(number)]
    return [Fraction(ORDINALS.index(first))] if first in ORDINALS else []


def every_number(text):
    """All numbers of a sentence in digits."""
    return [Fraction(found.replace(" ", "").replace(",", ".")) for found in re.findall(r"\d{1,3}(?: \d{3})+(?:,\d+)?|\d+(?:,\d+)?", plain(text))]


class Checker:
    """Holds each row of the list against the data."""

    def __init__(self, data, language):
        self.data, self.language, self.cells = data, language, reckoning.Cells()

    def missed(self, rows):
        found = []
        for row in rows:
            fault = self.fault(row)
            if fault:
                found.append((row["page"], row["value"], row["figure"], row["form"], row["cell"], fault))
        return found

    def fault(self, row):
        if not row["cell"]:
            return "no cell"
        if row["form"] == "literal":
            return self.literal_fault(row)
        cells = self.cells.all_of(row["cell"])
        faults = [self.number_fault(row, cells, numbers_in(row["value"], language)) for language in (self.language, "nb")]
        return "" if "" in faults else faults[0]  # prose without a translation writes its numbers as its own language does

    def number_fault(self, row, cells, told):
        if row["form"] == "reckoned":
            return self.reckoned_fault(row, cells, told)
        if row["print"] == "drawn" and re.search(r"\w{3,} \w+", row["value"]):
            return self.spark_fault(row, cells)
        name, years = row["figure"], [int(year) for year in row["year"].split(", ") if year]
        if row["form"] == "year":
            return "" if [int(cell) for cell in cells] == years and told == [Fraction(years[0])] else "another year"
        if row["form"] in VALUES + CHANGES + MOVES + ("before",):
            return self.observed_fault(row, self.data.figures[name], years, cells) or self.value_fault(row, self.data.figures[name], years, told)
        return self.cell_fault(cells, row["value"], told)

    def spark_fault(self, row, cells):
        """A chart as large as a word says ends, extremes and counts of its cells, years of a figure's, and what a whole bar is."""
        values = [Fraction(cell) for cell in cells if reckoning.is_number(cell)]
        counts = [len(values), len(cells), sum(value > 0 for value in values), sum(value < 0 for value in values), 100]
        known = {abs(value) for value in values} | set(counts) | {Fraction(year) for year in row["year"].split(", ") if year}
        told = every_number(row["value"])
        strange = [str(one) for one in told if abs(one) not in known]
        return f"no cell says {strange}" if strange or not told else ""

    def observed_fault(self, row, figure, years, cells):
        """The cells are those of the observations, or of all that a derived one was reckoned from."""
        derived = row["derivation"] and "[" not in row["derivation"]
        of = [re.fullmatch(r"([\w-]+)\[(\d+)\]", one).groups() for one in row["inputs"].split(", ")] if derived else [(row["figure"], year) for year in years]
        wanted = [self.data.figures[name].at(int(year)) for name, year in of]
        return "" if [Fraction(cell) for cell in cells] == wanted else f"the cells say {cells}"

    def value_fault(self, row, figure, years, told):
        values = [figure.printed(year) for year in years]
        form = row["form"]
        if form in VALUES:  # a chart adds the year where it isn't the one of its key
            wanted = [Fraction(years[0]), values[0]] if told == [Fraction(years[0]), values[0]] else [values[0]]
        elif form == "before":
            wanted = [values[0], Fraction(years[0])]
        elif form in MOVES:
            wanted = ([values[0]] if values[0] != values[-1] or len(told) > 1 else []) + [Fraction(years[0])]
        else:
            change = values[-1] - values[0]
            wanted = [abs(change) if form != "percent-change" else reckoning.rounded(abs(change) / abs(values[0]) * 100, 0)]
            sign = plain(row["value"])[0]
            if sign in "+-" and (sign == "+") != (change > 0):
                return "the other sign"
        return "" if told == wanted else f"not {[str(one) for one in wanted]}"

    def reckoned_fault(self, row, cells, told):
        share = re.fullmatch(r'share\((.+), "(.*)"\)', row["derivation"])
        if share or row["derivation"].startswith(("rank(", "bins(")):
            return self.graph_fault(row, share and share.group(2), cells, told)
        value = reckoning.Reckoner(self.data, cells).run(row["derivation"])
        decimals = max([len(one.partition(".")[2]) for one in cells if reckoning.is_number(one)] + [0])
        return "" if told in ([Fraction(value)], [reckoning.rounded(Fraction(value), decimals)]) else f"not {float(value)}"

    def graph_fault(self, row, name, cells, told):
        """A part of a hundred by largest remainder, a place among its values, the ends of a bin round some."""
        values = [Fraction(cell) for cell in cells]
        if row["derivation"].startswith("rank("):
            return "" if len(told) == 1 and told[0] in range(1, len(values) + 1) else "no place"
        if name is None:
            return "" if len(told) == 2 and min(values) - told[1] <= 0 <= max(values) - told[0] and told[0] < told[1] else "no bin"
        own = [values[i] for i, place in enumerate(self.each_place(row["cell"])) if name in next(csv.reader([self.cells.line(*place)]))]
        exact = sum(own) / sum(values) * 100
        return "" if len(told) == 1 and abs(told[0] - exact) < 1 else f"not {float(exact)}"

    def each_place(self, places):
        for place in places.split("; "):
            file, line, column = place.rsplit(":", 2)
            yield from ((file, each) for each in range(int(line), int(column.partition("–")[2] or line) + 1))

    def cell_fault(self, cells, value, told):
        """A cell is printed as it stands: its number, or words with numbers among them. One in another language has the same numbers."""
        written = [plain(cell) for cell in cells]
        if any(plain(value) in cell for cell in written):
            return ""
        said = [Fraction(cell) if reckoning.is_number(cell) else cell for cell in written]
        if len(told) == 1 and told[0] in [abs(one) for one in said if isinstance(one, Fraction)]:
            return ""
        rounds = [reckoning.rounded(abs(one), decimals) for one in said if isinstance(one, Fraction) for decimals in range(4)]
        if len(told) == 1 and told[0] in rounds:
            return ""
        date = [int(one) for cell in written for one in re.findall(r"\d+", cell)]
        return "" if told and all(one in date for one in told) else f"the cells say {written}"

    def literal_fault(self, row):
        """The words stand in the file, there and then, and somebody said why."""
        around = self.cells.text_from(row["cell"], 4000)
        if not row["derivation"].strip():
            return "no reason"
        here = around.startswith(row["value"]) or re.match(r"\{\{\s*literal\s+(['\"])" + re.escape(row["value"]), around)
        return "" if here else "the file has other words"


class Scene:
    """The digits of the pages that nothing accounts for."""

    def __init__(self, text, words):
        self.lines = text.splitlines()
        self.roles, self.parents = {}, {}
        self.labels = {line.split(" ")[1] for line in self.lines if line.startswith("page ")}
        patterns = [r"\d+".join(re.escape(part) for part in plain(words[key]).split("{number}")) for key in ("caption.figure", "caption.table")]
        self.caption = re.compile("(?:" + "|".join(patterns) + ")(?::|$| )")

    def loose(self):
        found, label = [], ""
        for line in self.lines:
            if line.startswith("page "):
                label = line.split(" ")[1]
            tag = re.match(r"  tag #(\d+) in (\S+) (\w+)", line)
            if tag:
                self.roles[tag.group(1)], self.parents[tag.group(1)] = tag.group(3), tag.group(2).lstrip("#")
            item = re.match(r"  \[(.*?)\] text [-\d.,]+ (.*?)((?: <[^>]*: [^>]*>)*)$", line)
            if item and not self.is_own(item.group(1), self.typed(item.group(2), item.group(3)), label):
                found.append(f"page {label}: {line.strip()}")
        return found

    def typed(self, words, ranges):
        """What is no listed number."""
        at, kept = 0, ""
        for number in re.findall(r": ([^>]*)>", ranges):
            begin = words.index(number, at)
            kept, at = kept + words[at:begin], begin + len(number)
        return plain(kept + words[at:])

    def is_own(self, mark, words, label):
        """No digits; or the program's own: a folio, the number of a caption, a note or an item, a page in a link."""
        if not re.search(r"\d", words):
            return True
        if mark == "artifact header":
            return words == label
        role = self.roles.get(mark.lstrip("#"), "")
        if role == "Link":
            return all(one in self.labels for one in re.findall(r"\d+", words)) or self.caption.fullmatch(words.capitalize()) is not None
        if role == "Lbl":
            return re.fullmatch(r"\d+\.?", words) is not None or self.caption.fullmatch(words) is not None
        caption = self.caption.match(words)
        in_caption = "Caption" in (role, self.roles.get(self.parents.get(mark.lstrip("#"), ""), "")) or mark == "artifact decoration"
        return bool(caption and in_caption and not re.search(r"\d", words[caption.end():]))


def words_of(language):
    """A language's words; what one lacks is borrowed from Norwegian."""
    words = {}
    for one in ("nb", language):
        words |= tomllib.loads((program.ROOT / "layouts" / "lang" / one / "words.toml").read_text(encoding="utf-8"))
    return words


def figures_of(definition, data, edition):
    run = program.run("figures", definition, "--data", data, "--edition", edition, "--format", "csv")
    assert run.returncode == 0, run.stderr
    return list(csv.DictReader(io.StringIO(run.stdout)))


def scene_of(definition, data, edition):
    run = program.run("dump", definition, "--data", data, "--edition", edition, "--stage", "scene")
    assert run.returncode == 0, run.stderr
    return run.stdout


def flat_within():
    return Fraction(tomllib.loads(program.REPORT.read_text(encoding="utf-8"))["trend"]["flat-within"]["percent"])


class Provenance(program.InFolder):
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        cls.data = reckoning.Data(program.REPORT_DATA, flat_within())
        cls.rows = {language: figures_of(program.REPORT, program.REPORT_DATA, edition) for language, edition in EDITIONS.items()}

    def test_every_number_is_reckoned_again_from_its_cells(self):
        for language, rows in self.rows.items():
            with self.subTest(language):
                self.assertGreater(len(rows), 600)
                self.assertEqual(Checker(self.data, language).missed(rows), [])

    def test_a_number_that_its_cells_do_not_say_is_seen(self):
        checker = Checker(self.data, "nb")
        for form in sorted({row["form"] for row in self.rows["nb"]}):
            row = copy.deepcopy(next(one for one in self.rows["nb"] if one["form"] == form and (form != "literal" or re.search(r"\d", one["value"]))))
            digit = re.search(r"\d", row["value"])
            row["value"] = row["value"].replace(digit.group(), str((int(digit.group()) + 7) % 10)) if digit else "elleve"
            with self.subTest(form):
                self.assertEqual(len(checker.missed([row])), 1)
        for key, spoilt in (("cell", ""), ("cell", self.rows["nb"][0]["cell"])):
            row = dict(next(one for one in self.rows["nb"] if one["form"] == "value"), **{key: spoilt})
            with self.subTest(key):
                self.assertEqual(len(checker.missed([row])), 1)
        unreasoned = dict(next(one for one in self.rows["nb"] if one["form"] == "literal"), derivation="")
        self.assertEqual(len(checker.missed([unreasoned])), 1)

    def test_every_figure_of_the_facts_is_listed(self):
        listed = {plain(row["value"]).lower() for row in self.rows["nb"]}
        listed |= {value.replace(" prosent", " %") for value in listed} | {value + " land" for value in listed if re.fullmatch(r"\d+", value)}
        lines = [plain(line) for line in (HERE / "figures.txt").read_text(encoding="utf-8").splitlines()]
        figures = [line for line in lines if re.search(r"\d", line) and not line.startswith("#")]
        self.assertGreater(len(figures), 60)
        missing = [figure for figure in figures if not any(re.search(r"(?<![\d,])" + re.escape(figure.lower()) + r"(?!\d)", value) for value in listed)]
        self.assertEqual(missing, [])

    def test_pages_rise_and_places_can_be_asked_for(self):
        rows = self.rows["nb"]
        pages = [int(row["page"]) for row in rows]
        self.assertEqual(pages, sorted(pages))
        folio = rows[len(rows) // 2]["folio"]
        one = program.run("figures", program.REPORT, "--data", program.REPORT_DATA, "--format", "json", "--at", folio, "--of", "trust")
        self.assertEqual(one.returncode, 0, one.stderr)
        listed = json.loads(one.stdout)
        self.assertEqual(len(listed), sum(row["folio"] == folio and row["figure"] == "trust" for row in rows))

    def test_unknown_names_are_told(self):
        for option, value, code, hint in (("--of", "trsut", "cli.no-such-figure", "trust"), ("--at", "9999", "cli.no-such-page", "")):
            with self.subTest(option):
                told = program.run("figures", program.REPORT, "--data", program.REPORT_DATA, option, value)
                self.assertEqual(told.returncode, 1)
                self.assertIn(code, told.stderr)
                self.assertIn(hint, told.stderr)
                self.assertEqual(told.stdout, "")

    def test_every_digit_of_the_pages_is_accounted_for(self):
        for language, edition in EDITIONS.items():
            with self.subTest(language):
                self.assertEqual(Scene(scene_of(program.REPORT, program.REPORT_DATA, edition), words_of(language)).loose(), [])

    def test_a_digit_that_nothing_lists_is_seen(self):
        text = scene_of(program.REPORT, program.REPORT_DATA, EDITIONS["nb"])
        lines = text.splitlines()
        listed = next(i for i, line in enumerate(lines) if re.search(r"\] text .*\.value: \d", line))
        head = next(i for i, line in enumerate(lines) if re.search(r"artifact header\] text .*<", line))
        tick = next(i for i, line in enumerate(lines) if re.search(r"\] tick .*\d", line))
        for at, spoilt in ((listed, re.sub(r" <.*", "", lines[listed])), (head, re.sub(r" <.*", "", lines[head])), (tick, lines[tick].replace("] tick", "] text"))):
            with self.subTest(lines[at]):
                self.assertEqual(len(Scene("\n".join(lines[:at] + [spoilt] + lines[at + 1:]), words_of("nb")).loose()), 1)

    def test_a_number_typed_into_the_prose_is_seen(self):
        data = self.folder / "data"
        shutil.copytree(program.REPORT_DATA, data)
        prose = data / "nb" / "overview.md"
        prose.write_text(prose.read_text(encoding="utf-8") + "\nDette tallet, 7311, kommer ingen steder fra.\n", encoding="utf-8")
        loose = Scene(scene_of(program.REPORT, data, EDITIONS["nb"]), words_of("nb")).loose()
        self.assertEqual(len(loose), 1)
        self.assertIn("7311", loose[0])


class Gallery(program.InFolder):
    """Charts over tables: columns printed as they are, counts, quartiles, shares and ranks reckoned."""

    @classmethod
    def setUpClass(cls):
        edition = "archive"
        cls.rows = figures_of(GALLERY, GALLERY_DATA, edition)
        cls.scene = scene_of(GALLERY, GALLERY_DATA, edition)

    def test_every_number_is_reckoned_again_from_its_cells(self):
        forms = {re.match(r"\w*", row["derivation"]).group() for row in self.rows}
        self.assertLessEqual({"count", "quantile", "median", "share", "rank"}, forms)
        self.assertEqual(Checker(reckoning.Data(GALLERY_DATA), "nb").missed(self.rows), [])

    def test_every_digit_of_the_pages_is_accounted_for(self):
        self.assertEqual(Scene(self.scene, words_of("nb")).loose(), [])

    def test_a_spoilt_count_is_seen(self):
        counted = next(row for row in self.rows if row["derivation"].startswith("count("))
        self.assertEqual(len(Checker(reckoning.Data(GALLERY_DATA), "nb").missed([dict(counted, value=str(int(counted["value"]) + 1))])), 1)


class MadeUpYear(program.InFolder):
    """Another year's numbers, with other goals and figures, are followed by the same rules."""

    def test_every_number_is_reckoned_again_and_every_digit_accounted_for(self):
        rows = figures_of(program.REPORT, program.MADE_UP_DATA, EDITIONS["nb"])
        self.assertGreater(len(rows), 400)
        self.assertEqual(Checker(reckoning.Data(program.MADE_UP_DATA, flat_within()), "nb").missed(rows), [])
        self.assertEqual(Scene(scene_of(program.REPORT, program.MADE_UP_DATA, EDITIONS["nb"]), words_of("nb")).loose(), [])


class DataEdition(program.InFolder):
    """The data edition carries the list and the files that it speaks of."""

    def test_attached_files_are_the_sources(self):
        self.succeed(program.run("build", program.REPORT, "--data", program.REPORT_DATA, "--edition", "data", "--out", self.folder))
        pdf = self.folder / "rikets-digitale-tilstand-2021-data.pdf"
        out = self.folder / "attached"
        out.mkdir()
        program.output_of("pdfdetach", "-saveall", "-o", out, pdf)
        names = sorted(path.name for path in out.iterdir())
        self.assertIn("rikets-digitale-tilstand-2021.printed.csv", names)
        for name in names:
            source = program.REPORT_DATA / name
            if not name.endswith(".printed.csv"):
                self.assertEqual((out / name).read_bytes(), source.read_bytes(), name)
        listed = list(csv.DictReader(io.StringIO((out / "rikets-digitale-tilstand-2021.printed.csv").read_text(encoding="utf-8"))))
        cells = {place.split(":")[0] for row in listed for place in row["cell"].split("; ") if place and row["form"] != "literal"}  # prose is no data
        self.assertEqual(cells | {"rikets-digitale-tilstand-2021.printed.csv"}, set(names))
        program.output_of("qpdf", "--qdf", "--object-streams=disable", pdf, self.folder / "plain.pdf")
        plain_pdf = (self.folder / "plain.pdf").read_bytes()
        self.assertGreater(len(re.findall(rb"/S /(?:Figure|Table)", plain_pdf)), 10)
        fed = [body for body in re.findall(rb"<<.*?>>\nendobj", plain_pdf, re.S) if re.search(rb"/S /(?:Figure|Table)\b", body) and b"/AF" in body]
        self.assertGreater(len(fed), 10)


if __name__ == "__main__":
    unittest.main()
