#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Compiles each header alone, with the include folders that its room's sources are compiled with."""
import concurrent.futures
import json
import os
import pathlib
import re
import shlex
import subprocess
import tempfile

import tree


def compilers(build, root):
    """room -> compiler and its flags, from compile_commands.json."""
    found = {}
    for entry in json.loads((build / "compile_commands.json").read_text(encoding="utf-8")):
        path = pathlib.Path(entry["file"])
        if root / "src" not in path.parents:
            continue
        words = shlex.split(entry["command"])
        words = words[1:] if words[0].endswith("ccache") else words
        flags = [word for word in words[1:] if re.match(r"-(I|isystem|std|D)", word) or word.startswith("/")]
        folders = [flags[at - 1:at + 1] for at, word in enumerate(flags) if word.startswith("/") and at and flags[at - 1] == "-isystem"]
        plain = [word for word in flags if word.startswith("-") and word != "-isystem"]
        found[path.relative_to(root / "src").parts[0]] = [words[0], *plain, *[word for pair in folders for word in pair]]
    return found


def compile_alone(command, root, header):
    """The compiler's first words of complaint; empty when the header stands alone."""
    with tempfile.TemporaryDirectory() as folder:
        unit = pathlib.Path(folder) / "unit.cpp"
        unit.write_text(f'#include "{header.relative_to(root / "src").as_posix()}"\n', encoding="utf-8")
        run = subprocess.run([*command, "-I", str(root / "src"), "-fsyntax-only", str(unit)], capture_output=True, text=True, check=False)
    if run.returncode == 0:
        return ""
    return next((line for line in run.stderr.split("\n") if "error:" in line), "does not compile")


def main():
    parser = tree.root_argument()
    parser.add_argument("--build", type=pathlib.Path, required=True)
    arguments = parser.parse_args()
    root = arguments.root.resolve()
    by_room = compilers(arguments.build, root)
    headers = [path for path in tree.sources(root, "src") if path.suffix == ".hpp"]
    violations = []
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        jobs = {}
        for header in headers:
            command = by_room.get(header.relative_to(root / "src").parts[0]) or next(iter(by_room.values()))
            jobs[header] = pool.submit(compile_alone, command, root, header)
        for header, job in jobs.items():
            if job.result():
                violations.append(f"{header.relative_to(root).as_posix()}: {job.result()}")
    tree.finish("headers", len(headers), violations)


if __name__ == "__main__":
    main()
