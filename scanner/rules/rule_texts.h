#pragma once

#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace leaksieve {

/// Owns what rules borrow. Moving it leaves everything that it gave valid.
class RuleTexts {
 public:
  RuleTexts() = default;
  RuleTexts(RuleTexts&&) = default;
  RuleTexts& operator=(RuleTexts&&) = default;

  std::string_view keep(std::string text) {
    return strings_.emplace_back(std::move(text));
  }
  std::span<const std::string_view> keep(std::vector<std::string> texts) {
    std::vector<std::string_view> list;
    for (std::string& text : texts) list.push_back(keep(std::move(text)));
    return keep(std::move(list));
  }
  /// The views must live as long as this object.
  std::span<const std::string_view> keep(std::vector<std::string_view> list) {
    return lists_.emplace_back(std::move(list));
  }

 private:
  std::deque<std::string> strings_;
  std::deque<std::vector<std::string_view>> lists_;
};

}  // namespace leaksieve
