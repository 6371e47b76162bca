// SPDX-License-Identifier: Apache-2.0
#include "text/itemiser.hpp"

#include <fontconfig/fontconfig.h>
#include <glib.h>
#include <pango/pango.h>
#include <pango/pangofc-font.h>
#include <pango/pangofc-fontmap.h>
#include <pango/pangoft2.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "base/utf8.hpp"

namespace tilstand::text {
namespace {

struct Unref {
  void operator()(gpointer object) const { g_object_unref(object); }
};
template <auto destroy>
struct Free {
  template <class T>
  void operator()(T* object) const { destroy(object); }
};
using Config = std::unique_ptr<FcConfig, Free<FcConfigDestroy>>;
using FontMap = std::unique_ptr<PangoFontMap, Unref>;
using Context = std::unique_ptr<PangoContext, Unref>;
using Font = std::unique_ptr<PangoFont, Unref>;
using Description = std::unique_ptr<PangoFontDescription, Free<pango_font_description_free>>;
using Attributes = std::unique_ptr<PangoAttrList, Free<pango_attr_list_unref>>;

// pango's cast macros are old-style casts, so the checked casts of GObject are called here by name.
PangoFcFontMap* as_fc_map(PangoFontMap* map) { return reinterpret_cast<PangoFcFontMap*>(map); }
PangoFcFont* as_fc_font(PangoFont* font) {
  return g_type_check_instance_is_a(reinterpret_cast<GTypeInstance*>(font), pango_fc_font_get_type()) ? reinterpret_cast<PangoFcFont*>(font) : nullptr;
}

const FcChar8* fc_text(const std::string& text) { return reinterpret_cast<const FcChar8*>(text.c_str()); }

Description describe(const FontStyle& font) {
  Description description(pango_font_description_new());
  pango_font_description_set_family(description.get(), font.family.c_str());
  pango_font_description_set_weight(description.get(), static_cast<PangoWeight>(std::clamp(font.weight, 100, 1000)));
  pango_font_description_set_style(description.get(), font.italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
  pango_font_description_set_size(description.get(), 10 * PANGO_SCALE);  // the choice does not hang on size
  return description;
}

std::uint32_t find_stretch(const std::vector<Stretch>& stretches, std::uint32_t offset, std::uint32_t from) {
  while (from + 1 < stretches.size() && stretches[from].end <= offset) ++from;
  return from;
}

}  // namespace

struct Itemiser::State {
  struct Choice {
    std::string family;
    int weight;
    bool italic;
    FaceId face;
  };

  explicit State(Faces& faces_in);
  FaceId face_of(PangoFont* font) const;
  bool is_plain(const std::string& text, const std::vector<Stretch>& stretches, const std::vector<FaceId>& chosen);
  std::vector<Item> itemise(const std::string& text, const std::vector<Stretch>& stretches, const std::vector<FaceId>& chosen);
  FaceId choose(const FontStyle& style);

