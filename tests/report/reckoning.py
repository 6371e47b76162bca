# SPDX-License-Identifier: Apache-2.0
"""Reckons the numbers of a report again, from its data files alone: cells by place, expressions in fractions."""
import csv
import io
import pathlib
import re
import tomllib
from fractions import Fraction


def is_number(text):
    return re.fullmatch(r"[-+]?\d+(\.\d+)?", text) is not None


class Cells:
    """The cells of data files by "file:line:column", and stretches of them down a column."""

    def __init__(self):
        self.lines = {}

    def line(self, file, number):
        if file not in self.lines:
            self.lines[file] = pathlib.Path(file).read_text(encoding="utf-8-sig").split("\n")
        return self.lines[file][number - 1]

    def field(self, file, line, index):
        return next(csv.reader([self.line(file, line)]))[index]

    def at(self, place):
        """The texts of the cells at a place: one, or each of a stretch."""
        file, line, column = place.rsplit(":", 2)
        column, _, last = column.partition("–")
        line, column = int(line), int(column)
        if not file.endswith(".csv"):
            return [self.toml_value(self.line(file, line), column)]
        before = self.line(file, line)[:column - 1].removesuffix('"')
        index = len(next(csv.reader([before]))) - 1 if before else 0
        return [self.field(file, each, index) for each in range(line, int(last or line) + 1)]

    def toml_value(self, text, column):
        """A value of one line; the place of a text is that of its first character."""
        quoted = column > 1 and text[column - 2] == '"'
        return re.match(r'(?:[^"\\]|\\.)*' if quoted else r"[\w.+-]+", text[column - 1:]).group()

    def all_of(self, places):
        return [cell for place in places.split("; ") if place for cell in self.at(place)]

    def text_from(self, place, count):
        """So many characters of the file from a place on."""
        file, line, column = place.rsplit(":", 2)
        return "\n".join([self.line(file, int(line))[int(column) - 1:]] + self.lines[file][int(line):int(line) + 3])[:count]


class Figure:
    def __init__(self, fields, values, decimals=None):
        self.fields, self.values, self.decimals = fields, values, decimals

    def at(self, year):
        return self.values[year]

    def printed(self, year):
        """The value as it is printed: rounded half away from zero, only there."""
        value = self.at(year)
        return value if self.decimals is None else rounded(value, self.decimals)

    def latest(self, status_year):
        return max(year for year in self.values if year <= status_year)

    def before(self, year):
        earlier = [one for one in self.values if one < year]
        return max(earlier) if earlier else None


def rounded(value, decimals):
    scaled = abs(value) * 10 ** decimals
    whole = int(scaled + Fraction(1, 2))
    return Fraction(whole if value >= 0 else -whole, 10 ** decimals)


class Data:
    """The tables and figures of a folder as plain Python."""

    def __init__(self, folder, flat_within=Fraction(0)):
        self.folder, self.flat_within = pathlib.Path(folder), flat_within
        self.spec = tomllib.loads((self.folder / "data.toml").read_text(encoding="utf-8"))
        self.tables = {name: self.rows(table["file"]) for name, table in self.spec.get("table", {}).items() if table["file"].endswith(".csv")}
        self.figures, self.status_year = {}, None
        if "figures" in self.spec:
            self.read_figures(self.spec["figures"])

    def rows(self, file):
        return list(csv.DictReader(io.StringIO((self.folder / file).read_text(encoding="utf-8-sig"))))

    def read_figures(self, spec):
        self.status_year = spec["status-year"]
        for fields in self.rows(spec["file"]):
            self.figures[fields["name"]] = Figure(fields, {})
        for row in self.rows(spec["values"]):
            self.figures[row["figure"]].values[int(row["year"])] = Fraction(row["value"])
        for name, derived in self.spec.get("derived", {}).items():
            function, of = re.fullmatch(r"([\w-]+)\(([\w-]+)\)", derived["expression"]).groups()
            self.figures[name] = Figure(derived, self.derived(function, self.figures[of]), derived.get("decimals"))

    def derived(self, function, of):
        pairs = [(year, of.before(year)) for year in sorted(of.values) if of.before(year) is not None]
        if function == "change":
            return {year: of.at(year) - of.at(before) for year, before in pairs}
        assert function == "relative-change", function
        return {year: (of.at(year) - of.at(before)) / of.at(before) * 100 for year, before in pairs}

    def direction(self, name):
        figure = self.figures[name]
        now = figure.latest(self.status_year)
        before = figure.before(now)
        if before is None:
            return "none"
        change = figure.at(now) - figure.at(before)
        if abs(change) <= (self.flat_within if figure.fields.get("unit") == "percent" else 0):
            return "flat"
        rising = change > 0
        return "rising" if rising != (figure.fields.get("unit") == "rank") else "falling"


TOKEN = re.compile(r"\s*(?:(\d+(?:\.\d+)?)|'([^']*)'|\"([^\"]*)\"|([A-Za-z_][\w]*(?:-[\w]+)*)|(<=|>=|==|!=|[-+*/()\[\].,:<>]))")


