#pragma once

#include <string_view>

namespace leaksieve::logs {

/// What a name says about the value behind it. Ordered.
enum class NameGrade {
  none,    ///< no secret, or only something about one: token_count, password_hash
  weak,    ///< key, salt: a secret only if the flow says so
  hint,    ///< token, auth, cookie: one more sign is needed
  secret,  ///< password, api_key, client_secret: enough alone
};

/// Where the name stands: a call gives a value ("getPassword", not "resetPassword"), a
/// setting is the name of an environment variable or of a configuration's entry, where
/// `X_KEY` and `X_TOKEN` are secrets.
enum class NameUse { variable, call, setting };

/// Grades an identifier or key in any style of writing by its words. Linear, bounded;
/// a text that is no name (with blanks, a path, a sentence) is none.
NameGrade grade_name(std::string_view name, NameUse use);

/// Whether a function of this name gives something: get_token, readPassword.
bool names_a_getter(std::string_view callee);

/// Whether one of the words is among those that name graded things at all; the fast
/// test before grade_name.
bool may_name_secret(std::string_view name);

/// Where the first word stands that a file with any finding must hold; npos if nowhere.
std::size_t find_sensitive_word(std::string_view text, std::size_t from = 0);

}  // namespace leaksieve::logs
