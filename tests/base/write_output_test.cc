#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <ostream>
#include <string>
#include <thread>

#include "scanner/base/file.h"
#include "tests/support/temp_dir.h"

using leaksieve::read_file;
using leaksieve::write_output;
using leaksieve::test::TempDir;

namespace {

void put(const std::string& path, const std::string& text) {
  std::ofstream(path, std::ios::binary) << text;
}

unsigned mode_of(const std::string& path) {
  struct stat status {};
  REQUIRE(::lstat(path.c_str(), &status) == 0);
  return status.st_mode & 07777;
}

/// How many files there are in a folder, hidden ones too.
std::ptrdiff_t count_files(const std::string& folder) {
  return std::distance(std::filesystem::directory_iterator(folder), {});
}

class Umask {
 public:
  explicit Umask(mode_t mask) : before_(::umask(mask)) {}
  ~Umask() { ::umask(before_); }

 private:
  mode_t before_;
};

}  // namespace

TEST_CASE("write_output") {
  const TempDir dir;
  const Umask umask(027);

  SUBCASE("makes a new file with the usual mode") {
    REQUIRE(write_output(dir / "new", "hello\n"));
    CHECK(*read_file(dir / "new") == "hello\n");
    CHECK(mode_of(dir / "new") == 0640);
    CHECK(count_files(dir.path()) == 1);
  }

  SUBCASE("a name without a folder is in the current one") {
    const auto before = std::filesystem::current_path();
    std::filesystem::current_path(dir.path());
    CHECK(write_output("plain", "x"));
    std::filesystem::current_path(before);
    CHECK(*read_file(dir / "plain") == "x");
  }

  SUBCASE("replaces a file whole, and keeps its mode") {
    put(dir / "old", "a longer text than the new one");
    ::chmod((dir / "old").c_str(), 0600);
    std::ifstream reader(dir / "old");  // has the old file open
    REQUIRE(write_output(dir / "old", "new"));
    CHECK(*read_file(dir / "old") == "new");
    CHECK(mode_of(dir / "old") == 0600);
    std::string seen;
    std::getline(reader, seen);
    CHECK(seen == "a longer text than the new one");
    CHECK(count_files(dir.path()) == 1);
  }

  SUBCASE("follows links to the file") {
    std::filesystem::create_directory(dir / "sub");
    put(dir / "sub/real", "old");
    std::filesystem::create_symlink("sub/real", dir / "link1");
    std::filesystem::create_symlink(dir / "link1", dir / "link2");
    REQUIRE(write_output(dir / "link2", "new"));
    CHECK(*read_file(dir / "sub/real") == "new");
    CHECK(std::filesystem::is_symlink(dir / "link2"));
    CHECK(std::filesystem::is_symlink(dir / "link1"));
  }

  SUBCASE("a link to nothing makes what it names") {
    std::filesystem::create_symlink("target", dir / "link");
    REQUIRE(write_output(dir / "link", "new"));
    CHECK(*read_file(dir / "target") == "new");
    CHECK(std::filesystem::is_symlink(dir / "link"));
  }

  SUBCASE("a loop of links, a folder, a folder that is not there: Errors") {
    std::filesystem::create_symlink("loop", dir / "loop");
    for (const std::string& path : {dir / "loop", dir.path(), dir / "absent/",
                                    dir / "absent/file", std::string("")}) {
      CAPTURE(path);
      const auto written = write_output(path, "x");
      REQUIRE(!written);
      CHECK(written.error().message.starts_with("cannot write " + path + ": "));
    }
    CHECK(count_files(dir.path()) == 1);
  }

  SUBCASE("/dev/null stays a device, and a full disk is told") {
    CHECK(write_output("/dev/null", "x"));
    CHECK(std::filesystem::is_character_file("/dev/null"));
    const auto written = write_output("/dev/full", "x");
    REQUIRE(!written);
    CHECK(written.error().message == "cannot write /dev/full: No space left on device");
  }

  SUBCASE("an open descriptor's file is written on, not replaced") {
    const int fd = ::open((dir / "log").c_str(), O_WRONLY | O_CREAT, 0600);
    REQUIRE(fd >= 0);
    REQUIRE(::write(fd, "one\n", 4) == 4);
    CHECK(write_output("/dev/fd/" + std::to_string(fd), "two\n"));
    std::filesystem::create_symlink("/proc/self/fd/" + std::to_string(fd),
                                    dir / "link");
    CHECK(write_output(dir / "link", "three\n"));
    ::close(fd);
    CHECK(*read_file(dir / "log") == "one\ntwo\nthree\n");
  }

  SUBCASE("a FIFO is written to") {
    REQUIRE(::mkfifo((dir / "fifo").c_str(), 0600) == 0);
    std::string got;
    std::thread reader([&] { std::getline(std::ifstream(dir / "fifo"), got); });
    CHECK(write_output(dir / "fifo", "through\n"));
    reader.join();
    CHECK(got == "through");
    CHECK(std::filesystem::is_fifo(dir / "fifo"));
  }

  SUBCASE("a reader who leaves is an Error, not a signal") {
    REQUIRE(::mkfifo((dir / "fifo").c_str(), 0600) == 0);
    std::thread reader([&] { ::close(::open((dir / "fifo").c_str(), O_RDONLY)); });
    const auto written = write_output(dir / "fifo", std::string(1 << 20, 'x'));
    reader.join();
    REQUIRE(!written);
    CHECK(written.error().message ==
          "cannot write " + (dir / "fifo") + ": Broken pipe");
    sigset_t pending;
    sigpending(&pending);
    CHECK(sigismember(&pending, SIGPIPE) == 0);
  }

  SUBCASE("when the bytes do not fit, the old file is there and no temporary") {
    put(dir / "old", "old");
    const pid_t child = ::fork();
    if (child == 0) {
      ::signal(SIGXFSZ, SIG_IGN);
      const rlimit limit{4096, 4096};
      ::setrlimit(RLIMIT_FSIZE, &limit);
      const auto written = write_output(dir / "old", std::string(100000, 'x'));
      const bool told = !written && written.error().message == "cannot write " +
                                                                   (dir / "old") +
                                                                   ": File too large";
      ::_exit(told ? 0 : 1);
    }
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    CHECK(status == 0);
    CHECK(*read_file(dir / "old") == "old");
    CHECK(count_files(dir.path()) == 1);
  }

  SUBCASE("a file that is read-only is left alone") {
    if (::geteuid() == 0) return;  // may write to everything
    put(dir / "old", "old");
    ::chmod((dir / "old").c_str(), 0444);
    CHECK(!write_output(dir / "old", "new"));
    CHECK(*read_file(dir / "old") == "old");
  }
}
