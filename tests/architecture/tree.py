# SPDX-License-Identifier: Apache-2.0
"""What the checks of this folder share: the table of rooms, the files, and how a check ends."""
import argparse
import pathlib
import re
import sys


def root_argument():
    parser = argparse.ArgumentParser()
    parser.add_argument("--root", type=pathlib.Path, default=pathlib.Path(__file__).resolve().parents[2])
    return parser


def rooms(root):
    """The report_room lines of src/CMakeLists.txt in order: name -> (rooms used, libraries owned)."""
    table = {}
    text = (root / "src" / "CMakeLists.txt").read_text(encoding="utf-8")
    for name, rest in re.findall(r"^report_room\((\w+)\s*([^)]*)\)", text, re.M):
        words = {"USES": [], "OWNS": []}
        kind = "USES"
        for word in rest.split():
            if word in words:
                kind = word
            else:
                words[kind].append(word)
        table[name] = (words["USES"], words["OWNS"])
    return table


def sources(root, *folders):
    """C++ files below the folders, sorted."""
    found = []
    for folder in folders:
        found += [path for path in (root / folder).rglob("*") if path.suffix in (".hpp", ".cpp")]
    return sorted(found)


def finish(what, read, violations):
    """Ends the check: prints violations; having read nothing is a violation too."""
    if read == 0:
        violations = violations + [f"{what}: nothing was read"]
    for line in violations:
        print(line)
    print(f"{what}: {read} read, {len(violations)} violations")
    sys.exit(1 if violations else 0)
