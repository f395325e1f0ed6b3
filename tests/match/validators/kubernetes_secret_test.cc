#include "scanner/match/validators/kubernetes_secret.h"

#include <doctest/doctest.h>

#include <ostream>
#include <string>
#include <vector>

#include "scanner/base/text_encoding.h"
#include "tests/match/validators/support.h"

namespace leaksieve {
namespace {

Verdict in(const std::string& text) {
  const std::uint64_t begin = text.find("kind");
  const ByteSpan match{begin, begin + 4};
  return check_kubernetes_secret({text, match, match});
}

}  // namespace

TEST_CASE("a Kubernetes secret") {
  const std::string value = made("{alnum:20}");
  const std::string encoded = to_base64(value);
  SUBCASE("has its values after or before its kind") {
    for (const std::string& text : std::vector<std::string>{
             "apiVersion: v1\nkind: Secret\ndata:\n  password: " + encoded + "\n",
             "data:\n  password: '" + encoded + "'\nkind: Secret",
             "apiVersion: v1\r\nkind: Secret\r\ndata:\r\n  password: " + encoded +
                 "\r\n",
             "items:\n- kind: Secret\n- x: 1\n---\n  kind: Secret\n  data:\n    a: " +
                 encoded}) {
      CAPTURE(text);
      const std::size_t from = text.rfind("kind");
      const ByteSpan match{from, from + 4};
      const Verdict verdict = check_kubernetes_secret({text, match, match});
      REQUIRE(verdict.accept);
      CHECK(bytes_of(text, *verdict.secret) == encoded);
    }
  }
  SUBCASE("may hold blocks and bytes") {
    const std::string block = "kind: Secret\ndata:\n  a: |\n    " +
                              encoded.substr(0, 12) + "\n    " + encoded.substr(12) +
                              "\n  b: 1\n";
    const Verdict verdict = in(block);
    REQUIRE(verdict.accept);
    CHECK(bytes_of(block, *verdict.secret) ==
          encoded.substr(0, 12) + "\n    " + encoded.substr(12));
    CHECK(in("kind: Secret\ndata:\n  a: " + to_base64(made("{byte:32}"))).accept);
    CHECK_FALSE(
        in("kind: Secret\ndata:\n  a: " + to_base64(made("{byte:900}"))).accept);
    CHECK(in("kind: Secret\ndata:\n  .dockercfg: " +
             to_base64(R"({"auths":{"r":{"auth":"x"}}})"))
              .accept);
  }
  SUBCASE("may hold plain text") {
    const std::string text = "kind: Secret\nstringData:\n  user: shop\n  token: \"" +
                             value + "\"\n  other: " + value + "x\n";
    const Verdict verdict = in(text);
    REQUIRE(verdict.accept);
    CHECK(bytes_of(text, *verdict.secret) == value);
    CHECK(says(verdict, "first of 2"));
  }
  SUBCASE("without one is dropped") {
    for (const std::string& text : std::vector<std::string>{
             std::string("kind: Secret\ndata:\n  password: \"\"\n"),
             std::string("kind: Secret"),
             "kind: Secret\ndata:\n  password: {{ .Values.password | b64enc }}\n",
             "kind: Secret\ndata:\n  password: " + to_base64("password") + "\n",
             "kind: Secret\ndata:\n  username: " + encoded + "\n",
             "kind: Secret\ndata:\n  tls.key: |\n    x\n",
             "kind: Secret\nmetadata:\n  name: " + value + "\n",
             "kind: Secret\nspec:\n  data:\n    a: " + encoded + "\n",
             "kind: Secret\n---\nkind: ConfigMap\ndata:\n  a: " + encoded + "\n",
             "kind: Secret\nstringData:\n  a: ${TOKEN}\n",
             "kind: Secret\ndata:\n  ca.pem: " +
                 to_base64(
                     "-----BEGIN CERTIFICATE-----\nMII\n-----END CERTIFICATE-----") +
                 "\n"}) {
      CAPTURE(text);
      CHECK_FALSE(in(text).accept);
    }
  }
  SUBCASE("or many of them are read in linear time") {
    std::string text;
    for (int i = 0; i < 100000; ++i) text += "kind: Secret\n";
    bool any = false;
    for (std::size_t at = 0; at < text.size(); at += 13) {
      const ByteSpan match{at, at + 4};
      any = any || check_kubernetes_secret({text, match, match}).accept;
    }
    CHECK_FALSE(any);
  }
  SUBCASE("however long it is") {
    std::string text = "kind: Secret\ndata:\n";
    for (int i = 0; i < 40000; ++i) text += "  a: 1\n";
    CHECK_FALSE(in(text + "  b: " + encoded).accept);
  }
}

}  // namespace leaksieve
