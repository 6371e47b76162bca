// SPDX-License-Identifier: Apache-2.0
#include "deliver/plan.hpp"

#include <algorithm>
#include <filesystem>

#include "digest/sha256.hpp"
#include "digest/uuid.hpp"
#include "recipients/letter.hpp"

namespace tilstand::deliver {
namespace {

namespace fs = std::filesystem;
using recipients::LetterTemplate, recipients::Recipient;
using registry::State;

registry::Occasion occasion_of(const Series& series, const std::string& edition) { return {series.report, series.year, edition, series.issue}; }

/// Names of editions in the order of their first recipients.
std::vector<std::string> editions_of(const std::vector<Recipient>& recipients) {
  std::vector<std::string> names;
  for (const Recipient& one : recipients)
    if (std::find(names.begin(), names.end(), one.edition) == names.end()) names.push_back(one.edition);
  return names;
}

/// Numbers for those who stand in no register: by their order.
std::vector<registry::Delivery> numbered(const std::vector<registry::Register::Wanted>& wanted, const registry::Occasion& occasion) {
  std::vector<registry::Delivery> all;
  std::int64_t next = 1;
  for (const auto& one : wanted) {
    all.push_back({one.recipient.key, one.message_id, next, one.copies, occasion});
    next += one.copies;
  }
  return all;
}

/// Makes parcels of recipients.
class Packer {
 public:
  Packer(const Series& series, const Files& files, Sources& sources, Diagnostics& diagnostics) : series_(series), files_(files), sources_(sources), diagnostics_(diagnostics) {}

  void pack(const Reserved& reserved, std::vector<Item>& items) {
    const Recipient& recipient = reserved.recipient;
    auto attachments = attach(recipient);
    const LetterTemplate* letter = recipient.letter.empty() ? nullptr : letter_of(recipient);
    if (!attachments || (!letter && !recipient.letter.empty()) || !may_go(reserved, *attachments)) return;
    channel::Parcel parcel{reserved.delivery.message_id, recipient.name, recipient.address, recipient.language, series_.title, {}, std::move(*attachments), series_.link};
    const LetterTemplate::Values values = values_of(reserved, parcel.attachments);
    parcel.text = values.back().second + "\n";
    if (letter) {
      auto filled = letter->fill(values);
      parcel.subject = std::move(filled.subject);
      parcel.text = std::move(filled.text);
    }
    items.push_back({reserved, std::move(parcel)});
  }

 private:
  std::optional<std::vector<channel::Attachment>> attach(const Recipient& recipient) {
    const auto given = files_.find(recipient.id);
    std::vector<channel::Attachment> list;
    if (given == files_.end() || given->second.empty()) {
      diagnostics_.error("deliver.no-file", "there is no file for the recipient \"" + recipient.id + "\"", recipient.span, "it gets the edition \"" + recipient.edition + "\": name its PDF");
      return std::nullopt;
    }
    for (const std::string& path : given->second) {
      const std::optional<std::string>& digest = digest_of(path);
      if (!digest) {
        diagnostics_.error("deliver.no-file", "the file \"" + path + "\" for the recipient \"" + recipient.id + "\" can't be read", recipient.span);
        return std::nullopt;
      }
      const fs::path file(path);
      list.push_back({file.filename().string(), file.extension() == ".pdf" ? "application/pdf" : "application/octet-stream", path, *digest});
    }
    return list;
  }

  const std::optional<std::string>& digest_of(const std::string& path) {
    const auto [place, is_new] = digests_.try_emplace(path);
    if (is_new) place->second = digest::sha256_of_file(path);
    return place->second;
  }

  const LetterTemplate* letter_of(const Recipient& recipient) {
    const auto [place, is_new] = letters_.try_emplace(recipient.letter);
    if (is_new) place->second = LetterTemplate::read(recipient.letter, recipient.letter_span, letter_names(), sources_, diagnostics_);
    return place->second ? &*place->second : nullptr;
  }

