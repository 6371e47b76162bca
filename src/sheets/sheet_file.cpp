// SPDX-License-Identifier: Apache-2.0
#include "sheets/sheet_file.hpp"

#include <map>
#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include "base/number_text.hpp"
#include "sheets/draw_marks.hpp"
#include "sheets/press_keys.hpp"

namespace tilstand::sheets {
namespace {

QPDFObjectHandle array_of(const pdf::Box& box) {
  return QPDFObjectHandle::parse("[" + decimal(box.left) + " " + decimal(box.bottom) + " " + decimal(box.right) + " " + decimal(box.top) + "]");
}

std::string operators_of(const Placed& placed, const std::string& name) {
  const auto number = [](double value) { return decimal(value, 4) + " "; };
  const pdf::Box& window = placed.window;
  const pdf::Matrix& to = placed.matrix;
  return "q " + number(window.left) + number(window.bottom) + number(window.width()) + number(window.height()) + "re W n " + number(to.a) + number(to.b) +
         number(to.c) + number(to.d) + number(to.e) + number(to.f) + "cm " + name + " Do Q\n";
}

}  // namespace

struct SheetFile::State {
  explicit State(const pdf::Document& source) : input(source) {
    file.emptyPDF();
    file.setSuppressWarnings(true);
  }

  /// A page as a form, copied once.
  QPDFObjectHandle form_of(std::uint32_t page) {
    const auto found = forms.find(page);
    if (found != forms.end()) return found->second;
    QPDFObjectHandle form = QPDFPageObjectHelper(input.page(page - 1)).getFormXObjectForPage(false);  // it lies as it is printed, not as a screen turns it
    form.getDict().replaceKey("/BBox", array_of(input.pages()[page - 1].bleed));
    return forms.emplace(page, file.copyForeignObject(form)).first->second;
  }
  QPDFObjectHandle all_space() {
    if (!space.isInitialized()) {
      space = file.makeIndirectObject(QPDFObjectHandle::parse("[/Separation/All/DeviceCMYK<</FunctionType 2/Domain[0 1]/C0[0 0 0 0]/C1[1 1 1 1]/N 1>>]"));
    }
    return space;
  }

  const pdf::Document& input;
  QPDF file;
  std::map<std::uint32_t, QPDFObjectHandle> forms;
  QPDFObjectHandle space;
};

SheetFile::SheetFile(const pdf::Document& input) : state_(std::make_unique<State>(input)) {}
SheetFile::~SheetFile() = default;

void SheetFile::add(const std::vector<Placed>& pages, const std::string& marks, const Boxes& boxes) {
  State& state = *state_;
  QPDFObjectHandle objects = QPDFObjectHandle::newDictionary(), spaces = QPDFObjectHandle::newDictionary(), page = QPDFObjectHandle::newDictionary();
  std::string content;
  for (const Placed& placed : pages) {
    const std::string name = "/P" + std::to_string(placed.page);
    objects.replaceKey(name, state.form_of(placed.page));
    content += operators_of(placed, name);
  }
  content += marks;
  spaces.replaceKey(all_plates, state.all_space());
  QPDFObjectHandle resources = QPDFObjectHandle::newDictionary();
  resources.replaceKey("/XObject", objects);
  resources.replaceKey("/ColorSpace", spaces);
  page.replaceKey("/Type", QPDFObjectHandle::newName("/Page"));
  page.replaceKey("/MediaBox", array_of(boxes.media));
  page.replaceKey("/BleedBox", array_of(boxes.bleed));
  page.replaceKey("/TrimBox", array_of(boxes.trim));
  page.replaceKey("/Resources", resources);
  page.replaceKey("/Contents", QPDFObjectHandle::newStream(&state.file, content));
  state.file.addPage(state.file.makeIndirectObject(page), false);
}

std::string SheetFile::finish(const std::string& title) {
  State& state = *state_;
  write_press_keys(state.input, title, state.file);
  QPDFWriter writer(state.file);
  writer.setOutputMemory();
  writer.setMinimumPDFVersion("1.6");
  writer.setObjectStreamMode(qpdf_o_generate);
  writer.setDeterministicID(true);
  writer.write();
  const auto bytes = writer.getBufferSharedPointer();
  return {reinterpret_cast<const char*>(bytes->getBuffer()), bytes->getSize()};
}

bool claims_press(const pdf::About& about) {
  return about.standard.find("PDF/X-4") != std::string::npos && about.intent == "GTS_PDFX" && !about.condition.empty() && !about.created.empty();
}

}  // namespace tilstand::sheets
