#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <cstring>
#include <functional>
#include <string>

namespace leaksieve {

/// A git object id, SHA-1. All zero means "none", as git itself writes it.
struct ObjectId {
  std::array<std::uint8_t, 20> bytes{};

  bool is_zero() const { return *this == ObjectId{}; }

  /// 40 lower-case hexadecimal digits.
  std::string hex() const {
    static constexpr char kDigits[] = "0123456789abcdef";
    std::string out;
    out.reserve(40);
    for (const std::uint8_t byte : bytes) {
      out.push_back(kDigits[byte >> 4]);
      out.push_back(kDigits[byte & 15]);
    }
    return out;
  }

  friend auto operator<=>(const ObjectId&, const ObjectId&) = default;
};

}  // namespace leaksieve

/// An id is a hash already: its first bytes spread well.
template <>
struct std::hash<leaksieve::ObjectId> {
  std::size_t operator()(const leaksieve::ObjectId& id) const noexcept {
    std::size_t value = 0;
    std::memcpy(&value, id.bytes.data(), sizeof value);
    return value;
  }
};
