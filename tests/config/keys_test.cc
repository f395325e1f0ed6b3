#include "scanner/config/keys.h"

#include <doctest/doctest.h>

#include <ostream>

namespace leaksieve {

TEST_CASE("find_key") {
  CHECK((*find_key(Section::rule, "SECRETGROUP"))->name == "secretGroup");
  CHECK((*find_key(Section::scan, "jobs"))->set_by == SetBy::user);
  CHECK(find_key(Section::rule, "jobs").error().message == "unknown key \"jobs\"");
  CHECK(find_key(Section::extend, "disabled_rules").error().message ==
        "unknown key \"disabled_rules\"; did you mean disabledRules?");
  for (const Key& key : config_keys()) {
    CAPTURE(key.name);
    CHECK(*find_key(key.section, key.name) == &key);
  }
}

}  // namespace leaksieve
