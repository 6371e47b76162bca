#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Archive packages: judged by others' programs, made again with the same bytes, built again, and every planted change named."""
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import unittest
import zipfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import packages  # noqa: E402
import program  # noqa: E402
import seals  # noqa: E402

# Required by the text of the SIP specification, but not known to the rules: see CONFORMANCE.md.
SUBMITTER = {"CSIP CSIP12", "CSIP CSIP13", "CSIP CSIP15", "CSIP CSIP16", "SIP SIP14"}


class Judged(packages.WithReport):
    """The annual report's package, all forms, as other programs see it."""

    def findings(self, folder):
        run = subprocess.run([self.judges / "python", program.ROOT / "tests/support/eark_findings.py", folder], capture_output=True, text=True, check=False)
        self.assertEqual(run.returncode, 0, run.stderr)
        return {" ".join(line.split()[:2]) for line in run.stdout.splitlines()}

    def validate_bag(self, folder):
        return subprocess.run([self.judges / "bagit.py", "--validate", "--quiet", folder], capture_output=True, text=True, check=False).returncode

    def schema(self, name, *files):
        catalog = self.folder / "catalog.xml"
        xlink = (self.sip / "schemas/xlink.xsd").as_uri()
        catalog.write_text('<catalog xmlns="urn:oasis:names:tc:entity:xmlns:xml:catalog">'
                           f'<uri name="http://www.loc.gov/standards/xlink/xlink.xsd" uri="{xlink}"/>'
                           f'<system systemId="http://www.loc.gov/standards/xlink/xlink.xsd" uri="{xlink}"/></catalog>', encoding="utf-8")
        command = ["xmllint", "--nonet", "--noout", "--schema", self.sip / "schemas" / name, *files]
        return subprocess.run(command, capture_output=True, text=True, check=False, env={**os.environ, "XML_CATALOG_FILES": str(catalog)})

    def test_sip_is_valid(self):
        self.assertEqual(self.findings(self.sip), SUBMITTER)
        run = subprocess.run([self.judges / "eark-validator", self.zip], capture_output=True, text=True, check=False)
        self.assertIn("Well Formed", run.stdout)
        self.assertNotIn("Not Well Formed", run.stdout)
        self.assertIn('"schema_results":[]', run.stdout)

    def test_planted_faults_of_a_sip_are_found(self):
        copy = self.copy(self.sip)
        mets = copy / "METS.xml"
        good = mets.read_text(encoding="utf-8")
        for old, new, rule in ((r' OBJID="[^"]*"', "", "CSIP CSIP1"), (r'csip:OAISPACKAGETYPE="SIP"', "", "CSIP CSIP9"), (r' CREATED="[^"]*"', "", "CSIP CSIP42"),
                               (r"E-ARK-SIP\.xml", "other.xml", "SIP SIP2"), (r'USE="Schemas"', 'USE="Other"', "CSIP CSIP113"), (r'LABEL="CSIP"', 'LABEL="x"', "CSIP CSIP82")):
            with self.subTest(rule):
                bad = re.sub(old, new, good)
                self.assertNotEqual(bad, good)
                mets.write_text(bad, encoding="utf-8")
                self.assertIn(rule, self.findings(copy))
        mets.write_text(good.replace("<mets ", "<mets UNKNOWN='1' "), encoding="utf-8")
        self.assertIn("schema XML-1", self.findings(copy))
        mets.unlink()
        self.assertIn("structure CSIPSTR4", self.findings(copy))

    def test_bag_is_valid(self):
        self.assertEqual(self.validate_bag(self.bag), 0)
        self.assertEqual(self.findings(self.bag / "data"), SUBMITTER)
        copy = self.copy(self.bag)
        packages.change_byte(copy / "data/metadata/descriptive/dc.xml")
        self.assertNotEqual(self.validate_bag(copy), 0)

    def test_xml_follows_the_schemas_that_the_package_carries(self):
        self.assertEqual(subprocess.run(["xmllint", "--nonet", "--noout", *self.sip.rglob("*.xml")], check=False).returncode, 0)
        for name, pattern in (("mets.xsd", "METS.xml"), ("premis-v3-0.xsd", "premis.xml")):
            files = list(self.sip.rglob(pattern))
            self.assertEqual(len(files), 4)
            result = self.schema(name, *files)
            self.assertEqual(result.returncode, 0, result.stderr)
        broken = self.folder / "broken.xml"
        broken.write_text((self.sip / "metadata/preservation/premis.xml").read_text(encoding="utf-8").replace("eventType", "eventKind"), encoding="utf-8")
        self.assertNotEqual(self.schema("premis-v3-0.xsd", broken).returncode, 0)

    def test_zip_holds_one_folder_named_as_the_package(self):
        with zipfile.ZipFile(self.zip) as packed:
            self.assertEqual({name.split("/")[0] for name in packed.namelist()}, {self.record()["id"]})
            self.assertEqual({entry.date_time for entry in packed.infolist()}, {(1980, 1, 1, 0, 0, 0)})
            self.assertEqual({entry.external_attr >> 16 for entry in packed.infolist()}, {0o100644})

    def test_what_lies_where(self):
        names = {path.relative_to(self.sip).as_posix() for path in self.sip.rglob("*") if path.is_file()}
        stem = "rikets-digitale-tilstand-2021"
        for name in ("METS.xml", f"representations/rep1/data/{stem}.pdf", f"representations/rep1/data/{stem}.manifest.json", f"representations/rep2/data/{stem}-press.pdf",
                     "representations/rep2/data/sheets.pdf", "representations/rep3/data/layouts/rikets-tilstand.toml", "representations/rep3/data/layouts/theme.toml",
                     "representations/rep3/data/layouts/editions/archive.toml", "representations/rep3/data/layouts/colour/coated-fogra39.icc",
                     "representations/rep3/data/layouts/lang/nb/LICENSE-hyphenation.txt", "representations/rep3/data/data/2021/values.csv",
                     "representations/rep3/data/data/2021/nb/goal-1.md", "representations/rep3/data/fonts/Inter-OFL.txt", "representations/rep3/data/fonts/SHA256SUMS",
                     "documentation/README.txt", "documentation/program/program.tar.gz", "metadata/other/print-run.toml", "metadata/other/conformance/1-verapdf.txt"):
            self.assertIn(name, names)
        readme = (self.sip / "documentation/README.txt").read_text(encoding="utf-8")
        self.assertIn("cairo ", readme)
        self.assertIn("tilstand archive rebuild", readme)
        everything = b"".join(path.read_bytes() for path in self.sip.rglob("*") if path.suffix in (".xml", ".json", ".txt", ".toml"))
        self.assertNotIn(str(program.ROOT).encode(), everything)
        self.assertNotIn(str(self.shared).encode(), everything)


