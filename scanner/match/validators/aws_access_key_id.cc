#include "scanner/match/validators/aws_access_key_id.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <optional>

#include "scanner/match/validators/base64.h"
#include "scanner/match/validators/placeholder.h"

namespace leaksieve {
namespace {

// Accounts of services that sell keys to be stolen on purpose.
// Source: the list that TruffleHog prints, 2026-11.
constexpr std::uint64_t kCanaries[] = {
    52310077262,  171436882533, 534261010715, 595918472158, 717712589309,
    819147034852, 992382622183, 730335385048, 266735846894, 893192397702};

constexpr std::uint64_t kLargestAccount = 999999999999;

std::uint64_t account_of(std::string_view body) {
  constexpr std::string_view kDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  std::uint64_t bits = 0;  // the first 50 of the 80
  for (std::size_t i = 0; i < 10; ++i) bits = bits << 5 | kDigits.find(body[i]);
  const std::uint64_t first48 = bits >> 2;
  return (first48 & 0x7fffffffff80) >> 7;
}

// Whether the id is a slice of a long base64 text and no id at all.
bool inside_base64(std::string_view text, ByteSpan span) {
  constexpr std::uint64_t kLongRun = 40;
  std::uint64_t around = 0;
  for (std::uint64_t i = span.begin;
       i > 0 && around < kLongRun && is_base64(text[i - 1]); --i) {
    ++around;
  }
  for (std::uint64_t i = span.end;
       i < text.size() && around < kLongRun && is_base64(text[i]); ++i) {
    ++around;
  }
  return around >= kLongRun;
}

}  // namespace

Verdict check_aws_access_key_id(const ValidatorInput& input) {
  const std::string_view id = bytes_of(input.text, input.secret);
  if (id.size() != 20 || id.ends_with("EXAMPLE")) return Verdict::reject();
  const std::string_view body = id.substr(4);
  if (is_fill(body) || inside_base64(input.text, input.secret))
    return Verdict::reject();
  Verdict verdict;
  if (body[0] == 'I' || body[0] == 'J') return verdict;
  const std::uint64_t account = account_of(body);
  if (account > kLargestAccount) {
    verdict.confidence = Confidence::low;
    verdict.evidence.emplace_back("names an account that cannot exist");
    return verdict;
  }
  verdict.evidence.push_back(fmt::format("account {:012}", account));
  if (std::find(std::begin(kCanaries), std::end(kCanaries), account) !=
      std::end(kCanaries)) {
    verdict.evidence.emplace_back("account of a service that sells canary tokens");
  }
  return verdict;
}

}  // namespace leaksieve
