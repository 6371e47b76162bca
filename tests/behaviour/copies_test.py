#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""A copy for a recipient names it on the cover and has the parts that it gets; all else is the edition's, byte for byte."""
import base64
import json
import pathlib
import subprocess
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import program  # noqa: E402

HEAD = "format = 1\n"
WHOLE = """
[[recipient]]
id = "whole"
name = "Et Prøvedepartement"
channel = "folder"
language = "nb"
edition = "archive"
copies = 2
"""
SOME = """
[[recipient]]
id = "some"
name = "Et annet kontor"
channel = "folder"
language = "nb"
edition = "archive"
parts = ["overview", "goal-2", "rankings"]
"""
NAME = "rikets-digitale-tilstand-2021"


def page_streams(pdf):
    """The unpacked content of each page."""
    command = ["qpdf", "--json", "--json-key=pages", "--json-key=qpdf", "--json-stream-data=inline", "--decode-level=all", str(pdf)]
    whole = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    objects = whole["qpdf"][1]
    return [b"".join(base64.b64decode(objects["obj:" + one]["stream"]["data"]) for one in page["contents"]) for page in whole["pages"]]


class Copies(program.InFolder):
    def build(self, recipients, *options):
        file = self.folder / "recipients.toml"
        file.write_text(HEAD + recipients, encoding="utf-8")
        return program.run("build", program.REPORT, "--data", program.REPORT_DATA, "--recipients", file, "--out", self.folder / "copies", *options)

    def copy(self, name):
        return self.folder / "copies" / name.split("-")[0] / f"{NAME}-{name}.pdf"

    def files(self):
        return [path for path in (self.folder / "copies").rglob("*") if path.is_file()]

    def edition(self):
        self.succeed(program.run("build", program.REPORT, "--data", program.REPORT_DATA, "--out", self.folder))
        return self.folder / f"{NAME}.pdf"

    def words(self, pdf, page=1):
        return program.output_of("pdftotext", "-f", page, "-l", page, pdf, "-")

    def test_only_the_cover_differs_and_names_the_recipient(self):
        result = self.build(WHOLE)
        self.succeed(result)
        edition, copies = self.edition(), [self.copy("whole-1"), self.copy("whole-2")]
        self.assertNotIn("Eksemplar", self.words(edition))
        streams = page_streams(edition)
        self.assertEqual(len(streams), 36)
        for number, copy in enumerate(copies, 1):
            self.assertIn("Til Et Prøvedepartement", self.words(copy))
            self.assertIn(f"Eksemplar {number} av 2", self.words(copy))
            own = page_streams(copy)
            self.assertEqual([page for page in range(36) if own[page] != streams[page]], [0])
        self.assertEqual(len({file.read_bytes() for file in [edition, *copies]}), 3)

    def test_a_name_stands_in_no_message_and_there_is_no_manifest(self):
        result = self.build(WHOLE + SOME)
        self.succeed(result)
        for name in ("Prøvedepartement", "kontor"):
            self.assertNotIn(name, result.stdout + result.stderr)
        self.assertEqual(sorted(path.name for path in self.files()), [f"{NAME}-{one}.pdf" for one in ("some-3", "whole-1", "whole-2")])

    def test_a_copy_has_its_parts_and_leads_nowhere_else(self):
        self.succeed(self.build(SOME))
        copy = self.copy("some-1")
        text = program.output_of("pdftotext", copy, "-")
        self.assertIn("Norge i internasjonale målinger", text)
        self.assertIn("Tallene bak figurene", text)  # named, without a page
        self.assertNotIn("side 0", text)
        self.assertIn("Pages:           10", program.output_of("pdfinfo", copy))
        contents = self.words(copy, 3)
        self.assertIn("Mål 2", contents)
        self.assertNotIn("Mål 3", contents)
        verdict = program.judge(["2a", "ua1"], copy)
        self.assertEqual(verdict.returncode, 0, verdict.stdout)

    def test_same_bytes_for_any_number_of_threads(self):
        self.succeed(self.build(WHOLE + SOME, "--jobs", "1"))
        first = {path.name: path.read_bytes() for path in self.files()}
        self.succeed(self.build(WHOLE + SOME, "--jobs", "4"))
        self.assertEqual(first, {path.name: path.read_bytes() for path in self.files()})

    def test_one_recipient_can_be_chosen(self):
        self.succeed(self.build(WHOLE + SOME, "--recipient", "some"))
        self.assertEqual([path.name for path in self.files()], [f"{NAME}-some-3.pdf"])
        result = self.build(WHOLE + SOME, "--recipient", "sme")
        self.assertEqual(result.returncode, 1)
        self.assertIn("cli.unknown-recipient", result.stderr)

    def test_what_is_wrong_with_a_copy_has_its_place_and_stops_no_other(self):
        result = self.build(WHOLE + SOME.replace("goal-2", "gaol-2"))
        self.assertEqual(result.returncode, 1)
        self.assertRegex(result.stderr, r"recipients\.toml:\d+:\d+: error: .*gaol-2.*build\.unknown-part")
        self.assertIn("goal-2", result.stderr)
        self.assertTrue(self.copy("whole-1").exists())
        self.assertFalse(self.copy("some-3").exists())

    def test_data_may_not_take_the_name(self):
        small = program.SmallReport(self.folder)
        small.replace("data/data.toml", "[record.about]", "[record.recipient]\nname = \"x\"\n[record.about]")
        result = small.run()
        self.assertEqual(result.returncode, 1)
        self.assertRegex(result.stderr, r"data\.toml:\d+:\d+: .*build\.reserved-record|build\.reserved-record")


if __name__ == "__main__":
    unittest.main()
