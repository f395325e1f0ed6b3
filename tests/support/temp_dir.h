#pragma once

#include <cstdlib>
#include <filesystem>
#include <string>

namespace leaksieve::test {

/// An empty directory of its own, removed with all it holds at the end of its life.
class TempDir {
 public:
  TempDir() {
    path_ = (std::filesystem::temp_directory_path() / "leaksieve-XXXXXX").string();
    if (::mkdtemp(path_.data()) == nullptr) std::abort();
  }
  TempDir(const TempDir&) = delete;
  TempDir& operator=(const TempDir&) = delete;
  ~TempDir() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }

  const std::string& path() const { return path_; }
  /// The path of `name` in it.
  std::string operator/(const std::string& name) const { return path_ + "/" + name; }

 private:
  std::string path_;
};

}  // namespace leaksieve::test
