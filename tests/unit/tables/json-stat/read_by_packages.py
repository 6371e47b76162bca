#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes NAME.tsv beside each sample, as the packages pyjstat (PyPI) and jsonstat-toolkit (npm) read it: a line for each dimension
with its categories in order, an empty line, then value and status code of each cell, the last dimension running fastest.

Needs `pip install pyjstat==2.4.0 'pandas<2.2' 'numpy<2'` and `npm install jsonstat-toolkit@2.2.2` in the folder that is given;
the tests need neither, they compare with the files. Where the two packages disagree the script fails.
usage: read_by_packages.py FOLDER-WITH-NODE-MODULES
"""
import decimal
import json
import pathlib
import subprocess
import sys

from pyjstat import pyjstat

HERE = pathlib.Path(__file__).resolve().parent
# Sample, and where its dataset stands: what is older than JSON-stat 2 is wrapped in a name.
SAMPLES = [("galicia", ""), ("cantabria", ""), ("statswe", "dataset"), ("oecd-canada", "oecd"), ("oecd-canada", "canada")]

TOOLKIT = """
const read = require('jsonstat-toolkit'), fs = require('fs');
const set = read(JSON.parse(fs.readFileSync(process.argv[1], 'utf8'))).Dataset(process.argv[2] || 0);
const out = [];
for (let i = 0; i < set.n; i++) {
  const cell = set.Data(i, true), row = [];
  let rest = i;
  for (let d = set.id.length - 1; d >= 0; d--) { row.unshift(set.Dimension(d).id[rest % set.size[d]]); rest = Math.floor(rest / set.size[d]); }
  out.push([row, cell.value, cell.status === undefined ? null : cell.status]);
}
console.log(JSON.stringify({id: set.id, rows: out}));
"""


def text(value):
    """A value as plain digits; nothing when it is missing."""
    if value is None or value != value:
        return ""
    plain = format(decimal.Decimal(repr(value) if isinstance(value, float) else str(value)), "f")
    return plain[:-2] if plain.endswith(".0") else plain


def by_pyjstat(sample, name):
    document = json.loads(sample.read_text(encoding="utf-8"))
    if name:
        frames = dict(zip(document, pyjstat.from_json_stat(document, naming="id")))
        frame = frames[name]
    else:
        frame = pyjstat.Dataset.read(sample.read_text(encoding="utf-8")).write("dataframe", naming="id")
    columns = [column for column in frame.columns if column != "value"]
    return [[*(str(row[column]) for column in columns), text(row["value"])] for row in frame.to_dict("records")]


def by_toolkit(sample, name, folder):
    found = subprocess.run(["node", "-e", TOOLKIT, str(sample), name], cwd=folder, check=True, capture_output=True, text=True)
    return json.loads(found.stdout)


def main():
    folder = pathlib.Path(sys.argv[1])
    for stem, name in SAMPLES:
        sample = HERE / f"{stem}.json"
        toolkit = by_toolkit(sample, name, folder)
        rows = [[*place, text(value), status or ""] for place, value, status in toolkit["rows"]]
        if [row[:-1] for row in rows] != by_pyjstat(sample, name):
            sys.exit(f"{stem} {name}: the packages disagree")
        lines = []
        for at, dimension in enumerate(toolkit["id"]):
            lines.append("\t".join([dimension, *dict.fromkeys(row[at] for row in rows)]))
        lines += ["", *("\t".join(row[-2:]) for row in rows)]
        (HERE / (f"{stem}-{name}.tsv" if stem == "oecd-canada" else f"{stem}.tsv")).write_text("\n".join(lines) + "\n", encoding="utf-8")
        print(f"{stem} {name}: {len(rows)} cells")


if __name__ == "__main__":
    main()
