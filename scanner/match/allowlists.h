#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "scanner/base/result.h"
#include "scanner/model/allowlist.h"
#include "scanner/model/candidate.h"
#include "scanner/model/rule.h"

namespace leaksieve {

/// An allowlist and the rules it is about.
struct RuleAllowlist {
  Allowlist list;
  std::vector<RuleIndex> rules;  ///< empty: all
};

/// Allowlists, compiled. Asked in two steps, because the text is there before it is
/// known in which commits and at which paths it stands. Built once, then never changes.
class Allowlists {
 public:
  Allowlists();
  ~Allowlists();
  Allowlists(Allowlists&&) noexcept;
  Allowlists& operator=(Allowlists&&) noexcept;

  /// Fails, naming the place, if a regex is none.
  static Result<Allowlists> create(std::vector<RuleAllowlist> lists);

  /// The numbers of the lists about the candidate's rule whose regexes and stopwords
  /// hold for it, as the list's condition wants them. A line counts for at most 4,096
  /// bytes before and behind the match.
  std::vector<std::uint32_t> allowing_content(std::string_view text,
                                              const Candidate& candidate) const;

  /// The first list that allows what `content` was said of at this path and in this
  /// commit (hexadecimal, or empty); null if none does. A path counts with '\' between
  /// its parts too.
  const Allowlist* allowing(RuleIndex rule, std::span<const std::uint32_t> content,
                            std::string_view path, std::string_view commit) const;

 private:
  struct Compiled;
  std::vector<std::unique_ptr<const Compiled>> lists_;
};

}  // namespace leaksieve
