// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "proof/numbers.hpp"
#include "unit/proof/proofread.hpp"

namespace tilstand {
namespace {

using List = std::vector<std::string>;

proof::Numbers numbers_of(const std::string& language) {
  Sources sources;
  Diagnostics diagnostics;
  const auto words = definition::read_proof_words(std::string(TILSTAND_ROOT) + "/layouts/lang/" + language, sources, diagnostics);
  CHECK_FALSE(diagnostics.has_errors());
  return proof::Numbers(words);
}

/// Whether the words of a number are found when a sentence has them.
bool is_found(const proof::Numbers& numbers, const std::string& words) {
  const std::vector<proof::Token> tokens = proof::tokens_of(words);
  return !numbers.find(tokens, std::vector<bool>(tokens.size())).empty();
}

TEST_CASE("each number that the program itself says in words is a number of the language") {
  for (const char* language : {"nb", "nn", "en", "se"}) {
    const proof::Numbers numbers = numbers_of(language);
    const locale::Forms forms(language);
    for (int value = 2; value <= 12; ++value) {
      INFO(language << " " << value << " " << forms.in_words(value));
      CHECK(is_found(numbers, forms.in_words(value)));
    }
  }
}

TEST_CASE("numbers in words, their inflections and compounds") {
  const proof::Numbers nb = numbers_of("nb");
  for (const char* word : {"to", "syv", "sju", "åtte", "tolv", "tjueto", "toogtyve", "hundreogfem", "totusen", "tredje", "fjerde", "tjueførste", "hundreogtredje", "tredel", "tredelen",
                           "firedeler", "tredjedel", "femtedelene", "halvparten", "halvert", "doblet", "tredoblet", "firedobling", "dobbelt", "fordoblet", "millioner", "dusin"}) {
    INFO(word);
    CHECK(nb.is_number_word(word));
    CHECK(is_found(nb, word));
  }
  for (const char* word : {"tresko", "titt", "toppen", "femininum", "nitrogen", "seksjon", "firma", "treet", "hundre-meteren", "tusenvis", "delt", "del", "og", "ogto", "toog", "tredelt", "flertallet"}) {
    INFO(word);
    CHECK_FALSE(nb.is_number_word(word));
  }
  const proof::Numbers en = numbers_of("en");
  for (const char* words : {"twenty-four", "two thirds", "halved", "eightfold", "twice", "third", "a dozen"}) CHECK(is_found(en, words));
}

TEST_CASE("words that are numbers only beside a unit") {
  written::Proofread proof;
  CHECK(proof.numbers("En sak og ett mål. Første gang. Andre land. Ei tid.").empty());
  CHECK(proof.numbers("Bare én prosent, på første plass, ett prosentpoeng.") == List{"én prosent", "første plass", "ett prosentpoeng"});
}

TEST_CASE("numbers in digits are found whole") {
  written::Proofread proof;
  CHECK(proof.numbers("Det er 14 prosent.") == List{"14 prosent"});
  CHECK(proof.numbers("Det er 3,5 % og 9 257 tjenester, 9\u00A0258 og 1.234,5.") == List{"3,5 % og 9 257", "9\u00A0258 og 1.234,5"});
  CHECK(proof.numbers("I alderen 16–79 år.") == List{"16–79"});
  CHECK(proof.numbers("Åtte av ti gjorde det, to til tre ikke.") == List{"Åtte av ti", "to til tre"});
  CHECK(proof.numbers("På 5. plass i 2021.") == List{"5", "2021"});
  CHECK(proof.numbers("Bare ½, og 2½ kg; Ⅷ del.") == List{"½", "2½", "Ⅷ"});
  CHECK(proof.numbers("٤٧ og ４７ og १२.") == List{"٤٧ og ４７ og १२"});
  CHECK(proof.numbers("שיעור של 47 אחוז") == List{"47"});
  CHECK(proof.numbers("80-tallet og 16-åringer") == List{"80", "16"});
}

TEST_CASE("digits that name, date or lead somewhere are no numbers") {
  for (const char* words : {"Se § 3, §§ 3–4 og side 12.", "Versjon 2 og ISO 32000.", "Den 31. desember 2021 og i mai 2020.", "2021-12-31, 31.12.2021 og kl. 12:30.",
                            "Se https://example.org/2021/12 og www.ssb.no/11124.", "Skriv til post7@example.org.", "I `tall-2021.csv`, tall-2021.csv og data/2021/values.csv.",
                            "COVID-19, PDF/A-2a, A4, G20, 5G og m².", "Utgave 1.2.3.", "[lenke](https://example.org/2021)", "Se [@page:del].", "To-faktor, tre-kroners.",
                            "Loven trer i kraft, og de skal tre i kraft.", "<https://example.org/47>"}) {
    INFO(words);
    written::Proofread proof;
    CHECK(proof.numbers(words) == List{});
  }
}

TEST_CASE("what is bound or a literal with a reason is no typed number") {
  written::Proofread proof;
  CHECK(proof.found("Nå er det {{ trust }}, {{ trust.change }} fra {{ trust.before.year }}, av {{ place.scope }} i {{ about.year }}.").empty());
  CHECK(proof.found("Alder {{ literal \"16–79\" because \"aldersgruppe\" }}.").empty());
  CHECK(proof.found("Alder {{ literal \"16–79\" }}.") == List{"literal-without-reason 1:7 {{ literal \"16–79\" }}"});
  CHECK(proof.found("{{ literal \"Under halvparten\" while trust < 50 }}, {{ trust }}.").empty());
  CHECK(proof.found("{{ literal \"Over halvparten\" while trust > 50 }}, {{ trust }}.") == List{"literal-fails 1:1 {{ literal \"Over halvparten\" while trust > 50 }}"});
  proof.excuse("16–79", "aldersgruppe");
  proof.excuse("Kantar #", "kildens utgave");
  CHECK(proof.found("Alder {{ literal \"16–79\" }}, av 16–79, Kantar 2021.") == List{"typed-number 1:33 16–79"});
}

TEST_CASE("places are told in paragraphs, over lines and after escapes and bindings") {
  written::Proofread proof;
  CHECK(proof.found("Første linje\nmed {{ trust }}, fem og\n**syv** til.\n\n> Note: tre.\n\nEn[^a].\n\n[^a]: Av ni.") ==
        List{"typed-number 2:18 fem", "typed-number 3:3 syv", "typed-number 5:9 tre", "typed-number 9:10 ni"});
  CHECK(proof.found("- Én sak\n- to saker\n\n1. Først\n2. Så [ti](https://example.org)") == List{"typed-number 2:3 to", "typed-number 5:8 ti"});
}

TEST_CASE("text of the definition and of cells is read once a place") {
  written::Proofread proof;
  proof.report.table("facts", "name = \"text\"\nsay = \"text\"\n", "name,say\na,\"plass blant 36 land, og\"\nb,{{ place.scope }} land\n");
  const std::string parts = "[[part]]\ntitle = \"Tre deler\"\nmaster = \"text\"\n[[part.block]]\nkind = \"text\"\nrepeat = \"facts\"\nas = \"fact\"\ntext = \"{{ fact.say }}\"\n";
  CHECK(proof.found_in(parts + "[[part.block]]\nkind = \"text\"\nrepeat = \"facts\"\nas = \"fact\"\ntext = \"Sagt: {{ fact.say }}\"\n").size() == 2);
  CHECK(proof.findings[1].span.begin == Position{2, 16});
}

TEST_CASE("a long text takes time in proportion") {
  written::Proofread proof;
  std::string text;
  for (int i = 0; i < 20000; ++i) text += "Det var fem saker, og {{ literal \"x\" because \"y\" }} falt.\n";
  CHECK(proof.numbers(text.substr(0, 60 * 6000)).size() > 1000);
}

}  // namespace
}  // namespace tilstand
