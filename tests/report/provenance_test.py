#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Every printed number of the annual report leads back to a cell, and the cell says what is printed."""
import csv
import io
import json
import pathlib
import re
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import program  # noqa: E402

HERE = pathlib.Path(__file__).resolve().parent
WORDS = ["null", "én", "to", "tre", "fire", "fem", "seks", "sju", "åtte", "ni", "ti", "elleve", "tolv"]
SPACES = {"\u00a0": " ", "\u202f": " "}


def plain(text):
    """One kind of space and of minus sign."""
    for space, as_space in SPACES.items():
        text = text.replace(space, as_space)
    return re.sub(r"\s+", " ", text.replace("\u2212", "-")).strip()


def numbers(text):
    """The numbers of a text as floats: thousands are set apart by a space, decimals by a comma."""
    return [float(found.replace(" ", "").replace(",", ".")) for found in re.findall(r"\d{1,3}(?: \d{3})+(?:,\d+)?|\d+(?:,\d+)?", plain(text))]


def cell_at(place):
    """Text of the cell at file:line:column, by the row's own fields."""
    file, line, column = place.rsplit(":", 2)
    text = pathlib.Path(file).read_text(encoding="utf-8-sig").split("\n")[int(line) - 1]
    rest = text[int(column) - 1:]
    if file.endswith(".csv"):
        before = next(csv.reader([text[:int(column) - 1]]), [])
        rest = '"' + rest if text[:int(column) - 1].endswith('"') and len(before) else rest
        return next(csv.reader(io.StringIO(rest)))[0]
    value = re.match(r"(\"[^\"]*\"|[\d.+-]+)", rest) if rest.startswith('"') or not text[:int(column) - 1].endswith('"') else re.match(r'([^"]*)', rest)
    return value.group(1).strip('"') if value else rest


def figure_of(value):
    """A rank of "28" in "28 land" is a figure of the facts with its word."""
    return value + " land" if re.fullmatch(r"\d+", value) else value


