#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace leaksieve {

/// The functions behind the fields of shapes (shape.h), by the names of the fields.
using TextFunction = std::string (*)(std::string_view text);

/// A checksum of a text, as it is written after it; null if `field` is none.
TextFunction find_checksum(std::string_view field);

/// An encoding of bytes; null if `field` is none.
TextFunction find_encoding(std::string_view field);

/// The characters of a class; empty if there is none of this name.
std::string_view find_class(std::string_view name);

/// What a field such as "nl" stands for; nothing if `field` is none of them.
std::optional<std::string_view> find_literal(std::string_view field);

/// The bytes that an even number of hexadecimal digits names; nothing if it is not
/// that.
std::optional<std::string> from_hex(std::string_view digits);

}  // namespace leaksieve