class Reproduced(packages.WithReport):
    def test_same_bytes_from_elsewhere(self):
        project = self.folder / "elsewhere"
        for name in ("layouts", "fonts", "data"):
            shutil.copytree(program.ROOT / name, project / name)
        environment = {**os.environ, "TZ": "Pacific/Auckland", "LC_ALL": "tr_TR.UTF-8"}
        for options, before in (((), self.sip), (("--zip",), self.zip), (("--bag",), self.bag)):
            made = self.folder / before.name
            self.succeed(self.add("--out", made, *options, project=project, env=environment, cwd=self.folder, preexec_fn=lambda: os.umask(0o077)))
            self.assertEqual(packages.tree(made), packages.tree(before))

    def test_again_at_the_same_place(self):
        before = packages.tree(self.sip)
        result = self.succeed(self.add("--out", self.sip))
        self.assertIn("was there already", result.stdout)
        self.assertEqual(packages.tree(self.sip), before)

    def test_date_of_packing(self):
        result = self.add("--out", self.folder / "sip", env={**os.environ, "SOURCE_DATE_EPOCH": "1700000000"})
        self.succeed(result)
        self.assertIn('CREATEDATE="2023-11-14T22:13:20Z"', (self.folder / "sip/METS.xml").read_text(encoding="utf-8"))
        self.succeed(program.run("archive", "rebuild", self.folder / "sip"))

    def test_data_that_lie_elsewhere(self):
        shutil.copytree(program.REPORT_DATA, self.folder / "deep/er/2021")
        out = self.folder / "built"
        self.succeed(program.run("build", program.REPORT, "--data", self.folder / "deep/er/2021", "--out", out))
        pdf = next(out.glob("*.pdf"))
        self.succeed(program.run("archive", "add", "--definition", program.REPORT, "--data", self.folder / "deep/er/2021", "--edition-file", pdf, "--out", self.folder / "sip"))
        self.assertTrue((self.folder / "sip/representations/rep3/data/data/2021/values.csv").is_file())
        self.succeed(program.run("archive", "rebuild", self.folder / "sip"))


