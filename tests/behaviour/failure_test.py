#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""A full disk, a folder that can't be written and a kill while writing: the last good file stays, and the exit code says so."""
import os
import pathlib
import random
import resource
import signal
import subprocess
import sys
import time
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import program  # noqa: E402


def files_up_to(size):
    """A write past this size fails as on a full disk (the signal is ignored, so write returns an error)."""
    def limit():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
    return limit


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
        for size in (0, 1, 4000, self.report.pdf.stat().st_size - 200):
            with self.subTest(size):
                result = self.report.run(preexec_fn=files_up_to(size), restore_signals=False)
                self.assertEqual(result.returncode, 3, result.stderr)
                self.assertIn("[package.write-failed]", result.stderr)
                self.expect_untouched()
                self.assertEqual(len(list((self.folder / "out").iterdir())), 2)

    def test_manifest_that_cannot_be_written(self):
        manifest = self.report.pdf.with_suffix(".manifest.json")
        before = program.sha256(manifest)
        (self.folder / "out/small-2021.manifest.json.part").mkdir()
        self.report.replace("data/nb/prose.md", "Det er", "Det er nå")
        result = self.report.run()
        self.assertEqual(result.returncode, 3, result.stderr)
        self.assertIn("[build.cannot-write]", result.stderr)
        self.expect_untouched()
        self.assertEqual(program.sha256(manifest), before)
        self.assertEqual(len(list((self.folder / "out").iterdir())), 3)

    def test_parts_that_killed_builds_left(self):
        others = [self.folder / "out" / name for name in ("large-2021.pdf.part-0a1b2c3d", "small-2021.pdf.part", "notes.txt")]
        for path in (self.folder / "out/small-2021.pdf.part-0a1b2c3d", *others):
            path.write_bytes(b"left")
        self.succeed(self.report.run())
        self.assertFalse((self.folder / "out/small-2021.pdf.part-0a1b2c3d").exists())
        for path in others:
            self.assertEqual(path.read_bytes(), b"left", path)

    def test_preview_on_a_disk_that_fills(self):
        self.succeed(self.report.run("preview", "--page", "1", "--out", "page.png"))
        before = program.sha256(self.folder / "page.png")
        names = sorted(path.name for path in self.folder.iterdir())
        result = self.report.run("preview", "--page", "1", "--dpi", "200", "--out", "page.png", preexec_fn=files_up_to(1000), restore_signals=False)
        self.assertEqual(result.returncode, 3, result.stderr)
        self.assertEqual(program.sha256(self.folder / "page.png"), before)
        self.assertEqual(sorted(path.name for path in self.folder.iterdir()), names)

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

    def test_kill_at_any_moment(self):
        self.report.write("data/farms.csv", "name,area\n" + "".join(f"Gård {number},{number}\n" for number in range(900)))
        began = time.monotonic()
        self.succeed(self.report.run("build", "--out", "other"))
        whole = time.monotonic() - began
        fresh = program.sha256(self.folder / "other/small-2021.pdf")
        command = [str(program.PROGRAM), "build", "report.toml", "--out", "out"]
        moments = random.Random(1)
        for _ in range(12):
            with subprocess.Popen(command, cwd=self.folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as running:
                time.sleep(moments.uniform(0, whole))
                running.kill()
            self.assertIn(program.sha256(self.report.pdf), (self.before, fresh))
        self.succeed(self.report.run())
        self.assertEqual(program.sha256(self.report.pdf), fresh)
        self.assertEqual(len(os.listdir(self.folder / "out")), 2)


if __name__ == "__main__":
    unittest.main()
