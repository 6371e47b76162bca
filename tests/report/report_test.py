#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The annual report as others see it: qpdf, poppler's tools, and a second build elsewhere."""
import csv
import json
import os
import pathlib
import re
import shutil
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import program  # noqa: E402

HERE = pathlib.Path(__file__).resolve().parent


def plain(text):
    """One space for every run of white space, words whole: what a reader compares by."""
    text = text.replace("\u00ad\n", "").replace("\u00ad", "").replace("\u00a0", " ").replace("\u202f", " ")
    return re.sub(r"\s+", " ", text)


def forms(figure):
    """The ways that the report may print a figure of the list: percent as sign or word, words at the start of a sentence."""
    percent = re.fullmatch(r"(.*) %", figure)
    if percent:
        return [figure, percent.group(1) + " prosent"]
    return [figure, figure[0].upper() + figure[1:]]


def elements_of_poppler(text):
    """What `pdfinfo -struct-text` prints, as rows of depth, type and own words, in reading order."""
    rows = []
    for line in text.splitlines():
        words = line.strip(" ")
        depth = (len(line) - len(line.lstrip(" "))) // 2
        element = re.fullmatch(r"([A-Z]\w*)(?: <[\w-]+>)?(?: \((?:block|inline)\))?:?", words)
        if words.startswith('"'):
            next(row for row in reversed(rows) if row[0] == depth - 1)[2] += words[1:-1]
        elif element:
            rows.append([depth, element.group(1), ""])
        elif words and not re.match(r"/[A-Z]|Object \d", words):
            raise AssertionError(f"not understood: {line!r}")
    return rows


