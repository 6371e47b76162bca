#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""`tilstand impose`: sheets are read from their bytes and folded by the physical rule; then pages come in order, upright and in register."""
import pathlib
import re
import subprocess
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import pdfs  # noqa: E402
import program  # noqa: E402
import sheets  # noqa: E402

MM = pdfs.MM
BLEED, MARGIN = 3 * MM, 12 * MM
A5 = (148 * MM, 210 * MM)
INTENT = "/OutputIntents[<</Type/OutputIntent/S/GTS_PDFX/OutputConditionIdentifier(FOGRA39)/RegistryName(http://www.color.org)/Info(Coated FOGRA39)>>]"
XMP = b"<x:xmpmeta xmlns:x='adobe:ns:meta/'><pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion></x:xmpmeta>"
INFORMATION = "<</Title(Bok)/CreationDate(D:20211231120000Z)/ModDate(D:20211231120000Z)/Trapped/False/GTS_PDFXVersion(PDF/X-4)>>"


def book_page(number, size):
    width, height = size
    frame = f"0 0 0 0.15 k {-BLEED:g} {height - 20:g} {width + 2 * BLEED:g} {20 + BLEED:g} re f 0 0 0 1 k 0 0 0 1 K 0.5 w 20 20 {width - 40:g} {height - 60:g} re S\n"
    return pdfs.Page(frame + pdfs.text(40, height / 2, str(number), 90) + pdfs.text(20, 8, f"Side {number}", 8), size=size, bleed=BLEED, margin=MARGIN)


