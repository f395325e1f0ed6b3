#include "scanner/scan/origins.h"

#include <doctest/doctest.h>

#include <ostream>

namespace leaksieve {
namespace {

ObjectId id(std::uint8_t number) {
  ObjectId out;
  out.bytes[0] = number;
  return out;
}

// A history that answers what it is told.
class ToldSource : public Source {
 public:
  ToldSource() : Source({}) {}
  std::unique_ptr<Reader> make_reader() const override { return nullptr; }
  CommitInfo commit_info(const ObjectId& commit) const override {
    const std::int64_t day = commit.bytes[0];
    return {"Ada", "day " + std::to_string(day), day * 86400};
  }
  std::vector<std::vector<Origin>> attribute(const std::vector<Holding>& holdings,
                                             std::uint32_t secrets) const override {
    asked = holdings;
    auto out = origins;
    out.resize(secrets);
    return out;
  }

  std::vector<std::vector<Origin>> origins;
  mutable std::vector<Holding> asked;
};

const Rule kRule{.id = "rule"};

Finding finding(const std::string& path, std::uint8_t blob, const std::string& secret,
                std::uint64_t line) {
  Finding out;
  out.rule = &kRule;
  out.path = path;
  out.blob = id(blob);
  out.secret = SecretText(secret);
  out.region.line = line;
  return out;
}

}  // namespace

TEST_CASE("at_origins leaves the version with which a secret came") {
  ToldSource source;
  source.origins = {{Origin{"new/path", id(2), id(10), id(30), false, {"refs/x"}}}};
  const auto out = at_origins(source, {100 * 86400, 90},
                              {finding("a", 1, "s", 5), finding("a", 2, "s", 7),
                               finding("a", 2, "s", 9), finding("b", 2, "s", 7)});
  REQUIRE(source.asked.size() == 2);
  CHECK(source.asked[1].count == 2);  // under two names, but twice
  REQUIRE(out.size() == 2);
  CHECK(out[0].path == "new/path");
  CHECK(out[0].region.line == 7);
  CHECK(out[1].region.line == 9);
  CHECK(out[0].commit == id(10));
  CHECK(out[0].author == "Ada");
  REQUIRE(out[0].exposure);
  CHECK(out[0].exposure->since == "day 10");
  CHECK(out[0].exposure->until == "day 30");
  CHECK(out[0].exposure->days == 90);
  CHECK_FALSE(out[0].exposure->overdue);
  CHECK(out[0].exposure->rotate_by == "1970-04-11");
  CHECK(at_origins(source, {101 * 86400, 90}, {finding("a", 2, "s", 7)})
            .at(0)
            .exposure->overdue);
}

TEST_CASE("at_origins keeps what no commit holds") {
  const ToldSource source;
  Finding message = finding("", 0, "s", 1);
  message.where = Where::commit_message;
  Finding tagged = finding("", 4, "s", 1);
  tagged.where = Where::tagged_blob;
  const auto out = at_origins(source, {}, {message, tagged, finding("f", 5, "s", 1)});
  CHECK(out.size() == 3);
  CHECK_FALSE(out[0].exposure);
}

TEST_CASE("at_origins knows a file that is the finding by its name") {
  ToldSource source;
  source.origins = {{Origin{".env", id(1), id(10), {}, true, {}},
                     Origin{"notes", id(1), id(11), {}, true, {}}}};
  const auto out = at_origins(source, {}, {finding(".env", 1, "", 0)});
  REQUIRE(out.size() == 1);
  CHECK(out[0].path == ".env");
}

}  // namespace leaksieve
