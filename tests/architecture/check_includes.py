#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Compares every #include of src/ with the table of rooms in src/CMakeLists.txt, third-party headers included."""
import re

import tree

# Header -> what the room's OWNS must hold. Header-only libraries have no target and are owned by name.
OWNED = [
    (r"hpdf.*", "${HPDF_LIBRARY}"), (r"hyphen\.h", "${HYPHEN_LIBRARY}"), (r"pango/.*", "PkgConfig::pangoft2"),
    (r"glib.*", "PkgConfig::pangoft2"), (r"hb-subset.*", "PkgConfig::harfbuzz_subset"), (r"hb.*", "PkgConfig::harfbuzz"),
    (r"fontconfig/.*", "PkgConfig::fontconfig"), (r"ft2build\.h|freetype/.*|FT_\w+", "PkgConfig::freetype2"),
    (r"cairo-ft\.h", "PkgConfig::cairo_ft"), (r"cairo-svg\.h", "PkgConfig::cairo_svg"), (r"cairo.*", "PkgConfig::cairo"),
    (r"cmark.*", "PkgConfig::libcmark_gfm"), (r"lcms2.*", "PkgConfig::lcms2"), (r"png\.h", "PkgConfig::libpng"),
    (r"jpeglib\.h|jerror\.h", "PkgConfig::libjpeg"), (r"expat\.h", "PkgConfig::expat"), (r"unicode/.*", "ICU::uc"),
    (r"openssl/.*", "OpenSSL::Crypto"), (r"zlib\.h", "ZLIB::ZLIB"), (r"qpdf/.*", "PkgConfig::libqpdf"),
    (r"curl/.*", "PkgConfig::libcurl"), (r"sqlite3\.h", "PkgConfig::sqlite3"), (r"libxml/.*", "PkgConfig::libxml_2_0"),
    (r"archive(_entry)?\.h", "PkgConfig::libarchive"), (r"pthread\.h", "Threads::Threads"),
]
HEADER_ONLY = [(r"toml\+\+/.*", "definition"), (r"rapidjson/.*", "tables"), (r"CLI/.*", "cli")]
SYSTEM = {"fcntl.h", "malloc.h", "spawn.h", "termios.h", "unistd.h", "sys/file.h", "sys/socket.h", "sys/stat.h", "sys/types.h", "sys/wait.h"}


def third_party_fault(room, header, owns):
    """Why the room may not include the library's header; None when it may."""
    if re.fullmatch(r"[a-z_0-9]+", header) or header in SYSTEM:
        return None
    for pattern, owner in HEADER_ONLY:
        if re.fullmatch(pattern, header):
            return None if room == owner else f"only room {owner} may"
    for pattern, library in OWNED:
        if re.fullmatch(pattern, header):
            return None if library in owns else f"the room does not own {library}"
    return "no room owns it (add it to tests/architecture/check_includes.py and to a room's OWNS)"


def room_fault(room, header, table):
    """Why the room may not include the project's header; None when it may."""
    target = header.split("/")[0]
    if "/" not in header or target not in table:
        return "project headers are written from src/, as room/file.hpp"
    if target == room or target in table[room][0]:
        return None
    return f"room {room} does not use room {target}"


def table_faults(table):
    """A room may use only rooms that stand before it."""
    faults, before = [], []
    for name, (uses, _) in table.items():
        faults += [f"src/CMakeLists.txt: room {name} uses {used}, which does not stand before it" for used in uses if used not in before]
        before.append(name)
    return faults


def main():
    root = tree.root_argument().parse_args().root
    table = tree.rooms(root)
    table_with_main = {**table, ".": (["cli"], [])}
    violations, read = table_faults(table), 0
    for path in tree.sources(root, "src"):
        inside = path.relative_to(root / "src")
        room = inside.parts[0] if len(inside.parts) > 1 else "."
        if room not in table_with_main:
            violations.append(f"src/{inside}: room {room} is not in the table")
            continue
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            match = re.match(r'\s*#\s*include\s+(?:"([^"]+)"|<([^>]+)>|(\w+))', line)
            if not match:
                continue
            read += 1
            own, library, macro = match.groups()
            fault = room_fault(room, own, table_with_main) if own else third_party_fault(room, library or macro, table_with_main[room][1])
            if fault:
                violations.append(f"src/{inside}:{number}: {line.strip()}: {fault}")
    tree.finish("includes", read, violations)


if __name__ == "__main__":
    main()
