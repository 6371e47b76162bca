#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Nothing in the program or in layouts/ knows a goal, a figure or a year: a made-up year with seven goals needs only other
data. What is built from it can't be taken for a report."""
import re
import shutil
import sys
import pathlib
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import program  # noqa: E402


class MadeUpYear(program.InFolder):
    def build(self, data):
        self.succeed(program.run("build", program.REPORT, "--data", data, "--out", self.folder / "out"))
        return self.folder / "out" / "rikets-digitale-tilstand-2031.pdf"

    def text_of(self, pdf, *pages):
        return program.one_line(program.output_of("pdftotext", *pages, pdf, "-"))

    def test_other_data_make_another_report(self):
        text = self.text_of(self.build(program.MADE_UP_DATA))
        for words in ("Mål 7", "Skog under droner", "43 prosent", "2031", "2032", "41 %", "11 502"):
            with self.subTest(words):
                self.assertIn(words, text)
        for gone in ("2021", "2022", "2025", "Digdir", "Digitaliserings", "SSB"):
            with self.subTest(gone):
                self.assertNotIn(gone, text)

    def test_it_says_that_it_is_made_up(self):
        pdf = self.build(program.MADE_UP_DATA)
        pages = int(re.search(r"Pages:\s+(\d+)", program.output_of("pdfinfo", pdf)).group(1))
        self.assertIn("Oppdiktet", program.output_of("pdfinfo", pdf).split("\n")[0])
        for page in (1, 2, pages):
            with self.subTest(page):
                self.assertIn("Oppdiktet", self.text_of(pdf, "-f", page, "-l", page))
        for path in [program.MADE_UP_DATA / "README.md", program.MADE_UP_DATA / "data.toml"]:
            self.assertRegex(path.read_text(encoding="utf-8").lower(), "made-up|invented")

    def test_it_is_sound(self):
        result = self.succeed(program.run("check", program.REPORT, "--data", program.MADE_UP_DATA))
        self.assertNotRegex(result.stderr, "warning|error")

    def test_the_status_year_is_chosen_by_the_data(self):
        data = self.folder / "data"
        shutil.copytree(program.MADE_UP_DATA, data)
        path = data / "data.toml"
        path.write_text(path.read_text(encoding="utf-8").replace("status-year = 2031", "status-year = 2030"), encoding="utf-8")
        text = self.text_of(self.build(data))
        self.assertIn("53 prosent", text)
        self.assertNotIn("58 prosent", text)


if __name__ == "__main__":
    unittest.main()
