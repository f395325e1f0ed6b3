#include "scanner/rules/shape.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>

#include "scanner/base/checksum_text.h"

namespace leaksieve {
namespace {

constexpr std::uint64_t kMaxLength = 100000;

struct Class {
  std::string_view name;
  std::string_view alphabet;
};

constexpr Class kClasses[] = {
    {"alnum", "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"},
    {"lower", "abcdefghijklmnopqrstuvwxyz"},
    {"upper", "ABCDEFGHIJKLMNOPQRSTUVWXYZ"},
    {"digit", "0123456789"},
    {"hex", "0123456789abcdef"},
    {"HEX", "0123456789ABCDEF"},
    {"base36", "0123456789abcdefghijklmnopqrstuvwxyz"},
    {"base32", "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"},
    {"base64", "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"},
    {"base64url", "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"},
    {"django", "abcdefghijklmnopqrstuvwxyz0123456789!@#$%^&*(-_=+)"},
};

constexpr Class kLiterals[] = {
    {"nl", "\n"}, {"tab", "\t"}, {"open", "{"}, {"close", "}"}};

// The value beside `name`, or null.
template <std::size_t N>
const std::string_view* find(const Class (&table)[N], std::string_view name) {
  const auto* const row = std::find_if(std::begin(table), std::end(table),
                                       [&](const Class& c) { return c.name == name; });
  return row == std::end(table) ? nullptr : &row->alphabet;
}

// splitmix64 (Sebastiano Vigna, public domain): small, and the same on every machine.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}

  // From 0 to bound - 1.
  std::uint64_t below(std::uint64_t bound) { return next() % bound; }

 private:
  std::uint64_t next() {
    std::uint64_t z = state_ += 0x9e3779b97f4a7c15;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
    z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
    return z ^ (z >> 31);
  }

  std::uint64_t state_;
};

std::optional<std::uint64_t> number(std::string_view text) {
  std::uint64_t value = 0;
  const auto [end, error] =
      std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

}  // namespace

Result<std::string> expand_shape(std::string_view shape, std::uint64_t seed) {
  Random random(seed);
  std::string out;
  std::size_t random_begin =
      0;  // where the text made by fields since the last literal is
  for (std::size_t i = 0; i < shape.size();) {
    if (shape[i] != '{') {
      if (shape[i] == '}') {
        return Error{fmt::format("shape: \"}}\" without \"{{\" at byte {}", i)};
      }
      out += shape[i++];
      random_begin = out.size();
      continue;
    }
    const std::size_t close = shape.find('}', i);
    if (close == std::string_view::npos) {
      return Error{fmt::format("shape: \"{{\" without \"}}\" at byte {}", i)};
    }
    const std::string_view field = shape.substr(i + 1, close - i - 1);
    i = close + 1;

    if (const std::string_view* literal = find(kLiterals, field)) {
      out += *literal;
      random_begin = out.size();
      continue;
    }
    if (field == "crc62") {
      out += crc62(std::string_view(out).substr(random_begin));
      continue;
    }
    if (field == "sha32") {
      const std::size_t begin = out.rfind("github_");
      if (begin == std::string::npos) {
        return Error{"shape: {sha32} needs \"github_\" before it"};
      }
      out += sha32(std::string_view(out).substr(begin));
      continue;
    }

    const std::size_t colon = std::min(field.find(':'), field.size());
    const std::string_view* alphabet = find(kClasses, field.substr(0, colon));
    if (alphabet == nullptr) {
      return Error{fmt::format("shape: unknown field \"{}\"", field)};
    }
    const std::string_view lengths = field.substr(std::min(colon + 1, field.size()));
    const std::size_t dash = std::min(lengths.find('-'), lengths.size());
    const auto low = number(lengths.substr(0, dash));
    const auto high = dash == lengths.size() ? low : number(lengths.substr(dash + 1));
    if (!low || !high || *low > *high || *high > kMaxLength) {
      return Error{fmt::format("shape: bad length in \"{}\"", field)};
    }
    const std::uint64_t length = *low + random.below(*high - *low + 1);
    for (std::uint64_t n = 0; n < length; ++n) {
      out += (*alphabet)[random.below(alphabet->size())];
    }
  }
  return out;
}

}  // namespace leaksieve
