#include "scanner/source/path_source.h"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>
#include <ostream>

#include "tests/support/temp_dir.h"

namespace leaksieve {
namespace {

struct Fixture {
  git::Library library;
  test::TempDir dir;

  void write(const std::string& name, const std::string& content) {
    std::filesystem::create_directories(
        std::filesystem::path(dir / name).parent_path());
    std::ofstream(dir / name) << content;
  }
  std::vector<std::string> listed(const PathOptions& options = {}) {
    const auto source = make_path_source(library, {dir.path()}, options);
    REQUIRE(source);
    std::vector<std::string> out;
    for (const Item& item : (*source)->listing().items) {
      out.push_back(
          (*source)->listing().paths[item.path].substr(dir.path().size() + 1));
    }
    skipped = (*source)->listing().skipped;
    return out;
  }
  std::map<std::string, std::uint64_t> skipped;
};

}  // namespace

TEST_CASE_FIXTURE(Fixture, "make_path_source walks folders in order") {
  write("b", "2");
  write("a/z", "1");
  write(".git/config", "no");
  std::filesystem::create_symlink(dir / "b", dir / "link");
  REQUIRE(::mkfifo((dir / "fifo").c_str(), 0600) == 0);
  CHECK(listed() == std::vector<std::string>{"b", "a/z"});
  CHECK(skipped["link"] == 1);
  CHECK(skipped["special file"] == 1);

  PathOptions options;
  auto glob = Glob::parse("z");
  REQUIRE(glob);
  options.filter = PathFilter({*glob});
  CHECK(listed(options) == std::vector<std::string>{"b"});
  CHECK(skipped["excluded"] == 1);
}

TEST_CASE_FIXTURE(Fixture, "make_path_source reads files, within the limit") {
  write("b", "12345");
  const auto read = [&](std::uint64_t max_bytes) {
    const auto source =
        make_path_source(library, {dir / "b"}, {PathFilter{}, max_bytes, true});
    REQUIRE(source);
    const auto reader = (*source)->make_reader();
    const auto text = reader->read((*source)->listing().items.at(0));
    return text ? std::string(*text) : "error: " + text.error().message;
  };
  CHECK(read(5) == "12345");
  CHECK(read(4).starts_with("error: "));
}

TEST_CASE_FIXTURE(Fixture, "make_path_source refuses a path that is not there") {
  const auto source = make_path_source(library, {dir / "absent"}, {});
  REQUIRE_FALSE(source);
  CHECK(source.error().message.find("No such file or directory") != std::string::npos);
}

TEST_CASE("make_text_source has one item") {
  const auto source = make_text_source("abc", "name");
  REQUIRE(source->listing().items.size() == 1);
  const auto text = source->make_reader()->read(source->listing().items[0]);
  REQUIRE(text);
  CHECK(*text == "abc");
  CHECK(source->listing().paths[source->listing().items[0].path] == "name");
}

}  // namespace leaksieve
