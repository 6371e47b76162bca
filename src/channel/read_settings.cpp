// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <filesystem>

#include "base/file.hpp"
#include "channel/settings.hpp"
#include "definition/reader.hpp"
#include "recipients/covered.hpp"
#include "recipients/recipients.hpp"

namespace tilstand::channel {
namespace {

using definition::KeyReader;
using definition::Need;
using definition::ReadContext;
using definition::Toml;

constexpr int longest_seconds = 24 * 3600;

constexpr std::array<std::pair<std::string_view, net::Security>, 3> securities = {{{"starttls", net::Security::starttls}, {"tls", net::Security::tls}, {"none", net::Security::none}}};
constexpr std::array<std::pair<std::string_view, DocumentType>, 2> documents = {{{"arkivmelding", DocumentType::arkivmelding}, {"avtalt", DocumentType::avtalt}}};

/// Reads one file of settings.
class SettingsReader {
 public:
  SettingsReader(std::string folder, ReadContext& context) : folder_(std::move(folder)), context_(context) {}

  Settings read(const Toml& root) {
    Settings settings;
    KeyReader keys(root, context_);
    int format = 0;
    keys.integer("format", format, {1, 1}, Need::required);
    if (const Toml* table = keys.table("smtp")) settings.mail = read_mail(*table);
    if (const Toml* table = keys.table("eformidling")) settings.eformidling = read_eformidling(*table);
    if (const Toml* table = keys.table("folder")) settings.folder = read_folder(*table);
    keys.finish();
    return settings;
  }

 private:
  std::string from_here(const std::string& path) const { return path.empty() ? path : (std::filesystem::path(folder_) / path).lexically_normal().string(); }

  static bool is_near(const std::string& url) {
    const std::string_view rest = std::string_view(url).substr(std::min(url.find("//") + 2, url.size()));
    const std::string_view host = rest.substr(0, rest.find_first_of(rest.starts_with("[") ? "/" : "/:"));
    return host == "localhost" || host == "127.0.0.1" || host.starts_with("[::1]");
  }

  SecretPlace read_secret_place(const Toml& table) {
    KeyReader keys(table, context_);
    SecretPlace place{.span = table.span};
    int count = 0;
    if (keys.string("file", place.name)) place.kind = SecretPlace::Kind::file, place.name = from_here(place.name), ++count;
    if (keys.string("environment", place.name)) place.kind = SecretPlace::Kind::environment, ++count;
    if (keys.integer("descriptor", place.descriptor, {0, 1 << 20})) place.kind = SecretPlace::Kind::descriptor, ++count;
    if (count != 1) context_.diagnostics.error("channel.bad-setting", "a secret is found in one place", table.span, "write one of file, environment and descriptor");
    keys.finish();
    return place;
  }

  Login read_login(KeyReader& keys) {
    Login login;
    keys.string("user", login.user);
    const Toml* secret = keys.member("secret");
    for (const char* word : {"password", "passphrase"})
      if (keys.refused(word)) open_secret(keys, word);
    if (secret != nullptr && std::holds_alternative<std::string>(secret->value)) open_secret(keys, "secret");
    else if (secret != nullptr) login.secret = read_secret_place(*secret);
    if (login.user.empty() != (secret == nullptr)) keys.error("user", "channel.bad-setting", "a login is a user and a secret", "write both or none");
    return login;
  }

  static void open_secret(KeyReader& keys, const char* key) {
    keys.error(key, "channel.open-secret", "a secret must not stand in settings", R"(say where it is: secret = { file = "…" }, { environment = "…" } or { descriptor = 3 })");
  }

