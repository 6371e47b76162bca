# SPDX-License-Identifier: Apache-2.0
"""A judge of files for a press: what PDF/X-4 (ISO 15930-7) and the house's own rules of colour ask, read from the file's objects
and the operators of its pages, as qpdf takes them apart. No free judge of PDF/X-4 exists."""
import base64
import json
import pathlib
import re
import subprocess

TOKEN = re.compile(rb"\((?:\\.|[^\\()])*\)|<<|>>|<[0-9A-Fa-f\s]*>|\[|\]|/[^\s/\[\]()<>]*|[^\s/\[\]()<>]+")
SHOWS = {b"Tj", b"TJ", b"'", b'"'}
FILLS = {b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*"}
LINES = {b"S", b"s"}
RGB_OR_GREY = {b"rg", b"RG", b"g", b"G", b"sc", b"SC", b"sh", b"ri"}


class Document:
    """A PDF as qpdf's JSON: objects by "obj:N G R", streams decoded."""

    def __init__(self, pdf):
        text = subprocess.run(["qpdf", "--json=2", "--json-stream-data=inline", "--decode-level=generalized", str(pdf)], check=True,
                              capture_output=True).stdout
        self.raw = pathlib.Path(pdf).read_bytes()
        self.head, self.objects = json.loads(text)["qpdf"]
        self.trailer = self.objects["trailer"]["value"]

    def get(self, thing):
        """What a reference leads to; a stream's dictionary for a stream."""
        while isinstance(thing, str) and re.fullmatch(r"\d+ \d+ R", thing):
            found = self.objects.get("obj:" + thing, {"value": None})
            thing = found["stream"]["dict"] if "stream" in found else found["value"]
        return thing

    def data(self, reference):
        return base64.b64decode(self.objects["obj:" + reference]["stream"]["data"])

    def pages(self):
        def walk(reference):
            node = self.get(reference)
            if node.get("/Type") == "/Page":
                yield node
            for kid in node.get("/Kids", []):
                yield from walk(kid)
        return list(walk(self.catalog()["/Pages"]))

    def catalog(self):
        return self.get(self.trailer["/Root"])


def inside(inner, outer):
    return outer[0] <= inner[0] and outer[1] <= inner[1] and inner[2] <= outer[2] and inner[3] <= outer[3]


class Operators:
    """Walks the operators of one stream and says what breaks the rules of colour."""

    def __init__(self, document, resources, where):
        self.document, self.resources, self.where = document, resources, where
        self.found = []
        self.texts = 0

    def say(self, code, what):
        self.found.append(f"{code}: {self.where}: {what}")

    def read(self, data):
        state, stack, operands = {"fill": None, "stroke": None, "over": False}, [], []
        for token in TOKEN.findall(data):
            if token[:1] in b"/(<[]>" or re.fullmatch(rb"[-+.\d]+", token):
                operands.append(token)
                continue
            if token == b"q":
                stack.append(dict(state))
            elif token == b"Q":
                state = stack.pop()
            else:
                self.apply(token, operands, state)
            operands = []
        return self.found

    def apply(self, token, operands, state):
        if token in RGB_OR_GREY:
            self.say("colour", f"the operator {token.decode()}")
        elif token in (b"k", b"K"):
            state["fill" if token == b"k" else "stroke"] = tuple(float(number) for number in operands[-4:])
        elif token in (b"cs", b"CS"):
            space = self.document.get(self.document.get(self.resources.get("/ColorSpace", {})).get(operands[-1].decode()))
            if not isinstance(space, list) or space[0] != "/Separation":
                self.say("colour", f"the colour space {operands[-1].decode()}")
            state["fill" if token == b"cs" else "stroke"] = operands[-1].decode()
        elif token == b"gs":
            graphics = self.document.get(self.document.get(self.resources["/ExtGState"])[operands[-1].decode()])
            if "/OP" in graphics:
                state["over"] = bool(graphics["/OP"])
        elif token in SHOWS:
            self.texts += 1
            self.check_paint(state, "fill", "text")
        elif token in FILLS:
            if state["over"]:
                self.say("overprint", "a fill is printed over what it stands on")
            self.check_paint(state, "fill", "a fill")
        elif token in LINES:
            self.check_paint(state, "stroke", "a line")
        elif token in (b"BX", b"EX"):
            self.say("operator", f"the operator {token.decode()}, which hides unknown ones")
        elif token == b"Do" and state["over"]:
            self.say("overprint", "a picture is printed over what it stands on")

    def check_paint(self, state, use, what):
        inks = state[use]
        if inks is None:
            return self.say("colour", f"{what} in the black of DeviceGray that a page begins with")
        if isinstance(inks, str):
            return
        black_alone = inks[:3] == (0, 0, 0) and inks[3] > 0
        if what != "a fill" and black_alone != state["over"]:
            self.say("overprint", f"{what} of {inks} " + ("knocks out" if black_alone else "is printed over"))
        if what == "text" and inks[3] > 0.9 and not black_alone:
            self.say("rich black", f"text of {inks}")
        if sum(inks) > 3.0 + 1e-6:
            self.say("ink", f"{what} of {inks}")


def judge_intent(document):
    intents = [document.get(one) for one in document.get(document.catalog().get("/OutputIntents", []))]
    ours = [one for one in intents if one.get("/S") == "/GTS_PDFX"]
    if len(ours) != 1:
        return [f"intent: there are {len(ours)} output intents for a press"]
    found = []
    for key in ("/OutputConditionIdentifier", "/Info", "/RegistryName"):
        if not ours[0].get(key, "u:")[2:]:
            found.append(f"intent: no {key}")
    reference = ours[0].get("/DestOutputProfile")
    profile = document.data(reference) if reference else b""
    if profile[12:20] != b"prtrCMYK" or profile[36:40] != b"acsp" or document.get(reference).get("/N") != 4:
        found.append("intent: the profile is none of a press in CMYK")
    return found


def judge_metadata(document):
    reference = document.catalog().get("/Metadata")
    if reference is None:
        return ["metadata: none"]
    found = [] if b"<pdfxid:GTS_PDFXVersion>" in document.raw else ["metadata: the stream is packed"]
    packet = document.data(reference).decode()
    for pattern in ("<pdfxid:GTS_PDFXVersion>PDF/X-4<", "<pdf:Trapped>False<", "<xmpMM:DocumentID>uuid:", "<xmpMM:VersionID>1<", "<xmpMM:RenditionClass>default<",
                    "<xmp:CreateDate>2", "<xmp:ModifyDate>2", "<xmp:MetadataDate>2", "<dc:title>"):
        if pattern not in packet:
            found.append("metadata: no " + pattern)
    information = document.get(document.trailer.get("/Info", {}))
    if information.get("/Trapped") != "/False":
        found.append("metadata: Trapped is not said in the information dictionary")
    for key, name in (("/Title", "dc:title"), ("/CreationDate", "xmp:CreateDate")):
        value = information.get(key, "u:")[2:]
        digits = "".join(re.findall(r"\d+", value))[:8]
        if key == "/Title" and f'<rdf:li xml:lang="x-default">{value}</rdf:li>' not in packet:
            found.append("metadata: two titles")
        if key != "/Title" and not (digits and f"<{name}>{digits[:4]}-{digits[4:6]}-{digits[6:]}" in packet):
            found.append("metadata: two dates")
    return found


def dictionaries(value):
    """A value's dictionaries, however deep."""
    if isinstance(value, dict):
        yield value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from dictionaries(inner)


def judge_structure(document):
    found = []
    if document.head["pdfversion"] != "1.6":
        found.append("version: PDF " + document.head["pdfversion"])
    if len(document.trailer.get("/ID", [])) != 2:
        found.append("identifier: none")
    if "/Encrypt" in document.trailer:
        found.append("encryption: there is some")
    for key in ("/OpenAction", "/AA", "/AcroForm", "/AF"):
        if key in document.catalog():
            found.append("action: the catalog has " + key)
    if "/OCProperties" in document.catalog():
        found.append("layers: the catalog has /OCProperties")
    for name, thing in document.objects.items():
        whole = thing["stream"]["dict"] if "stream" in thing else thing.get("value")
        for value in dictionaries(whole):
            if value.get("/Type") == "/FontDescriptor" and not any(key in value for key in ("/FontFile", "/FontFile2", "/FontFile3")):
                found.append(f"font: {value.get('/FontName')} is not embedded")
            for key in ("/TR", "/TR2", "/HTP", "/OPI", "/PS", "/F"):
                if key in value and (value.get("/Type") == "/ExtGState" or value is whole and "stream" in thing):
                    found.append(f"stream: {name} has {key}")
            if value is whole and "stream" in thing and (value.get("/Subtype") == "/PS" or value.get("/Subtype2") == "/PS"):
                found.append(f"stream: {name} is PostScript")
    return found


def judge_page(document, page, where):
    found = []
    media, bleed, trim = (document.get(page.get(key)) for key in ("/MediaBox", "/BleedBox", "/TrimBox"))
    if not media or not trim or not bleed:
        found.append(f"box: {where} lacks one")
    elif not (inside(trim, bleed) and inside(bleed, media)):
        found.append(f"box: {where} has one outside another")
    if "/ArtBox" in page:
        found.append(f"box: {where} has an art box besides its trim box")
    for key in ("/Annots", "/AA"):
        if key in page:
            found.append(f"action: {where} has {key}")
    resources = document.get(page["/Resources"])
    operators = Operators(document, resources, where)
    found += operators.read(document.data(page["/Contents"]))
    shown = re.findall(rb"/(\w+) Do", document.data(page["/Contents"]))
    for name in shown:
        found += judge_picture(document, document.get(resources["/XObject"])["/" + name.decode()], page, where)
    return found, operators.texts


def judge_picture(document, reference, page, where):
    picture, found = document.get(reference), []
    transparent = "/SMask" in picture
    if picture["/Subtype"] == "/Image" and picture.get("/ColorSpace") not in ("/DeviceGray", "/DeviceCMYK"):
        found.append(f"colour: {where}: a picture in {picture.get('/ColorSpace')}")
    if picture["/Subtype"] == "/Form":
        resources = document.get(picture.get("/Resources", {}))
        data = document.data(reference)
        found += [one for one in Operators(document, resources, where).read(data) if not one.startswith("overprint")]
        transparent = any(state.get("/ca", 1) < 1 or state.get("/CA", 1) < 1 for state in document.get(resources.get("/ExtGState", {})).values())
    if transparent and document.get(page.get("/Group", {})).get("/CS") != "/DeviceCMYK":
        found.append(f"transparency: {where} doesn't say in which space it is blended")
    return found


def judge_spots(document, resources):
    tints, found = {}, []
    for space in document.get(resources.get("/ColorSpace", {})).values():
        name, other, tint = document.get(space)[1:]
        if tints.setdefault(name, (other, tint)) != (other, tint):
            found.append(f"spot: {name} has two stand-ins")
    return found


def judge(document):
    """What is wrong, each as "code: what"; the count of texts that were shown."""
    found = judge_structure(document) + judge_intent(document) + judge_metadata(document)
    texts = 0
    pages = document.pages()
    for number, page in enumerate(pages, 1):
        of_page, shown = judge_page(document, page, f"page {number}")
        found += of_page
        texts += shown
    found += judge_spots(document, document.get(pages[0]["/Resources"]))
    return found, texts
