#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""`tilstand archive list|show|register|print`: what is recorded of editions, and that no failure changes it."""
import json
import pathlib
import resource
import signal
import subprocess
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import program  # noqa: E402
import seals  # noqa: E402

RUN = ("--run", "1", "--printer", "Trykkeri", "--paper", "100 g", "--binding", "saddle", "--date", "2022-01-20")


def files_up_to(size):
    """A write past this size fails as on a full disk."""
    def limit():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
    return limit


class Register(program.InFolder):
    def setUp(self):
        super().setUp()
        self.report = program.SmallReport(self.folder)
        self.succeed(self.report.run("build", "--edition", "archive"))
        self.pdf = self.report.pdf

    def archive(self, *arguments, **how):
        return program.run("archive", *arguments, cwd=self.folder, **how)

    def record(self, *arguments, **how):
        return self.archive("register", *arguments, **how)

    def listed(self):
        return json.loads(self.succeed(self.archive("list", "--format", "json")).stdout)["editions"]

    def refused(self, result, code, exit_code=1):
        self.assertEqual(result.returncode, exit_code, result.stderr)
        self.assertIn(f"[{code}]", result.stderr)

    def test_an_edition_and_its_printed_runs(self):
        self.succeed(self.record(self.pdf, "--year", "2021", env={"SOURCE_DATE_EPOCH": "1640952000"}))
        again = self.succeed(self.record(self.pdf, "--year", "2021"))
        self.assertIn("was recorded before", again.stdout)
        self.succeed(self.archive("print", self.pdf, *RUN, "--copies", "300"))
        self.succeed(self.archive("print", self.pdf, *RUN, "--copies", "300", "--deposit", "Nasjonalbiblioteket"))
        edition, = self.listed()
        self.assertEqual(edition["sha256"], program.sha256(self.pdf))
        self.assertEqual((edition["report"], edition["year"], edition["edition"]), ("small", 2021, "archive"))
        self.assertEqual(edition["recorded"], "2021-12-31T12:00:00Z")
        self.assertEqual(edition["manifest-sha256"], program.sha256(self.pdf.with_suffix(".manifest.json")))
        self.assertIn("report.toml", " ".join(one["file"] for one in edition["inputs"]))
        run, = edition["printed"]
        self.assertEqual((run["copies"], run["deposit"]), (300, "Nasjonalbiblioteket"))
        shown = self.succeed(self.archive("show", edition["sha256"][:8])).stdout
        self.assertIn("Nasjonalbiblioteket", shown)
        self.assertIn("300", self.succeed(self.archive("list")).stdout)

    def test_digests_of_inputs_can_be_made_by_hand(self):
        self.succeed(self.record(self.pdf))
        edition, = self.listed()
        lines = "".join(f"{one['sha256']}  {one['file']}\n" for one in edition["inputs"] if one["file"].startswith("data/"))
        sums = subprocess.run(["sha256sum"], input=lines, capture_output=True, text=True, check=True).stdout
        self.assertEqual(edition["data-sha256"], sums.split()[0])
        self.report.replace("data/values.csv", "1575", "1576")
        self.succeed(self.report.run("build", "--edition", "archive"))
        self.succeed(self.record(self.pdf))
        first, second = self.listed()
        self.assertEqual(first["definition-sha256"], second["definition-sha256"])
        self.assertNotEqual(first["data-sha256"], second["data-sha256"])

    def test_a_sealed_edition_names_what_it_was(self):
        self.report.write("key.pem", seals.openssl("req", "-x509", "-newkey", "rsa:3072", "-nodes", "-subj", "/CN=Segl", "-keyout", "-", "-addext", "keyUsage=digitalSignature"))
        self.succeed(program.run("seal", self.pdf, "--key", "key.pem", "--out", "sealed.pdf", cwd=self.folder))
        manifest = self.pdf.with_suffix(".manifest.json")
        self.refused(self.record("sealed.pdf"), "manifest.missing-file")
        self.succeed(self.record("sealed.pdf", "--manifest", manifest))
        edition, = self.listed()
        self.assertEqual(edition["built-sha256"], program.sha256(self.pdf))
        self.assertEqual(edition["sha256"], program.sha256(self.folder / "sealed.pdf"))
        self.assertEqual(edition["edition"], "archive")
        (self.folder / "other.pdf").write_bytes(self.pdf.read_bytes() + b"\n")
        self.refused(self.record("other.pdf", "--manifest", manifest), "cli.other-file")

    def test_what_is_wrong_is_not_recorded(self):
        self.succeed(self.record(self.pdf))
        self.refused(self.record("none.pdf"), "manifest.missing-file")
        self.assertEqual(self.listed()[0]["year"], 2022, "the folder is called data, so the date tells")
        self.refused(self.record(self.pdf, "--year", "1999"), "registry.conflict")
        self.refused(self.archive("print", "0" * 64, *RUN, "--copies", "1"), "registry.unknown-edition")
        self.assertEqual(self.archive("print", self.pdf, *RUN, "--copies", "0").returncode, 2)
        self.assertEqual(self.archive("print", self.pdf, *RUN, "--copies", "1", "--date", "20.01.2022").returncode, 2)
        self.refused(self.archive("list", "--register", "none"), "registry.missing-file")
        self.refused(self.archive("list", "--register", "report.toml"), "registry.not-a-register")
        self.refused(self.record(self.pdf, "--register", "none/r.sqlite"), "registry.cannot-open", 3)
        edition, = self.listed()
        self.assertEqual(edition["printed"], [])

    def test_several_are_recorded_together_or_none(self):
        self.refused(self.record(self.pdf, "none.pdf"), "manifest.missing-file")
        self.assertFalse((self.folder / "register.sqlite").exists())

    def test_a_disk_that_fills(self):
        self.succeed(self.record(self.pdf))
        before = self.listed()
        self.report.replace("data/values.csv", "1575", "1576")
        self.succeed(self.report.run("build", "--edition", "archive"))
        for size in (0, 100, 5000, 9000):
            with self.subTest(size):
                result = self.record(self.pdf, preexec_fn=files_up_to(size), restore_signals=False)
                self.refused(result, "registry.cannot-write", 3)
                self.assertEqual(self.listed(), before)
        self.succeed(self.record(self.pdf))
        self.assertEqual(len(self.listed()), 2)

    def test_a_new_register_on_a_full_disk(self):
        for size in (0, 3000, 30000):
            result = self.record(self.pdf, preexec_fn=files_up_to(size), restore_signals=False)
            self.refused(result, "registry.cannot-write", 3)
        self.succeed(self.record(self.pdf))
        self.assertEqual(len(self.listed()), 1)

    def test_a_damaged_register(self):
        self.succeed(self.record(self.pdf))
        path = self.folder / "register.sqlite"
        content = path.read_bytes()
        path.write_bytes(content[:5000] + b"\xff" * 4000 + content[9000:])
        self.refused(self.archive("list"), "registry.damaged")

    def test_many_at_once(self):
        command = [str(program.PROGRAM), "archive", "register", str(self.pdf)]
        running = [subprocess.Popen(command, cwd=self.folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) for _ in range(8)]
        said = [one.communicate() for one in running]
        self.assertEqual([one.returncode for one in running], [0] * 8, said)
        self.assertEqual(sum(": recorded" in out for out, _ in said), 1)
        self.assertEqual(len(self.listed()), 1)


if __name__ == "__main__":
    unittest.main()
