#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""A full disk, a folder that can't be written and a kill while writing: the last good file stays, and the exit code says so."""
import os
import pathlib
import resource
import signal
import subprocess
import sys
import time
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import program  # noqa: E402


def small_files_only():
    """A write past this size fails as on a full disk (the signal is ignored, so write returns an error)."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4000, 4000))


class Failure(program.InFolder):
    def setUp(self):
        super().setUp()
        self.report = program.SmallReport(self.folder)
        self.succeed(self.report.run())
        self.before = program.sha256(self.report.pdf)

    def expect_untouched(self):
        self.assertEqual(program.sha256(self.report.pdf), self.before)

    def test_disk_that_fills(self):
        self.report.replace("data/nb/prose.md", "Det er", "Det er nå")
        result = self.report.run(preexec_fn=small_files_only, restore_signals=False)
        self.assertEqual(result.returncode, 3, result.stderr)
        self.assertIn("[package.write-failed]", result.stderr)
        self.expect_untouched()
        self.assertEqual(len(list((self.folder / "out").iterdir())), 2)

    def test_out_that_is_a_file(self):
        self.report.write("taken", "x")
        result = program.run("build", "report.toml", "--out", "taken", cwd=self.folder)
        self.assertEqual(result.returncode, 3, result.stderr)
        self.assertIn("[build.cannot-write]", result.stderr)

    def test_full_standard_output(self):
        with open("/dev/full", "w", encoding="utf-8") as full:
            result = self.report.run("dump", "--stage", "content", capture_output=False, stdout=full, stderr=subprocess.PIPE)
        self.assertEqual(result.returncode, 3, result.stderr)

    def test_preview_to_a_full_device(self):
        result = self.report.run("preview", "--page", "1", "--out", "/dev/full")
        self.assertEqual(result.returncode, 3, result.stderr)
        self.assertTrue(pathlib.Path("/dev/full").is_char_device())

    def test_kill_while_writing(self):
        rows = "".join(f"Gård {number},{number}\n" for number in range(60000))
        self.report.write("data/farms.csv", "name,area\n" + rows)
        command = [str(program.PROGRAM), "build", "report.toml", "--out", "out"]
        with subprocess.Popen(command, cwd=self.folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as running:
            deadline = time.monotonic() + 120
            while len(os.listdir(self.folder / "out")) == 2 and running.poll() is None and time.monotonic() < deadline:
                time.sleep(0.005)
            self.assertIsNone(running.poll(), "the build ended before it could be killed")
            self.assertGreater(len(os.listdir(self.folder / "out")), 2, "no file was begun beside the target")
            running.kill()
        self.expect_untouched()
        self.report.write("data/farms.csv", program.FARMS)
        self.succeed(self.report.run())
        self.expect_untouched()


if __name__ == "__main__":
    unittest.main()
