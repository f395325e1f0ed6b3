#include "scanner/app/progress.h"

#include <doctest/doctest.h>

#include <ostream>

using namespace leaksieve;

TEST_CASE("the progress line says what is done, how fast, how long it will take") {
  Tally tally;
  CHECK(progress_line(tally, 3, 0) == "finding out what there is to read, 3 s");

  tally.phase = Tally::Phase::reading;
  tally.all_items = 1'251'658;
  tally.all_runs = 40;
  CHECK(progress_line(tally, 3, 0) == "0 of 1,251,658 objects, 0 MB, 0 matches so far");

  tally.items = 112'000;
  tally.runs = 10;
  tally.bytes = 2'310'400'000;
  tally.findings = 1'000;
  CHECK(progress_line(tally, 9, 7) ==
        "112,000 of 1,251,658 objects, 2,310 MB, 330 MB/s, 21 s left, 1,000 matches "
        "so far");
  CHECK(progress_line(tally, 900, 700).find("35 min left") != std::string::npos);

  tally.phase = Tally::Phase::tracing;
  CHECK(progress_line(tally, 12, 9) ==
        "following 1,000 matches through the history, 12 s");
}

TEST_CASE("progress that nobody wants, or that ends at once, draws nothing") {
  Tally tally;
  Progress unwanted(tally, false);
  unwanted.stop();
  Progress wanted(tally, true);
  wanted.stop();
  wanted.stop();
}
