#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The preview of a page looks as the page of the PDF does when poppler draws it."""
import pathlib
import shutil
import struct
import subprocess
import sys
import tempfile
import unittest
import zlib

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import program  # noqa: E402

DPI = 60
FINER = 4             # poppler sets each line of type on whole pixels; drawn finer and averaged, that is a quarter of a pixel
PAGES = (1, 3, 4, 5, 7, 10, 11, 14)
CELL = 4              # pixels a side that are averaged: two rasterisers smooth edges differently
MOST_MEAN, MOST_CELL = 0.8, 30   # of 255


def rgb_of_png(png):
    """Width, height and samples of an 8-bit RGB PNG without interlace."""
    at, data = 8, b""
    while at < len(png):
        size, kind = struct.unpack(">I4s", png[at:at + 8])
        if kind == b"IHDR":
            width, height, depth, colour, _, _, interlace = struct.unpack(">IIBBBBB", png[at + 8:at + 21])
            assert (depth, colour, interlace) == (8, 2, 0)
        elif kind == b"IDAT":
            data += png[at + 8:at + 8 + size]
        at += 12 + size
    return width, height, rows_of(zlib.decompress(data), width, height)


def paeth(left, up, corner):
    guess = left + up - corner
    distances = (abs(guess - left), abs(guess - up), abs(guess - corner))
    return (left, up, corner)[distances.index(min(distances))]


def rows_of(data, width, height):
    stride, rgb, before = width * 3, bytearray(), bytearray(width * 3)
    for row in range(height):
        kind, line = data[row * (stride + 1)], bytearray(data[row * (stride + 1) + 1:(row + 1) * (stride + 1)])
        for x in range(stride if kind else 0):
            left, corner = (line[x - 3], before[x - 3]) if x >= 3 else (0, 0)
            add = (0, left, before[x], (left + before[x]) // 2, paeth(left, before[x], corner))[kind]
            line[x] = (line[x] + add) & 255
        rgb += line
        before = line
    return bytes(rgb)


def rgb_of_ppm(ppm):
    head, rgb = ppm.split(b"\n", 3)[:3], ppm.split(b"\n", 3)[3]
    assert head[0] == b"P6" and head[2] == b"255"
    width, height = map(int, head[1].split())
    return width, height, rgb


def cells(width, height, rgb, side=CELL):
    """Means of squares of `side` pixels, of red, then green, then blue."""
    means = []
    for plane in (rgb[channel::3] for channel in range(3)):
        for top in range(0, height - side + 1, side):
            lines = [plane[(top + y) * width:(top + y + 1) * width] for y in range(side)]
            means += [sum(sum(line[left:left + side]) for line in lines) / side ** 2 for left in range(0, width - side + 1, side)]
    return means


def difference(one, other):
    """Mean and largest difference of two pictures' cells."""
    gaps = [abs(a - b) for a, b in zip(one, other)]
    return sum(gaps) / len(gaps), max(gaps)


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
                mean, most = difference(cells(*ours), cells(*theirs, CELL * FINER))
                print(f"page {page}: mean {mean:.2f}, most {most:.0f}")
                self.assertLess(mean, MOST_MEAN)
                self.assertLess(most, MOST_CELL)

    def test_different_pages_do_not_look_alike(self):
        mean, most = difference(cells(*self.preview(PAGES[0])), cells(*self.page_of_pdf(PAGES[1]), CELL * FINER))
        self.assertGreater(mean, MOST_MEAN)
        self.assertGreater(most, MOST_CELL)


if __name__ == "__main__":
    unittest.main()
