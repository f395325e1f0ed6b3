#include "scanner/text/env_file_name.h"

#include <algorithm>
#include <string>
#include <vector>

#include "scanner/base/among.h"
#include "scanner/base/ascii.h"

namespace leaksieve {
namespace {

constexpr std::string_view kTemplateWords[] = {
    "example", "examples", "sample", "samples",  "template", "tmpl", "tpl", "dist",
    "default", "defaults", "schema", "skeleton", "stub",     "demo", "ci",  "docs"};
constexpr std::string_view kEncryptedWords[] = {"vault", "enc", "encrypted", "gpg",
                                                "age",   "asc", "sops"};
// Code, documents and declarations about an environment, not environments.
constexpr std::string_view kOtherEndings[] = {
    "ts",   "tsx", "js",   "jsx", "mjs", "cjs",   "py",  "rb",
    "php",  "go",  "java", "cs",  "rs",  "md",    "rst", "txt",
    "html", "png", "svg",  "h",   "cpp", "swift", "kt",  "vue"};
// Whole names that do not follow the pattern of the others.
constexpr std::string_view kWholeNames[] = {".envrc", ".flaskenv", ".dev.vars",
                                            "env.list"};
// "env.production" is an environment file, "env.ts" and "env.rb" are not.
constexpr std::string_view kModes[] = {"local",  "production",  "prod", "staging",
                                       "stage",  "development", "dev",  "test",
                                       "docker", "preview",     "qa",   "uat"};

}  // namespace

EnvFile env_file_named(std::string_view path) {
  std::string name = to_lower(path.substr(path.rfind('/') + 1));
  while (name.ends_with('~')) name.pop_back();
  if (name.find("env") == std::string::npos) {
    return among(name, kWholeNames) ? EnvFile::real : EnvFile::no;
  }

  std::vector<std::string_view> words;
  for (std::size_t begin = 0; begin <= name.size();) {
    const std::size_t end = std::min(name.find_first_of(".-_", begin), name.size());
    words.push_back(std::string_view(name).substr(begin, end - begin));
    begin = end + 1;
  }
  const bool dotted = name.starts_with(".env") &&
                      (name.size() == 4 ||
                       std::string_view(".-_").find(name[4]) != std::string_view::npos);
  const bool named_env = words.size() >= 2 && name.ends_with(".env");
  const bool env_mode = words.front() == "env" && words.size() >= 2 && name[3] == '.';
  if (!dotted && !named_env && !env_mode) {
    return among(name, kWholeNames) ? EnvFile::real : EnvFile::no;
  }
  if (words.size() > 1 && among(words.back(), kOtherEndings)) return EnvFile::no;
  const auto has = [&](const auto& list) {
    return std::any_of(words.begin(), words.end(),
                       [&](std::string_view word) { return among(word, list); });
  };
  if (has(kTemplateWords)) return EnvFile::template_;
  if (has(kEncryptedWords)) return EnvFile::encrypted;
  if (env_mode && !has(kModes)) {
    return among(name, kWholeNames) ? EnvFile::real : EnvFile::no;
  }
  return EnvFile::real;
}

}  // namespace leaksieve