  Faces& faces;
  Config config;
  FontMap map;
  Context context;
  std::vector<Choice> choices;
};

Itemiser::State::State(Faces& faces_in) : faces(faces_in), config(FcConfigCreate()) {
  std::vector<std::string> added;
  for (const font::Face& face : faces.library().faces) {
    if (std::find(added.begin(), added.end(), face.path) != added.end()) continue;
    added.push_back(face.path);
    FcConfigAppFontAddFile(config.get(), fc_text(face.path));
  }
  FcConfigSetCurrent(config.get());  // else pango would load the machine's own configuration in a thread
  map.reset(pango_ft2_font_map_new());
  pango_fc_font_map_set_config(as_fc_map(map.get()), config.get());
  context.reset(pango_font_map_create_context(map.get()));
  pango_context_set_base_dir(context.get(), PANGO_DIRECTION_WEAK_LTR);
  pango_context_set_language(context.get(), pango_language_from_string("nb"));
}

FaceId Itemiser::State::face_of(PangoFont* font) const {
  PangoFcFont* fc_font = font == nullptr ? nullptr : as_fc_font(font);
  if (fc_font == nullptr) return {};
  FcChar8* file = nullptr;
  int index = 0;
  const FcPattern* pattern = pango_fc_font_get_pattern(fc_font);
  if (FcPatternGetString(pattern, FC_FILE, 0, &file) != FcResultMatch) return {};
  FcPatternGetInteger(pattern, FC_INDEX, 0, &index);
  const std::string_view path(reinterpret_cast<const char*>(file));
  const auto& list = faces.library().faces;
  const auto found = std::find_if(list.begin(), list.end(), [&](const font::Face& face) {
    return face.path == path && face.index == static_cast<unsigned>(index);
  });
  if (found == list.end()) return {};
  return {static_cast<std::uint32_t>(found - list.begin())};
}

FaceId Itemiser::State::choose(const FontStyle& style) {
  for (const Choice& choice : choices)
    if (choice.weight == style.weight && choice.italic == style.italic && choice.family == style.family) return choice.face;
  const Description description = describe(style);
  const Font font(pango_font_map_load_font(map.get(), context.get(), description.get()));
  FaceId face = face_of(font.get());
  if (!face) face = FaceId{0};
  choices.push_back({style.family, style.weight, style.italic, face});
  return face;
}

bool Itemiser::State::is_plain(const std::string& text, const std::vector<Stretch>& stretches, const std::vector<FaceId>& chosen) {
  for (std::size_t i = 0; i < stretches.size(); ++i) {
    const std::string_view part = std::string_view(text).substr(stretches[i].begin, stretches[i].end - stretches[i].begin);
    for (const char32_t c : decode_utf8(part))
      if (c != U'\n' && !faces.is_plain(chosen[i], c)) return false;
  }
  return true;
}

std::vector<Item> Itemiser::State::itemise(const std::string& text, const std::vector<Stretch>& stretches, const std::vector<FaceId>& chosen) {
  const Attributes attributes(pango_attr_list_new());
  for (const Stretch& stretch : stretches) {
    const Description description = describe(*stretch.font);
    PangoAttribute* both[] = {pango_attr_font_desc_new(description.get()),
                              pango_attr_language_new(pango_language_from_string(stretch.language->c_str()))};
    for (PangoAttribute* attribute : both) {
      attribute->start_index = stretch.begin;
      attribute->end_index = stretch.end;
      pango_attr_list_insert(attributes.get(), attribute);
    }
  }
  GList* list = pango_itemize(context.get(), text.c_str(), 0, static_cast<int>(text.size()), attributes.get(), nullptr);
  std::vector<Item> items;
  std::uint32_t stretch = 0;
  for (const GList* node = list; node != nullptr; node = node->next) {
    const auto* item = static_cast<const PangoItem*>(node->data);
    const auto begin = static_cast<std::uint32_t>(item->offset), end = begin + static_cast<std::uint32_t>(item->length);
    const FaceId face = face_of(item->analysis.font);
    const auto script = hb_script_from_iso15924_tag(g_unicode_script_to_iso15924(static_cast<GUnicodeScript>(item->analysis.script)));
    for (std::uint32_t at = begin; at < end;) {  // an item may run over a change of style that names the same font
      stretch = find_stretch(stretches, at, stretch);
      const std::uint32_t stop = std::min(end, std::max(stretches[stretch].end, at + 1));
      items.push_back({at, stop, stretch, face ? face : chosen[stretch], script, item->analysis.level});
      at = stop;
    }
  }
  g_list_free_full(list, [](gpointer item) { pango_item_free(static_cast<PangoItem*>(item)); });
  return items;
}

Itemiser::Itemiser(Faces& faces) : state_(std::make_unique<State>(faces)) {}
Itemiser::~Itemiser() = default;

FaceId Itemiser::face(const FontStyle& font) { return state_->choose(font); }

std::vector<Item> Itemiser::items(const std::string& text, const std::vector<Stretch>& stretches) {
  if (text.empty()) return {};
  std::vector<FaceId> chosen;
  chosen.reserve(stretches.size());
  for (const Stretch& stretch : stretches) chosen.push_back(state_->choose(*stretch.font));
  if (!state_->is_plain(text, stretches, chosen)) return state_->itemise(text, stretches, chosen);
  std::vector<Item> items;
  for (std::uint32_t i = 0; i < stretches.size(); ++i)
    if (stretches[i].begin < stretches[i].end) items.push_back({stretches[i].begin, stretches[i].end, i, chosen[i], HB_SCRIPT_LATIN, 0});
  return items;
}

std::vector<bool> Itemiser::breaks(const std::string& text, const std::string& language) {
  std::vector<bool> allowed(text.size() + 1, false);
  const glong characters = g_utf8_strlen(text.c_str(), static_cast<gssize>(text.size()));
  std::vector<PangoLogAttr> attributes(static_cast<std::size_t>(characters) + 1);
  pango_get_log_attrs(text.c_str(), static_cast<int>(text.size()), -1, pango_language_from_string(language.c_str()), attributes.data(),
                      static_cast<int>(attributes.size()));
  std::size_t offset = 0;
  for (std::size_t i = 0; i + 1 < attributes.size() && offset < text.size(); ++i) {
    allowed[offset] = attributes[i].is_line_break != 0;
    offset += static_cast<std::size_t>(g_utf8_next_char(text.c_str() + offset) - (text.c_str() + offset));
  }
  return allowed;
}

}  // namespace tilstand::text
