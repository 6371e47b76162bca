# SPDX-License-Identifier: Apache-2.0
"""Reads press sheets back from their bytes, and folds, nests, gathers and cuts them as a binder does."""
import base64
import json
import re
import subprocess


class File:
    """A PDF's objects, by qpdf."""

    def __init__(self, path):
        text = subprocess.run(["qpdf", "--json=2", "--json-stream-data=inline", "--decode-level=generalized", str(path)], capture_output=True, text=True, check=True).stdout
        parsed = json.loads(text)
        self.objects, self.pages = parsed["qpdf"][1], [page["object"] for page in parsed["pages"]]

    def get(self, value):
        while isinstance(value, str) and re.fullmatch(r"\d+ \d+ R", value):
            entry = self.objects["obj:" + value]
            value = entry.get("value", entry.get("stream"))
        return value

    def dictionary(self, value):
        found = self.get(value)
        return found.get("dict", found)

    def data(self, value):
        return base64.b64decode(self.get(value)["data"])

    @property
    def trailer(self):
        return self.objects["trailer"]["value"]

    @property
    def root(self):
        return self.dictionary(self.trailer["/Root"])

    @property
    def information(self):
        return self.dictionary(self.trailer["/Info"])

    def page(self, index):
        return self.dictionary(self.pages[index])


NUMBER = r"(-?[\d.]+) "
PLACED = re.compile(r"q " + NUMBER * 4 + r"re W n " + NUMBER * 6 + r"cm (/P\d+) Do Q")


class Shown:
    """A page on a side of a sheet: its number as its own content says, where its trim lies and how it stands."""

    def __init__(self, number, window, matrix, trim):
        self.number, self.window = number, window
        a, b, c, d, e, f = matrix
        corners = [(a * x + c * y + e, b * x + d * y + f) for x, y in ((trim[0], trim[1]), (trim[2], trim[3]))]
        self.left, self.right = sorted(corner[0] for corner in corners)
        self.bottom, self.top = sorted(corner[1] for corner in corners)
        self.turned = a < 0

    @property
    def middle(self):
        return (self.left + self.right) / 2, (self.bottom + self.top) / 2


def side_number(data):
    """The number of a page by what `pdfs` writes on it."""
    return int(re.search(rb"\(Side (\d+)\)", data).group(1))


def sides(path, trim, number_of=side_number):
    """Of each page of the file the pages that it shows. `trim`: that of the input's pages; `number_of` tells a page by its operators."""
    file, found = File(path), []
    for index in range(len(file.pages)):
        page = file.page(index)
        content = file.data(page["/Contents"]).decode("latin-1")
        forms = file.dictionary(file.dictionary(page["/Resources"])["/XObject"])
        shown = []
        for match in PLACED.finditer(content):
            numbers = [float(match.group(at)) for at in range(1, 11)]
            number = number_of(file.data(forms[match.group(11)]))
            shown.append(Shown(number, numbers[:4], numbers[4:], trim))
        found.append(shown)
    return found


def grid(all_sides, rows, columns):
    """Of each side its rows of cells from the top left: Shown, or None for a blank. The places come from all sides together."""
    places = [shown.middle for side in all_sides for shown in side]
    axis = lambda values, count: [min(values) + (max(values) - min(values)) * step / max(count - 1, 1) for step in range(count)]
    xs, ys = axis([x for x, _ in places], columns), axis([y for _, y in places], rows)[::-1]
    nearest = lambda value, among: min(range(len(among)), key=lambda at: abs(among[at] - value))
    grids = []
    for side in all_sides:
        cells = [[None] * columns for _ in range(rows)]
        for shown in side:
            x, y = shown.middle
            row, column = nearest(y, ys), nearest(x, xs)
            assert cells[row][column] is None, "two pages at one place"
            cells[row][column] = shown
        grids.append(cells)
    return grids


class Face:
    """A side of a leaf; `up`: it stands upright as the sheet lies now."""

    def __init__(self, shown):
        self.number, self.up = (shown.number, not shown.turned) if shown else (None, None)

    def tipped(self):
        """After the paper has been turned about a horizontal axis."""
        face = Face(None)
        face.number, face.up = self.number, None if self.up is None else not self.up
        return face


def over_side(pile):
    """A pile turned over about a vertical axis: heads stay up."""
    return [(down, up) for up, down in reversed(pile)]


def over_head(pile):
    """A pile turned over about a horizontal axis: heads come down."""
    return [(down.tipped(), up.tipped()) for up, down in reversed(pile)]


def folded(outside, inside):
    """A sheet folded, from its two sides as printed. It lies with its inside up; the right half is folded over the left while
    there are four columns, then the upper half over the lower, then right over left at the spine. Leaves (up, down) from the top."""
    rows, columns = len(outside), len(outside[0])
    piles = [[[(Face(inside[row][column]), Face(outside[row][columns - 1 - column]))] for column in range(columns)] for row in range(rows)]
    def fold_right():
        half = len(piles[0]) // 2
        for row in range(len(piles)):
            piles[row] = [over_side(piles[row][-1 - at]) + piles[row][at] for at in range(half)]
    if columns == 4:
        fold_right()
    if rows == 2:
        upper = piles.pop(0)
        piles[0] = [over_head(upper[at]) + piles[0][at] for at in range(len(upper))]
    fold_right()
    (pile,), = piles
    return pile


def nested(booklets):
    """Folded sheets put into one another, the first outside."""
    book = []
    for pile in reversed(booklets):
        half = len(pile) // 2
        book = pile[:half] + book + pile[half:]
    return book


def read(book):
    """The pages in the order in which they are read, and whether each stands upright; the first page lies face down, lowest."""
    return [(face.number, face.up) for up, down in reversed(book) for face in (down, up)]
