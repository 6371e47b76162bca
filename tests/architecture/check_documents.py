#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Documents tell the truth: ARCHITECTURE's rooms are the build's, every diagnostic code is listed, and no file
names a path of somebody's machine."""
import re
import subprocess

import tree

MACHINE_PATH = re.compile("|".join(r"(?<![\w.])" + "/" + top + "/" for top in ("home", "root", "work", "Users")) + r"|\b[A-Z]:\\\w")
ARGUMENT = r'(?:"[^"]*"|\([^()]*\)|[^"();])*?'  # what may stand before the code
RAISED = re.compile(r'\b(?:error|warning|notice|mistake|refuse|fail)\((?:' + ARGUMENT + r',)?\s*"([a-z]+\.[a-z0-9-]+)"|Severity::\w+,\s*"([a-z]+\.[a-z0-9-]+)"')


def room_faults(root, table):
    text = (root / "ARCHITECTURE.md").read_text(encoding="utf-8")
    listed = re.findall(r"^\| `([a-z]+)` \|", text, re.M)  # types begin with a capital
    if listed != list(table):
        yield f"ARCHITECTURE.md: rooms {listed}, the build has {list(table)}"


def code_faults(root):
    listed = set(re.findall(r"^\| `([a-z]+\.[a-z0-9-]+)` \|", (root / "src/base/codes.md").read_text(encoding="utf-8"), re.M))
    raised, everything = {}, ""
    for path in tree.sources(root, "src"):
        text = path.read_text(encoding="utf-8")
        if path.suffix == ".cpp":
            everything += text
        for match in RAISED.finditer(text):
            raised[match.group(1) or match.group(2)] = path.relative_to(root).as_posix()
    for code in sorted(set(raised) - listed):
        yield f"{raised[code]}: the code {code} is not in src/base/codes.md"
    for code in sorted(listed):
        if f'"{code}"' not in everything:
            yield f"src/base/codes.md: nothing raises {code}"


def text_files(root):
    listed = subprocess.run(["git", "-C", str(root), "ls-files", "-z"], capture_output=True, check=False)
    names = listed.stdout.decode().split("\0") if listed.returncode == 0 else []
    paths = [root / name for name in names if name] or [path for path in root.rglob("*") if "out" not in path.relative_to(root).parts]
    for path in paths:
        if path.is_file() and b"\0" not in path.read_bytes()[:4096]:
            yield path


def path_faults(root, paths):
    for path in paths:
        for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), 1):
            if MACHINE_PATH.search(line):
                yield f"{path.relative_to(root).as_posix()}:{number}: a machine's path: {line.strip()[:100]}"


def main():
    root = tree.root_argument().parse_args().root
    paths = list(text_files(root))
    violations = [*room_faults(root, tree.rooms(root)), *code_faults(root), *path_faults(root, paths)]
    tree.finish("documents", len(paths), violations)


if __name__ == "__main__":
    main()
