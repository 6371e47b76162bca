#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The commands: help, version, wrong use, check, dump and preview; and what a build writes."""
import json
import pathlib
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import program  # noqa: E402


class Commands(program.InFolder):
    def setUp(self):
        super().setUp()
        self.report = program.SmallReport(self.folder)

    def test_help_and_version(self):
        self.assertIn("build", self.succeed(program.run("--help")).stdout)
        self.assertRegex(self.succeed(program.run("--version")).stdout, r"^tilstand \d+\.\d+\.\d+\n(?:[a-z0-9-]+ \d\S*\n){10,}$")

    def test_wrong_use(self):
        for arguments in ([], ["bild"], ["build"], ["build", "report.toml", "--nope"], ["dump", "report.toml", "--stage", "ink"],
                          ["preview", "report.toml", "--page", "x"]):
            with self.subTest(arguments):
                result = program.run(*arguments, cwd=self.folder)
                self.assertEqual(result.returncode, 2, result.stderr)
                self.assertTrue(result.stderr.startswith("tilstand: error: "), result.stderr)

    def test_wrong_use_says_what_was_meant(self):
        for arguments, hint in ((["bild"], 'did you mean "build"?'), (["build", "report.toml", "--ou", "x"], 'did you mean "--out"?'),
                                (["check", "report.toml", "more.toml"], "one argument too many"), (["dump", "report.toml"], "--stage is required")):
            with self.subTest(arguments):
                self.assertIn(hint, program.run(*arguments, cwd=self.folder).stderr)

    def test_the_last_of_an_option_given_twice_counts(self):
        self.succeed(self.report.run("build", "--out", "later"))
        self.assertTrue((self.folder / "later/small-2021.pdf").exists())
        self.assertFalse((self.folder / "out").exists())

    def test_data_that_are_not_there(self):
        (self.folder / "data").rename(self.folder / "figures")
        result = self.report.run("check")
        self.assertEqual(result.returncode, 2, result.stderr)
        self.assertIn("--data", result.stderr)
        self.succeed(self.report.run("check", "--data", "figures"))
        result = self.report.run("check", "--data", "figure")
        self.assertEqual(result.returncode, 1, result.stderr)
        self.assertIn('did you mean "figures"?', result.stderr)

    def test_help_of_each_command(self):
        for command in ("build", "check", "dump", "preview"):
            with self.subTest(command):
                self.assertIn("--data DIR", self.succeed(program.run(command, "--help")).stdout)

    def test_definition_that_is_not_there(self):
        result = program.run("build", "none.toml", cwd=self.folder)
        self.assertEqual(result.returncode, 1)
        self.assertIn("none.toml", result.stderr)

    def test_check_writes_nothing(self):
        self.succeed(self.report.run("check"))
        self.assertFalse((self.folder / "out").exists())

    def test_check_of_the_pages_lists_broken_guarantees_with_place_and_page(self):
        theme = (program.ROOT / "layouts" / "theme.toml").read_text(encoding="utf-8").replace("heading-part = 8", "heading-part = 2")
        self.report.write("theme.toml", theme)
        self.report.replace("report.toml", str(program.ROOT / "layouts" / "theme.toml"), "theme.toml")
        sound = self.succeed(self.report.run("check", "--layout"))
        self.report.replace("data/nb/prose.md", "## Sauer", "\n\n".join(["Mange ord om sauer på beite."] * 30) + "\n\n## Sauer")
        broken = self.succeed(self.report.run("check", "--layout"))
        self.assertEqual(sound.stdout, "0 broken guarantees\n")
        self.assertRegex(broken.stdout, r"^[1-9]\d* broken guarantees\n$")
        self.assertRegex(broken.stderr, r"data/nb/prose.md:\d+:1: warning: page \d+: a heading stands in the lowest part of the page \[layout.low-heading\]")

    def test_build_says_nothing_unexpected(self):
        self.assertEqual(self.succeed(self.report.run()).stderr, "")

    def test_dump_of_every_stage(self):
        for stage, word in (("content", "1\u00a0575"), ("layout", "Første"), ("scene", "Første"), ("tags", "Table")):
            with self.subTest(stage):
                self.assertIn(word, self.succeed(self.report.run("dump", "--stage", stage)).stdout)

    def test_dump_of_one_page_is_part_of_all(self):
        everything = self.succeed(self.report.run("dump", "--stage", "layout")).stdout
        page = self.succeed(self.report.run("dump", "--stage", "layout", "--page", "1")).stdout
        self.assertTrue(page and everything.startswith(page))

    def test_preview_png_and_svg(self):
        png = self.succeed(self.report.run("preview", "--page", "1", "--format", "png", "--dpi", "50", text=False)).stdout
        self.assertEqual(png[:8], b"\x89PNG\r\n\x1a\n")
        self.assertEqual((int.from_bytes(png[16:20], "big"), int.from_bytes(png[20:24], "big")), (414, 585))
        self.succeed(self.report.run("preview", "--page", "1", "--out", "page.svg"))
        self.assertIn("<svg", (self.folder / "page.svg").read_text(encoding="utf-8"))

    def test_preview_of_a_page_that_is_not_there(self):
        for page in ("0", "99"):
            result = self.report.run("preview", "--page", page)
            self.assertEqual(result.returncode, 1)
            self.assertIn("[cli.no-such-page]", result.stderr)

    def test_manifest_names_inputs_and_output(self):
        self.succeed(self.report.run())
        manifest = json.loads((self.folder / "out/small-2021.manifest.json").read_text(encoding="utf-8"))
        self.assertEqual(manifest["output"], {"file": "small-2021.pdf", "sha256": program.sha256(self.report.pdf)})
        sums = {entry["file"]: entry["sha256"] for entry in manifest["inputs"]}
        for name in ("report.toml", "data/data.toml", "data/farms.csv", "data/figures.csv", "data/values.csv", "data/nb/prose.md"):
            self.assertEqual(sums[name], program.sha256(self.folder / name))
        self.assertTrue(any(name.endswith("theme.toml") for name in sums))
        self.assertTrue(any(name.endswith("Inter-Regular.otf") for name in sums))
        self.assertTrue(any(entry.startswith("pangoft2 ") for entry in manifest["libraries"]))

    def test_source_date_epoch_is_the_date_of_the_file(self):
        self.succeed(self.report.run(env={"SOURCE_DATE_EPOCH": "86400"}))
        self.assertIn(b"1970", self.report.pdf.read_bytes())


if __name__ == "__main__":
    unittest.main()
