#pragma once

#include <string>

#include "tests/support/temp_dir.h"

namespace leaksieve::test {

/// A real repository in a folder of its own, with fixed names and dates, made by git.
/// What git refuses fails the test.
class TempRepo {
 public:
  TempRepo();

  const std::string& path() const { return path_; }

  /// Writes a file of the working tree, with the folders that it needs.
  void write(const std::string& file, const std::string& content) const;

  /// Runs `git ARGS` in the repository through the shell; gives what it printed,
  /// without the last newline.
  std::string git(const std::string& arguments) const;

  /// Adds everything and commits it; gives the id. The clock goes on a minute each
  /// time.
  std::string commit(const std::string& message = "change");

  /// The same, with one file written before.
  std::string commit(const std::string& file, const std::string& content,
                     const std::string& message);

 private:
  TempDir dir_;
  std::string path_;
  int clock_ = 0;
};

}  // namespace leaksieve::test
