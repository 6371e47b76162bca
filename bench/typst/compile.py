# SPDX-License-Identifier: Apache-2.0
"""Compiles a document through Typst's Python binding, tagged as PDF/UA-1. usage: compile.py FONTS OUT [SOURCE]"""
import pathlib
import sys

import typst

source = pathlib.Path(sys.argv[3] if len(sys.argv) > 3 else pathlib.Path(__file__).parent / "report.typ").resolve()
fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[sys.argv[1]])
compiler = typst.Compiler(str(source), root=str(source.parent), font_paths=fonts)
compiler.compile(output=sys.argv[2], format="pdf", pdf_standards=["ua-1"])
