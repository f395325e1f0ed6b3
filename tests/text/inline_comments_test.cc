#include "scanner/text/inline_comments.h"

#include <doctest/doctest.h>

#include <ostream>
#include <string>
#include <vector>

namespace leaksieve {
namespace {

// The markers, with lines, that cover the first `what` in `text`.
std::string covering(std::string_view text, std::string_view what = "SECRET") {
  const std::size_t at = text.find(what);
  REQUIRE(at != std::string_view::npos);
  std::string out;
  InlineComments comments(text);
  for (const InlineComment& comment : comments.covering({at, at + what.size()})) {
    if (!out.empty()) out += ' ';
    out += comment.marker + "@" + std::to_string(comment.line);
  }
  return out;
}

}  // namespace

TEST_CASE("InlineComments: the line itself") {
  CHECK(covering("a\nk = SECRET # leaksieve:allow\n") == "leaksieve:allow@2");
  CHECK(covering("k = SECRET\n# gitleaks:allow\n").empty());
  CHECK(covering("k = SECRET\nx # leaksieve:allow") == "");
}

TEST_CASE("InlineComments: the line above, if the comment is alone there") {
  CHECK(covering("  # leaksieve:allow\nk = SECRET") == "leaksieve:allow@1");
  CHECK(covering("j = 1 # leaksieve:allow\nk = SECRET").empty());
  CHECK(covering("# leaksieve:allow\n\nk = SECRET").empty());
  CHECK(covering("# gitleaks:allow\nk = SECRET").empty());
  CHECK(covering("# kingfisher:ignore\nk = SECRET") == "kingfisher:ignore@1");
  CHECK(covering("# pragma: allowlist nextline secret\nk = SECRET") ==
        "pragma: allowlist nextline secret@1");
  CHECK(covering("k = SECRET # pragma: allowlist nextline secret").empty());
}

TEST_CASE("InlineComments: the first and the last line of what has several") {
  const std::string_view key = "BEGIN\nmiddle\nEND";
  CHECK(covering("k = BEGIN\nmiddle\nEND # leaksieve:allow", key) ==
        "leaksieve:allow@3");
  CHECK(covering("# leaksieve:allow\nBEGIN\nmiddle\nEND", key) == "leaksieve:allow@1");
  CHECK(covering("BEGIN\nmiddle\nEND\n# kingfisher:ignore", key) ==
        "kingfisher:ignore@4");
  CHECK(covering("BEGIN\nmiddle\nEND\n# leaksieve:allow", key).empty());
  CHECK(covering("BEGIN gitleaks:allow END", "BEGIN gitleaks:allow END").empty());
}

TEST_CASE("InlineComments: secretlint's blocks") {
  CHECK(covering("// secretlint-disable\na\nSECRET") == "secretlint-disable@1");
  CHECK(covering("// secretlint-disable\n// secretlint-enable\nSECRET").empty());
  CHECK(covering("SECRET // secretlint-disable").empty());
  CHECK(covering("// secretlint-disable secretlint-rule-a\n"
                 "// secretlint-enable secretlint-rule-b\nSECRET") ==
        "secretlint-disable@1");
}

TEST_CASE("InlineComments: spans in any order, and one long line, cost little") {
  std::string text;
  for (int i = 0; i < 200'000; ++i) text += "SECRET ";
  text += "# leaksieve:allow";
  InlineComments comments(text);
  std::size_t found = 0;
  for (std::size_t at = text.size() - 30; at > 100; at -= 11) {
    found += comments.covering({at, at + 6}).size();
  }
  CHECK(found > 100'000);
}

TEST_CASE("InlineComments: a comment above each of many lines costs one pass") {
  std::string text;
  std::vector<ByteSpan> spans;
  for (int i = 0; i < 50'000; ++i) {
    text += "# leaksieve:allow\n";
    spans.push_back({text.size(), text.size() + 6});
    text += "SECRET and something behind it\n";
  }
  InlineComments comments(text);
  std::uint64_t line = 1;
  for (const ByteSpan& span : spans) {
    const auto found = comments.covering(span);
    REQUIRE(found.size() == 1);
    REQUIRE(found[0].line == line);
    line += 2;
  }
}

}  // namespace leaksieve
