#include "scanner/match/validators/encoded_private_key.h"

#include <algorithm>
#include <string>

#include "scanner/base/text_encoding.h"
#include "scanner/match/local_checks.h"
#include "scanner/match/validators/base64.h"
#include "scanner/match/validators/der.h"
#include "scanner/match/validators/private_key.h"

namespace leaksieve {
namespace {

constexpr std::uint64_t kFullLine = 60;

// Base64 in lines of which all but the last are long.
struct Run {
  std::string digits;
  std::uint64_t end = 0;
};

bool is_digit(char c) { return is_base64(c) || c == '_'; }

// The base64 from `at` on. It goes on in the next line where that holds nothing else.
Run run_at(std::string_view text, std::uint64_t at) {
  constexpr std::uint64_t kLongest = 64 * 1024;
  text = text.substr(0, std::min<std::uint64_t>(text.size(), at + kLongest));
  Run run;
  for (;;) {
    const std::uint64_t begin = at;
    while (at < text.size() && is_digit(text[at])) run.digits += text[at++];
    while (at < text.size() && text[at] == '=') ++at;
    run.end = at;
    const bool padded = at > begin && text[at - 1] == '=';
    if (padded || at - begin < kFullLine) return run;
    if (text.substr(at, 2) == "\r\n") ++at;
    if (at >= text.size() || text[at] != '\n') return run;
    ++at;
    while (at < text.size() && (text[at] == ' ' || text[at] == '\t')) ++at;
    std::uint64_t next = at;
    while (next < text.size() && is_digit(text[next])) ++next;
    while (next < text.size() && text[next] == '=') ++next;
    const bool alone = next >= text.size() || text[next] == '\r' || text[next] == '\n';
    if (next == at || !alone) return run;
  }
}

// Whether base64 that goes on for a line stands right before `at`: the key does not
// begin here. So no block is decoded from each of its lines.
bool continues_a_block(std::string_view text, std::uint64_t at) {
  if (at > 0 && is_digit(text[at - 1])) return true;
  while (at > 0 && (text[at - 1] == ' ' || text[at - 1] == '\t')) --at;
  if (at == 0 || text[at - 1] != '\n') return false;
  --at;
  if (at > 0 && text[at - 1] == '\r') --at;
  std::uint64_t digits = 0;
  while (digits < kFullLine && digits < at && is_base64(text[at - 1 - digits]))
    ++digits;
  return digits == kFullLine;
}

}  // namespace

Verdict check_encoded_private_key(const ValidatorInput& input) {
  const std::uint64_t begin = input.match.begin;
  if (!begins_word(input.text, begin) || continues_a_block(input.text, begin)) {
    return Verdict::reject();
  }
  const Run run = run_at(input.text, begin);
  const auto bytes = from_base64(run.digits);
  if (!bytes) return Verdict::reject();
  Verdict verdict;
  verdict.match = verdict.secret = ByteSpan{begin, run.end};
  constexpr std::string_view kOpenSsh = "openssh-key-v1";
  if (bytes->starts_with("-----BEGIN ")) {
    const std::size_t head = bytes->find("-----", 11);
    if (head == std::string::npos || std::string_view(*bytes).substr(0, head).find(
                                         "PRIVATE KEY") == std::string_view::npos) {
      return Verdict::reject();
    }
    const Verdict inner = check_private_key({*bytes, {0, head + 5}, {0, head + 5}});
    if (!inner.accept) return Verdict::reject();
    verdict.severity = inner.severity;
    verdict.confidence = inner.confidence;
    verdict.evidence = inner.evidence;
  } else if (bytes->starts_with(kOpenSsh)) {
    const std::string block = "-----BEGIN OPENSSH PRIVATE KEY-----\n" + run.digits +
                              "\n-----END OPENSSH PRIVATE KEY-----";
    const Verdict inner = check_private_key({block, {0, 35}, {0, 35}});
    if (!inner.accept) return Verdict::reject();
    verdict.severity = inner.severity;
    verdict.evidence = inner.evidence;
  } else if (is_der_private_key(*bytes)) {
    verdict.confidence = Confidence::proven;
    verdict.evidence.emplace_back("decodes to a private key");
  } else {
    return Verdict::reject();
  }
  return verdict;
}

}  // namespace leaksieve
