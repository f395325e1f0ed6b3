#include "scanner/report/formats.h"

#include <doctest/doctest.h>

#include <ostream>
#include <string>
#include <string_view>

#include "tests/support/sample_report.h"

using namespace leaksieve;

namespace {

/// What a reader of the report could piece a secret together from.
constexpr std::size_t kTellingBytes = 6;

/// Whether any kTellingBytes bytes in a row of `hidden` (all of it, if it is shorter)
/// are in `text`.
bool gives_away(std::string_view text, std::string_view hidden) {
  if (hidden.size() <= kTellingBytes) return text.find(hidden) != text.npos;
  for (std::size_t i = 0; i + kTellingBytes <= hidden.size(); ++i) {
    if (text.find(hidden.substr(i, kTellingBytes)) != text.npos) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("find_format") {
  for (const char* name : {"text", "json", "jsonl", "sarif", "junit", "csv", "github",
                           "markdown", "html", "gitlab", "gitlab-codequality"}) {
    CAPTURE(name);
    const Format* format = find_format(name);
    REQUIRE(format != nullptr);
    CHECK(format->name == name);
    CHECK(!format->summary.empty());
  }
  CHECK(formats().size() == 11);
  CHECK(formats().front().name == "text");
  CHECK(find_format("") == nullptr);
  CHECK(find_format("JSON") == nullptr);
  CHECK(find_format("pdf") == nullptr);
}

TEST_CASE("no format gives a redacted secret away") {
  for (const test::SampleReport& sample :
       {test::sample_report(), test::hostile_report()}) {
    for (const Format& format : formats()) {
      for (const bool flag : {false, true}) {
        CAPTURE(format.name);
        const std::string text =
            format.render(sample.report, {Secrets::redacted, flag, flag, false, 0});
        for (const test::Planted& planted : sample.planted) {
          if (!planted.line.empty()) CHECK(!gives_away(text, planted.line));
          if (planted.hidden.empty()) continue;
          CAPTURE(planted.secret);
          CHECK(!gives_away(text, planted.hidden));
        }
      }
    }
  }
}

TEST_CASE("every format shows secrets if asked") {
  test::SampleReport sample = test::sample_report();
  // As many as GitHub shows annotations.
  sample.report.findings.resize(10);
  sample.planted.resize(10);
  for (const Format& format : formats()) {
    CAPTURE(format.name);
    const std::string text =
        format.render(sample.report, {Secrets::shown, false, false, false, 0});
    for (const test::Planted& planted : sample.planted) {
      if (planted.hidden.empty()) continue;
      CHECK(gives_away(text, planted.hidden));
    }
  }
}

TEST_CASE("a format gives the same bytes for the same report") {
  const test::SampleReport first = test::sample_report();
  const test::SampleReport second = test::sample_report();
  for (const Format& format : formats()) {
    CAPTURE(format.name);
    CHECK(format.render(first.report, {}) == format.render(second.report, {}));
  }
}

TEST_CASE("no format lets bytes of a repository act on a terminal") {
  const test::SampleReport sample = test::hostile_report();
  for (const Format& format : formats()) {
    CAPTURE(format.name);
    const std::string text = format.render(sample.report, {});
    for (const char* part :
         {"\x1b", "\r", "\x7f", "\u202e", "\u2028", "\xc2\x9b", "\xff"}) {
      CAPTURE(part);
      CHECK(text.find(part) == text.npos);
    }
  }
}
