#pragma once

#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "scanner/base/result.h"
#include "scanner/model/byte_span.h"

namespace re2 {
class RE2;
}

namespace leaksieve {

/// One regular expression over bytes (RE2, Latin-1, leftmost-first). Compiled at its
/// first use, so that a clean commit compiles none; one Regex serves every thread.
class Regex {
 public:
  /// `pattern` is borrowed and must live as long as the Regex.
  explicit Regex(std::string_view pattern);
  ~Regex();
  Regex(const Regex&) = delete;
  Regex& operator=(const Regex&) = delete;

  /// Why RE2 refuses `pattern`; success if it does not.
  static Result<void> check(std::string_view pattern);

  /// The number of groups of a pattern that check() lets pass.
  static std::size_t count_groups(std::string_view pattern);

  /// Whether everything that `pattern` matches holds one of `keywords`, which are lower
  /// case, in any case of letters. May say no where it is so, never the other way
  /// round.
  static bool implies(std::string_view pattern,
                      std::span<const std::string_view> keywords);

  /// `pattern`, written for Go, as RE2 here takes it: (?<name> becomes (?P<name>.
  static std::string from_go(std::string_view pattern);

  struct Match {
    ByteSpan span;
    /// Groups 1, 2, ...; nothing for a group that took no part.
    std::vector<std::optional<ByteSpan>> groups;
  };

  /// The leftmost match that begins at or after `window.begin` and ends at or before
  /// `window.end`. `\b`, `^` and `$` see the bytes beyond the window.
  std::optional<Match> find(std::string_view text, ByteSpan window) const;

 private:
  const re2::RE2& compiled() const;

  std::string_view pattern_;
  mutable std::once_flag once_;
  mutable std::unique_ptr<re2::RE2> regex_;
};

/// The version of RE2 in use, as its package gives it: RE2's headers have none.
std::string_view regex_version();

}  // namespace leaksieve
