#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""A table of 100,000 rows of 8 cells becomes a tagged PDF in less than 200 MB of memory, and qpdf finds it sound."""
import os
import pathlib
import subprocess
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import program  # noqa: E402

ROWS, COLUMNS, MOST_KILOBYTES = 100_000, 8, 200_000


def columns_of_definition():
    return "".join(f'    [[part.block.column]]\n    head = "K{number}"\n    text = "{{{{ cell.c{number} }}}}"\n'
                   + ("    row-head = true\n" if number == 0 else "") for number in range(COLUMNS))


class BigTable(program.InFolder):
    def test_memory_and_soundness(self):
        report = program.SmallReport(self.folder)
        names = [f"c{number}" for number in range(COLUMNS)]
        rows = "".join(",".join(f"{row * 7 + column}" for column in range(COLUMNS)) + "\n" for row in range(ROWS))
        report.write("data/cells.csv", ",".join(names) + "\n" + rows)
        declared = "".join(f'{name} = "text"\n' for name in names)
        report.replace("data/data.toml", "[figures]", f'[table.cells]\nfile = "cells.csv"\n[table.cells.columns]\n{declared}\n[figures]')
        definition = (self.folder / "report.toml").read_text(encoding="utf-8")
        table = '  [[part.block]]\n  kind = "table"\n  id = "big"\n  title = "Stor tabell"\n  repeat = "cells"\n  as = "cell"\n'
        report.write("report.toml", definition + table + columns_of_definition())
        with subprocess.Popen([str(program.PROGRAM), "build", "report.toml", "--out", "out"], cwd=self.folder) as running:
            _, status, usage = os.wait4(running.pid, 0)
            running.returncode = os.waitstatus_to_exitcode(status)
        print(f"peak memory {usage.ru_maxrss} kB, {usage.ru_utime:.1f} s, {report.pdf.stat().st_size} bytes")
        self.assertEqual(running.returncode, 0)
        self.assertLess(usage.ru_maxrss, MOST_KILOBYTES)
        checked = subprocess.run(["qpdf", "--check", str(report.pdf)], capture_output=True, text=True, check=False)
        self.assertEqual(checked.returncode, 0, checked.stdout + checked.stderr)


if __name__ == "__main__":
    unittest.main()
