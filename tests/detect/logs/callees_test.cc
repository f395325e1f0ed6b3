#include "scanner/detect/logs/callees.h"

#include <doctest/doctest.h>

#include <ostream>

#include "tests/support/log_leaks.h"

namespace leaksieve::logs {
namespace {

int shown(std::string_view text, CodeLanguage language, std::string_view method = "",
          int skip = 0) {
  const Code code = test::read_code(text, language);
  Chain chain;
  read_chain(code, 0, chain);
  return shown_characters(code, chain.parts.back(), method, skip);
}

}  // namespace

TEST_CASE("effect_of") {
  for (const auto name :
       {"str", "strip", "toString", "to_s", "b64encode", "JSON.stringify", "format",
        "decode", "unwrap", "ValueError"}) {
    CAPTURE(name);
    CHECK(effect_of(std::string_view(name).substr(std::string_view(name).rfind('.') +
                                                  1)) == Effect::passes);
  }
  for (const auto name :
       {"len", "mask", "maskToken", "redact_secret", "sha256", "hashPassword",
        "isEmpty", "is_none", "bool", "encrypt", "fingerprint", "bcrypt", "nil?"}) {
    CAPTURE(name);
    CHECK(effect_of(name) == Effect::blocks);
  }
  CHECK(effect_of("substring") == Effect::cuts);
  CHECK(effect_of("connect") == Effect::unknown);
  CHECK(effect_of("") == Effect::unknown);
}

TEST_CASE("shown_characters of slices") {
  using enum CodeLanguage;
  CHECK(shown("x[:4]", python) == 4);
  CHECK(shown("x[-4:]", python) == 4);
  CHECK(shown("x[2:8]", python) == 6);
  CHECK(shown("x[4:]", python) == -1);
  CHECK(shown("x[n:]", python) == -1);
  CHECK(shown("x[0..3]", ruby) == 4);
  CHECK(shown("x[0, 4]", ruby) == 4);
  CHECK(shown("x[..4]", rust) == 4);
  CHECK(shown("x.substring(0, 4)", java, "substring") == 4);
  CHECK(shown("x.slice(-4)", javascript, "slice") == 4);
  CHECK(shown("x.substring(4)", java, "substring") == -1);
  CHECK(shown("x.take(4)", kotlin, "take") == 4);
  CHECK(shown("substr($x, 0, 4)", php, "substr", 1) == 4);
}

TEST_CASE("replaces_every_character") {
  const auto all = [](std::string_view text, CodeLanguage language) {
    const Code code = test::read_code(text, language);
    Chain chain;
    read_chain(code, 0, chain);
    return replaces_every_character(code, chain.parts.back());
  };
  CHECK(all("x.replace(/./g, '*')", CodeLanguage::javascript));
  CHECK_FALSE(all("x.replace(/./, '*')", CodeLanguage::javascript));
  CHECK_FALSE(all("x.replace(/foo/g, '*')", CodeLanguage::javascript));
  CHECK(all("x.gsub(/./, '*')", CodeLanguage::ruby));
  CHECK(all("re.sub(r'.', '*', x)", CodeLanguage::python));
}

TEST_CASE("small questions about names") {
  CHECK(is_harmless_property("length"));
  CHECK_FALSE(is_harmless_property("password"));
  CHECK(is_hiding_type("SecretStr"));
  CHECK_FALSE(is_hiding_type("String"));
  const Code code = test::read_code("x[0]", CodeLanguage::python);
  Chain chain;
  read_chain(code, 0, chain);
  CHECK_FALSE(is_slice(code, chain.parts.back()));
}

}  // namespace leaksieve::logs
