#include "scanner/detect/kubernetes_secret.h"

#include <doctest/doctest.h>

#include <ostream>
#include <string>

#include "tests/support/detection.h"

namespace leaksieve {
namespace {

std::vector<std::string> found(std::string_view shape) {
  test::Detection detection;
  return detection.found(test::made_up(shape, 2), "deploy/secret.yaml");
}

}  // namespace

TEST_CASE(
    "kubernetes-secret: the entries of data and stringData, before and after kind") {
  CHECK(found("data:{nl}  api-key: {base64:43}={nl}kind: Secret{nl}stringData:{nl}"
              "  db: x{digit:9}q{nl}other:{nl}  password: 1{nl}")
            .size() == 2);
  CHECK(found("items:{nl}- kind: Secret{nl}  stringData:{nl}    token: {alnum:40}{nl}")
            .size() == 1);
  CHECK(found("{open}\"kind\": \"Secret\",{nl} \"data\": {open}\"a\": \"x\", \"key\": "
              "\"{base64:43}=\"{close}{close}")
            .size() == 1);
}

TEST_CASE("kubernetes-secret: each document for itself") {
  const auto both = found(
      "kind: Secret{nl}stringData:{nl}  a: {alnum:20}{nl}---{nl}kind: "
      "ConfigMap{nl}data:{nl}"
      "  b: {alnum:20}{nl}---{nl}kind: Secret{nl}stringData:{nl}  c: {alnum:20}{nl}");
  CHECK(both.size() == 2);
}

TEST_CASE("kubernetes-secret: users, hosts, placeholders and certificates are silent") {
  // base64 of "changeme" and "shop"
  CHECK(found("kind: Secret{nl}data:{nl}  password: Y2hhbmdlbWU={nl}  username: "
              "c2hvcA=={nl}")
            .empty());
  CHECK(found("kind: Secret{nl}stringData:{nl}  host: db.shop-prod.net{nl}"
              "  url: {open}{open} .Values.url {close}{close}{nl}")
            .empty());
  CHECK(found("kind: Secret").empty());
  CHECK(found("kind: Secret{nl}data:{nl}").empty());
  CHECK(found("kind: SecretStore{nl}data:{nl}  a: {base64:43}={nl}").empty());
}

TEST_CASE("kubernetes-secret: a private key is critical, an empty frame is none") {
  test::Detection detection;
  // base64 of "-----BEGIN PRIVATE KEY-----" and a newline, then of what looks random.
  const std::string frame =
      "kind: Secret\ndata:\n  tls.key: LS0tLS1CRUdJTiBQUklWQVRFIEtFWS0tLS0tCg==\n";
  CHECK(detection.candidates(frame, "a.yaml").empty());
  const std::string key = test::made_up(
      "kind: Secret{nl}data:{nl}  tls.key: "
      "LS0tLS1CRUdJTiBQUklWQVRFIEtFWS0tLS0tCk1J{alnum:160}{nl}");
  const auto candidates = detection.candidates(key, "a.yaml");
  REQUIRE(candidates.size() == 1);
  CHECK(candidates[0].severity == Severity::critical);
}

TEST_CASE("kubernetes-secret: hostile manifests end") {
  std::string text = "kind: Secret\ndata:\n";
  for (int i = 0; i < 2000; ++i) text += "  k: {\n---\nkind: Secret\ndata:\n";
  test::Detection detection;
  CHECK(detection.found(text, "a.yaml").empty());
}

}  // namespace leaksieve
