#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""`tilstand archive report`: the register of printed editions as a report, with nothing in it, with a little and with much."""
import datetime
import pathlib
import subprocess
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import printed  # noqa: E402
import program  # noqa: E402

MONTHS = ("januar", "februar", "mars", "april")
FLAVOURS = ("2a", "ua1")


def written(day):
    date = datetime.date.fromisoformat(day)
    return f"{date.day}. {MONTHS[date.month - 1]} {date.year}"


def grouped(number):
    return f"{number:,}".replace(",", " ")


class PrintRegister(program.InFolder):
    def setUp(self):
        super().setUp()
        self.register = printed.PrintedRegister(self.folder)

    def set_report(self, *options, out="ut", **how):
        return program.run("archive", "report", "--register", self.register.path, "--date", "2022-06-15", "--out", self.folder / out, *options, cwd=program.ROOT, **how)

    def words_of(self, *options, out="ut", name="print-register.pdf"):
        self.succeed(self.set_report(*options, out=out))
        path = self.folder / out / name
        judged = program.judge(FLAVOURS, path)
        self.assertEqual(judged.returncode, 0, judged.stdout + judged.stderr)
        return program.one_line(program.output_of("pdftotext", path, "-"))

    def check_runs(self, text, runs):
        for run in runs:
            for words in (run.printer, written(run.date), grouped(run.copies)):
                self.assertIn(words, text)

    def check_nobody_named(self, path):
        unpacked = subprocess.run(["qpdf", "--qdf", "--object-streams=disable", str(path), "-"], capture_output=True, check=True).stdout
        whole = unpacked.decode("latin-1").lower() + program.output_of("pdftotext", path, "-").lower()
        for name in (*printed.NAMES, "999888777", "nøkkel-1", "melding-1"):
            for form in (name.lower(), name.encode().decode("latin-1").lower(), name.encode("utf-16-be").hex()):
                self.assertNotIn(form, whole)

    def test_nothing(self):
        self.register.begin()
        text = self.words_of()
        self.assertIn("Registeret er tomt.", text)
        self.assertNotIn("Tabell", text)
        english = self.words_of("--language", "en", out="en", name="print-register-en.pdf")
        self.assertIn("The register is empty.", english)

    def test_two_runs(self):
        edition = self.register.add_edition(1600)
        runs = self.register.add_runs(edition, 2)
        self.register.add_parcels(edition, ("delivered", "bounced"))
        self.register.add_package(edition)
        text = self.words_of()
        self.check_runs(text, runs)
        self.assertIn(edition, text.replace(" ", ""))
        for words in ("Trykte utgaver", "15. juni 2022", "Eksemplarer i alt 750", "levert", "kom i retur", "limfresing", "small-2021.zip", "E-ARK SIP", "1. februar 2022", edition[:12], "Nasjonalbiblioteket, 2022"):
            self.assertIn(words, text)
        self.check_nobody_named(self.folder / "ut" / "print-register.pdf")
        english = self.words_of("--language", "en", out="en", name="print-register-en.pdf")
        for words in ("Copies in all 750", "perfect binding", "delivered", "15 June 2022"):
            self.assertIn(words, english)

    def test_sixty_runs(self):
        runs = []
        for sheep, count in ((1600, 20), (1700, 40)):
            runs += self.register.add_runs(self.register.add_edition(sheep), count)
        text = self.words_of()
        self.check_runs(text, runs)
        self.assertIn(f"Eksemplarer i alt {grouped(sum(run.copies for run in runs))}", text)
        self.assertIn(grouped(sum(run.copies for run in runs[:20])), text)
        self.assertGreaterEqual(text.count("Pliktavlevering"), 2)

    def test_same_bytes(self):
        self.register.add_runs(self.register.add_edition(1600), 2)
        for out in ("a", "b"):
            self.succeed(self.set_report(out=out))
        self.assertEqual(*(program.sha256(self.folder / out / "print-register.pdf") for out in ("a", "b")))

    def test_what_people_wrote_is_no_binding(self):
        edition = self.register.add_edition(1600)
        self.register.archive("print", edition, "--run", "1", "--printer", 'Trykk "{{ 1 + 1 }}", A\\S', "--paper", "P", "--binding", "saddle", "--date", "2022-01-01", "--copies", "9")
        self.assertIn('Trykk "{ { 1 + 1 }}", A\\S', self.words_of())

    def test_bad_input(self):
        self.assertIn("[registry.missing-file]", self.set_report().stderr)
        self.assertEqual(self.set_report().returncode, 1)
        self.assertEqual(self.set_report("--date", "2022-02-30").returncode, 2)
        self.assertEqual(self.set_report("--language", "sv").returncode, 2)
        self.assertFalse((self.folder / "ut").exists())
        self.register.begin()
        (self.folder / "ut").write_text("a file, no folder")
        result = self.set_report()
        self.assertIn("[build.cannot-write]", result.stderr)
        self.assertEqual((self.folder / "ut").read_text(), "a file, no folder")


if __name__ == "__main__":
    unittest.main()
