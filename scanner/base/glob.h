#pragma once

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "scanner/base/result.h"

namespace leaksieve {

/// A path pattern as in .gitignore, for `--exclude GLOB` and its like.
///
///     *.min.js        that basename at any depth (a pattern without a slash)
///     /TODO.md        at the root only
///     docs/*.md       a pattern with a slash starts at the root; * stays in a
///     directory docs/**/*.md    ** as a whole component: any number of directories,
///     also none build/          a directory and everything below it, never a file of
///     that name ? [a-z] [!a-z] [[:digit:]] \*    one byte but '/'; sets of bytes; an
///     escape
///
/// A path also matches if one of its parent directories does. As in git, ** that is
/// only part of a component means *. There is no negation: a leading ! is an Error, \!
/// is not. Letters are compared as bytes, case counts. Source:
/// https://git-scm.com/docs/gitignore, "Pattern format".
class Glob {
 public:
  /// An Error says what is wrong with the pattern: empty, longer than 4096 bytes, a
  /// leading !, a [ without ], an unknown [:class:], a \ at the end, or a component
  /// that no path has (empty, "." or ".." after an initial "./", which is dropped).
  static Result<Glob> parse(std::string_view pattern);

  /// `path` is relative to the root, with '/' between components, and a file's, unless
  /// it ends in '/'. Takes at most time proportional to the product of the two lengths;
  /// allocates nothing.
  bool matches(std::string_view path) const;

 private:
  struct Token {
    enum class Kind : std::uint8_t { byte, any, star, set };
    Kind kind = Kind::byte;
    char byte = 0;          ///< Kind::byte
    std::uint16_t set = 0;  ///< Kind::set: index into sets_
  };
  struct Component {
    std::uint32_t begin = 0;  ///< tokens_[begin, end)
    std::uint32_t end = 0;
    bool any_depth = false;  ///< "**"
  };

  /// Gives the last components their meaning. `directory`: the pattern ended in '/'.
  void close(bool directory);
  Result<void> add_component(std::string_view text);
  Result<std::size_t> add_set(std::string_view text);
  bool component_matches(const Component& component, std::string_view name) const;
  bool token_matches(const Token& token, char byte) const;

  std::vector<Token> tokens_;
  std::vector<Component> components_;
  std::vector<std::bitset<256>> sets_;
  bool below_only_ =
      false;  ///< a trailing "/" or "/**": the path itself must be deeper
};

}  // namespace leaksieve
