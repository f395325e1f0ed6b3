#pragma once

#include <string_view>
#include <vector>

#include "scanner/model/candidate.h"

namespace leaksieve {

/// The role of the related place that names the file, in a candidate of this rule. Who
/// knows the tree drops the candidates whose file is not in it.
inline constexpr std::string_view kReferencedFile = "referenced file";

/// Whether a file of this name is a compose file: "compose.yml",
/// "docker-compose.prod.yaml".
bool is_compose_file(std::string_view name);

/// Adds a candidate of `rule` for each file that the compose file `text` at `path`
/// gives to containers as a secret (`secrets: NAME: file: F`) or as environment
/// (`env_file: F`, or a list): it lies on F and names the path of F in the tree.
/// Nothing for a path with a variable in it or outside of the tree, and for environment
/// files that are findings by their own name, or templates. Reads line by line, block
/// style only.
///
/// Source: github.com/compose-spec/compose-spec, 05-services.md and 09-secrets.md,
/// 2026-11.
void add_referenced_files(std::string_view text, std::string_view path, RuleIndex rule,
                          std::vector<Candidate>& candidates);

}  // namespace leaksieve
