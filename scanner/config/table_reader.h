#pragma once

#include <fmt/format.h>

#include <string>
#include <string_view>
#include <vector>

#include "scanner/base/result.h"
#include "scanner/config/keys.h"
#include "scanner/rules/toml_values.h"

namespace leaksieve {

/// What all tables of a configuration file are read with.
struct TableReader {
  TomlValues values;
  SetBy writer = SetBy::anyone;
  std::vector<std::string>* notes = nullptr;

  /// Calls `take(name, node)` for each key of `table` that is to be read, by its
  /// canonical name. Keys that `section` does not have, that the writer may not set, or
  /// that stand twice in other letters are mistakes.
  template <class Take>
  Result<void> each_key(Section section, const toml::table& table, Take take) const {
    std::vector<std::string_view> seen;
    for (const auto& [typed, node] : table) {
      auto found = find_key(section, typed.str());
      if (!found) return values.mistake(node, found.error().message);
      const Key& key = **found;
      SCANNER_CHECK(admit(key, node, seen));
      if (key.use == Use::read) SCANNER_CHECK(take(key.name, node));
    }
    return {};
  }

  /// A day, ISO 8601, as a string or as TOML's own.
  Result<std::string> day(const toml::node& node, std::string_view key) const;

 private:
  Result<void> admit(const Key& key, const toml::node& node,
                     std::vector<std::string_view>& seen) const;
};

}  // namespace leaksieve
