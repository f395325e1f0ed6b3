#include "tests/support/detection.h"

#include <doctest/doctest.h>

#include <stdexcept>

#include "scanner/app/options.h"
#include "scanner/app/rule_set.h"
#include "scanner/rules/shape.h"

namespace leaksieve::test {
namespace {

template <class T>
T must(Result<T> result) {
  if (!result) throw std::runtime_error(result.error().message);
  return std::move(*result);
}

}  // namespace

Detection::Detection()
    : matcher_(must(make_matcher(Options{}))),
      detector_(matcher_),
      scratch_(must(matcher_.make_scratch())) {}

std::vector<Candidate> Detection::candidates(std::string_view text,
                                             std::string_view path) {
  std::vector<Candidate> out;
  REQUIRE(detector_.detect(text, path, scratch_, out));
  detector_.add_log_statements(text, path, out);
  return out;
}

std::vector<std::string> Detection::found(std::string_view text,
                                          std::string_view path) {
  std::vector<std::string> out;
  for (const Candidate& candidate : candidates(text, path)) {
    out.push_back(std::string(detector_.rule(candidate.rule).id) + " " +
                  std::string(bytes_of(text, candidate.secret)));
  }
  return out;
}

std::string made_up(std::string_view shape, std::uint64_t seed) {
  return must(expand_shape(shape, seed));
}

}  // namespace leaksieve::test
