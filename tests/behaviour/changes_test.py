#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""`--changes-since`: bars stand beside what has changed and nothing else, as artifacts; the manifest tells blocks, parts,
pages and figures."""
import json
import re
import shutil
import subprocess
import sys
import pathlib
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import program  # noqa: E402


class Changes(program.InFolder):
    def setUp(self):
        super().setUp()
        self.report = program.SmallReport(self.folder)
        self.succeed(self.report.run())
        (self.folder / "out").rename(self.folder / "old")
        shutil.copytree(self.folder / "data", self.folder / "before")
        self.manifest = self.folder / "old" / "small-2021.manifest.json"

    def bars(self, since):
        dumped = self.succeed(self.report.run("dump", "--stage", "scene", "--changes-since", since)).stdout
        return re.findall(r"artifact change\] shape [\d.]+,([\d.]+) 0x([\d.]+)", dumped)

    def test_nothing_has_changed(self):
        for since in ("before", self.manifest, "old", self.folder / "old" / "small-2021.pdf"):
            with self.subTest(since):
                self.assertEqual(self.bars(since), [])

    def test_a_bar_beside_a_sentence_a_row_and_a_figure(self):
        self.report.replace("data/nb/prose.md", "Det er", "Nå er det")
        self.assertEqual(len(self.bars("before")), 1)
        self.report.replace("data/farms.csv", "80", "81")
        self.assertEqual(len(self.bars("before")), 2)
        self.report.replace("data/values.csv", "sheep,2020,1400", "sheep,2020,1401")
        self.assertEqual(len(self.bars("before")), 3)
        self.assertEqual(self.bars("before"), self.bars(self.manifest))

    def test_a_build_with_bars_is_conformant_and_its_manifest_knows_none(self):
        self.succeed(self.report.run("build"))
        plain = json.loads((self.folder / "out/small-2021.manifest.json").read_text(encoding="utf-8"))
        self.report.replace("data/farms.csv", "80", "81")
        self.succeed(self.report.run("build", "--out", "without"))
        self.succeed(self.report.run("build", "--changes-since", "before", "--out", "with"))
        without, marked = (json.loads((self.folder / name / "small-2021.manifest.json").read_text(encoding="utf-8")) for name in ("without", "with"))
        for key in ("parts", "pages", "blocks", "figures"):
            self.assertEqual(without[key], marked[key])
        self.assertNotEqual(plain["pages"], marked["pages"])
        subprocess.run(["qpdf", "--check", self.folder / "with/small-2021.pdf"], check=True, capture_output=True)
        verdict = program.judge(["2a", "ua1"], self.folder / "with/small-2021.pdf")
        self.assertEqual(verdict.returncode, 0, verdict.stdout + verdict.stderr)

    def test_the_manifest_tells_parts_pages_blocks_and_figures(self):
        manifest = json.loads(self.manifest.read_text(encoding="utf-8"))
        self.assertEqual([part["id"] for part in manifest["parts"]], ["first"])
        self.assertEqual((manifest["parts"][0]["first"], manifest["parts"][0]["last"]), (1, len(manifest["pages"])))
        kinds = [block["kind"] for block in manifest["blocks"]]
        self.assertEqual((kinds.count("figure"), kinds.count("table"), kinds.count("row")), (1, 1, 2))
        self.assertIn({"name": "sheep", "year": 2021,
                       "fields": {"favourable": "higher", "label": "Sauer", "source": "Landbrukskontoret", "unit": "count"},
                       "values": [{"year": 2020, "value": "1400", "place": "values.csv:2:12"}, {"year": 2021, "value": "1575", "place": "values.csv:3:12"}]},
                      manifest["figures"])
        self.assertEqual(manifest["series"], "small-{{ about.year }}")

    def test_what_can_not_be_compared_with(self):
        (self.folder / "cut.json").write_bytes(self.manifest.read_bytes()[:300])
        other = self.manifest.read_text(encoding="utf-8").replace("small-{{", "other-{{")
        (self.folder / "other.json").write_text(other, encoding="utf-8")
        for since, code in (("none.json", "manifest.missing-file"), ("cut.json", "manifest.not-json"), ("other.json", "manifest.other-report"),
                            ("report.toml", "manifest.not-json"), (".", "definition.missing-file")):
            with self.subTest(since):
                result = self.report.run("build", "--changes-since", since)
                self.assertEqual(result.returncode, 1, result.stderr)
                self.assertIn(f"[{code}]", result.stderr)
                self.assertFalse((self.folder / "out").exists())


if __name__ == "__main__":
    unittest.main()
