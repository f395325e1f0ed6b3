#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "scanner/detect/env/env_value.h"
#include "scanner/model/candidate.h"
#include "scanner/text/dotenv.h"
#include "scanner/text/env_file_name.h"

namespace leaksieve {

/// An environment file as it was read. Borrows from its text.
struct EnvFileText {
  std::vector<DotenvEntry> entries;
  std::vector<JudgedEnvValue> judged;  ///< one for each entry
  EnvMode mode = EnvMode::any;
  bool encrypted =
      false;  ///< as a whole, or value by value with no secret in the clear
};

EnvFileText read_env_file(std::string_view text, std::string_view path);

/// The rules that give their words to what is found by name.
struct EnvValueRules {
  std::optional<RuleIndex> password;
  std::optional<RuleIndex> secret;
};

/// Adds a candidate for each secret of `file`, the environment file at `path`, that no
/// other candidate in `out` is about: a password or a signing key in words, a value
/// with blanks or a '#'. Grades what is known by name alone, its own candidates and
/// those of `rules`: low where everybody tries it or where, in a file for development
/// or tests, it was not generated; at most medium for a service that the file itself
/// says is on this machine. `out` is then ordered by position.
void add_env_values(const EnvFileText& file, std::string_view path,
                    const EnvValueRules& rules, std::vector<Candidate>& out);

/// The finding about a committed environment file as a whole; none if it is encrypted.
/// Its severity is by what the file holds: critical if one of `found` (the other
/// candidates in it) is more than low or a variable with a secret's name has a value of
/// its own; medium if any variable has a value; low if there are only empty values,
/// placeholders, references and what is made for browsers. In a folder of tests or
/// examples values alone are low, and secrets that are known by their names medium.
/// Its evidence names the variables; what does not fit (env_misfits.h) is said there
/// and related.
std::optional<Candidate> env_file_candidate(const EnvFileText& file,
                                            std::string_view path, RuleIndex rule,
                                            const std::vector<Candidate>& found);

}  // namespace leaksieve
