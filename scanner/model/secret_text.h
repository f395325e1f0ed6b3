#pragma once

#include <compare>
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <utility>

namespace leaksieve {

/// A secret. It has no formatter and no operator<<, so that printing or logging one
/// does not compile. The only way out is reveal(), which stands in report/redact.cc and
/// nowhere else (tests/layers_test.py holds that); what model/fingerprint.h gives of it
/// is hashed.
class SecretText {
 public:
  SecretText() = default;
  explicit SecretText(std::string text) : text_(std::move(text)) {}

  std::size_t size() const { return text_.size(); }  ///< bytes
  const std::string& reveal() const { return text_; }

  /// HMAC-SHA256 of `before` followed by the secret, hexadecimal.
  std::string keyed_hash(std::string_view key, std::string_view before) const;

  /// Whether the SHA-1 of the secret is `hash`, lower-case hexadecimal. Of a private
  /// key the words of its first line ("BEGIN ... KEY") do as well: that is what
  /// detect-secrets hashes.
  bool has_sha1(std::string_view hash) const;

  friend auto operator<=>(const SecretText&, const SecretText&) = default;

 private:
  std::string text_;
};

}  // namespace leaksieve