  bool may_go(const Reserved& reserved, const std::vector<channel::Attachment>& attachments) {
    const registry::Delivery& delivery = reserved.delivery;
    const Recipient& recipient = reserved.recipient;
    if (!delivery.may_have_gone) return true;
    std::vector<registry::SentFile> files;
    for (const auto& one : attachments) files.push_back({one.name, one.sha256});
    if (registry::payload_of(files) != delivery.payload) {
      diagnostics_.error("deliver.other-files", "the recipient \"" + recipient.id + "\" has been sent, or may have been sent, other files under this id", recipient.span,
                         "give the same files again; a corrected report goes out by --issue " + std::to_string(series_.issue + 1));
      return false;
    }
    const bool is_over = delivery.state == State::sent || delivery.state == State::delivered;
    if (is_over || delivery.state == State::bounced || delivery.channel == name_of(recipient.way)) return true;
    diagnostics_.error("deliver.other-channel", "the recipient \"" + recipient.id + "\" may have been sent its parcel by " + delivery.channel + " already", recipient.span,
                       "end that first: only its counterpart knows the parcel by its id");
    return false;
  }

  LetterTemplate::Values values_of(const Reserved& reserved, const std::vector<channel::Attachment>& attachments) const {
    std::string list;
    for (const auto& one : attachments) list += (list.empty() ? "" : "\n") + one.sha256 + "  " + one.name;
    return {{"recipient.name", reserved.recipient.name}, {"report.title", series_.title}, {"report.year", std::to_string(series_.year)},
            {"copy.number", std::to_string(reserved.delivery.copy_number)}, {"copy.count", std::to_string(reserved.delivery.copies)}, {"files", list}};
  }

  const Series& series_;
  const Files& files_;
  Sources& sources_;
  Diagnostics& diagnostics_;
  std::map<std::string, std::optional<std::string>> digests_{};
  std::map<std::string, std::optional<LetterTemplate>> letters_{};
};

}  // namespace

const std::vector<std::string>& letter_names() {
  static const std::vector<std::string> names = {"recipient.name", "report.title", "report.year", "copy.number", "copy.count", "files"};
  return names;
}

std::string message_id(const registry::Occasion& occasion, const std::string& recipient) {
  return digest::uuid("tilstand delivery\n" + occasion.report + "\n" + std::to_string(occasion.year) + "\n" + occasion.edition + "\n" + std::to_string(occasion.issue) + "\n" + recipient);
}

std::optional<std::vector<Reserved>> reserve(const std::vector<Recipient>& recipients, const Series& series, registry::Register* reg, bool only_look, registry::Moment now,
                                             Diagnostics& diagnostics) {
  std::map<std::string, registry::Delivery> found;
  for (const std::string& edition : editions_of(recipients)) {
    const registry::Occasion occasion = occasion_of(series, edition);
    std::vector<registry::Register::Wanted> wanted;
    for (const Recipient& one : recipients)
      if (one.edition == edition) wanted.push_back({{one.id, one.name, one.org_number}, message_id(occasion, one.id), one.copies});
    const auto deliveries = reg ? reg->intend(occasion, wanted, only_look, now, diagnostics) : numbered(wanted, occasion);
    if (!deliveries) return std::nullopt;
    for (const registry::Delivery& one : *deliveries) found.emplace(one.recipient, one);
  }
  std::vector<Reserved> all;
  for (const Recipient& one : recipients) {
    all.push_back({one, found.at(one.id)});
    if (all.back().delivery.copies != one.copies)
      diagnostics.warning("deliver.other-copies", "the register has numbered " + std::to_string(all.back().delivery.copies) + " copies for the recipient \"" + one.id + "\", not " + std::to_string(one.copies),
                          one.span, "numbers that were given stay; more copies go out as another issue");
  }
  return all;
}

std::optional<std::vector<Item>> plan(const std::vector<Reserved>& reserved, const Series& series, const Files& files, Sources& sources, Diagnostics& diagnostics) {
  std::vector<Item> items;
  Packer packer(series, files, sources, diagnostics);
  for (const Reserved& one : reserved) packer.pack(one, items);
  return items.size() == reserved.size() ? std::optional(std::move(items)) : std::nullopt;
}

}  // namespace tilstand::deliver
