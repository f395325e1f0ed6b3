#pragma once

#include <string_view>

namespace leaksieve {

/// Whether `value` only says where the secret is: a variable ("$X", "${X}", "{{ x }}",
/// "%(x)s"), a lookup in code ("os.environ[...]"), a path in a secret store, or an
/// encrypted form.
bool is_reference(std::string_view value);

/// Whether `value` stands for a secret that somebody still has to fill in:
/// "<password>",
/// "****", "your-api-key", "CHANGEME". Looks at the whole value, so that a random
/// secret which happens to hold the word "test" is not lost.
bool is_placeholder(std::string_view value);

/// Whether `value` is made of words that everybody uses for a password or its name:
/// "postgres", "admin123", "secret-key".
bool is_weak_password(std::string_view value);

/// Whether the random part of a token was typed, not generated: one character most of
/// the time, a row of the alphabet, a repeated block, words. For 16 bytes and more a
/// generated one is taken for typed less than once in a million times.
bool is_fill(std::string_view body);

/// The same but for letters of one case, which some generators give too.
bool is_typed(std::string_view body);

/// The number of symbols of the smallest usual alphabet that has all letters and digits
/// of `body`: 10, 16, 32 (A-Z 2-7), 36 or 62. Other bytes are not looked at.
int symbols_of(std::string_view body);

}  // namespace leaksieve
