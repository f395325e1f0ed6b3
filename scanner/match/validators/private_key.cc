#include "scanner/match/validators/private_key.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <optional>
#include <string>

#include "scanner/base/text_encoding.h"
#include "scanner/match/validators/base64.h"
#include "scanner/match/validators/der.h"
#include "scanner/match/validators/entropy.h"
#include "scanner/match/validators/well_known.h"

namespace leaksieve {
namespace {

constexpr std::uint64_t kLongestBlock = 64 * 1024;
constexpr std::size_t kShortestBody = 64;

// A block as far as it could be read.
struct Block {
  std::string body;  // base64 without anything between
  std::uint64_t end = 0;
  bool complete = false;  // it ends with an END line
  bool encrypted = false;
  bool elided = false;  // something stands in it that no key holds, before an END
  bool uneven = false;  // a line is longer than the first, or several are shorter
};

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

// Reads the base64 after a PEM head, which ends at `at`.
class PemReader {
 public:
  PemReader(std::string_view text, std::uint64_t begin, std::uint64_t at)
      : text_(text.substr(0,
                          std::min<std::uint64_t>(text.size(), begin + kLongestBlock))),
        at_(at) {}

  Block read() {
    block_.end = at_;
    while (at_ < text_.size() && step()) {
    }
    end_line();
    constexpr int kShortLines = 2;  // the last one, and OpenPGP's checksum
    block_.uneven = block_.uneven || short_lines_ > kShortLines;
    constexpr std::uint64_t kNear = 256;
    const std::string_view rest =
        text_.substr(std::min<std::uint64_t>(at_, text_.size()), kNear);
    block_.elided = !block_.complete && !rest.starts_with("-----") &&
                    rest.find("-----END ") != std::string_view::npos;
    return std::move(block_);
  }

 private:
  // Counts what stands between two line ends, escaped ones too.
  void end_line() {
    const std::size_t length = block_.body.size() - line_begin_;
    line_begin_ = block_.body.size();
    if (length == 0) return;
    if (first_line_ == 0) first_line_ = length;
    if (length < first_line_) ++short_lines_;
    if (length > first_line_) block_.uneven = true;
  }

  // Takes one thing; false at the end of the block.
  bool step() {
    if (starts("-----")) {
      const std::uint64_t close = text_.find("-----", at_ + 5);
      if (starts("-----END ") && close != std::string_view::npos) {
        block_.complete = true;
        block_.end = close + 5;
      }
      return false;
    }
    if (skip_escape() || skip_header_line()) return true;
    const char c = text_[at_];
    if (c == '+' && joins_strings()) {
      ++at_;
      return true;
    }
    if (is_base64(c) || c == '=') {
      block_.body += c;
      block_.end = ++at_;
      return true;
    }
    // What stands between the lines of a key in code, in a comment or in a quotation.
    if (c == '\n') end_line();
    if (is_blank(c) || c == '"' || c == '\'' || c == '`' || c == ',' || c == '#' ||
        c == '|' || c == '>' || c == ';') {
      ++at_;
      return true;
    }
    return false;
  }

  bool starts(std::string_view word) const {
    return text_.substr(at_, word.size()) == word;
  }

  // "\n", "\\n", "\r", "\/", "\u002b".
  bool skip_escape() {
    if (text_[at_] != '\\') return false;
    std::uint64_t i = at_;
    while (i < text_.size() && text_[i] == '\\') ++i;
    if (i >= text_.size()) return false;
    const char c = text_[i];
    if (c == 'u') {
      const std::string_view code = text_.substr(i + 1, 4);
      const char meant = code == "002b" || code == "002B"   ? '+'
                         : code == "003d" || code == "003D" ? '='
                         : code == "002f" || code == "002F" ? '/'
                         : code == "000a" || code == "000A" ? '\n'
                                                            : '\0';
      if (meant == '\0') return false;
      if (meant != '\n') block_.body += meant;
      if (meant == '\n') end_line();
      at_ = i + 5;
      return true;
    }
    if (c == '/') {
      at_ = i;  // the "/" is part of the body
      return true;
    }
    if (c == 'n' || c == 'r' || c == 't' || c == '"' || c == '\'') {
      if (c == 'n') end_line();
      at_ = i + 1;
      return true;
    }
    if (is_blank(c)) {  // a line that goes on
      at_ = i;
      return true;
    }
    return false;
  }

  // "Proc-Type: 4,ENCRYPTED", "DEK-Info: ...", "Version: ...", before the body.
  bool skip_header_line() {
    if (!block_.body.empty()) return false;
    std::uint64_t i = at_;
    while (
        i < text_.size() && i - at_ < 24 &&
        (std::isalpha(static_cast<unsigned char>(text_[i])) != 0 || text_[i] == '-')) {
      ++i;
    }
    if (i == at_ || text_.substr(i, 2) != ": ") return false;
    const std::string_view name = text_.substr(at_, i - at_);
    std::uint64_t end = i;
    while (end < text_.size() && text_[end] != '\n' && text_[end] != '\\') ++end;
    const std::string_view value = text_.substr(i, end - i);
    block_.encrypted = block_.encrypted || name == "DEK-Info" ||
                       value.find("ENCRYPTED") != std::string_view::npos;
    at_ = end;
    return true;
  }

  // Whether the "+" here stands between two string literals.
  bool joins_strings() const {
    const char before = text_[at_ - 1];
    const char after = at_ + 1 < text_.size() ? text_[at_ + 1] : ' ';
    const auto beside = [](char c) { return is_blank(c) || c == '"' || c == '\''; };
    return beside(before) && beside(after);
  }

