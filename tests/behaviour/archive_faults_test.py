#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Packages that were tampered with, inputs that can't be packed, disks that fill: each is named, and nothing half-made is left."""
import io
import json
import os
import pathlib
import resource
import shutil
import signal
import stat
import subprocess
import sys
import tarfile
import time
import unittest
import zipfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import packages  # noqa: E402
import program  # noqa: E402

CELL = "representations/rep3/data/data/2021/values.csv"


def files_up_to(size):
    """A write past this size fails as on a full disk (the signal is ignored, so write returns an error)."""
    def limit():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
    return limit


class Tampered(packages.WithReport):
    def verify(self, package):
        result = program.run("archive", "verify", package, "--format", "json")
        return result, json.loads(result.stdout) if result.stdout else None

    def expect(self, package, *faults):
        """Exactly these faults, each a code and a part of its message."""
        result, found = self.verify(package)
        self.assertEqual(result.returncode, 1, result.stderr)
        self.assertFalse(found["sound"])
        told = [(one["code"], one["message"]) for one in found["faults"]]
        self.assertEqual(len(told), len(faults), told)
        for code, part in faults:
            self.assertTrue(any(one == code and part in message for one, message in told), (code, part, told))
            self.assertIn(f"[{code}]", result.stderr)

    def test_sound_packages(self):
        for package in (self.sip, self.zip, self.bag):
            result, found = self.verify(package)
            self.assertEqual(result.returncode, 0, result.stderr)
            self.assertTrue(found["sound"])
            self.assertEqual([(one["flavour"], one["passes"]) for one in found["verdicts"]], [("2a", True), ("ua1", True)])
            self.assertEqual((found["seal"]["state"], found["rebuilt"], found["zip"]), ("none", "same", package == self.zip))
        table = self.succeed(program.run("archive", "verify", self.bag)).stdout
        self.assertIn("all as they were packed", table)

    def test_changed_cell(self):
        copy = self.copy(self.sip)
        packages.replace(copy / CELL, "trust,2021,47", "trust,2021,48")
        self.expect(copy, ("archive.wrong-checksum", CELL), ("archive.disagree", '"values.csv" as the edition was built'), ("archive.disagree", '"values.csv" as the edition was built'))

    def test_changed_cell_in_a_bag_that_was_listed_again(self):
        copy = self.copy(self.bag)
        before = program.sha256(copy / "data" / CELL)
        packages.replace(copy / "data" / CELL, "trust,2021,47", "trust,2021,48")
        packages.replace(copy / "manifest-sha256.txt", before, program.sha256(copy / "data" / CELL))
        result, found = self.verify(copy)
        self.assertEqual(result.returncode, 1)
        codes = {one["code"] for one in found["faults"]}
        self.assertEqual(codes, {"archive.wrong-checksum", "archive.disagree"})
        self.assertTrue(any("give different checksums" in one["message"] for one in found["faults"]), found["faults"])
        self.assertTrue(any("manifest-sha256.txt" in one["message"] and "tagmanifest" in one["message"] for one in found["faults"]), found["faults"])

    def test_changed_byte_of_the_pdf(self):
        copy = self.copy(self.sip)
        pdf = f"representations/rep1/data/{self.pdf.name}"
        packages.change_byte(copy / pdf, 5000)
        self.expect(copy, ("archive.wrong-checksum", pdf), ("archive.disagree", "bytes are not those that were built"))

    def test_file_that_is_gone_and_one_too_many(self):
        copy = self.copy(self.sip)
        (copy / "documentation/README.txt").unlink()
        (copy / "documentation/more.txt").write_text("more", encoding="utf-8")
        self.expect(copy, ("archive.missing-file", "documentation/README.txt"), ("archive.extra-file", "documentation/more.txt"))

    def test_files_of_a_bag_that_are_gone_and_too_many(self):
        copy = self.copy(self.bag)
        (copy / "data/documentation/README.txt").unlink()
        (copy / "data/more.txt").write_text("more", encoding="utf-8")
        (copy / "tag.txt").write_text("more", encoding="utf-8")
        result, found = self.verify(copy)
        self.assertEqual(result.returncode, 1)
        told = {(one["code"], one["message"].split('"')[1]) for one in found["faults"]}
        self.assertLessEqual({("archive.missing-file", "data/documentation/README.txt"), ("archive.extra-file", "data/more.txt"), ("archive.extra-file", "tag.txt")}, told)

    def test_wrong_checksum_in_mets(self):
        copy = self.copy(self.sip)
        packages.replace(copy / "METS.xml", program.sha256(copy / "metadata/descriptive/dc.xml"), "0" * 64)
        self.expect(copy, ("archive.wrong-checksum", "dc.xml"))

    def test_damaged_lists(self):
        for name, content in (("METS.xml", b"<mets"), ("METS.xml", b'<!DOCTYPE a [<!ENTITY b "c">]><a/>'), ("METS.xml", b"")):
            copy = self.copy(self.sip)
            (copy / name).write_bytes(content)
            self.expect(copy, ("archive.damaged", "METS.xml"))
            shutil.rmtree(copy)
        copy = self.copy(self.bag)
        with open(copy / "manifest-sha256.txt", "a", encoding="utf-8") as manifest:
            manifest.write("nonsense\n")
        result, found = self.verify(copy)
        self.assertEqual(result.returncode, 1)
        self.assertIn("archive.damaged", {one["code"] for one in found["faults"]})

    def test_verdict_that_was_changed(self):
        copy = self.copy(self.sip)
        report = "metadata/other/conformance/1-verapdf.txt"
        packages.replace(copy / report, "PASS ua1", "FAIL ua1")
        packages.relist(copy, report)
        self.expect(copy, ("archive.disagree", "does not say"))

    def test_record_that_was_changed(self):
        copy = self.copy(self.sip)
        record = "metadata/other/edition.json"
        packages.replace(copy / record, self.record()["id"], "another")
        packages.relist(copy, record)
        self.expect(copy, ("archive.disagree", "another"))
        packages.replace(copy / record, '"format": 1', '"format": 9')
        packages.relist(copy, record)
        self.expect(copy, ("archive.bad-record", "edition.json"))

    def test_record_that_leads_out(self):
        copy = self.copy(self.sip)
        record = "metadata/other/edition.json"
        packages.replace(copy / record, '"representations/rep1/data/', '"../../etc/')
        packages.relist(copy, record)
        for command in ("verify", "rebuild"):
            result = program.run("archive", command, copy)
            self.assertEqual(result.returncode, 1, result.stderr)
            self.assertIn("[archive.unsafe-name]", result.stderr)

    def test_links_and_other_things(self):
        copy = self.copy(self.sip)
        (copy / "documentation/link.txt").symlink_to("/etc/hostname")
        os.mkfifo(copy / "documentation/pipe")
        self.expect(copy, ("archive.unsafe-name", "link.txt"), ("archive.unsafe-name", "pipe"))

    def test_names_in_mets_and_bags_that_lead_out(self):
        copy = self.copy(self.sip)
        packages.replace(copy / "METS.xml", 'href="documentation/README.txt"', 'href="../../README.txt"')
        self.expect(copy, ("archive.unsafe-name", "../../README.txt"), ("archive.extra-file", "documentation/README.txt"))
        bag = self.copy(self.bag)
        packages.replace(bag / "manifest-sha256.txt", "  data/documentation/README.txt", "  /etc/hostname")
        result, found = self.verify(bag)
        self.assertEqual(result.returncode, 1)
        self.assertIn("archive.unsafe-name", {one["code"] for one in found["faults"]})

    def test_no_package(self):
        (self.folder / "empty").mkdir()
        for path in (self.folder / "empty", self.folder / "nothing"):
            for command in (("verify",), ("rebuild",), ("export", "--out", self.folder / "out")):
                result = program.run("archive", command[0], path, *command[1:])
                self.assertEqual(result.returncode, 1, result.stderr)
                self.assertIn("[archive.not-a-package]", result.stderr)


