// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "haru/sink.hpp"
#include "picture/picture.hpp"

namespace tilstand::paint {

/// Object `number` is a drawing as a form XObject, in points from its bottom left corner at its natural size.
void put_form(haru::Sink& sink, haru::ObjectNumber number, const picture::Picture& picture);

}  // namespace tilstand::paint
