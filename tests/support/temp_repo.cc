#include "tests/support/temp_repo.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>

namespace leaksieve::test {
namespace {

constexpr const char* kIsolation =
    "GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_NOSYSTEM=1 GIT_AUTHOR_NAME=Ada "
    "GIT_AUTHOR_EMAIL=ada@example.com GIT_COMMITTER_NAME=Ada "
    "GIT_COMMITTER_EMAIL=ada@example.com";

}  // namespace

TempRepo::TempRepo() : path_(dir_.path()) { git("init -q -b main"); }

void TempRepo::write(const std::string& file, const std::string& content) const {
  const std::filesystem::path path = std::filesystem::path(path_) / file;
  std::filesystem::create_directories(path.parent_path());
  std::ofstream stream(path, std::ios::binary);
  stream << content;
  REQUIRE(stream.flush().good());
}

std::string TempRepo::git(const std::string& arguments) const {
  const std::string date = fmt::format("'2026-01-02T03:{:02}:05Z'", clock_ % 60);
  const std::string command = fmt::format(
      "cd '{}' && env -u GIT_DIR -u GIT_INDEX_FILE {} GIT_AUTHOR_DATE={} "
      "GIT_COMMITTER_DATE={} git {} 2>&1",
      path_, kIsolation, date, date, arguments);
  FILE* pipe = ::popen(command.c_str(), "r");
  REQUIRE(pipe != nullptr);
  std::string printed;
  std::array<char, 4096> block{};
  while (const std::size_t count = std::fread(block.data(), 1, block.size(), pipe)) {
    printed.append(block.data(), count);
  }
  const int status = ::pclose(pipe);
  CAPTURE(arguments);
  CAPTURE(printed);
  REQUIRE(status == 0);
  if (printed.ends_with('\n')) printed.pop_back();
  return printed;
}

std::string TempRepo::commit(const std::string& message) {
  ++clock_;
  git("add -A");
  git(fmt::format("commit -q --allow-empty -m '{}'", message));
  return git("rev-parse HEAD");
}

std::string TempRepo::commit(const std::string& file, const std::string& content,
                             const std::string& message) {
  write(file, content);
  return commit(message);
}

}  // namespace leaksieve::test
