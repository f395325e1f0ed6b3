#pragma once

#include <atomic>
#include <cstdint>

namespace leaksieve {

/// How far a scan has got, for whoever watches it from another thread. The numbers only
/// rise, and are not of one moment.
struct Tally {
  enum class Phase {
    listing,  ///< finding out what there is to read
    reading,  ///< looking at the texts
    tracing,  ///< following what was found through the history
  };
  std::atomic<Phase> phase{Phase::listing};
  std::atomic<std::uint64_t> all_runs{0};  ///< of about equal work, in a pack
  std::atomic<std::uint64_t> runs{0};      ///< done
  std::atomic<std::uint64_t> all_items{0};
  std::atomic<std::uint64_t> items{0};     ///< done
  std::atomic<std::uint64_t> bytes{0};     ///< of distinct texts, expanded
  std::atomic<std::uint64_t> findings{0};  ///< of every version of a file
};

}  // namespace leaksieve
