#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""`tilstand distribute`: each recipient gets its parcel once, whatever ends a run, and no name or address is told."""
import json
import pathlib
import resource
import signal
import subprocess
import sys
import time
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import program  # noqa: E402

SECRETS = ("Hemmelig navn", "hemmelig@example.org", "Kari")
RECIPIENTS = "format = 1\n" + "".join(f"""
[[recipient]]
id = "r{number}"
name = "Hemmelig navn {number}"
channel = "folder"
language = "nb"
edition = "archive"
letter = "letter.txt"
""" for number in range(1, 6))
LETTER = "{{ report.title }}\n\nTil {{ recipient.name }}, eksemplar {{ copy.number }}\n{{ files }}\n"
BY_MAIL = '\n[[recipient]]\nid = "m"\nname = "Kari"\nchannel = "smtp"\naddress = "hemmelig@example.org"\nlanguage = "nb"\nedition = "archive"\n'


def files_up_to(size):
    def limit():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
    return limit


class Distribute(program.InFolder):
    def setUp(self):
        super().setUp()
        self.report = program.SmallReport(self.folder)
        self.succeed(self.report.run("build", "--edition", "archive"))
        self.pdf = self.report.pdf
        self.report.write("recipients.toml", RECIPIENTS)
        self.report.write("letter.txt", LETTER)
        self.report.write("channels.toml", 'format = 1\n[folder]\npath = "post"\n')

    def command(self, *options, pdf=None):
        return ["distribute", "recipients.toml", "--edition-file", str(pdf or self.pdf), "--channels", "channels.toml", "--wait", "0", *options]

    def distribute(self, *options, pdf=None, **how):
        result = program.run(*self.command(*options, pdf=pdf), cwd=self.folder, **how)
        for secret in SECRETS:
            self.assertNotIn(secret, result.stdout + result.stderr)
        return result

    def told(self, *options, code=0, **how):
        result = self.distribute("--format", "json", *options, **how)
        self.assertEqual(result.returncode, code, result.stderr)
        return json.loads(result.stdout)

    def refused(self, result, code, exit_code=1):
        self.assertEqual(result.returncode, exit_code, result.stderr)
        self.assertIn(f"[{code}]", result.stderr)

    def parcels(self):
        post = self.folder / "post"
        return sorted(path for path in post.iterdir() if not path.name.startswith(".")) if post.exists() else []

    def expect_one_each(self):
        told = self.told("--status")
        self.assertEqual(told["awaits"], 5)
        self.assertEqual(len({one["id"] for one in told["parcels"]}), 5)
        self.assertEqual(len(self.parcels()), 5)
        for parcel in self.parcels():
            subprocess.run(["sha256sum", "-c", "--quiet", "SHA256SUMS"], cwd=parcel, check=True)

    def test_a_dry_run_tells_all_and_does_nothing(self):
        before = sorted(path.name for path in self.folder.iterdir())
        told = self.told("--dry-run")
        self.assertEqual([one["copy"] for one in told["parcels"]], [1, 2, 3, 4, 5])
        self.assertEqual(told["parcels"][0]["files"][0]["sha256"], program.sha256(self.pdf))
        self.assertEqual(sorted(path.name for path in self.folder.iterdir()), before)
        sent = self.told()
        self.assertEqual([one["id"] for one in sent["parcels"]], [one["id"] for one in told["parcels"]])

    def test_sent_once(self):
        self.assertEqual(self.told()["awaits"], 5)
        self.expect_one_each()
        self.assertIn("Til Hemmelig navn 3, eksemplar 3", (self.parcels()[2] / "letter.txt").read_text())
        times = [path.stat().st_mtime_ns for path in self.parcels()]
        self.assertEqual([one["attempts"] for one in self.told()["parcels"]], [1] * 5)
        self.assertEqual([path.stat().st_mtime_ns for path in self.parcels()], times)
        shown = program.run("archive", "show", program.sha256(self.pdf)[:8], "--format", "json", cwd=self.folder)
        delivery = json.loads(shown.stdout)["deliveries"][0]
        self.assertEqual((delivery["recipient"], delivery["state"]), ("r1", "sent"))
        self.assertEqual(delivery["files"][0]["sha256"], program.sha256(self.pdf))
        self.assertEqual([one["state"] for one in delivery["events"]], ["intended", "begun", "sent"])
        self.assertNotIn("Hemmelig", shown.stdout)

    def test_own_files_for_each(self):
        for number in range(1, 5):
            self.report.write(f"own/r{number}.pdf", self.pdf.read_bytes() + b"%" + str(number).encode())
        self.report.write("own/r5/report.pdf", self.pdf.read_bytes())
        self.report.write("own/r5/more.txt", "more")
        told = self.told("--files", "own", "--dry-run")
        self.assertEqual([file["name"] for file in told["parcels"][4]["files"]], ["more.txt", "report.pdf"])
        self.assertEqual(len({one["files"][0]["sha256"] for one in told["parcels"]}), 5)
        self.told("--files", "own")
        (self.folder / "own/r2.pdf").unlink()
        self.refused(self.distribute("--files", "own", "--issue", "2"), "deliver.no-file")

    def test_other_bytes_need_another_issue(self):
        first = self.told()
        self.report.replace("data/nb/prose.md", "Det er", "Det er nå")
        self.succeed(self.report.run("build", "--edition", "archive"))
        self.refused(self.distribute(), "deliver.other-files")
        second = self.told("--issue", "2")
        self.assertFalse({one["id"] for one in first["parcels"]} & {one["id"] for one in second["parcels"]})
        self.assertEqual(len(self.parcels()), 10)

    def test_what_is_missing_stops_before_anything_is_sent(self):
        self.report.write("recipients.toml", RECIPIENTS + BY_MAIL)
        self.refused(self.distribute(), "deliver.no-channel")
        self.report.write("recipients.toml", RECIPIENTS.replace('edition = "archive"', 'edition = "archive-nn"', 1))
        self.refused(self.distribute(), "deliver.no-file")
        self.report.write("recipients.toml", RECIPIENTS.replace("Hemmelig navn 2", "Hemmelig navn 2 "))
        self.refused(self.distribute(), "recipients.bad-name")
        self.report.write("recipients.toml", RECIPIENTS)
        self.refused(self.distribute(pdf="none.pdf"), "manifest.missing-file")
        self.report.write("letter.txt", "{{ recipient.nme }}\n\nx\n")
        self.refused(self.distribute(), "recipients.unknown-binding")
        self.assertEqual(self.parcels(), [])
        for options in (["--dry-run", "--status"], ["--bounce", "x"], ["--attempts", "0"]):
            self.assertEqual(self.distribute(*options).returncode, 2, options)
        self.assertEqual(program.run("distribute", "recipients.toml", cwd=self.folder).returncode, 2)

    def test_a_folder_that_cannot_be_written(self):
        self.report.write("post", "no folder")
        told = self.distribute("--attempts", "2", "--format", "json")
        self.refused(told, "deliver.failed", 3)
        self.assertEqual([one["attempts"] for one in json.loads(told.stdout)["parcels"]], [2] * 5)
        (self.folder / "post").unlink()
        self.told()
        self.expect_one_each()

    def test_what_came_back(self):
        one = self.told()["parcels"][0]["id"]
        bounce = ("distribute", "--bounce", one, "--reason", "gone: hemmelig@example.org")
        self.succeed(program.run(*bounce, cwd=self.folder))
        told = self.told(code=1)
        self.assertEqual((told["failed"], told["parcels"][0]["state"]), (1, "bounced"))
        self.assertNotIn("hemmelig", json.dumps(told))
        self.assertEqual(self.told("--retry-refused")["awaits"], 5)
        self.refused(program.run("distribute", "--bounce", "x", "--reason", "y", cwd=self.folder), "registry.unknown-delivery")
        self.refused(program.run(*bounce, "--register", "none", cwd=self.folder), "registry.missing-file")

    def test_status_makes_no_register(self):
        self.refused(self.distribute("--status"), "registry.missing-file")
        self.assertFalse((self.folder / "register.sqlite").exists())

    def test_killed_at_any_moment_and_run_again(self):
        code = -1
        for run in range(200):
            running = subprocess.Popen([str(program.PROGRAM), *self.command()], cwd=self.folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            time.sleep(0.004 + 0.002 * run)
            running.kill()
            code = running.wait()
            if code == 0:
                break
        self.assertEqual(code, 0)
        self.assertGreater(run, 1)
        self.expect_one_each()

    def test_several_at_once(self):
        running = [subprocess.Popen([str(program.PROGRAM), *self.command()], cwd=self.folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) for _ in range(5)]
        said = [one.communicate()[1] for one in running]
        for one, words in zip(running, said):
            self.assertIn(one.returncode, (0, 3), words)
            self.assertTrue(one.returncode == 0 or "[deliver.busy]" in words, words)
        self.assertIn(0, [one.returncode for one in running])
        self.expect_one_each()
        self.assertEqual([one["attempts"] for one in self.told("--status")["parcels"]], [1] * 5)

    def test_a_disk_that_fills(self):
        self.succeed(program.run("archive", "register", self.pdf, cwd=self.folder))
        for size in (0, 2000, 20000, 60000):
            result = self.distribute(preexec_fn=files_up_to(size), restore_signals=False)
            self.assertEqual(result.returncode, 3, result.stderr)
        self.told()
        self.expect_one_each()


if __name__ == "__main__":
    unittest.main()
