#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Any number of threads makes the same bytes, says the same of mistakes, and leaves the last good file when it fails."""
import os
import pathlib
import resource
import signal
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import program  # noqa: E402

JOBS = (1, 2, 7)
CASES = ("pages-floats", "pictures", "table-over-pages")


def small_disk():
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4000, 4000))


class Jobs(program.InFolder):
    def files_of(self, *arguments):
        """Name and sum of all that a build writes, for each number of threads."""
        made = []
        for jobs in JOBS:
            out = self.folder / f"out-{jobs}"
            self.succeed(program.run("build", *arguments, "--out", out, "--jobs", jobs))
            made.append({path.name: program.sha256(path) for path in out.iterdir()})
            self.assertEqual(len(made[-1]), 2)
        return made

    def test_annual_report(self):
        first, *others = self.files_of(program.REPORT, "--data", program.REPORT_DATA)
        for other in others:
            self.assertEqual(other, first)

    def test_golden_cases(self):
        for case in CASES:
            with self.subTest(case):
                folder = program.ROOT / "tests/golden" / case
                first, *others = self.files_of(folder / "report.toml", "--data", folder / "data")
                for other in others:
                    self.assertEqual(other, first)
                for jobs in JOBS:
                    for path in (self.folder / f"out-{jobs}").iterdir():
                        path.unlink()

    def test_failures(self):
        report = program.SmallReport(self.folder)
        self.succeed(report.run())
        before = program.sha256(report.pdf)
        good = (self.folder / "data/nb/prose.md").read_text(encoding="utf-8")
        for what, prose, how in (("glyph", good + "\nTegnet \u4e00.\n", {}), ("name", good + "\n{{ goats }}\n", {}),
                                 ("disk", good + "\nMer.\n", {"preexec_fn": small_disk, "restore_signals": False})):
            report.write("data/nb/prose.md", prose)
            said = set()
            for jobs in JOBS:
                result = report.run("build", "--jobs", jobs, **how)
                said.add((result.returncode, result.stderr))
                self.assertEqual(program.sha256(report.pdf), before)
                self.assertEqual(len(os.listdir(self.folder / "out")), 2)
            with self.subTest(what):
                self.assertEqual(len(said), 1, said)
                self.assertNotEqual(next(iter(said))[0], 0)

    def test_numbers_that_are_none(self):
        report = program.SmallReport(self.folder)
        for jobs in ("0", "-1", "257", "many"):
            self.assertEqual(report.run("build", "--jobs", jobs).returncode, 2, jobs)


if __name__ == "__main__":
    unittest.main()
