#include "scanner/detect/logs/labels.h"

#include <doctest/doctest.h>

#include <string>

namespace leaksieve::logs {

TEST_CASE("label_grade: what a text says of the value after it") {
  CHECK(label_grade("db password: ") == NameGrade::secret);
  CHECK(label_grade("api_key=") == NameGrade::secret);
  CHECK(label_grade("\"client secret\": \"") == NameGrade::secret);
  CHECK(label_grade("token: ") == NameGrade::hint);
  CHECK(label_grade("password is required") == NameGrade::none);
  CHECK(label_grade("invalid password: ") == NameGrade::none);
  CHECK(label_grade("failed to get password: ") == NameGrade::none);
  CHECK(label_grade("password ") == NameGrade::none);
  CHECK(label_grade("password hash: ") == NameGrade::none);
  CHECK(label_grade("") == NameGrade::none);
  CHECK(label_grade(std::string(1000000, ':')) == NameGrade::none);
}

TEST_CASE("format_values: the places of a format") {
  const auto values =
      format_values("user %s, password=%s, {}, {Password} 100%% key %.4s %T");
  REQUIRE(values.size() == 6);
  CHECK(values[0].label == NameGrade::none);
  CHECK(values[1].label == NameGrade::secret);
  CHECK(values[2].label == NameGrade::none);
  CHECK(values[3].label == NameGrade::secret);
  CHECK(values[4].hidden);
  CHECK(values[5].hidden);
  CHECK_FALSE(values[1].hidden);
  CHECK(format_values("%").empty());
  std::string many;
  for (int i = 0; i < 1000; ++i) many += "%s ";
  CHECK(format_values(many).size() == 16);
}

}  // namespace leaksieve::logs
