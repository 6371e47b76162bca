// SPDX-License-Identifier: Apache-2.0
#include "cli/register_data.hpp"

#include <array>
#include <set>

namespace tilstand::cli {
namespace {

using Row = std::vector<std::string>;

constexpr const char* described = R"([table.editions]
file = "editions.csv"
key = "sha256"
[table.editions.columns]
sha256 = "text"
short = "text"
digits = "text"
report = "text"
title = "text"
file = "text"
year = "year"
language = "text"
edition = "text"
pages = "integer"
copies = "integer"

[table.runs]
file = "runs.csv"
[table.runs.columns]
sha256 = "text"
run = "text"
printer = "text"
paper = "text"
binding = "text"
date = "text"
copies = "integer"
deposit = "text"

[table.packages]
file = "packages.csv"
[table.packages.columns]
sha256 = "text"
name = "text"
kind = "text"
date = "text"
files = "integer"
digits = "text"

[table.deliveries]
file = "deliveries.csv"
[table.deliveries.columns]
sha256 = "text"
state = "text"
parcels = "integer"

[table.totals]
file = "totals.csv"
key = "what"
[table.totals.columns]
what = "text"
number = "integer"
)";

/// One line, without braces that would open a binding.
std::string plain(const std::string& text) {
  std::string out;
  for (const char one : text) {
    if (static_cast<unsigned char>(one) < 0x20 || one == 0x7F) out += ' ';
    else if (one == '{' && out.ends_with('{')) out += " {";
    else out += one;
  }
  return out;
}

/// A TOML string.
std::string quoted(const std::string& text) {
  std::string out = "\"";
  for (const char one : plain(text)) {
    if (one == '"' || one == '\\') out += '\\';
    out += one;
  }
  return out + '"';
}

/// A CSV cell (RFC 4180).
std::string cell(const std::string& text) {
  std::string out = "\"";
  for (const char one : plain(text)) {
    if (one == '"') out += '"';
    out += one;
  }
  return out + '"';
}

/// A CSV file with its head.
class Csv {
 public:
  Csv(std::string path, const std::string& head) : file_{std::move(path), head + "\n"} {}
  void add(const Row& row) {
    for (std::size_t at = 0; at < row.size(); ++at) file_.text += (at == 0 ? "" : ",") + (row[at].empty() ? "" : cell(row[at]));
    file_.text += '\n';
  }
  const DataFile& file() const { return file_; }

 private:
  DataFile file_;
};

/// Digits with spaces, where lines may break.
std::string in_groups(const std::string& digits) {
  constexpr std::size_t group = 16;
  std::string text;
  for (std::size_t at = 0; at < digits.size(); at += group) text += (at == 0 ? "" : " ") + digits.substr(at, group);
  return text;
}

/// What definitions and their translations call it.
std::string binding_name(const std::string& binding) {
  if (binding == "saddle") return "saddle stitching";
  if (binding == "perfect") return "perfect binding";
  return binding == "n-up" ? "leaves, not bound" : binding;
}

std::string package_kind(const std::string& kind) {
  if (kind == "sip") return "E-ARK SIP";
  return kind == "bag" ? "BagIt" : kind;
}

/// The tables while they are filled.
class Tables {
 public:
  void add(const registry::History& one) {
    constexpr std::size_t short_digest = 12, day = 10;
    const registry::Edition& edition = one.edition;
    std::int64_t copies = 0;
    for (const registry::PrintRun& run : one.runs) {
      runs_.add({edition.sha256, run.run, run.printer, run.paper, binding_name(run.binding), run.date, std::to_string(run.copies), run.deposit});
      names_.insert({run.run, run.printer, run.paper, run.deposit});
      copies += run.copies;
    }
    editions_.add({edition.sha256, edition.sha256.substr(0, short_digest), in_groups(edition.sha256), edition.report, edition.title, edition.file, std::to_string(edition.year), edition.language,
                   edition.edition, std::to_string(edition.pages), std::to_string(copies)});
    names_.insert({edition.report, edition.title, edition.file, edition.language, edition.edition});
    for (const registry::KeptPackage& kept : one.packages) {
      const registry::Package& package = kept.package;
      packages_.add({edition.sha256, package.name, package_kind(package.kind), package.recorded.substr(0, day), std::to_string(package.files), in_groups(package.sha256)});
      names_.insert({package.name, package_kind(package.kind)});
      package_digests_.insert(package.sha256);
    }
    count_parcels(one);
    run_count_ += one.runs.size();
    copies_ += copies;
  }

  std::vector<DataFile> files(std::size_t editions) const {
    Csv totals("totals.csv", "what,number");
    totals.add({"editions", std::to_string(editions)});
    totals.add({"runs", std::to_string(run_count_)});
    totals.add({"copies", std::to_string(copies_)});
    totals.add({"packages", std::to_string(package_digests_.size())});
    return {editions_.file(), runs_.file(), packages_.file(), deliveries_.file(), totals.file()};
  }

  /// What was written by people, each once, in order.
  const std::set<std::string>& names() const { return names_; }

 private:
  void count_parcels(const registry::History& one) {
    constexpr std::array states{registry::State::intended, registry::State::begun,   registry::State::sent,      registry::State::delivered,
                                registry::State::refused,  registry::State::failed, registry::State::uncertain, registry::State::bounced};
    for (const registry::State state : states) {
      std::size_t parcels = 0;
      for (const registry::Parcel& parcel : one.parcels) parcels += parcel.delivery.state == state ? 1 : 0;
      if (parcels > 0) deliveries_.add({one.edition.sha256, registry::name_of(state), std::to_string(parcels)});
    }
  }

  Csv editions_{"editions.csv", "sha256,short,digits,report,title,file,year,language,edition,pages,copies"};
  Csv runs_{"runs.csv", "sha256,run,printer,paper,binding,date,copies,deposit"};
  Csv packages_{"packages.csv", "sha256,name,kind,date,files,digits"};
  Csv deliveries_{"deliveries.csv", "sha256,state,parcels"};
  std::set<std::string> names_, package_digests_;
  std::size_t run_count_ = 0;
  std::int64_t copies_ = 0;
};

}  // namespace

std::vector<DataFile> register_data(const std::vector<registry::History>& all, const std::string& day, const std::string& language) {
  Tables tables;
  for (const registry::History& one : all) tables.add(one);
  std::vector<DataFile> files = tables.files(all.size());
  files.push_back({"data.toml", "format = 1\n\n[record.register]\ndate = " + quoted(day) + "\n\n" + described});
  std::string texts;
  for (const std::string& name : tables.names())
    if (!name.empty()) texts += quoted(name) + " = " + quoted(name) + "\n";
  files.push_back({language + "/texts.toml", texts});
  return files;
}

}  // namespace tilstand::cli
