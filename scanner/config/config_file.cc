#include "scanner/config/config_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "scanner/base/ascii.h"
#include "scanner/base/glob.h"
#include "scanner/base/size_text.h"
#include "scanner/config/allowlist_reader.h"
#include "scanner/config/ignore_reader.h"
#include "scanner/config/table_reader.h"
#include "scanner/config/user_rule_reader.h"

namespace leaksieve {
namespace {

constexpr std::size_t kMaxRules = 5000;
// A key that is shorter can be guessed.
constexpr std::size_t kLeastSaltBytes = 16;

class ConfigReader {
 public:
  ConfigReader(ConfigFile& file, std::string_view path, SetBy writer)
      : file_(file), reader_{TomlValues(path), writer, &file.notes} {
    file_.config.path = path;
    file_.texts.push_back(std::make_shared<RuleTexts>());
  }

  Result<void> read(const toml::table& root) {
    return reader_.each_key(Section::top, root,
                            [&](std::string_view key, const toml::node& node) {
                              return read_top(key, node);
                            });
  }

 private:
  const TomlValues& values() const { return reader_.values; }

  Result<void> read_top(std::string_view key, const toml::node& node) {
    Config& config = file_.config;
    if (key == "scan") return read_scan(node);
    if (key == "extend") return read_extend(node);
    if (key == "rules") return read_rules(node);
    if (key == "ignore") return read_ignores(reader_, node, config.ignores);
    if (key == "rotate_after") return read_rotate_after(node);
    if (key == "salt") return read_salt("", node);
    if (key == "salts") return read_salts(node);
    if (key == "allowlist" || key == "allowlists") {
      return read_allowlists(reader_, node, key, TargetRules::allowed,
                             config.allowlists);
    }
    if (key == "contact") {
      SCANNER_TRY(config.contact, values().text(node, key));
      return {};
    }
    return read_setting(key, node);
  }

  Result<void> read_scan(const toml::node& node) {
    SCANNER_TRY(const toml::table* table, values().table(node, "scan"));
    return reader_.each_key(Section::scan, *table,
                            [&](std::string_view key, const toml::node& value) {
                              return read_setting(key, value);
                            });
  }

  Result<void> read_setting(std::string_view key, const toml::node& node) {
    ScanSettings& scan = file_.config.scan;
    if (key == "min_confidence") {
      return read_level(key, node, confidence_named, kConfidenceNames,
                        scan.min_confidence);
    }
    if (key == "fail_on") {
      return read_level(key, node, severity_named, kSeverityNames, scan.fail_on);
    }
    if (key == "max_file_size") return read_max_file_size(node);
    if (key == "log_statements") return read_log_statements(node);
    if (key == "gitignore") return read_flag(key, node, scan.gitignore);
    if (key == "report_only") return read_flag(key, node, scan.report_only);
    if (key == "exclude") return read_exclude(node);
    if (key == "enable_rules") {
      SCANNER_TRY(scan.enable_rules, values().list(node, key));
    } else if (key == "disable_rules") {
      SCANNER_TRY(scan.disable_rules, values().list(node, key));
    } else if (key == "jobs") {
      SCANNER_TRY(const std::int64_t jobs, values().integer(node, key, 1024));
      if (jobs == 0) return values().wrong(node, key, "from 1 to 1024");
      scan.jobs = static_cast<std::uint32_t>(jobs);
    }
    return {};
  }

  template <class Named, class Names, class Level>
  Result<void> read_level(std::string_view key, const toml::node& node, Named named,
                          const Names& names, std::optional<Level>& out) {
    if (out) {
      return values().mistake(
          node, fmt::format("{} stands at the top and in [scan] as well", key));
    }
    SCANNER_TRY(const std::string word, values().text(node, key));
    out = named(word);
    if (out) return {};
    return values().wrong(node, key, fmt::format("one of: {}", fmt::join(names, ", ")));
  }

  Result<void> read_flag(std::string_view key, const toml::node& node,
                         std::optional<bool>& out) {
    SCANNER_TRY(out, values().flag(node, key));
    return {};
  }

