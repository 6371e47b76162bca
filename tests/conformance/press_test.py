#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The file for a press is what PDF/X-4 asks, in inks only; a judge that reads its objects and operators notices each violation that
is planted. Plates are those of Ghostscript."""
import base64
import copy
import pathlib
import re
import struct
import subprocess
import sys
import unittest
import zlib

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import press_file  # noqa: E402
import program  # noqa: E402

EDITION = (program.ROOT / "layouts/editions/press.toml").read_text().replace("../colour/", str(program.ROOT / "layouts/colour") + "/")
NO_MARKS = re.sub(r"marks = .*", "marks = []", EDITION)


class Press(program.InFolder):
    def small(self, edition=EDITION, theme=None, prose=None, plain=False, name=None, command="build"):
        """A small report with an edition of its own named press."""
        report = program.SmallReport(self.folder)
        report.write("editions/press.toml", edition)
        definition = (self.folder / "report.toml").read_text().replace(str(program.ROOT / "layouts/editions"), str(self.folder / "editions"))
        if theme:
            report.write("theme.toml", theme)
            definition = definition.replace(str(program.ROOT / "layouts/theme.toml"), str(self.folder / "theme.toml"))
        if plain:  # running text and nothing else
            head, tail = definition.index("  [[part.block]]\n  kind = \"heading\""), definition.index("  [[part.block]]\n  kind = \"prose\"")
            chart = definition.index("  [[part.block]]\n  kind = \"chart\"")
            definition = definition[:head] + definition[tail:chart]
        if name:
            definition = re.sub(r'(?m)^name = .*$', lambda _: name, definition, count=1)
        report.write("report.toml", definition)
        if prose:
            report.write("data/nb/prose.md", prose)
        out = ("--out", self.folder / "out") if command == "build" else ()
        return program.run(command, self.folder / "report.toml", "--data", self.folder / "data", "--edition", "press", *out)

    def document(self, **options):
        self.succeed(self.small(**options))
        return press_file.Document(self.folder / "out/small-2021-press.pdf")

    def codes(self, document):
        return sorted({one.split(":")[0] for one in press_file.judge(document)[0]})

    def test_report_is_for_a_press(self):
        result = program.run("build", program.REPORT, "--data", program.REPORT_DATA, "--edition", "press", "--out", self.folder)
        self.succeed(result)
        self.assertEqual(result.stderr, "")
        document = press_file.Document(self.folder / "rikets-digitale-tilstand-2021-press.pdf")
        found, texts = press_file.judge(document)
        self.assertEqual(found, [])
        self.assertGreater(texts, 1000)
        for page in document.pages():
            sheet, bleed, trim = page["/MediaBox"], page["/BleedBox"], page["/TrimBox"]
            self.assertAlmostEqual(trim[2] - trim[0], 210 / 25.4 * 72, 2)
            self.assertAlmostEqual(trim[0] - bleed[0], 3 / 25.4 * 72, 2)
            self.assertAlmostEqual(bleed[0] - sheet[0], 10 / 25.4 * 72, 2)

    def test_each_planted_violation_is_noticed(self):
        sound = self.document()
        self.assertEqual(press_file.judge(sound)[0], [])
        for code, plant in PLANTED.items():
            with self.subTest(code):
                document = copy.copy(sound)
                document.head, document.objects = copy.deepcopy(sound.head), copy.deepcopy(sound.objects)
                document.trailer = document.objects["trailer"]["value"]
                plant(document)
                self.assertIn(code.split(",")[0], self.codes(document))

    def test_pictures_come_in_inks(self):
        (self.folder / "data").mkdir(exist_ok=True)
        (self.folder / "data/colour.png").write_bytes(png(2, bytes((200, 40, 30) * 64)))
        (self.folder / "data/grey.png").write_bytes(png(0, bytes((128,) * 64)))
        (self.folder / "data/drawing.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" width="20mm" height="20mm" viewBox="0 0 10 10">'
                                                      '<rect width="10" height="10" fill="#c02010" opacity="0.5"/><path d="M1 1L9 9" stroke="#000000"/></svg>')
        prose = "Se under.\n\n" + "".join(f"![Noe]({name})\n\n" for name in ("colour.png", "grey.png", "drawing.svg"))
        document = self.document(prose=prose, edition=EDITION.replace("resolution = 250", "resolution = 0"))
        self.assertEqual(press_file.judge(document)[0], [])
        images = [thing["stream"]["dict"]["/ColorSpace"] for thing in document.objects.values() if "stream" in thing and thing["stream"]["dict"].get("/Subtype") == "/Image"]
        self.assertEqual(sorted(images), ["/DeviceCMYK", "/DeviceGray"])
        form = next(base64.b64decode(thing["stream"]["data"]) for thing in document.objects.values() if "stream" in thing and thing["stream"]["dict"].get("/Subtype") == "/Form")
        self.assertIn(b"0 0 0 1 K", form)
        self.assertRegex(form, rb"[\d.]+ [\d.]+ [\d.]+ [\d.]+ k\n")
        self.assertIn("/Group", next(page for page in document.pages() if "/Group" in page))

    def test_running_text_is_on_the_black_plate_alone(self):
        self.succeed(self.small(NO_MARKS, plain=True, prose="Det er {{ sheep }} sauer. " * 40))
        cover = subprocess.run(["gs", "-q", "-o", "-", "-sDEVICE=inkcov", str(self.folder / "out/small-2021-press.pdf")], capture_output=True, text=True, check=True)
        plates = [line.split()[:4] for line in cover.stdout.splitlines() if "CMYK" in line]
        self.assertTrue(plates, cover.stdout)
        for page in plates:
            self.assertEqual(page[:3], ["0.00000"] * 3, page)
            self.assertGreater(float(page[3]), 0.001)

    def test_a_spot_ink_is_a_plate_of_its_own(self):
        theme = (program.ROOT / "layouts/theme.toml").read_text()
        theme = theme.replace('[colour.structure]\n', '[colour.structure]\nspot = "PANTONE 302 C"\n')
        document = self.document(edition=NO_MARKS, theme=theme)
        self.assertEqual(press_file.judge(document)[0], [])
        spaces = document.get(document.pages()[0]["/Resources"])["/ColorSpace"]
        self.assertEqual([document.get(space)[1] for space in spaces.values()], ["/PANTONE 302 C"])
        self.assertFalse([name for name in self.folder.glob("out/*.tif")])
        subprocess.run(["gs", "-q", "-o", str(self.folder / "out/plate%d.tif"), "-sDEVICE=tiffsep", "-r20", "-dLastPage=1", str(self.folder / "out/small-2021-press.pdf")], check=True)
        self.assertTrue(list(self.folder.glob("out/plate1(PANTONE 302 C).tif")), list(self.folder.glob("out/*")))

    def test_the_slug_line_keeps_clear_of_the_cross(self):
        theme = (program.ROOT / "layouts/theme.toml").read_text()
        for width, margins in (("210mm", ("22mm", "19mm")), ("148mm", ("12mm", "10mm")), ("105mm", ("8mm", "8mm"))):
            with self.subTest(width):
                narrow = theme.replace('width = "210mm"', f'width = "{width}"').replace('inner = "22mm"', f'inner = "{margins[0]}"').replace('outer = "19mm"', f'outer = "{margins[1]}"')
                long_name = 'name = "en-rapport-med-et-navn-som-er-mye-lengre-enn-arket-er-bredt-{{ about.year }}"'
                result = self.small(theme=narrow.replace('gutter = "5mm"', 'gutter = "2mm"'), plain=True, prose="Det er {{ sheep }} sauer.", name=long_name)
                self.succeed(result)
                path, = self.folder.glob("out/*.pdf")
                page = press_file.Document(path).pages()[0]
                middle, head = (page["/TrimBox"][0] + page["/TrimBox"][2]) / 2, page["/MediaBox"][3] - page["/BleedBox"][3]
                boxes = subprocess.run(["pdftotext", "-bbox", "-l", "1", str(path), "-"], capture_output=True, text=True, check=True).stdout
                words = re.findall(r'<word xMin="([\d.]+)" yMin="[\d.]+" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)', boxes)
                slug = [(float(left), float(right), word) for left, right, foot, word in words if float(foot) < head]
                self.assertTrue(slug)
                self.assertRegex(" ".join(word for _, right, word in slug if right < middle), r"en-rapport.*… · 1/\d+$")
                for left, right, word in slug:
                    self.assertTrue(right < middle - 3 * 72 / 25.4 or left > middle + 3 * 72 / 25.4, (word, left, right, middle))
                    self.assertLess(right, page["/TrimBox"][2], word)
                path.unlink()

    def profiles(self):
        """Files that are no profile of a press: by name."""
        coated = (program.ROOT / "layouts/colour/coated-fogra39.icc").read_bytes()
        self.succeed(program.SmallReport(self.folder).run())
        screen = press_file.Document(self.folder / "out/small-2021.pdf")
        rgb = base64.b64decode(screen.objects["obj:" + intent(screen)["/DestOutputProfile"]]["stream"]["data"])
        self.assertEqual(rgb[16:20], b"RGB ")
        files = {"none at all": b"no profile", "empty": b"", "cut off": coated[:3000], "of a screen": rgb, "of a scanner": coated[:12] + b"scnr" + coated[16:],
                 "without its tables": coated[:128] + bytes(4) + coated[132:]}
        for path in (self.folder / "out").iterdir():
            path.unlink()
        for name, data in files.items():
            (self.folder / f"{name}.icc").write_bytes(data)
        return [str(self.folder / f"{name}.icc") for name in files]

    def test_an_edition_that_contradicts_itself_writes_nothing(self):
        coated = str(program.ROOT / "layouts/colour/coated-fogra39.icc")
        bad = [(EDITION.replace(coated, path), "build.bad-profile", 14, "class prtr, CMYK") for path in self.profiles()]
        bad += [(EDITION.replace(coated, str(self.folder / "none.icc")), "definition.missing-file", 14, ""),
                (EDITION.replace('"x4"', '"a2a-ua1"'), "definition.conflict", 8, 'set profile = "x4"'),
                (EDITION[:EDITION.index("[colour]")], "definition.conflict", 5, "add [colour]"),
                (EDITION.replace('language = "nb"', 'language = "nb"\nseal = true'), "definition.conflict", 7, "take the key out"),
                (EDITION.replace('language = "nb"', 'language = "nb"\nart = "5mm"'), "definition.conflict", 7, "take the key out"),
                (EDITION.replace('bleed = "3mm"', 'bleed = "80mm"'), "press.bleed-too-large", 9, "3 to 5 mm"),
                (EDITION.replace('bleed = "3mm"', 'bleed = "-3mm"'), "definition.out-of-range", 9, '"0mm" on'),
                (EDITION.replace('bleed = "3mm"', 'bleed = "3mm"\nwidth = "220mm"'), "press.sheet-too-small", 10, "a larger sheet"),
                (EDITION.replace('bleed = "3mm"', 'bleed = "20mm"\nheight = "320mm"'), "press.sheet-too-small", 10, "less bleed"),
                (EDITION.replace('"crop", ', '"crops", '), "definition.unknown-value", 11, '"crop"'),
                (EDITION.replace("ink-limit = 300", "ink-limit = 900"), "definition.out-of-range", 18, "")]
        good = {"small-2021-press.pdf": b"as it was", "small-2021-press.manifest.json": b"so was this"}
        for edition, code, line, hint in bad:
            with self.subTest(code=code, line=line):
                for name, data in good.items():
                    (self.folder / "out" / name).write_bytes(data)
                result = self.small(edition)
                self.assertEqual(result.returncode, 1, result.stderr)
                self.assertRegex(result.stderr, rf"press\.toml:{line}:[1-9]\d*: error: .*\[{re.escape(code)}\]")
                self.assertRegex(result.stderr, rf"(?s)hint: .*{re.escape(hint)}" if hint else "error")
                self.assertEqual({path.name: path.read_bytes() for path in self.folder.glob("out/*")}, good)

    def test_an_art_box_of_an_edition_for_reading(self):
        reading = (program.ROOT / "layouts/editions/archive.toml").read_text()
        self.succeed(self.small(reading + 'art = "12mm"\n'))
        path = self.folder / "out/small-2021.pdf"
        for page in press_file.Document(path).pages():
            art, trim = page["/ArtBox"], page["/TrimBox"]
            for at, sign in enumerate((1, 1, -1, -1)):
                self.assertAlmostEqual(art[at], trim[at] + sign * 12 / 25.4 * 72, 2)
        before = path.read_bytes()
        for value, code in (("-1mm", "definition.out-of-range"), ("105mm", "build.no-art-box"), ("wide", "definition.bad-length")):
            with self.subTest(value):
                result = self.small(reading + f'art = "{value}"\n')
                self.assertEqual(result.returncode, 1)
                self.assertRegex(result.stderr, rf"press\.toml:{reading.count(chr(10)) + 1}:\d+: error: .*\[{re.escape(code)}\]")
                self.assertRegex(result.stderr, 'hint: |a length such as "5mm"')
                self.assertEqual(path.read_bytes(), before)
        self.succeed(self.small(reading))
        self.assertNotIn("/ArtBox", press_file.Document(path).pages()[0])

    def test_preflight_tells_where(self):
        """Each check on a built report, with what it finds planted in theme, edition or prose."""
        theme = (program.ROOT / "layouts/theme.toml").read_text()
        line_of = lambda text, words: text[:text.index(words)].count("\n") + 1
        (self.folder / "data").mkdir(exist_ok=True)
        (self.folder / "data/colour.png").write_bytes(png(2, bytes((200, 40, 30) * 64)))
        picture = {"prose": "Se under.\n\n![Noe](colour.png)\n"}
        structure, grey = "cmyk = [100, 62, 29, 50]", "cmyk = [0, 0, 0, 80]"
        planted = {
            "press.ink-over-limit": ({"theme": theme.replace(structure, "cmyk = [100, 90, 90, 90]")}, rf"theme\.toml:{line_of(theme, structure) - 2}:"),
            "press.profile-over-limit": ({"edition": EDITION.replace("ink-limit = 300", "ink-limit = 200")}, r"press\.toml:14:"),
            "press.hairline": ({"theme": re.sub(r'(?m)^width = "0\.\d+pt"', 'width = "0.2pt"', theme)}, r"(report|press)\.toml:\d+:\d+: warning: a line of 0\.2 pt on page"),
            "press.small-in-inks": ({"theme": theme.replace(grey, "cmyk = [60, 40, 30, 20]")}, r"(report\.toml|prose\.md):\d+:"),
            "press.small-reversed": ({"theme": theme.replace(grey, "cmyk = [0, 0, 0, 0]").replace('size = "7.6pt"', 'size = "5pt"').replace('size = "7.2pt"', 'size = "5pt"')}, r"(report\.toml|prose\.md):\d+:"),
            "press.near-trim": ({"edition": EDITION.replace('safety = "3mm"', 'safety = "40mm"')}, r"(report\.toml|prose\.md):\d+:"),
            "press.low-resolution": (picture, r"prose\.md:3:"),
            "press.rgb-converted": ({"theme": theme.replace(structure + "\n", "")}, rf"theme\.toml:{line_of(theme, structure) - 2}:"),
            "press.page-count": ({}, r"press\.toml:1:")}
        for code, (options, place) in planted.items():
            with self.subTest(code):
                result = self.small(command="check", **options)
                told = [line for line in result.stderr.splitlines() if line.endswith(f"[{code}]")]
                self.assertTrue(told, result.stderr)
                self.assertTrue(any(re.search(place, line) for line in told), told)
                if options:
                    self.assertNotIn(f"[{code}]", self.small(command="check", theme=theme).stderr, "said of a sound report too")

    def test_all_editions_are_written_each_as_if_alone(self):
        self.small()
        (self.folder / "editions/archive.toml").write_text((program.ROOT / "layouts/editions/archive.toml").read_text())
        alone = (self.folder / "out/small-2021-press.pdf").read_bytes(), (self.folder / "out/small-2021-press.manifest.json").read_bytes()
        self.succeed(program.run("build", self.folder / "report.toml", "--data", self.folder / "data", "--edition", "all", "--out", self.folder / "out"))
        self.assertEqual(sorted(path.name for path in self.folder.glob("out/*.pdf")), ["small-2021-press.pdf", "small-2021.pdf"])
        self.assertEqual(alone, ((self.folder / "out/small-2021-press.pdf").read_bytes(), (self.folder / "out/small-2021-press.manifest.json").read_bytes()))
        (self.folder / "editions/third.toml").write_text(EDITION)
        result = program.run("build", self.folder / "report.toml", "--data", self.folder / "data", "--edition", "all", "--out", self.folder / "out")
        self.assertIn("build.same-file", result.stderr)


def png(kind, samples):
    """Eight by eight pixels, of grey (0) or in RGB (2)."""
    def chunk(name, data):
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
    row = len(samples) // 8
    rows = b"".join(b"\0" + samples[at:at + row] for at in range(0, len(samples), row))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 8, 8, 8, kind, 0, 0, 0)) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def stream(document, key):
    return document.objects["obj:" + document.pages()[0][key]]["stream"]


def rewrite(document, old, new):
    """Changes the operators of the first page."""
    content = stream(document, "/Contents")
    data = base64.b64decode(content["data"])
    assert re.search(old, data), old
    content["data"] = base64.b64encode(re.sub(old, new, data, count=1)).decode()


def metadata(document, old, new):
    packet = document.objects["obj:" + document.catalog()["/Metadata"]]["stream"]
    data = base64.b64decode(packet["data"])
    assert old in data
    packet["data"] = base64.b64encode(data.replace(old, new)).decode()


def intent(document):
    return document.get(document.catalog()["/OutputIntents"][0])


def font(document):
    return next(thing["value"] for thing in document.objects.values() if isinstance(thing.get("value"), dict) and thing["value"].get("/Type") == "/FontDescriptor")


def resources(document):
    return document.get(document.pages()[0]["/Resources"])


def second_stand_in(document):
    """Two Separations of one name on the page."""
    tints = [{"/FunctionType": 2, "/Domain": [0, 1], "/C0": [0, 0, 0, 0], "/C1": [0, share, 0, 0], "/N": 1} for share in (0, 1)]
    resources(document).setdefault("/ColorSpace", {}).update({f"/X{at}": ["/Separation", "/Gold", "/DeviceCMYK", tint] for at, tint in enumerate(tints)})


def half_shown_form(document):
    """A form that is half transparent, on a page without a group."""
    form = {"/Subtype": "/Form", "/Resources": {"/ExtGState": {"/O": {"/ca": 0.5}}}}
    document.objects["obj:99999 0 R"] = {"stream": {"dict": form, "data": base64.b64encode(b"/O gs").decode()}}
    resources(document)["/XObject"] = {"/P9": "99999 0 R"}
    rewrite(document, rb"/Over gs\n", b"/P9 Do\n/Over gs\n")


# By the code that has to be said; after a comma which of several.
PLANTED = {
    "version": lambda document: document.head.update(pdfversion="1.7"),
    "identifier": lambda document: document.trailer.pop("/ID"),
    "encryption": lambda document: document.trailer.update({"/Encrypt": {}}),
    "action": lambda document: document.catalog().update({"/OpenAction": {}}),
    "action,annotation": lambda document: document.pages()[0].update({"/Annots": []}),
    "font": lambda document: [font(document).pop(key, None) for key in ("/FontFile2", "/FontFile3")],
    "intent,none": lambda document: document.catalog().pop("/OutputIntents"),
    "intent,archive": lambda document: intent(document).update({"/S": "/GTS_PDFA1"}),
    "intent,registry": lambda document: intent(document).pop("/RegistryName"),
    "intent,profile": lambda document: intent(document).pop("/DestOutputProfile"),
    "metadata,version": lambda document: metadata(document, b"PDF/X-4<", b"PDF/X-3<"),
    "metadata,trapped": lambda document: document.get(document.trailer["/Info"]).pop("/Trapped"),
    "metadata,title": lambda document: document.get(document.trailer["/Info"]).update({"/Title": "u:Another"}),
    "metadata,packed": lambda document: setattr(document, "raw", b""),
    "box,none": lambda document: document.pages()[0].pop("/BleedBox"),
    "box,outside": lambda document: document.pages()[0].update({"/TrimBox": [0, 0, 5000, 5000]}),
    "box,art": lambda document: document.pages()[0].update({"/ArtBox": document.pages()[0]["/TrimBox"]}),
    "colour": lambda document: rewrite(document, rb"0 0 0 1 k\n", b"0 0 0 rg\n"),
    "colour,grey": lambda document: rewrite(document, rb"0 0 0 1 k\n", b"0 g\n"),
    "rich black": lambda document: rewrite(document, rb"0 0 0 1 k\n", b"0.4 0.3 0.3 1 k\n"),
    "ink": lambda document: rewrite(document, rb"0 0 0 1 k\n", b"0.9 0.8 0.8 0.9 k\n"),
    "stream": lambda document: resources(document)["/ExtGState"]["/Over"].update({"/TR": "/Identity"}),
    "stream,postscript": lambda document: stream(document, "/Contents")["dict"].update({"/Subtype": "/PS"}),
    "operator,compatibility": lambda document: rewrite(document, rb"/Over gs\n", b"BX EX /Over gs\n"),
    "colour,intent": lambda document: rewrite(document, rb"/Over gs\n", b"/Bright ri /Over gs\n"),
    "layers": lambda document: document.catalog().update({"/OCProperties": {}}),
    "spot": second_stand_in,
    "transparency": half_shown_form,
    "overprint": lambda document: rewrite(document, rb"/Over gs\n", b""),
}


if __name__ == "__main__":
    unittest.main()
