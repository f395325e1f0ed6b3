#include "scanner/source/index_file.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "scanner/base/file.h"
#include "tests/support/index_bytes.h"
#include "tests/support/temp_repo.h"

using leaksieve::CachedTree;
using leaksieve::IndexEntry;
using leaksieve::IndexFile;
using leaksieve::read_file;
using leaksieve::test::TempRepo;

namespace {

/// As `git ls-files --stage` prints it.
std::string listing(const IndexFile& index) {
  std::string text;
  for (const IndexEntry& entry : index.entries()) {
    text += fmt::format("{:06o} {} {}\t{}\n", entry.mode, entry.id.hex(), entry.stage,
                        entry.path);
  }
  return text.substr(0, text.empty() ? 0 : text.size() - 1);
}

std::string index_path(const TempRepo& repo) { return repo.path() + "/.git/index"; }

IndexFile open_index(const TempRepo& repo) {
  auto index = IndexFile::open(index_path(repo));
  if (!index) FAIL(index.error().message);
  return std::move(index).value();
}

const char* const kList = "ls-files --stage --full-name";

/// Files in folders, whose names share beginnings.
void fill(TempRepo& repo) {
  for (const char* const file :
       {"README", "a", "a-b/x", "a.txt", "a/b/c/deep", "a/b/other", "ab/x", "z/last"}) {
    if (std::string_view(file) == "a") continue;
    repo.write(file, std::string("content of ") + file + "\n");
  }
  for (int i = 0; i < 40; ++i) repo.write(fmt::format("many/file-{:03}", i), "x\n");
  repo.commit();
}

/// Checks what holds for every index that was accepted, however damaged.
void check_lawful(const IndexFile& index) {
  const auto entries = index.entries();
  for (std::size_t i = 1; i < entries.size(); ++i) {
    const bool ascending = entries[i - 1].path < entries[i].path ||
                           (entries[i - 1].path == entries[i].path &&
                            entries[i - 1].stage < entries[i].stage);
    if (!ascending) FAIL("out of order");
  }
  if (index.cached_tree() == nullptr) return;
  std::vector<const CachedTree*> open = {index.cached_tree()};
  while (!open.empty()) {
    const CachedTree* const tree = open.back();
    open.pop_back();
    for (std::size_t first = 0; first <= entries.size(); ++first) {
      if (first + index.covered_by(*tree, first, tree->name) > entries.size()) {
        FAIL("covers more than there is");
      }
    }
    for (const CachedTree& child : tree->children) open.push_back(&child);
  }
}

/// Parses a copy that ends where `bytes` end, so that a sanitizer sees every step
/// beyond.
void parse_copy(std::string_view bytes, std::string_view shared) {
  const std::vector<char> own_copy(bytes.begin(), bytes.end());
  const std::vector<char> shared_copy(shared.begin(), shared.end());
  const auto index = IndexFile::parse({own_copy.data(), own_copy.size()},
                                      {shared_copy.data(), shared_copy.size()});
  if (index) check_lawful(*index);
}

/// The bytes of the shared index of a repository with just one; else nothing.
std::string shared_bytes(const TempRepo& repo) {
  for (const auto& file : std::filesystem::directory_iterator(repo.path() + "/.git")) {
    if (file.path().filename().string().starts_with("sharedindex.")) {
      return *read_file(file.path().string());
    }
  }
  return {};
}

}  // namespace

