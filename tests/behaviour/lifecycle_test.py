#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""scripts/demo-lifecycle runs whole, and what it leaves is judged by others: pyHanko, pdfsig, veraPDF, eark-validator, bagit, SQLite."""
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import program  # noqa: E402

NAME = "rikets-digitale-tilstand-2021"
RECIPIENTS = program.ROOT / "data" / "distribution" / "recipients.toml"


def judge(name, tool, *words):
    folder = program.output_of(program.ROOT / "scripts" / "judge-env", name).strip()
    return subprocess.run([f"{folder}/{tool}", *map(str, words)], capture_output=True, text=True, check=False)


class Lifecycle(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.out = pathlib.Path(tempfile.mkdtemp()) / "lifecycle"
        cls.addClassCleanup(shutil.rmtree, cls.out.parent)
        done = subprocess.run([str(program.ROOT / "scripts" / "demo-lifecycle"), "--out", str(cls.out)], capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr
        cls.told = json.loads((cls.out / "report.json").read_text(encoding="utf-8"))
        cls.ids = re.findall(r'^id = "(.*)"', RECIPIENTS.read_text(encoding="utf-8"), re.M)
        cls.edition = cls.out / "sealed" / f"{NAME}.pdf"

    def test_each_ministry_has_got_one_parcel_under_one_id(self):
        first, last = self.told["first-run"]["parcels"], self.told["delivery"]["parcels"]
        self.assertGreater(len({one["state"] for one in first}), 1, "nothing failed in the first run")
        self.assertEqual([one["recipient"] for one in last], self.ids)
        self.assertEqual(len({one["id"] for one in last}), len(self.ids))
        self.assertEqual({one["recipient"]: one["id"] for one in first}, {one["recipient"]: one["id"] for one in last})
        for one in last:  # a mail server takes over, and nobody tells that a mail has arrived
            self.assertEqual(one["state"], "sent" if one["channel"] == "smtp" else "delivered", one)
        self.assertEqual({one["channel"] for one in last}, {"smtp", "eformidling"} | {one["channel"] for one in last if one["channel"] == "folder"})

    def test_copies_bear_the_numbers_of_the_register(self):
        for one in self.told["delivery"]["parcels"]:
            copy = self.out / "sealed" / f"{NAME}-{one['recipient']}-{one['copy']}.pdf"
            self.assertIn(f"Eksemplar {one['copy']} av {len(self.ids)}", program.output_of("pdftotext", "-l", "1", copy, "-"))

    def test_seals_hold_for_others_without_any_server(self):
        self.assertEqual({one["verdict"] for one in self.told["seals"]["files"]}, {"valid"})
        self.assertEqual({seal["level"] for one in self.told["seals"]["files"] for seal in one["seals"]}, {"B-LT"})
        for pdf in (self.edition, next(self.out.glob(f"sealed/{NAME}-*.pdf"))):
            judged = judge("seal", "pyhanko", "sign", "adesverify", "--trust", self.out / "trust.pem", "--trust-replace", "--pretty-print", pdf)
            self.assertIn("The signature is judged VALID.", judged.stdout, judged.stderr)
            self.assertIn("Signature is Valid.", program.output_of("pdfsig", pdf))
        verdict = program.judge(["2a", "ua1"], *sorted(self.out.glob("sealed/*.pdf")))
        self.assertEqual(verdict.returncode, 0, verdict.stdout)
        self.assertEqual(verdict.stdout.count("PASS"), 2 * (1 + len(self.ids)))

    def test_packages_hold_for_others(self):
        checked = judge("package", "eark-validator", self.out / "sip")
        self.assertIn("struct result is: Well Formed", checked.stdout)
        self.assertIn('"schema_results":[],"schematron_results":[]', checked.stdout)
        self.assertEqual(judge("package", "bagit.py", "--validate", "--quiet", self.out / "bag").returncode, 0)
        for package in self.told["packages"].values():
            self.assertEqual((package["sound"], package["seal"]["state"]), (True, "valid"), package["faults"])
        self.assertEqual([(one["edition"], one["same"]) for one in self.told["rebuilt"]["editions"]], [("archive", True), ("press", True)])

    def test_no_recipient_stands_in_what_others_get(self):
        for path in [*self.out.glob("sip/**/*"), *self.out.glob("bag/**/*"), self.out / "report.json"]:
            if path.is_file() and path.suffix != ".tar":  # the program's own source has the file of recipients
                self.assertNotIn("postmottak@", path.read_bytes().decode("latin-1"), path)
                self.assertNotIn("Finansdepartementet", path.read_text("utf-8") if path.suffix in (".json", ".xml", ".toml", ".txt", ".csv") else "", path)

    def test_register_is_sound(self):
        register = self.out / "register.sqlite"
        self.assertEqual(program.output_of("sqlite3", register, "PRAGMA integrity_check").strip(), "ok")
        self.assertEqual([one["edition"] for one in self.told["register"]["editions"]], ["archive", "press"])


if __name__ == "__main__":
    unittest.main()
