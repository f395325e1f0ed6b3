#include "scanner/policy/gate_files.h"

#include <algorithm>

#include "scanner/base/among.h"

namespace leaksieve {
namespace {

constexpr std::string_view kPolicyFiles[] = {
    ".leaksieve.toml",  ".betterleaks.toml",  ".gitleaks.toml",
    ".gitleaksignore",  ".betterleaksignore", ".leaksieve-baseline.jsonl",
    ".secrets.baseline"};

constexpr std::string_view kRunners[] = {".pre-commit-config.yaml",
                                         ".pre-commit-config.yml",
                                         ".gitlab-ci.yml",
                                         "bitbucket-pipelines.yml",
                                         "azure-pipelines.yml",
                                         "Jenkinsfile",
                                         "lefthook.yml",
                                         "lefthook.yaml",
                                         ".lefthook.yml",
                                         ".travis.yml",
                                         ".drone.yml",
                                         "appveyor.yml"};

constexpr std::string_view kRunnerFolders[] = {
    ".github/workflows/", ".github/actions/", ".circleci/",   ".gitlab/ci/", ".husky/",
    ".githooks/",         "hooks/",           ".woodpecker/", ".buildkite/"};

}  // namespace

std::span<const std::string_view> policy_files() { return kPolicyFiles; }

bool is_gate_file(std::string_view path) {
  return among(path, kPolicyFiles) || among(path, kRunners) ||
         std::any_of(std::begin(kRunnerFolders), std::end(kRunnerFolders),
                     [&](std::string_view folder) { return path.starts_with(folder); });
}

}  // namespace leaksieve