TEST_CASE("IndexFile reads what git lists") {
  TempRepo repo;
  fill(repo);

  SUBCASE("version 2") {
    const IndexFile index = open_index(repo);
    CHECK(index.entries().size() == 47);
    CHECK(listing(index) == repo.git(kList));
  }

  SUBCASE("version 4") {
    repo.git("update-index --index-version 4");
    CHECK(read_file(index_path(repo))->substr(4, 4) == std::string("\0\0\0\4", 4));
    CHECK(listing(open_index(repo)) == repo.git(kList));
  }

  SUBCASE("a checksum that was skipped") {
    std::string bytes = *read_file(index_path(repo));
    bytes.replace(bytes.size() - 20, 20, 20, '\0');
    REQUIRE(leaksieve::write_output(index_path(repo), bytes));
    CHECK(listing(open_index(repo)) == repo.git(kList));
  }

  SUBCASE("odd names and kinds") {
    repo.write("odd/\xc3\xa9 and \"quotes\"", "x");
    repo.write(
        "odd/not\xff"
        "utf8",
        "x");
    repo.write("run.sh", "#!/bin/sh\n");
    repo.git("add .");
    repo.git("add --chmod=+x run.sh");
    std::filesystem::create_symlink("README", repo.path() + "/link");
    repo.git("add link");
    repo.git(
        "update-index --add --cacheinfo "
        "160000,1234567890123456789012345678901234567890,submodule");
    repo.git("config core.quotePath false");
    std::string expected = repo.git("ls-files --stage -z | tr '\\0' '\\n'");
    CHECK(listing(open_index(repo)) == expected);
  }

  SUBCASE("intent to add, skip-worktree, assume-unchanged: version 3") {
    for (const char* const version : {"2", "4"}) {
      CAPTURE(version);
      repo.write("later", "x");
      repo.git("add -N later");
      repo.git("update-index --skip-worktree a.txt");
      repo.git("update-index --assume-unchanged README");
      repo.git(std::string("update-index --index-version ") + version);
      const IndexFile index = open_index(repo);
      CHECK(listing(index) == repo.git(kList));
      for (const IndexEntry& entry : index.entries()) {
        CAPTURE(entry.path);
        CHECK(entry.intent_to_add == (entry.path == "later"));
        CHECK(entry.skip_worktree == (entry.path == "a.txt"));
        CHECK(entry.assume_valid == (entry.path == "README"));
      }
    }
  }

  SUBCASE("a merge with conflicts") {
    repo.git("checkout -q -b side");
    repo.write("a.txt", "side\n");
    repo.commit();
    repo.git("checkout -q -");
    repo.write("a.txt", "main\n");
    repo.commit();
    repo.git("merge side >/dev/null 2>&1 || true");
    const IndexFile index = open_index(repo);
    CHECK(listing(index) == repo.git(kList));
    int in_conflict = 0;
    for (const IndexEntry& entry : index.entries())
      in_conflict += entry.stage > 0 ? 1 : 0;
    CHECK(in_conflict == 3);
  }

  SUBCASE("more than one block of version 4, written by threads") {
    std::string lines;
    for (int i = 0; i < 20000; ++i) {
      lines += fmt::format("100644 {:040x} 0\tsrc/folder-{:03}/file-{}\n", i + 1,
                           i / 100, i);
    }
    std::ofstream(repo.path() + "/lines") << lines;
    repo.git("config index.threads 4");
    repo.git("update-index --index-info <lines");
    repo.git("update-index --index-version 4");
    CHECK(listing(open_index(repo)) == repo.git(kList));
  }
}

TEST_CASE("IndexFile puts a split index together") {
  TempRepo repo;
  fill(repo);
  for (const char* const version : {"2", "4"}) {
    CAPTURE(version);
    repo.git(std::string("update-index --index-version ") + version);
    // Never so many changes that git writes a new shared index.
    repo.git("config splitIndex.maxPercentChange 100");
    repo.git("update-index --split-index");
    REQUIRE(!shared_bytes(repo).empty());
    CHECK(listing(open_index(repo)) == repo.git(kList));

    // Deleted, replaced, added, in conflict.
    repo.git("rm -q --cached many/file-003 many/file-004 z/last");
    repo.write("a/b/other", "changed\n");
    repo.write("many/file-000", "changed\n");
    repo.write("0-first", "new\n");
    repo.write("zz-last", "new\n");
    repo.git("add a/b/other many/file-000 0-first zz-last");
    const IndexFile index = open_index(repo);
    CHECK(listing(index) == repo.git(kList));
    check_lawful(index);
    const std::string own = *read_file(index_path(repo));
    CHECK(IndexFile::parse(own).error().message ==
          "split index without its other half");
    repo.git("update-index --no-split-index");
    repo.git("reset -q --hard");
    for (const auto& file :
         std::filesystem::directory_iterator(repo.path() + "/.git")) {
      if (file.path().filename().string().starts_with("sharedindex.")) {
        std::filesystem::remove(file.path());
      }
    }
  }

  SUBCASE("whose other half is in the git directory, or nowhere, or another") {
    repo.git("update-index --split-index");
    const std::string git_dir = repo.path() + "/.git";
    const std::string moved = repo.path() + "/moved-index";
    std::filesystem::copy_file(index_path(repo), moved);
    const auto lost = IndexFile::open(moved);
    REQUIRE(!lost);
    CHECK(lost.error().message.starts_with(
        moved + ": is a split index, and its other half is missing: " + repo.path() +
        "/sharedindex."));
    const auto found = IndexFile::open(moved, git_dir);
    REQUIRE(found);
    CHECK(listing(*found) == repo.git(kList));

    for (const auto& file : std::filesystem::directory_iterator(git_dir)) {
      const std::string path = file.path().string();
      if (path.find("/sharedindex.") == std::string::npos) continue;
      std::string bytes = *read_file(path);
      bytes.back() = static_cast<char>(bytes.back() ^ 1);
      REQUIRE(leaksieve::write_output(path, bytes));
    }
    CHECK(IndexFile::open(index_path(repo)).error().message ==
          index_path(repo) + ": shared index is another than the one asked for");
  }
}

TEST_CASE("IndexFile reads a sparse index") {
  TempRepo repo;
  fill(repo);
  repo.git("sparse-checkout init --cone --sparse-index");
  repo.git("sparse-checkout set many");
  const IndexFile index = open_index(repo);
  CHECK(listing(index) == repo.git("ls-files --stage --sparse"));
  int directories = 0;
  for (const IndexEntry& entry : index.entries()) {
    if (!entry.is_sparse_directory()) continue;
    ++directories;
    CHECK(entry.skip_worktree);
    const std::string name(entry.path.substr(0, entry.path.size() - 1));
    CHECK(entry.id.hex() == repo.git("rev-parse HEAD:" + name));
  }
  CHECK(directories == 4);
  REQUIRE(index.cached_tree() != nullptr);
  const CachedTree* const tree = index.cached_tree()->child("a");
  REQUIRE(tree != nullptr);
  CHECK(tree->entry_count == 1);
}

