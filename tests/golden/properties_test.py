#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What must hold for every golden case, whatever it is about, read from its expectations: each paragraph and cell stands in one
place, whole and in order; nothing leaves its frame; a page with rows of a table has its head; a note stands on the page of
its mark or goes on. And that each of these checks finds what is planted."""
import collections
import pathlib
import re
import sys
import unittest

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "support"))
import program  # noqa: E402

# The page of theme.toml, in millimetres: lines hang by as much as a hyphen over the edge of the live area.
WIDTH, HEIGHT, HEAD, FOOT, INNER, OUTER, HANG = 120, 150, 15, 15, 12, 10, 1
LINE = re.compile(r"  line (-?[\d.]+),(-?[\d.]+) w ([\d.]+) \[([^\]]*)\] ?(.*)")
MARK = re.compile(r"\((note )?(\d+)\)|\(chart: [^()]*\)|\{pages?\}|\(pages? of \d+\)|\[[a-z][\w-]*\]")

Line = collections.namedtuple("Line", "page turned left_page x y width leaf text")


def lines_of(layout):
    """All lines of a dump of pages, in order."""
    page, head = -1, ""
    for row in layout.split("\n"):
        if row.startswith("page "):
            page, head = page + 1, row
        found = LINE.fullmatch(row)
        if found:
            x, y, width = (float(found[i]) for i in (1, 2, 3))
            yield Line(page, head.endswith(" turned"), " left" in head, x, y, width, found[4], found[5])


def bare(text):
    """Without what breaking lines may add, take or draw."""
    return re.sub(r"[\u00ad\u202c\u202e\s]", "", text)


def paragraphs_of(content):
    """Node, style and marked-up text of each paragraph."""
    for row in content.split("\n"):
        found = re.fullmatch(r" *(\d+) paragraph (?:#\S+ )?(?:h\d )?(\S+) \| (.*)", row)
        if found:
            yield found[1], found[2], found[3]


def pattern_of(text):
    """What a paragraph prints, as an expression: numbers that only layout knows are open, marks of notes are groups."""
    notes, at, pattern = [], 0, ""
    for mark in MARK.finditer(text):
        pattern += re.escape(bare(text[at:mark.start()]))
        if mark[1]:
            notes.append(mark[2])
            pattern += r"(\d+)"
        elif "page" in mark[0]:
            pattern += r"[\divxlc\u2013]*"
        at = mark.end()
    return pattern + re.escape(bare(text[at:])), notes


def by_leaf(lines):
    leaves = collections.OrderedDict()
    for line in lines:
        if line.leaf != "artifact":
            leaves.setdefault(line.leaf, []).append(line)
    return leaves


def whole(content, layout):
    """Paragraphs that are not printed once, whole, from top to bottom."""
    leaves = by_leaf(lines_of(layout))
    for node, style, text in paragraphs_of(content):
        lines = leaves.get(node + " whole", [])
        pattern, _ = pattern_of(text)
        if text and style != "tabbed" and not re.fullmatch(pattern, bare("".join(line.text for line in lines))) and "\u202e" not in text:
            yield f"node {node} does not say {text!r}"
        if [line.page for line in lines] != sorted(line.page for line in lines):
            yield f"node {node} is out of order"


def framed(_, layout):
    """Lines outside the live area of their page."""
    for line in lines_of(layout):
        if line.leaf == "artifact":
            continue
        left, right, top, foot = (OUTER, INNER, HEAD, HEIGHT - FOOT) if line.left_page else (INNER, OUTER, HEAD, HEIGHT - FOOT)
        if line.turned:
            left, right, top, foot = FOOT, HEAD, min(INNER, OUTER), WIDTH - min(INNER, OUTER)
        width = HEIGHT if line.turned else WIDTH
        if line.x < left - HANG or line.x + line.width > width - right + HANG or line.y < top or line.y > foot + 0.1:
            yield f"page {line.page}: {line.text!r} leaves its frame"


def headed(_, layout):
    """Pages with rows of a table that has a head, without that head."""
    lines = list(lines_of(layout))
    heads, pages = {}, collections.defaultdict(set)
    for line in lines:
        node, _, part = line.leaf.partition(" ")
        if part.startswith("head-cell -1:") and line.text:
            heads.setdefault(node, line.text)
        if part.startswith("cell "):
            pages[node].add(line.page)
    for node, head in heads.items():
        for page in sorted(pages[node]):
            if not any(line.page == page and line.text == head and (line.leaf == "artifact" or line.leaf.startswith(node + " head")) for line in lines):
                yield f"page {page}: the table of node {node} has no head"


def noted(content, layout):
    """Notes that do not begin on the page of their mark, or leave a page out."""
    lines = list(lines_of(layout))
    leaves = by_leaf(lines)
    for node, style, text in paragraphs_of(content):
        own = leaves.get(node + " whole", [])
        pattern, notes = pattern_of(text)
        found = re.fullmatch(pattern, bare("".join(line.text for line in own)))
        for number, note in enumerate(notes if found else []):
            label = leaves.get(note + " label", [])
            ends, seen = found.start(number + 1), 0
            for line in own:
                seen += len(bare(line.text))
                if seen > ends:
                    break
            if [one.page for one in label] != [line.page]:
                yield f"note {note} does not begin on page {line.page}"
    for leaf, own in leaves.items():
        pages = sorted({line.page for line in own})
        if leaf.endswith(" whole") and any(b - a > 1 and not between_is_full(lines, a, b) for a, b in zip(pages, pages[1:])):
            yield f"{leaf} leaves a page out"


def between_is_full(lines, first, last):
    """Only pages for floats alone stand between two pages of one paragraph."""
    return all("whole" not in line.leaf for line in lines if first < line.page < last)


CHECKS = (whole, framed, headed, noted)


def case(name):
    return ((HERE / name / "content.txt").read_text(encoding="utf-8"), (HERE / name / "layout.txt").read_text(encoding="utf-8"))


class Properties(unittest.TestCase):
    def test_all_cases(self):
        names = [case.name for case, about_check in program.golden_cases() if not about_check]
        self.assertGreater(len(names), 30)
        for name in names:
            for check in CHECKS:
                with self.subTest(case=name, check=check.__name__):
                    self.assertEqual(list(check(*case(name))), [])

    def planted(self, check, name, change):
        content, layout = case(name)
        changed = change(layout)
        self.assertNotEqual(layout, changed)
        self.assertNotEqual(list(check(content, changed)), [])

    def test_a_lost_line_is_found(self):
        self.planted(whole, "hard-case", lambda layout: re.sub(r"\n  line [^\n]*Kommunen deler[^\n]*", "", layout, count=1))

    def test_a_line_in_the_margin_is_found(self):
        self.planted(framed, "hard-case", lambda layout: re.sub(r"  line 12,", "  line 5,", layout.replace("[artifact]", "artifact")))

    def test_a_missing_head_is_found(self):
        self.planted(headed, "hard-case", lambda layout: layout[:-1].replace("[artifact] Fylke", "[artifact] Fylker"))

    def test_a_moved_note_is_found(self):
        self.planted(noted, "hard-case", lambda layout: re.sub(r"\n  line [^\n]*\[48 label\][^\n]*", "", layout) + "  line 12,100 w 1 [48 label] 1\n")


if __name__ == "__main__":
    unittest.main()
