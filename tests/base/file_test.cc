#include "scanner/base/file.h"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include <fstream>
#include <ostream>
#include <string>

#include "tests/support/temp_dir.h"

using leaksieve::read_bytes;
using leaksieve::read_file;
using leaksieve::test::TempDir;

namespace {

void put(const std::string& path, const std::string& text) {
  std::ofstream(path, std::ios::binary) << text;
}

}  // namespace

TEST_CASE("read_file") {
  const TempDir dir;

  SUBCASE("gives all bytes, whatever they are") {
    for (const std::size_t size : {0U, 1U, 4096U, 1000000U}) {
      CAPTURE(size);
      std::string text(size, '\0');
      for (std::size_t i = 0; i < size; ++i) text[i] = static_cast<char>(i * 7);
      put(dir / "a", text);
      const auto read = read_file(dir / "a");
      REQUIRE(read);
      CHECK(*read == text);
      const auto bytes = read_bytes(dir / "a");
      REQUIRE(bytes);
      REQUIRE(bytes->has_value());
      CHECK((*bytes)->view() == text);
    }
  }

  SUBCASE("reads a file that does not know its size") {
    const auto read = read_file("/proc/self/status");
    REQUIRE(read);
    CHECK(read->starts_with("Name:"));
  }

  SUBCASE("an absent file is an Error, for read_bytes it is none") {
    const auto read = read_file(dir / "absent");
    REQUIRE(!read);
    CHECK(read.error().message ==
          "cannot open " + (dir / "absent") + ": No such file or directory");
    const auto bytes = read_bytes(dir / "absent");
    REQUIRE(bytes);
    CHECK(!bytes->has_value());
  }

  SUBCASE("what is no file is an Error at once") {
    REQUIRE(::mkfifo((dir / "fifo").c_str(), 0600) == 0);
    for (const std::string& path : {dir.path(), dir / "fifo", std::string("/dev/null"),
                                    std::string("/dev/zero")}) {
      CAPTURE(path);
      const auto read = read_file(path);
      REQUIRE(!read);
      CHECK(read.error().message.find(path) != std::string::npos);
      CHECK(!read_bytes(path));
    }
  }

  SUBCASE("read_bytes keeps to its bound") {
    put(dir / "a", "12345");
    CHECK(read_bytes(dir / "a", 5));
    const auto read = read_bytes(dir / "a", 4);
    REQUIRE(!read);
    CHECK(read.error().message ==
          "cannot read " + (dir / "a") + ": 5 bytes, more than the limit of 4");
  }
}