TEST_CASE("IndexFile knows the cached trees") {
  TempRepo repo;
  fill(repo);
  IndexFile index = open_index(repo);
  REQUIRE(index.cached_tree() != nullptr);
  CHECK(index.cached_tree()->id.hex() == repo.git("rev-parse HEAD^{tree}"));
  CHECK(index.covered_by(*index.cached_tree(), 0, "") == index.entries().size());
  CHECK(index.covered_by(*index.cached_tree(), 1, "") == 0);

  // Every directory is found, with its tree, and the entries that git lists below it.
  for (const std::string directory : {"a", "a/b", "a/b/c", "a-b", "ab", "many", "z"}) {
    CAPTURE(directory);
    const CachedTree* tree = index.cached_tree();
    for (std::string_view rest = directory; !rest.empty();) {
      const std::size_t slash = rest.find('/');
      tree = tree->child(rest.substr(0, slash));
      REQUIRE(tree != nullptr);
      rest =
          slash == std::string_view::npos ? std::string_view() : rest.substr(slash + 1);
    }
    CHECK(tree->id.hex() == repo.git("rev-parse HEAD:" + directory));
    std::size_t first = 0;
    while (!index.entries()[first].path.starts_with(directory + "/")) ++first;
    const std::size_t count = index.covered_by(*tree, first, directory);
    CHECK(std::to_string(count) == repo.git("ls-files " + directory + "/ | wc -l"));
    CHECK(index.covered_by(*tree, first + 1, directory) == 0);
    CHECK(index.covered_by(*tree, first, directory + "x") == 0);
    CHECK(index.covered_by(*tree, index.entries().size(), directory) == 0);
    CachedTree lie = *tree;
    ++lie.entry_count;
    CHECK(index.covered_by(lie, first, directory) == 0);
  }

  // A change makes the directories above it invalid, and only those.
  repo.write("a/b/other", "changed\n");
  repo.git("add a/b/other");
  index = open_index(repo);
  REQUIRE(index.cached_tree() != nullptr);
  CHECK(!index.cached_tree()->is_valid());
  CHECK(index.covered_by(*index.cached_tree(), 0, "") == 0);
  REQUIRE(index.cached_tree()->child("a") != nullptr);
  CHECK(!index.cached_tree()->child("a")->is_valid());
  REQUIRE(index.cached_tree()->child("many") != nullptr);
  CHECK(index.cached_tree()->child("many")->is_valid());
}

TEST_CASE("IndexFile::open") {
  const TempRepo repo;

  SUBCASE("an absent index is an empty one") {
    const auto index = IndexFile::open(index_path(repo));
    REQUIRE(index);
    CHECK(index->entries().empty());
    CHECK(index->cached_tree() == nullptr);
  }

  SUBCASE("an Error names the file") {
    repo.write("bad", "this is not an index, whatever it is called");
    const auto index = IndexFile::open(repo.path() + "/bad");
    REQUIRE(!index);
    CHECK(index.error().message ==
          repo.path() + "/bad: not an index: does not start with DIRC");
    CHECK(!IndexFile::open(repo.path()));
  }
}

// Never a crash, never a step outside (this is for the sanitizers), and what is
// accepted is lawful.
TEST_CASE("IndexFile survives damage") {
  TempRepo repo;
  for (const char* const file : {"a/b/c", "a/d", "e", "f/g"}) repo.write(file, file);
  repo.commit();
  repo.write("later", "x");
  repo.git("add -N later");
  repo.git("update-index --skip-worktree e");

  const auto damage = [](const std::string& own, const std::string& shared) {
    const bool split = !shared.empty();
    for (std::size_t size = 0; size < own.size(); ++size) {
      parse_copy(std::string_view(own).substr(0, size), shared);
    }
    for (std::size_t size = 0; size < shared.size(); ++size) {
      parse_copy(own, std::string_view(shared).substr(0, size));
    }
    for (const unsigned flip : {0x01U, 0x10U, 0x80U, 0xffU}) {
      std::string bytes = own;
      for (char& byte : bytes) {
        const char before = std::exchange(byte, static_cast<char>(byte ^ flip));
        parse_copy(bytes, shared);
        byte = before;
      }
      bytes = shared;
      for (std::size_t i = 0; split && i < bytes.size(); ++i) {
        const char before = std::exchange(bytes[i], static_cast<char>(bytes[i] ^ flip));
        parse_copy(own, bytes);
        bytes[i] = before;
      }
    }
  };

  for (const char* const version : {"2", "4"}) {
    repo.git(std::string("update-index --index-version ") + version);
    damage(*read_file(index_path(repo)), "");
  }
  repo.git("config splitIndex.maxPercentChange 100");
  repo.git("update-index --split-index");
  repo.git("rm -q --cached f/g");
  repo.write("a/d", "changed");
  repo.git("add a/d");
  damage(*read_file(index_path(repo)), shared_bytes(repo));
}
