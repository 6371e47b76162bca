#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""`tilstand press-sheet`: one page that says what the file holds and what the run is, in two languages."""
import pathlib
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import pdfs  # noqa: E402
import program  # noqa: E402

INTENT = "/OutputIntents[<</Type/OutputIntent/S/GTS_PDFX/OutputConditionIdentifier(FOGRA39)/Info(Coated FOGRA39)>>]"
GOLD = "/ColorSpace<</S [/Separation /Gull /DeviceCMYK <</FunctionType 2/Domain[0 1]/C0[0 0 0 0]/C1[0 0.2 0.8 0.1]/N 1>>]>>"


class PressSheet(program.InFolder):
    def setUp(self):
        super().setUp()
        body = "0 0 0 1 k 0.1 0 0.5 0 K 2 w 20 20 m 90 90 l S /S cs 0.5 scn 20 100 30 30 re f 0 0 0 1 k " + pdfs.text(20, 200, "Side")
        pages = [pdfs.Page(body, size=(170 * pdfs.MM, 240 * pdfs.MM), bleed=3 * pdfs.MM, margin=10 * pdfs.MM, resources=GOLD) for _ in range(6)]
        pdfs.write(self.folder / "bok.pdf", pages, catalog=INTENT, information="<</Title(Årsbok {{ x }})/CreationDate(D:20211231120000Z)>>")

    def sheet(self, *options, out="ark.pdf"):
        self.succeed(program.run("press-sheet", self.folder / "bok.pdf", "--out", self.folder / out, *options, cwd=program.ROOT))
        self.assertIn("Pages:           1\n", program.output_of("pdfinfo", self.folder / out))
        return program.one_line(program.output_of("pdftotext", "-layout", self.folder / out, "-"))

    def test_norwegian(self):
        text = self.sheet("--run-copies", "2500", "--paper", "Munken Lynx 120 g/m²", "--binding", "perfect")
        for words in ("Trykkspesifikasjon", "Renskåret format 170 × 240 mm", "Utfallende 3 mm", "Side i filen 190 × 260 mm", "Sider 6", "Opplag 2500", "Trykkfarger C, Y, K, Gull",
                      "Fargerom DeviceCMYK, Separation Gull", "Trykkbetingelse FOGRA39, Coated FOGRA39", "Profil bare navngitt", "Papir Munken Lynx 120 g/m²", "Omslag ikke oppgitt",
                      "Innbinding limfresing", "Sider med blanke 8", "Skrifter ikke alle ligger i filen", "Fil bok.pdf"):
            self.assertIn(words, text)
        self.assertIn(program.sha256(self.folder / "bok.pdf"), text.replace(" ", ""))

    def test_english(self):
        text = self.sheet("--language", "en", "--binding", "saddle")
        for words in ("Print specification", "Trimmed size 170 × 240 mm", "Run not given", "Binding saddle stitching", "Profile named only", "Standard none"):
            self.assertIn(words, text)

    def test_same_bytes(self):
        self.sheet(out="a.pdf")
        self.sheet(out="b.pdf")
        self.assertEqual(program.sha256(self.folder / "a.pdf"), program.sha256(self.folder / "b.pdf"))

    def test_bad_input(self):
        for name, code in (("gone.pdf", "pdf.missing-file"), ("text.pdf", "pdf.damaged")):
            (self.folder / "text.pdf").write_text("no PDF")
            result = program.run("press-sheet", self.folder / name, "--out", self.folder / "ark.pdf", cwd=program.ROOT)
            self.assertEqual(result.returncode, 1, result.stderr)
            self.assertIn(code, result.stderr)
            self.assertFalse((self.folder / "ark.pdf").exists())
        self.assertEqual(program.run("press-sheet", self.folder / "bok.pdf", "--out", "x.pdf", "--language", "sv").returncode, 2)


if __name__ == "__main__":
    unittest.main()
