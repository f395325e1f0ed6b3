#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "tests/support/temp_repo.h"

namespace leaksieve::test {

/// A made-up history: files that are edited, copied, moved, deleted and merged, with
/// secrets put in, cut in two, split over lines, moved and taken out again. The same
/// seed gives the same repository. Written through `git fast-import`, so that thousands
/// can be made.
class RandomRepo {
 public:
  struct Shape {
    int commits = 30;
    int files = 6;
    int lines = 60;     ///< of a file, about
    int secret_in = 1;  ///< one in so many edits may bring a secret
  };

  RandomRepo(std::uint64_t seed, const Shape& shape);

  const TempRepo& repo() const { return repo_; }
  const std::string& path() const { return repo_.path(); }

  /// Packs everything anew, another way each time: depth, window, several packs, none.
  void repack();

 private:
  struct State;

  std::mt19937_64 random_;
  TempRepo repo_;
};

}  // namespace leaksieve::test
