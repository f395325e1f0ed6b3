#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

namespace leaksieve {

/// Which name and mail a person goes by today, as .mailmap says. Lines that are none
/// are passed over; of two about one person the later wins.
///
/// Source: https://git-scm.com/docs/gitmailmap.
class Mailmap {
 public:
  Mailmap() = default;
  static Mailmap parse(std::string_view text);

  /// `person` is "Name <mail>", as commits have it, and so is the answer; what has no
  /// mail, or is not in the map, comes back as it is. Letters of ASCII are compared
  /// without their case.
  std::string resolve(std::string_view person) const;

 private:
  struct Today {
    std::string name;  ///< empty: as it was
    std::string mail;
  };

  void add_line(std::string_view line);

  // By the mail in lower case; for a line that gives the name in the commit as well, by
  // mail, NUL, name.
  std::unordered_map<std::string, Today> people_;
};

}  // namespace leaksieve
