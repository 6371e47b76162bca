// SPDX-License-Identifier: Apache-2.0
#include "build/build.hpp"

#include <optional>
#include <utility>

#include "base/utf8.hpp"
#include "build/composed.hpp"
#include "chart/draw.hpp"
#include "layout/change_bars.hpp"
#include "legibility/inspector.hpp"
#include "scene/build_scene.hpp"
#include "text/from_theme.hpp"

namespace tilstand::build {

struct Report::State {
  State(std::unique_ptr<Composed> composed, unsigned jobs, const Sources& read_sources)
      : pool(jobs == 0 ? ThreadPool::usual_jobs() : jobs),
        made(std::move(composed)),
        inputs(*made->inputs),
        palette(inputs.press ? colour::Palette(inputs.theme, *inputs.press) : colour::Palette(inputs.theme)),
        shaper(inputs.library, inputs.hyphenation),
        sources(read_sources) {}

  ThreadPool pool;
  std::unique_ptr<Composed> made;
  const ReadInputs& inputs;
  colour::Palette palette;
  text::Shaper shaper;
  const Sources& sources;
  std::vector<bool> changed;  ///< by block; empty: no bars are drawn
  std::optional<Addressee> addressee{};
  layout::Settled settled;
  layout::Kept kept;
  std::optional<manifest::Blocks> known_blocks;        ///< none: nobody has asked yet
  std::optional<std::vector<InputFile>> known_files;

