#include "scanner/detect/public_variable.h"

#include <algorithm>
#include <cctype>
#include <string>

#include "scanner/match/assignment/name.h"

namespace leaksieve {
namespace {

// Prefixes of environment variables that bundlers compile into what browsers load.
// Sources: the documentation of Next.js, Vite, Astro/SvelteKit, Nuxt, Create React App,
// Expo, Gatsby, Vue CLI, Angular (ngx-env), Storybook, Razzle, Nuxt 2, Bun, Taro, Umi
// and Preact CLI.
constexpr std::string_view kPublicPrefixes[] = {
    "NEXT_PUBLIC_", "VITE_",       "PUBLIC_",         "NUXT_PUBLIC_", "REACT_APP_",
    "EXPO_PUBLIC_", "GATSBY_",     "VUE_APP_",        "NG_APP_",      "STORYBOOK_",
    "RAZZLE_",      "NUXT_ENV_",   "TARO_APP_",       "UMI_APP_",     "PREACT_APP_",
    "ELM_APP_",     "BUN_PUBLIC_", "SNOWPACK_PUBLIC_"};

// The rules of assignments (rules/README.md, specificity).
constexpr int kByName = 40;

bool is_name(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_';
}

// The identifier that the value at `value` is assigned to on its line, or nothing: a
// name, then '=' or ':', with quotes and blanks between.
std::string_view assigned_name(std::string_view text, std::uint64_t value) {
  const auto skip_back = [&](std::uint64_t at, std::string_view characters) {
    while (at > 0 && characters.find(text[at - 1]) != std::string_view::npos) --at;
    return at;
  };
  std::uint64_t end = skip_back(value, " \t\"'`");
  if (end == 0 || (text[end - 1] != '=' && text[end - 1] != ':')) return {};
  end = skip_back(end - 1, " \t\"'`");
  std::uint64_t begin = end;
  while (begin > 0 && is_name(text[begin - 1])) --begin;
  return text.substr(begin, end - begin);
}

}  // namespace

std::string_view public_prefix_of(std::string_view name) {
  const auto prefix =
      std::find_if(std::begin(kPublicPrefixes), std::end(kPublicPrefixes),
                   [&](std::string_view p) { return name.starts_with(p); });
  return prefix == std::end(kPublicPrefixes) ? std::string_view() : *prefix;
}

void grade_public_variables(std::string_view text, std::span<const Rule> rules,
                            std::vector<Candidate>& candidates) {
  for (Candidate& candidate : candidates) {
    const Rule& rule = rules[to_size(candidate.rule)];
    // What is public by design (a browser key) is meant to stand there.
    if (rule.identifier || rule.severity == Severity::low) continue;
    const std::string_view name = assigned_name(text, candidate.secret.begin);
    const std::string_view prefix = public_prefix_of(name);
    if (prefix.empty()) continue;
    // A rule that knows the name alone cannot tell a key made for browsers from
    // another.
    const bool by_name = rule.specificity <= kByName;
    const NameKind kind = kind_of_name(name);
    if (by_name && kind != NameKind::password && kind != NameKind::secret) continue;
    candidate.severity = Severity::critical;
    candidate.evidence.push_back("the prefix " + std::string(prefix) +
                                 " of its name puts it into the bundle that every "
                                 "browser loads");
  }
}

}  // namespace leaksieve
