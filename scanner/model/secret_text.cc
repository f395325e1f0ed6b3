#include "scanner/model/secret_text.h"

#include "scanner/base/hash.h"

namespace leaksieve {

std::string SecretText::keyed_hash(std::string_view key,
                                   std::string_view before) const {
  return hex(hmac_sha256(key, std::string(before) + text_));
}

bool SecretText::has_sha1(std::string_view hash) const {
  if (hex(sha1(text_)) == hash) return true;
  constexpr std::string_view kDashes = "-----";
  const std::string_view text = text_;
  const std::size_t begin = text.find("-----BEGIN ");
  if (begin == std::string_view::npos) return false;
  const std::string_view words = text.substr(begin + kDashes.size());
  return hex(sha1(words.substr(0, words.find(kDashes)))) == hash;
}

}  // namespace leaksieve
