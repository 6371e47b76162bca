#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""veraPDF accepts what the program writes as PDF/A-2a, -3a and -4f, PDF/UA-1 and -2, and refuses it once a violation is planted."""
import pathlib
import subprocess
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import program  # noqa: E402


class Conformance(program.InFolder):
    def build_small(self, *options):
        report = program.SmallReport(self.folder)
        report.write("data/nb/prose.md", program.PROSE + "\n- ett\n- to\n\nEn fotnote.[^one] En [lenke](https://example.org/).\n\n[^one]: Noten.\n")
        self.succeed(report.run("build", *options))
        return report.pdf

    def editable(self, pdf):
        """The file without compression, so that bytes can be changed in place. qpdf leaves the line end before `endstream`
        out when a stream's data end with one, which PDF/A doesn't allow, unless it is told."""
        plain = self.folder / "plain.pdf"
        subprocess.run(["qpdf", "--qdf", "--newline-before-endstream", "--object-streams=disable", "--stream-data=uncompress",
                        str(pdf), str(plain)], check=True)
        return plain

    def plant(self, plain, old, new):
        content = plain.read_bytes()
        self.assertTrue(old in content, old)
        self.assertEqual(len(old), len(new))
        planted = self.folder / "planted.pdf"
        planted.write_bytes(content.replace(old, new))
        return planted

    def test_report_passes_both_standards(self):
        self.succeed(program.run("build", program.REPORT, "--data", program.REPORT_DATA, "--out", self.folder))
        verdict = program.judge(["2a", "ua1"], self.folder / "rikets-digitale-tilstand-2021.pdf")
        self.assertEqual(verdict.returncode, 0, verdict.stdout + verdict.stderr)
        self.assertEqual([line.split()[:2] for line in verdict.stdout.splitlines()], [["PASS", "2a"], ["PASS", "ua1"]])

    def test_data_edition_passes_and_a_planted_violation_fails(self):
        self.succeed(program.run("build", program.REPORT, "--data", program.REPORT_DATA, "--edition", "data", "--out", self.folder))
        pdf = self.folder / "rikets-digitale-tilstand-2021-data.pdf"
        verdict = program.judge(["3a", "ua1"], pdf)
        self.assertEqual(verdict.returncode, 0, verdict.stdout + verdict.stderr)
        self.assertEqual([line.split()[:2] for line in verdict.stdout.splitlines()], [["PASS", "3a"], ["PASS", "ua1"]])
        verdict = program.judge(["3a"], self.plant(self.editable(pdf), b"/AFRelationship ", b"/AFRelatiomship "))
        self.assertEqual(verdict.returncode, 1, verdict.stdout + verdict.stderr)
        self.assertIn("clause 6.8", verdict.stdout)

    def build_screen2(self, *arguments, **how):
        self.succeed(program.run("build", *arguments, "--edition", "screen2", "--out", self.folder, **how))

    def test_edition_of_pdf2_passes_and_planted_violations_fail(self):
        self.build_screen2(program.REPORT, "--data", program.REPORT_DATA)
        self.build_screen2(program.ROOT / "layouts" / "gallery.toml", "--data", program.ROOT / "data" / "gallery")
        pdf, gallery = self.folder / "rikets-digitale-tilstand-2021-screen2.pdf", self.folder / "gallery-screen2.pdf"
        verdict = program.judge(["4f", "ua2"], pdf, gallery)
        self.assertEqual(verdict.returncode, 0, verdict.stdout + verdict.stderr)
        self.assertEqual(verdict.stdout.count("PASS"), 4)
        self.assertIn("No syntax or stream encoding errors found", program.output_of("qpdf", "--check", pdf))
        plain = self.editable(pdf)
        for flavour, old, new, clause in (("4f", b"pdfaid:conformance>F<", b"pdfaid:conformance>G<", "6.7.3"), ("4f", b"/EmbeddedFiles ", b"/EmbeddedFilex ", "6.9"),
                                          ("ua2", b"/SD [", b"/SX [", "8.8"), ("ua2", b"/S /Sect\n", b"/S /Div \n", "Table 5"), ("ua2", b"/Ref [", b"/Rex [", "8.2.5.8"),
                                          ("ua2", b"/ListNumbering /Description", b"/ListNumbering /None       ", "8.2.5.25")):
            with self.subTest(old):
                verdict = program.judge([flavour], self.plant(plain, old, new))
                self.assertEqual(verdict.returncode, 1, verdict.stdout + verdict.stderr)
                self.assertIn("clause " + clause, verdict.stdout)

    def test_note_of_pdf2_is_no_note_of_before(self):
        small = self.build_small("--edition", "screen2").with_name("small-2021-screen2.pdf")
        plain = self.editable(small)
        self.assertEqual(program.judge(["4f", "ua2"], small, plain).returncode, 0)
        verdict = program.judge(["ua2"], self.plant(plain, b"/S /FENote\n", b"/S /Note  \n"))
        self.assertEqual(verdict.returncode, 1, verdict.stdout + verdict.stderr)
        self.assertIn("clause 8.2.4", verdict.stdout)

    def test_every_golden_case_passes_as_pdf2(self):
        cases = [case for case, about_check in program.golden_cases() if not about_check]
        files = []
        for case in cases:
            out = self.folder / case.name
            self.succeed(program.run("build", "report.toml", "--edition", "screen2", "--out", out, cwd=case))
            files += list(out.glob("*.pdf"))
        self.assertEqual(len(files), len(cases))
        verdict = program.judge(["4f", "ua2"], *files)
        self.assertEqual(verdict.returncode, 0, verdict.stdout + verdict.stderr)
        self.assertEqual(verdict.stdout.count("PASS"), 2 * len(cases))

    def test_report_in_other_languages_passes_both_standards(self):
        for language in ("nn", "en", "se"):
            with self.subTest(language):
                self.succeed(program.run("build", program.REPORT, "--data", program.REPORT_DATA, "--edition", "archive-" + language, "--out", self.folder))
                verdict = program.judge(["2a", "ua1"], self.folder / f"rikets-digitale-tilstand-2021-{language}.pdf")
                self.assertEqual(verdict.returncode, 0, verdict.stdout + verdict.stderr)

    def test_made_up_year_passes_both_standards(self):
        self.succeed(program.run("build", program.REPORT, "--data", program.MADE_UP_DATA, "--out", self.folder))
        verdict = program.judge(["2a", "ua1"], self.folder / "rikets-digitale-tilstand-2031.pdf")
        self.assertEqual(verdict.returncode, 0, verdict.stdout + verdict.stderr)

    def test_small_report_passes_and_planted_violations_fail(self):
        small = self.build_small()
        plain = self.editable(small)
        verdict = program.judge(["2a", "ua1"], small, plain)
        self.assertEqual(verdict.returncode, 0, verdict.stdout + verdict.stderr)
        for flavour, old, new, clause in (("ua1", b"/Alt ", b"/Alx ", "7.3"), ("2a", b"pdfaid:conformance>A<", b"pdfaid:conformance>Z<", "6.6.4"),
                                          ("ua1", b"/Lang (nb", b"/Lanx (nb", "7.2")):
            with self.subTest(old):
                verdict = program.judge([flavour], self.plant(plain, old, new))
                self.assertEqual(verdict.returncode, 1, verdict.stdout + verdict.stderr)
                self.assertIn("FAIL " + flavour, verdict.stdout)
                self.assertIn("clause " + clause, verdict.stdout)

    def test_every_golden_case_passes_both_standards(self):
        cases = [case for case, about_check in program.golden_cases() if not about_check]
        self.assertGreater(len(cases), 10)
        files = []
        for case in cases:
            out = self.folder / case.name
            self.succeed(program.run("build", "report.toml", "--out", out, cwd=case))
            files += list(out.glob("*.pdf"))
        self.assertEqual(len(files), len(cases))
        verdict = program.judge(["2a", "ua1"], *files)
        self.assertEqual(verdict.returncode, 0, verdict.stdout + verdict.stderr)
        self.assertEqual(verdict.stdout.count("PASS"), 2 * len(cases))
        for file in files:
            with self.subTest(file):
                self.assertIn("No syntax or stream encoding errors found", program.output_of("qpdf", "--check", file))

    def test_what_is_no_pdf_is_not_accepted(self):
        other = self.folder / "text.pdf"
        other.write_text("no PDF", encoding="utf-8")
        self.assertEqual(program.judge(["2a"], other).returncode, 1)


if __name__ == "__main__":
    unittest.main()
