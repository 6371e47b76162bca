#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Pictures from files: what is wrong with one is told with its place, and each that is shown stands in the file once."""
import json
import pathlib
import re
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import pictures  # noqa: E402
import program  # noqa: E402

BLOCK = """\
  [[part.block]]
  kind = "image"
  file = "house.png"
  alt = "Et hus"
"""
HOUSE = pictures.png(300, 200, lambda x, y: (x % 256, y, 90), per_metre=12000)


class Pictures(program.InFolder):
    def setUp(self):
        super().setUp()
        self.report = program.SmallReport(self.folder)
        self.report.write("data/house.png", HOUSE)

    def add(self, *blocks):
        text = (self.folder / "report.toml").read_text(encoding="utf-8")
        self.report.write("report.toml", text + "".join(blocks))

    def expect(self, code, place, returncode=1, command="check"):
        result = self.report.run(command)
        self.assertEqual(result.returncode, returncode, result.stderr)
        self.assertIn(f"[{code}]", result.stderr)
        self.assertRegex(result.stderr, place)

    def line_of(self, words):
        lines = (self.folder / "report.toml").read_text(encoding="utf-8").split("\n")
        return next(number for number, line in enumerate(lines, 1) if words in line)

    def objects(self):
        """The uncompressed file."""
        plain = self.folder / "plain.pdf"
        program.output_of("qpdf", "--qdf", "--object-streams=disable", self.report.pdf, plain)
        return plain.read_bytes()

    def test_each_picture_stands_in_the_file_once_and_in_the_manifest(self):
        self.report.write("data/copy.png", HOUSE)
        self.report.write("data/logo.svg", pictures.LOGO)
        self.add(BLOCK, BLOCK, BLOCK.replace("house.png", "copy.png"), BLOCK.replace("house.png", "logo.svg"), BLOCK.replace("house.png", "logo.svg"))
        self.succeed(self.report.run())
        plain = self.objects()
        self.assertEqual(len(re.findall(rb"/Subtype /Image\b", plain)), 1)
        self.assertEqual(len(re.findall(rb"/Subtype /Form\b", plain)), 1)
        self.assertEqual(len(re.findall(rb"/P\d+ Do\n", plain)), 5)
        manifest = json.loads(next((self.folder / "out").glob("*.json")).read_text(encoding="utf-8"))
        sums = {pathlib.Path(entry["file"]).name: entry["sha256"] for entry in manifest["inputs"]}
        for name in ("house.png", "copy.png", "logo.svg"):
            self.assertEqual(sums[name], program.sha256(self.folder / "data" / name))

    def test_the_same_pictures_give_the_same_bytes(self):
        self.report.write("data/photo.jpg", pictures.jpeg(30, 20, lambda x, y: (8 * x, 12 * y, 60), orientation=3, density=200))
        self.add(BLOCK, BLOCK.replace("house.png", "photo.jpg"))
        self.succeed(self.report.run())
        before = program.sha256(self.report.pdf)
        self.succeed(self.report.run())
        self.assertEqual(program.sha256(self.report.pdf), before)
        plain = self.objects()
        self.assertIn(b"/DCTDecode", plain)
        self.assertNotIn(b"Exif", plain)

    def test_a_file_that_is_not_there(self):
        self.add(BLOCK.replace("house", "horse"))
        self.expect("picture.missing-file", rf"report\.toml:{self.line_of('horse')}:11")

    def test_what_is_no_picture(self):
        self.report.write("data/house.png", "Et hus")
        self.add(BLOCK)
        self.expect("picture.unknown-format", "report.toml")

    def test_a_picture_that_is_cut_off(self):
        self.report.write("data/house.png", HOUSE[:len(HOUSE) // 2])
        self.add(BLOCK)
        self.expect("picture.damaged", "report.toml")

    def test_a_small_file_that_declares_a_huge_picture(self):
        self.report.write("data/house.png", pictures.png_bomb(20000))
        self.add(BLOCK)
        self.expect("picture.too-large", "20000 x 20000 pixels")

    def test_words_for_those_who_can_not_see(self):
        self.add(BLOCK.replace('  alt = "Et hus"\n', ""))
        self.expect("definition.missing-key", "alt")
        self.report.replace("report.toml", 'file = "house.png"', 'file = "house.png"\nalt = " "')
        self.expect("content.image-without-alt", rf"report\.toml:{self.line_of('alt = ')}:8")

    def test_a_picture_in_prose(self):
        self.report.replace("data/nb/prose.md", "Det er", "![](house.png)\n\nDet er")
        self.expect("content.image-without-alt", r"prose\.md:3")
        self.report.replace("data/nb/prose.md", "![](house.png)", "![Et hus](horse.png)")
        self.expect("picture.missing-file", r"prose\.md:3")
        self.report.replace("data/nb/prose.md", "![Et hus](horse.png)", "Se ![et hus](house.png) her.")
        self.expect("content.image-in-line", r"prose\.md:3")
        self.report.replace("data/nb/prose.md", "Se ![et hus](house.png) her.", '![Et hus](house.png "Huset")')
        self.succeed(self.report.run())

    def test_too_few_pixels_for_the_print(self):
        self.report.write("data/house.png", pictures.png(30, 20, lambda x, y: (x, y, 90)))
        self.add(BLOCK)
        self.expect("layout.low-resolution", rf"report\.toml:{self.line_of('house.png') - 2}:", returncode=0, command="build")

    def test_a_picture_that_is_wider_or_taller_than_its_room(self):
        self.add(BLOCK + '  width = "900mm"\n')
        self.expect("layout.too-wide", "report.toml", command="build")
        self.report.replace("report.toml", 'width = "900mm"', 'width = "20mm"\n  height = "800mm"\n  fit = "cover"')
        self.expect("layout.too-tall", "report.toml", command="build")

    def test_text_of_a_drawing_that_is_no_outline(self):
        self.report.write("data/house.png", '<svg viewBox="0 0 9 9">\n<text>Hus</text></svg>')
        self.add(BLOCK)
        self.expect("picture.unsupported", "line 2")


if __name__ == "__main__":
    unittest.main()
