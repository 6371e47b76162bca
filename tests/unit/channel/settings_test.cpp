// SPDX-License-Identifier: Apache-2.0
#include "channel/settings.hpp"

#include <catch2/catch.hpp>
#include <cstdlib>

#include "channel/open.hpp"
#include "unit/channel/sample_parcel.hpp"

using namespace tilstand;

namespace {

struct Read {
  std::optional<channel::Settings> settings;
  std::vector<std::string> told;  ///< "channel.open-secret:4"
};

Read read(const support::Folder& folder, const std::string& text) {
  std::ofstream(folder.file("channels.toml")) << "format = 1\n" << text;
  Sources sources;
  Diagnostics diagnostics;
  Read result{channel::read_settings(folder.file("channels.toml"), sources, diagnostics), {}};
  for (const Diagnostic& diagnostic : diagnostics.list()) {
    CHECK_FALSE(support::holds(std::string(sources.line(diagnostic.span.file, diagnostic.span.begin.line)), "hunter"));
    result.told.push_back(diagnostic.code + ":" + std::to_string(diagnostic.span.begin.line));
  }
  return result;
}

const std::string mail = "[smtp]\nhost = \"smtp.agency.example\"\nfrom = \"a@agency.example\"\n";
const std::string eformidling =
    "[eformidling]\nurl = \"http://ip.agency.example:9093/\"\nsender = \"991825827\"\nname = \"Etaten\"\n"
    "process = \"urn:no:difi:profile:arkivmelding:administrasjon:ver1.0\"\nunit = \"E\"\nresponsible = \"R\"\n";

}  // namespace

TEST_CASE("settings of all channels are read, paths from the folder of the file", "[channel][unit]") {
  const support::Folder folder("channel-settings");
  const Read result = read(folder, mail + "user = \"a\"\nsecret = { file = \"pw\" }\nca-file = \"/etc/ca.pem\"\n" + eformidling + "[folder]\npath = \"by-hand\"\n");
  CHECK(result.told.empty());
  REQUIRE(result.settings);
  CHECK(result.settings->mail->port == 587);
  CHECK(result.settings->mail->security == net::Security::starttls);
  CHECK(result.settings->mail->login.secret.name == folder.file("pw"));
  CHECK(result.settings->mail->ca_file == "/etc/ca.pem");
  CHECK(result.settings->eformidling->url == "http://ip.agency.example:9093");
  CHECK(result.settings->folder->path == folder.file("by-hand"));
}

TEST_CASE("the report's own settings are sound", "[channel][unit]") {
  Sources sources;
  Diagnostics diagnostics;
  const auto settings = channel::read_settings(TILSTAND_ROOT "/data/distribution/channels.toml", sources, diagnostics);
  CHECK(diagnostics.list().empty());
  CHECK(settings->eformidling);
  CHECK(settings->folder);
}

TEST_CASE("wrong settings are told at their places", "[channel][unit]") {
  const support::Folder folder("channel-wrong");
  using Told = std::vector<std::string>;
  CHECK(read(folder, "[smtp]\n").told == Told{"definition.missing-key:2", "definition.missing-key:2"});
  CHECK(read(folder, "[post]\n").told == Told{"definition.unknown-key:2"});
  CHECK(read(folder, mail + "security = \"maybe\"\n").told == Told{"definition.unknown-value:5"});
  CHECK(read(folder, "[smtp]\nhost = \"h\"\nfrom = \"nobody\"\n").told == Told{"channel.bad-setting:4"});
  CHECK(read(folder, mail + "user = \"a\"\n").told == Told{"channel.bad-setting:5"});
  CHECK(read(folder, mail + "user = \"a\"\nsecret = \"hunter2\"\n").told == Told{"channel.open-secret:6"});
  CHECK(read(folder, mail + "user = \"a\"\npassword = \"hunter2\"\nsecret = { descriptor = 3 }\n").told == Told{"channel.open-secret:6"});
  CHECK(read(folder, mail + "user = \"a\"\nsecret = {}\n").told == Told{"channel.bad-setting:6"});
  CHECK(read(folder, mail + "user = \"a\"\nsecret = { descriptor = 3 }\nsecurity = \"none\"\n").told == Told{"channel.open-secret:7"});
  CHECK(read(folder, eformidling + "user = \"a\"\nsecret = { descriptor = 3 }\n").told == Told{"channel.open-secret:3"});
  CHECK(read(folder, eformidling + "document = \"avtalt\"\n").told == Told{"definition.missing-key:2"});
  CHECK_FALSE(read(folder, "[smtp\n").settings);
  CHECK_FALSE(read(folder, mail + "secret = hunter2\n").settings);
}

TEST_CASE("a secret is the first line of what the settings name", "[channel][unit]") {
  using Kind = channel::SecretPlace::Kind;
  const support::Folder folder("channel-secret");
  std::ofstream(folder.file("pw")) << "open sesame\r\nrest\n";
  CHECK(channel::read_secret({Kind::file, folder.file("pw")}) == "open sesame");
  CHECK_FALSE(channel::read_secret({Kind::file, folder.file("absent")}));
  ::setenv("TILSTAND_TEST_SECRET", "value", 1);
  CHECK(channel::read_secret({Kind::environment, "TILSTAND_TEST_SECRET"}) == "value");
  ::unsetenv("TILSTAND_TEST_SECRET");
  CHECK_FALSE(channel::read_secret({Kind::environment, "TILSTAND_TEST_SECRET"}));
  CHECK_FALSE(channel::read_secret({.kind = Kind::descriptor, .descriptor = 999}));
}

TEST_CASE("channels open as far as their secrets can be read", "[channel][unit]") {
  const support::Folder folder("channel-open");
  const Read result = read(folder, mail + "user = \"a\"\nsecret = { file = \"pw\" }\n[folder]\npath = \"x\"\n");
  Diagnostics diagnostics;
  const channel::Channels closed = channel::open_channels(*result.settings, {0}, diagnostics);
  CHECK_FALSE(closed.mail);
  CHECK(closed.folder);
  CHECK_FALSE(closed.eformidling);
  REQUIRE(diagnostics.list().size() == 1);
  CHECK(diagnostics.list()[0].code == "channel.no-secret");
  CHECK(diagnostics.list()[0].span.begin.line == 6);
  std::ofstream(folder.file("pw")) << "x\n";
  CHECK(channel::open_channels(*result.settings, {0}, diagnostics).mail);
}
