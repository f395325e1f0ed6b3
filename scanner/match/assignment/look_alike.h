#pragma once

#include <string_view>

namespace leaksieve {

/// What is no secret whatever its name: a path, a file, a URL, an address, a number, a
/// date, a version, a regex, a type, a sentence, markup, a hash of a password, an
/// encrypted or public thing, the beginning of an image.
bool is_look_alike(std::string_view value);

/// Whether `value` says no more than `name`: "apiKey" for api_key, "my_db_password"
/// for db_password.
bool repeats_name(std::string_view value, std::string_view name);

/// Words that code joins: "some_name", "a.b.c", "someName", "SOME-NAME"; no digits but
/// at the end, nothing random.
bool is_identifier(std::string_view value);

/// 8-4-4-4-12 hexadecimal digits.
bool is_uuid(std::string_view value);

}  // namespace leaksieve
