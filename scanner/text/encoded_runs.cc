#include "scanner/text/encoded_runs.h"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "scanner/base/ascii.h"

namespace leaksieve {
namespace {

constexpr std::uint64_t kShortest = 20;      // 15 bytes
constexpr std::uint64_t kShortestHex = 32;   // 16 bytes
constexpr std::uint64_t kShortestLine = 40;  // of a run of many lines
constexpr std::size_t kSniffed = 24;         // decoded bytes that must be text

// The value of a digit of base64, both alphabets; 64: no digit.
constexpr std::array<std::uint8_t, 256> make_digits() {
  std::array<std::uint8_t, 256> digits{};
  for (auto& digit : digits) digit = 64;
  for (std::uint8_t i = 0; i < 26; ++i) {
    digits['A' + i] = i;
    digits['a' + i] = static_cast<std::uint8_t>(26 + i);
  }
  for (std::uint8_t i = 0; i < 10; ++i) {
    digits['0' + i] = static_cast<std::uint8_t>(52 + i);
  }
  digits['+'] = digits['-'] = 62;
  digits['/'] = digits['_'] = 63;
  return digits;
}
constexpr std::array<std::uint8_t, 256> kDigits = make_digits();

std::uint8_t digit_of(char c) { return kDigits[static_cast<unsigned char>(c)]; }
bool is_digit_of_base64(char c) { return digit_of(c) < 64; }

std::uint64_t end_of_digits(std::string_view text, std::uint64_t at) {
  while (at < text.size() && is_digit_of_base64(text[at])) ++at;
  return at;
}

// The next kShortest digits or more that begin in [at, limit), with all the digits that
// follow. Looks at every twentieth byte first, and at others only before a digit.
std::optional<ByteSpan> next_digits(std::string_view text, std::uint64_t at,
                                    std::uint64_t limit) {
  std::uint64_t known = at;  // [at, known) are digits
  while (at < limit && at + kShortest <= text.size()) {
    const std::uint64_t last = at + kShortest - 1;
    std::uint64_t i = last + 1;
    while (i > known && is_digit_of_base64(text[i - 1])) --i;
    if (i == known) return ByteSpan{at, end_of_digits(text, last + 1)};
    at = i;
    known = last + 1;
    if (at > last) known = at;
  }
  return std::nullopt;
}

bool is_hex_at(std::string_view text, std::uint64_t at, std::uint64_t count) {
  for (std::uint64_t i = at; i < at + count; ++i) {
    if (i >= text.size() || hex_value(text[i]) < 0) return false;
  }
  return true;
}

// Where digits that begin at `begin` begin to mean something: an escape before them
// ("\n", "%3D", "\u003d") has taken some, "0x" is none.
std::uint64_t after_escape(std::string_view text, std::uint64_t begin) {
  const char before = begin > 0 ? text[begin - 1] : '\n';
  const char first = text[begin];
  if (before == '%' && is_hex_at(text, begin, 2)) return begin + 2;
  if (before == '\\') {
    if (first == 'u' && is_hex_at(text, begin + 1, 4)) return begin + 5;
    if (first == 'x' && is_hex_at(text, begin + 1, 2)) return begin + 3;
    if (first == 'n' || first == 'r' || first == 't') return begin + 1;
  }
  return first == '0' && text.substr(begin + 1, 1) == "x" ? begin + 2 : begin;
}

// Steps over a line end and the indent behind it, real or as escapes in a string;
// nullopt if there is none.
std::optional<std::uint64_t> after_line_end(std::string_view text, std::uint64_t at) {
  const std::string_view rest = text.substr(at, 4);
  for (const std::string_view end : {"\r\n", "\n", "\\r\\n", "\\n"}) {
    if (!rest.starts_with(end)) continue;
    at += end.size();
    while (at < text.size() && (text[at] == ' ' || text[at] == '\t')) ++at;
    return at;
  }
  return std::nullopt;
}

// The digits of the line above, which end where the line ends, if the digits that begin
// at `begin` are the first of their line.
std::optional<ByteSpan> digits_above(std::string_view text, std::uint64_t begin) {
  std::uint64_t at = begin;
  while (at > 0 && (text[at - 1] == ' ' || text[at - 1] == '\t')) --at;
  const std::string_view before = text.substr(0, at);
  // Half a line end too: `begin` may stand in one.
  for (const std::string_view end : {"\r\n", "\n", "\r", "\\r\\n", "\\n", "\\r"}) {
    if (!before.ends_with(end)) continue;
    const std::uint64_t above = at - end.size();
    std::uint64_t first = above;
    while (first > 0 && is_digit_of_base64(text[first - 1])) --first;
    if (first == above) return std::nullopt;
    return ByteSpan{after_escape(text, first), above};
  }
  return std::nullopt;
}

// Where the first line of the run begins to which the digits at `at` belong, or one
// before it.
std::uint64_t start_of_run(std::string_view text, std::uint64_t at) {
  while (at > 0 && is_digit_of_base64(text[at - 1])) --at;
  std::uint64_t size = 0;
  if (at < text.size() && is_digit_of_base64(text[at])) {
    const std::uint64_t begin = after_escape(text, at);
    const std::uint64_t end = end_of_digits(text, at);
    size = end > begin ? end - begin : 0;
    at = std::min(begin, end);
  }
  while (const auto above = digits_above(text, at)) {
    if (above->end <= above->begin || above->size() < kShortestLine ||
        above->size() < size) {
      break;
    }
    size = above->size();
    at = above->begin;
  }
  while (at > 0 && is_digit_of_base64(text[at - 1])) --at;
  return at;
}

// Whether what stands at `at` may end the last line of a run.
bool ends_run(std::string_view text, std::uint64_t at) {
  return at >= text.size() || std::string_view("= \t\r\n\"'`,;)]}<\\").find(text[at]) !=
                                  std::string_view::npos;
}

// The lines of a run whose first digits are `first`.
std::vector<ByteSpan> lines_of_run(std::string_view text, ByteSpan first) {
  std::vector<ByteSpan> lines{first};
  const std::uint64_t length = first.size();
  if (length < kShortestLine || length % 4 != 0) return lines;
  while (const auto begin = after_line_end(text, lines.back().end)) {
    const std::uint64_t end = end_of_digits(text, *begin);
    const std::uint64_t size = end - *begin;
    if (size == 0 || size > length) break;
    if (size < length && !ends_run(text, end)) break;
    lines.push_back({*begin, end});
    if (size < length) break;
  }
  return lines;
}

bool is_printable(char c) {
  return (c >= ' ' && c <= '~') || c == '\t' || c == '\n' || c == '\r';
}

// Whether bytes that something begins with are text: ASCII, with a byte order mark or
// not, or the same in UTF-16.
bool begins_as_text(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) return true;
  if (bytes.size() >= 4 && (bytes[1] == '\0') != (bytes[0] == '\0')) {
    const std::size_t zero = bytes[1] == '\0' ? 1 : 0;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
      if (i % 2 == zero ? bytes[i] != '\0' : !is_printable(bytes[i])) return false;
    }
    return true;
  }
  return std::all_of(bytes.begin(), bytes.end(), is_printable);
}

