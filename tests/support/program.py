# SPDX-License-Identifier: Apache-2.0
"""Runs the program for tests, and makes a small sound report to spoil."""
import hashlib
import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = pathlib.Path(os.environ.get("TILSTAND", ROOT / "out" / "bin" / "tilstand"))
REPORT = ROOT / "layouts" / "rikets-tilstand.toml"
REPORT_DATA = ROOT / "data" / "2021"
MADE_UP_DATA = ROOT / "tests" / "made-up-year"  # every number, name and sentence of it is invented

DEFINITION = """\
format = 1

[report]
name = "small-{{ about.year }}"
title = "{{ about.title }}"
author = "Tester"
subject = "A small report"
keywords = "test"
licence = "None"
running = "{{ about.title }}"
date = "2022-01-01"
language = "nb"
theme = "THEME"
fonts = "FONTS"
languages = "LANGUAGES"
editions = "EDITIONS"

[trend.flat-within]
percent = 1

[[part]]
id = "first"
title = "Første del"
master = "text"
  [[part.block]]
  kind = "heading"
  level = 1
  text = "Første del"
  [[part.block]]
  kind = "prose"
  file = "prose.md"
  [[part.block]]
  kind = "chart"
  id = "chart-sheep"
  type = "columns"
  title = "Det blir flere sauer"
  figures = ["sheep"]
  [[part.block]]
  kind = "table"
  id = "table-farms"
  title = "Gårdene"
  repeat = "farms"
  as = "farm"
    [[part.block.column]]
    head = "Gård"
    text = "{{ farm.name }}"
    row-head = true
    [[part.block.column]]
    head = "Areal"
    text = "{{ farm.area }}"
    align = "right"
"""

DATA = """\
format = 1

[record.about]
title = "Liten rapport"
year = 2021

[table.farms]
file = "farms.csv"
key = "name"
[table.farms.columns]
name = "text"
area = "integer"

[figures]
file = "figures.csv"
values = "values.csv"
status-year = 2021
"""

FARMS = "name,area\nNordgard,120\nSørgard,80\n"
FIGURES = "name,label,unit,favourable,source\nsheep,Sauer,count,higher,Landbrukskontoret\n"
VALUES = "figure,year,value,source-label,acknowledged\nsheep,2020,1400,,\nsheep,2021,1575,,\n"
PROSE = "## Sauer\n\nDet er {{ sheep }} sauer, se [@chart-sheep].\n\n> Tallene er fra {{ sheep.source }}.\n"


class SmallReport:
    """A sound report in a folder of its own, one file of which a test may spoil."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        definition = DEFINITION
        for word, place in (("THEME", "layouts/theme.toml"), ("FONTS", "fonts"), ("LANGUAGES", "layouts/lang"), ("EDITIONS", "layouts/editions")):
            definition = definition.replace(word, str(ROOT / place))
        self.write("report.toml", definition)
        self.write("data/data.toml", DATA)
        self.write("data/farms.csv", FARMS)
        self.write("data/figures.csv", FIGURES)
        self.write("data/values.csv", VALUES)
        self.write("data/nb/prose.md", PROSE)

    @property
    def pdf(self):
        return self.folder / "out" / "small-2021.pdf"

    def write(self, name, content):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())

    def replace(self, name, old, new):
        path = self.folder / name
        content = path.read_bytes()
        old, new = (text if isinstance(text, bytes) else text.encode() for text in (old, new))
        assert old in content, f"{name} has no {old!r}"
        path.write_bytes(content.replace(old, new, 1))

    def run(self, command="build", *options, **how):
        arguments = [command, "report.toml", *(["--out", "out"] if command == "build" else []), *options]
        return run(*arguments, cwd=self.folder, **how)


def run(*arguments, **how):
    """Runs the program; its output as text."""
    how = {"capture_output": True, "text": True, "check": False, **how}
    return subprocess.run([str(PROGRAM), *map(str, arguments)], **how)


def golden_cases():
    """Folders of the golden cases, and whether each is about what `check` says, so that it needs not build."""
    return [(path.parent, is_about_check(path.parent)) for path in sorted((ROOT / "tests" / "golden").glob("*/report.toml"))]


def is_about_check(case):
    return case.name.startswith("check-")


def judge(flavours, *files):
    """Runs veraPDF; it fails when a file breaks a flavour."""
    command = [str(ROOT / "scripts" / "verapdf")]
    for flavour in flavours:
        command += ["-f", flavour]
    return subprocess.run([*command, *map(str, files)], capture_output=True, text=True, check=False)


def one_line(text):
    """The words of a text, without the difference of spaces and lines."""
    return re.sub(r"\s+", " ", text.replace("\u00a0", " "))


def sha256(path):
    return hashlib.sha256(pathlib.Path(path).read_bytes()).hexdigest()


def output_of(*command):
    """What another program prints; it must succeed."""
    return subprocess.run([str(word) for word in command], capture_output=True, text=True, check=True).stdout


class InFolder(unittest.TestCase):
    """A test with a folder of its own."""

    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder)

    def succeed(self, run_result):
        self.assertEqual(run_result.returncode, 0, run_result.stdout + run_result.stderr)
        return run_result