def tokens_of(text):
    tokens, at = [], 0
    while at < len(text.rstrip()):
        found = TOKEN.match(text, at)
        assert found, text[at:]
        number, single, double, name, sign = found.groups()
        if number is not None:
            tokens.append(("number", Fraction(number)))
        elif single is not None or double is not None:
            tokens.append(("text", single if single is not None else double))
        else:
            tokens.append(("name", name) if name is not None else ("sign", sign))
        at = found.end()
    return tokens + [("end", None)]


class Reckoner:
    """Evaluates an expression; a row's name stands for the row inside "where"."""

    def __init__(self, data, cells=()):
        self.data, self.cells, self.scope = data, list(cells), {}

    def run(self, text):
        self.tokens, self.at = tokens_of(text), 0
        value = self.comparison()
        assert self.peek()[0] == "end", (text, self.peek())
        return value

    def peek(self):
        return self.tokens[self.at]

    def take(self, value=None):
        token = self.tokens[self.at]
        if value is not None and token[1] != value:
            return None
        self.at += 1
        return token

    def comparison(self):
        left, held = self.sum(), None
        while self.peek()[1] in ("==", "!=", "<", ">", "<=", ">="):
            sign, right = self.take()[1], self.sum()
            holds = {"==": left == right, "!=": left != right}.get(sign)
            if holds is None:
                holds = {"<": left < right, ">": left > right, "<=": left <= right, ">=": left >= right}[sign]
            held, left = holds and held is not False, right
        return left if held is None else held

    def sum(self):
        value = self.product()
        while self.peek() in (("sign", "+"), ("sign", "-")):
            value = value + self.product() if self.take()[1] == "+" else value - self.product()
        return value

    def product(self):
        value = self.part()
        while self.peek() in (("sign", "*"), ("sign", "/")):
            value = value * self.part() if self.take()[1] == "*" else value / self.part()
        return value

    def part(self):
        kind, value = self.take()
        if (kind, value) == ("sign", "("):
            value = self.comparison()
            assert self.take(")")
        elif (kind, value) == ("sign", "-"):
            value = -self.part()
        elif kind == "name":
            value = self.call(value) if self.take("(") else self.named(value)
        while self.peek() in (("sign", "."), ("sign", "[")):
            value = self.member(value, self.take()[1]) if self.take(".") else self.index(value)
        return value

    def named(self, name):
        if name in self.scope:
            return self.scope[name]
        if name == "figures" or name in self.data.tables:
            return name
        return ("figure", name)

    def index(self, of):
        self.take("[")
        key = self.comparison()
        assert self.take("]")
        if of == "figures":
            return ("figure", key)
        if isinstance(of, tuple):
            return self.data.figures[of[1]].at(int(key))
        return next(row for row in self.data.tables[of] if next(iter(row.values())) == str(key))

    def member(self, of, name):
        if isinstance(of, dict):
            return of.get(name, "")  # a derived figure has no such column
        assert of[0] == "figure", of
        if of[1] not in self.data.figures and len(self.cells) == 1:
            return Fraction(self.cells[0])  # the row of a loop, whose cell it is
        if name == "direction":
            return self.data.direction(of[1])
        text = self.data.figures[of[1]].fields[name]
        return Fraction(text) if is_number(text) else text

    def call(self, name):
        if name in ("words", "capital", "number", "percent"):
            value = self.comparison()
            while self.take(","):  # what is said of the form: "gender: 'neuter'"
                self.take(), self.take(":"), self.take()
            assert self.take(")")
            return value
        if name == "count" and self.peek()[1] in ("figures", *self.data.tables) and self.tokens[self.at + 1][1] in (")", "where"):
            return self.count()
        return self.statistic(name)

    def count(self):
        table = self.take()[1]
        rows = [one.fields for one in self.data.figures.values()] if table == "figures" else self.data.tables[table]
        if self.take(")"):
            return Fraction(len(rows))
        assert self.take("where")
        start, counted, end = self.at, 0, self.at
        for row in rows:
            self.at, self.scope[table] = start, row
            counted += self.comparison() not in (False, "", "false", None)
            end = self.at
        self.scope.pop(table, None)
        self.at = end
        assert self.take(")")
        return Fraction(counted)

    def statistic(self, name):
        """Of the cells that a chart rests on: count({} where …), median({}), quantile({}, 0.25), min({}), max({})."""
        values = sorted(Fraction(cell) for cell in self.cells if is_number(cell))
        while self.peek()[1] not in (")", ",", "where"):
            self.take()
        more = self.take()[1]
        if more == "where":
            condition = " ".join(str(value) if kind == "number" else value for kind, value in self.tokens[self.at:-2])
            self.at = len(self.tokens) - 1
            return Fraction(sum(self.between(condition, value) for value in values))
        share = self.take()[1] if more == "," else None
        assert more == ")" or self.take(")")
        return {"min": values[0], "max": values[-1], "median": quantile(values, Fraction(1, 2)), "quantile": share and quantile(values, share)}[name]

    def between(self, condition, value):
        low, _, _, *_ = condition.split(" ")
        last = condition.rsplit(" ", 2)
        return Fraction(low) <= value and (value <= Fraction(last[2]) if last[1] == "<=" else value < Fraction(last[2]))


def quantile(values, share):
    at = share * (len(values) - 1)
    below = int(at)
    above = min(below + 1, len(values) - 1)
    return values[below] + (at - below) * (values[above] - values[below])
