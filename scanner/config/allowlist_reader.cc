#include "scanner/config/allowlist_reader.h"

#include <algorithm>
#include <utility>

#include "scanner/base/ascii.h"

namespace leaksieve {
namespace {

// `texts` without blanks at their ends, in lower case, without those that are empty.
std::vector<std::string> normalised(const std::vector<std::string>& texts) {
  std::vector<std::string> out;
  for (const std::string& text : texts) {
    const std::size_t begin = text.find_first_not_of(" \t\r\n");
    if (begin == std::string::npos) continue;
    const std::size_t end = text.find_last_not_of(" \t\r\n");
    out.push_back(to_lower(std::string_view(text).substr(begin, end + 1 - begin)));
  }
  return out;
}

Result<void> read_condition(const TomlValues& values, const toml::node& node,
                            Allowlist& allowlist) {
  SCANNER_TRY(const std::string typed, values.text(node, "condition"));
  const std::string word = to_lower(typed);
  if (word == "and" || word == "&&") {
    allowlist.condition = Allowlist::Condition::all;
  } else if (!word.empty() && word != "or" && word != "||") {
    return values.wrong(node, "condition", "OR or AND");
  }
  return {};
}

Result<void> read_target(const TomlValues& values, const toml::node& node,
                         Allowlist& allowlist) {
  SCANNER_TRY(const std::string word, values.text(node, "regexTarget"));
  if (word == "match") {
    allowlist.target = Allowlist::Target::match;
  } else if (word == "line") {
    allowlist.target = Allowlist::Target::line;
  } else if (!word.empty() && word != "secret") {
    return values.wrong(node, "regexTarget", "secret, match or line");
  }
  return {};
}

Result<void> read_key(const TomlValues& values, std::string_view key,
                      const toml::node& node, TargetRules target_rules,
                      Allowlist& allowlist) {
  if (key == "condition") return read_condition(values, node, allowlist);
  if (key == "regexTarget") return read_target(values, node, allowlist);
  if (key == "description") {
    SCANNER_TRY(allowlist.description, values.text(node, key));
    return {};
  }
  SCANNER_TRY(std::vector<std::string> list, values.list(node, key));
  if (key == "paths") allowlist.paths = std::move(list);
  if (key == "regexes") allowlist.regexes = std::move(list);
  if (key == "stopwords") allowlist.stopwords = normalised(list);
  if (key == "commits") allowlist.commits = normalised(list);
  if (key == "targetRules") {
    if (target_rules == TargetRules::none) {
      return values.mistake(node, "targetRules has no meaning inside a rule");
    }
    allowlist.rules = std::move(list);
  }
  return {};
}

bool holds_empty(const std::vector<std::string>& texts) {
  return std::find(texts.begin(), texts.end(), "") != texts.end();
}

}  // namespace

Result<void> read_allowlists(const TableReader& reader, const toml::node& node,
                             std::string_view key, TargetRules target_rules,
                             std::vector<Allowlist>& out) {
  const TomlValues& values = reader.values;
  SCANNER_TRY(const auto tables, values.tables(node, key));
  for (const toml::table* table : tables) {
    Allowlist allowlist;
    allowlist.place = values.place(*table);
    SCANNER_CHECK(reader.each_key(Section::allowlist, *table,
                                  [&](std::string_view name, const toml::node& value) {
                                    return read_key(values, name, value, target_rules,
                                                    allowlist);
                                  }));
    if (holds_empty(allowlist.paths) || holds_empty(allowlist.regexes)) {
      return values.mistake(*table, "an empty regex in an allowlist would allow all");
    }
    if (allowlist.paths.empty() && allowlist.regexes.empty() &&
        allowlist.stopwords.empty() && allowlist.commits.empty()) {
      return values.mistake(*table,
                            "an allowlist needs paths, regexes, stopwords or commits");
    }
    out.push_back(std::move(allowlist));
  }
  return {};
}

}  // namespace leaksieve
