#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""`tilstand verify --same`: editions of one layout are the same in other colours and boxes, and every planted difference is found."""
import json
import pathlib
import re
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

    def tagged(self, name, changed=(), added=()):
        """Three marks under a Document: a heading and a paragraph in a Div, and a figure. `changed` are pairs of what is said otherwise."""
        shown = "".join(f"/{kind} <</MCID {at}>> BDC {body} EMC\n" for at, (kind, body) in enumerate((
            ("H1", pdfs.text(20, 240, PARAGRAPHS[0])), ("P", pdfs.text(20, 220, PARAGRAPHS[1])), ("Figure", chart()))))
        objects = ["<</Type/StructTreeRoot/K 6 0 R/RoleMap<</Avsnitt/P>>>>", "<</S/Document/P 5 0 R/K[7 0 R 10 0 R]>>", "<</S/Div/P 6 0 R/K[8 0 R 9 0 R]>>",
                   "<</S/H1/P 7 0 R/Pg PAGE/K 0>>", "<</S/P/P 7 0 R/Pg PAGE/K[1]>>", "<</S/Figure/P 6 0 R/Alt(En kurve)/K<</Type/MCR/Pg PAGE/MCID 2>>>>", *added]
        page_object = f"{4 + len(objects) + 2} 0 R"
        text = "\n\n".join(objects)
        for old, new in changed:
            self.assertIn(old, text)
            text = text.replace(old, new)
        extra = [one.replace("PAGE", page_object).encode() for one in text.split("\n\n")]
        self.write(name, [pdfs.Page(shown)], catalog="/StructTreeRoot 5 0 R/MarkInfo<</Marked true>>", extra=extra)

    def tag_findings(self, *changed, added=()):
        self.tagged("a.pdf")
        self.tagged("b.pdf", changed, added)
        proof, = self.compare("a.pdf", "b.pdf")
        self.assertTrue(all(finding["kind"] == "tags" for finding in proof["findings"]), proof["findings"])
        return [finding["message"] for finding in proof["findings"]]

    def test_tags_that_say_the_same(self):
        same = {
            "the same tree": (),
            "a mapped role": (("/S/P/", "/S/Avsnitt/"),),
            "namespaces": (("/S/P/", "/S/P/NS 99 0 R/"),),
            "other ways to write a kid": (("/K 0>>", "/K[<</Type/MCR/MCID 0/Pg PAGE>>]>>"), ("/K[1]", "/K 1"))}
        for what, changed in same.items():
            with self.subTest(what):
                self.assertEqual(self.tag_findings(*changed), [])
        with self.subTest("a field's Form without marks"):
            self.assertEqual(self.tag_findings(("/K[7 0 R 10 0 R]", "/K[7 0 R 10 0 R 11 0 R]"), added=["<</S/Form/P 6 0 R/K<</Type/OBJR/Obj PAGE/Pg PAGE>>>>"]), [])
        with self.subTest("Note and FENote"):
            self.tagged("a.pdf", [("/S/P/", "/S/Note/")])
            self.tagged("b.pdf", [("/S/P/", "/S/FENote/")])
            self.assertEqual(self.compare("a.pdf", "b.pdf")[0]["findings"], [])
        with self.subTest("a Div and a Sect that hold a Caption"):
            self.tagged("a.pdf", [("/S/P/", "/S/Caption/")])
            self.tagged("b.pdf", [("/S/P/", "/S/Caption/"), ("/S/Div/", "/S/Sect/")])
            self.assertEqual(self.compare("a.pdf", "b.pdf")[0]["findings"], [])
        with self.subTest("no tags at all"):
            self.tagged("a.pdf")
            self.tagged("b.pdf")
            untagged = (self.folder / "b.pdf").read_bytes().replace(b"/StructTreeRoot 5", b"/NoSuchKeyAtAll 5")
            (self.folder / "b.pdf").write_bytes(untagged)
            self.assertEqual(self.compare("a.pdf", "b.pdf")[0]["findings"], [])

    def test_tags_that_differ(self):
        planted = {
            "swapped kids": ([("/K[8 0 R 9 0 R]", "/K[9 0 R 8 0 R]")], 'page 1: .*(Det var en gang|Han bodde).* comes (at another place|here) in the other edition'),
            "swapped parts": ([("/K[7 0 R 10 0 R]", "/K[10 0 R 7 0 R]")], "page 1: .*Figure.* comes"),
            "a changed type": ([("/S/H1/", "/S/H2/")], 'page 1: H1 "Det var en gang en konge" is H2 "Det var en gang en konge" in the other edition'),
            "a type mapped to another": ([("/S/P/", "/S/Avsnitt/"), ("/Avsnitt/P>>", "/Avsnitt/BlockQuote>>")], 'P "Han bodde i et stort slott" is BlockQuote'),
            "a part of another kind": ([("/S/Div/", "/S/Sect/")], "Div .* is Sect"),
            "a dropped element": ([("/K[8 0 R 9 0 R]", "/K[8 0 R]")], 'page 1: P "Han bodde i et stort slott" is missing in the other edition'),
            "a dropped mark": ([("/K[1]", "/K[]")], "Han bodde i et stort slott.* is missing"),
            "an element without its parent": ([("/K[8 0 R 9 0 R]", "/K[8 0 R]"), ("/K[7 0 R 10 0 R]", "/K[7 0 R 9 0 R 10 0 R]")], 'P "Han bodde i et stort slott" belongs to another part'),
            "another description": ([("En kurve", "En sirkel")], 'Figure "En kurve" is Figure "En sirkel"')}
        for what, (changed, message) in planted.items():
            with self.subTest(what):
                found = self.tag_findings(*changed)
                self.assertTrue(found)
                self.assertTrue(all(one.startswith("reading order by tags differs on page 1: ") for one in found), found)
                self.assertRegex("\n".join(found), message)
        with self.subTest("one element more"):
            found = self.tag_findings(("/K[7 0 R 10 0 R]", "/K[7 0 R 10 0 R 11 0 R]"), added=["<</S/P/P 6 0 R>>"])
            self.assertRegex("\n".join(found), "reading order by tags differs: P stands only in the other edition")

    def test_damaged_tags(self):
        deep = [f"<</S/Div/K {12 + at} 0 R>>" for at in range(300)] + ["<</S/P/Pg PAGE/K 1>>"]
        planted = {
            "a cycle": ([("/K[1]", "/K[1 6 0 R]")], (), "met twice"),
            "an element in two places": ([("/K[7 0 R 10 0 R]", "/K[7 0 R 10 0 R 8 0 R]")], (), "met twice"),
            "a kid that is gone": ([("/K[8 0 R 9 0 R]", "/K[8 0 R 99 0 R]")], (), "kid is missing"),
            "a kid that is no kid": ([("/K[8 0 R 9 0 R]", "/K[8 0 R (9)]")], (), "kid is missing"),
            "no type": ([("/S/H1/", "/T/H1/")], (), "no type"),
            "no page": ([("/Pg PAGE/K 0", "/K 0")], (), "on no page"),
            "a foreign page": ([("/Pg PAGE/K 0", "/Pg 6 0 R/K 0")], (), "page that the document doesn't have"),
            "a number below zero": ([("/K[1]", "/K[-1]")], (), "below 0"),
            "a mark without a number": ([("/MCID 2", "/MCIT 2")], (), "no number"),
            "absurd depth": ([("/K[8 0 R 9 0 R]", "/K[8 0 R 11 0 R]")], deep, "more than 200 deep")}
        self.tagged("a.pdf")
        for what, (changed, added, message) in planted.items():
            with self.subTest(what):
                self.tagged("b.pdf", changed, added)
                result = program.run("verify", "--same", "a.pdf", "b.pdf", cwd=self.folder)
                self.assertEqual((result.returncode, result.stdout), (2, ""), result.stderr)
                self.assertIn("pdf.damaged-tags", result.stderr)
                self.assertIn(message, result.stderr)
        with self.subTest("roles that lead in a circle"):
            self.tagged("b.pdf", [("/Avsnitt/P>>", "/P/Avsnitt/Avsnitt/P>>")])
            self.assertIn(program.run("verify", "--same", "a.pdf", "b.pdf", cwd=self.folder).returncode, (0, 1))

    def edited(self, name, *changes):
        """A PDF as qpdf writes it for people, changed there, and its table of objects made anew."""
        plain = subprocess.run(["qpdf", "--qdf", "--object-streams=disable", self.folder / name, "-"], capture_output=True, check=True).stdout
        for old, new in changes:
            self.assertRegex(plain, old)
            plain = re.sub(old, new, plain, count=1)
        (self.folder / "edited.pdf").write_bytes(subprocess.run(["fix-qdf"], input=plain, capture_output=True, check=True).stdout)
        return self.compare("out/small-2021.pdf", "edited.pdf")[0]["findings"]

    def test_tags_of_a_report(self):
        report = program.SmallReport(self.folder)
        self.succeed(report.run("build", "--edition", "archive,data"))
        self.assertEqual(self.edited("out/small-2021-data.pdf"), [])
        planted = {
            "swapped kids": (rb"(/K \[\s+\d+ 0 R\s+)(\d+ 0 R)(\s+)(\d+ 0 R)", rb"\1\4\3\2"),
            "a changed type": (rb"/S /H1\b", rb"/S /H3"),
            "a dropped element": (rb"(/K \[\s+\d+ 0 R\s+)\d+ 0 R(\s+\d+ 0 R)", rb"\1\2")}
        for what, change in planted.items():
            with self.subTest(what):
                found = self.edited("out/small-2021-data.pdf", change)
                self.assertTrue(found)
                self.assertEqual({finding["kind"] for finding in found}, {"tags"})

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
