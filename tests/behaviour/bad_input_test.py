#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Every kind of bad input gives a diagnostic with its place and exit code 1, and leaves the last good PDF as it was."""
import json
import pathlib
import re
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import program  # noqa: E402


HEAD = re.compile(r"^\S.*: (error|warning|notice): ")
PLACE = re.compile(r"^[^:]+:[1-9]\d*:[1-9]\d*: ")


class BadInput(program.InFolder):
    def setUp(self):
        super().setUp()
        self.report = program.SmallReport(self.folder)
        self.succeed(self.report.run())
        self.before = program.sha256(self.report.pdf)

    def expect(self, code, place, *words):
        """Exit 1, the diagnostic at its place with a source line below, and the good file untouched."""
        result = self.report.run()
        self.assertEqual(result.returncode, 1, result.stderr)
        heads = [line for line in result.stderr.splitlines() if line.endswith(f"[{code}]")]
        self.assertTrue(heads, result.stderr)
        self.assertTrue(any(line.startswith(place + ":") for line in heads), result.stderr)
        self.assertIn("error: ", result.stderr)
        for head in filter(HEAD.match, result.stderr.splitlines()):
            self.assertRegex(head, PLACE, "a message without place")
        self.assertRegex(result.stderr, r"(?m)^ +\d* \| +\^+")
        for word in words:
            self.assertIn(word, result.stderr)
        self.assertEqual(program.sha256(self.report.pdf), self.before)
        self.assertEqual(sorted(path.name for path in (self.folder / "out").iterdir()), ["small-2021.manifest.json", "small-2021.pdf"])
        return result

    def test_misspelt_key(self):
        self.report.replace("report.toml", "id = \"first\"", "idd = \"first\"")
        self.expect("definition.unknown-key", "report.toml:22:1", '"idd"', "did you mean \"id\"")

    def test_missing_key(self):
        self.report.replace("report.toml", 'title = "{{ about.title }}"\n', "")
        self.expect("definition.missing-key", "report.toml", "title")

    def test_wrong_type(self):
        self.report.replace("report.toml", "level = 1", 'level = "one"')
        self.expect("definition.wrong-type", "report.toml:27:12", "integer")

    def test_toml_syntax(self):
        self.report.replace("report.toml", 'id = "first"', 'id = "first')
        self.expect("definition.syntax", "report.toml:22")

    def test_unknown_block_kind(self):
        self.report.replace("report.toml", 'kind = "prose"', 'kind = "pros"')
        self.expect("definition.unknown-value", "report.toml:30:11", "did you mean \"prose\"")

    def test_unknown_binding_in_prose(self):
        self.report.replace("data/nb/prose.md", "{{ sheep }}", "{{ shep }}")
        self.expect("content.unknown-binding", "data/nb/prose.md:3:11", "shep", "did you mean \"sheep\"", "^^^^")

    def test_unknown_binding_in_definition(self):
        self.report.replace("report.toml", "{{ farm.area }}", "{{ farm.arae }}")
        self.expect("content.unknown-binding", "report.toml", "arae", "did you mean \"area\"")

    def test_unknown_reference(self):
        self.report.replace("data/nb/prose.md", "[@chart-sheep]", "[@chart-goats]")
        self.expect("content.unknown-reference", "data/nb/prose.md:3", "chart-goats")

    def test_missing_prose_file(self):
        (self.folder / "data/nb/prose.md").unlink()
        self.expect("definition.missing-file", "report.toml:31:11", "prose.md")

    def test_missing_table_file(self):
        (self.folder / "data/farms.csv").unlink()
        self.expect("definition.missing-file", "data/data.toml:8:9", "farms.csv")

    def test_missing_theme(self):
        self.report.replace("report.toml", "theme.toml", "theem.toml")
        self.expect("definition.missing-file", "report.toml:13:10", "theem.toml")

    def test_ragged_row(self):
        self.report.replace("data/farms.csv", "Sørgard,80", "Sørgard,80,9")
        self.expect("data.ragged-row", "data/farms.csv:3:12", "quotation marks")

    def test_row_that_is_too_short(self):
        self.report.replace("data/farms.csv", "Sørgard,80", "Sørgard")
        self.expect("data.ragged-row", "data/farms.csv:3:1", "1 cell,", "add what is missing")

    def test_cell_of_wrong_type(self):
        self.report.replace("data/farms.csv", "Sørgard,80", "Sørgard,mye")
        self.expect("data.wrong-type", "data/farms.csv:3:9", "mye")

    def test_negative_count(self):
        self.report.replace("data/data.toml", 'area = "integer"', 'area = { type = "integer", least = 0 }')
        self.report.replace("data/farms.csv", "Sørgard,80", "Sørgard,-80")
        self.expect("data.out-of-range", "data/farms.csv:3:9", "-80", "area")

    def test_number_that_is_none(self):
        self.report.replace("data/data.toml", 'area = "integer"', 'area = "decimal"')
        self.report.replace("data/farms.csv", "Sørgard,80", "Sørgard,1e308\nNes,NaN")
        self.expect("data.too-many-digits", "data/farms.csv:3:9", "1e308", "decimals = 2")
        self.expect("data.not-finite", "data/farms.csv:4:5")

    def test_key_in_two_rows(self):
        self.report.replace("data/farms.csv", "Sørgard,80", "Nordgard,80")
        self.expect("data.duplicate-key", "data/farms.csv:3:1", "data/farms.csv:2:1: note: the first one")

    def test_mixed_encodings(self):
        self.report.replace("data/farms.csv", "Nordgard", "Østgard")
        self.report.replace("data/farms.csv", "Sørgard".encode(), b"S\xf8rgard")
        self.expect("data.mixed-encodings", "data/farms.csv:3:2")

    def test_too_many_columns(self):
        self.report.replace("data/farms.csv", "name,area", "name,area" + "," * 200_000)
        self.expect("data.too-many-columns", "data/farms.csv:1:10008")

    def in_json(self, text, how=""):
        """The farms as a JSON file."""
        self.report.write("data/farms.json", text)
        self.report.replace("data/data.toml", '"farms.csv"', f'"farms.json"\n{how}')

    def test_json_that_is_cut_off(self):
        self.in_json('[{"name": "Nes", "area": 12},\n {"name": "Vi')
        self.expect("data.json-syntax", "data/farms.json:2:14", "cut off")

    def test_json_with_a_name_twice(self):
        self.in_json('[{"name": "Nes", "area": 12, "area": 13}]')
        self.expect("data.duplicate-member", "data/farms.json:1:31")

    def test_json_nested_too_deep(self):
        self.in_json('[{"name": ' + "[" * 100_000)
        self.expect("data.json-syntax", "data/farms.json:1:109", "100 deep")

    def test_json_stat_of_wrong_size(self):
        self.report.replace("data/data.toml", 'name = "text"\narea = "integer"', 'name = { from = "a" }\narea = { type = "integer", from = "value" }')
        self.in_json('{"class": "dataset", "id": ["a"], "size": [2],\n"value": [1, 2, 3],\n"dimension": {"a": {"category": {"index": ["N", "S"]}}}}', 'format = "json-stat"')
        self.expect("data.wrong-size", "data/farms.json:2:10", "make 2 cells", "has 3")

    def test_selection_of_an_unknown_column(self):
        self.report.replace("data/data.toml", "[figures]", '[selection.large]\ntable = "farms"\nwhere.aera = { from = 100 }\n\n[figures]')
        self.expect("data.unknown-column", "data/data.toml:16:7", 'did you mean "area"')

    def test_value_of_unknown_figure(self):
        self.report.replace("data/values.csv", "sheep,2021", "shep,2021")
        self.expect("data.unknown-figure", "data/values.csv:3:1", 'did you mean "sheep"')

    def test_invalid_utf8_in_data(self):
        self.report.replace("data/farms.csv", "Sørgard".encode(), b"S\xf8rgard")
        self.expect("definition.invalid-utf8", "data/farms.csv:3:2")

    def test_invalid_utf8_in_definition(self):
        self.report.replace("report.toml", "Første del".encode(), b"F\xf8rste del")
        self.expect("definition.invalid-utf8", "report.toml:23:11")

    def test_invalid_utf8_in_prose(self):
        self.report.replace("data/nb/prose.md", b"Det er", b"D\xffet er")
        self.expect("definition.invalid-utf8", "data/nb/prose.md:3:2")

    def test_character_in_no_font(self):
        self.report.replace("data/nb/prose.md", "Det er", "Det ꙮ er")
        self.expect("text.missing-glyph", "data/nb/prose.md:3:5", "U+A66E")

    def test_character_in_no_font_in_data(self):
        self.report.replace("data/farms.csv", "Sørgard", "Sørꙮgard")
        self.expect("text.missing-glyph", "data/farms.csv:3:4", "U+A66E")

    def test_chart_without_rows(self):
        self.report.replace("report.toml", 'figures = ["sheep"]', "figures = []")
        result = self.expect("chart.no-rows", "report.toml:32:3", "give figures")
        self.assertTrue(result.stderr.endswith("\n1 error\n"), "one mistake, told twice: " + result.stderr)

    def test_chart_over_a_table_that_is_not_named(self):
        self.report.replace("report.toml", 'type = "columns"', 'type = "line"\n  by = "year"\n  value = "count"')
        self.report.replace("report.toml", '  figures = ["sheep"]\n', "")
        self.expect("definition.missing-key", "report.toml:32:3", '"data"')

    def test_chart_whose_loop_has_no_rows(self):
        self.report.replace("report.toml", 'figures = ["sheep"]', 'repeat = "figures"\n  as = "f"\n  where = "f.value > 9999"\n  figure = "f"')
        self.expect("chart.no-rows", "report.toml:32:3")

    def test_chart_too_tall_for_its_page(self):
        self.report.replace("report.toml", 'type = "columns"', 'type = "columns"\n  size = "400mm"')
        self.expect("layout.too-tall", "report.toml:32:3")
        self.assertIn("[layout.too-tall]", self.report.run("check").stderr)

    def test_table_too_wide_for_its_page(self):
        self.report.replace("report.toml", 'head = "Areal"', 'head = "Areal"\n    width = "300mm"')
        self.expect("layout.too-wide", "report.toml:38:3")

    def test_picture_in_prose(self):
        self.report.replace("data/nb/prose.md", "Det er", "![sau](sau.png) Det er")
        self.expect("content.image-in-line", "data/nb/prose.md:3:1")

    def test_unknown_frame(self):
        self.report.replace("report.toml", 'kind = "prose"', 'kind = "prose"\n  frame = "mian"')
        self.expect("layout.unknown-frame", "report.toml:29:3", 'did you mean "main"')

    def test_heading_of_a_level_too_deep(self):
        self.report.replace("report.toml", "level = 1", "level = 3")
        self.expect("package.heading-skip", "report.toml:25:3")
        self.assertIn("[package.heading-skip]", self.report.run("check").stderr)

    def test_empty_title(self):
        self.report.replace("data/data.toml", 'title = "Liten rapport"', 'title = ""')
        self.expect("content.no-title", "report.toml:5:10")

    def test_binding_that_is_not_closed(self):
        self.report.replace("data/nb/prose.md", "{{ sheep }}", "{{ sheep")
        self.expect("content.bad-expression", "data/nb/prose.md:3:8", "never closed")

    def test_mark_without_note(self):
        self.report.replace("data/nb/prose.md", "Det er", "Det[^a] er \\[^b]")
        self.expect("content.unknown-note", "data/nb/prose.md:3:4", '"a"')

    def test_code_in_prose(self):
        self.report.replace("data/nb/prose.md", "Det er", "- a\n\n  ```chart\n  ```\n\nDet er")
        self.expect("content.misplaced-fence", "data/nb/prose.md:5:3")

    def test_unknown_chart_type(self):
        self.report.replace("report.toml", 'type = "columns"', 'type = "colums"')
        result = self.report.run()
        self.assertEqual(result.returncode, 1, result.stderr)
        self.assertIn("did you mean \"columns\"", result.stderr)

    def test_include_loop(self):
        self.report.write("more.toml", 'format = 1\n[[part]]\ninclude = "more.toml"\n')
        self.report.replace("report.toml", '[[part]]\nid = "first"', '[[part]]\ninclude = "more.toml"\n\n[[part]]\nid = "first"')
        self.expect("definition.include-loop", "more.toml:3:12")

    def test_prose_that_holds_itself(self):
        self.report.replace("data/nb/prose.md", "Det er", "```prose\nfile = \"prose.md\"\n```\n\nDet er")
        self.expect("definition.include-loop", "data/nb/prose.md:4:9")

    def test_unknown_style(self):
        self.report.replace("report.toml", 'kind = "prose"', 'kind = "prose"\n  body-style = "boddy"')
        self.expect("definition.unknown-style", "report.toml:31:17", "did you mean \"body\"")

    def test_name_that_leaves_the_folder(self):
        self.report.replace("report.toml", 'name = "small-', 'name = "../small-')
        self.expect("build.bad-name", "report.toml:4")

    def test_date_that_is_none(self):
        self.report.replace("report.toml", 'date = "2022-01-01"', 'date = "in spring"')
        self.expect("build.bad-date", "report.toml:11:9")

    def test_wrong_checksum_of_a_font(self):
        fonts = self.folder / "fonts"
        program.shutil.copytree(program.ROOT / "fonts", fonts)
        self.report.replace("report.toml", str(program.ROOT / "fonts"), str(fonts))
        with (fonts / "Inter-Regular.otf").open("ab") as file:
            file.write(b"x")
        result = self.report.run()
        self.assertEqual(result.returncode, 1, result.stderr)
        self.assertIn("[font.wrong-checksum]", result.stderr)

    def test_several_mistakes_are_all_shown_sorted(self):
        self.report.replace("report.toml", 'id = "first"', 'idd = "first"')
        self.report.replace("report.toml", "level = 1", "level = true")
        self.report.replace("data/farms.csv", "Sørgard,80", "Sørgard,mye")
        result = self.report.run()
        self.assertEqual(result.returncode, 1)
        heads = [line.split(": error: ")[0] for line in result.stderr.splitlines() if ": error: " in line]
        self.assertEqual(heads, ["report.toml:22:1", "report.toml:27:11", "data/farms.csv:3:9"])

    def test_json_diagnostics(self):
        self.report.replace("data/nb/prose.md", "{{ sheep }}", "{{ shep }}")
        result = self.report.run("build", "--diagnostics", "json")
        self.assertEqual(result.returncode, 1)
        found = json.loads(result.stderr)
        self.assertEqual([entry["code"] for entry in found if entry["severity"] == "error"], ["content.unknown-binding"])
        self.assertEqual(found[0]["place"]["begin"], {"line": 3, "column": 11})

    def test_no_colour_without_terminal(self):
        self.report.replace("report.toml", "level = 1", "level = true")
        self.assertNotIn("\x1b", self.report.run().stderr)


if __name__ == "__main__":
    unittest.main()
