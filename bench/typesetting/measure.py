# SPDX-License-Identifier: Apache-2.0
"""Measures how two PDFs set the same text, from their bytes alone (pdftotext's boxes of words), and says which is worse where.
usage: measure.py OURS.pdf THEIRS.pdf"""
import collections
import html
import re
import statistics
import subprocess
import sys

WORD = re.compile(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>')
INDENT = 10  # points: less than the paragraphs' indent, more than any hanging


def pages_of(path):
    """Pages of lines of words (left, right, text), from top to bottom."""
    boxes = subprocess.run(["pdftotext", "-bbox", path, "-"], capture_output=True, text=True, check=True).stdout
    for page in boxes.split("<page ")[1:]:
        rows = collections.defaultdict(list)
        for left, _, right, foot, text in WORD.findall(page):
            rows[round(float(foot) / 4)].append((float(left), float(right), html.unescape(text)))
        if rows:
            yield [sorted(rows[key]) for key in sorted(rows)]


class Setting:
    """What was measured of one PDF."""

    def __init__(self, path):
        self.pages = list(pages_of(path))
        lines = [line for page in self.pages for line in page]
        self.left = statistics.median(line[0][0] for line in lines)
        right = statistics.mode(round(line[-1][1]) for line in lines)
        self.starts = [[line[0][0] > self.left + INDENT for line in page] for page in self.pages]
        full = [line for line in lines if line[-1][1] > right - 4 and len(line) > 3]
        # Trailing lines of paragraphs are set at the natural width: their spaces tell it.
        loose = [b[0] - a[1] for line in lines if line[-1][1] < right - 12 for a, b in zip(line, line[1:])]
        self.natural = statistics.median(loose)
        self.lines = len(full)
        self.badness = 0.0
        self.widest = 0.0
        for line in full:
            gaps = [b[0] - a[1] for a, b in zip(line, line[1:])]
            ratio = statistics.mean(gaps) / self.natural
            self.badness += len(gaps) * (ratio - 1) ** 2
            self.widest = max(self.widest, ratio)
        ends = [line[-1][2] for line in lines]
        divided = [text.endswith(("-", "\u00ad", "\u2010")) for text in ends]
        self.hyphens = sum(divided)
        self.rows_of_hyphens = sum(a and b for a, b in zip(divided, divided[1:]))
        self.count_alone()

    def count_alone(self):
        self.widows = self.orphans = 0
        for (starts, (page, following)) in zip(zip(self.starts, self.starts[1:]), zip(self.pages, self.pages[1:])):
            here, there = starts
            if here[-1] and not there[0]:
                self.orphans += 1
            if not there[0] and len(there) > 1 and there[1]:
                self.widows += 1

    def rows(self):
        return {"pages": len(self.pages), "justified lines": self.lines, "sum of squared deviation of word spaces": round(self.badness, 1),
                "widest word space, of the natural": round(self.widest, 2), "divided lines": self.hyphens,
                "divided lines in a row": self.rows_of_hyphens, "widows": self.widows, "orphans": self.orphans}


COUNTS = ("sum of squared deviation of word spaces", "divided lines", "widows", "orphans")


def main():
    ours, theirs = Setting(sys.argv[1]).rows(), Setting(sys.argv[2]).rows()
    for name in ours:
        print(f"{name:42} {ours[name]:>10} {theirs[name]:>10}")
    worse = [name for name in COUNTS if ours[name] > theirs[name]]
    better = [name for name in COUNTS if ours[name] < theirs[name]]
    open_counts = [name for name in COUNTS if theirs[name] > 0]  # where nothing is wrong, nothing can be better
    print(f"better on {len(better)} of {len(open_counts)} counts that are not nought already, worse on {len(worse)}" +
          (": " + ", ".join(worse) if worse else ""))
    sys.exit(1 if worse or len(better) * 2 <= len(open_counts) else 0)


main()
