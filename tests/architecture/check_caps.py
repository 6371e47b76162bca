#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Sizes and first lines: files of at most 400 lines, functions of at most 40 code lines, an SPDX line on top."""
import re

import tree

FILE_CAP, HEADER_CAP, FUNCTION_CAP = 400, 250, 40
SPDX = "// SPDX-License-Identifier: Apache-2.0"
LOOSE_END = re.compile("|".join(["TO" + "DO", "FIX" + "ME", "XX" + "X"]))
NOT_A_FUNCTION = re.compile(r"(^|[^\w])(namespace|class|struct|enum|union|if|for|while|switch|catch|do|else|return|=)(\s|\()[^;{}]*$|=\s*$|^\s*$")


def without_comments_and_strings(text):
    """The text with comments and literals blanked, line breaks kept."""
    pattern = re.compile(r'R"(\w*)\(.*?\)\1"|//[^\n]*|/\*.*?\*/|"(?:\\.|[^"\\\n])*"|(?<![\w])\'(?:\\.|[^\'\\\n])+\'', re.S)
    return pattern.sub(lambda match: re.sub(r"[^\n]", " ", match.group()) if match.group()[0] == "/" else '""' + "\n" * match.group().count("\n"), text)


def opens_function(head):
    """Whether a brace after `head` (the text since the last ; { or }) opens a function's body."""
    head = re.sub(r"^\s*#[^\n]*$", "", head, flags=re.M).strip()
    if "(" not in head or NOT_A_FUNCTION.search(head.split("(")[0] + "("):
        return False
    return re.search(r"\)\s*(const|noexcept|override|final|&|\s|->[^;{}]*|:[^;{}]*)*$", head) is not None


def functions(text):
    """Yields (line, code lines) of every function body that is in no other function's body."""
    text = without_comments_and_strings(text)
    depth, head_start, body_depth, body_start = 0, 0, None, 0
    for at, character in enumerate(text):
        if character == "{":
            if body_depth is None and opens_function(text[head_start:at]):
                body_depth, body_start = depth, at
            depth += 1
            head_start = at + 1
        elif character == "}":
            depth -= 1
            if body_depth == depth:
                body = text[body_start + 1:at].split("\n")
                yield text.count("\n", 0, body_start) + 1, sum(1 for line in body if line.strip())
                body_depth = None
            head_start = at + 1
        elif character == ";":
            head_start = at + 1


def file_faults(name, text):
    lines = text.splitlines()
    cap = HEADER_CAP if name.endswith(".hpp") else FILE_CAP
    if len(lines) > cap:
        yield f"{name}: {len(lines)} lines, the cap is {cap}"
    if not lines or lines[0] != SPDX:
        yield f"{name}:1: the first line is no SPDX line"
    for number, line in enumerate(lines, 1):
        if LOOSE_END.search(line):
            yield f"{name}:{number}: a loose end: {line.strip()}"


def main():
    root = tree.root_argument().parse_args().root
    violations, read = [], 0
    for path in tree.sources(root, "src", "tests"):
        name = path.relative_to(root).as_posix()
        text = path.read_text(encoding="utf-8")
        violations += file_faults(name, text)
        for line, length in functions(text):
            read += 1
            if length > FUNCTION_CAP and name.startswith("src/"):
                violations.append(f"{name}:{line}: a function of {length} code lines, the cap is {FUNCTION_CAP}")
    tree.finish("functions", read, violations)


if __name__ == "__main__":
    main()
