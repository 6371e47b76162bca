#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Proves that each check can fail: a small sound project passes, and each planted violation is caught by name."""
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

HERE = pathlib.Path(__file__).resolve().parent
SPDX = "// SPDX-License-Identifier: Apache-2.0\n"


class Planted(unittest.TestCase):
    def setUp(self):
        self.root = pathlib.Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.root)
        self.write("src/CMakeLists.txt", "report_room(base OWNS Threads::Threads)\nreport_room(text USES base OWNS PkgConfig::pangoft2)\n"
                                         "report_room(cli USES base)\n")
        self.write("src/main.cpp", SPDX + '#include "cli/run.hpp"\n')
        self.write("src/base/a.hpp", SPDX + "#pragma once\n#include <string>\ninline std::string a() { return {}; }\n")
        self.write("src/text/t.cpp", SPDX + '#include <pango/pango.h>\n#include "base/a.hpp"\nvoid f() { g("text.bad"); }\n')
        self.write("src/cli/run.hpp", SPDX + "#pragma once\n")
        self.write("src/base/codes.md", "| `text.bad` | when |\n")
        self.write("ARCHITECTURE.md", "| `base` | floor |\n| `text` | words |\n| `cli` | thin |\n")
        entry = {"file": str(self.root / "src/text/t.cpp"), "command": "c++ -std=c++20 -c t.cpp"}
        self.write("out/compile_commands.json", json.dumps([entry]))

    def write(self, name, text):
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def check(self, name):
        command = [sys.executable, str(HERE / f"check_{name}.py"), "--root", str(self.root)]
        if name == "headers":
            command += ["--build", str(self.root / "out")]
        return subprocess.run(command, capture_output=True, text=True, check=False)

    def passes(self, name):
        run = self.check(name)
        self.assertEqual(run.returncode, 0, run.stdout + run.stderr)

    def catches(self, name, what):
        run = self.check(name)
        self.assertEqual(run.returncode, 1, run.stdout + run.stderr)
        self.assertIn(what, run.stdout)

    def test_sound_project_passes(self):
        for name in ("includes", "caps", "headers", "documents"):
            with self.subTest(name):
                self.passes(name)

    def test_back_edge(self):
        self.write("src/base/b.cpp", SPDX + '#include "text/t.hpp"\n')
        self.catches("includes", "src/base/b.cpp:2")

    def test_leaked_library(self):
        self.write("src/cli/run.cpp", SPDX + "#include <pango/pangocairo.h>\n")
        self.catches("includes", "does not own PkgConfig::pangoft2")

    def test_library_that_nobody_owns(self):
        self.write("src/cli/run.cpp", SPDX + "#include <boost/any.hpp>\n")
        self.catches("includes", "no room owns it")

    def test_use_of_a_later_room(self):
        self.write("src/CMakeLists.txt", "report_room(base USES text)\nreport_room(text USES base OWNS PkgConfig::pangoft2)\nreport_room(cli USES base)\n")
        self.catches("includes", "room base uses text")

    def test_nothing_read(self):
        shutil.rmtree(self.root / "src")
        self.write("src/CMakeLists.txt", "report_room(base)\n")
        self.catches("includes", "nothing was read")

    def test_long_function(self):
        self.write("src/text/long.cpp", SPDX + "int f(int x) {\n" + "  ++x;\n" * 41 + "}\n")
        self.catches("caps", "src/text/long.cpp:2: a function of 41 code lines")

    def test_long_method_with_initialisers(self):
        self.write("src/text/long.cpp", SPDX + "A::A(int x) : a_(x), b_(x) {\n" + "  ++x;\n" * 41 + "}\n")
        self.catches("caps", "a function of 41 code lines")

    def test_long_file(self):
        self.write("src/text/long.cpp", SPDX + "int x;\n" * 400)
        self.catches("caps", "401 lines")

    def test_missing_licence_line(self):
        self.write("src/text/x.cpp", "int x;\n")
        self.catches("caps", "src/text/x.cpp:1: the first line is no SPDX line")

    def test_loose_end(self):
        self.write("src/text/x.cpp", SPDX + "// TO" + "DO later\n")
        self.catches("caps", "a loose end")

    def test_header_that_does_not_stand_alone(self):
        self.write("src/base/s.hpp", SPDX + "#pragma once\ninline std::string s() { return {}; }\n")
        self.catches("headers", "src/base/s.hpp")

    def test_room_that_the_document_lacks(self):
        self.write("ARCHITECTURE.md", "| `base` | floor |\n| `cli` | thin |\n")
        self.catches("documents", "ARCHITECTURE.md: rooms")

    def test_code_that_is_not_listed(self):
        self.write("src/text/c.cpp", SPDX + 'void h(D& d) { d.error("text.new-code", "m", {}); }\n')
        self.catches("documents", "text.new-code is not in")

    def test_code_behind_another_argument(self):
        self.write("src/text/c.cpp", SPDX + 'void h(R& r) { r.error(r.node(1), "key", "text.new-code", "m"); }\n')
        self.catches("documents", "text.new-code is not in")

    def test_code_that_nothing_raises(self):
        self.write("src/base/codes.md", "| `text.bad` | when |\n| `text.gone` | when |\n")
        self.catches("documents", "nothing raises text.gone")

    def test_machine_path(self):
        self.write("README.md", "see /" + "home/me/x\n")
        self.catches("documents", "README.md:1: a machine's path")


if __name__ == "__main__":
    unittest.main()