  const manifest::Blocks& blocks() {
    if (!known_blocks) known_blocks.emplace(made->tree, made->pictures);
    return *known_blocks;
  }
  const std::vector<InputFile>& files() {
    if (!known_files) known_files = digest_inputs(inputs, sources, made->pictures);
    return *known_files;
  }
  layout::Inputs layout_inputs() { return {made->tree, inputs.theme, inputs.words, made->forms, shaper, &made->pictures, made->master_pictures}; }
  void add_bars(layout::Page& page) {
    if (changed.empty()) return;
    const auto has_changed = [this](const layout::Leaf& leaf) { const auto block = blocks().of(leaf); return block && changed[*block]; };
    layout::add_change_bars(page, has_changed, inputs.theme);
  }
};

namespace {

std::string code_point(char32_t character) {
  constexpr char digits[] = "0123456789ABCDEF";
  std::string hex;
  for (; character != 0 || hex.size() < 4; character >>= 4) hex.insert(hex.begin(), digits[character & 0xF]);
  return "U+" + hex;
}

/// The character itself: in the text that it is set from, else where the data have it. What no font has stands in few places.
SourceSpan place_of(char32_t character, SourceSpan origin, const Sources& sources) {
  std::string bytes;
  append_utf8(bytes, character);
  const auto found = [&](FileId file, std::size_t from) -> std::optional<SourceSpan> {
    const std::size_t at = sources.text(file).find(bytes, from);
    if (at == std::string::npos) return std::nullopt;
    const Position begin = sources.position(file, at);
    return SourceSpan{file, begin, {begin.line, begin.column + 1}};
  };
  if (origin.file) {
    std::size_t from = 0;
    for (std::uint32_t line = 1; line < origin.begin.line; ++line) from = sources.text(origin.file).find('\n', from) + 1;
    if (const auto place = found(origin.file, from)) return *place;
  }
  for (std::uint32_t file = 0; file < sources.count(); ++file)
    if (const auto place = found({file}, 0)) return *place;
  return origin;  // written as an escape
}

void report_missing_glyphs(const text::Shaper& shaper, const content::Tree& tree, const Sources& sources, Diagnostics& diagnostics) {
  for (const text::MissingGlyph& missing : shaper.missing()) {
    std::string message = "no font of the library has the character \"";
    append_utf8(message, missing.character);
    message += "\" (" + code_point(missing.character) + ")";
    const SourceSpan span = missing.origin ? tree[missing.origin].span : SourceSpan{};
    diagnostics.error("text.missing-glyph", std::move(message), place_of(missing.character, span, sources), "write it with other characters, or add a font that has it to the fonts folder");
  }
}

/// A style names what it wants, so that is the place, whether any text uses it or not.
void report_missing_features(text::Shaper& shaper, const definition::Theme& theme, const font::Library& library, Diagnostics& diagnostics) {
  if (library.faces.empty()) return;
  for (const definition::Style& style : theme.styles) {
    std::string tags;
    for (const std::string& tag : shaper.lacking_features(text::font_style(style))) tags += (tags.empty() ? "\"" : ", \"") + tag + "\"";
    if (!tags.empty())
      diagnostics.warning("text.missing-feature", "the font \"" + style.family + "\" has no OpenType feature " + tags + ", which the style \"" + style.name + "\" asks for",
                          style.span, "take it out of the style, or choose a font that has it");
  }
}

void report_unhyphenated(const text::Shaper& shaper, const content::Tree& tree, Diagnostics& diagnostics) {
  for (const text::Unhyphenated& one : shaper.unhyphenated())
    diagnostics.notice("text.no-hyphenation", "there are no hyphenation patterns for the language \"" + one.language + "\", so its words are not divided",
                       one.origin ? tree[one.origin].span : SourceSpan{});
}

}  // namespace

Report::Report(std::unique_ptr<State> state) : state_(std::move(state)) {}
Report::~Report() = default;

std::unique_ptr<Report> Report::load(const Request& request, Sources& sources, Diagnostics& diagnostics) {
  auto made = compose_report(request, sources, diagnostics);
  if (!made) return nullptr;
  auto state = std::make_unique<State>(std::move(made), request.jobs, sources);
  const ReadInputs& read = state->inputs;
  state->addressee = request.addressee;
  if (!request.changes_since.empty())
    if (const auto before = blocks_before(request, read.definition.name.value, sources, diagnostics))
      state->changed = manifest::changed_blocks(*before, state->blocks().list());
  state->settled = layout::settle(state->layout_inputs(), state->kept, diagnostics);
  report_missing_features(state->shaper, read.theme, read.library, diagnostics);
  report_unhyphenated(state->shaper, state->made->tree, diagnostics);
  report_missing_glyphs(state->shaper, state->made->tree, sources, diagnostics);
  if (diagnostics.has_errors()) return nullptr;
  return std::unique_ptr<Report>(new Report(std::move(state)));
}

const content::Tree& Report::tree() const { return state_->made->tree; }
const data::Dataset& Report::dataset() const { return state_->inputs.dataset; }
const definition::Theme& Report::theme() const { return state_->inputs.theme; }
const definition::Edition& Report::edition() const { return state_->inputs.edition; }
const font::Library& Report::library() const { return state_->inputs.library; }
const definition::Words& Report::words() const { return state_->inputs.words; }

const colour::Palette& Report::palette() const { return state_->palette; }
const picture::Library& Report::pictures() const { return state_->made->pictures; }
const colour::PressProfile* Report::press_profile() const { return state_->inputs.press.get(); }
text::Shaper& Report::shaper() { return state_->shaper; }
const std::optional<Addressee>& Report::addressee() const { return state_->addressee; }
const layout::Settled& Report::settled() const { return state_->settled; }
const manifest::Blocks& Report::blocks() const { return state_->blocks(); }
ThreadPool& Report::pool() { return state_->pool; }
const std::vector<InputFile>& Report::inputs() const { return state_->files(); }
const std::string& Report::series() const { return state_->inputs.definition.name.value; }
SourceSpan Report::name_span() const { return state_->inputs.definition.name.span; }
SourceSpan Report::date_span() const { return state_->inputs.definition.date.span; }

void Report::pages(const layout::PageSink& sink, Diagnostics& diagnostics) {
  legibility::Inspector inspector({tree(), theme(), palette(), state_->inputs.definition.checks}, diagnostics);
  const layout::PageSink with_bars = [&](layout::Page&& page) {
    inspector.add(page);
    state_->add_bars(page);
    sink(std::move(page));
  };
  layout::Kept kept = std::exchange(state_->kept, {});
  if (kept.complete) {
    for (const Diagnostic& said : kept.said.list()) diagnostics.add(said);
    for (layout::Page& page : kept.pages) with_bars(std::move(page));
    return;
  }
  layout::lay_out_once(state_->layout_inputs(), state_->settled, with_bars, diagnostics);
}

std::vector<layout::PlacedDrawing> Report::chart(NodeId figure, std::optional<Size> size, Diagnostics& diagnostics) {
  std::vector<layout::PlacedDrawing> found;
  pages([&](layout::Page&& page) {
    for (layout::Placed& thing : page.items)
      if (auto* drawing = std::get_if<layout::PlacedDrawing>(&thing); drawing != nullptr && drawing->leaf.node == figure) found.push_back(std::move(*drawing));
  }, diagnostics);
  if (!size || found.empty()) return found;
  const chart::Plan& plan = std::get<content::Figure>(tree()[figure].body).plan;
  const bool reversed = found.front().drawing.ground != theme().ink("paper").value_or(Ink{});
  const drawing::Context context{theme(), state_->inputs.words, state_->made->forms, state_->shaper, reversed, found.front().drawing.ground, true, figure};
  drawing::Drawing key = chart::draw_key(plan, size->width, context);
  const Length top = key.items.empty() ? Length{} : min(key.size.height + mm(2), size->height / 2);
  drawing::Drawing plot = chart::draw(plan, {size->width, size->height - top}, context);
  std::vector<layout::PlacedDrawing> drawn;
  if (!key.items.empty()) drawn.push_back({{size->width - key.size.width, {}}, std::move(key), found.front().leaf});
  drawn.push_back({{{}, top}, std::move(plot), found.front().leaf});
  return drawn;
}

void Report::scenes(const SceneSink& sink, Diagnostics& diagnostics, const PageWatch& watch) {
  scene::Builder builder(state_->made->tree, state_->settled, state_->inputs.words);
  const auto pass_on = [&](layout::Page&& page) {
    if (watch) watch(page);
    sink(builder.build(std::move(page)));
  };
  pages(pass_on, diagnostics);
}

}  // namespace tilstand::build
