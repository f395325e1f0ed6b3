#include "scanner/base/parallel.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <system_error>
#include <thread>
#include <vector>

namespace leaksieve {
namespace {

/// The runs that are still to be done, and the first thing that went wrong.
struct Runs {
  std::size_t count = 0;
  std::size_t chunk = 1;
  std::size_t total = 0;  ///< how many runs
  std::atomic<std::size_t> next{0};
  std::atomic<bool> stopped{false};
  std::mutex mutex;
  std::exception_ptr failure;  ///< guarded by `mutex`

  void work(unsigned worker, const ChunkTask& task) noexcept {
    while (!stopped.load(std::memory_order_relaxed)) {
      const std::size_t run = next.fetch_add(1, std::memory_order_relaxed);
      if (run >= total) return;
      const std::size_t begin = run * chunk;
      try {
        task(worker, begin, begin + std::min(chunk, count - begin));
      } catch (...) {
        stopped = true;
        const std::lock_guard lock(mutex);
        if (!failure) failure = std::current_exception();
      }
    }
  }
};

}  // namespace

void parallel_for(std::size_t count, unsigned workers, std::size_t chunk,
                  const ChunkTask& task) {
  if (count == 0) return;
  Runs runs;
  runs.count = count;
  runs.chunk = std::max<std::size_t>(chunk, 1);
  runs.total = count / runs.chunk + (count % runs.chunk != 0 ? 1 : 0);

  const std::size_t wanted = std::min<std::size_t>(workers, runs.total);
  std::vector<std::thread> threads;
  if (wanted > 1) threads.reserve(wanted - 1);
  try {
    while (threads.size() + 1 < wanted) {
      const auto worker = static_cast<unsigned>(threads.size() + 1);
      threads.emplace_back([&runs, &task, worker] { runs.work(worker, task); });
    }
  } catch (const std::system_error&) {
    // No more threads to be had: those that exist do the work.
  }
  runs.work(0, task);
  for (std::thread& thread : threads) thread.join();
  if (runs.failure) std::rethrow_exception(runs.failure);
}

}  // namespace leaksieve
