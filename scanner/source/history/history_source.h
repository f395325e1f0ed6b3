#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string_view>

#include "scanner/base/result.h"
#include "scanner/source/git.h"
#include "scanner/source/source.h"

namespace leaksieve {

/// How the objects of a history are read.
enum class Engine {
  forest,   ///< packs along their deltas, each base once; the rest through libgit2
  libgit2,  ///< everything through libgit2, one by one: slow, the oracle of tests
};

struct HistoryOptions {
  std::uint64_t max_bytes = 0;
  /// Objects that no ref reaches as well.
  bool all_objects = false;
  /// Whether the ids of all objects in packs are computed again.
  bool verify_objects = false;
  /// Whether files of this name are told apart by their path, even with equal content
  /// (".env" beside ".env.example").
  std::function<bool(std::string_view name)> names_matter;
  Engine engine = Engine::forest;
  /// Whether code counts as running that only older commits have.
  bool old_code_may_run = false;
  unsigned workers = 1;
  /// Bytes for what is rebuilt from packs, all readers together.
  std::uint64_t memory = std::uint64_t{1} << 30;
};

/// Every blob that HEAD or any ref reaches (branches, tags, notes, the stash with its
/// older entries, refs/pull/...), each distinct blob once, at one path and in one
/// commit that has it, until attribute() tells where a secret came from; and the
/// messages of commits and annotated tags.
Result<std::unique_ptr<Source>> make_history_source(const git::Repository& repository,
                                                    const HistoryOptions& options);

}  // namespace leaksieve
