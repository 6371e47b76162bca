# SPDX-License-Identifier: Apache-2.0
"""Registers of made-up editions and printed runs, written by the program itself, and parcels by SQLite."""
import dataclasses
import sqlite3

import program

PRINTERS = ("Fjellheim Trykk AS", "Grafisk Verksted Vest", "Sør-Øst Bok & Blad")
PAPERS = ("Munken Lynx 120 g/m²", "Scandia 2000 Natural 115 g/m²")
BINDINGS = ("saddle", "perfect", "n-up")
NAMES = ("Navnløst departement", "Hemmelig Mottaker")


@dataclasses.dataclass
class Run:
    name: str
    printer: str
    date: str
    copies: int


class PrintedRegister:
    """A register in the folder of a small report; each edition is the report with another number of sheep."""

    def __init__(self, folder):
        self.report = program.SmallReport(folder)
        self.folder = self.report.folder
        self.path = self.folder / "register.sqlite"

    def archive(self, *arguments, **how):
        result = program.run("archive", *arguments, cwd=self.folder, **{"env": {"SOURCE_DATE_EPOCH": "1640952000"}, **how})
        assert result.returncode == 0, result.stderr
        return result

    def begin(self):
        """A register in which nothing stands: the program makes it before it looks for the edition."""
        program.run("archive", "print", "0000", "--run", "1", "--printer", "T", "--paper", "P", "--binding", "saddle", "--date", "2022-01-01", "--copies", "1", cwd=self.folder)
        assert self.path.exists()

    def add_edition(self, sheep):
        self.report.replace("data/values.csv", "sheep,2021,1575", f"sheep,2021,{sheep}")
        result = self.report.run("build", "--edition", "archive")
        assert result.returncode == 0, result.stderr
        self.archive("register", self.report.pdf)
        self.report.replace("data/values.csv", f"sheep,2021,{sheep}", "sheep,2021,1575")
        return program.sha256(self.report.pdf)

    def add_runs(self, edition, count):
        """Printed runs, oldest first."""
        runs = []
        for number in range(1, count + 1):
            run = Run(str(number), PRINTERS[number % 3], f"2022-{1 + number // 28:02}-{1 + number % 28:02}", 250 * number)
            deposit = ("--deposit", "Nasjonalbiblioteket, 2022") if number % 2 else ()
            self.archive("print", edition, "--run", run.name, "--printer", run.printer, "--paper", PAPERS[number % 2], "--binding", BINDINGS[number % 3],
                         "--date", run.date, "--copies", run.copies, *deposit)
            runs.append(run)
        return runs

    def add_parcels(self, edition, states):
        """Parcels of the edition's occasion, one to each recipient of `NAMES`, in these states."""
        with sqlite3.connect(self.path) as database:
            report, year, name = database.execute("SELECT report, year, edition FROM editions WHERE sha256 = ?", (edition,)).fetchone()
            for number, (who, state) in enumerate(zip(NAMES, states), start=1):
                database.execute("INSERT INTO recipients VALUES (?, ?, 'x')", (number, f"nøkkel-{number}"))
                database.execute("INSERT INTO recipient_facts VALUES (?, ?, ?, '999888777', 'x')", (number, number, who))
                database.execute("INSERT INTO deliveries VALUES (?, ?, ?, ?, 1, ?, ?, ?, 1, 'x')", (number, report, year, name, number, f"melding-{number}", number))
                database.execute("INSERT INTO events VALUES (?, ?, NULL, ?, '', '', 'x')", (number, number, state))
        database.close()

    def add_package(self, edition):
        with sqlite3.connect(self.path) as database:
            database.execute("INSERT INTO packages SELECT 1, id, 'sip', 'small-2021.zip', ?, 41, 9000, '2022-02-01T12:00:00Z' FROM editions WHERE sha256 = ?", ("ab" * 32, edition))
            database.execute("INSERT INTO package_events VALUES (1, 1, 'added', 1, 'valid', '2022-02-01T12:00:00Z')")
        database.close()
