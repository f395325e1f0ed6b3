#include "scanner/app/database_cache.h"

#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <ostream>

#include "tests/support/temp_dir.h"

namespace leaksieve {
namespace {

namespace fs = std::filesystem;

struct Kept {
  test::TempDir dir;
  std::string folder = dir / "cache/leaksieve";
  DatabaseCache cache{folder};

  Kept() { cache.keep("key", "value"); }
  std::string file() const { return fs::directory_iterator(folder)->path().string(); }
};

mode_t mode_of(const std::string& path) {
  struct stat status {};
  ::lstat(path.c_str(), &status);
  return status.st_mode & 0777;
}

}  // namespace

TEST_CASE("DatabaseCache gives back what it kept, to this user alone") {
  const Kept kept;
  CHECK(kept.cache.find("key") == "value");
  CHECK_FALSE(kept.cache.find("other"));
  CHECK(mode_of(kept.folder) == 0700);
  CHECK(mode_of(kept.file()) == 0600);
  kept.cache.keep("key", "new");
  CHECK(kept.cache.find("key") == "new");
  CHECK(std::distance(fs::directory_iterator(kept.folder), {}) == 1);
}

TEST_CASE("DatabaseCache ignores what another could have written") {
  const Kept kept;
  SUBCASE("a folder that others may enter") { ::chmod(kept.folder.c_str(), 0755); }
  SUBCASE("a file that others may write to") { ::chmod(kept.file().c_str(), 0666); }
  SUBCASE("a file of another user") {
    if (::geteuid() != 0) return;  // only root can give files away
    CHECK(::chown(kept.file().c_str(), 12345, 12345) == 0);
  }
  SUBCASE("a link to a good file") {
    const std::string file = kept.file();
    fs::rename(file, kept.dir / "elsewhere");
    fs::create_symlink(kept.dir / "elsewhere", file);
  }
  SUBCASE("a folder that is a link") {
    fs::rename(kept.folder, kept.dir / "elsewhere");
    fs::create_directory_symlink(kept.dir / "elsewhere", kept.folder);
  }
  SUBCASE("a FIFO, which is not waited for") {
    const std::string file = kept.file();
    fs::remove(file);
    CHECK(::mkfifo(file.c_str(), 0600) == 0);
  }
  SUBCASE("a byte that is wrong") {
    std::fstream(kept.file(), std::ios::in | std::ios::out).seekp(-1, std::ios::end)
        << 'x';
  }
  SUBCASE("half a file") { fs::resize_file(kept.file(), 90); }
  SUBCASE("an empty file") { fs::resize_file(kept.file(), 0); }
  CHECK_FALSE(kept.cache.find("key"));
}

TEST_CASE("DatabaseCache does without a folder, and bounds what it keeps") {
  const DatabaseCache none("");
  none.keep("key", "value");
  CHECK_FALSE(none.find("key"));
  const Kept kept;
  for (int i = 0; i < 70; ++i) kept.cache.keep("key " + std::to_string(i), "value");
  CHECK(std::distance(fs::directory_iterator(kept.folder), {}) <= 64);
  CHECK(kept.cache.find("key 69") == "value");
}

}  // namespace leaksieve
