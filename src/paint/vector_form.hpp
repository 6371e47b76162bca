// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "colour/press_profile.hpp"
#include "haru/sink.hpp"
#include "picture/picture.hpp"

namespace tilstand::paint {

/// Object `number` is a drawing as a form XObject, in points from its bottom left corner at its natural size. Its colours
/// become inks by `press`; null: they stay.
void put_form(haru::Sink& sink, haru::ObjectNumber number, const picture::Picture& picture, const colour::PressProfile* press = nullptr);

}  // namespace tilstand::paint