class BadZip(packages.WithReport):
    def setUp(self):
        super().setUp()
        self.temporary = self.folder / "tmp"
        self.temporary.mkdir()

    def verify(self, path, **how):
        result = program.run("archive", "verify", path, env={**os.environ, "TMPDIR": str(self.temporary)}, **how)
        self.assertEqual(list(self.temporary.iterdir()), [], "something was left")
        return result

    def expect(self, path, code, part):
        result = self.verify(path)
        self.assertEqual(result.returncode, 1, result.stderr)
        self.assertIn(f"[{code}]", result.stderr)
        self.assertIn(part, result.stderr)

    def with_entry(self, name, content=b"x", mode=0o100644):
        copy = self.copy(self.zip)
        with zipfile.ZipFile(copy, "a") as packed:
            entry = zipfile.ZipInfo(name)
            entry.create_system = 3
            entry.external_attr = mode << 16
            packed.writestr(entry, content)
        return copy

    def test_sound(self):
        self.succeed(self.verify(self.zip))

    def test_names_that_lead_out(self):
        for name in ("../escaped.txt", "top/../../escaped.txt", "/tmp/escaped-by-tilstand.txt", "..\\escaped.txt", "C:/escaped.txt"):
            with self.subTest(name):
                self.expect(self.with_entry(name), "archive.unsafe-name", "is not unpacked")
                self.assertEqual(list(self.folder.rglob("escaped*")), [])
        self.assertFalse(pathlib.Path("/tmp/escaped-by-tilstand.txt").exists())

    def test_links(self):
        self.expect(self.with_entry("top/link", b"/etc", stat.S_IFLNK | 0o777), "archive.unsafe-name", "link")

    def test_name_that_stands_twice(self):
        self.expect(self.with_entry(self.record()["id"] + "/METS.xml", b"<mets/>"), "archive.unsafe-name", "twice")

    def test_two_folders(self):
        self.expect(self.with_entry("other/x.txt"), "archive.not-a-package", "CSIPSTR1")

    def test_cut_off(self):
        content = self.zip.read_bytes()
        for size in (0, 100, len(content) // 2, len(content) - 30):
            with self.subTest(size):
                (self.folder / "cut.zip").write_bytes(content[:size])
                self.expect(self.folder / "cut.zip", "archive.damaged", "cut off")

    def test_changed_byte(self):
        copy = self.copy(self.zip)
        packages.change_byte(copy, copy.stat().st_size // 2)
        result = self.verify(copy)
        self.assertEqual(result.returncode, 1, result.stderr)
        self.assertRegex(result.stderr, r"\[archive\.(damaged|wrong-checksum)\]")

    def test_bomb(self):
        path = self.folder / "bomb.zip"
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
            with packed.open("top/METS.xml", "w") as entry:
                for _ in range(200):
                    entry.write(bytes(1 << 20))
        self.expect(path, "archive.too-large", "times its own size")

    def test_other_archives(self):
        path = self.folder / "package.zip"
        with tarfile.open(path, "w") as packed:
            packed.addfile(tarfile.TarInfo("top/METS.xml"), io.BytesIO())
        self.expect(path, "archive.damaged", "no whole ZIP file")

    def test_full_disk(self):
        result = self.verify(self.zip, preexec_fn=files_up_to(4000), restore_signals=False)
        self.assertEqual(result.returncode, 3, result.stderr)
        self.assertIn("[archive.cannot-write]", result.stderr)


class BadInput(packages.WithReport):
    """Nothing is left where a package should have been made."""

    def setUp(self):
        super().setUp()
        self.out = self.folder / "out"
        self.out.mkdir()

    def refuse(self, code, exit_code, *options, **how):
        result = self.add("--out", self.out / "sip", *options, **how)
        self.assertEqual(result.returncode, exit_code, result.stderr)
        self.assertIn(f"[{code}]", result.stderr)
        self.assertEqual(list(self.out.iterdir()), [])
        return result.stderr

    def project(self):
        for name in ("layouts", "fonts", "data"):
            shutil.copytree(program.ROOT / name, self.folder / "project" / name)
        return self.folder / "project"

    def test_source_that_has_changed(self):
        project = self.project()
        packages.replace(project / "data/2021/values.csv", "trust,2021,47", "trust,2021,48")
        self.assertIn("values.csv", self.refuse("archive.changed-input", 1, project=project))

    def test_source_that_is_gone(self):
        project = self.project()
        (project / "fonts/Inter-Regular.otf").unlink()
        self.assertIn("Inter-Regular.otf", self.refuse("archive.missing-input", 1, project=project))

    def test_other_edition(self):
        manifest = self.press.with_suffix(".manifest.json")
        self.refuse("archive.other-edition", 1, "--manifest", manifest)
        pdf = self.folder / "changed.pdf"
        shutil.copyfile(self.pdf, pdf)
        packages.change_byte(pdf, 5000)
        shutil.copyfile(self.pdf.with_suffix(".manifest.json"), self.folder / "changed.manifest.json")
        self.refuse("archive.other-edition", 1, pdf=pdf)

    def test_other_data_and_definition(self):
        result = program.run("archive", "add", "--definition", program.REPORT, "--data", program.MADE_UP_DATA, "--edition-file", self.pdf, "--out", self.out / "sip")
        self.assertEqual(result.returncode, 1, result.stderr)
        self.assertIn("[archive.other-edition]", result.stderr)
        result = program.run("archive", "add", "--definition", program.ROOT / "layouts/gallery.toml", "--data", program.REPORT_DATA, "--edition-file", self.pdf, "--out", self.out / "sip")
        self.assertEqual(result.returncode, 1, result.stderr)
        self.assertIn("[archive.other-edition]", result.stderr)
        self.assertEqual(list(self.out.iterdir()), [])

    def test_missing_files(self):
        for option in ("--source", "--conformance", "--sheets"):
            self.refuse("archive.missing-input", 1, option, self.folder / "nothing.pdf")
        self.refuse("archive.missing-input", 1, pdf=self.folder / "nothing.pdf")

    def test_verdicts(self):
        report = self.folder / "report.txt"
        report.write_text(f"FAIL 2a {self.pdf.name}\n", encoding="utf-8")
        self.refuse("archive.not-conforming", 1, conformance=report)
        for text in ("PASS 2a other.pdf\n", "no report", '{"report": {"jobs": []}}'):
            report.write_text(text, encoding="utf-8")
            self.refuse("archive.bad-report", 1, conformance=report)

    def test_no_verdict_is_a_warning(self):
        result = program.run("archive", "add", "--definition", program.REPORT, "--data", program.REPORT_DATA, "--edition-file", self.pdf, "--out", self.out / "sip")
        self.succeed(result)
        self.assertIn("[archive.no-verdict]", result.stderr)
        self.assertIn("none was packed", self.succeed(program.run("archive", "verify", self.out / "sip")).stdout)

    def test_print_run_with_a_person_in_it(self):
        run = self.folder / "run.toml"
        run.write_text('printer = "A"\nrecipient = "Kari"\n', encoding="utf-8")
        self.refuse("definition.unknown-key", 1, "--print-run", run)

    def test_recipients_are_never_packed(self):
        for name in ("recipients.toml", "Recipients-2021.csv"):
            path = self.folder / name
            path.write_text("x", encoding="utf-8")
            self.refuse("archive.recipients", 1, "--source", path)

    def test_place_that_is_taken(self):
        (self.out / "sip").mkdir()
        (self.out / "sip/notes.txt").write_text("mine", encoding="utf-8")
        result = self.add("--out", self.out / "sip")
        self.assertEqual(result.returncode, 1, result.stderr)
        self.assertIn("[archive.exists]", result.stderr)
        self.assertEqual(packages.tree(self.out).keys(), {"sip", "sip/notes.txt"})

    def test_folder_of_somebody_beside_the_place(self):
        (self.out / "sip.part").mkdir()
        (self.out / "sip.part/notes.txt").write_text("mine", encoding="utf-8")
        self.succeed(self.add("--out", self.out / "sip"))
        self.assertTrue((self.out / "sip.part/notes.txt").exists())

    def test_place_that_cannot_be_written(self):
        (self.folder / "file").write_text("x", encoding="utf-8")
        result = self.add("--out", self.folder / "file/sip")
        self.assertEqual(result.returncode, 3, result.stderr)
        self.assertIn("[archive.cannot-write]", result.stderr)

    def test_full_disk(self):
        for options in ((), ("--bag",), ("--zip",)):
            for size in (0, 1000, 100_000, 400_000):
                with self.subTest((options, size)):
                    result = self.add("--out", self.out / "sip", *options, preexec_fn=files_up_to(size), restore_signals=False)
                    self.assertEqual(result.returncode, 3, result.stderr)
                    self.assertRegex(result.stderr, r"\[(archive\.cannot-write|package\.write-failed)\]")
                    self.assertEqual(list(self.out.iterdir()), [])

    def test_full_disk_while_the_zip_is_written(self):
        largest = max(path.stat().st_size for path in self.sip.rglob("*"))
        self.assertGreater(self.zip.stat().st_size, largest + 1000, "the ZIP file is the largest file")
        self.refuse("archive.cannot-write", 3, "--zip", preexec_fn=files_up_to(largest + 1000), restore_signals=False)

    def test_kill_and_again(self):
        for wait in (0.02, 0.1, 0.2):
            command = [str(program.PROGRAM), "archive", "add", "--definition", program.REPORT, "--data", program.REPORT_DATA, "--edition-file", self.pdf, "--out", self.out / "sip"]
            with subprocess.Popen([str(word) for word in command], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as running:
                time.sleep(wait)
                running.kill()
            if (self.out / "sip").exists():
                self.succeed(program.run("archive", "verify", self.out / "sip"))
                shutil.rmtree(self.out / "sip")
        self.succeed(self.add("--out", self.out / "sip"))
        self.assertEqual([path.name for path in self.out.iterdir()], ["sip"])
        self.assertEqual(packages.tree(self.out / "sip"), packages.tree(self.sip))

    def test_two_at_once(self):
        options = ["archive", "add", "--definition", program.REPORT, "--data", program.REPORT_DATA, "--edition-file", self.pdf, "--out", self.out / "sip"]
        command = [str(word) for word in (program.PROGRAM, *options)]
        with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as one, subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as other:
            said = [(running.wait(), running.stderr.read().decode()) for running in (one, other)]
        self.assertIn(0, [code for code, _ in said], said)
        for code, text in said:
            if code != 0:
                self.assertEqual(code, 3, text)
                self.assertIn("[archive.busy]", text)
        self.succeed(program.run("archive", "verify", self.out / "sip"))
        self.assertEqual([path.name for path in self.out.iterdir()], ["sip"])


if __name__ == "__main__":
    unittest.main()
