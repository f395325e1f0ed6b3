#include "scanner/base/parallel.h"

#include <doctest/doctest.h>

#include <atomic>
#include <cstddef>
#include <limits>
#include <mutex>
#include <set>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

using leaksieve::parallel_for;

TEST_CASE("parallel_for") {
  SUBCASE("gives out every item once") {
    for (const std::size_t count : {0U, 1U, 2U, 7U, 64U, 1000U}) {
      for (const unsigned workers : {0U, 1U, 2U, 8U}) {
        for (const std::size_t chunk : {0U, 1U, 3U, 64U, 5000U}) {
          CAPTURE(count);
          CAPTURE(workers);
          CAPTURE(chunk);
          std::vector<std::atomic<int>> seen(count);
          std::atomic<bool> lawful{true};
          parallel_for(count, workers, chunk,
                       [&](unsigned worker, std::size_t begin, std::size_t end) {
                         if (begin >= end || end > count) lawful = false;
                         if (worker >= std::max(workers, 1U)) lawful = false;
                         if (end - begin > std::max<std::size_t>(chunk, 1))
                           lawful = false;
                         for (std::size_t i = begin; i < end; ++i) ++seen[i];
                       });
          CHECK(lawful);
          bool once = true;
          for (const auto& times : seen) once = once && times == 1;
          CHECK(once);
        }
      }
    }
  }

  SUBCASE("one worker is the calling thread, in order") {
    const std::thread::id caller = std::this_thread::get_id();
    std::vector<std::size_t> begins;
    parallel_for(10, 1, 4, [&](unsigned worker, std::size_t begin, std::size_t) {
      CHECK(worker == 0);
      CHECK(std::this_thread::get_id() == caller);
      begins.push_back(begin);
    });
    CHECK(begins == std::vector<std::size_t>{0, 4, 8});
  }

  SUBCASE("a chunk near the largest number does not wrap") {
    std::atomic<std::size_t> items{0};
    parallel_for(
        100, 4, std::numeric_limits<std::size_t>::max(),
        [&](unsigned, std::size_t begin, std::size_t end) { items += end - begin; });
    CHECK(items == 100);
  }

  SUBCASE("the first exception comes out, and no new run is begun after it") {
    for (const unsigned workers : {1U, 4U}) {
      CAPTURE(workers);
      std::atomic<int> begun{0};
      std::string what;
      try {
        parallel_for(100000, workers, 1, [&](unsigned, std::size_t, std::size_t) {
          ++begun;
          throw std::runtime_error("stop");
        });
      } catch (const std::runtime_error& error) {
        what = error.what();
      }
      CHECK(what == "stop");
      CHECK(begun <= static_cast<int>(workers));
    }
  }

  SUBCASE("two runs that wait for each other are on two threads") {
    std::atomic<int> arrived{0};
    std::mutex mutex;
    std::set<unsigned> workers_seen;
    parallel_for(2, 2, 1, [&](unsigned worker, std::size_t, std::size_t) {
      ++arrived;
      while (arrived < 2) std::this_thread::yield();
      const std::lock_guard lock(mutex);
      workers_seen.insert(worker);
    });
    CHECK(workers_seen == std::set<unsigned>{0, 1});
  }
}
