#include "scanner/source/archive/archive.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <ostream>
#include <vector>

#include "tests/support/temp_dir.h"

namespace leaksieve {
namespace {

using Lines = std::vector<std::string>;

// Makes archives with the tools of Python, which is there for other tests.
class Archives {
 public:
  std::string make(const std::string& script) {
    const std::string file = dir_.path() + "/out";
    std::ofstream(dir_.path() + "/make.py")
        << "import io, tarfile, zipfile, gzip, bz2, lzma\n"
           "def zipped(**members):\n"
           "  out = io.BytesIO()\n"
           "  with zipfile.ZipFile(out, 'w', zipfile.ZIP_DEFLATED) as z:\n"
           "    for name, data in members.items(): z.writestr(name, data)\n"
           "  return out.getvalue()\n"
           "def tarred(mode, **members):\n"
           "  out = io.BytesIO()\n"
           "  with tarfile.open(fileobj=out, mode=mode) as t:\n"
           "    for name, data in members.items():\n"
           "      info = tarfile.TarInfo(name)\n"
           "      info.size = len(data)\n"
           "      t.addfile(info, io.BytesIO(data))\n"
           "    link = tarfile.TarInfo('link')\n"
           "    link.type, link.linkname = tarfile.SYMTYPE, '/etc/passwd'\n"
           "    t.addfile(link)\n"
           "  return out.getvalue()\n"
        << "open('" << file << "', 'wb').write(" << script << ")\n";
    REQUIRE(std::system(("python3 " + dir_.path() + "/make.py").c_str()) == 0);
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }

 private:
  test::TempDir dir_;
};

Lines members(std::string_view bytes, const ArchiveLimits& limits = {}) {
  Lines out;
  unpack(bytes, "a/logs.txt.gz", limits,
         [&](const std::string& path, const Result<std::string_view>& text) {
           out.push_back(path + (text ? "=" + std::string(text->substr(0, 20))
                                      : " failed: " + text.error().message));
         });
  return out;
}

}  // namespace

TEST_CASE("unpack: each kind of archive") {
  Archives archives;
  for (const char* script :
       {"zipped(a=b'one', b=b'two')", "tarred('w', a=b'one', b=b'two')",
        "tarred('w:gz', a=b'one', b=b'two')", "tarred('w:bz2', a=b'one', b=b'two')",
        "tarred('w:xz', a=b'one', b=b'two')"}) {
    CAPTURE(script);
    const std::string bytes = archives.make(script);
    CHECK(is_archive(bytes));
    CHECK(members(bytes) == Lines{"a=one", "b=two"});
  }
}

TEST_CASE("unpack: a compressed file is its only member") {
  Archives archives;
  for (const char* script :
       {"gzip.compress(b'text')", "bz2.compress(b'text')", "lzma.compress(b'text')"}) {
    CAPTURE(script);
    CHECK(members(archives.make(script)) == Lines{"logs.txt=text"});
  }
}

TEST_CASE("unpack: archives in archives, as deep as is allowed") {
  Archives archives;
  const std::string bytes =
      archives.make("zipped(a=zipped(b=gzip.compress(b'text')), c=b'last')");
  const Lines all = members(bytes);
  REQUIRE(all.size() == 4);
  CHECK(all[2] == "a!b!b=text");
  CHECK(all[3] == "c=last");
  ArchiveLimits limits;
  limits.depth = 2;
  const Lines some = members(bytes, limits);
  CHECK(std::find(some.begin(), some.end(), "a!b failed: archives are opened 2 deep") !=
        some.end());
  CHECK(some.back() == "c=last");
}

TEST_CASE("unpack: a bomb ends, by its name") {
  Archives archives;
  const std::string bomb =
      archives.make("zipped(a=b'first', bomb=bytes(40 << 20), c=b'last')");
  CHECK(bomb.size() < 100000);
  const Lines found = members(bomb);
  REQUIRE(found.size() == 2);
  CHECK(found[0] == "a=first");
  CHECK(
      found[1] ==
      "bomb failed: the archive unpacks to more than 16777216 bytes; what follows was "
      "not looked at");
  ArchiveLimits limits;
  limits.member_bytes = 1000;
  const Lines named = members(bomb, limits);
  REQUIRE(named.size() == 3);
  CHECK(named[1] == "bomb failed: it is longer than 1000 bytes (--max-file-size)");
  CHECK(named[2] == "c=last");
}

TEST_CASE("unpack: a bomb in many layers ends too") {
  Archives archives;
  const std::string layers = archives.make(
      "zipped(**{'m%d' % i: gzip.compress(b'x' * (4 << 20)) for i in range(40)})");
  const Lines found = members(layers);
  CHECK(found.size() < 20);
  CHECK(found.back().find("unpacks to more than") != std::string::npos);
}

TEST_CASE("unpack: a damaged archive gives what is whole and says so") {
  Archives archives;
  const std::string whole =
      archives.make("tarred('w:gz', a=b'one', b=bytes(range(256)) * 2000, c=b'three')");
  for (std::size_t size = 20; size < whole.size(); size += 37) {
    const Lines found = members(whole.substr(0, size));
    REQUIRE(!found.empty());
    CHECK(found.back().find("failed: cannot unpack it: ") != std::string::npos);
  }
  std::string changed = archives.make("zipped(a=b'one' * 1000, b=b'two' * 1000)");
  for (std::size_t at = 0; at < changed.size(); ++at) {
    changed[at] ^= 0x55;
    members(changed);  // ends, and nothing is read that is not there (asan)
    changed[at] ^= 0x55;
  }
}

TEST_CASE("is_archive") {
  CHECK_FALSE(is_archive(""));
  CHECK_FALSE(is_archive("PK is a text"));
  CHECK_FALSE(is_archive(std::string(600, ' ')));
  CHECK(is_archive("\x1f\x8b\x08"));
}

}  // namespace leaksieve
