// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <lcms2.h>

#include <memory>

namespace tilstand::colour {

struct CloseProfile {
  void operator()(void* profile) const { cmsCloseProfile(profile); }
};
struct DeleteTransform {
  void operator()(void* transform) const { cmsDeleteTransform(transform); }
};

/// What lcms2 opens and makes, given back when it is done with.
using Profile = std::unique_ptr<void, CloseProfile>;
using Transform = std::unique_ptr<void, DeleteTransform>;

}  // namespace tilstand::colour
