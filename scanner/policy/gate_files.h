#pragma once

#include <span>
#include <string_view>

namespace leaksieve {

/// The files at the root of a repository that say which findings pass.
std::span<const std::string_view> policy_files();

/// Whether an edit of this path may weaken the gate: a file of policy, or one that says
/// when and how the gate runs (workflows, pipelines, hooks).
bool is_gate_file(std::string_view path);

}  // namespace leaksieve
