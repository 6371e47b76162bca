// SPDX-License-Identifier: Apache-2.0
#include "package/attachments.hpp"

#include <algorithm>
#include <numeric>

#include "digest/md5.hpp"
#include "haru/syntax.hpp"

namespace tilstand::package {
namespace {

const char* name_of(Attachment::Relation relation) {
  if (relation == Attachment::Relation::source) return "/Source";
  return relation == Attachment::Relation::data ? "/Data" : "/Supplement";
}

std::string references(const std::vector<haru::ObjectNumber>& numbers) {
  std::string list;
  for (const haru::ObjectNumber number : numbers) list += haru::reference(number) + ' ';
  return list;
}

}  // namespace

Attachments::Attachments(const Attached& attached, const std::string& date, haru::Sink& sink) : attached_(attached), date_(date), sink_(sink) {
  for (std::size_t i = 0; i < attached.files.size(); ++i) numbers_.push_back(sink.allocate());
}

std::string Attachments::entry_of(NodeId node) const {
  const auto found = attached_.by_node.find(node.value);
  if (found == attached_.by_node.end() || found->second.empty()) return {};
  std::vector<haru::ObjectNumber> numbers;
  for (const std::size_t place : found->second) numbers.push_back(numbers_.at(place));
  return "/AF[" + references(numbers) + "]";
}

void Attachments::put(std::size_t place, const std::string& bytes) {
  const Attachment& file = attached_.files.at(place);
  const haru::ObjectNumber stream = sink_.allocate();
  const std::string date = haru::date_string(date_);
  std::string entries = "/Type/EmbeddedFile/Subtype" + haru::name_object(file.mime) + "/Params<</Size ";
  haru::append_integer(entries, static_cast<std::int64_t>(bytes.size()));
  entries += "/CreationDate" + date + "/ModDate" + date + "/CheckSum<" + digest::md5(bytes) + ">>>";
  sink_.put_stream(stream, entries, bytes);
  const std::string embedded = haru::reference(stream), name = haru::text_string(file.name);
  sink_.put(numbers_.at(place), "<</Type/Filespec/F" + name + "/UF" + name + "/AFRelationship" + name_of(file.relation) + "/Desc" +
                                    haru::text_string(file.description) + "/EF<</F " + embedded + "/UF " + embedded + ">>>>");
}

std::string Attachments::catalog_entries() const {
  if (numbers_.empty()) return {};
  std::vector<std::size_t> order(numbers_.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [this](std::size_t a, std::size_t b) { return attached_.files[a].name < attached_.files[b].name; });
  std::string names;
  for (const std::size_t place : order) names += haru::text_string(attached_.files[place].name) + haru::reference(numbers_[place]) + ' ';
  return "/AF[" + references(numbers_) + "]/Names<</EmbeddedFiles<</Names[" + names + "]>>>>";
}

}  // namespace tilstand::package