// Takes digits, gives bytes.
class Base64 {
 public:
  static constexpr std::uint8_t kFrom = 4;
  static constexpr std::uint8_t kTo = 3;
  static constexpr Encoding kEncoding = Encoding::base64;
  void take(char c, std::string& out) {
    bits_ = bits_ << 6 | digit_of(c);
    count_ += 6;
    if (count_ < 8) return;
    count_ -= 8;
    out += static_cast<char>(bits_ >> count_ & 0xff);
  }

 private:
  std::uint32_t bits_ = 0;
  int count_ = 0;
};

class Hex {
 public:
  static constexpr std::uint8_t kFrom = 2;
  static constexpr std::uint8_t kTo = 1;
  static constexpr Encoding kEncoding = Encoding::hex;
  void take(char c, std::string& out) {
    high_ = high_ << 4 | static_cast<std::uint32_t>(hex_value(c));
    half_ = !half_;
    if (!half_) out += static_cast<char>(high_ & 0xff);
  }

 private:
  std::uint32_t high_ = 0;
  bool half_ = false;
};

// What the lines stand for, if it begins as text does.
template <class Digits>
std::optional<DecodedText> decode(std::string_view text,
                                  const std::vector<ByteSpan>& lines) {
  std::string head;
  Digits sniffer;
  for (std::uint64_t i = lines[0].begin; i < lines[0].end && head.size() < kSniffed;
       ++i) {
    const std::size_t before = head.size();
    sniffer.take(text[i], head);
    // Nearly all runs are no text, and most show it in the first byte.
    if (head.size() > before && !is_printable(head.back()) && head.back() != '\0' &&
        static_cast<unsigned char>(head.back()) < 0x80) {
      return std::nullopt;
    }
  }
  if (!begins_as_text(head)) return std::nullopt;
  DecodedText decoded;
  decoded.encoding = Digits::kEncoding;
  Digits digits;
  std::uint64_t budget = kLongestRun;
  for (const ByteSpan line : lines) {
    const std::size_t before = decoded.bytes.size();
    const std::uint64_t end = line.begin + std::min(line.size(), budget);
    for (std::uint64_t i = line.begin; i < end; ++i)
      digits.take(text[i], decoded.bytes);
    decoded.map.add(decoded.bytes.size() - before, line.begin, Digits::kFrom,
                    Digits::kTo);
    budget -= end - line.begin;
  }
  return decoded;
}