  std::string_view text_;
  std::uint64_t at_;
  Block block_;
  std::size_t line_begin_ = 0;  // in the body
  std::size_t first_line_ = 0;
  int short_lines_ = 0;
};

// The cipher that the head of an OpenSSH key names; nothing if it is none.
std::optional<std::string> openssh_cipher(std::string_view bytes) {
  constexpr std::string_view kMagic("openssh-key-v1\0", 15);
  if (!bytes.starts_with(kMagic) || bytes.size() < kMagic.size() + 4)
    return std::nullopt;
  std::size_t length = 0;
  for (std::size_t i = 0; i < 4; ++i) {
    length = length << 8 | static_cast<unsigned char>(bytes[kMagic.size() + i]);
  }
  return std::string(
      bytes.substr(kMagic.size() + 4, std::min<std::size_t>(length, 64)));
}

Verdict accept(const ValidatorInput& input, const Block& block) {
  const ByteSpan span{input.match.begin, block.end};
  Verdict verdict{.match = span, .secret = span};
  if (block.encrypted) {
    verdict.severity = Severity::medium;
    verdict.evidence.emplace_back("protected by a passphrase");
  }
  if (!block.complete) verdict.evidence.emplace_back("without an END line");
  return verdict;
}

Verdict check_pem(const ValidatorInput& input) {
  constexpr double kTyped = 4.2;
  Block block = PemReader(input.text, input.match.begin, input.match.end).read();
  if (block.body.size() < kShortestBody || block.elided) return Verdict::reject();
  // The first lines decide, wherever the block ends.
  if (entropy(std::string_view(block.body).substr(0, 1024)) < kTyped) {
    return Verdict::reject();
  }

  const std::string_view head = bytes_of(input.text, input.match);
  const bool pgp = head.find("PGP") != std::string_view::npos;
  block.encrypted = block.encrypted || head.find("ENCRYPTED") != std::string_view::npos;
  const bool opaque =
      block.encrypted && head.find("ENCRYPTED") == std::string_view::npos;
  const std::string bytes =
      from_base64(std::string_view(block.body).substr(0, block.body.find('=')))
          .value_or("");
  const auto cipher = openssh_cipher(bytes);
  block.encrypted = block.encrypted || (cipher && *cipher != "none");

  Verdict verdict = accept(input, block);
  if (is_well_known(bytes)) {
    verdict.severity = Severity::low;
    verdict.evidence.emplace_back("well-known test key");
  }
  if (pgp || opaque || cipher) {
    if (block.uneven) {
      verdict.confidence = Confidence::medium;
      verdict.evidence.emplace_back("its lines differ in length");
    }
    return verdict;
  }
  const auto fits = has_der_length(bytes);
  if (fits && *fits && block.complete) {
    verdict.confidence = Confidence::proven;
    verdict.evidence.emplace_back("its DER length fits");
  } else if (!fits || block.complete) {
    verdict.confidence = Confidence::medium;
    verdict.evidence.emplace_back(fits ? "its DER length does not fit"
                                       : "its body does not begin like a key");
  }
  return verdict;
}

// The line after `at`, without its end; moves `at` to the next.
std::string_view next_line(std::string_view text, std::uint64_t& at) {
  const std::uint64_t end = std::min<std::uint64_t>(text.find('\n', at), text.size());
  std::string_view line = text.substr(at, end - at);
  if (line.ends_with('\r')) line.remove_suffix(1);
  at = std::min<std::uint64_t>(end + 1, text.size());
  return line;
}

Verdict check_putty(const ValidatorInput& input) {
  const std::string_view text = input.text.substr(
      0, std::min<std::uint64_t>(input.text.size(), input.match.begin + kLongestBlock));
  Block block;
  std::uint64_t at = input.match.begin;
  constexpr int kMostLines = 2000;
  for (int i = 0; i < kMostLines && at < text.size(); ++i) {
    const std::string_view line = next_line(text, at);
    if (i > 0 && line.starts_with("PuTTY-User-Key-File-")) break;  // another key
    constexpr std::string_view kEncryption = "Encryption: ";
    constexpr std::string_view kLines = "Private-Lines: ";
    if (line.starts_with(kEncryption)) block.encrypted = line.substr(12) != "none";
    if (line.starts_with("Private-MAC: ") || line.starts_with("Private-Hash: ")) {
      block.end = at;
      block.complete = !block.body.empty();
      break;
    }
    if (!line.starts_with(kLines)) continue;
    int wanted = 0;
    std::from_chars(line.data() + kLines.size(), line.data() + line.size(), wanted);
    for (; wanted > 0 && at < text.size(); --wanted) {
      const std::string_view body = next_line(text, at);
      if (body.empty() || !std::all_of(body.begin(), body.end(), [](char c) {
            return is_base64(c) || c == '=';
          })) {
        return Verdict::reject();
      }
      block.body += body;
      block.end = at;
    }
  }
  if (block.body.size() < 40) return Verdict::reject();
  while (block.end > input.match.end && is_blank(text[block.end - 1])) --block.end;
  return accept(input, block);
}

}  // namespace

Verdict check_private_key(const ValidatorInput& input) {
  return bytes_of(input.text, input.match).starts_with("PuTTY") ? check_putty(input)
                                                                : check_pem(input);
}

}  // namespace leaksieve
