#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>

namespace leaksieve {

/// Names of files and folders by number, each kept once: a history has millions of tree
/// entries and few names.
class NameTable {
 public:
  std::uint32_t add(std::string_view name) {
    const auto found = numbers_.find(name);
    if (found != numbers_.end()) return found->second;
    const auto number = static_cast<std::uint32_t>(names_.size());
    names_.emplace_back(name);
    numbers_.emplace(names_.back(), number);
    return number;
  }
  /// Lives as long as the table.
  std::string_view operator[](std::uint32_t number) const { return names_[number]; }
  std::uint32_t size() const { return static_cast<std::uint32_t>(names_.size()); }

 private:
  std::deque<std::string> names_;  // never move: the keys borrow from them
  std::unordered_map<std::string_view, std::uint32_t> numbers_;
};

}  // namespace leaksieve
