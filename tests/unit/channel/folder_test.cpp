// SPDX-License-Identifier: Apache-2.0
#include "channel/folder.hpp"

#include <catch2/catch.hpp>

#include "unit/channel/sample_parcel.hpp"

using namespace tilstand;
using channel::State;
namespace fs = std::filesystem;

TEST_CASE("a parcel is laid in a folder of its own, with a letter and sums that agree", "[channel][unit]") {
  const support::Folder folder("channel-folder");
  channel::Parcel parcel = support::sample_parcel(folder);
  parcel.address.clear();
  channel::FolderChannel way({folder.file("out")});
  const channel::Outcome laid = way.send(parcel);
  CHECK(laid.state == State::sent);
  const std::string place = folder.file("out/aandsdepartementet-0b9f3c1e");
  CHECK(support::read_file(place + "/letter.txt") == parcel.text);
  CHECK(support::run("cd '" + place + "' && sha256sum -c SHA256SUMS").code == 0);
  CHECK(std::distance(fs::directory_iterator(place), fs::directory_iterator()) == 3);
  CHECK(std::distance(fs::directory_iterator(folder.file("out")), fs::directory_iterator()) == 1);
}

TEST_CASE("laying a parcel again leaves it as it is, and mends what was spoilt", "[channel][unit]") {
  const support::Folder folder("channel-again");
  const channel::Parcel parcel = support::sample_parcel(folder);
  channel::FolderChannel way({folder.file("out")});
  REQUIRE(way.send(parcel).state == State::sent);
  const std::string place = folder.file("out/" + channel::folder_name(parcel));
  const auto before = fs::last_write_time(place + "/SHA256SUMS");
  const std::string receipt = way.send(parcel).receipt;
  CHECK(fs::last_write_time(place + "/SHA256SUMS") == before);
  std::ofstream(place + "/report \xC3\xA6.pdf") << "spoilt";
  std::ofstream(folder.file("out/." + channel::folder_name(parcel) + ".part")) << "a killed run's";
  CHECK(way.send(parcel).receipt == receipt);
  CHECK(support::run("cd '" + place + "' && sha256sum -c SHA256SUMS").code == 0);
  CHECK(std::distance(fs::directory_iterator(folder.file("out")), fs::directory_iterator()) == 1);
}

TEST_CASE("two parcels of one recipient lie beside each other", "[channel][unit]") {
  const support::Folder folder("channel-two");
  channel::Parcel parcel = support::sample_parcel(folder);
  channel::FolderChannel way({folder.file("out")});
  REQUIRE(way.send(parcel).state == State::sent);
  parcel.id[0] = 'f';
  REQUIRE(way.send(parcel).state == State::sent);
  CHECK(std::distance(fs::directory_iterator(folder.file("out")), fs::directory_iterator()) == 2);
}

TEST_CASE("a linked parcel has the letter alone, which names link and sums", "[channel][unit]") {
  const support::Folder folder("channel-linked");
  channel::Parcel parcel = support::sample_parcel(folder);
  parcel.link = "https://agency.example/r";
  channel::FolderChannel way({folder.file("out")});
  REQUIRE(way.send(parcel).state == State::sent);
  const std::string place = folder.file("out/" + channel::folder_name(parcel));
  CHECK(support::holds(support::read_file(place + "/letter.txt"), parcel.link + "\n"));
  CHECK(support::holds(support::read_file(place + "/letter.txt"), parcel.attachments[0].sha256));
  CHECK(std::distance(fs::directory_iterator(place), fs::directory_iterator()) == 2);
}

TEST_CASE("what can't be written fails and leaves nothing", "[channel][unit]") {
  const support::Folder folder("channel-no-place");
  const channel::Parcel parcel = support::sample_parcel(folder);
  std::ofstream(folder.file("file")) << "in the way";
  CHECK(channel::FolderChannel({folder.file("file/out")}).send(parcel).state == State::failed);
  CHECK(channel::FolderChannel({"/proc/no-such-place"}).send(parcel).state == State::failed);
  CHECK(folder.count() == 2);
}
