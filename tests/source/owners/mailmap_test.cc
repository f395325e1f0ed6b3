#include "scanner/source/owners/mailmap.h"

#include <doctest/doctest.h>

#include <ostream>

using namespace leaksieve;

TEST_CASE("a mailmap gives the name and mail of today") {
  const Mailmap map = Mailmap::parse(
      "# people\n"
      "Ada Lovelace <ada@old.example>\n"
      "<bo@new.example> <bo@old.example>\r\n"
      "Cy New <cy@new.example> <CY@old.example>\n"
      "Dee One <one@new.example> Dee <shared@example>\n"
      "Dan Two <two@new.example> dan <shared@example>\n"
      "Eve Later <eve@example>  # the last line about her wins\n"
      "Eve Last <eve@example>\n"
      "  Fay <fay@new.example>  <fay@old.example>\n"
      "no mail at all\n"
      "Open <broken@example\n"
      "<only@example>\n");
  struct Row {
    const char* person;
    const char* today;
  };
  const Row rows[] = {
      {"ada <ada@old.example>", "Ada Lovelace <ada@old.example>"},
      {"Bo <bo@old.example>", "Bo <bo@new.example>"},
      {"c <cy@OLD.example>", "Cy New <cy@new.example>"},
      {"dee <shared@example>", "Dee One <one@new.example>"},
      {"Dan <shared@example>", "Dan Two <two@new.example>"},
      {"Somebody <shared@example>", "Somebody <shared@example>"},
      {"eve <eve@example>", "Eve Last <eve@example>"},
      {"f <fay@old.example>", "Fay <fay@new.example>"},
      {"O <only@example>", "O <only@example>"},
      {"<ada@old.example>", "Ada Lovelace <ada@old.example>"},
      {"no mail", "no mail"},
      {"", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.person);
    CHECK(map.resolve(row.person) == row.today);
  }
}

TEST_CASE("an empty mailmap changes nothing") {
  CHECK(Mailmap().resolve("A  <b@c>") == "A  <b@c>");
}
