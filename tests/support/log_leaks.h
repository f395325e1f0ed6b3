#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "scanner/detect/log_statements.h"
#include "scanner/detect/logs/code.h"

namespace leaksieve::test {

/// What find_log_statements reports at medium confidence or more in a text of this
/// name: the expressions, in order.
std::vector<std::string> leaks(std::string_view text, std::string_view path);

/// The same with all that is known about each.
std::vector<Candidate> leak_candidates(std::string_view text, std::string_view path);

/// A piece of code, read and indexed; borrows `text`.
logs::Code read_code(std::string_view text, CodeLanguage language);

}  // namespace leaksieve::test
