#include "scanner/scan/scan.h"

#include <doctest/doctest.h>

#include <ostream>
#include <random>

#include "scanner/report/formats.h"
#include "scanner/source/history/history_source.h"
#include "scanner/source/path_source.h"
#include "tests/support/detection.h"
#include "tests/support/temp_repo.h"

namespace leaksieve {

TEST_CASE("scan: the same report at any number of workers, packed or loose") {
  const std::uint32_t seed = 5;
  CAPTURE(seed);
  std::mt19937 random(seed);
  test::TempRepo repo;
  for (int i = 0; i < 12; ++i) {
    for (int file = 0; file < 12; ++file) {
      const std::string path =
          "d" + std::to_string(random() % 3) + "/f" + std::to_string(random() % 9);
      repo.write(path, "line\nkey = '" +
                           test::made_up("re_{alnum:8}_{alnum:24}", random() % 20) +
                           "'\n");
    }
    repo.commit("change " + std::to_string(i));
  }
  test::Detection detection;
  const git::Library library;
  const auto report = [&](unsigned workers) {
    const auto repository = git::Repository::open(library, {repo.path()});
    REQUIRE(repository);
    HistoryOptions options;
    options.max_bytes = 1 << 20;
    const auto source = make_history_source(*repository, options);
    REQUIRE(source);
    const Report out = scan(**source, detection.detector(), Policy{},
                            {"audit", "x", Reach::unknown, workers});
    CHECK(out.findings.size() >= 20);
    return find_format("json")->render(out, RenderOptions{});
  };
  const std::string one = report(1);
  CHECK(one == report(2));
  CHECK(one == report(8));
  repo.git("repack -adfq --depth=50");
  CHECK(one == report(2));
}

TEST_CASE("scan: what was not read makes the report incomplete") {
  test::Detection detection;
  const auto source = make_text_source("nothing", "a");
  const Report clean = scan(*source, detection.detector(), Policy{}, {"stdin", "a"});
  CHECK(clean.scan.complete);
  CHECK(clean.scan.blobs == 1);
  CHECK(clean.scan.bytes == 7);
  CHECK(clean.findings.empty());
}

TEST_CASE("scan: fingerprints tell the findings of one file apart") {
  test::Detection detection;
  const auto source =
      make_text_source(test::made_up("re_{alnum:8}_{alnum:24}", 1) + "\n" +
                           test::made_up("re_{alnum:8}_{alnum:24}", 2),
                       "a");
  const Report report = scan(*source, detection.detector(), Policy{}, {"stdin", "a"});
  REQUIRE(report.findings.size() == 2);
  CHECK(report.findings[0].fingerprint != report.findings[1].fingerprint);
  CHECK(report.failing == 2);
}

}  // namespace leaksieve