bool all_hex(std::string_view text, const std::vector<ByteSpan>& lines) {
  std::uint64_t count = 0;
  for (const ByteSpan line : lines) {
    if (line.size() % 2 != 0 || !is_hex_at(text, line.begin, line.size())) return false;
    count += line.size();
  }
  return count >= kShortestHex;
}

// The parts of a run between "-" and "_": a name may stand before base64.
std::vector<ByteSpan> parts_of(std::string_view text, ByteSpan run) {
  std::vector<ByteSpan> parts;
  std::uint64_t begin = run.begin;
  for (std::uint64_t i = run.begin; i <= run.end; ++i) {
    if (i < run.end && text[i] != '-' && text[i] != '_') continue;
    if (i - begin >= kShortest && i - begin < run.size()) parts.push_back({begin, i});
    begin = i + 1;
  }
  return parts;
}

bool visit_run(std::string_view text, const std::vector<ByteSpan>& lines,
               const DecodedVisitor& visit) {
  if (const auto decoded = decode<Base64>(text, lines)) return visit(*decoded);
  if (all_hex(text, lines)) {
    const auto decoded = decode<Hex>(text, lines);
    return !decoded || visit(*decoded);
  }
  if (lines.size() > 1) return true;
  for (const ByteSpan part : parts_of(text, lines[0])) {
    const auto decoded = decode<Base64>(text, {part});
    if (decoded && !visit(*decoded)) return false;
  }
  return true;
}

}  // namespace

std::uint64_t visit_encoded_runs(std::string_view text, ByteSpan near,
                                 const DecodedVisitor& visit) {
  std::uint64_t at = start_of_run(text, near.begin);
  // Digits that touch the end of `near` are near.
  const std::uint64_t limit = std::min<std::uint64_t>(near.end + 1, text.size());
  std::uint64_t seen = near.end;
  while (const auto digits = next_digits(text, at, limit)) {
    at = digits->end;
    const ByteSpan first{after_escape(text, digits->begin), digits->end};
    if (first.end < first.begin + kShortest) continue;
    const std::vector<ByteSpan> lines = lines_of_run(text, first);
    at = lines.back().end;
    seen = std::max(seen, at);
    if (at >= near.begin && !visit_run(text, lines, visit)) return 0;
  }
  return seen;
}

}  // namespace leaksieve
