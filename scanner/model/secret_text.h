#pragma once

#include <compare>
#include <cstddef>
#include <functional>
#include <string>
#include <utility>

namespace leaksieve {

/// A secret. It has no formatter and no operator<<, so that printing or logging one
/// does not compile. The only way out is reveal(), which stands in report/redact.cc and
/// nowhere else (tests/layers_test.py holds that).
class SecretText {
 public:
  SecretText() = default;
  explicit SecretText(std::string text) : text_(std::move(text)) {}

  std::size_t size() const { return text_.size(); }  ///< bytes
  const std::string& reveal() const { return text_; }

  friend auto operator<=>(const SecretText&, const SecretText&) = default;

 private:
  std::string text_;
};

}  // namespace leaksieve
