// SPDX-License-Identifier: Apache-2.0
#include "paint/picture_set.hpp"

#include <vector>

#include "base/ensure.hpp"
#include "haru/image.hpp"
#include "paint/vector_form.hpp"

namespace tilstand::paint {
namespace {

std::string name_of(PictureId id) {
  std::string name = "P";
  haru::append_integer(name, id.value);
  return name;
}

haru::Image image_of(const picture::Raster& raster) {
  haru::Image image;
  image.width = raster.width;
  image.height = raster.height;
  image.channels = raster.model == colour::Model::grey ? 1 : 3;
  return image;
}

void put(haru::Sink& sink, haru::ObjectNumber number, const picture::Picture& picture) {
  if (picture.vector() != nullptr) return put_form(sink, number, picture);
  const picture::Raster& raster = *picture.raster();
  haru::Image image = image_of(raster);
  if (raster.passes) {
    const std::string stream = picture::passing_stream(picture);
    image.jpeg = stream;
    image.untransformed = raster.untransformed;
    image.profile = raster.encoding.profile;
    return haru::put_image(sink, number, image);
  }
  const std::optional<picture::Pixels> pixels = picture::decode(picture);
  if (!pixels) return sink.fail("can't decode the picture \"" + picture.path + "\": out of memory");
  image.channels = pixels->grey ? 1 : 3;
  image.samples = pixels->colour;
  image.alpha = pixels->alpha;
  haru::put_image(sink, number, image);
}

}  // namespace

const picture::Picture& PictureSet::operator[](PictureId id) const {
  ensure(library_ != nullptr);
  return (*library_)[id];
}

std::string PictureSet::use(PictureId id) { return name_of(used_.try_emplace((*this)[id].sha256, id).first->second); }

std::string PictureSet::write(haru::Sink& sink) const {
  if (used_.empty()) return {};
  std::map<PictureId, haru::ObjectNumber> objects;
  for (const auto& [digest, id] : used_) objects[id] = 0;
  std::string entries;
  for (auto& [id, number] : objects) {
    number = sink.allocate();
    put(sink, number, (*this)[id]);
    entries += "/" + name_of(id) + " " + haru::reference(number);
  }
  return "/XObject<<" + entries + ">>";
}

}  // namespace tilstand::paint
