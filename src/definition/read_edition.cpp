// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <filesystem>

#include "definition/read.hpp"
#include "definition/reader.hpp"

namespace tilstand::definition {
namespace {

constexpr std::array<std::pair<std::string_view, Profile>, 4> profiles{
    {{"a2a-ua1", Profile::a2a_ua1}, {"a3a-ua1", Profile::a3a_ua1}, {"a4f-ua2", Profile::a4f_ua2}, {"x4", Profile::x4}}};
constexpr std::array<std::pair<std::string_view, bool>, 2> variants{{{"screen", false}, {"print", true}}};
constexpr std::array<std::pair<std::string_view, Intent>, 2> intents{{{"relative", Intent::relative}, {"perceptual", Intent::perceptual}}};

enum class MarkKind { crop, registration, bars, slug };
constexpr std::array<std::pair<std::string_view, MarkKind>, 4> mark_kinds{
    {{"crop", MarkKind::crop}, {"registration", MarkKind::registration}, {"bars", MarkKind::bars}, {"slug", MarkKind::slug}}};

SourceSpan place_of(const Toml& table, std::string_view key) {
  const Toml* value = table.find(key);
  return value ? value->span : table.span;
}

void read_marks(KeyReader& keys, Marks& marks) {
  std::vector<Text> words;
  keys.texts("marks", words);
  for (const Text& word : words) {
    bool known = false;
    for (const auto& [name, kind] : mark_kinds) {
      if (name != word.value) continue;
      known = true;
      bool* const chosen[] = {&marks.crop, &marks.registration, &marks.bars, &marks.slug};
      *chosen[static_cast<std::size_t>(kind)] = true;
    }
    if (!known) keys.unknown_value(word, {"crop", "registration", "bars", "slug"});
  }
}

void read_sheet(const Toml* table, Press& press, ReadContext& context) {
  if (table == nullptr) return;
  KeyReader keys(*table, context);
  keys.length("bleed", press.bleed);
  keys.length("safety", press.safety);
  keys.length("width", press.width);
  keys.length("height", press.height);
  read_marks(keys, press.marks);
  press.bleed_span = place_of(*table, "bleed");
  press.sheet_span = place_of(*table, table->find("width") ? "width" : "height");
  for (const char* key : {"bleed", "safety"}) {
    const Length length = *key == 'b' ? press.bleed : press.safety;
    if (length < Length{}) keys.error(key, "definition.out-of-range", std::string("the ") + key + " is negative", "a length from \"0mm\" on");
  }
  keys.finish();
}

void read_condition(const Toml& table, const std::filesystem::path& folder, Press& press, ReadContext& context) {
  KeyReader keys(table, context);
  std::string profile;
  keys.string("profile", profile, Need::required);
  press.profile_file = (folder / profile).lexically_normal().string();
  press.profile_span = place_of(table, "profile");
  keys.string("condition", press.condition, Need::required);
  keys.string("condition-name", press.condition_name);
  keys.choice("intent", press.intent, intents);
  keys.integer("ink-limit", press.ink_limit, {100, 400});
  keys.integer("resolution", press.resolution, {0, 2400});
  keys.finish();
}

/// Only a press has a bleed and a printing condition, and it has to have the latter.
void read_press(KeyReader& keys, const std::filesystem::path& folder, Edition& edition) {
  const Toml* const sheet = keys.table("page");
  const Toml* const condition = keys.table("colour");
  Press press;
  press.span = edition.span;
  if (edition.profile == Profile::x4) {
    read_sheet(sheet, press, keys.context());
    if (condition == nullptr)
      return keys.error("profile", "definition.conflict", "PDF/X-4 needs the profile of a printing condition, which this edition doesn't name",
                        "add [colour] with profile = \"../colour/NAME.icc\" and condition = \"NAME\"");
    read_condition(*condition, folder, press, keys.context());
    edition.press = std::move(press);
    return;
  }
  for (const auto& [key, table] : {std::pair("page", sheet), std::pair("colour", condition)})
    if (table != nullptr)
      keys.context().diagnostics.error("definition.conflict", std::string("[") + key + "] is for a press, and this edition isn't for one: its profile is not \"x4\"",
                                       table->span, "take it out, or set profile = \"x4\"");
}

/// A press takes no forms (ISO 15930-7), so its file can't have a field.
void read_seal(KeyReader& keys, Edition& edition) {
  keys.boolean("seal", edition.has_seal_field);
  if (edition.has_seal_field && edition.profile == Profile::x4)
    keys.error("seal", "definition.conflict", "PDF/X-4 takes no signature field, and this edition asks for one", "take the key out, and seal the edition for reading");
}

/// PDF/X-4 takes a TrimBox or an ArtBox, and a press needs to know where to cut.
void read_art(const Toml& root, KeyReader& keys, Edition& edition) {
  keys.length("art", edition.art);
  if (!edition.art) return;
  edition.art_span = place_of(root, "art");
  if (*edition.art < Length{}) keys.error("art", "definition.out-of-range", "the art box is larger than the page", "a length from \"0mm\" on");
  if (edition.profile == Profile::x4)
    keys.error("art", "definition.conflict", "PDF/X-4 takes no art box beside its trim box, and this edition asks for one", "take the key out; [page] safety says what keeps from the trim");
}

}  // namespace

std::optional<Edition> read_edition(const std::string& path, Sources& sources, Diagnostics& diagnostics, SourceSpan wanted_by) {
  const std::optional<FileId> file = load_file(path, wanted_by, sources, diagnostics);
  const std::optional<Toml> root = file ? parse_toml(*file, sources, diagnostics) : std::nullopt;
  if (!root) return std::nullopt;
  ReadContext context{diagnostics};
  KeyReader keys(*root, context);
  Edition edition;
  edition.span = root->span;
  int format = 0;
  keys.integer("format", format, {1, 1});
  keys.string("name", edition.name, Need::required);
  keys.string("suffix", edition.suffix);
  keys.choice("profile", edition.profile, profiles);
  keys.string("language", edition.language, Need::required);
  keys.choice("variant", edition.for_print, variants);
  read_seal(keys, edition);
  read_art(*root, keys, edition);
  read_press(keys, std::filesystem::path(path).parent_path(), edition);
  keys.finish();
  return edition;
}

}  // namespace tilstand::definition
