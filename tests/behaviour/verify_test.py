#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""`tilstand verify --same`: editions of one layout are the same in other colours and boxes, and every planted difference is found."""
import json
import pathlib
import subprocess
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import pdfs  # noqa: E402
import program  # noqa: E402

CHART = "0.5 w 20 60 m 60 90 l 100 75 l 140 110 l S\n20 20 30 25 re f\n60 20 30 40 re f\n"
PARAGRAPHS = ["Det var en gang en konge", "Han bodde i et stort slott", "Der er det stille om natten"]


def chart(colour="1 0 0 rg 0 0 1 RG\n"):
    return colour + CHART


def paragraphs(words=None):
    return "".join(pdfs.text(20, 240 - 20 * at, line) for at, line in enumerate(words or PARAGRAPHS))


def page(number, body, **how):
    return pdfs.Page(body + pdfs.text(95, 8, f"Side {number}", 8), **how)


def grey_steps(count):
    """A picture that gets lighter to the right, `count` bytes a pixel."""
    return b"".join(bytes([8 * x] * count) if count == 3 else bytes([0, 0, 0, 255 - 8 * x]) for _ in range(32) for x in range(32))


class Verify(program.InFolder):
    def compare(self, *names):
        result = program.run("verify", "--same", *names, "--format", "json", cwd=self.folder)
        self.assertIn(result.returncode, (0, 1), result.stderr)
        found = json.loads(result.stdout)
        self.assertEqual(found["same"], result.returncode == 0)
        return found["proofs"]

    def write(self, name, pages, **how):
        return pdfs.write(self.folder / name, pages, **how)

    def archive(self, name="a.pdf", bodies=None):
        bodies = bodies or [paragraphs(), chart() + pdfs.text(20, 130, "Figur 1"), pdfs.text(20, 240, "Siste side")]
        return self.write(name, [page(number, body) for number, body in enumerate(bodies, 1)])

    def differ(self, bodies):
        self.archive()
        self.archive("b.pdf", bodies)
        proof, = self.compare("a.pdf", "b.pdf")
        self.assertFalse(proof["same"])
        return proof["findings"]

    def test_other_colours_boxes_marks_and_links(self):
        self.archive()
        crop = "0 0 0 1 K 0.25 w -30 0 m -10 0 l S 0 -30 m 0 -10 l S\n"
        ground = "0 0 0 0.1 k -9 250 218 39 re f\n"
        press = lambda number, body: pdfs.Page(crop + body + pdfs.text(95, 8, f"Side {number}", 8) + pdfs.text(0, -30, "Slug", 6), bleed=9, margin=40)
        black = chart("0 0 0 1 k 0 0 0 1 K\n")
        self.write("b.pdf", [press(1, paragraphs()), press(2, black + pdfs.text(20, 130, "Figur 1")), press(3, pdfs.text(20, 240, "Siste side"))])
        proof, = self.compare("a.pdf", "b.pdf")
        self.assertEqual(proof["findings"], [])
        listed = {one["what"]: (one["first"], one["second"]) for one in proof["listed"]}
        self.assertEqual(listed["colour spaces"], ("DeviceGray, DeviceRGB", "DeviceCMYK, DeviceGray"))
        self.assertEqual(listed["marks outside the trim"], ("0", "18"))
        self.assertIn("bleed 3.2 mm", listed["boxes"][1])
        with self.subTest("ground out to the bleed"):
            self.write("c.pdf", [page(1, "1 0 0 rg 0 250 200 30 re f\n")])
            self.write("d.pdf", [pdfs.Page(ground + pdfs.text(95, 8, "Side 1", 8), bleed=9, margin=40)])
            self.assertEqual(self.compare("c.pdf", "d.pdf")[0]["findings"], [])

    def test_one_word(self):
        finding, = self.differ([paragraphs(["Det var en gang en drage", *PARAGRAPHS[1:]]), chart() + pdfs.text(20, 130, "Figur 1"), pdfs.text(20, 240, "Siste side")])
        self.assertEqual((finding["kind"], finding["first-page"], finding["first"], finding["second"]), ("text", 1, "konge", "drage"))
        self.assertGreater(finding["x-mm"], 7)
        self.assertAlmostEqual(finding["y-mm"], 40 / pdfs.MM, delta=0.01)

    def test_one_moved_glyph(self):
        moved = PARAGRAPHS[0].replace("konge", "k")
        body = f"BT /F1 10 Tf 20 240 Td [({moved}) -40 (o) 40 (nge)] TJ ET\n" + "".join(pdfs.text(20, 240 - 20 * at, line) for at, line in enumerate(PARAGRAPHS) if at)
        finding, = self.differ([body, chart() + pdfs.text(20, 130, "Figur 1"), pdfs.text(20, 240, "Siste side")])
        self.assertEqual((finding["kind"], finding["first-page"], finding["first"]), ("moved", 1, "konge"))
        self.assertIn('"o" of "konge" stands 0.14 mm to the right', finding["message"])

    def test_one_dropped_page(self):
        finding, = self.differ([paragraphs(), pdfs.text(20, 240, "Siste side")][:1] + [])[:1]
        self.assertEqual((finding["kind"], finding["first-page"], finding["second-page"]), ("page", 2, None))
        self.archive("c.pdf", [paragraphs(), chart() + pdfs.text(20, 130, "Figur 1"), "", pdfs.text(20, 240, "Siste side")])
        kinds = {(finding["kind"], finding["second-page"]) for finding in self.compare("a.pdf", "c.pdf")[0]["findings"]}
        self.assertIn(("page", 3), kinds | {("page", finding) for _, finding in kinds})

    def test_one_changed_chart_coordinate(self):
        finding, = self.differ([paragraphs(), chart().replace("100 75 l", "100 76 l") + pdfs.text(20, 130, "Figur 1"), pdfs.text(20, 240, "Siste side")])
        self.assertEqual((finding["kind"], finding["first-page"]), ("figure", 2))
        self.assertIn("point 3 of a shape stands 0.35 mm higher", finding["message"])
        self.assertAlmostEqual(finding["x-mm"], 100 / pdfs.MM, delta=0.01)

    def test_order_of_two_paragraphs(self):
        order = [0, 2, 1]
        swapped = "".join(pdfs.text(20, 240 - 20 * at, PARAGRAPHS[at]) for at in order)
        finding, = self.differ([swapped, chart() + pdfs.text(20, 130, "Figur 1"), pdfs.text(20, 240, "Siste side")])
        self.assertEqual((finding["kind"], finding["first-page"]), ("order", 1))
        self.assertIn(finding["first"], PARAGRAPHS[1:])

    def test_paragraphs_that_change_places(self):
        found = self.differ([paragraphs([PARAGRAPHS[at] for at in (0, 2, 1)]), chart() + pdfs.text(20, 130, "Figur 1"), pdfs.text(20, 240, "Siste side")])
        self.assertIn("order", [finding["kind"] for finding in found])

    def test_pictures(self):
        draw = "q 100 0 0 50 20 100 cm /I Do Q\n"
        resources = "/XObject<</I 5 0 R>>"
        dark = bytes([20] * 32 * 32 * 3)
        for name, samples, space, body in (("a", grey_steps(3), "/DeviceRGB", draw), ("b", grey_steps(4), "/DeviceCMYK", draw), ("c", dark, "/DeviceRGB", draw),
                                           ("d", grey_steps(3)[:-1] + b"\0", "/DeviceRGB", draw), ("e", grey_steps(3), "/DeviceRGB", draw.replace("50", "51"))):
            self.write(f"{name}.pdf", [pdfs.Page(body, resources=resources)], extra=[pdfs.image(32, 32, samples, space)])
        proofs = self.compare("a.pdf", "b.pdf", "c.pdf", "d.pdf", "e.pdf")
        self.assertEqual([proof["same"] for proof in proofs], [True, False, False, False])
        self.assertTrue(all(finding["kind"] == "picture" for proof in proofs for finding in proof["findings"]))

    def test_other_trim(self):
        self.write("a.pdf", [pdfs.Page(paragraphs())])
        self.write("b.pdf", [pdfs.Page(paragraphs(), size=(210, 280))])
        self.assertIn("size", [finding["kind"] for finding in self.compare("a.pdf", "b.pdf")[0]["findings"]])

    def test_a_replaced_text(self):
        shown = pdfs.text(20, 200, "ABC")
        for name, actual in (("a", "abc"), ("b", "xyz"), ("c", "")):
            body = f"/Span<</ActualText({actual})>>BDC {shown} EMC\n" if actual else shown
            self.write(f"{name}.pdf", [pdfs.Page(body)])
        self.assertEqual([proof["same"] for proof in self.compare("a.pdf", "b.pdf", "c.pdf")], [False, True])

    def test_what_a_form_draws(self):
        plain = "0 0 1 rg 20 60 30 40 re f\n"
        form = lambda height: pdfs.stream("/Type/XObject/Subtype/Form/BBox[0 0 100 100]/Matrix[1 0 0 1 20 60]", f"0 1 0 rg 0 0 30 {height} re f")
        self.write("a.pdf", [pdfs.Page(plain)])
        self.write("b.pdf", [pdfs.Page("/X Do\n", resources="/XObject<</X 5 0 R>>")], extra=[form(40)])
        self.write("c.pdf", [pdfs.Page("/X Do\n", resources="/XObject<</X 5 0 R>>")], extra=[form(41)])
        self.assertEqual([proof["same"] for proof in self.compare("a.pdf", "b.pdf", "c.pdf")], [True, False])

    def test_what_cannot_be_compared(self):
        self.archive()
        (self.folder / "broken.pdf").write_bytes((self.folder / "a.pdf").read_bytes()[:900])
        subprocess.run(["qpdf", "--encrypt", "", "owner", "256", "--", "a.pdf", "locked.pdf"], cwd=self.folder, check=True)
        (self.folder / "text.pdf").write_text("no PDF at all")
        for name, code in (("broken.pdf", "pdf.damaged"), ("locked.pdf", "pdf.encrypted"), ("text.pdf", "pdf.damaged"), ("gone.pdf", "pdf.missing-file")):
            with self.subTest(name):
                result = program.run("verify", "--same", "a.pdf", name, cwd=self.folder)
                self.assertEqual((result.returncode, result.stdout), (2, ""), result.stderr)
                self.assertIn(code, result.stderr)
        self.assertEqual(program.run("verify", "--same", "a.pdf", cwd=self.folder).returncode, 2)

    def test_editions_of_a_report(self):
        report = program.SmallReport(self.folder)
        built = self.succeed(report.run("build", "--edition", "archive,data,archive-en"))
        self.assertIn("small-2021.pdf and out/small-2021-data.pdf: the same text, figures, page breaks and reading order on", built.stdout)
        self.assertEqual(built.stdout.count("the same text"), 1, "editions in two languages are not compared")
        result = self.succeed(program.run("verify", "--same", "out/small-2021.pdf", "out/small-2021-data.pdf", cwd=self.folder))
        self.assertIn("the same text, figures, page breaks and reading order on", result.stdout)
        self.assertIn("standards: PDF/A-2A, PDF/UA-1 | PDF/A-3A, PDF/UA-1", result.stdout)
        (self.folder / "out/small-2021.pdf").rename(self.folder / "before.pdf")
        report.replace("data/values.csv", "sheep,2021,1575", "sheep,2021,1600")
        self.succeed(report.run("build"))
        result = program.run("verify", "--same", "before.pdf", "out/small-2021.pdf", cwd=self.folder)
        self.assertEqual(result.returncode, 1)
        self.assertRegex(result.stdout, r'text: "(1\u00a0)?575 ?" is "(1\u00a0)?600 ?"')
        self.assertIn("verify.different", result.stderr)


if __name__ == "__main__":
    unittest.main()
