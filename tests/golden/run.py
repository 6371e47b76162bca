#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Compares what `tilstand dump` prints for each case with the case's expectations. A case without expectations, an
expectation without case and any diagnostic fail. A case named check-… is about diagnostics instead: what `tilstand check`
says, and its exit code, are its only expectation. Only scripts/update-goldens passes --update."""
import argparse
import concurrent.futures
import difflib
import os
import pathlib
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "support"))
import program  # noqa: E402

STAGES = ("content", "layout", "scene", "tags")


def stages(case):
    return ("check",) if program.is_about_check(case) else STAGES


def printed(case, stage):
    """What the program prints at the stage, and why that is no fit text to compare."""
    if stage == "check":
        result = program.run("check", "report.toml", cwd=case)
        return f"{result.stderr}exit {result.returncode}\n", "" if result.stderr else f"{case.name}: nothing is found\n"
    result = program.run("dump", "report.toml", "--stage", stage, cwd=case)
    sound = result.returncode == 0 and not result.stderr
    return result.stdout, "" if sound else f"{case.name}/{stage}: exit {result.returncode}\n{result.stderr}"


def fault(case, stage, update):
    """Why the case fails at the stage; empty when it passes."""
    (now, unfit), expectation = printed(case, stage), case / f"{stage}.txt"
    if unfit:
        return unfit
    if update:
        expectation.write_text(now, encoding="utf-8")
        return ""
    if not expectation.exists():
        return f"{case.name}/{stage}: no expectation; look at the dump, then run scripts/update-goldens\n"
    wanted = expectation.read_text(encoding="utf-8")
    if wanted == now:
        return ""
    lines = difflib.unified_diff(wanted.splitlines(True), now.splitlines(True), f"{case.name}/{stage}.txt", "now", n=2)
    return "".join(list(lines)[:60])


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--cases", type=pathlib.Path, default=HERE)
    parser.add_argument("--update", action="store_true")
    arguments = parser.parse_args()
    cases = sorted(path.parent for path in arguments.cases.glob("*/report.toml"))
    strays = [path for path in arguments.cases.glob("*/*.txt") if not (path.parent / "report.toml").exists()]
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        faults = list(pool.map(lambda pair: fault(*pair, arguments.update), [(case, stage) for case in cases for stage in stages(case)]))
    faults = [text for text in faults if text] + [f"{path}: no report.toml beside it\n" for path in strays]
    print("\n".join(faults) + f"{len(cases)} cases, {len(faults)} faults")
    return 1 if faults or not cases else 0


if __name__ == "__main__":
    sys.exit(main())
