#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "scanner/model/candidate.h"
#include "scanner/model/rule.h"

namespace leaksieve {

/// Grades the candidates of rules with the tag "generic" by where they stand. In code a
/// value without quotes is an expression: dropped, but in a comment or a string. Lock
/// files, styles and translations hold none: dropped. Tests, examples and documents
/// lower the severity, never the confidence: what stands there may well be real.
/// Vendored, generated and minified code lower the confidence, and so do test vectors
/// of cryptography. In configuration and environment files a dictionary word may be a
/// password, and one that everybody tries is reported with low severity. `path` may be
/// empty, and then nothing is known.
void grade_assignment_places(std::string_view text, std::string_view path,
                             std::span<const Rule> rules,
                             std::vector<Candidate>& candidates);

/// The same for a text that was decoded out of the file at `path`, so that the path
/// says nothing of its syntax: only the place lowers.
void grade_places_of_decoded(std::string_view path, std::span<const Rule> rules,
                             std::vector<Candidate>& candidates);

}  // namespace leaksieve