class Rebuilt(packages.WithReport):
    def rebuild(self, package):
        result = program.run("archive", "rebuild", package, "--format", "json")
        self.assertEqual(result.returncode, 1, result.stderr)
        self.assertIn("[archive.different]", result.stderr)
        return [reason for edition in json.loads(result.stdout)["editions"] for reason in edition["reasons"]]

    def test_every_form_gives_the_same_bytes(self):
        for package in (self.sip, self.zip, self.bag):
            result = self.succeed(program.run("archive", "rebuild", package, "--work", self.folder / package.name))
            self.assertEqual(result.stdout.count("the same "), 2, result.stdout)
        built = self.folder / self.sip.name / self.pdf.name
        self.assertEqual(program.sha256(built), program.sha256(self.pdf))

    def test_changed_cell(self):
        copy = self.copy(self.sip)
        packages.replace(copy / "representations/rep3/data/data/2021/values.csv", "trust,2021,47", "trust,2021,48")
        reasons = self.rebuild(copy)
        self.assertEqual(reasons[0]["kind"], "input")
        self.assertIn("values.csv", reasons[0]["text"])
        self.assertTrue(any(one["kind"] == "page" and "48" in one["text"] for one in reasons), reasons)

    def test_changed_byte_of_the_edition(self):
        copy = self.copy(self.sip)
        packages.change_byte(copy / "representations/rep1/data" / self.pdf.name)
        reasons = self.rebuild(copy)
        self.assertEqual(reasons[0]["kind"], "file")
        self.assertIn("has been changed", reasons[0]["text"])

    def test_version_is_named_first(self):
        copy = self.copy(self.sip)
        manifest = copy / "representations/rep1/data" / (self.pdf.stem + ".manifest.json")
        packages.replace(manifest, json.loads(manifest.read_text(encoding="utf-8"))["program"], "tilstand 0.0.1")
        packages.replace(manifest, '"cairo ', '"cairo 0.')
        packages.replace(copy / "representations/rep3/data/data/2021/values.csv", "trust,2021,47", "trust,2021,48")
        self.assertEqual([one["kind"] for one in self.rebuild(copy)][:4], ["program", "libraries", "input", "page"])

    def test_sources_that_lead_out_of_the_package(self):
        copy = self.copy(self.sip)
        definition = copy / "representations/rep3/data/layouts/rikets-tilstand.toml"
        packages.replace(definition, 'theme = "theme.toml"', f'theme = "{program.ROOT}/layouts/theme.toml"')
        result = program.run("archive", "rebuild", copy)
        self.assertEqual(result.returncode, 1, result.stderr)
        self.assertIn("[archive.outside]", result.stderr)

    def test_sources_that_do_not_build(self):
        copy = self.copy(self.sip)
        (copy / "representations/rep3/data/layouts/theme.toml").unlink()
        result = program.run("archive", "rebuild", copy)
        self.assertEqual(result.returncode, 1, result.stderr)
        self.assertIn("theme.toml", result.stderr)


