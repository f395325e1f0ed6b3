#include "scanner/match/validators/wallet.h"

#include <algorithm>
#include <charconv>
#include <string>
#include <vector>

#include "scanner/base/ascii.h"
#include "scanner/base/bip39.h"
#include "scanner/base/ed25519.h"
#include "scanner/match/validators/placeholder.h"
#include "scanner/match/validators/well_known.h"

namespace leaksieve {
namespace {

// The words between blanks; commas and quotes stand for blanks.
std::vector<std::string_view> words_of(std::string_view text) {
  constexpr std::string_view kBetween = " \t\r\n\"',";
  std::vector<std::string_view> words;
  for (std::size_t at = text.find_first_not_of(kBetween); at != std::string_view::npos;
       at = text.find_first_not_of(kBetween, at)) {
    const std::size_t end = std::min(text.find_first_of(kBetween, at), text.size());
    words.push_back(text.substr(at, end - at));
    at = end;
  }
  return words;
}

}  // namespace

Verdict check_bip39(const ValidatorInput& input) {
  constexpr std::size_t kFewest = 12;
  constexpr std::size_t kMost = 24;
  std::vector<std::string_view> words = words_of(bytes_of(input.text, input.secret));
  if (words.size() < kFewest) return Verdict::reject();
  // The regex takes too much where more words follow the phrase: try all lengths.
  for (std::size_t count = std::min(kMost, words.size() / 3 * 3); count >= kFewest;
       count -= 3) {
    words.resize(count);
    if (!has_bip39_checksum(words)) continue;
    std::string phrase;
    for (const std::string_view word : words) phrase += std::string(word) + " ";
    phrase.pop_back();
    std::sort(words.begin(), words.end());
    const auto different = std::unique(words.begin(), words.end()) - words.begin();
    if (is_well_known(phrase) || different < 6) return Verdict::reject();
    Verdict verdict;
    verdict.confidence = Confidence::proven;
    verdict.evidence.push_back(std::to_string(count) + " words with a valid checksum");
    return verdict;
  }
  return Verdict::reject();
}

Verdict check_evm_key(const ValidatorInput& input) {
  constexpr std::string_view kOrder =
      "fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141";
  std::string key = to_lower(bytes_of(input.text, input.secret));
  const bool marked = key.starts_with("0x");
  if (marked) key.erase(0, 2);
  if (key.size() != kOrder.size() || key >= kOrder || is_fill(key) ||
      key.find("00000000000000000000") != std::string::npos || is_well_known(key)) {
    return Verdict::reject();
  }
  Verdict verdict;
  if (!marked) verdict.confidence = Confidence::medium;  // other keys look the same
  return verdict;
}

Verdict check_solana_keypair(const ValidatorInput& input) {
  constexpr std::size_t kHalf = 32;
  std::string bytes;
  std::string_view text = bytes_of(input.text, input.secret);
  while (!text.empty()) {
    const std::size_t begin = text.find_first_of("0123456789");
    if (begin == std::string_view::npos) break;
    text.remove_prefix(begin);
    int value = 0;
    const auto [end, error] =
        std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || value > 255) return Verdict::reject();
    bytes += static_cast<char>(value);
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  }
  if (bytes.size() != 2 * kHalf) return Verdict::reject();
  const std::string_view seed = std::string_view(bytes).substr(0, kHalf);
  if (is_well_known(seed) || ed25519_public_key(seed) != bytes.substr(kHalf)) {
    return Verdict::reject();
  }
  Verdict verdict;
  verdict.confidence = Confidence::proven;
  verdict.evidence.emplace_back("its public half fits");
  return verdict;
}

}  // namespace leaksieve
