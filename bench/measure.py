# SPDX-License-Identifier: Apache-2.0
"""Runs both programs in turn and prints medians of wall time and peak memory. usage: measure.py RUNS FOLDER"""
import os
import statistics
import subprocess
import sys
import time


def once(command):
    """Wall seconds and peak memory in MB of one process."""
    started = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as running:
        complaint = running.stderr.read()
        _, status, usage = os.wait4(running.pid, 0)
        running.returncode = os.waitstatus_to_exitcode(status)
    if running.returncode != 0:
        sys.exit(complaint.decode())
    return time.perf_counter() - started, usage.ru_maxrss / 1024


def pages(path):
    listed = subprocess.run(["pdfinfo", path], capture_output=True, text=True, check=True).stdout
    return next(line.split()[1] for line in listed.splitlines() if line.startswith("Pages:"))


def main():
    runs, folder = int(sys.argv[1]), sys.argv[2]
    python = f"{folder}/venv/bin/python"
    commands = {
        "tilstand": ["out/bin/tilstand", "build", "layouts/rikets-tilstand.toml", "--data", "data/2021", "--out", folder],
        "typst": [python, "bench/typst/compile.py", "fonts", f"{folder}/typst.pdf"],
        "python, importing typst only": [python, "-c", "import typst"],
    }
    for command in commands.values():
        once(command)
    taken = {name: [] for name in commands}
    for _ in range(runs):  # in turn, so that a busy moment of the machine falls on all
        for name, command in commands.items():
            taken[name].append(once(command))
    seconds = {name: statistics.median(wall for wall, _ in results) for name, results in taken.items()}
    for name, results in taken.items():
        print(f"{name}: {seconds[name] * 1000:.0f} ms, {statistics.median(peak for _, peak in results):.0f} MB")
    own = next(name for name in os.listdir(folder) if name.startswith("rikets") and name.endswith(".pdf"))
    print(f"pages: tilstand {pages(f'{folder}/{own}')}, typst {pages(f'{folder}/typst.pdf')}")
    start_up = seconds["python, importing typst only"]
    print(f"typst / tilstand: {seconds['typst'] / seconds['tilstand']:.2f}; "
          f"without Python's start-up {(seconds['typst'] - start_up) / seconds['tilstand']:.2f}")


if __name__ == "__main__":
    main()