  Result<void> read_max_file_size(const toml::node& node) {
    std::optional<std::uint64_t> size;
    if (node.as_string() != nullptr) {
      size = parse_size(node.as_string()->get());
    } else if (node.as_integer() != nullptr && node.as_integer()->get() > 0) {
      size = static_cast<std::uint64_t>(node.as_integer()->get());
    }
    if (!size) {
      return values().wrong(node, "max_file_size",
                            "a size: bytes, or a string with K, M or G");
    }
    file_.config.scan.max_file_bytes = size;
    return {};
  }

  Result<void> read_log_statements(const toml::node& node) {
    SCANNER_TRY(std::string word, values().text(node, "log_statements"));
    if (word != "off" && word != "tips" && word != "history") {
      return values().wrong(node, "log_statements", "off, tips or history");
    }
    file_.config.scan.log_statements = std::move(word);
    return {};
  }

  Result<void> read_exclude(const toml::node& node) {
    SCANNER_TRY(file_.config.scan.exclude, values().list(node, "exclude"));
    for (const std::string& pattern : file_.config.scan.exclude) {
      const auto glob = Glob::parse(pattern);
      if (!glob) {
        return values().mistake(node,
                                fmt::format("exclude \"{}\": {}", printable(pattern),
                                            glob.error().message));
      }
    }
    return {};
  }

  Result<void> read_extend(const toml::node& node) {
    Extend& extend = file_.extend;
    extend.place = values().place(node);
    SCANNER_TRY(const toml::table* table, values().table(node, "extend"));
    const auto take = [&](std::string_view key,
                          const toml::node& value) -> Result<void> {
      if (key == "useDefault") return read_flag(key, value, extend.use_default);
      if (key == "path") {
        SCANNER_TRY(extend.path, values().text(value, key));
      } else if (key == "disabledRules") {
        SCANNER_TRY(extend.disabled_rules, values().list(value, key));
      } else {
        return values().mistake(value,
                                "leaksieve reads nothing from the network; save what "
                                "the url gives beside this file and name it in path");
      }
      return {};
    };
    return reader_.each_key(Section::extend, *table, take);
  }

  Result<void> read_rules(const toml::node& node) {
    SCANNER_TRY(const auto tables, values().tables(node, "rules"));
    if (tables.size() > kMaxRules) {
      return values().mistake(node, fmt::format("more than {} rules", kMaxRules));
    }
    for (const toml::table* table : tables) {
      SCANNER_TRY(UserRule rule, read_user_rule(reader_, *table, *file_.texts.back()));
      std::erase_if(file_.rules, [&](const UserRule& other) {
        return other.rule.id == rule.rule.id;
      });
      file_.rules.push_back(std::move(rule));
    }
    return {};
  }

  Result<void> read_rotate_after(const toml::node& node) {
    RotateAfter& after = file_.config.rotate_after;
    if (node.as_table() == nullptr) {
      SCANNER_TRY(after.days, values().integer(node, "rotate_after"));
      return {};
    }
    for (const auto& [name, value] : *node.as_table()) {
      SCANNER_TRY(const std::int64_t days, values().integer(value, name.str()));
      if (name.str() == "default") {
        after.days = days;
      } else {
        after.by_name[std::string(name.str())] = days;
      }
    }
    return {};
  }

  Result<void> read_salt(const std::string& name, const toml::node& node) {
    SCANNER_TRY(std::string salt, values().text(node, "salt"));
    if (salt.size() < kLeastSaltBytes) {
      return values().wrong(node, "salt",
                            fmt::format("at least {} characters", kLeastSaltBytes));
    }
    file_.config.salts[name] = std::move(salt);
    return {};
  }

  Result<void> read_salts(const toml::node& node) {
    SCANNER_TRY(const toml::table* table, values().table(node, "salts"));
    for (const auto& [name, value] : *table) {
      SCANNER_CHECK(read_salt(std::string(name.str()), value));
    }
    return {};
  }

  ConfigFile& file_;
  TableReader reader_;
};

}  // namespace

Result<ConfigFile> parse_config(std::string_view text, std::string_view path,
                                SetBy writer) {
  SCANNER_TRY(const toml::table root, parse_toml(text, path));
  ConfigFile file;
  SCANNER_CHECK(ConfigReader(file, path, writer).read(root));
  return file;
}

}  // namespace leaksieve