class Impose(program.InFolder):
    def book(self, count, size=A5, name="bok.pdf", **how):
        how = {"catalog": INTENT + "/Metadata 5 0 R", "information": INFORMATION, "extra": [pdfs.stream("/Type/Metadata/Subtype/XML", XMP)], **how}
        pdfs.write(self.folder / name, [book_page(number, size) for number in range(1, count + 1)], **how)
        width, height = size
        self.trim = (MARGIN, MARGIN, MARGIN + width, MARGIN + height)

    def run_impose(self, *options, name="bok.pdf", out="ark.pdf"):
        return program.run("impose", name, "--out", out, *options, cwd=self.folder)

    def impose(self, *options, thickness="0.1mm", **how):
        result = self.succeed(self.run_impose("--paper-thickness", thickness, *options, **how))
        sides = sheets.sides(self.folder / "ark.pdf", self.trim)
        subprocess.run(["qpdf", "--check", "ark.pdf"], cwd=self.folder, check=True, capture_output=True)
        return result.stdout, sides

    def unfold(self, sides, rows, columns, section_sheets):
        """The pages as the bound book shows them. `section_sheets`: sheets in each section."""
        grids, pages = sheets.grid(sides, rows, columns), []
        booklets = [sheets.folded(grids[at], grids[at + 1]) for at in range(0, len(grids), 2)]
        self.assertEqual(len(booklets), sum(section_sheets))
        for count in section_sheets:
            pages += sheets.read(sheets.nested(booklets[:count]))
            booklets = booklets[count:]
        return pages

    def expect_book(self, pages, count):
        """1 to n in order and upright, then blanks only."""
        self.assertEqual([number for number, _ in pages], list(range(1, count + 1)) + [None] * (len(pages) - count))
        self.assertTrue(all(up for number, up in pages if number))

    def test_saddle(self):
        for count, sheet, rows, columns, number in ((16, "SRA3", 1, 2, 4), (13, "332x240mm", 1, 2, 4), (24, "SRA2", 2, 2, 3), (32, "SRA1", 2, 4, 2)):
            with self.subTest(count=count, sheet=sheet):
                self.book(count)
                text, sides = self.impose("--binding", "saddle", "--sheet", sheet)
                self.assertIn(f"{rows * columns} a side", text)
                self.assertEqual(len(sides), 2 * number)
                self.expect_book(self.unfold(sides, rows, columns, [number]), count)

    def test_perfect_in_sections(self):
        for count, section, sheet, rows, columns, counts in ((64, 16, "SRA3", 1, 2, [4, 4, 4, 4]), (70, 16, "SRA3", 1, 2, [4, 4, 4, 2, 4]), (80, 16, "SRA1", 2, 4, [1] * 5), (48, 8, "SRA2", 2, 2, [1] * 6)):
            with self.subTest(count=count, section=section, sheet=sheet):
                self.book(count)
                text, sides = self.impose("--binding", "perfect", "--sheet", sheet, "--section", section)
                self.assertIn(f"in {len(counts)} sections", text)
                self.expect_book(self.unfold(sides, rows, columns, counts), count)

    def test_work_and_turn(self):
        self.book(10)
        _, sides = self.impose("--binding", "n-up", "--sheet", "SRA2")
        rows, columns = 2, 4
        leaves = []
        for plate in sheets.grid(sides, rows, columns):
            for row in range(rows):
                for column in range(columns):  # the sheet is turned about its short axis: column c lies on column n - 1 - c
                    front, back = plate[row][column], plate[row][columns - 1 - column]
                    leaves.append((front.number if front else None, back.number if back else None))
                    if front and back:
                        self.assertFalse(front.turned or back.turned)
                        self.assertAlmostEqual(front.left + back.right, 640 * MM, places=2)  # in register
        fronts = sorted((front, back) for front, back in leaves if front and front % 2 == 1)
        self.assertEqual(fronts, [(page, page + 1) for page in range(1, 11, 2)])
        self.assertEqual(sorted((back, front) for front, back in leaves if back and back % 2 == 1), fronts, "the sheet yields every leaf twice")

    def test_creep_moves_inner_pages_to_the_spine(self):
        self.book(32)
        for options, most in (((), 0.7), (("--creep", "none"), 0), (("--creep", "1.4mm"), 1.4)):
            with self.subTest(options):
                _, sides = self.impose("--binding", "saddle", "--sheet", "SRA3", *options)
                middle = 225 * MM
                for at, side in enumerate(sides):
                    leaf = at // 2
                    for shown in side:
                        to_spine = shown.left - middle if shown.number % 2 == 1 else middle - shown.right
                        self.assertAlmostEqual(to_spine, -most * MM * leaf / 7, places=2)
                        window = shown.window[0] if shown.number % 2 == 1 else shown.window[0] + shown.window[2]
                        self.assertAlmostEqual(window, middle, places=2)  # nothing runs over the spine

    def test_pages_meet_when_folded(self):
        self.book(16)
        _, sides = self.impose("--binding", "perfect", "--sheet", "SRA1", "--milling", "4mm", "--creep", "none", thickness="0.3mm")
        outside, inside = sheets.grid(sides, 2, 4)
        for row in range(2):
            for column in range(4):
                front, back = outside[row][column], inside[row][3 - column]
                self.assertAlmostEqual(front.left, 900 * MM - back.right, places=2)
                self.assertAlmostEqual(front.bottom, back.bottom, places=2)
                self.assertEqual(front.turned, back.turned)
        for left, right in ((0, 1), (2, 3)):
            self.assertAlmostEqual(outside[0][right].left - outside[0][left].right, 8 * MM, places=2)
        self.assertAlmostEqual(outside[0][0].bottom - outside[1][0].top, 6 * MM, places=2)

    def test_collating_marks_make_a_stair(self):
        self.book(64)
        self.impose("--binding", "perfect", "--sheet", "SRA3")
        file, tops = sheets.File(self.folder / "ark.pdf"), []
        for index in range(len(file.pages)):
            for x, y, width, height in re.findall(r"0 0 0 1 k ([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+) re f", file.data(file.page(index)["/Contents"]).decode()):
                tops.append((index, float(y) + float(height)))
                self.assertAlmostEqual(float(x) + float(width) / 2, 225 * MM, places=2)
        self.assertEqual([index for index, _ in tops], [0, 8, 16, 24])  # the outer side of each section's outer sheet
        steps = [before - after for (_, before), (_, after) in zip(tops, tops[1:])]
        self.assertTrue(all(abs(step - 8 * MM) < 0.01 for step in steps), steps)

    def test_marks_stay_outside_the_pages(self):
        self.book(16)
        self.impose("--binding", "saddle", "--sheet", "SRA3")
        file = sheets.File(self.folder / "ark.pdf")
        left, bottom, right, top = 225 * MM - A5[0] - BLEED, 160 * MM - A5[1] / 2 - BLEED, 225 * MM + A5[0] + BLEED, 160 * MM + A5[1] / 2 + BLEED
        for index in range(len(file.pages)):
            content = file.data(file.page(index)["/Contents"]).decode()
            marks = content[content.rindex("Do Q") + 4:]
            places = [(float(x), float(y)) for x, y in re.findall(r"(-?[\d.]+) (-?[\d.]+) [ml]\b", marks)]
            self.assertGreater(len(places), 50)
            for x, y in places:
                self.assertFalse(left + 0.01 < x < right - 0.01 and bottom + 0.01 < y < top - 0.01, (x, y))
                self.assertTrue(0 < x < 450 * MM and 0 < y < 320 * MM, (x, y))

    def test_press_keys(self):
        self.book(8)
        self.impose("--binding", "saddle", "--sheet", "SRA3")
        file = sheets.File(self.folder / "ark.pdf")
        self.assertEqual((file.information["/GTS_PDFXVersion"], file.information["/Trapped"], file.information["/CreationDate"]), ("u:PDF/X-4", "/False", "u:D:20211231120000Z"))
        intent, = (file.dictionary(one) for one in file.get(file.root["/OutputIntents"]))
        self.assertEqual((intent["/S"], intent["/OutputConditionIdentifier"]), ("/GTS_PDFX", "u:FOGRA39"))
        packet = file.data(file.root["/Metadata"]).decode()
        for key in ("pdfxid:GTS_PDFXVersion>PDF/X-4<", "xmp:CreateDate>2021-12-31T12:00:00Z<", "xmp:ModifyDate", "xmp:MetadataDate", "xmpMM:DocumentID>uuid:", "xmpMM:VersionID", "xmpMM:RenditionClass", "pdf:Trapped>False<", "dc:title"):
            self.assertIn(key, packet)
        for key in ("/StructTreeRoot", "/MarkInfo", "/AcroForm", "/Outlines"):
            self.assertNotIn(key, file.root)
        for index in range(len(file.pages)):
            page = file.page(index)
            self.assertNotIn("/Annots", page)
            self.assertEqual(page["/MediaBox"], page["/TrimBox"])
            self.assertAlmostEqual(page["/MediaBox"][2], 450 * MM, places=2)

    def test_no_claim_without_an_intent(self):
        self.book(8, catalog="", information="", extra=())
        result = self.succeed(self.run_impose("--binding", "saddle", "--sheet", "SRA3", "--paper-thickness", "0.1mm"))
        self.assertIn("sheets.no-press-claim", result.stderr)
        file = sheets.File(self.folder / "ark.pdf")
        self.assertNotIn("/GTS_PDFXVersion", file.information)
        self.assertNotIn(b"PDF/X", file.data(file.root["/Metadata"]))

    def test_same_bytes(self):
        self.book(32)
        sums = set()
        for _ in range(2):
            self.impose("--binding", "perfect", "--sheet", "SRA3", "--cover", "1,32", thickness="0.2mm")
            sums.add((program.sha256(self.folder / "ark.pdf"), program.sha256(self.folder / "ark-cover.pdf")))
        self.assertEqual(len(sums), 1)

    def test_cover(self):
        self.book(84)
        text, _ = self.impose("--binding", "perfect", "--sheet", "SRA3", "--cover", "1,2,83,84", "--cover-thickness", "0.25mm")
        spine = 40 * 0.1 + 2 * 0.25
        self.assertIn(f"cover with a spine of {spine:g} mm", text)
        outside, inside = sheets.sides(self.folder / "ark-cover.pdf", self.trim)
        self.assertEqual([[shown.number for shown in side] for side in (outside, inside)], [[84, 1], [2, 83]])
        self.assertAlmostEqual(outside[1].left - outside[0].right, spine * MM, places=2)
        page = sheets.File(self.folder / "ark-cover.pdf").page(0)
        trim, bleed = page["/TrimBox"], page["/BleedBox"]
        self.assertAlmostEqual(trim[2] - trim[0], 2 * A5[0] + spine * MM, places=2)
        self.assertAlmostEqual(trim[0] - bleed[0], BLEED, places=2)
        block = sheets.sides(self.folder / "ark.pdf", self.trim)
        self.assertEqual(sorted(shown.number for side in block for shown in side), list(range(3, 83)))

    def test_a_gripper_is_kept_free(self):
        self.book(16)
        for binding, sheet, rows, columns in (("saddle", "SRA3", 1, 2), ("saddle", "SRA2", 2, 4)):
            with self.subTest(binding=binding, sheet=sheet):
                _, plain = self.impose("--binding", binding, "--sheet", sheet)
                _, sides = self.impose("--binding", binding, "--sheet", sheet, "--gripper", "6mm")
                self.expect_book(self.unfold(sides, rows, columns, [len(sides) // 2]), 16)
                for before, after in zip(plain, sides):
                    for one, other in zip(before, after):
                        self.assertAlmostEqual(other.bottom - one.bottom, 3 * MM, places=2)
                file = sheets.File(self.folder / "ark.pdf")
                for index in range(len(file.pages)):
                    content = file.data(file.page(index)["/Contents"]).decode()
                    marks = content[content.rindex("Do Q") + 4:]
                    self.assertGreater(min(float(y) for _, y in re.findall(r"(-?[\d.]+) (-?[\d.]+) [ml]\b", marks)), 6 * MM)
        result = self.run_impose("--paper-thickness", "0.1mm", "--binding", "saddle", "--sheet", "332x240mm", "--gripper", "40mm")
        self.assertEqual(result.returncode, 1)
        self.assertIn("sheets.sheet-too-small", result.stderr)

    def test_a_cover_that_turns_sides_round(self):
        self.book(32)
        perfect = ("--paper-thickness", "0.2mm", "--binding", "perfect", "--sheet", "SRA3", "--cover")
        self.assertNotIn("sheets.other-side", self.run_impose(*perfect, "1,2,31,32").stderr)
        found = self.run_impose(*perfect, "1,32")
        self.assertEqual(found.returncode, 0)
        self.assertIn("page 2 was laid out for a left side and comes on a right one, as do 29 more", found.stderr)
        self.assertIn("sheets.other-side", found.stderr)

    def test_the_report_for_a_press(self):
        """Pages of the real press edition, found on the sheets by what they show, come in order when sheets are folded."""
        self.succeed(program.run("build", program.REPORT, "--data", program.REPORT_DATA, "--edition", "press", "--out", self.folder))
        name = "rikets-digitale-tilstand-2021-press.pdf"
        source = sheets.File(self.folder / name)
        count = len(source.pages)
        self.assertEqual(count, 36)
        contents = [source.data(source.page(index)["/Contents"]) for index in range(count)]
        self.assertEqual(len(set(contents)), count, "pages that can't be told apart")
        trim = source.page(0)["/TrimBox"]
        number_of = lambda data: 1 + next(at for at, content in enumerate(contents) if content.strip() in data)
        covers = (1, 2, count - 1, count)
        cases = ((("saddle", "--sheet", "SRA3"), 1, 2, [9], ()), (("perfect", "--sheet", "SRA2", "--section", 8), 1, 2, [2, 2, 2, 1, 2], ()),
                 (("perfect", "--sheet", "SRA1", "--gripper", "8mm", "--cover", ",".join(map(str, covers))), 2, 4, [1, 1], covers))
        for options, rows, columns, sections, cover in cases:
            with self.subTest(options):
                self.succeed(self.run_impose("--paper-thickness", "0.15mm", "--binding", *options, name=name))
                pages = self.unfold(sheets.sides(self.folder / "ark.pdf", trim, number_of), rows, columns, sections)
                self.assertEqual([number for number, _ in pages], [number for number in range(1, count + 1) if number not in cover])
                self.assertTrue(all(up for _, up in pages))
                if cover:
                    outside, inside = sheets.sides(self.folder / "ark-cover.pdf", trim, number_of)
                    self.assertEqual([[shown.number for shown in side] for side in (outside, inside)], [[count, 1], [2, count - 1]])
        self.succeed(self.run_impose("--paper-thickness", "0.15mm", "--binding", "n-up", "--sheet", "SRA1", name=name))
        sides = sheets.sides(self.folder / "ark.pdf", trim, number_of)
        self.assertEqual(sorted({shown.number for side in sides for shown in side}), list(range(1, count + 1)))

    def test_bad_input(self):
        self.book(16)
        ordinary = ("--binding", "saddle", "--sheet", "SRA3", "--paper-thickness", "0.1mm")
        whole = (self.folder / "bok.pdf").read_bytes()
        (self.folder / "cut.pdf").write_bytes(whole[:len(whole) // 2])
        subprocess.run(["qpdf", "--encrypt", "user", "owner", "256", "--", "bok.pdf", "locked.pdf"], cwd=self.folder, check=True)
        pdfs.write(self.folder / "sizes.pdf", [book_page(1, A5), book_page(2, (A5[0] + 5, A5[1])), book_page(3, A5)] * 2)
        perfect = ("--binding", "perfect", "--sheet", "SRA3", "--paper-thickness")
        cases = [("gone.pdf", ordinary, "pdf.missing-file"), ("cut.pdf", ordinary, "pdf.damaged"), ("locked.pdf", ordinary, "pdf.encrypted"), ("sizes.pdf", ordinary, "sheets.different-size"),
                 ("bok.pdf", (*perfect, "0.1mm"), "sheets.cannot-bind"), ("bok.pdf", ("--binding", "saddle", "--sheet", "SRA3", "--paper-thickness", "0.9mm"), "sheets.cannot-bind"),
                 ("bok.pdf", ("--binding", "saddle", "--sheet", "A3", "--paper-thickness", "0.1mm", "--marks", "none", "--sheet", "290x220mm"), "sheets.sheet-too-small"),
                 ("bok.pdf", (*perfect, "0.4mm", "--cover", "1,17"), "sheets.no-such-page"), ("bok.pdf", (*perfect, "5mm", "--cover", "1,16", "--sheet", "330x240mm"), "sheets.sheet-too-small")]
        (self.folder / "ark.pdf").write_text("as it was")
        for name, options, code in cases:
            with self.subTest(code=code, name=name):
                result = self.run_impose(*options, name=name)
                self.assertEqual(result.returncode, 1, result.stdout + result.stderr)
                self.assertIn(code, result.stderr)
                if code in ("sheets.cannot-bind", "sheets.sheet-too-small"):
                    self.assertIn("hint: take ", result.stderr)
                self.assertEqual((self.folder / "ark.pdf").read_text(), "as it was")
                self.assertEqual([path.name for path in self.folder.glob("ark*")], ["ark.pdf"])

    def test_wrong_use(self):
        self.book(8)
        good = {"--binding": "saddle", "--sheet": "SRA3", "--paper-thickness": "0.1mm"}
        for option, value in (("--binding", "glue"), ("--sheet", "450"), ("--sheet", "0x10mm"), ("--paper-thickness", "thin"), ("--paper-thickness", "0mm"), ("--section", "10"), ("--marks", "fold,stars"), ("--cover", "1"), ("--cover", "1,1"), ("--creep", "-1mm")):
            with self.subTest(option=option, value=value):
                options = {**good, option: value}
                result = self.run_impose(*[f"{name}={value}" for name, value in options.items()])
                self.assertEqual(result.returncode, 2, result.stderr)
                self.assertIn("error", result.stderr)
        self.assertFalse((self.folder / "ark.pdf").exists())


if __name__ == "__main__":
    unittest.main()
