#include "scanner/rules/rule_file.h"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <optional>
#include <utility>

namespace leaksieve {
namespace {

std::string at(std::string_view path, const toml::source_region& source) {
  return fmt::format("{}:{}:{}", path, source.begin.line, source.begin.column);
}

std::optional<Kind> kind_named(std::string_view name) {
  for (const Kind kind : {Kind::token, Kind::assignment, Kind::env_file, Kind::key_file,
                          Kind::log_statement, Kind::policy_change}) {
    if (name == name_of(kind)) return kind;
  }
  return std::nullopt;
}

}  // namespace

// Fills a RuleFile from a parsed document. The first mistake stops it.
class RuleReader {
 public:
  RuleReader(RuleFile& file, std::string_view path) : file_(file), path_(path) {}

  Result<void> read(const toml::table& root) {
    for (const auto& [key, node] : root) {
      if (key.str() == "title" || key.str() == "description") continue;
      if (key.str() != "rules" || node.as_array() == nullptr) {
        return Error{fmt::format("{}: unknown key \"{}\"; a rule file has [[rules]]",
                                 at(path_, node.source()), key.str())};
      }
      for (const toml::node& element : *node.as_array()) {
        const toml::table* table = element.as_table();
        if (table == nullptr) {
          return Error{fmt::format("{}: rules must be tables: [[rules]]",
                                   at(path_, element.source()))};
        }
        SCANNER_CHECK(read_rule(*table));
      }
    }
    return {};
  }

 private:
  Result<void> read_rule(const toml::table& table) {
    Rule rule;
    for (const auto& [key, node] : table) {
      SCANNER_CHECK(read_key(rule, key.str(), node));
    }
    if (rule.id.empty()) {
      return Error{fmt::format("{}: a rule needs an id", at(path_, table.source()))};
    }
    if (rule.regex.empty() && rule.kind == Kind::token) {
      return Error{
          fmt::format("{}: rule {} needs a regex", at(path_, table.source()), rule.id)};
    }
    file_.rules_.push_back(rule);
    return {};
  }

  Result<void> read_key(Rule& rule, std::string_view key, const toml::node& node) {
    if (key == "id") return text(node, key, rule.id);
    if (key == "description") return text(node, key, rule.description);
    if (key == "regex") return text(node, key, rule.regex);
    if (key == "head") return text(node, key, rule.head);
    if (key == "validator") return text(node, key, rule.validator);
    if (key == "keywords") return list(node, key, rule.keywords);
    if (key == "context") return list(node, key, rule.context);
    if (key == "prefixes") return list(node, key, rule.prefixes);
    if (key == "env") return list(node, key, rule.env);
    if (key == "aliases") return list(node, key, rule.aliases);
    if (key == "tags") return list(node, key, rule.tags);
    if (key == "examples") return list(node, key, rule.examples);
    if (key == "counterexamples") return list(node, key, rule.counterexamples);
    if (key == "secretGroup") return number(node, key, rule.secret_group);
    if (key == "specificity") return number(node, key, rule.specificity);
    if (key == "entropy") return number(node, key, rule.entropy);
    if (key == "boundary") return flag(node, key, rule.boundary);
    if (key == "identifier") return flag(node, key, rule.identifier);
    if (key == "severity") return name(node, key, severity_named, rule.severity);
    if (key == "confidence") return name(node, key, confidence_named, rule.confidence);
    if (key == "kind") return name(node, key, kind_named, rule.kind);
    if (key == "rotate") return rotation(rule, node);
    return Error{
        fmt::format("{}: unknown key \"{}\" in a rule", at(path_, node.source()), key)};
  }

  Result<void> rotation(Rule& rule, const toml::node& node) {
    const toml::table* table = node.as_table();
    if (table == nullptr) return wrong(node, "rotate", "a table of steps and url");
    for (const auto& [key, value] : *table) {
      if (key.str() == "steps") {
        SCANNER_CHECK(list(value, "rotate.steps", rule.rotate_steps));
      } else if (key.str() == "url") {
        SCANNER_CHECK(text(value, "rotate.url", rule.rotate_url));
      } else {
        return wrong(value, "rotate", "steps and url only");
      }
    }
    return {};
  }

  Result<void> text(const toml::node& node, std::string_view key,
                    std::string_view& out) {
    const auto* value = node.as_string();
    if (value == nullptr) return wrong(node, key, "a string");
    out = keep(value->get());
    return {};
  }

  Result<void> list(const toml::node& node, std::string_view key,
                    std::span<const std::string_view>& out) {
    const toml::array* values = node.as_array();
    if (values == nullptr) return wrong(node, key, "an array of strings");
    std::vector<std::string_view> kept;
    for (const toml::node& value : *values) {
      if (value.as_string() == nullptr) return wrong(value, key, "an array of strings");
      kept.push_back(keep(value.as_string()->get()));
    }
    file_.lists_.push_back(std::move(kept));
    out = file_.lists_.back();
    return {};
  }

  template <class Number>
  Result<void> number(const toml::node& node, std::string_view key, Number& out) {
    const std::optional<double> value = node.value<double>();
    if (!value || *value < 0 || *value > 100000) {
      return wrong(node, key, "a number from 0 to 100000");
    }
    out = static_cast<Number>(*value);
    return {};
  }

  Result<void> flag(const toml::node& node, std::string_view key, bool& out) {
    const auto* value = node.as_boolean();
    if (value == nullptr) return wrong(node, key, "true or false");
    out = value->get();
    return {};
  }

  template <class Value, class Named>
  Result<void> name(const toml::node& node, std::string_view key, Named named,
                    Value& out) {
    const auto* value = node.as_string();
    const auto found = value != nullptr ? named(value->get()) : std::nullopt;
    if (!found) return wrong(node, key, "one of the words that rules/README.md lists");
    out = *found;
    return {};
  }

  Error wrong(const toml::node& node, std::string_view key,
              std::string_view wanted) const {
    return Error{
        fmt::format("{}: {} must be {}", at(path_, node.source()), key, wanted)};
  }

  std::string_view keep(const std::string& value) {
    return file_.strings_.emplace_back(value);
  }

  RuleFile& file_;
  std::string_view path_;
};

Result<RuleFile> RuleFile::parse(std::string_view text, std::string_view path) {
  RuleFile file;
  try {
    const toml::table root = toml::parse(text, path);
    SCANNER_CHECK(RuleReader(file, path).read(root));
  } catch (const toml::parse_error& error) {
    return Error{fmt::format("{}: {}", at(path, error.source()), error.description())};
  }
  return file;
}

}  // namespace leaksieve