class Exported(packages.WithReport):
    def test_deposit(self):
        out = self.folder / "deposit"
        for _ in range(2):
            self.succeed(program.run("archive", "export", self.zip, "--out", out))
        self.assertEqual(sorted(path.name for path in out.iterdir()), ["SHA256SUMS", "metadata.txt", "metadata.xml", self.pdf.name])
        self.assertEqual(program.sha256(out / self.pdf.name), program.sha256(self.pdf))
        subprocess.run(["sha256sum", "--check", "--strict", "--quiet", "SHA256SUMS"], cwd=out, check=True)
        self.assertIn("<dc:title>Rikets digitale tilstand 2021</dc:title>", (out / "metadata.xml").read_text(encoding="utf-8"))
        self.assertIn("veraPDF 2a: pass", program.one_line((out / "metadata.txt").read_text(encoding="utf-8")))

    def test_nothing_of_a_faulty_package(self):
        copy = self.copy(self.sip)
        packages.change_byte(copy / "metadata/descriptive/dc.xml")
        result = program.run("archive", "export", copy, "--out", self.folder / "deposit")
        self.assertEqual(result.returncode, 1, result.stderr)
        self.assertIn("[archive.wrong-checksum]", result.stderr)
        self.assertFalse((self.folder / "deposit").exists())

    def test_place_that_holds_something_else(self):
        (self.folder / "deposit").mkdir()
        (self.folder / "deposit/notes.txt").write_text("mine", encoding="utf-8")
        result = program.run("archive", "export", self.sip, "--out", self.folder / "deposit")
        self.assertEqual(result.returncode, 1, result.stderr)
        self.assertIn("[archive.exists]", result.stderr)
        self.assertEqual(len(list((self.folder / "deposit").iterdir())), 1)


