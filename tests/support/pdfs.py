# SPDX-License-Identifier: Apache-2.0
"""Writes small PDFs for tests, byte by byte: pages with boxes, text, shapes and pictures."""
import pathlib

MM = 72 / 25.4


class Page:
    """A page of content in points from the lower left corner of its trim; `margin` is what lies around the trim."""

    def __init__(self, content, size=(200, 280), bleed=0, margin=0, annotations="", resources="", trim=True):
        self.content, self.size, self.bleed, self.margin = content, size, bleed, margin
        self.annotations, self.resources, self.trim = annotations, resources, trim

    def dictionary(self):
        width, height = self.size
        box = lambda out: f"[{self.margin - out:g} {self.margin - out:g} {self.margin + width + out:g} {self.margin + height + out:g}]"
        boxes = f"/MediaBox {box(self.margin)}" + (f" /TrimBox {box(0)}" if self.trim else "") + (f" /BleedBox {box(self.bleed)}" if self.bleed else "")
        return f"{boxes} {self.annotations}"

    def stream(self):
        return f"q 1 0 0 1 {self.margin:g} {self.margin:g} cm\n{self.content}\nQ\n"


def text(x, y, words, size=10, font="F1"):
    """Operators that show words from a place."""
    escaped = words.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    return f"BT /{font} {size:g} Tf {x:g} {y:g} Td ({escaped}) Tj ET\n"


def stream(dictionary, data):
    data = data if isinstance(data, bytes) else data.encode("latin-1")
    return f"<<{dictionary}/Length {len(data)}>>\nstream\n".encode("latin-1") + data + b"\nendstream"


WIDTHS = "[" + " ".join(str(300 + code * 7 % 400) for code in range(32, 256)) + "]"
FONT = ("<</Type/Font/Subtype/TrueType/BaseFont/ABCDEF+Testskrift/Encoding/WinAnsiEncoding/FirstChar 32/LastChar 255/Widths " + WIDTHS +
        "/FontDescriptor<</Type/FontDescriptor/FontName/ABCDEF+Testskrift/Flags 32/FontBBox[0 0 1000 1000]/ItalicAngle 0/Ascent 800/Descent -200/CapHeight 700/StemV 80>>>>")
HELVETICA = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"


def write(path, pages, catalog="", information="", extra=(), font=FONT):
    """`extra` are objects (bytes) numbered from 5 on, to be named in resources and catalog."""
    objects = [None, None, font.encode(), information.encode() or b"<</Title(Test)>>", *extra]
    kids = []
    for page in pages:
        objects.append(stream("", page.stream()))
        content = len(objects)
        objects.append(f"<</Type/Page/Parent 2 0 R/Resources<</Font<</F1 3 0 R>>{page.resources}>>/Contents {content} 0 R {page.dictionary()}>>".encode())
        kids.append(f"{len(objects)} 0 R")
    objects[0] = f"<</Type/Catalog/Pages 2 0 R {catalog}>>".encode()
    objects[1] = f"<</Type/Pages/Count {len(kids)}/Kids[{' '.join(kids)}]>>".encode()
    data, places = b"%PDF-1.6\n%\xe2\xe3\xcf\xd3\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(data))
        data += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    table = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n" + "".join(f"{place:010d} 00000 n \n" for place in places)
    tail = f"trailer\n<</Size {len(objects) + 1}/Root 1 0 R/Info 4 0 R>>\nstartxref\n{len(data)}\n%%EOF\n"
    pathlib.Path(path).write_bytes(data + table.encode() + tail.encode())
    return path


def image(width, height, samples, space="/DeviceRGB"):
    return stream(f"/Type/XObject/Subtype/Image/Width {width}/Height {height}/BitsPerComponent 8/ColorSpace{space}", samples)
