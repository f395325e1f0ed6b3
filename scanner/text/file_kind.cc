#include "scanner/text/file_kind.h"

#include <algorithm>
#include <string>
#include <vector>

#include "scanner/base/among.h"
#include "scanner/base/ascii.h"
#include "scanner/text/env_file_name.h"

namespace leaksieve {
namespace {

constexpr std::string_view kCode[] = {
    "py",    "pyi",    "js",      "jsx",   "mjs",   "cjs",    "ts",      "tsx",
    "go",    "java",   "kt",      "kts",   "scala", "groovy", "gradle",  "cs",
    "fs",    "vb",     "rb",      "rake",  "php",   "rs",     "swift",   "c",
    "h",     "cc",     "cpp",     "cxx",   "hpp",   "hh",     "m",       "mm",
    "dart",  "ex",     "exs",     "erl",   "hs",    "clj",    "lua",     "pl",
    "pm",    "perl",   "r",       "jl",    "sol",   "zig",    "nim",     "elm",
    "vue",   "svelte", "json",    "jsonc", "json5", "tf",     "hcl",     "toml",
    "ipynb", "proto",  "graphql", "bzl",   "sql",   "tfvars", "tfstate", "coffee",
    "cr",    "v",      "d",       "pas",   "asm",   "s",      "def",     "inc"};
constexpr std::string_view kConfiguration[] = {
    "yml",   "yaml",   "ini",   "cfg",     "conf",    "cnf",  "properties", "config",
    "npmrc", "pypirc", "netrc", "desktop", "service", "ovpn", "list",       "plist"};
constexpr std::string_view kScripts[] = {"sh",  "bash", "zsh",        "fish",
                                         "ksh", "ps1",  "psm1",       "bat",
                                         "cmd", "mk",   "dockerfile", "awk"};
constexpr std::string_view kMarkup[] = {
    "xml",      "html", "htm",  "xhtml", "xaml", "jsp",    "erb", "ejs", "haml", "hbs",
    "mustache", "tpl",  "twig", "eex",   "heex", "cshtml", "pom", "svg", "pug"};
constexpr std::string_view kProse[] = {"md",  "rst", "txt", "adoc", "markdown",
                                       "mdx", "org", "tex", "pod",  "man",
                                       "1",   "3",   "5",   "8"};
constexpr std::string_view kLocked[] = {"package-lock.json",
                                        "npm-shrinkwrap.json",
                                        "yarn.lock",
                                        "pnpm-lock.yaml",
                                        "bun.lock",
                                        "deno.lock",
                                        "composer.lock",
                                        "gemfile.lock",
                                        "cargo.lock",
                                        "poetry.lock",
                                        "uv.lock",
                                        "pipfile.lock",
                                        "pdm.lock",
                                        "go.sum",
                                        "go.work.sum",
                                        "flake.lock",
                                        "package.resolved",
                                        "podfile.lock",
                                        "packages.lock.json",
                                        "gradle.lockfile",
                                        "verification-metadata.xml",
                                        "mix.lock",
                                        "pubspec.lock",
                                        "conan.lock"};
constexpr std::string_view kStyles[] = {"css",  "scss",    "sass", "less", "svg",
                                        "map",  "po",      "pot",  "xlf",  "xliff",
                                        "resx", "strings", "arb",  "lock"};

constexpr std::string_view kTestParts[] = {
    "test",        "tests",     "spec",      "specs",     "testing",
    "testdata",    "fixture",   "fixtures",  "mock",      "mocks",
    "e2e",         "cypress",   "stories",   "benchmark", "benchmarks",
    "conftest",    "testcases", "it",        "unittest",  "unittests",
    "integration", "suites",    "snapshots", "cassettes", "replaydata"};
constexpr std::string_view kExampleParts[] = {
    "example",  "examples",  "sample",   "samples",   "demo",       "demos",
    "template", "templates", "tutorial", "tutorials", "playground", "quickstart",
    "dist",     "skeleton",  "stub",     "stubs",     "default"};
constexpr std::string_view kDocumentParts[] = {
    "doc",    "docs", "documentation", "man",     "readme",       "changelog", "guide",
    "guides", "wiki", "changes",       "recipes", "contributing", "website"};
constexpr std::string_view kForeignParts[] = {
    "vendor",    "node_modules", "third_party", "thirdparty", "bower_components",
    "generated", "yarn",         "min",         "bundle"};
constexpr std::string_view kTranslationParts[] = {
    "locale",    "locales",     "i18n",         "l10n",     "lang", "langs", "language",
    "languages", "translation", "translations", "messages", "intl", "lproj", "nls"};

// The words of a path: "src/user_Test.spec.ts" is src, user, test, spec, ts.
std::vector<std::string> words_of(std::string_view path) {
  std::vector<std::string> words(1);
  char before = '/';
  for (const char c : path) {
    const bool separates = std::string_view("/._- ~").find(c) != std::string_view::npos;
    const bool hump = c >= 'A' && c <= 'Z' && before >= 'a' && before <= 'z';
    if ((separates || hump) && !words.back().empty()) words.emplace_back();
    if (!separates) words.back() += to_lower({&c, 1});
    before = c;
  }
  return words;
}

// "messages_de.properties", "config_pt_BR.properties": one language of a Java bundle.
bool is_java_bundle(std::string_view path) {
  constexpr std::string_view kEnding = ".properties";
  if (!path.ends_with(kEnding)) return false;
  path.remove_suffix(kEnding.size());
  const auto lower = [](char c) { return c >= 'a' && c <= 'z'; };
  const auto upper = [](char c) { return c >= 'A' && c <= 'Z'; };
  std::size_t n = path.size();
  if (n > 6 && path[n - 3] == '_' && upper(path[n - 2]) && upper(path[n - 1])) n -= 3;
  return n > 3 && path[n - 3] == '_' && lower(path[n - 2]) && lower(path[n - 1]);
}

Syntax syntax_of(std::string_view name, std::string_view ending) {
  switch (env_file_named(name)) {
    case EnvFile::real:
    case EnvFile::template_:
      return Syntax::environment;
    case EnvFile::no:
    case EnvFile::encrypted:
      break;
  }
  if (name.starts_with("dockerfile") || name.starts_with("makefile") ||
      name == "procfile" || name == "justfile" || name == "containerfile") {
    return Syntax::script;
  }
  if (name == ".npmrc" || name == ".netrc" || name == ".pypirc" ||
      name == "credentials") {
    return Syntax::configuration;
  }
  if (ending.empty()) return Syntax::unknown;
  if (among(ending, kCode)) return Syntax::code;
  if (among(ending, kConfiguration)) return Syntax::configuration;
  if (among(ending, kScripts)) return Syntax::script;
  if (among(ending, kMarkup)) return Syntax::markup;
  if (among(ending, kProse)) return Syntax::prose;
  return Syntax::unknown;
}

}  // namespace

FileKind file_kind_of(std::string_view path) {
  const std::string name = to_lower(path.substr(path.rfind('/') + 1));
  const std::size_t dot = name.rfind('.');
  const std::string ending =
      dot == std::string::npos || dot == 0 ? std::string() : name.substr(dot + 1);
  FileKind kind;
  kind.syntax = syntax_of(name, ending);
  const std::vector<std::string> words = words_of(path);
  const auto has = [&](const auto& list) {
    return std::any_of(words.begin(), words.end(),
                       [&](std::string_view word) { return among(word, list); });
  };
  // "t/" is where Perl and git keep their tests.
  kind.test = has(kTestParts) || path.starts_with("t/") ||
              path.find("/t/") != std::string_view::npos;
  kind.example = has(kExampleParts);
  kind.document = kind.syntax == Syntax::prose || has(kDocumentParts);
  kind.foreign = has(kForeignParts);
  kind.translation = has(kTranslationParts) || is_java_bundle(path);
  kind.lock = among(name, kLocked) || among(ending, kStyles);
  return kind;
}

}  // namespace leaksieve
