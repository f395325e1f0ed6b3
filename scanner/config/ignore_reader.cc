#include "scanner/config/ignore_reader.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "scanner/base/ascii.h"
#include "scanner/base/glob.h"

namespace leaksieve {
namespace {

Result<void> read_key(const TableReader& reader, std::string_view key,
                      const toml::node& node, IgnoreEntry& entry) {
  const TomlValues& values = reader.values;
  if (key == "expires") {
    SCANNER_TRY(entry.expires, reader.day(node, key));
    return {};
  }
  if (key == "rotated") {
    SCANNER_TRY(entry.rotated, reader.day(node, key));
    return {};
  }
  if (key == "paths") {
    SCANNER_TRY(std::vector<std::string> paths, values.list(node, key));
    std::move(paths.begin(), paths.end(), std::back_inserter(entry.paths));
    return {};
  }
  SCANNER_TRY(std::string text, values.text(node, key));
  if (key == "path") entry.paths.push_back(std::move(text));
  if (key == "fingerprint") entry.fingerprint = to_lower(text);
  if (key == "rule") entry.rule = std::move(text);
  if (key == "salt") entry.salt = std::move(text);
  if (key == "reason") entry.reason = std::move(text);
  if (key == "owner") entry.owner = std::move(text);
  return {};
}

Result<void> check(const TomlValues& values, const toml::table& table,
                   const IgnoreEntry& entry) {
  if (!entry.fingerprint.empty()) return {};
  if (entry.rule.empty() || entry.paths.empty()) {
    return values.mistake(table, "an ignore needs a fingerprint, or a rule and a path");
  }
  for (const std::string& path : entry.paths) {
    const auto glob = Glob::parse(path);
    if (!glob) {
      return values.mistake(
          table, fmt::format("path \"{}\": {}", printable(path), glob.error().message));
    }
  }
  return {};
}

}  // namespace

Result<void> read_ignores(const TableReader& reader, const toml::node& node,
                          std::vector<IgnoreEntry>& out) {
  SCANNER_TRY(const auto tables, reader.values.tables(node, "ignore"));
  for (const toml::table* table : tables) {
    IgnoreEntry entry;
    entry.place = reader.values.place(*table);
    SCANNER_CHECK(reader.each_key(Section::ignore, *table,
                                  [&](std::string_view key, const toml::node& value) {
                                    return read_key(reader, key, value, entry);
                                  }));
    SCANNER_CHECK(check(reader.values, *table, entry));
    out.push_back(std::move(entry));
  }
  return {};
}

}  // namespace leaksieve
