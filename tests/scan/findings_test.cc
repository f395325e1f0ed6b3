#include "scanner/scan/findings.h"

#include <doctest/doctest.h>

#include <ostream>
#include <utility>

#include "tests/support/detection.h"

namespace leaksieve {
namespace {

// A source of texts in memory; an item of object id 1, 2, ... is the text of that
// number.
class FakeSource : public Source {
 public:
  FakeSource() : Source({}) {}
  void add(std::string path, std::string text, std::uint32_t change = kNone) {
    texts_.push_back(std::move(text));
    listing_.items.push_back(
        {id(texts_.size()), listing_.paths.add(path), kNone, change, Where::file});
  }
  // A text that is only part of the past; gives its id.
  ObjectId add_old(std::string text) {
    texts_.push_back(std::move(text));
    return id(texts_.size());
  }
  Listing& edit() { return listing_; }

  CommitInfo commit_info(const ObjectId&) const override {
    return {"Ada <a>", "today"};
  }
  std::unique_ptr<Reader> make_reader() const override {
    class FakeReader : public ItemReader {
     public:
      FakeReader(const Listing& listing, const std::vector<std::string>& texts)
          : ItemReader(listing), texts_(texts) {}
      Result<std::string_view> read(const Item& item) override {
        return read_blob(item.object);
      }
      Result<std::string_view> read_blob(const ObjectId& blob) override {
        const std::size_t number = blob.bytes[0];
        if (number == 0 || number > texts_.size())
          return Error{"the object is missing"};
        return std::string_view(texts_[number - 1]);
      }

     private:
      const std::vector<std::string>& texts_;
    };
    return std::make_unique<FakeReader>(listing_, texts_);
  }

  static ObjectId id(std::size_t number) {
    ObjectId out;
    out.bytes[0] = static_cast<std::uint8_t>(number);
    return out;
  }

 private:
  std::vector<std::string> texts_;
};

const std::string kKey = test::made_up("re_{alnum:8}_{alnum:24}");

}  // namespace

TEST_CASE("find_secrets gives a finding its place") {
  test::Detection detection;
  FakeSource source;
  source.add("a/settings.py", "x = 1\nkey = '" + kKey + "'\n");
  const Found found = find_secrets(source, detection.detector(), 1);
  REQUIRE(found.findings.size() == 1);
  const Finding& finding = found.findings[0];
  CHECK(finding.rule->id == "resend-api-key");
  CHECK(finding.path == "a/settings.py");
  CHECK(finding.region == Region{2, 8, 2, 44});
  CHECK(finding.blob == FakeSource::id(1));
  CHECK(finding.secret == SecretText(kKey));
  CHECK(found.blobs == 1);
}

TEST_CASE("find_secrets counts a blob once and names what cannot be read") {
  test::Detection detection;
  FakeSource source;
  source.add("a", "text");
  source.edit().items.push_back(source.listing().items[0]);
  source.edit().items.push_back({FakeSource::id(99), 0, kNone, kNone, Where::file});
  const Found found = find_secrets(source, detection.detector(), 1);
  CHECK(found.blobs == 1);
  CHECK(found.bytes == 4);
  REQUIRE(found.diagnostics.size() == 1);
  CHECK(found.diagnostics[0].incomplete);
  CHECK(found.diagnostics[0].what == "cannot read it: the object is missing");
}

TEST_CASE("find_secrets keeps what a change introduces") {
  test::Detection detection;
  FakeSource source;
  const ObjectId old = source.add_old("key = '" + kKey + "'  # old comment\n");

  SUBCASE("not what was at the path") {
    source.edit().changes.push_back({{old}, kNone});
    source.add("a", "key = '" + kKey + "'  # new comment\n", 0);
    CHECK(find_secrets(source, detection.detector(), 1).findings.empty());
  }
  SUBCASE("not what the change drops elsewhere") {
    source.edit().dropped.push_back({{"old/path", old}});
    source.edit().changes.push_back({{ObjectId{}}, 0});
    source.add("a", "key = '" + kKey + "'\n", 0);
    CHECK(find_secrets(source, detection.detector(), 1).findings.empty());
  }
  SUBCASE("what no parent has") {
    source.edit().changes.push_back({{ObjectId{}}, kNone});
    source.add("a", "key = '" + kKey + "'\n", 0);
    CHECK(find_secrets(source, detection.detector(), 1).findings.size() == 1);
  }
  SUBCASE("and reports rather too much if the past cannot be read") {
    source.edit().changes.push_back({{FakeSource::id(99)}, kNone});
    source.add("a", "key = '" + kKey + "'\n", 0);
    const Found found = find_secrets(source, detection.detector(), 1);
    CHECK(found.findings.size() == 1);
    CHECK(found.diagnostics.size() == 1);
  }
}

TEST_CASE(
    "find_secrets: a comment on the first or the last line covers a private key") {
  const std::string key = test::made_up(
      "-----BEGIN PRIVATE KEY-----{nl}MII{base64:61}{nl}{base64:64}{nl}{base64:40}{nl}"
      "-----END PRIVATE KEY-----");
  test::Detection detection;
  const InlinePolicy comments{true, "2026-11-24"};
  const auto passes = [&](const std::string& text) {
    FakeSource source;
    source.add("a", text);
    const Found found = find_secrets(source, detection.detector(), 1, comments);
    REQUIRE(found.findings.size() == 1);
    return found.findings[0].suppression.has_value();
  };
  CHECK_FALSE(passes(key));
  CHECK(passes("# leaksieve:allow -- a sample\n" + key));
  CHECK(passes(key + " # leaksieve:allow"));
  CHECK_FALSE(passes(key + "\n# leaksieve:allow"));
  CHECK_FALSE(passes("# leaksieve:allow resend-api-key\n" + key));
}

TEST_CASE("find_secrets: a comment does not hide that an environment file is there") {
  test::Detection detection;
  FakeSource source;
  source.add(".env", "# leaksieve:allow\nRESEND_API_KEY=" +
                         test::made_up("re_{alnum:8}_{alnum:24}") + "\n");
  const Found found =
      find_secrets(source, detection.detector(), 1, {true, "2026-11-24"});
  REQUIRE(found.findings.size() == 2);
  for (const Finding& finding : found.findings) {
    CHECK(finding.suppression.has_value() == (finding.rule->kind != Kind::env_file));
  }
}

}  // namespace leaksieve
