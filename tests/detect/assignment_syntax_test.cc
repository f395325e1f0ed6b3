// Golden listings of assignments in each syntax: what is reported, and what is not. A
// fixture is a file of shapes (rules/shape.h) in which other braces stand as they are.
#include <doctest/doctest.h>

#include <cctype>
#include <fstream>
#include <iterator>
#include <ostream>
#include <string>

#include "scanner/base/ascii.h"
#include "scanner/text/region.h"
#include "tests/support/detection.h"
#include "tests/support/golden.h"

namespace leaksieve {
namespace {

// "{alnum:32}", "{lower:3-5}"
bool is_field(std::string_view text) {
  const std::size_t colon = text.find(':');
  const std::size_t close = text.find('}');
  if (colon == std::string_view::npos || close == std::string_view::npos ||
      colon > close || colon < 2 || close < colon + 2 ||
      std::isdigit(static_cast<unsigned char>(text[1])) != 0) {
    return false;
  }
  for (std::size_t i = 1; i < close; ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    if (i < colon ? std::isalnum(c) == 0
                  : i > colon && std::isdigit(c) == 0 && c != '-')
      return false;
  }
  return true;
}

std::string as_shape(std::string_view text) {
  std::string shape;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '{' && is_field(text.substr(i))) {
      const std::size_t close = text.find('}', i);
      shape += text.substr(i, close - i + 1);
      i = close;
    } else if (text[i] == '{') {
      shape += "{open}";
    } else if (text[i] == '}') {
      shape += "{close}";
    } else {
      shape += text[i];
    }
  }
  return shape;
}

// Every line of the fixture with what is said of it: "rule confidence severity", or
// "-"; what a reader does not see by default stands in brackets.
std::string listing(test::Detection& detection, std::string_view fixture) {
  std::string_view lines = fixture;
  std::string_view path = take_line(lines);
  path.remove_prefix(std::string_view("path: ").size());
  const std::string text = test::made_up(as_shape(lines));
  const auto found = detection.candidates(text, path);
  std::string out(path);
  out += '\n';
  for (std::uint64_t line = 1; !lines.empty(); ++line) {
    const std::string_view shape = take_line(lines);
    std::string said;
    for (const Candidate& candidate : found) {
      if (candidate.secret.size() == 0 ||
          region_of(text, candidate.secret).line != line) {
        continue;
      }
      std::string one(detection.detector().rule(candidate.rule).id);
      one += ' ';
      one += name_of(candidate.confidence);
      one += ' ';
      one += name_of(candidate.severity);
      if (candidate.confidence == Confidence::low) one = "[" + one + "]";
      said += said.empty() ? one : ", " + one;
    }
    if (said.empty()) said = "-";
    said.resize(std::max<std::size_t>(said.size(), 36), ' ');
    out += said + " | " + std::string(shape) + "\n";
  }
  return out;
}

}  // namespace

TEST_CASE("assignments: what is found and what is not, in each syntax") {
  test::Detection detection;
  for (const std::string_view name :
       {"python",     "typescript",   "dotenv",      "yaml",   "compose",
        "kubernetes", "shell",        "dockerfile",  "json",   "settings",
        "toml",       "xml",          "terraform",   "go",     "java",
        "scripts",    "sql",          "workflow",    "places", "translation",
        "pgpass",     "htpasswd",     "netrc",       "npmrc",  "pypirc",
        "wp-config",  "database-yml", "cloud-files", "joined", "continued"}) {
    CAPTURE(name);
    std::ifstream file(std::string(LEAKSIEVE_SOURCE_DIR "/fixtures/assignments/")
                           .append(name)
                           .append(".shape"),
                       std::ios::binary);
    REQUIRE(file);
    const std::string fixture{std::istreambuf_iterator<char>(file), {}};
    const std::string wrong =
        test::golden_mismatch(std::string("assignments/").append(name).append(".txt"),
                              listing(detection, fixture));
    CHECK_MESSAGE(wrong.empty(), wrong);
  }
}

}  // namespace leaksieve
