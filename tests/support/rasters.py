# SPDX-License-Identifier: Apache-2.0
"""Reads PNG and PPM pictures and tells how far apart two of them are."""
import struct
import zlib


def rgb_of_png(png):
    """Width, height and samples of an 8-bit RGB PNG without interlace."""
    at, data = 8, b""
    while at < len(png):
        size, kind = struct.unpack(">I4s", png[at:at + 8])
        if kind == b"IHDR":
            width, height, depth, colour, _, _, interlace = struct.unpack(">IIBBBBB", png[at + 8:at + 21])
            assert (depth, colour, interlace) == (8, 2, 0)
        elif kind == b"IDAT":
            data += png[at + 8:at + 8 + size]
        at += 12 + size
    return width, height, rows_of(zlib.decompress(data), width, height)


def paeth(left, up, corner):
    guess = left + up - corner
    distances = (abs(guess - left), abs(guess - up), abs(guess - corner))
    return (left, up, corner)[distances.index(min(distances))]


def rows_of(data, width, height):
    stride, rgb, before = width * 3, bytearray(), bytearray(width * 3)
    for row in range(height):
        kind, line = data[row * (stride + 1)], bytearray(data[row * (stride + 1) + 1:(row + 1) * (stride + 1)])
        for x in range(stride if kind else 0):
            left, corner = (line[x - 3], before[x - 3]) if x >= 3 else (0, 0)
            add = (0, left, before[x], (left + before[x]) // 2, paeth(left, before[x], corner))[kind]
            line[x] = (line[x] + add) & 255
        rgb += line
        before = line
    return bytes(rgb)


def rgb_of_ppm(ppm):
    head, rgb = ppm.split(b"\n", 3)[:3], ppm.split(b"\n", 3)[3]
    assert head[0] == b"P6" and head[2] == b"255"
    width, height = map(int, head[1].split())
    return width, height, rgb


def cells(width, height, rgb, side):
    """Means of squares of `side` pixels, of red, then green, then blue."""
    means = []
    for plane in (rgb[channel::3] for channel in range(3)):
        for top in range(0, height - side + 1, side):
            lines = [plane[(top + y) * width:(top + y + 1) * width] for y in range(side)]
            means += [sum(sum(line[left:left + side]) for line in lines) / side ** 2 for left in range(0, width - side + 1, side)]
    return means


def difference(one, other):
    """Mean and largest difference of two pictures' cells."""
    gaps = [abs(a - b) for a, b in zip(one, other)]
    return sum(gaps) / len(gaps), max(gaps)


def padded(width, height, rgb, wide, high):
    """The picture on a white ground of a size that is at least its own."""
    rows = [rgb[row * width * 3:(row + 1) * width * 3] + b"\xff" * 3 * (wide - width) for row in range(height)]
    return wide, high, b"".join(rows) + b"\xff" * 3 * wide * (high - height)
