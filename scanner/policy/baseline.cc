#include "scanner/policy/baseline.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>

#include "scanner/base/ascii.h"
#include "scanner/base/hash.h"

namespace leaksieve {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view kVersion = "baseline/1";

// The text of a field; nullopt if it is absent or no text.
std::optional<std::string> text_of(const Json& json, const char* key) {
  const auto found = json.find(key);
  if (found == json.end() || !found->is_string()) return std::nullopt;
  return found->get<std::string>();
}

std::optional<std::string> unhex(const std::string& text) {
  if (text.size() % 2 != 0) return std::nullopt;
  std::string out;
  for (std::size_t i = 0; i < text.size(); i += 2) {
    const int high = hex_value(text[i]);
    const int low = hex_value(text[i + 1]);
    if (high < 0 || low < 0) return std::nullopt;
    out += static_cast<char>(high << 4 | low);
  }
  return out;
}

bool is_utf8(const std::string& text) {
  const Json json = text;
  // The library checks when it writes; its replacing writer changes what is not UTF-8.
  return Json::parse(json.dump(-1, ' ', true, Json::error_handler_t::replace), nullptr,
                     false) == json;
}

// A line that is no header. False if it is nothing that a baseline holds.
bool add_line(const Json& json, Baseline& baseline) {
  if (const auto name = text_of(json, "salt")) {
    const auto key = text_of(json, "key");
    if (!key || key->empty() || name->find(':') != std::string::npos) return false;
    baseline.salts.push_back({*name, *key});
    return true;
  }
  const auto rule = text_of(json, "rule");
  const auto fingerprint = text_of(json, "fingerprint");
  if (!rule || !fingerprint || fingerprint->empty()) return false;
  BaselineEntry entry{"", *rule, *fingerprint};
  if (const auto path = text_of(json, "path")) entry.path = *path;
  if (const auto path = text_of(json, "path_hex")) {
    const auto bytes = unhex(*path);
    if (!bytes) return false;
    entry.path = *bytes;
  }
  baseline.entries.push_back(std::move(entry));
  return true;
}

bool is_conflict(std::string_view line) {
  return line.starts_with("<<<<<<<") || line.starts_with("=======") ||
         line.starts_with(">>>>>>>") || line.starts_with("|||||||");
}

}  // namespace

Result<Baseline> read_baseline(std::string_view text, const std::string& name) {
  Baseline baseline;
  bool has_version = false;
  for (std::size_t number = 1; !text.empty(); ++number) {
    std::string_view line = take_line(text);
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty()) continue;
    if (is_conflict(line)) {
      return Error{fmt::format(
          "{}:{}: a merge left a conflict here; keep the lines of both sides and "
          "remove the markers",
          name, number)};
    }
    const Json json = Json::parse(line.begin(), line.end(), nullptr, false);
    if (!json.is_object()) {
      return Error{
          fmt::format("{}:{}: this is no line of a baseline; restore the file "
                      "or make it anew: leaksieve baseline create",
                      name, number)};
    }
    if (const auto version = text_of(json, "leaksieve")) {
      if (*version != kVersion) {
        return Error{
            fmt::format("{}:{}: a newer leaksieve wrote this baseline; update this one",
                        name, number)};
      }
      has_version = true;
      continue;
    }
    if (!has_version || !add_line(json, baseline)) {
      return Error{
          fmt::format("{}:{}: this is no line of a baseline; restore the file "
                      "or make it anew: leaksieve baseline create",
                      name, number)};
    }
  }
  if (!has_version) {
    return Error{fmt::format(
        "{}: the baseline is empty; restore the file or make it anew: leaksieve "
        "baseline create",
        name)};
  }
  return baseline;
}

std::string write_baseline(Baseline baseline) {
  auto& salts = baseline.salts;
  const auto rank = [](const Salt& salt) { return std::tie(salt.name, salt.key); };
  std::sort(salts.begin(), salts.end(),
            [&](const Salt& a, const Salt& b) { return rank(a) < rank(b); });
  salts.erase(
      std::unique(salts.begin(), salts.end(),
                  [&](const Salt& a, const Salt& b) { return rank(a) == rank(b); }),
      salts.end());
  auto& entries = baseline.entries;
  std::sort(entries.begin(), entries.end());
  entries.erase(std::unique(entries.begin(), entries.end()), entries.end());

  const auto line = [](const Json& json) {
    return json.dump(-1, ' ', true, Json::error_handler_t::replace) + '\n';
  };
  std::string out = line({{"leaksieve", kVersion}});
  for (const Salt& salt : salts) {
    out += line({{"salt", salt.name}, {"key", salt.key}});
  }
  for (const BaselineEntry& entry : entries) {
    Json json = Json::object();
    if (!is_utf8(entry.path)) {
      json["path_hex"] = hex({reinterpret_cast<const std::uint8_t*>(entry.path.data()),
                              entry.path.size()});
    } else if (!entry.path.empty()) {
      json["path"] = entry.path;
    }
    json["rule"] = entry.rule;
    json["fingerprint"] = entry.fingerprint;
    out += line(json);
  }
  return out;
}

Salt make_salt() {
  const std::string bytes = random_bytes(32);
  const std::string key =
      hex({reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()});
  // A name that gives nothing of the key away.
  return {hex(sha256("leaksieve/salt/1" + key)).substr(0, 8), key};
}

Acceptances acceptances_of(const Baseline& baseline, const std::string& name) {
  Acceptances out;
  out.salts = baseline.salts;
  for (const BaselineEntry& entry : baseline.entries) {
    Acceptance acceptance;
    acceptance.by = SuppressedBy::baseline;
    acceptance.fingerprint = entry.fingerprint;
    acceptance.paths = {entry.path};
    acceptance.source = name;
    out.entries.push_back(std::move(acceptance));
  }
  return out;
}

}  // namespace leaksieve
