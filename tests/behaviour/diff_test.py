#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""`tilstand diff`: data folders and built editions, planted changes, pictures, and what can't be compared."""
import html.parser
import json
import os
import re
import shutil
import sys
import pathlib
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import program  # noqa: E402

VOID = {"meta", "img", "br", "link"}


class Outline(html.parser.HTMLParser):
    """Elements in order, and whether they are closed as they were opened."""

    def __init__(self, text):
        super().__init__()
        self.open, self.elements, self.sound = [], [], True
        self.feed(text)
        self.sound = self.sound and not self.open

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        self.sound = self.sound and bool(self.open) and self.open.pop() == tag

    def all(self, tag):
        return [attributes for name, attributes in self.elements if name == tag]


class Diff(program.InFolder):
    def setUp(self):
        super().setUp()
        self.report = program.SmallReport(self.folder)

    def build(self, name):
        self.succeed(self.report.run("build", "--out", name))

    def diff(self, *arguments, **how):
        return program.run("diff", *arguments, cwd=self.folder, **how)

    def found(self, *arguments):
        return json.loads(self.succeed(self.diff(*arguments, "--format", "json")).stdout)

    def two_editions(self):
        self.build("old")
        self.report.replace("data/values.csv", "sheep,2021,1575", "sheep,2021,1600")
        self.report.replace("data/farms.csv", "80", "81")
        self.build("new")

    def test_equal_inputs_do_not_differ(self):
        self.build("old")
        self.build("new")
        shutil.copytree(self.folder / "data", self.folder / "same")
        for sides in (("old", "new"), ("data", "same"), ("data", "data")):
            with self.subTest(sides):
                self.assertEqual(self.succeed(self.diff(*sides)).stdout, "no differences\n")

    def test_folders_of_data(self):
        shutil.copytree(self.folder / "data", self.folder / "before")
        self.report.replace("data/values.csv", "sheep,2021,1575", "sheep,2021,1600")
        self.report.replace("data/figures.csv", "count", "number")
        self.report.replace("data/figures.csv", "Landbrukskontoret", "Kontoret")
        self.report.replace("data/farms.csv", "80", "81")
        self.report.replace("data/data.toml", "Liten rapport", "Større rapport")
        self.report.replace("data/nb/prose.md", "Det er", "Nå er det")
        found = self.found("before", "data")
        sheep, = found["figures"]
        self.assertEqual([(change["what"], change["before"], change["after"]) for change in sheep["changes"]],
                         [("value", "1\u00a0575 (2021)", "1\u00a0600 (2021)"), ("source", "Landbrukskontoret", "Kontoret"), ("unit", "count", "number")])
        self.assertEqual(sheep["changes"][0]["place-after"], "values.csv:3:12")
        self.assertEqual([entry["name"] for key in ("records", "tables", "prose") for entry in found[key]], ["about.title", "farms Sørgard", "nb/prose.md"])
        self.assertEqual(found["files"], [])

    def test_editions_by_their_manifests_and_pdfs_alone(self):
        self.two_editions()
        away = self.folder / "away"
        for name in ("old", "new"):
            shutil.copytree(self.folder / name, away / name)
        shutil.rmtree(self.folder / "data")
        found = self.found("away/old", "away/new/small-2021.manifest.json", "--out", "page")
        self.assertEqual([entry["name"] for entry in found["figures"]], ["sheep"])
        self.assertEqual([entry["name"] for entry in found["parts"]], ["first"])
        self.assertEqual({entry["name"] for entry in found["inputs"]}, {"data/values.csv", "data/farms.csv"})
        self.assertGreaterEqual(len(found["changed-pages"]), 1)
        for page in found["changed-pages"]:
            self.assertGreaterEqual(len(page["after"]["regions"]), 1)
            for side in ("before", "after"):
                self.assertTrue((self.folder / "page" / page[side]["picture"]).read_bytes().startswith(b"\x89PNG"))
        names = {path.name for path in (self.folder / "page").iterdir()}
        self.assertEqual(names, {"index.html"} | {page[side]["picture"] for page in found["changed-pages"] for side in ("before", "after")})
        self.assertEqual(sorted(path.name for path in self.folder.iterdir() if path.name.startswith("page")), ["page"])

    def test_an_inserted_page_changes_no_other(self):
        chapter = '\n[[part]]\nid = "chapter-{}"\ntitle = "Kapittel {}"\nmaster = "text"\n  [[part.block]]\n  kind = "heading"\n  level = 1\n  text = "Kapittel {}"\n'
        text = program.DEFINITION
        whole = (self.folder / "report.toml").read_text(encoding="utf-8")
        self.assertIn("[[part]]", text)
        write = lambda numbers: self.report.write("report.toml", whole + "".join(chapter.format(n, n, n) for n in numbers))
        write((1, 2, 3, 4))
        self.build("old")
        write((1, 7, 2, 3, 4))
        self.build("new")
        found = self.found("old", "new")
        self.assertEqual([page["change"] for page in found["changed-pages"]], ["added"])
        self.assertEqual([(entry["change"], entry["name"]) for entry in found["parts"]], [("added", "chapter-7")])

    def test_the_page_is_sound_and_accessible(self):
        self.two_editions()
        self.succeed(self.diff("old", "new", "--out", "page"))
        text = (self.folder / "page/index.html").read_text(encoding="utf-8")
        outline = Outline(text)
        self.assertTrue(outline.sound)
        self.assertEqual(outline.all("html")[0]["lang"], "en")
        self.assertTrue(all(image["alt"].startswith("Page ") for image in outline.all("img")))
        self.assertTrue(all((self.folder / "page" / image["src"]).is_file() for image in outline.all("img")))
        self.assertEqual(len(outline.all("table")), len(outline.all("caption")))
        self.assertTrue(all("scope" in head for head in outline.all("th")))
        levels = [int(tag[1]) for tag, _ in outline.elements if re.fullmatch(r"h\d", tag)]
        self.assertEqual(levels[0], 1)
        self.assertTrue(all(after - before <= 1 for before, after in zip(levels, levels[1:])))
        ids = [attributes["id"] for _, attributes in outline.elements if "id" in attributes]
        self.assertEqual(len(ids), len(set(ids)))
        self.assertTrue({link["href"][1:] for link in outline.all("a")} <= set(ids))

    def test_the_same_inputs_give_the_same_bytes(self):
        self.two_editions()
        for name in ("one", "two"):
            self.succeed(self.diff("old", "new", "--out", name))
        for path in (self.folder / "one").iterdir():
            self.assertEqual(path.read_bytes(), (self.folder / "two" / path.name).read_bytes())
        first, second = (self.diff("old", "new", "--format", "html").stdout for _ in range(2))
        self.assertEqual(first, second)

    def test_bad_editions(self):
        self.two_editions()
        manifest = self.folder / "new/small-2021.manifest.json"
        whole, pdf = manifest.read_bytes(), (self.folder / "new/small-2021.pdf").read_bytes()
        for code, spoil in (("diff.wrong-pdf", lambda: (self.folder / "new/small-2021.pdf").write_bytes(pdf[:5000])),
                            ("diff.no-pdf", lambda: (self.folder / "new/small-2021.pdf").unlink()),
                            ("diff.no-pdf", lambda: manifest.write_bytes(whole.replace(b'"file": "small-2021.pdf"', b'"file": "../old/small-2021.pdf"'))),
                            ("manifest.not-json", lambda: manifest.write_bytes(whole[:200])),
                            ("manifest.not-a-manifest", lambda: manifest.write_bytes(b"{}")),
                            ("manifest.other-report", lambda: manifest.write_bytes(whole.replace(b"small-{{", b"other-{{"))),
                            ("manifest.missing-file", manifest.unlink)):
            with self.subTest(code):
                spoil()
                result = self.diff("old", manifest, "--out", "page")
                self.assertEqual(result.returncode, 1, result.stderr)
                self.assertIn(f"[{code}]", result.stderr)
                self.assertFalse((self.folder / "page").exists())
            manifest.write_bytes(whole)
            (self.folder / "new/small-2021.pdf").write_bytes(pdf)

    def test_without_pictures_the_pdf_may_be_away(self):
        self.two_editions()
        (self.folder / "old/small-2021.pdf").unlink()
        result = self.succeed(self.diff("old/small-2021.manifest.json", "new"))
        self.assertIn("sheep", result.stdout)
        self.assertIn("warning", result.stderr)

    def test_bad_data(self):
        shutil.copytree(self.folder / "data", self.folder / "before")
        self.report.replace("data/values.csv", "1575", "many")
        self.report.replace("data/farms.csv", "80", "wide")
        result = self.diff("before", "data")
        self.assertEqual(result.returncode, 1)
        self.assertEqual(result.stdout, "")
        self.assertIn("data/values.csv:3:12", result.stderr)
        self.assertIn("data/farms.csv:3:", result.stderr)

    def test_wrong_use(self):
        self.build("old")
        for arguments in ([], ["old"], ["old", "data"], ["old", "old", "old"], ["old", "old", "--format", "pdf"], ["old", "old", "--outt", "x"]):
            with self.subTest(arguments):
                result = self.diff(*arguments)
                self.assertEqual(result.returncode, 2, result.stderr)
                self.assertTrue(result.stderr.startswith("tilstand: error: "), result.stderr)

    def test_without_poppler_no_picture_is_drawn(self):
        self.two_editions()
        (self.folder / "empty").mkdir()
        result = self.diff("old", "new", "--out", "page", env={**os.environ, "PATH": str(self.folder / "empty")})
        self.assertEqual(result.returncode, 3, result.stderr)
        self.assertIn("pdftoppm", result.stderr)
        self.assertEqual([path.name for path in self.folder.iterdir() if path.name.startswith("page")], [])
        self.succeed(self.diff("old", "new", env={**os.environ, "PATH": str(self.folder / "empty")}))

    def test_a_page_that_can_not_be_written(self):
        self.two_editions()
        (self.folder / "file").write_text("in the way", encoding="utf-8")
        result = self.diff("old", "new", "--out", "file/page")
        self.assertEqual(result.returncode, 3, result.stderr)
        self.assertIn("[build.cannot-write]", result.stderr)

    def test_the_made_up_year_against_the_report(self):
        found = self.found(program.REPORT_DATA, program.MADE_UP_DATA)
        changes = {entry["name"]: (entry["change"], {change["what"]: (change.get("before"), change.get("after")) for change in entry["changes"]})
                   for entry in found["figures"]}
        self.assertEqual(changes["trust"][1]["value"], ("47\u00a0% (2021)", "58\u00a0% (2031)"))
        self.assertEqual(changes["pace"][1]["unit"], ("count", "percent"))
        self.assertEqual(changes["drones"][0], "added")
        self.assertEqual(changes["prioritised-events"][0], "gone")
        self.assertIn("goals 7", [entry["name"] for entry in found["tables"] if entry["change"] == "added"])


if __name__ == "__main__":
    unittest.main()