class Provenance(program.InFolder):
    @classmethod
    def setUpClass(cls):
        cls.run_of = program.run("figures", program.REPORT, "--data", program.REPORT_DATA, "--format", "csv")
        cls.rows = list(csv.DictReader(io.StringIO(cls.run_of.stdout)))

    def expected(self, row):
        """What a form makes of the cells, as numbers that the printed words must hold, or words."""
        values = [cell_at(place) for place in row["cell"].split("; ")]
        return values

    def test_csv_joins_back_to_the_data(self):
        self.assertEqual(self.run_of.returncode, 0, self.run_of.stderr)
        self.assertGreater(len(self.rows), 200)
        missed = []
        for row in self.rows:
            if not row["cell"]:
                missed.append((row, "no cell"))
                continue
            if "–" in row["cell"] or row["derivation"] and row["form"] not in ("change", "change-number", "percent-change") or row["form"] == "reckoned":
                continue
            if not self.agrees(row, self.expected(row)):
                missed.append((row, self.expected(row)))
        self.assertEqual(missed, [])

    def agrees(self, row, cells):
        said = plain(row["value"])
        if row["form"] in ("change", "change-number", "percent-change"):
            before, now = float(cells[0]), float(cells[-1])
            change = abs(now - before)
            if row["form"] == "percent-change":
                change = float(int(change * 100 / abs(before) + 0.5))
            return change in numbers(said) or WORDS.index(said.split(" ")[0].lower()) == change
        if row["form"] == "words":
            return said.lower() == WORDS[int(cells[0])]
        if row["form"] == "moved":
            return "uendret" in said.lower() or float(cells[0]) in numbers(said) or "ingen" in said.lower()
        if row["form"] == "year":
            return said == row["year"]
        if re.fullmatch(r"-?\d+(\.\d+)?", cells[0]) and row["form"] != "cell" and row["form"] != "record":
            return float(cells[0]) in numbers(said)
        return any(said in plain(cell) or (re.fullmatch(r"[\d.]+", cell) and float(cell) in numbers(said)) for cell in cells)

    def test_every_figure_of_the_facts_is_listed(self):
        listed = {plain(row["value"]).lower() for row in self.rows}
        listed |= {value.replace(" prosent", " %") for value in listed}
        prose = plain("\n".join(path.read_text(encoding="utf-8") for path in sorted((program.REPORT_DATA / "nb").glob("*.md"))))
        lines = [line.strip() for line in (HERE / "figures.txt").read_text(encoding="utf-8").splitlines()]
        missing = []
        for figure in (plain(line) for line in lines if line and not line.startswith("#")):
            if not re.search(r"\d", figure) or figure in prose:  # a name or a word; a literal of the text
                continue
            if not any(re.search(r"(?<![\d,])" + re.escape(figure.lower()) + r"(?![\d])", value) for value in listed | {figure_of(value) for value in listed}):
                missing.append(figure)
        self.assertEqual(missing, [])

    def test_pages_rise_and_places_can_be_asked_for(self):
        pages = [int(row["page"]) for row in self.rows]
        self.assertEqual(pages, sorted(pages))
        folio = self.rows[len(self.rows) // 2]["folio"]
        one = program.run("figures", program.REPORT, "--data", program.REPORT_DATA, "--format", "json", "--at", folio, "--of", "trust")
        self.assertEqual(one.returncode, 0, one.stderr)
        listed = json.loads(one.stdout)
        self.assertEqual(len(listed), sum(row["folio"] == folio and row["figure"] == "trust" for row in self.rows))

    def test_unknown_names_are_told(self):
        for option, value, code, hint in (("--of", "trsut", "cli.no-such-figure", "trust"), ("--at", "9999", "cli.no-such-page", "")):
            with self.subTest(option):
                told = program.run("figures", program.REPORT, "--data", program.REPORT_DATA, option, value)
                self.assertEqual(told.returncode, 1)
                self.assertIn(code, told.stderr)
                self.assertIn(hint, told.stderr)
                self.assertEqual(told.stdout, "")

    def test_every_number_of_the_pages_is_accounted_for(self):
        """Digits on a page stand in a listed number, in words that prose or definition hold as they are, or are the program's
        own: folios, numbers of figures, tables and notes, pages in contents, ticks and years of axes."""
        dump = program.run("dump", program.REPORT, "--data", program.REPORT_DATA, "--stage", "scene").stdout
        written = "\n".join(plain(path.read_text(encoding="utf-8")) for folder in (program.REPORT_DATA / "nb", program.ROOT / "layouts")
                            for path in sorted(folder.rglob("*")) if path.suffix in (".md", ".toml") and "lang" not in path.parts)
        years = {row["year"] for row in csv.DictReader(io.StringIO((program.REPORT_DATA / "values.csv").read_text(encoding="utf-8")))}
        loose, drawings = [], set()
        for line in dump.splitlines():
            tag = re.match(r"  tag #(\d+) in \S+ (\w+)", line)
            if tag and tag.group(2) == "Figure":
                drawings.add(tag.group(1))
            item = re.match(r"  \[(.*?)\] text [-\d.,]+ (.*?)((?: <[^>]*: [^>]*>)*)$", line)
            if not item:
                continue
            mark, words, ranges = item.groups()
            for found in re.findall(r": ([^>]*)>", ranges):
                words = words.replace(found, "", 1)
            for digits in re.findall(r"\d+(?:[.,]\d+)*", words):
                own = mark.startswith("artifact") or mark.lstrip("#") in drawings or digits in years or len(digits) <= 3 and words.strip() == digits
                caption = re.search(r"(Figur|Tabell|figur|tabell|side|Side|mål|Mål)\s*(\d+(?:[–-]\d+)?(?:, )?(?: og )?)*" + digits, plain(words))
                if not own and not caption and not re.search(r"(?<!\d)" + re.escape(digits), written):
                    loose.append(line.strip())
        self.assertEqual(loose, [])


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
        cells = {place.split(":")[0] for row in listed for place in row["cell"].split("; ") if place}
        self.assertEqual(cells | {"rikets-digitale-tilstand-2021.printed.csv"}, set(names))
        program.output_of("qpdf", "--qdf", "--object-streams=disable", pdf, self.folder / "plain.pdf")
        plain_pdf = (self.folder / "plain.pdf").read_bytes()
        self.assertGreater(len(re.findall(rb"/S /(?:Figure|Table)", plain_pdf)), 10)
        fed = [body for body in re.findall(rb"<<.*?>>\nendobj", plain_pdf, re.S) if re.search(rb"/S /(?:Figure|Table)\b", body) and b"/AF" in body]
        self.assertGreater(len(fed), 10)


if __name__ == "__main__":
    unittest.main()
