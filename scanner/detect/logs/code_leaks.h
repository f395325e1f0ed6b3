#pragma once

#include <string_view>
#include <vector>

#include "scanner/model/candidate.h"
#include "scanner/text/code_language.h"

namespace leaksieve::logs {

/// The rules that findings are given.
struct LogRules {
  RuleIndex log{};
  RuleIndex error{};
};

/// Appends what the log statements and error messages of a piece of code show of
/// secrets, in order of their places, at most kMaxLeaksPerText. One pass that learns,
/// one that reports; a text of more than a million bytes or so is looked at in pieces,
/// through which nothing flows.
void find_code_leaks(std::string_view text, std::string_view path,
                     CodeLanguage language, const LogRules& rules,
                     std::vector<Candidate>& out);

/// The same for a part of the text, with its places in the text.
void find_code_leaks(std::string_view text, std::string_view path,
                     CodeLanguage language, const LogRules& rules,
                     std::vector<Candidate>& out, ByteSpan part);

inline constexpr std::size_t kMaxLeaksPerText = 200;

}  // namespace leaksieve::logs
