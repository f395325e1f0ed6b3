#pragma once

// Tables are freed by recursion on their depth, which parse_toml() bounds together with
// this. Nothing else includes toml++.
#define TOML_MAX_NESTED_VALUES 16
#include <toml++/toml.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "scanner/base/result.h"
#include "scanner/model/text_place.h"

namespace leaksieve {

/// Parses a document that may be hostile. Fails, naming `path`, line and column, on
/// what is not TOML, on the marks that git leaves in a conflict, on more than 4 MiB,
/// and on more than 500 dots in a line (names nested without a bound).
Result<toml::table> parse_toml(std::string_view text, std::string_view path);

/// Takes values of a document out of their nodes. Every mistake is an Error that names
/// the path, the line and the column. `path` is borrowed.
class TomlValues {
 public:
  explicit TomlValues(std::string_view path) : path_(path) {}

  TextPlace place(const toml::node& node) const;
  /// "path:line:column: WHAT".
  Error mistake(const toml::node& node, std::string_view what) const;
  /// "path:line:column: KEY must be WANTED".
  Error wrong(const toml::node& node, std::string_view key,
              std::string_view wanted) const;

  Result<std::string> text(const toml::node& node, std::string_view key) const;
  Result<std::vector<std::string>> list(const toml::node& node,
                                        std::string_view key) const;
  /// From 0 to `most`.
  Result<double> number(const toml::node& node, std::string_view key,
                        std::uint32_t most = 100000) const;
  Result<std::int64_t> integer(const toml::node& node, std::string_view key,
                               std::int64_t most = 100000) const;
  Result<bool> flag(const toml::node& node, std::string_view key) const;
  /// A table, or the Error that there should be one.
  Result<const toml::table*> table(const toml::node& node, std::string_view key) const;
  /// The tables of [[key]], or of one [key].
  Result<std::vector<const toml::table*>> tables(const toml::node& node,
                                                 std::string_view key) const;

 private:
  std::string_view path_;
};

}  // namespace leaksieve
