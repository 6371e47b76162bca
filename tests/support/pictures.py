#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Makes small pictures for tests, byte by byte: `pictures.py FOLDER` writes those of the golden cases."""
import pathlib
import struct
import sys
import zlib


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(width, height, pixel, *, per_metre=0, extra=b""):
    """A PNG; `pixel(x, y)` gives (grey,), (red, green, blue) or (red, green, blue, opacity)."""
    kinds = {1: 0, 3: 2, 4: 6}
    kind = kinds[len(pixel(0, 0))]
    rows = b"".join(b"\0" + b"".join(bytes(pixel(x, y)) for x in range(width)) for y in range(height))
    resolution = chunk(b"pHYs", struct.pack(">IIB", per_metre, per_metre, 1)) if per_metre else b""
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, kind, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + extra + resolution + chunk(b"IDAT", zlib.compress(rows, 9)) + chunk(b"IEND", b"")


def png_bomb(side):
    """Declares side x side pixels and holds nothing."""
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)) + chunk(b"IDAT", b"") + chunk(b"IEND", b"")


def segment(marker, data):
    return struct.pack(">BBH", 0xFF, marker, len(data) + 2) + data


def exif(orientation):
    entry = struct.pack(">HHIHH", 0x0112, 3, 1, orientation, 0)
    return segment(0xE1, b"Exif\0\0MM\0\x2a" + struct.pack(">IH", 8, 1) + entry + struct.pack(">I", 0))


class Bits:
    def __init__(self):
        self.text = ""

    def add(self, value, size):
        self.text += format(value, f"0{size}b") if size else ""

    def bytes(self):
        text = self.text + "1" * (-len(self.text) % 8)
        return bytes(int(text[at:at + 8], 2) for at in range(0, len(text), 8)).replace(b"\xff", b"\xff\0")


def jpeg(columns, rows, block, *, orientation=1, density=0):
    """A baseline JPEG of blocks of 8 x 8 pixels in one colour each; `block(x, y)` gives (grey,) or (red, green, blue)."""
    count = len(block(0, 0))
    sizes = [0, 1, 5, 1, 1, 1, 1, 1, 1] + [0] * 7  # ITU-T T.81, table K.3: codes of each length, for values 0 to 11
    code, codes, value = 0, {}, 0
    for length, number in enumerate(sizes, 1):
        for _ in range(number):
            codes[value], code, value = (code, length), code + 1, value + 1
        code <<= 1
    out = b"\xff\xd8"
    if density:
        out += segment(0xE0, b"JFIF\0\1\2\1" + struct.pack(">HHBB", density, density, 0, 0))
    if orientation != 1:
        out += exif(orientation)
    out += segment(0xDB, b"\0" + b"\x01" * 64)
    parts = b"".join(bytes([part + 1, 0x11, 0]) for part in range(count))
    out += segment(0xC0, struct.pack(">BHHB", 8, rows * 8, columns * 8, count) + parts)
    out += segment(0xC4, b"\0" + bytes(sizes) + bytes(range(value)))
    out += segment(0xC4, b"\x10" + bytes([1] + [0] * 15) + b"\0")  # the only AC code ends a block
    out += segment(0xDA, bytes([count]) + b"".join(bytes([part + 1, 0]) for part in range(count)) + b"\0\x3f\0")
    bits, before = Bits(), [0] * count
    for y in range(rows):
        for x in range(columns):
            colour = block(x, y)
            if count == 3:
                r, g, b = colour
                luma = 0.299 * r + 0.587 * g + 0.114 * b
                colour = (luma, 128 + (b - luma) / 1.772, 128 + (r - luma) / 1.402)
            for part, level in enumerate(colour):
                direct = round((level - 128) * 8)
                step, before[part] = direct - before[part], direct
                size = abs(step).bit_length()
                bits.add(*codes[size])
                bits.add(step if step > 0 else step + (1 << size) - 1, size)
                bits.add(0, 1)
    return out + bits.bytes() + b"\xff\xd9"


LOGO = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20" width="40mm" height="20mm">
  <style>.field { fill: #123F5A } .line { fill: none; stroke: #B34D0C; stroke-width: 2 }</style>
  <clipPath id="round"><rect width="40" height="20" rx="4"/></clipPath>
  <g clip-path="url(#round)">
    <rect class="field" width="40" height="20"/>
    <path class="line" d="M0 15 C10 5 15 5 20 10 S32 15 40 4"/>
    <g transform="translate(30 6) rotate(45)"><rect x="-2" y="-2" width="4" height="4" fill="white" fill-opacity="0.6"/></g>
    <circle cx="8" cy="6" r="3" fill="gold"/>
  </g>
</svg>
"""


def ramp(x, y):
    """A landscape of sorts: its corners tell which way is up."""
    if y < 8:
        return (200, 60, 40) if x < 24 else (230, 235, 240)
    return (min(255, 60 + 2 * x), 110, 60) if y >= 20 else (90, 140, 190)


def main():
    folder = pathlib.Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "land.png").write_bytes(png(96, 32, ramp, per_metre=7874))
    (folder / "glass.png").write_bytes(png(40, 40, lambda x, y: (20, 90, 130, min(255, 6 * x)), per_metre=11811))
    (folder / "turned.jpg").write_bytes(jpeg(4, 12, lambda x, y: (200, 60, 40) if (x, y) == (0, 0) else (90, 60 + 15 * y, 120), orientation=6, density=200))
    (folder / "logo.svg").write_text(LOGO, encoding="utf-8")


if __name__ == "__main__":
    main()
