#pragma once

#include <cstddef>
#include <functional>

namespace leaksieve {

/// What one worker does with a run of items: [begin, end), never empty. `worker` is a
/// number below the count of workers, so that each can have its own scratch.
using ChunkTask =
    std::function<void(unsigned worker, std::size_t begin, std::size_t end)>;

/// Calls `task` for runs that together cover [0, count) once each, and returns when all
/// are done. The workers take runs of `chunk` items (the last may be shorter) from a
/// common counter, in rising order; which worker gets which is chance.
///
/// The calling thread is worker 0, so with `workers` of 0 or 1 no thread is made, and
/// with fewer runs than workers only as many threads as are needed. If the system
/// refuses a thread the work is done by those that exist. A `chunk` of 0 counts as 1.
///
/// An exception that leaves `task` stops the handing out of runs; when every worker has
/// stopped, the first one is thrown again here.
void parallel_for(std::size_t count, unsigned workers, std::size_t chunk,
                  const ChunkTask& task);

}  // namespace leaksieve
