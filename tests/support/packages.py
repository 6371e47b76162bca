# SPDX-License-Identifier: Apache-2.0
"""Archive packages of the annual report, made once for all tests of a class, and ways to spoil their copies."""
import hashlib
import json
import pathlib
import shutil
import tempfile

import program

PRINT_RUN = 'run = 1\nprinter = "A print house"\npaper = "120 g"\nbinding = "saddle"\ndate = "2022-01-20"\ncopies = 500\n'


def tree(path):
    """Digests of the files in a folder by name; of a file that of its bytes."""
    path = pathlib.Path(path)
    if path.is_file():
        return program.sha256(path)
    return {one.relative_to(path).as_posix(): program.sha256(one) if one.is_file() else "folder" for one in sorted(path.rglob("*"))}


def change_byte(path, at=-40):
    content = bytearray(path.read_bytes())
    content[at] ^= 1
    path.write_bytes(content)


def replace(path, old, new):
    content = path.read_bytes()
    assert old.encode() in content, f"{path} has no {old!r}"
    path.write_bytes(content.replace(old.encode(), new.encode(), 1))


class WithReport(program.InFolder):
    """The annual report built and packed once; tests work on copies."""

    @classmethod
    def setUpClass(cls):
        cls.shared = pathlib.Path(tempfile.mkdtemp())
        cls.addClassCleanup(shutil.rmtree, cls.shared)
        cls.judges = pathlib.Path(program.output_of(program.ROOT / "scripts/judge-env", "package").strip())
        built = cls.shared / "built"
        program.output_of(program.PROGRAM, "build", program.REPORT, "--data", program.REPORT_DATA, "--edition", "archive,press", "--out", built)
        cls.pdf = built / "rikets-digitale-tilstand-2021.pdf"
        cls.press = built / "rikets-digitale-tilstand-2021-press.pdf"
        cls.sheets = cls.shared / "sheets.pdf"
        program.output_of(program.PROGRAM, "impose", cls.press, "--binding", "saddle", "--sheet", "SRA2", "--paper-thickness", "0.1mm", "--out", cls.sheets)
        (cls.shared / "run.toml").write_text(PRINT_RUN, encoding="utf-8")
        (cls.shared / "program.tar.gz").write_bytes(b"the program's source")
        verdict = program.judge(["2a", "ua1"], cls.pdf)
        assert verdict.returncode == 0, verdict.stdout + verdict.stderr
        (cls.shared / "verapdf.txt").write_text(verdict.stdout, encoding="utf-8")
        cls.sip, cls.zip, cls.bag = cls.shared / "sip", cls.shared / "sip.zip", cls.shared / "bag"
        for options in (("--out", cls.sip), ("--zip", "--out", cls.zip), ("--bag", "--out", cls.bag)):
            made = cls.add(*options)
            assert made.returncode == 0, made.stderr

    @classmethod
    def add(cls, *options, project=program.ROOT, pdf=None, conformance=None, **how):
        return program.run("archive", "add", "--definition", project / "layouts/rikets-tilstand.toml", "--data", project / "data/2021", "--edition-file", pdf or cls.pdf,
                           "--press", cls.press, "--sheets", cls.sheets, "--conformance", conformance or cls.shared / "verapdf.txt", "--print-run", cls.shared / "run.toml",
                           "--source", cls.shared / "program.tar.gz", *options, **how)

    def record(self):
        return json.loads((self.sip / "metadata/other/edition.json").read_text(encoding="utf-8"))

    def copy(self, package):
        target = self.folder / ("copy-" + package.name)
        if package.is_dir():
            shutil.copytree(package, target)
        else:
            shutil.copyfile(package, target)
        return target


def relist(package, path):
    """Makes METS.xml tell of a file as it is now."""
    content = (package / path).read_bytes()
    mets = package / "METS.xml"
    text = mets.read_text(encoding="utf-8")
    before, place, after = text.partition(f'xlink:href="{path}"')
    assert place, path
    begin = after.index('CHECKSUM="') + len('CHECKSUM="')
    after = after[:begin] + hashlib.sha256(content).hexdigest() + after[begin + 64:]
    size = after.index('SIZE="') + len('SIZE="')
    after = after[:size] + str(len(content)) + after[after.index('"', size):]
    mets.write_text(before + place + after, encoding="utf-8")
