#include "scanner/base/text_encoding.h"

#include <doctest/doctest.h>

#include <ostream>
#include <string>

namespace leaksieve {

// RFC 4648, section 10.
TEST_CASE("base64 and base32") {
  struct Row {
    std::string_view bytes;
    std::string_view base64;
    std::string_view base32;
  };
  for (const Row& row :
       {Row{"", "", ""}, Row{"f", "Zg==", "MY"}, Row{"fo", "Zm8=", "MZXQ"},
        Row{"foo", "Zm9v", "MZXW6"}, Row{"foob", "Zm9vYg==", "MZXW6YQ"},
        Row{"fooba", "Zm9vYmE=", "MZXW6YTB"},
        Row{"foobar", "Zm9vYmFy", "MZXW6YTBOI"}}) {
    CAPTURE(row.bytes);
    CHECK(to_base64(row.bytes) == row.base64);
    CHECK(to_base32(row.bytes) == row.base32);
    CHECK(from_base32(row.base32) == row.bytes);
  }
  CHECK(to_base64("\xfb\xff") == "+/8=");
  CHECK(to_base64url("\xfb\xff") == "-_8");
  CHECK_FALSE(from_base32("MZXW1").has_value());
  CHECK_FALSE(from_base32("mzxw").has_value());
}

// draft-msporny-base58-03, section 5.
TEST_CASE("base58") {
  struct Row {
    std::string_view bytes;
    std::string_view text;
  };
  for (const Row& row :
       {Row{"", ""}, Row{"Hello World!", "2NEpo7TZRRrLZSi2U"},
        Row{"The quick brown fox jumps over the lazy dog.",
            "USm3fpXnKG5EUBx2ndxBDMPVciP5hGey2Jh4NDv6gmeo1LkMeiKrLJUUBk6Z"},
        Row{std::string_view("\0\0\x28\x7f\xb4\xcd", 6), "11233QC4"},
        Row{std::string_view("\0", 1), "1"}}) {
    CAPTURE(row.text);
    CHECK(to_base58(row.bytes) == row.text);
    CHECK(from_base58(row.text) == row.bytes);
  }
  CHECK_FALSE(from_base58("2NEpo0").has_value());
  CHECK(from_base58(std::string(256, '2')).has_value());
  CHECK_FALSE(from_base58(std::string(257, '2')).has_value());
}

TEST_CASE("from_base64") {
  CHECK(from_base64("") == "");
  CHECK(from_base64("aGVsbG8=") == "hello");
  CHECK(from_base64("aGVsbG8") == "hello");
  CHECK(from_base64("-_8") == "\xfb\xff");
  CHECK(from_base64("+/8=") == "\xfb\xff");
  CHECK_FALSE(from_base64("aGVsbG8aX").has_value());
  CHECK_FALSE(from_base64("a b=").has_value());
}

}  // namespace leaksieve
