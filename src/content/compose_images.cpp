// SPDX-License-Identifier: Apache-2.0
#include "base/ensure.hpp"
#include "content/composer.hpp"
#include "picture/read_picture.hpp"

namespace tilstand::content {

void Composer::image(const definition::Block& source, const definition::Image& body, NodeId parent, Scope& scope) {
  Image image;
  const bool in_prose = body.alt.span == source.source;  // then the prose has told its words
  image.alt = in_prose ? resolved(body.alt, scope) : printed(body.alt, scope);
  image.decorative = body.decorative;
  image.title = printed(body.title, scope, &image.title_printed);
  image.caption = printed(body.caption, scope, &image.caption_printed);
  image.credit = printed(body.credit, scope, &image.credit_printed);
  image.width = body.width;
  image.height = body.height;
  image.fit = body.fit;
  image.focus_x = body.focus_x;
  image.focus_y = body.focus_y;
  if (image.alt.find_first_not_of(' ') == std::string::npos && !image.decorative) {
    diagnostics_.error("content.image-without-alt", "the picture has no words for those who can't see it", body.alt.empty() ? source.source : body.alt.span,
                       "say what it shows, as ![a red house](house.jpg); for mere decoration write a block with decorative = true");
    return;
  }
  ensure(in_.pictures != nullptr);
  image.picture = picture::read_picture(*in_.pictures, in_.data_folder + "/" + resolved(body.file, scope), body.file.span, diagnostics_);
  if (!image.picture) return;
  if (!image.title.empty()) image.number = ++figures_;
  add(parent, std::move(image), source, scope);
}

void Composer::quote(const definition::Block& source, const definition::PullQuote& body, NodeId parent, Scope& scope) {
  const NodeId id = add(parent, PullQuote{}, source, scope);
  grower_.add(id, Paragraph{style(source, "lead", scope), inlines(body.text, scope), 0, false, false}, body.text.span);
  if (!body.attribution.empty()) grower_.add(id, Paragraph{"source", inlines(body.attribution, scope), 0, false, false}, body.attribution.span);
}

}  // namespace tilstand::content
