#include "scanner/text/code_language.h"

#include <algorithm>
#include <string>

#include "scanner/base/ascii.h"

namespace leaksieve {
namespace {

using enum CodeLanguage;

struct Named {
  std::string_view name;
  CodeLanguage language;
};

constexpr Named kEndings[] = {{"py", python},
                              {"pyi", python},
                              {"pyw", python},
                              {"pyx", python},
                              {"js", javascript},
                              {"jsx", javascript},
                              {"mjs", javascript},
                              {"cjs", javascript},
                              {"ts", javascript},
                              {"tsx", javascript},
                              {"mts", javascript},
                              {"cts", javascript},
                              {"vue", javascript},
                              {"svelte", javascript},
                              {"go", go},
                              {"java", java},
                              {"kt", kotlin},
                              {"kts", kotlin},
                              {"scala", scala},
                              {"sc", scala},
                              {"groovy", groovy},
                              {"gradle", groovy},
                              {"rs", rust},
                              {"swift", swift},
                              {"rb", ruby},
                              {"rake", ruby},
                              {"gemspec", ruby},
                              {"ru", ruby},
                              {"cs", csharp},
                              {"php", php},
                              {"phtml", php},
                              {"c", c},
                              {"h", c},
                              {"cc", c},
                              {"cpp", c},
                              {"cxx", c},
                              {"hpp", c},
                              {"hh", c},
                              {"hxx", c},
                              {"m", c},
                              {"mm", c},
                              {"ino", c},
                              {"dart", dart},
                              {"lua", other},
                              {"pl", other},
                              {"pm", other},
                              {"ex", other},
                              {"exs", other},
                              {"cr", other},
                              {"nim", other},
                              {"zig", other},
                              {"jl", other},
                              {"sh", shell},
                              {"bash", shell},
                              {"zsh", shell},
                              {"ksh", shell},
                              {"bats", shell},
                              {"envrc", shell},
                              {"dockerfile", dockerfile},
                              {"containerfile", dockerfile},
                              {"tf", terraform}};

constexpr Named kNames[] = {{"dockerfile", dockerfile}, {"containerfile", dockerfile},
                            {"rakefile", ruby},         {"gemfile", ruby},
                            {"vagrantfile", ruby},      {"fastfile", ruby},
                            {"jenkinsfile", groovy},    {".bashrc", shell},
                            {".zshrc", shell},          {".profile", shell},
                            {".bash_profile", shell},   {"apkbuild", shell},
                            {"pkgbuild", shell}};

// The programs of a `#!` line, by how their names begin ("python3.11").
constexpr Named kInterpreters[] = {
    {"python", python}, {"node", javascript}, {"deno", javascript}, {"bun", javascript},
    {"ruby", ruby},     {"php", php},         {"bash", shell},      {"sh", shell},
    {"dash", shell},    {"zsh", shell},       {"ksh", shell},       {"perl", other},
    {"lua", other},     {"groovy", groovy},   {"swift", swift}};

CodeLanguage interpreter_of(std::string_view text) {
  if (!text.starts_with("#!")) return none;
  std::string_view line = text.substr(2, std::min(text.find('\n'), std::size_t{200}));
  line = line.substr(0, line.find('\n'));
  while (!line.empty()) {
    line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size()));
    const std::string_view word = line.substr(0, line.find_first_of(" \t\r"));
    line.remove_prefix(word.size());
    const std::string_view program = word.substr(word.rfind('/') + 1);
    if (program == "env" || program.starts_with('-')) continue;
    for (const Named& known : kInterpreters) {
      if (program.starts_with(known.name)) return known.language;
    }
    return none;
  }
  return none;
}

bool is_ci_file(std::string_view path, std::string_view name) {
  if (!name.ends_with(".yml") && !name.ends_with(".yaml")) return false;
  const auto in = [&](std::string_view folder) {
    return path.find(folder) != std::string_view::npos;
  };
  return in(".github/workflows/") || in(".github/actions/") ||
         in(".gitea/workflows/") || in(".forgejo/workflows/") || in(".circleci/") ||
         in(".gitlab/ci/") || name == "action.yml" || name == "action.yaml" ||
         name.find("gitlab-ci") != std::string_view::npos ||
         name.find("azure-pipelines") != std::string_view::npos ||
         name == "bitbucket-pipelines.yml" || name == "buildspec.yml" ||
         name == "cloudbuild.yaml" || name == "cloudbuild.yml" ||
         name == ".travis.yml" || name == ".drone.yml" || name == "workflow.yml" ||
         name == "workflow.yaml";
}

}  // namespace

CodeLanguage code_language_of(std::string_view path, std::string_view text) {
  const std::string name = to_lower(path.substr(path.rfind('/') + 1));
  if (is_ci_file(path, name)) return ci;
  for (const Named& known : kNames) {
    if (name == known.name || name.starts_with(std::string(known.name) + ".")) {
      return known.language;
    }
  }
  const std::size_t dot = name.rfind('.');
  if (dot == std::string::npos || dot == 0) return interpreter_of(text);
  const std::string_view ending = std::string_view(name).substr(dot + 1);
  for (const Named& known : kEndings) {
    if (ending == known.name) return known.language;
  }
  return none;
}

}  // namespace leaksieve
