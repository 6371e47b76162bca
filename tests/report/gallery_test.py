#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The gallery shows every kind of chart, is built without a word, keeps both standards, and looks as it did. Only
scripts/update-goldens passes --update, which draws the expected pictures and scenes anew."""
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import program  # noqa: E402
from rasters import cells, difference, rgb_of_png  # noqa: E402

DEFINITION, DATA = program.ROOT / "layouts" / "gallery.toml", program.ROOT / "data" / "gallery"
EXPECTED = pathlib.Path(__file__).resolve().parent / "gallery"
DPI, CELL = 36, 3
MOST_MEAN, MOST_CELL = 0.5, 24   # of 255: versions of cairo and FreeType differ a little at edges
KINDS = program.ROOT / "src" / "definition" / "read_graphs.cpp"


def ids():
    """Of all charts of the gallery, with their types."""
    text = DEFINITION.read_text(encoding="utf-8")
    return re.findall(r'kind = "chart"\n +id = "([^"]+)"\n +type = "([^"]+)"', text)


def picture(name):
    return program.run("chart", DEFINITION, name, "--data", DATA, "--format", "png", "--resolution", DPI, text=False)


def scene():
    """Every mark and label of every page, the numbers of the figures' places left out."""
    result = program.run("dump", DEFINITION, "--data", DATA, "--stage", "scene")
    if result.returncode != 0 or result.stderr:
        raise AssertionError(result.stderr)
    return result.stdout


def update():
    EXPECTED.mkdir(exist_ok=True)
    for old in EXPECTED.glob("*.png"):
        old.unlink()
    for name, _ in ids():
        (EXPECTED / f"{name}.png").write_bytes(picture(name).stdout)
    (EXPECTED / "scene.txt").write_text(scene(), encoding="utf-8")


class Gallery(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = pathlib.Path(tempfile.mkdtemp())
        cls.addClassCleanup(shutil.rmtree, cls.folder)
        cls.built = program.run("build", DEFINITION, "--data", DATA, "--out", cls.folder)
        cls.pdf = cls.folder / "gallery.pdf"
        if cls.pdf.exists():  # to be looked at
            (program.ROOT / "out").mkdir(exist_ok=True)
            shutil.copy(cls.pdf, program.ROOT / "out" / "gallery.pdf")

    def test_it_is_built_without_a_warning(self):
        self.assertEqual((self.built.returncode, self.built.stderr), (0, ""))

    def test_its_charts_are_legible_but_for_names_without_room(self):
        result = program.run("check", DEFINITION, "--data", DATA)
        self.assertEqual(result.returncode, 0)
        self.assertEqual(set(re.findall(r"\[(?:legibility|colour)\.([a-z-]+)\]", result.stderr)) - {"labels-dropped"}, set())

    def test_it_passes_both_standards(self):
        verdict = program.judge(["ua1", "2a"], self.pdf)
        self.assertEqual(verdict.returncode, 0, verdict.stdout + verdict.stderr)
        subprocess.run(["qpdf", "--check", str(self.pdf)], check=True, capture_output=True)

    def test_it_shows_every_kind_over_a_table(self):
        table = KINDS.read_text(encoding="utf-8")
        known = set(re.findall(r'\{"([a-z-]+)", GraphKind::', table))
        self.assertGreater(len(known), 15)
        self.assertEqual(known - {kind for _, kind in ids()}, set())

    def test_charts_look_as_they_did(self):
        expected = {path.stem for path in EXPECTED.glob("*.png")}
        self.assertEqual({name for name, _ in ids()}, expected)
        for name in sorted(expected):
            with self.subTest(name):
                ours, theirs = rgb_of_png(picture(name).stdout), rgb_of_png((EXPECTED / f"{name}.png").read_bytes())
                self.assertEqual(ours[:2], theirs[:2])
                mean, most = difference(cells(*ours, CELL), cells(*theirs, CELL))
                self.assertLess(mean, MOST_MEAN)
                self.assertLess(most, MOST_CELL)

    def test_different_charts_do_not_look_alike(self):
        one, other = (rgb_of_png((EXPECTED / f"{name}.png").read_bytes()) for name in ("column", "bar-diverging"))
        width, height = min(one[0], other[0]), min(one[1], other[1])
        cut = [(width, height, b"".join(rgb[row * wide * 3:row * wide * 3 + width * 3] for row in range(height))) for wide, _, rgb in (one, other)]
        self.assertGreater(difference(cells(*cut[0], CELL), cells(*cut[1], CELL))[0], MOST_MEAN)

    def test_scenes_are_as_they_were(self):
        self.maxDiff = 4000
        self.assertEqual((EXPECTED / "scene.txt").read_text(encoding="utf-8"), scene())


if __name__ == "__main__":
    if "--update" in sys.argv:
        sys.exit(update())
    unittest.main()
