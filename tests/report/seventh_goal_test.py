#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Nothing in the program or in layouts/ knows a goal, a figure or a year: renamed goals, a seventh one and a made-up
year need only other data."""
import csv
import pathlib
import re
import shutil
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import program  # noqa: E402

YEARS_ON = 10


def years_later(text):
    """The text with each year of the report's time moved on."""
    return re.sub(r"(?<![\w.])20(?:1[5-9]|2[0-5])(?!\w)", lambda year: str(int(year.group()) + YEARS_ON), text)


def edit_rows(path, edit):
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        names, rows = reader.fieldnames, list(reader)
    edit(rows)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, names, restval="", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def add_goal(rows):
    for row in rows:
        row["name"] = "Omdøpt: " + row["name"]
    rows.append({**rows[-1], "number": "7", "name": "Skogen forvaltes digitalt", "short": "Digital skog", "key-figure": "drones",
                 "key-sentence": "av skogen overvåkes med droner.", "because": "Dronene er flere.", "lead": "Skogen ses ovenfra."})


def add_figures(rows):
    model = next(row for row in rows if row["goal"] == "6" and row["tile"] == "true")
    for name, label in (("drones", "Skog under droner"), ("sensors", "Skog med sensorer"), ("maps", "Skog på kart")):
        rows.append({**model, "name": name, "label": label, "caption": label, "goal": "7", "note": "", "focus": "", "summary": ""})


def add_values(rows):
    for name, values in (("drones", (41, 43)), ("sensors", (17, 14)), ("maps", (88, 88))):
        rows += [{"figure": name, "year": str(2030 + at), "value": str(value)} for at, value in enumerate(values)]


class SeventhGoal(program.InFolder):
    def test_other_data_make_another_report(self):
        data = self.folder / "data"
        shutil.copytree(program.REPORT_DATA, data)
        for path in [*data.glob("*.csv"), *data.glob("*.toml"), *data.glob("*/*.md")]:
            path.write_text(years_later(path.read_text(encoding="utf-8")), encoding="utf-8")
        edit_rows(data / "goals.csv", add_goal)
        edit_rows(data / "figures.csv", add_figures)
        edit_rows(data / "values.csv", add_values)
        (data / "nb" / "goal-7.md").write_text("## Droner\n\nAndelen er {{ drones }}, og den var {{ drones.before }} i {{ drones.before.year }}.\n",
                                               encoding="utf-8")
        self.succeed(program.run("build", program.REPORT, "--data", data, "--out", self.folder / "out"))
        text = re.sub(r"\s+", " ", program.output_of("pdftotext", self.folder / "out" / "rikets-digitale-tilstand-2031.pdf", "-").replace("\u00a0", " "))
        for words in ("Mål 7", "Skogen forvaltes digitalt", "Omdøpt: Offentlig sektor", "Skog under droner", "43 prosent", "2031", "2032", "41 %"):
            with self.subTest(words):
                self.assertIn(words, text)
        for gone in ("2021", "2022"):
            self.assertNotRegex(text, rf"(?<!\d){gone}(?!\d)")


if __name__ == "__main__":
    unittest.main()