def elements_of_dump(text):
    """The same of `tilstand dump --stage tags`. A hyphen at a line's end is drawn as every hyphen is."""
    rows = []
    for line in text.splitlines():
        head, _, words = line.strip(" ").partition(" | ")
        rows.append([(len(line) - len(line.lstrip(" "))) // 2, head.split(" ")[0], words.replace("\u00ad", "-")])
    return rows


def comparable(rows):
    """Rows whose spaces are alike; a figure speaks by its alternative text, not by its labels."""
    return [(depth, kind, "" if kind == "Figure" else words.replace("\u00a0", " ")) for depth, kind, words in rows]


def bare(text):
    return re.sub(r"[\s\u00ad-]+", "", text)


def passages_of_content(text):
    """The words of `tilstand dump --stage content` in reading order, cut where only layout knows what comes between."""
    for line in text.splitlines():
        found = re.match(r"\s*(?:\d+ )?(paragraph|tile|key-figure|item|entry|\|)(?: (.*))?$", line)
        kind, words = found.groups(default="") if found else ("", "")
        if kind == "paragraph":
            style, _, words = words.partition(" | ")
            words = "" if style.endswith(" artifact") else words
        if kind == "entry":
            words = words.rsplit(" -> ", 1)[0]
        for passage in re.split(r"\(note \d+\)|\(page of \d+\)|\(mark\)|\[[\w.-]+\]| / |\|", words):
            if bare(passage):
                yield passage


class Report(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = pathlib.Path(tempfile.mkdtemp())
        cls.addClassCleanup(shutil.rmtree, cls.folder)
        cls.run_result = program.run("build", program.REPORT, "--data", program.REPORT_DATA, "--out", cls.folder)
        if cls.run_result.returncode != 0:
            raise AssertionError(cls.run_result.stderr)
        cls.pdf = cls.folder / "rikets-digitale-tilstand-2021.pdf"
        cls.text = plain(program.output_of("pdftotext", cls.pdf, "-"))
        cls.info = program.output_of("pdfinfo", cls.pdf)

    def test_build_is_silent(self):
        self.assertEqual(self.run_result.stderr, "")

    def test_every_notice_of_check_is_acknowledged(self):
        result = program.run("check", program.REPORT, "--data", program.REPORT_DATA, "--diagnostics", "json")
        self.assertEqual(result.returncode, 0, result.stderr)
        found = json.loads(result.stderr)
        self.assertEqual({entry["severity"] for entry in found}, {"notice"})
        self.assertTrue(any(entry["code"] == "data.source-disagrees" for entry in found))

    def test_qpdf_finds_it_sound(self):
        self.assertIn("No syntax or stream encoding errors found", program.output_of("qpdf", "--check", self.pdf))

    def test_pages_title_and_tags(self):
        self.assertGreaterEqual(int(re.search(r"Pages:\s+(\d+)", self.info).group(1)), 20)
        self.assertRegex(self.info, r"Title:\s+Rikets digitale tilstand 2021")
        self.assertRegex(self.info, r"Tagged:\s+yes")
        self.assertRegex(self.info, r"Suspects:\s+no")
        self.assertRegex(self.info, r"Page size:\s+595\.27\d* x 841\.8\d* pts \(A4\)")

    def test_every_figure_of_the_facts_is_printed(self):
        figures = [line.strip() for line in (HERE / "figures.txt").read_text(encoding="utf-8").splitlines()]
        figures = [line for line in figures if line and not line.startswith("#")]
        self.assertGreater(len(figures), 60)
        missing = [figure for figure in figures
                   if not any(re.search(r"(?<![\w,])" + re.escape(form) + r"(?!\w)", self.text) for form in forms(figure))]
        self.assertEqual(missing, [])

    def test_fonts_are_embedded_subset_and_readable(self):
        rows = program.output_of("pdffonts", self.pdf).splitlines()[2:]
        self.assertGreaterEqual(len(rows), 3)
        for row in rows:
            self.assertRegex(row, r"^[A-Z]{6}\+\S+.* yes +yes +yes +\d+ +0 *$")

    def test_outline_and_page_labels(self):
        catalog = json.loads(program.output_of("qpdf", "--json=2", "--json-key=outlines", "--json-key=pagelabels", self.pdf))
        titles = [entry["title"] for entry in catalog["outlines"]]
        self.assertIn("Hovedbildet", titles)
        self.assertGreaterEqual(sum(title.startswith("Mål ") for title in titles), 6)
        self.assertTrue(catalog["pagelabels"])

    def test_charts_and_tables_of_their_data_lead_to_each_other(self):
        scene = program.run("dump", program.REPORT, "--data", program.REPORT_DATA, "--stage", "scene").stdout
        page, there, back = 0, {}, {}
        for line in scene.splitlines():
            page = int(line.split()[1]) if line.startswith("page ") else page
            link = re.match(r"  link .* -> page (\d+) .*\(Gå til (?:Figur \d+: )?(.*), side \d+\)", line)
            if link:
                (there if re.search(r"Gå til Figur \d+: ", line) else back)[(page, int(link.group(1)), link.group(2))] = True
        self.assertGreater(len(there), 8)
        for chart, table, title in there:
            self.assertGreater(table, chart)
            self.assertIn((table, chart, title), back)

    def test_each_table_is_one_table_element(self):
        tree = program.output_of("pdfinfo", "-struct", self.pdf)
        dumped = program.run("dump", program.REPORT, "--data", program.REPORT_DATA, "--stage", "tags").stdout
        tables = re.findall(r"^\s*Table\b", tree, re.M)
        self.assertGreaterEqual(len(tables), 5)
        self.assertEqual(len(tables), len(re.findall(r"^\s*Table\b", dumped, re.M)))

    def test_structure_is_the_tag_tree_word_for_word(self):
        theirs = comparable(elements_of_poppler(program.output_of("pdfinfo", "-struct-text", self.pdf)))
        dumped = program.run("dump", program.REPORT, "--data", program.REPORT_DATA, "--stage", "tags").stdout
        ours = comparable(elements_of_dump(dumped))
        self.assertGreater(len(ours), 1000)
        for at, (one, other) in enumerate(zip(ours, theirs)):
            self.assertEqual(one, other, f"element {at}")
        self.assertEqual([kind for _, kind, _ in theirs[len(ours):]], ["Form"])  # the field for a seal, which no page shows

    def test_only_cells_of_tables_may_be_empty(self):
        rows = elements_of_poppler(program.output_of("pdfinfo", "-struct-text", self.pdf))
        depths = [depth for depth, _, _ in rows[1:]] + [0]
        empty = {kind for (depth, kind, words), below in zip(rows, depths) if not words and below <= depth}
        self.assertLessEqual(empty, {"TD", "Figure", "Form"})

    def test_structure_has_all_words_of_the_content_in_order(self):
        lines = [line.strip(" ") for line in program.output_of("pdfinfo", "-struct-text", self.pdf).splitlines()]
        spoken = bare("".join(line[1:-1] for line in lines if line.startswith('"')))
        passages = list(passages_of_content(program.run("dump", program.REPORT, "--data", program.REPORT_DATA, "--stage", "content").stdout))
        self.assertGreater(len(passages), 500)
        at = 0
        for passage in passages:
            found = spoken.find(bare(passage), at)
            self.assertGreaterEqual(found, 0, f"{passage!r} is missing after {spoken[max(0, at - 60):at]!r}")
            at = found + len(bare(passage))

    def test_structure_reads_as_the_report(self):
        spoken = plain(program.output_of("pdfinfo", "-struct-text", self.pdf))
        places = [spoken.find(words) for words in ("Hovedbildet", "Norge i internasjonale målinger", "Status for målene", "Tall og kilder")]
        starts = [spoken.rfind(words) for words in ("Ett nøkkeltall for hvert mål", "Indikatorene", "Tallene bak figurene", "Merknader og kilder")]
        self.assertNotIn(-1, places + starts)
        self.assertEqual(starts, sorted(starts))
        with (program.REPORT_DATA / "goals.csv").open(encoding="utf-8", newline="") as file:
            names = [row["name"] for row in csv.DictReader(file)]
        self.assertEqual(len(names), 6)
        for name in names:
            self.assertIn(name, spoken)

    def test_same_bytes_from_another_place_zone_and_locale(self):
        other = self.folder / "a folder with a longer name"
        for name in ("layouts", "data", "fonts"):
            shutil.copytree(program.ROOT / name, other / name)
        environment = {**os.environ, "TZ": "Asia/Tokyo", "LC_ALL": "tr_TR.UTF-8", "LANG": "de_DE.UTF-8"}
        result = program.run("build", "layouts/rikets-tilstand.toml", "--data", "data/2021", "--out", "o", cwd=other, env=environment)
        self.assertEqual(result.returncode, 0, result.stderr)
        for name in (self.pdf.name, self.pdf.with_suffix(".manifest.json").name):
            with self.subTest(name):
                self.assertEqual(program.sha256(other / "o" / name), program.sha256(self.folder / name))


if __name__ == "__main__":
    unittest.main()
