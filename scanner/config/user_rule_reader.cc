#include "scanner/config/user_rule_reader.h"

#include <algorithm>
#include <utility>

#include "scanner/base/ascii.h"
#include "scanner/config/allowlist_reader.h"
#include "scanner/rules/rule_reader.h"

namespace leaksieve {
namespace {

// Longer ones are nobody's, and take a compiler longer than a commit may wait.
constexpr std::size_t kMaxRegexBytes = 16384;

Result<void> read_required(const TableReader& reader, const toml::node& node,
                           UserRule& rule) {
  const TomlValues& values = reader.values;
  SCANNER_TRY(const auto tables, values.tables(node, "required"));
  for (const toml::table* table : tables) {
    RequiredRule required;
    SCANNER_CHECK(reader.each_key(
        Section::required, *table,
        [&](std::string_view key, const toml::node& value) -> Result<void> {
          if (key == "id") {
            SCANNER_TRY(required.id, values.text(value, key));
            return {};
          }
          SCANNER_TRY(const std::int64_t within, values.integer(value, key));
          auto& limit =
              key == "withinLines" ? required.within_lines : required.within_columns;
          limit = static_cast<std::uint32_t>(within);
          return {};
        }));
    if (required.id.empty()) return values.mistake(*table, "required needs an id");
    rule.required.push_back(std::move(required));
  }
  return {};
}

}  // namespace

Result<UserRule> read_user_rule(const TableReader& reader, const toml::table& table,
                                RuleTexts& texts) {
  const TomlValues& values = reader.values;
  RuleReader fields(texts, values);
  UserRule rule;
  rule.place = values.place(table);
  // gitleaks' regexes name their neighbours themselves.
  rule.rule.boundary = false;
  const auto take = [&](std::string_view key, const toml::node& node) -> Result<void> {
    rule.given.emplace_back(key);
    if (key == "allowlist" || key == "allowlists") {
      return read_allowlists(reader, node, key, TargetRules::none, rule.allowlists);
    }
    if (key == "required") return read_required(reader, node, rule);
    if (key == "skipReport") {
      SCANNER_TRY(rule.skip_report, values.flag(node, key));
      return {};
    }
    if (key == "path") {
      SCANNER_TRY(rule.path, values.text(node, key));
      return {};
    }
    SCANNER_TRY(const bool known, fields.read(rule.rule, key, node));
    if (!known) return values.mistake(node, fmt::format("{} is not for rules", key));
    return {};
  };
  SCANNER_CHECK(reader.each_key(Section::rule, table, take));
  if (rule.rule.id.find_first_not_of(" \t") == std::string_view::npos) {
    return values.mistake(table, "a rule needs an id");
  }
  if (printable(rule.rule.id) != rule.rule.id) {
    return values.mistake(
        table, fmt::format("the id \"{}\" must be at most 200 visible ASCII characters",
                           printable(rule.rule.id)));
  }
  if (std::max(rule.rule.regex.size(), rule.path.size()) > kMaxRegexBytes) {
    return values.mistake(table, fmt::format("rule {}: a regex is longer than {} bytes",
                                             rule.rule.id, kMaxRegexBytes));
  }
  std::vector<std::string> keywords;
  for (const std::string_view keyword : rule.rule.keywords) {
    if (!keyword.empty()) keywords.push_back(to_lower(keyword));
  }
  rule.rule.keywords = texts.keep(std::move(keywords));
  return rule;
}

}  // namespace leaksieve
