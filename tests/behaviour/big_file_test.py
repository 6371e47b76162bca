#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Data files larger than memory may be: rows of them are selected in bounded memory, and mistakes keep their places."""
import os
import pathlib
import re
import resource
import subprocess
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import program  # noqa: E402

MEGABYTES = int(os.environ.get("BIG_FILE_MEGABYTES", "200"))  # of each file
MOST_KILOBYTES = 100_000                                      # that the program may hold
MOST_ADDRESSES = 700 << 20                                    # libraries, fonts and threads included

SELECTION = """\
[table.people]
file = "{file}"
read = "selections"
{how}
[selection.chosen]
table = "people"
where = {{ region = "0301", year = {{ from = 2020, to = 2021 }}{more} }}
columns = ["region", "year", "count"]

[figures]"""
COLUMNS = 'columns = { region = "text", year = "year", count = "integer" }'
TABLE = """\
  [[part.block]]
  kind = "table"
  id = "table-chosen"
  title = "Utvalget"
  repeat = "chosen"
  as = "row"
    [[part.block.column]]
    head = "Region"
    text = "{{ row.region }} {{ row.year }}"
    row-head = true
    [[part.block.column]]
    head = "Antall"
    text = "n {{ row.count }}"
"""


def write_csv(path):
    """Rows of other regions, and three that are wanted: first, in the middle, last."""
    block = "".join(f"{1000 + row % 8000},{1950 + row % 70},{row * 7919 % 100_000}\n" for row in range(50_000)).encode()
    times = MEGABYTES * 1_000_000 // len(block)
    with path.open("wb") as file:
        file.write(b"region,year,count\n0301,2020,101\n")
        for number in range(times):
            file.write(block)
            if number == times // 2:
                file.write(b"0301,2021,102\n")
        file.write(b"0301,2021,103\n")
    return times * 50_000 + 4


def write_json(path):
    block = ",\n".join(f'{{"region":"{1000 + row % 8000}","year":{1950 + row % 70},"count":{row * 7919 % 100_000}}}' for row in range(30_000)).encode()
    with path.open("wb") as file:
        file.write(b'{"data": [{"region": "0301", "year": 2020, "count": 101}')
        for _ in range(MEGABYTES * 1_000_000 // len(block)):
            file.write(b",\n" + block)
        file.write(b',\n{"region": "0301", "year": 2021, "count": 103}]}')


def write_json_stat(path):
    """Regions by items by years; all cells on one line, their description last."""
    years, items = [str(year) for year in range(1972, 2022)], [f"i{number}" for number in range(100)]
    regions = ["0301", *(str(1000 + number) for number in range(MEGABYTES * 1_000_000 // (8 * len(years) * len(items))))]
    other = b",".join(b"%07d" % (1_000_000 + number) for number in range(len(years)))
    with path.open("wb") as file:
        file.write(b'{"version":"2.0","class":"dataset","value":[' + b",".join(b"%d" % (51 + number) for number in range(len(years))))
        file.write((b"," + other) * (len(items) - 1))
        for _ in regions[1:]:
            file.write((b"," + other) * len(items))
        index = ",".join(f'"{region}":{at}' for at, region in enumerate(regions))
        lists = [str(names).replace("'", '"') for names in (items, years)]
        file.write(('],"id":["region","item","year"],"size":[%d,100,50],"dimension":{"region":{"category":{"index":{%s}}},'
                    '"item":{"category":{"index":%s}},"year":{"category":{"index":%s}}}}' % (len(regions), index, *lists)).encode())


def bounded():
    resource.setrlimit(resource.RLIMIT_AS, (MOST_ADDRESSES, MOST_ADDRESSES))


class BigFile(program.InFolder):
    def setUp(self):
        super().setUp()
        self.report = program.SmallReport(self.folder)
        self.report.write("report.toml", (self.folder / "report.toml").read_bytes() + TABLE.encode())

    def make(self, file, how, more=""):
        self.report.replace("data/data.toml", "[figures]", SELECTION.format(file=file, how=how, more=more))

    def dump(self, *expected):
        """The content that was composed, made in bounded memory."""
        with (self.folder / "dump").open("wb") as out, \
                subprocess.Popen([str(program.PROGRAM), "dump", "report.toml", "--stage", "content"], cwd=self.folder, stdout=out, preexec_fn=bounded) as running:
            _, status, usage = os.wait4(running.pid, 0)
            running.returncode = os.waitstatus_to_exitcode(status)
        print(f"{self.id().split('.')[-1]}: peak memory {usage.ru_maxrss} kB, {usage.ru_utime:.1f} s")
        self.assertEqual(running.returncode, 0)
        self.assertLess(usage.ru_maxrss, MOST_KILOBYTES)
        text = (self.folder / "dump").read_text(encoding="utf-8")
        for word in expected:
            self.assertIn(word, text)
        self.assertEqual(len(re.findall(r"\bn \d+", text)), len(expected))

    def test_csv(self):
        lines = write_csv(self.folder / "data/people.csv")
        self.make("people.csv", COLUMNS)
        self.dump("n 101", "n 102", "n 103")
        self.report.replace("data/data.toml", 'where = { region = "0301",', 'where = { region = ["0301", "9999"],')
        with (self.folder / "data/people.csv").open("ab") as file:
            file.write(b"0301,2021,many\n")
        result = self.report.run("check", preexec_fn=bounded)
        self.assertEqual(result.returncode, 1, result.stderr)
        self.assertIn(f"data/people.csv:{lines + 1}:11: error:", result.stderr)
        self.assertIn(f"{lines + 1} | 0301,2021,many\n", result.stderr)
        self.assertIn("[data.no-match]", result.stderr)

    def test_json(self):
        write_json(self.folder / "data/people.json")
        self.make("people.json", f'at = "/data"\n{COLUMNS}')
        self.dump("n 101", "n 103")

    def test_json_stat(self):
        write_json_stat(self.folder / "data/people.json")
        self.make("people.json", 'format = "json-stat"\ncolumns = { region = "text", item = "text", year = "year", count = { type = "integer", from = "value" } }',
                  ', item = "i0"')
        self.dump("n 99", "n 100")


if __name__ == "__main__":
    unittest.main()
