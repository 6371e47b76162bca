# SPDX-License-Identifier: Apache-2.0
"""Compiles report.typ to a tagged PDF/UA-1 file through Typst's Python binding. usage: compile.py FONTS OUT"""
import pathlib
import sys

import typst

here = pathlib.Path(__file__).resolve().parent
fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[sys.argv[1]])
compiler = typst.Compiler(str(here / "report.typ"), root=str(here), font_paths=fonts)
compiler.compile(output=sys.argv[2], format="pdf", pdf_standards=["ua-1"])
