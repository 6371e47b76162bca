#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""`tilstand chart`: a chart as SVG, PNG and PDF is the chart on its page; what it says, and what is refused."""
import pathlib
import re
import subprocess
import sys
import unittest
import xml.etree.ElementTree

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import program  # noqa: E402
from rasters import cells, difference, padded, rgb_of_png, rgb_of_ppm  # noqa: E402

GALLERY, GALLERY_DATA = program.ROOT / "layouts" / "gallery.toml", program.ROOT / "data" / "gallery"
SVG = "{http://www.w3.org/2000/svg}"
DPI, FINER, CELL = 72, 4, 4
MOST_MEAN, MOST_CELL = 1.6, 40   # of 255: rasterisers smooth edges differently, and a waffle has 400 of them
CHARTS = ("line", "bar-percent", "scatter", "heat-map", "tree-map", "waffle")


def chart(name, *options, definition=GALLERY, data=GALLERY_DATA, **how):
    return program.run("chart", definition, name, "--data", data, *options, **how)


class Chart(program.InFolder):
    def written(self, name, form, *options, **how):
        path = self.folder / f"{name}.{form}"
        result = self.succeed(chart(name, "--out", path, *options, **how))
        self.assertEqual((result.stdout, result.stderr), ("", ""))
        return path

    def png(self, name, *options, **how):
        return rgb_of_png(self.written(name, "png", "--resolution", DPI, *options, **how).read_bytes())

    def alike(self, ours, theirs, name):
        """`theirs` is drawn finer; sizes are whole pixels, so one may be larger by one."""
        wide, high = max(ours[0], -(-theirs[0] // FINER)), max(ours[1], -(-theirs[1] // FINER))
        mean, most = difference(cells(*padded(*ours, wide, high), CELL), cells(*padded(*theirs, wide * FINER, high * FINER), CELL * FINER))
        print(f"{name}: mean {mean:.2f}, most {most:.0f}")
        self.assertLess(mean, MOST_MEAN, name)
        self.assertLess(most, MOST_CELL, name)

    def test_svg_is_one_valid_image_that_says_what_it_shows(self):
        for name in CHARTS:
            with self.subTest(name):
                path = self.written(name, "svg")
                self.succeed(subprocess.run(["xmllint", "--noout", str(path)], capture_output=True, text=True, check=False))
                root = xml.etree.ElementTree.parse(path).getroot()
                self.assertEqual((root.tag, root.get("role"), root.get("{http://www.w3.org/XML/1998/namespace}lang")), (SVG + "svg", "img", "nb"))
                self.assertEqual([child.tag for child in root][:2], [SVG + "title", SVG + "desc"])
                self.assertGreater(len(root[1].text), 80)

    def test_svg_png_and_pdf_look_alike(self):
        for name in CHARTS:
            ours = self.png(name)
            svg, pdf = self.written(name, "svg"), self.written(name, "pdf")
            subprocess.run(["rsvg-convert", "--dpi-x", "96", "--dpi-y", "96", "--zoom", str(DPI * FINER / 96), "--background-color", "white", "-o", str(self.folder / "svg.png"), str(svg)], check=True)
            subprocess.run(["qpdf", "--check", str(pdf)], check=True, capture_output=True)
            ppm = subprocess.run(["pdftoppm", "-r", str(DPI * FINER), str(pdf)], capture_output=True, check=True).stdout
            with self.subTest(name):
                self.alike(ours, rgb_of_png((self.folder / "svg.png").read_bytes()), name + " svg")
                self.alike(ours, rgb_of_ppm(ppm), name + " pdf")

    def test_it_is_the_chart_on_its_page(self):
        """The PNG lies somewhere on the page; where, the drawing's place says."""
        for name in ("line", "scatter"):
            ours = self.png(name)
            layout = self.succeed(program.run("dump", GALLERY, "--data", GALLERY_DATA, "--stage", "tags")).stdout
            self.assertIn("Figure", layout)
            page = next(number for number in range(1, 30) if self.page_shows(name, number))
            drawn = rgb_of_png(self.succeed(program.run("preview", GALLERY, "--data", GALLERY_DATA, "--page", page, "--dpi", DPI, text=False)).stdout)
            with self.subTest(name):
                self.assertLess(self.best_place(ours, drawn), 12)

    def page_shows(self, name, number):
        title = xml.etree.ElementTree.parse(self.written(name, "svg")).getroot()[0].text
        return title in program.one_line(self.succeed(program.run("dump", GALLERY, "--data", GALLERY_DATA, "--stage", "layout", "--page", number)).stdout)

    @staticmethod
    def best_place(ours, drawn):
        """The least mean difference of the picture to a part of the page as large, looked at in every eighth column."""
        width, height, rgb = ours
        wide, high, page = drawn
        rows = [rgb[row * width * 3:(row + 1) * width * 3:24] for row in range(0, height, 8)]
        best = 255.0
        for top in range(high - height + 1):
            for left in range(wide - width + 1):
                total = count = 0
                for place, row in enumerate(rows):
                    start = ((top + place * 8) * wide + left) * 3
                    other = page[start:start + width * 3:24]
                    total += sum(abs(a - b) for a, b in zip(row, other))
                    count += len(row)
                    if total > best * len(rows) * len(row):
                        break
                else:
                    best = min(best, total / count)
        return best

    def test_pdf_has_text_and_a_tagged_figure_and_is_archivable(self):
        path = self.written("line", "pdf")
        self.assertIn("2021", program.output_of("pdftotext", path, "-"))
        self.assertIn("Stat", program.output_of("pdftotext", path, "-"))
        self.assertRegex(program.output_of("pdfinfo", "-struct", path), r"Figure")
        verdict = program.judge(["2a", "ua1"], path)
        self.assertEqual(verdict.returncode, 0, verdict.stdout + verdict.stderr)

    def test_size_and_resolution(self):
        width, height, _ = rgb_of_png(self.written("line", "png", "--size", "120x70mm", "--resolution", 100).read_bytes())
        self.assertEqual((width, height), (473, 276))
        svg = self.written("line", "svg", "--size", "120x70").read_text(encoding="utf-8")
        self.assertRegex(svg, r'width="340\.\d+pt" height="198\.\d+pt"')
        self.assertEqual(len(re.findall(r"<title>", svg)), 1)

    def test_print_variant_has_patterns_where_greys_are_alike(self):
        wide = "bar-percent"
        on_screen, printed = (self.written(wide, "svg", "--variant", variant).read_bytes() for variant in ("screen", "print"))
        self.assertNotEqual(on_screen, printed)

    def test_the_same_bytes_every_time(self):
        for form in ("svg", "png", "pdf"):
            with self.subTest(form):
                one, other = (self.succeed(chart("bump", "--format", form, text=False)).stdout for _ in range(2))
                self.assertGreater(len(one), 1000)
                self.assertEqual(one, other)

    def test_charts_of_figures_too(self):
        report = program.SmallReport(self.folder)
        for form, start in (("svg", b"<?xml"), ("png", b"\x89PNG"), ("pdf", b"%PDF")):
            result = self.succeed(report.run("chart", "chart-sheep", "--format", form, text=False))
            self.assertTrue(result.stdout.startswith(start))
        self.assertIn("Det blir flere sauer", self.succeed(report.run("chart", "chart-sheep")).stdout)

    def test_signs_that_mean_something_in_xml(self):
        report = program.SmallReport(self.folder)
        report.replace("report.toml", "Det blir flere sauer", "Sauer & lam < 2000 > 1 «]]>»")
        report.replace("report.toml", 'figures = ["sheep"]', "figures = [\"sheep\"]\n  description = 'Flere & flere <sauer> \"i år\"'")
        self.succeed(report.run("chart", "chart-sheep", "--out", "chart.svg"))
        self.succeed(subprocess.run(["xmllint", "--noout", str(self.folder / "chart.svg")], capture_output=True, text=True, check=False))
        root = xml.etree.ElementTree.parse(self.folder / "chart.svg").getroot()
        self.assertIn("Sauer & lam < 2000 >", root[0].text)
        self.assertIn('Flere & flere <sauer> "i år"', root[1].text)

    def test_the_print_variant_of_the_report_keeps_both_standards(self):
        self.succeed(program.run("build", GALLERY, "--data", GALLERY_DATA, "--edition", "print", "--out", self.folder))
        verdict = program.judge(["2a", "ua1"], self.folder / "gallery-print.pdf")
        self.assertEqual(verdict.returncode, 0, verdict.stdout + verdict.stderr)

    def test_seven_series_have_patterns_in_print_only(self):
        """In the variant for print the chart of seven bars has a path more for each but the first, and none of its greys is missed."""
        case = program.ROOT / "tests" / "golden" / "check-similar-greys"
        shapes = {}
        for variant in ("screen", "print"):
            result = self.succeed(program.run("chart", "report.toml", "key", "--variant", variant, cwd=case))
            shapes[variant] = result.stdout.count("<path")
            self.assertEqual("similar-greys" in result.stderr, variant == "screen")
        self.assertGreater(shapes["print"], shapes["screen"] + 12)

    def test_unknown_ids(self):
        report = program.SmallReport(self.folder)
        for name, words in (("chart-shep", 'did you mean "chart-sheep"?'), ("table-farms", '"table-farms" is no chart'), ("", "charts: chart-sheep"), ("zzzzzz", "charts: chart-sheep")):
            with self.subTest(name):
                result = report.run("chart", name)
                self.assertEqual(result.returncode, 1, result.stderr)
                self.assertIn("[cli.no-such-chart]", result.stderr)
                self.assertIn(words, result.stderr)

    def test_wrong_use(self):
        report = program.SmallReport(self.folder)
        for options, words in ((["--format", "gif"], "--format"), (["--size", "12"], "no size"), (["--size", "0x10"], "no size"), (["--size", "nanx10"], "no size"), (["--size", "1e9x10"], "no size"),
                               (["--variant", "grey"], "--variant"), (["--resolution", "1"], "--resolution")):
            with self.subTest(options):
                result = report.run("chart", "chart-sheep", *options)
                self.assertEqual(result.returncode, 2, result.stderr)
                self.assertTrue(result.stderr.startswith("tilstand: error: "), result.stderr)
                self.assertIn(words, result.stderr)
        self.assertEqual(report.run("chart").returncode, 2)

    def test_a_failure_leaves_what_stood_there(self):
        report = program.SmallReport(self.folder)
        report.write("kept.svg", "kept")
        self.assertEqual(report.run("chart", "chart-shep", "--out", "kept.svg").returncode, 1)
        self.assertEqual((self.folder / "kept.svg").read_text(encoding="utf-8"), "kept")
        result = report.run("chart", "chart-sheep", "--out", "nowhere/chart.svg")
        self.assertEqual(result.returncode, 3, result.stderr)
        self.assertIn("[build.cannot-write]", result.stderr)
        self.assertEqual(report.run("chart", "chart-sheep", "--format", "png", "--size", "2000x2000", "--resolution", "1200", "--out", "big.png").returncode, 1)
        self.assertFalse((self.folder / "big.png").exists())


if __name__ == "__main__":
    unittest.main()
