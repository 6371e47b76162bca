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

void put_decoded(haru::Sink& sink, haru::ObjectNumber number, const picture::Picture& picture, const colour::PressProfile* press) {
  std::optional<picture::Pixels> pixels = picture::decode(picture);
  if (!pixels) return sink.fail("can't decode the picture \"" + picture.path + "\": out of memory");
  const picture::Raster& raster = *picture.raster();
  if (press && raster.model == colour::Model::grey && !pixels->grey) {  // by its profile three equal samples
    std::string one;
    for (std::size_t at = 0; at < pixels->colour.size(); at += 3) one.push_back(pixels->colour[at]);
    pixels->colour = std::move(one);
    pixels->grey = true;
  }
  if (press) pixels->colour = pixels->grey ? press->to_grey(pixels->colour) : press->to_inks(pixels->colour);
  haru::Image image = image_of(raster);
  image.channels = pixels->grey ? 1 : press ? 4 : 3;
  image.samples = pixels->colour;
  image.alpha = pixels->alpha;
  haru::put_image(sink, number, image);
}

void put(haru::Sink& sink, haru::ObjectNumber number, const picture::Picture& picture, const colour::PressProfile* press) {
  if (picture.vector() != nullptr) return put_form(sink, number, picture, press);
  const picture::Raster& raster = *picture.raster();
  if (!raster.passes || press) return put_decoded(sink, number, picture, press);
  haru::Image image = image_of(raster);
  const std::string stream = picture::passing_stream(picture);
  image.jpeg = stream;
  image.untransformed = raster.untransformed;
  image.profile = raster.encoding.profile;
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
    put(sink, number, (*this)[id], press_);
    entries += "/" + name_of(id) + " " + haru::reference(number);
  }
  return "/XObject<<" + entries + ">>";
}

}  // namespace tilstand::paint
