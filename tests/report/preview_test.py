#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The preview of a page looks as the page of the PDF does when poppler draws it."""
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import program  # noqa: E402
from rasters import cells, difference, rgb_of_png, rgb_of_ppm  # noqa: E402

DPI = 60
FINER = 4             # poppler sets each line of type on whole pixels; drawn finer and averaged, that is a quarter of a pixel
PAGES = (1, 3, 4, 5, 7, 10, 11, 14)
CELL = 4              # pixels a side that are averaged: two rasterisers smooth edges differently
MOST_MEAN, MOST_CELL = 0.8, 30   # of 255


class Preview(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = pathlib.Path(tempfile.mkdtemp())
        cls.addClassCleanup(shutil.rmtree, cls.folder)
        result = program.run("build", program.REPORT, "--data", program.REPORT_DATA, "--out", cls.folder)
        if result.returncode != 0:
            raise AssertionError(result.stderr)

    def preview(self, page):
        result = program.run("preview", program.REPORT, "--data", program.REPORT_DATA, "--page", page, "--dpi", DPI, text=False)
        self.assertEqual(result.returncode, 0, result.stderr)
        return rgb_of_png(result.stdout)

    def page_of_pdf(self, page):
        command = ["pdftoppm", "-r", str(DPI * FINER), "-f", str(page), "-l", str(page), str(self.folder / "rikets-digitale-tilstand-2021.pdf")]
        return rgb_of_ppm(subprocess.run(command, capture_output=True, check=True).stdout)

    def test_pages_look_alike(self):
        for page in PAGES:
            with self.subTest(page=page):
                ours, theirs = self.preview(page), self.page_of_pdf(page)
                self.assertEqual(ours[:2], tuple(-(-side // FINER) for side in theirs[:2]))
                mean, most = difference(cells(*ours, CELL), cells(*theirs, CELL * FINER))
                print(f"page {page}: mean {mean:.2f}, most {most:.0f}")
                self.assertLess(mean, MOST_MEAN)
                self.assertLess(most, MOST_CELL)

    def test_different_pages_do_not_look_alike(self):
        mean, most = difference(cells(*self.preview(PAGES[0]), CELL), cells(*self.page_of_pdf(PAGES[1]), CELL * FINER))
        self.assertGreater(mean, MOST_MEAN)
        self.assertGreater(most, MOST_CELL)


if __name__ == "__main__":
    unittest.main()
