#include "scanner/config/keys.h"

#include <fmt/format.h>

#include "scanner/base/ascii.h"
#include "scanner/base/nearest.h"

namespace leaksieve {
namespace {

constexpr Key kKeys[] = {
    {Section::top, "title", SetBy::anyone, Use::passed},
    {Section::top, "description", SetBy::anyone, Use::passed},
    {Section::top, "minVersion", SetBy::anyone, Use::passed},
    {Section::top, "betterleaksMinVersion", SetBy::anyone, Use::passed},
    {Section::top, "prefilter", SetBy::anyone, Use::noted},
    {Section::top, "filter", SetBy::anyone, Use::noted},
    {Section::top, "scan"},
    {Section::top, "extend"},
    {Section::top, "rules"},
    {Section::top, "allowlist"},
    {Section::top, "allowlists"},
    {Section::top, "ignore"},
    {Section::top, "rotate_after"},
    {Section::top, "contact"},
    {Section::top, "salt"},
    {Section::top, "salts"},
    {Section::top, "min_confidence"},
    {Section::top, "fail_on"},

    {Section::scan, "min_confidence"},
    {Section::scan, "fail_on"},
    {Section::scan, "max_file_size"},
    {Section::scan, "log_statements"},
    {Section::scan, "gitignore"},
    {Section::scan, "exclude"},
    {Section::scan, "enable_rules"},
    {Section::scan, "disable_rules"},
    {Section::scan, "report_only", SetBy::user},
    {Section::scan, "jobs", SetBy::user},

    {Section::extend, "useDefault"},
    {Section::extend, "path"},
    {Section::extend, "url"},
    {Section::extend, "disabledRules"},

    {Section::rule, "id"},
    {Section::rule, "description"},
    {Section::rule, "regex"},
    {Section::rule, "path"},
    {Section::rule, "head"},
    {Section::rule, "secretGroup"},
    {Section::rule, "entropy"},
    {Section::rule, "keywords"},
    {Section::rule, "boundary"},
    {Section::rule, "context"},
    {Section::rule, "validator"},
    {Section::rule, "kind"},
    {Section::rule, "severity"},
    {Section::rule, "confidence"},
    {Section::rule, "specificity"},
    {Section::rule, "prefixes"},
    {Section::rule, "identifier"},
    {Section::rule, "env"},
    {Section::rule, "aliases"},
    {Section::rule, "tags"},
    {Section::rule, "examples"},
    {Section::rule, "counterexamples"},
    {Section::rule, "rotate"},
    {Section::rule, "check"},
    {Section::rule, "allowlist"},
    {Section::rule, "allowlists"},
    {Section::rule, "required"},
    {Section::rule, "skipReport"},
    {Section::rule, "validate", SetBy::anyone, Use::passed},
    {Section::rule, "filter", SetBy::anyone, Use::noted},
    {Section::rule, "tokenEfficiency", SetBy::anyone, Use::noted},

    {Section::allowlist, "description"},
    {Section::allowlist, "condition"},
    {Section::allowlist, "paths"},
    {Section::allowlist, "regexes"},
    {Section::allowlist, "regexTarget"},
    {Section::allowlist, "stopwords"},
    {Section::allowlist, "commits"},
    {Section::allowlist, "targetRules"},

    {Section::required, "id"},
    {Section::required, "withinLines"},
    {Section::required, "withinColumns"},

    {Section::ignore, "fingerprint"},
    {Section::ignore, "rule"},
    {Section::ignore, "path"},
    {Section::ignore, "paths"},
    {Section::ignore, "salt"},
    {Section::ignore, "reason"},
    {Section::ignore, "owner"},
    {Section::ignore, "expires"},
    {Section::ignore, "rotated"},
};

}  // namespace

std::span<const Key> config_keys() { return kKeys; }

Result<const Key*> find_key(Section section, std::string_view typed) {
  const std::string wanted = to_lower(typed);
  std::vector<std::string_view> names;
  for (const Key& key : kKeys) {
    if (key.section != section) continue;
    if (to_lower(key.name) == wanted) return &key;
    names.push_back(key.name);
  }
  const std::string_view near = nearest(typed, names);
  return Error{near.empty() ? fmt::format("unknown key \"{}\"", printable(typed))
                            : fmt::format("unknown key \"{}\"; did you mean {}?",
                                          printable(typed), near)};
}

}  // namespace leaksieve