class Sealed(packages.WithReport):
    """The edition as it was sealed: the seal appends, and what was built stands before it."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        (cls.shared / "pki").mkdir()
        certificates = seals.Certificates(cls.shared / "pki", "http://localhost:9")  # nobody is asked: the seal is bare
        cls.root = certificates.at("root.pem")
        cls.sealed = cls.shared / "sealed" / cls.pdf.name
        cls.sealed.parent.mkdir()
        made = program.run("seal", cls.pdf, "--key", certificates.p12, "--out", cls.sealed, "--passphrase-env", "SEAL_PASSPHRASE",
                           env={**os.environ, "SEAL_PASSPHRASE": seals.PASSPHRASE})
        assert made.returncode == 0, made.stderr
        cls.package = cls.shared / "sealed-sip"
        made = cls.add("--out", cls.package, "--manifest", cls.pdf.with_suffix(".manifest.json"), pdf=cls.sealed)
        assert made.returncode == 0, made.stderr

    def verify(self, package, *options):
        result = program.run("archive", "verify", package, "--format", "json", *options)
        return result, json.loads(result.stdout)

    def test_it_is_built_again(self):
        packed = self.package / "representations/rep1/data" / self.pdf.name
        self.assertEqual(program.sha256(packed), program.sha256(self.sealed))
        self.assertGreater(packed.stat().st_size, self.pdf.stat().st_size)
        premis = (self.package / "metadata/preservation/premis.xml").read_text(encoding="utf-8")
        sealed, = re.findall(r"<premis:eventType>digital signature generation</premis:eventType>\s*<premis:eventDateTime>(.*?)<", premis)
        self.assertIn(f'CREATEDATE="{sealed}"', (self.package / "METS.xml").read_text(encoding="utf-8"))
        self.assertIn("<premis:eventType>digital signature generation</premis:eventType>", premis)
        result = self.succeed(program.run("archive", "rebuild", self.package))
        self.assertIn(f"the same {self.pdf.stat().st_size} bytes", result.stdout)

    def test_its_seal_is_judged(self):
        result, found = self.verify(self.package, "--trust", self.root)
        self.assertEqual(result.returncode, 0, result.stderr)
        self.assertEqual(found["seal"]["state"], "valid", found["seal"])
        _, found = self.verify(self.package)
        self.assertEqual(found["seal"]["state"], "unknown", found["seal"])
        self.succeed(program.run("archive", "export", self.package, "--out", self.folder / "deposit", "--trust", self.root))

    def test_broken_seal(self):
        for name, change in (("byte", lambda path: packages.change_byte(path, 5000)), ("more", lambda path: path.write_bytes(path.read_bytes() + b"more"))):
            with self.subTest(name):
                copy = self.folder / name
                shutil.copytree(self.package, copy)
                change(copy / "representations/rep1/data" / self.pdf.name)
                result, found = self.verify(copy, "--trust", self.root)
                self.assertEqual(result.returncode, 1, result.stderr)
                codes = {one["code"] for one in found["faults"]}
                self.assertIn("archive.wrong-checksum", codes)
                self.assertIn("archive.broken-seal", codes, found)

    def test_what_was_appended_is_no_seal(self):
        pdf = self.folder / self.pdf.name
        pdf.write_bytes(self.pdf.read_bytes() + b"more\n")
        shutil.copyfile(self.pdf.with_suffix(".manifest.json"), self.folder / (self.pdf.stem + ".manifest.json"))
        made = self.add("--out", self.folder / "sip", pdf=pdf)
        self.assertEqual(made.returncode, 1, made.stderr)
        self.assertIn("[archive.broken-seal]", made.stderr)
        self.assertFalse((self.folder / "sip").exists())


class Recorded(packages.WithReport):
    """Packages in the register."""

    def setUp(self):
        super().setUp()
        self.register = self.folder / "register.sqlite"
        self.succeed(program.run("archive", "register", self.pdf, "--register", self.register))

    def history(self):
        shown = self.succeed(program.run("archive", "show", program.sha256(self.pdf), "--register", self.register, "--format", "json"))
        return shown.stdout

    def test_whole_way(self):
        self.succeed(program.run("archive", "print", self.pdf, "--run", "second", "--printer", "House", "--paper", "90 g", "--binding", "saddle", "--date", "2022-03-01",
                                 "--copies", "40", "--register", self.register))
        out = self.folder / "sip"
        command = ["archive", "add", "--definition", program.REPORT, "--data", program.REPORT_DATA, "--edition-file", self.pdf, "--out", out, "--register", self.register]
        for _ in range(2):
            self.succeed(program.run(*command))
        self.assertIn('run = "second"', (out / "metadata/other/print-run.toml").read_text(encoding="utf-8"))
        for name, *options in (("verify",), ("rebuild",), ("export", "--out", self.folder / "deposit")):
            self.succeed(program.run("archive", name, out, "--register", self.register, *options))
        history = self.history()
        for word in ("added", "verified", "rebuilt", "exported"):
            self.assertIn(f'"{word}"', history)
        packages.change_byte(out / "METS.xml", 60)
        result = program.run("archive", "verify", out, "--register", self.register)
        self.assertEqual(result.returncode, 1, result.stderr)

    def test_edition_and_run_that_are_unknown(self):
        for options, code in ((("--edition-file", self.press), "registry.unknown-edition"), (("--edition-file", self.pdf, "--run", "third"), "archive.missing-input")):
            result = program.run("archive", "add", "--definition", program.REPORT, "--data", program.REPORT_DATA, *options, "--out", self.folder / "sip", "--register", self.register)
            self.assertEqual(result.returncode, 1, result.stderr)
            self.assertIn(f"[{code}]", result.stderr)
            self.assertFalse((self.folder / "sip").exists())


if __name__ == "__main__":
    unittest.main()
