#include "scanner/rules/shape.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>
#include <vector>

#include "scanner/base/checksum_text.h"
#include "scanner/rules/shape_fields.h"

namespace leaksieve {
namespace {

constexpr std::uint64_t kMaxLength = 100000;

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

class Expansion {
 public:
  explicit Expansion(std::uint64_t seed) : random_(seed) {}

  void literal(std::string_view text) {
    out_ += text;
    random_begin_ = out_.size();
  }

  // "" or what is wrong with the field.
  std::string field(std::string_view field);

  std::string take() { return std::move(out_); }

 private:
  std::string random_text(std::string_view field);

  // What a checksum covers.
  std::string_view covered() const {
    const std::size_t begin = from_.empty() ? random_begin_ : from_.back();
    return std::string_view(out_).substr(begin, to_.value_or(out_.size()) - begin);
  }

  Random random_;
  std::string out_;
  std::size_t random_begin_ = 0;   // of the text made by fields since the last literal
  std::vector<std::size_t> from_;  // where each {from} stood that still holds
  std::optional<std::size_t> to_;  // where {to} stood; at or behind the last {from}
};

std::string Expansion::field(std::string_view field) {
  if (const auto text = find_literal(field)) {
    literal(*text);
  } else if (field == "from") {
    from_.push_back(out_.size());
    to_.reset();
  } else if (field == "to") {
    if (from_.empty()) return "{to} needs {from} before it";
    to_ = out_.size();
  } else if (const TextFunction checksum = find_checksum(field)) {
    out_ += checksum(covered());
  } else if (field == "sha32") {
    const std::size_t begin = out_.rfind("github_");
    if (begin == std::string::npos) return "{sha32} needs \"github_\" before it";
    out_ += sha32(std::string_view(out_).substr(begin));
  } else if (const TextFunction encoding = find_encoding(field)) {
    if (from_.empty()) return fmt::format("{{{}}} needs {{from}} before it", field);
    const std::size_t begin = from_.back();
    out_.replace(begin, std::string::npos,
                 encoding(std::string_view(out_).substr(begin)));
    from_.pop_back();
    to_.reset();
    random_begin_ = std::min(random_begin_, begin);
  } else {
    return random_text(field);
  }
  return {};
}

std::string Expansion::random_text(std::string_view field) {
  const std::size_t colon = std::min(field.find(':'), field.size());
  const std::string_view name = field.substr(0, colon);
  const std::string_view rest = field.substr(std::min(colon + 1, field.size()));
  if (name == "x") {
    const auto bytes = from_hex(rest);
    if (!bytes || rest.empty()) return fmt::format("bad bytes in \"{}\"", field);
    literal(*bytes);
    return {};
  }
  const std::string_view alphabet = find_class(name);
  if (alphabet.empty() && name != "byte") {
    return fmt::format("unknown field \"{}\"", field);
  }
  const std::size_t dash = std::min(rest.find('-'), rest.size());
  const auto low = number(rest.substr(0, dash));
  const auto high = dash == rest.size() ? low : number(rest.substr(dash + 1));
  if (!low || !high || *low > *high || *high > kMaxLength) {
    return fmt::format("bad length in \"{}\"", field);
  }
  const std::uint64_t length = *low + random_.below(*high - *low + 1);
  for (std::uint64_t n = 0; n < length; ++n) {
    out_ += alphabet.empty() ? static_cast<char>(random_.below(256))
                             : alphabet[random_.below(alphabet.size())];
  }
  return {};
}

}  // namespace

Result<std::string> expand_shape(std::string_view shape, std::uint64_t seed) {
  Expansion expansion(seed);
  for (std::size_t i = 0; i < shape.size();) {
    if (shape[i] == '}') {
      return Error{fmt::format("shape: \"}}\" without \"{{\" at byte {}", i)};
    }
    if (shape[i] != '{') {
      expansion.literal(shape.substr(i++, 1));
      continue;
    }
    const std::size_t close = shape.find('}', i);
    if (close == std::string_view::npos) {
      return Error{fmt::format("shape: \"{{\" without \"}}\" at byte {}", i)};
    }
    const std::string wrong = expansion.field(shape.substr(i + 1, close - i - 1));
    if (!wrong.empty()) return Error{"shape: " + wrong};
    i = close + 1;
  }
  return expansion.take();
}

}  // namespace leaksieve
