// SPDX-License-Identifier: Apache-2.0
#include "diff/pictures.hpp"

#include <chrono>
#include <cmath>
#include <filesystem>
#include <optional>
#include <tuple>

#include "base/length.hpp"
#include "diff/child.hpp"
#include "diff/regions.hpp"
#include "picture/read_picture.hpp"

namespace tilstand::diff {
namespace {

constexpr int dots = 96;  ///< to the inch
constexpr std::chrono::milliseconds most_time{60'000};

/// One side's PDF and the names of its pictures.
class Drawer {
 public:
  Drawer(std::string pdf, std::string when, std::string folder, Diagnostics& diagnostics)
      : pdf_(std::move(pdf)), when_(std::move(when)), folder_(std::move(folder)), diagnostics_(diagnostics) {}

  /// The page's pixels; its picture stays in the folder.
  std::optional<picture::Pixels> draw(SidePage& page) {
    const std::string number = std::to_string(page.index + 1), stem = (std::filesystem::path(folder_) / (when_ + "-" + number)).string();
    const Ended ended = run_child({"pdftoppm", "-r", std::to_string(dots), "-png", "-singlefile", "-f", number, "-l", number, pdf_, stem}, most_time);
    if (ended == Ended::missing) return fail("there is no program \"pdftoppm\" on this machine", "install poppler-utils, or leave --out away");
    if (ended == Ended::too_late) return fail("pdftoppm did not finish page " + number + " of \"" + pdf_ + "\" in a minute", {});
    picture::Library library;
    Diagnostics said;
    const PictureId id = picture::read_picture(library, stem + ".png", {}, said);
    auto pixels = ended == Ended::well && id ? picture::decode(library[id]) : std::nullopt;
    if (!pixels) return fail("pdftoppm can't draw page " + number + " of \"" + pdf_ + "\"", {});
    page.picture = when_ + "-" + number + ".png";
    return pixels;
  }

 private:
  std::optional<picture::Pixels> fail(const std::string& message, const std::string& hint) {
    diagnostics_.error("diff.cannot-draw", message, {}, hint);
    return std::nullopt;
  }

  std::string pdf_, when_, folder_;
  Diagnostics& diagnostics_;
};

}  // namespace

bool draw_pages(std::vector<PageDifference>& pages, const std::string& before_pdf, const std::string& after_pdf, const std::string& folder,
                Diagnostics& diagnostics) {
  Drawer before(before_pdf, "before", folder, diagnostics), after(after_pdf, "after", folder, diagnostics);
  for (PageDifference& page : pages) {
    std::optional<picture::Pixels> old, now;
    if (page.before && !(old = before.draw(*page.before))) return false;
    if (page.after && !(now = after.draw(*page.after))) return false;
    if (!old || !now) continue;
    const double aside = Length{page.after->left - page.before->left}.in_pt() * dots / 72;
    std::tie(page.before->regions, page.after->regions) = regions(*old, *now, static_cast<int>(std::lround(aside)));
  }
  return true;
}

}  // namespace tilstand::diff
