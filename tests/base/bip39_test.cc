#include "scanner/base/bip39.h"

#include <doctest/doctest.h>

#include <ostream>
#include <string>
#include <vector>

namespace leaksieve {
namespace {

std::vector<std::string_view> split(std::string_view phrase) {
  std::vector<std::string_view> words;
  while (!phrase.empty()) {
    const std::size_t end = std::min(phrase.find(' '), phrase.size());
    words.push_back(phrase.substr(0, end));
    phrase.remove_prefix(std::min(end + 1, phrase.size()));
  }
  return words;
}

}  // namespace

TEST_CASE("a recovery phrase") {
  SUBCASE("of zeros and ones is that of BIP 39") {
    CHECK(bip39_phrase(std::string(16, '\0')).ends_with("abandon abandon about"));
    CHECK(bip39_phrase(std::string(16, '\xff')).ends_with("zoo zoo zoo wrong"));
    CHECK(bip39_phrase(std::string(32, '\xff')).ends_with("zoo zoo zoo vote"));
  }
  SUBCASE("has its checksum") {
    for (const std::size_t size : {16, 20, 24, 28, 32}) {
      CAPTURE(size);
      std::string bytes;
      for (std::size_t i = 0; i < size; ++i) bytes += static_cast<char>(i * 37 + size);
      const std::string phrase = bip39_phrase(bytes);
      std::vector<std::string_view> words = split(phrase);
      CHECK(words.size() == size * 3 / 4);
      CHECK(has_bip39_checksum(words));
      words.back() = words.back() == "zoo" ? "abandon" : "zoo";
      CHECK_FALSE(has_bip39_checksum(words));
    }
  }
  SUBCASE("of other words has none") {
    CHECK_FALSE(
        has_bip39_checksum(split("zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo x")));
    CHECK_FALSE(has_bip39_checksum({}));
    CHECK_FALSE(has_bip39_checksum(split("zoo zoo")));
  }
}

}  // namespace leaksieve
