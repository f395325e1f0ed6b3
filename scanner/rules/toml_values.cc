#include "scanner/rules/toml_values.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "scanner/base/ascii.h"

namespace leaksieve {
namespace {

constexpr std::size_t kMaxBytes = 4 << 20;
constexpr std::ptrdiff_t kMaxDots = 500;

constexpr std::string_view kConflictMarks[] = {"<<<<<<< ", "||||||| ", ">>>>>>> "};

Result<void> check_lines(std::string_view text, std::string_view path) {
  for (std::size_t number = 1; !text.empty(); ++number) {
    const std::string_view line = take_line(text);
    for (const std::string_view mark : kConflictMarks) {
      if (line.starts_with(mark)) {
        return Error{fmt::format(
            "{}:{}:1: there are marks of a merge conflict; resolve it first",
            printable(path), number)};
      }
    }
    if (std::count(line.begin(), line.end(), '.') > kMaxDots) {
      return Error{fmt::format("{}:{}:1: more than {} dots in one line",
                               printable(path), number, kMaxDots)};
    }
  }
  return {};
}

std::string at(std::string_view path, const toml::source_position& begin) {
  return fmt::format("{}:{}:{}", printable(path), begin.line, begin.column);
}

// Where a node begins. toml++ 3.3 knows it of the first table of an array only: of
// another it is where its first value is.
toml::source_position begin_of(const toml::node& node) {
  toml::source_position first = node.source().begin;
  if (first.line != 0 || node.as_table() == nullptr) return first;
  for (const auto& [key, value] : *node.as_table()) {
    const toml::source_position begin = key.source().begin;
    if (begin.line != 0 && (first.line == 0 || begin.line < first.line)) first = begin;
  }
  return first;
}

}  // namespace

Result<toml::table> parse_toml(std::string_view text, std::string_view path) {
  if (text.size() > kMaxBytes) {
    return Error{fmt::format("{}: more than {} bytes", printable(path), kMaxBytes)};
  }
  SCANNER_CHECK(check_lines(text, path));
  try {
    return toml::parse(text);
  } catch (const toml::parse_error& error) {
    return Error{fmt::format("{}: {}", at(path, error.source().begin),
                             printable(error.description()))};
  }
}

TextPlace TomlValues::place(const toml::node& node) const {
  const toml::source_position begin = begin_of(node);
  return {std::string(path_), begin.line, begin.column};
}

Error TomlValues::mistake(const toml::node& node, std::string_view what) const {
  return Error{fmt::format("{}: {}", at(path_, begin_of(node)), what)};
}

Error TomlValues::wrong(const toml::node& node, std::string_view key,
                        std::string_view wanted) const {
  return mistake(node, fmt::format("{} must be {}", printable(key), wanted));
}

Result<std::string> TomlValues::text(const toml::node& node,
                                     std::string_view key) const {
  const auto* value = node.as_string();
  if (value == nullptr) return wrong(node, key, "a string");
  return value->get();
}

Result<std::vector<std::string>> TomlValues::list(const toml::node& node,
                                                  std::string_view key) const {
  const toml::array* values = node.as_array();
  if (values == nullptr) return wrong(node, key, "an array of strings");
  std::vector<std::string> texts;
  for (const toml::node& value : *values) {
    if (value.as_string() == nullptr) return wrong(value, key, "an array of strings");
    texts.push_back(value.as_string()->get());
  }
  return texts;
}

Result<double> TomlValues::number(const toml::node& node, std::string_view key,
                                  std::uint32_t most) const {
  const std::optional<double> value = node.value<double>();
  if (!value || !(*value >= 0) || !(*value <= most)) {
    return wrong(node, key, fmt::format("a number from 0 to {}", most));
  }
  return *value;
}

Result<std::int64_t> TomlValues::integer(const toml::node& node, std::string_view key,
                                         std::int64_t most) const {
  const auto* value = node.as_integer();
  if (value == nullptr || value->get() < 0 || value->get() > most) {
    return wrong(node, key, fmt::format("a whole number from 0 to {}", most));
  }
  return value->get();
}

Result<bool> TomlValues::flag(const toml::node& node, std::string_view key) const {
  const auto* value = node.as_boolean();
  if (value == nullptr) return wrong(node, key, "true or false");
  return value->get();
}

Result<const toml::table*> TomlValues::table(const toml::node& node,
                                             std::string_view key) const {
  if (node.as_table() == nullptr) return wrong(node, key, "a table");
  return node.as_table();
}

Result<std::vector<const toml::table*>> TomlValues::tables(const toml::node& node,
                                                           std::string_view key) const {
  std::vector<const toml::table*> tables;
  if (node.as_table() != nullptr) return std::vector{node.as_table()};
  if (node.as_array() == nullptr) {
    return wrong(node, key, fmt::format("tables: [[{}]]", key));
  }
  for (const toml::node& element : *node.as_array()) {
    if (element.as_table() == nullptr) {
      return wrong(element, key, fmt::format("tables: [[{}]]", key));
    }
    tables.push_back(element.as_table());
  }
  return tables;
}

}  // namespace leaksieve
