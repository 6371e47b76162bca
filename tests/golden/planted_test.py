#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Proves that the golden runner can fail: a changed word, a missing expectation, a warning, no case at all."""
import pathlib
import shutil
import subprocess
import sys
import unittest

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "support"))
import program  # noqa: E402


class Planted(program.InFolder):
    def setUp(self):
        super().setUp()
        self.case = self.folder / "case"
        self.case.mkdir()
        program.SmallReport(self.case)
        self.assertEqual(self.run_cases("--update").returncode, 0)

    def run_cases(self, *options):
        return subprocess.run([sys.executable, str(HERE / "run.py"), "--cases", str(self.folder), *options], capture_output=True, text=True, check=False)

    def fails_with(self, words):
        result = self.run_cases()
        self.assertEqual(result.returncode, 1, result.stdout)
        self.assertIn(words, result.stdout)

    def test_sound_case_passes(self):
        self.assertEqual(self.run_cases().returncode, 0)

    def test_changed_word(self):
        path = self.case / "data" / "nb" / "prose.md"
        path.write_text(path.read_text(encoding="utf-8").replace("Det er", "Nå er"), encoding="utf-8")
        self.fails_with("case/content.txt")

    def test_missing_expectation(self):
        (self.case / "tags.txt").unlink()
        self.fails_with("case/tags: no expectation")

    def test_case_with_an_error(self):
        (self.case / "data" / "nb" / "prose.md").write_text("{{ none }}\n", encoding="utf-8")
        self.fails_with("case/content: exit 1")

    def test_case_of_diagnostics(self):
        planted = self.folder / "check-planted"
        shutil.copytree(self.case, planted)
        for stage in ("content", "layout", "scene", "tags"):
            (planted / f"{stage}.txt").unlink()
        self.fails_with("check-planted: nothing is found")
        (planted / "data" / "nb" / "prose.md").write_text("{{ none }}\n", encoding="utf-8")
        self.fails_with("check-planted/check: no expectation")
        self.assertEqual(self.run_cases("--update").returncode, 0)
        self.assertIn("exit 1", (planted / "check.txt").read_text(encoding="utf-8"))
        self.assertEqual(self.run_cases().returncode, 0)

    def test_expectation_without_case(self):
        (self.case / "report.toml").unlink()
        self.fails_with("no report.toml beside it")

    def test_no_case_at_all(self):
        shutil.rmtree(self.case)
        self.assertEqual(self.run_cases().returncode, 1)


if __name__ == "__main__":
    unittest.main()
