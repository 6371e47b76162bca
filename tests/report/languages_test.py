#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""A language is data: the report in other languages needs files only, what isn't translated says so and is tagged."""
import re
import shutil
import sys
import pathlib
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import program  # noqa: E402

# What only a frame, a label or a chart says; the prose, which stays Norwegian, doesn't.
FRAME = {
    "nn": ("Innhald", "Kjelde: ", "Hovudbiletet", "9 257", "18. plass", "Noreg"),
    "en": ("Contents", "Source: ", "The main picture", "47%", "9,257", "18th", "Figure 1", "Table 1", "Less good", "Positive, rising", "down", "31 December 2021"),
}
LEFT_OVER = {"nn": ("Innhold", "Kilde: ", "Hovedbildet", "Deler aldri eller sjelden", "Merknader og kilder"),
             "en": ("Innhold", "Kilde: ", "Hovedbildet", "Figur 1", "Tabell 1", "Mindre god:", "Deler aldri eller sjelden", "Indikator ", "desember")}


class Languages(program.InFolder):
    def text_of(self, edition, definition=program.REPORT):
        self.succeed(program.run("build", definition, "--data", program.REPORT_DATA, "--edition", "archive-" + edition, "--out", self.folder / "out"))
        pdf = self.folder / "out" / f"rikets-digitale-tilstand-2021-{edition}.pdf"
        return program.one_line(program.output_of("pdftotext", pdf, "-"))

    def test_frame_labels_charts_and_numbers_are_in_the_language(self):
        for language in FRAME:
            text = self.text_of(language)
            for words in FRAME[language]:
                with self.subTest(language=language, words=words):
                    self.assertTrue(words in text)
            for words in LEFT_OVER[language]:
                with self.subTest(language=language, left=words):
                    self.assertFalse(words in text)

    def test_everything_but_the_prose_is_translated(self):
        for language in FRAME:
            with self.subTest(language):
                result = self.succeed(program.run("check", program.REPORT, "--data", program.REPORT_DATA, "--edition", "archive-" + language))
                self.assertIn("content.prose-falls-back", result.stderr)
                self.assertNotIn("content.untranslated", result.stderr)
                self.assertNotIn("definition.borrowed-words", result.stderr)

    def test_what_a_language_lacks_is_said_once(self):
        result = self.succeed(program.run("check", program.REPORT, "--data", program.REPORT_DATA, "--edition", "archive-se"))
        for code in ("definition.borrowed-words", "content.untranslated", "content.prose-falls-back"):
            with self.subTest(code):
                self.assertEqual(result.stderr.count(code), 1)

    def test_prose_has_its_language_at_its_paragraphs_and_charts_theirs(self):
        tags = self.succeed(program.run("dump", program.REPORT, "--data", program.REPORT_DATA, "--edition", "archive-en", "--stage", "tags")).stdout
        self.assertGreater(len(re.findall(r"\bP\b.* lang nb", tags)), 50)
        self.assertEqual(re.findall(r"\b(?:Figure|Sect|TOCI|TD|TH|Span)\b.* lang nb", tags), [])
        norwegian = self.succeed(program.run("dump", program.REPORT, "--data", program.REPORT_DATA, "--stage", "tags")).stdout
        self.assertNotIn(" lang nb", norwegian)

    def test_a_made_up_language_needs_files_only(self):
        layouts = self.folder / "layouts"
        shutil.copytree(program.ROOT / "layouts", layouts)
        (self.folder / "fonts").symlink_to(program.ROOT / "fonts")
        made_up = layouts / "lang" / "qaa"
        shutil.copytree(layouts / "lang" / "nb", made_up)
        words = (made_up / "words.toml").read_text(encoding="utf-8").replace('language = "nb"', 'language = "qaa"\nlocale = "nb"')
        (made_up / "words.toml").write_text(re.sub(r'= "(Figur|Tabell)\b', r'= "Qa\1', words), encoding="utf-8")
        (made_up / "texts.toml").write_text('"Innhold" = "Qainnhold"\n', encoding="utf-8")
        edition = (layouts / "editions" / "archive-nn.toml").read_text(encoding="utf-8")
        (layouts / "editions" / "archive-qaa.toml").write_text(edition.replace("nn", "qaa"), encoding="utf-8")
        text = self.text_of("qaa", layouts / "rikets-tilstand.toml")
        for known in ("QaFigur 1", "QaTabell 1", "Qainnhold", "9 257"):
            with self.subTest(known):
                self.assertIn(known, text)


if __name__ == "__main__":
    unittest.main()
