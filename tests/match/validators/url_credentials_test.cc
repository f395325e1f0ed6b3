#include "scanner/match/validators/url_credentials.h"

#include <doctest/doctest.h>

#include <ostream>
#include <string>

#include "tests/match/validators/support.h"

namespace leaksieve {

namespace {

Verdict of(const std::string& text) {
  const std::uint64_t begin = text.find_first_of("abcdefghijklmnopqrstuvwxyz");
  const ByteSpan span{begin, text.size()};
  return check_url_credentials({text, span, span});
}

std::string password_of(const std::string& text) {
  const Verdict verdict = of(text);
  return verdict.accept ? std::string(bytes_of(text, *verdict.secret)) : "none";
}

std::string match_of(const std::string& text) {
  const Verdict verdict = of(text);
  return verdict.accept ? std::string(bytes_of(text, *verdict.match)) : "none";
}

}  // namespace

TEST_CASE("the password of a URL") {
  struct Row {
    std::string_view text;
    std::string_view password;
  };
  const Row rows[] = {
      {"postgres://shop:k9Qz7vLm\100db.shop.net/x", "k9Qz7vLm"},
      {"redis://:k9Qz7vLm\100db.shop.net:6379/0", "k9Qz7vLm"},
      {"postgres://shop:k9\100Qz7\100db.shop.net/x", "k9\100Qz7"},  // the last "@"
      {"postgres://shop:k9:Qz7:v\100db.shop.net/x", "k9:Qz7:v"},    // the first ":"
      {"postgres://shop:k9/Qz7vLm\100db.shop.net/x", "k9/Qz7vLm"},  // a raw "/"
      {"postgres://shop:k9#Qz7vLm\100db.shop.net/x", "k9#Qz7vLm"},
      {"https://shop:k9Qz7vLm\100npm.shop.net/\100scope/pkg",
       "k9Qz7vLm"},  // "@" in the path
      {"https://shop:k9Qz%40vLm\100git.shop.net/x", "k9Qz%40vLm"},
      {"redis://:k9Qz7vLm\100[2001:db8::1]:6379/0", "k9Qz7vLm"},
      {"a=\"redis://:k9Qz7vLm\100r.shop.net\", b\100c", "k9Qz7vLm"},
      {"amqp://a:k9Qz7vLm\100m.shop.net,amqp://b:x7Lm\100n.shop.net", "k9Qz7vLm"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const std::string text(row.text);
    const std::uint64_t begin =
        text.rfind('=') == std::string::npos ? 0 : text.find("redis");
    const ByteSpan span{begin, text.size()};
    const Verdict verdict = check_url_credentials({text, span, span});
    REQUIRE(verdict.accept);
    CHECK(bytes_of(text, *verdict.secret) == row.password);
  }
  CHECK(match_of("redis://:k9Qz7vLm\100r.shop.net:6379/0?x") ==
        "redis://:k9Qz7vLm\100r.shop.net:6379");
}

TEST_CASE("a URL without a secret") {
  for (const std::string_view text :
       {"postgres://u:\100db.shop.net/x", "postgres://u:${PW}\100db.shop.net/x",
        "postgres://u:$PW\100db.shop.net/x", "postgres://u:<password>\100db.shop.net/x",
        "postgres://u:{pw}\100db.shop.net/x", "postgres://u:%s\100db.shop.net/x",
        "postgres://u:***\100db.shop.net/x", "postgres://u:[PASSWORD]\100db.shop.net/x",
        "postgres://shop:shop\100db.shop.net/x",
        "postgres://u:shopdb\100db.shop.net/shopdb",
        "postgres://postgres:postgres\100localhost/x",
        "postgres://app:secret\100db:5432/x",
        "postgres://user:password\100db.shop.net/x",
        "postgres://u:changeme\100db.shop.net/x", "https://shop.net:8080/a\100b",
        "docker://alpine:3.18\100sha256:abcdef0123",
        "postgres://USER:PASSWORD\100db.shop.net/x",
        "http://user:pass\100example.com"}) {
    CAPTURE(text);
    CHECK(password_of(std::string(text)) == "none");
  }
}

TEST_CASE("the host of a URL") {
  CHECK(of("postgres://shop:k9Qz7vLm\100db/x").severity == Severity::medium);
  CHECK(of("postgres://shop:k9Qz7vLm\100x.neon.tech/x").severity == Severity::critical);
  CHECK_FALSE(of("postgres://shop:k9Qz7vLm\100db.shop.net/x").severity.has_value());
  CHECK(of("postgres://shop:k9Qz7vLm\100db.example.com/x").confidence ==
        Confidence::low);
  // A weak password on a host that others reach is still a finding.
  const Verdict weak = of("postgres://admin:postgres\100db.shop.net/x");
  CHECK(weak.accept);
  CHECK(weak.severity == Severity::medium);
}

}  // namespace leaksieve
