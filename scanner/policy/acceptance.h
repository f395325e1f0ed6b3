#pragma once

#include <cstdint>
#include <iterator>
#include <optional>
#include <string>
#include <vector>

#include "scanner/base/glob.h"
#include "scanner/model/fingerprint.h"
#include "scanner/model/secret_text.h"
#include "scanner/model/suppression.h"

namespace leaksieve {

/// What somebody has looked at and accepts, whatever file says so. All that is given
/// must hold for a finding; what is empty is not asked for.
struct Acceptance {
  SuppressedBy by = SuppressedBy::ignore;
  std::string fingerprint;            ///< as keyed_fingerprint() writes it
  std::string sha1;                   ///< of the secret, lower-case hexadecimal
  std::optional<SecretText> secret;   ///< as a baseline of gitleaks has it
  std::string rule;                   ///< id or alias
  std::vector<std::string> paths;     ///< one of these; "" is a message's
  std::vector<Glob> globs;            ///< or what one of these matches
  std::optional<std::uint64_t> line;  ///< 0: the whole file
  std::string commit;                 ///< 40 hexadecimal digits
  std::string expires;                ///< the last day on which it counts, ISO 8601
  std::string rotated;                ///< the day on which the secret was rotated
  std::string reason;                 ///< for the reader
  std::string source;                 ///< ".gitleaksignore:3"

  /// It names a place and not what stands there, so something new at that place would
  /// be accepted as well.
  bool is_only_a_place() const {
    return fingerprint.empty() && sha1.empty() && !secret && line && commit.empty();
  }
};

/// All that files of policy accept.
struct Acceptances {
  std::vector<Salt> salts;  ///< the first is that of reports
  std::vector<Acceptance> entries;

  void add(Acceptances more) {
    salts.insert(salts.end(), more.salts.begin(), more.salts.end());
    entries.insert(entries.end(), std::make_move_iterator(more.entries.begin()),
                   std::make_move_iterator(more.entries.end()));
  }
};

}  // namespace leaksieve
