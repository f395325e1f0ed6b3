#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "scanner/base/glob.h"

namespace leaksieve {

/// Who owns which paths, as a file CODEOWNERS says. The last line that matches a path
/// wins; one without owners takes the path from everybody. Lines that cannot be
/// understood are passed over.
///
/// GitHub and GitLab read the same file in two ways. GitLab's has sections, of each of
/// which the last matching line counts (with the section's own owners, if the line
/// names none), a leading "!" that takes paths out of a section, and takes a path that
/// does not begin with a slash at any depth. GitHub knows none of these, nor sets of
/// letters in brackets, and takes a path with a slash inside from the root.
///
/// Source: https://docs.github.com "About code owners"; https://docs.gitlab.com/user/
/// project/codeowners/reference/.
class CodeOwners {
 public:
  CodeOwners() = default;

  enum class Dialect { github, gitlab };
  static CodeOwners parse(std::string_view text, Dialect dialect);

  /// GitLab's if it has the head of a section, else GitHub's.
  static Dialect guess_dialect(std::string_view text);

  /// "@org/team person@example.org", each once, in the order of the sections; empty if
  /// nobody owns `path`.
  std::string owners_of(std::string_view path) const;

 private:
  struct Line {
    Glob pattern;
    bool direct_only = false;  ///< "docs/*": not what lies in folders of docs
    std::size_t depth = 0;     ///< for direct_only: slashes in a path that matches
    bool excluded = false;     ///< began with "!"
    std::vector<std::string> owners;
  };
  struct Section {
    std::vector<std::string> owners;  ///< of lines that name none
    std::vector<Line> lines;
  };

  void add_line(std::string_view text, Dialect dialect, std::size_t& section);
  std::size_t section_named(std::string_view name);
  static bool matches(const Line& line, std::string_view path);
  static const std::vector<std::string>* owners_in(const Section& section,
                                                   std::string_view path);

  std::vector<Section> sections_;  ///< the first: the lines before the first head
  std::unordered_map<std::string, std::size_t>
      section_numbers_;  ///< by name, lower case
};

}  // namespace leaksieve
