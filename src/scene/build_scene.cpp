// SPDX-License-Identifier: Apache-2.0
#include "scene/build_scene.hpp"

#include "scene/page_builder.hpp"

namespace tilstand::scene {

struct Builder::State {
  Context context;
};

Builder::Builder(const content::Tree& tree, const layout::Settled& settled, const definition::Words& words)
    : state_(new State{{tree, settled, words, Structure(tree), {}}}) {}
Builder::~Builder() = default;
Builder::Builder(Builder&&) noexcept = default;

Page Builder::build(layout::Page&& page) { return PageBuilder(state_->context).build(std::move(page)); }

}  // namespace tilstand::scene
