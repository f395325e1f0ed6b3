// Reading only what is new in each version of a file gives what reading all of it
// gives: any history, packed in any way, with any number of workers.
#include <doctest/doctest.h>

#include <cstdlib>
#include <ostream>

#include "scanner/report/formats.h"
#include "scanner/scan/scan.h"
#include "scanner/source/history/history_source.h"
#include "tests/support/detection.h"
#include "tests/support/random_repo.h"

namespace leaksieve {
namespace {

std::string audited(const std::string& path, const Detector& detector,
                    const HistoryOptions& options) {
  const git::Library library;
  const auto repository = git::Repository::open(library, {path});
  REQUIRE(repository);
  const auto source = make_history_source(*repository, options);
  REQUIRE(source);
  Policy policy;
  policy.min_confidence = Confidence::low;
  ScanOptions scan_options;
  scan_options.mode = "audit";
  scan_options.workers = options.workers;
  return find_format("json")->render(scan(**source, detector, policy, scan_options),
                                     RenderOptions{});
}

// LEAKSIEVE_ROUNDS asks for more of them.
std::uint64_t rounds(std::uint64_t usual) {
  const char* asked = std::getenv("LEAKSIEVE_ROUNDS");
  return asked != nullptr ? std::strtoull(asked, nullptr, 10) : usual;
}

}  // namespace

TEST_CASE("New text alone gives what every version whole gives") {
  test::Detection detection;
  std::size_t findings = 0;
  for (std::uint64_t seed = 1; seed <= rounds(12); ++seed) {
    CAPTURE(seed);
    test::RandomRepo random(
        seed, {.lines = seed % 2 == 0 ? 60 : 400, .secret_in = seed % 3 == 0 ? 30 : 1});
    HistoryOptions whole;
    whole.max_bytes = 1 << 20;
    whole.engine = Engine::libgit2;
    whole.names_matter = &Detector::names_matter;
    const std::string expected = audited(random.path(), detection.detector(), whole);
    for (std::size_t at = expected.find("\"rule\""); at != std::string::npos;
         at = expected.find("\"rule\"", at + 1)) {
      ++findings;
    }
    HistoryOptions forest = whole;
    forest.engine = Engine::forest;
    for (const unsigned workers : {1U, 2U, 8U}) {
      CAPTURE(workers);
      random.repack();
      forest.workers = workers;
      // So little that bases are dropped and made again.
      forest.memory = workers == 2 ? 1000 : std::uint64_t{1} << 30;
      CHECK(audited(random.path(), detection.detector(), forest) == expected);
    }
  }
  // The histories hold something, or the comparison says nothing.
  CHECK(findings > 100);
}

}  // namespace leaksieve
