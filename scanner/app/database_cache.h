#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace leaksieve {

/// Compiled databases of users' rules, kept between runs. Hyperscan trusts the bytes
/// that it loads, so only a file counts that nobody but this user can have written: in
/// a folder of his with mode 0700, a regular file of his that no other may write to,
/// whole by its own SHA-256. All else is as if it were not there; nothing here fails.
class DatabaseCache {
 public:
  /// `folder` is made when something is kept; empty: nothing is kept.
  explicit DatabaseCache(std::string folder) : folder_(std::move(folder)) {}

  /// $XDG_CACHE_HOME/leaksieve, or $HOME/.cache/leaksieve; paths that do not begin with
  /// "/" do not count.
  static DatabaseCache of_user();

  /// `key` is a text of any length that says all that the value depends on.
  std::optional<std::string> find(std::string_view key) const;

  /// By rename, mode 0600. At most 64 files are kept: the next one clears the folder.
  void keep(std::string_view key, std::string_view value) const;

 private:
  bool folder_is_safe() const;
  std::string file_of(std::string_view key) const;

  std::string folder_;
};

}  // namespace leaksieve
