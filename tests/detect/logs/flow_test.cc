#include "scanner/detect/logs/flow.h"

#include <doctest/doctest.h>

#include <string>

namespace leaksieve::logs {

TEST_CASE("Flow looks from the inner function out, and forgets") {
  std::vector<Function> functions(2);
  functions[1].parent = 0;
  Flow flow;
  CHECK_FALSE(flow.may_know("x"));
  Value secret;
  secret.kind = Value::Kind::secret;
  secret.link = flow.add_link({1, 2}, kNoLink);
  flow.assign(0, "x", secret);
  CHECK(flow.may_know("x"));
  CHECK(flow.find(functions, 1, "x").kind == Value::Kind::secret);
  CHECK(flow.find(functions, kNoFunction, "x").kind == Value::Kind::unknown);
  Value clean;
  clean.kind = Value::Kind::clean;
  flow.assign(1, "x", clean);
  CHECK(flow.find(functions, 1, "x").kind == Value::Kind::clean);
  CHECK(flow.find(functions, 0, "x").kind == Value::Kind::secret);
  flow.assign(1, "x", {});
  CHECK(flow.find(functions, 1, "x").kind == Value::Kind::secret);
  flow.assign(0, "", secret);
  CHECK(flow.links()[secret.link].span.begin == 1);
}

TEST_CASE("Flow learns no more than it may") {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < Flow::kMaxEntries + 10; ++i)
    names.push_back(std::to_string(i));
  Flow flow;
  Value secret;
  secret.kind = Value::Kind::secret;
  for (const std::string& name : names) flow.assign(kNoFunction, name, secret);
  CHECK(flow.find({}, kNoFunction, names.front()).kind == Value::Kind::secret);
  CHECK(flow.find({}, kNoFunction, names.back()).kind == Value::Kind::unknown);
  std::uint32_t last = kNoLink;
  for (std::size_t i = 0; i < Flow::kMaxLinks + 10; ++i)
    last = flow.add_link({0, 1}, last);
  CHECK(flow.links().size() == Flow::kMaxLinks);
}

}  // namespace leaksieve::logs
