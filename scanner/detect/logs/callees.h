#pragma once

#include <string_view>

#include "scanner/detect/logs/chain.h"

namespace leaksieve::logs {

/// What becomes of a secret that a function or method is given, or is called on.
enum class Effect {
  unknown,  ///< nobody knows; what comes back is taken for clean
  passes,   ///< it comes back, perhaps in another form: strip, base64, format
  blocks,   ///< its mask, its hash, its length, a question about it comes back
  cuts,     ///< a part of it comes back: substring
};

/// Judges by the name, in any style of writing.
Effect effect_of(std::string_view callee);

/// Whether a property of a secret says only something about it: `.length`.
bool is_harmless_property(std::string_view name);

/// Whether a type of this name prints as stars: pydantic's SecretStr, .NET's
/// SecureString, Rust's secrecy::SecretString.
bool is_hiding_type(std::string_view name);

/// How many characters `[:4]`, `.substring(0, 4)` or `.slice(-4)` show; -1 if that
/// cannot be read from it. `method` is empty for a subscript. `skip` arguments stand
/// before the numbers (1 for substr($x, 0, 4)).
int shown_characters(const Code& code, const Part& part, std::string_view method,
                     int skip);

/// Whether `part` is a subscript that cuts a piece out, not one that picks an element.
bool is_slice(const Code& code, const Part& part);

/// Whether the arguments of a replacement say that every character becomes another:
/// (/./g, "*").
bool replaces_every_character(const Code& code, const Part& call);

}  // namespace leaksieve::logs