  MailSettings read_mail(const Toml& table) {
    KeyReader keys(table, context_);
    MailSettings mail;
    keys.string("host", mail.host, Need::required);
    keys.choice("security", mail.security, securities);
    if (mail.security == net::Security::tls) mail.port = 465;  // RFC 8314, 3.3
    keys.integer("port", mail.port, {1, 65535});
    keys.string("ca-file", mail.ca_file);
    mail.ca_file = from_here(mail.ca_file);
    if (keys.string("from", mail.from, Need::required) && !recipients::is_mail_address(mail.from))
      keys.error("from", "channel.bad-setting", "this is no mailbox that mail can be sent from", "write name@domain, in ASCII");
    keys.string("name", mail.name);
    keys.integer("seconds", mail.seconds, {1, longest_seconds});
    mail.login = read_login(keys);
    if (mail.security == net::Security::none && !mail.login.user.empty())
      keys.error("security", "channel.open-secret", "a login without TLS would be open to all", "use starttls or tls, or no login");
    keys.finish();
    return mail;
  }

  EformidlingSettings read_eformidling(const Toml& table) {
    KeyReader keys(table, context_);
    EformidlingSettings settings;
    keys.string("url", settings.url, Need::required);
    while (settings.url.ends_with('/')) settings.url.pop_back();
    const bool open = settings.url.starts_with("http://");
    if (!settings.url.empty() && !open && !settings.url.starts_with("https://")) keys.error("url", "channel.bad-setting", "this is no address of an Integrasjonspunkt", "it begins with http:// or https://");
    keys.string("ca-file", settings.ca_file);
    settings.ca_file = from_here(settings.ca_file);
    if (keys.string("sender", settings.sender, Need::required) && !recipients::is_org_number(settings.sender))
      keys.error("sender", "channel.bad-setting", "this is no organisation number", "nine digits, the last of which checks the others");
    keys.string("name", settings.name, Need::required);
    keys.choice("document", settings.document, documents);
    keys.string("process", settings.process, Need::required);
    const bool filed = settings.document == DocumentType::arkivmelding;
    keys.string("identifier", settings.identifier, filed ? Need::optional : Need::required);
    keys.string("unit", settings.unit, filed ? Need::required : Need::optional);
    keys.string("responsible", settings.responsible, filed ? Need::required : Need::optional);
    keys.integer("seconds", settings.seconds, {1, longest_seconds});
    settings.login = read_login(keys);
    if (open && !settings.login.user.empty() && !is_near(settings.url))
      keys.error("url", "channel.open-secret", "a login over http would be open to all", "use https");
    keys.finish();
    return settings;
  }

  FolderSettings read_folder(const Toml& table) {
    KeyReader keys(table, context_);
    FolderSettings settings;
    keys.string("path", settings.path, Need::required);
    settings.path = from_here(settings.path);
    keys.finish();
    return settings;
  }

  std::string folder_;
  ReadContext& context_;
};

/// The text as it may be shown with a message: every value covered, for one may be a secret that has no place here.
std::string without_values(const std::string& text) {
  std::string shown = recipients::covered(text);
  bool in_value = false;
  for (char& byte : shown) {
    if (byte == '\n') in_value = false;
    else if (in_value && byte != ' ' && byte != '\r' && static_cast<unsigned char>(byte) < 0x80) byte = '.';
    else if (byte == '=') in_value = true;
  }
  return shown;
}

std::optional<Toml> parse(const std::string& path, Sources& sources, Diagnostics& diagnostics, SourceSpan wanted_by) {
  const auto text = std::filesystem::is_regular_file(path) ? read_file(path) : std::nullopt;
  if (!text) return definition::load_file(path, wanted_by, sources, diagnostics), std::nullopt;  // says why
  const FileId file = sources.add(path, without_values(*text));
  if (!definition::check_utf8(*text, file, {1, 1}, diagnostics)) return std::nullopt;
  return definition::parse_toml_at(*text, file, {1, 1}, diagnostics);
}

}  // namespace

std::optional<Settings> read_settings(const std::string& path, Sources& sources, Diagnostics& diagnostics, SourceSpan wanted_by) {
  const std::optional<Toml> root = parse(path, sources, diagnostics, wanted_by);
  if (!root) return std::nullopt;
  ReadContext context{diagnostics};
  return SettingsReader(std::filesystem::path(path).parent_path().string(), context).read(*root);
}

}  // namespace tilstand::channel
