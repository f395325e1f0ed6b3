#include "scanner/text/env_file_name.h"

#include <algorithm>
#include <string>
#include <vector>

#include "scanner/base/among.h"
#include "scanner/base/ascii.h"

namespace leaksieve {
namespace {

constexpr std::string_view kTemplateWords[] = {
    "example",  "examples",    "sample", "samples", "template", "templates",
    "tmpl",     "tpl",         "dist",   "default", "defaults", "schema",
    "skeleton", "stub",        "demo",   "ci",      "docs",     "blank",
    "empty",    "placeholder", "j2",     "jinja",   "jinja2",   "erb",
    "ejs",      "mustache",    "hbs",    "tt",      "gotmpl",   "in"};
constexpr std::string_view kEncryptedWords[] = {
    "vault", "enc", "encrypted", "gpg", "age", "asc", "sops", "gitcrypt"};
// Code, documents and declarations about an environment, not environments.
constexpr std::string_view kOtherEndings[] = {
    "ts",     "tsx",   "js", "jsx", "mjs", "cjs",   "py",   "rb",  "php",  "go",
    "java",   "cs",    "rs", "md",  "mdx", "rst",   "html", "png", "svg",  "h",
    "cpp",    "swift", "kt", "vue", "nix", "lua",   "zip",  "gz",  "adoc", "ipynb",
    "svelte", "dart",  "ex", "exs", "pl",  "scala", "c",    "cc",  "hpp",  "mm"};
// What is left of a name when it is copied by a person or an editor.
constexpr std::string_view kCopyWords[] = {
    "bak", "backup", "old", "orig", "save", "saved", "copy",     "tmp", "temp",
    "swp", "swo",    "un",  "new",  "prev", "local", "disabled", "txt"};
// Names that say all by themselves; more words may follow (".envrc.local").
constexpr std::string_view kWholeNames[] = {".envrc", ".flaskenv", ".dev.vars"};
// The same, but with words of an environment only: "env_file_test.cc" is code.
constexpr std::string_view kListNames[] = {".env_list", "env.list", "env_file"};
// "env.production" is an environment file, "env.ts" and "env.rb" are not.
constexpr std::string_view kProduction[] = {"production", "prod", "prd", "live"};
constexpr std::string_view kStaging[] = {
    "staging", "stage", "stg", "preview", "preprod", "uat", "qa", "beta", "sandbox"};
constexpr std::string_view kDevelopment[] = {"development", "dev", "devel", "develop"};
constexpr std::string_view kTest[] = {"test", "testing", "tests", "e2e", "ci"};
constexpr std::string_view kOtherModes[] = {"local", "docker", "remote", "server",
                                            "container"};
constexpr std::string_view kSeparators = ".-_ ()~";

std::string last_part(std::string_view path) {
  return to_lower(path.substr(path.rfind('/') + 1));
}

bool is_number(std::string_view word) {
  return !word.empty() && std::all_of(word.begin(), word.end(), is_digit);
}

// "prod.env" is prod, env; empty words between separators are left out.
std::vector<std::string_view> words_of(std::string_view name) {
  std::vector<std::string_view> words;
  for (std::size_t begin = 0; begin < name.size();) {
    const std::size_t end =
        std::min(name.find_first_of(kSeparators, begin), name.size());
    if (end > begin) words.push_back(name.substr(begin, end - begin));
    begin = end + 1;
  }
  return words;
}

template <class List>
bool has_one(const std::vector<std::string_view>& words, const List& list) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return among(word, list); });
}

// `name` is `whole`, or goes on after a separator.
bool begins_with(std::string_view name, std::string_view whole) {
  return name.starts_with(whole) &&
         (name.size() == whole.size() ||
          kSeparators.find(name[whole.size()]) != std::string_view::npos);
}

// "prod.env", "prod.env.bak", "db.env (1)", "app.env.example".
bool ends_as_env(std::string_view name, const std::vector<std::string_view>& words) {
  const std::size_t env = name.rfind(".env");
  if (env == std::string_view::npos || env == 0 || words.size() < 2) return false;
  if (!begins_with(name.substr(env), ".env")) return false;
  const std::vector<std::string_view> behind = words_of(name.substr(env + 4));
  return std::all_of(behind.begin(), behind.end(), [](std::string_view word) {
    return is_number(word) || among(word, kCopyWords) || among(word, kTemplateWords) ||
           among(word, kEncryptedWords);
  });
}

bool is_mode(std::string_view word) {
  return among(word, kProduction) || among(word, kStaging) ||
         among(word, kDevelopment) || among(word, kTest) || among(word, kOtherModes);
}

// "env.production", "env.example", "env.prod.bak".
bool begins_as_env(std::string_view name, const std::vector<std::string_view>& words) {
  return name.starts_with("env.") && words.size() >= 2 &&
         (is_mode(words[1]) || among(words[1], kTemplateWords));
}

// "env_file", "env.list.prod".
bool is_list(std::string_view name) {
  for (const std::string_view known : kListNames) {
    if (!begins_with(name, known)) continue;
    const std::vector<std::string_view> behind = words_of(name.substr(known.size()));
    return std::all_of(behind.begin(), behind.end(), [](std::string_view word) {
      return is_mode(word) || is_number(word) || among(word, kCopyWords) ||
             among(word, kTemplateWords) || among(word, kEncryptedWords);
    });
  }
  return false;
}

EnvMode mode_of(const std::vector<std::string_view>& words) {
  if (has_one(words, kTest)) return EnvMode::test;
  if (has_one(words, kStaging)) return EnvMode::staging;
  if (has_one(words, kProduction)) return EnvMode::production;
  if (has_one(words, kDevelopment)) return EnvMode::development;
  return EnvMode::any;
}

}  // namespace

EnvFile env_file_named(std::string_view path) {
  const std::string name = last_part(path);
  const std::vector<std::string_view> words = words_of(name);
  if (words.empty()) return EnvFile::no;
  const bool whole =
      name == ".secrets" || is_list(name) ||
      std::any_of(std::begin(kWholeNames), std::end(kWholeNames),
                  [&](std::string_view known) { return begins_with(name, known); });
  if (!whole && !begins_with(name, ".env") && !ends_as_env(name, words) &&
      !begins_as_env(name, words)) {
    return EnvFile::no;
  }
  if (words.size() > 1 && among(words.back(), kOtherEndings)) return EnvFile::no;
  if (has_one(words, kTemplateWords)) return EnvFile::template_;
  if (has_one(words, kEncryptedWords)) return EnvFile::encrypted;
  return EnvFile::real;
}

EnvMode env_mode_named(std::string_view path) {
  const std::string name = last_part(path);
  const std::vector<std::string_view> words = words_of(name);
  const EnvMode mode = mode_of(words);
  if (mode != EnvMode::any) return mode;
  const std::size_t slash = path.rfind('/');
  if (slash != std::string_view::npos) {
    const std::string folder = last_part(path.substr(0, slash));
    const EnvMode of_folder = mode_of({std::string_view(folder)});
    if (of_folder != EnvMode::any) return of_folder;
  }
  constexpr std::string_view kLocal[] = {"local"};
  return has_one(words, kLocal) ? EnvMode::development : EnvMode::any;
}

bool is_shell_env_file(std::string_view path) {
  const std::string name = last_part(path);
  return begins_with(name, ".envrc") || name.ends_with(".sh");
}

}  // namespace leaksieve
