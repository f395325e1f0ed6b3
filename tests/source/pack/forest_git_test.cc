// The forest gives what `git cat-file` gives, of any repository and any packing of it.

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <ostream>
#include <random>
#include <string>
#include <thread>
#include <vector>

#include "scanner/source/pack/forest_reader.h"
#include "tests/support/temp_repo.h"

namespace leaksieve {
namespace {

struct Content {
  std::string type;
  std::string bytes;
  friend bool operator==(const Content&, const Content&) = default;
};
using Objects = std::map<std::string, Content>;

Objects objects_of_git(const test::TempRepo& repo) {
  const std::string printed = repo.git("cat-file --batch --batch-all-objects") + "\n";
  Objects objects;
  for (std::size_t at = 0; at < printed.size();) {
    const std::size_t line_end = printed.find('\n', at);
    REQUIRE(line_end != std::string::npos);
    const std::string line = printed.substr(at, line_end - at);
    const std::size_t space = line.rfind(' ');
    const std::size_t size = std::stoull(line.substr(space + 1));
    objects[line.substr(0, 40)] = {line.substr(41, space - 41),
                                   printed.substr(line_end + 1, size)};
    at = line_end + 1 + size + 1;
  }
  return objects;
}

std::vector<std::string> packs_of(const test::TempRepo& repo) {
  std::vector<std::string> paths;
  for (const auto& file :
       std::filesystem::directory_iterator(repo.path() + "/.git/objects/pack")) {
    if (file.path().extension() == ".idx") paths.push_back(file.path().string());
  }
  return paths;
}

/// All objects of a pack, by `workers` threads. Nothing may be left over.
Objects objects_of_pack(const std::string& path, unsigned workers,
                        ForestReader::Limits limits, std::uint64_t chunk_work) {
  auto pack = Pack::open(path);
  REQUIRE(pack);
  LeftOvers left;
  const auto forest = DeltaForest::link(*pack, left);
  Objects objects;
  for (const ObjectType type :
       {ObjectType::commit, ObjectType::tree, ObjectType::blob, ObjectType::tag}) {
    const auto plan = forest.plan(type);
    const auto chunks = plan.chunks(chunk_work);
    std::vector<Objects> parts(workers);
    std::vector<LeftOvers> parts_left(workers);
    std::vector<std::thread> threads;
    for (unsigned worker = 0; worker < workers; ++worker) {
      threads.emplace_back([&, worker] {
        ForestReader reader(forest, limits);
        for (std::size_t i = worker; i < chunks.size(); i += workers) {
          reader.visit(
              plan, chunks[i].begin, chunks[i].end,
              [&](const PackObject& object) {
                parts[worker][object.id.hex()] = {std::string(name_of(object.type)),
                                                  std::string(object.bytes)};
              },
              parts_left[worker]);
        }
      });
    }
    for (std::thread& thread : threads) thread.join();
    for (Objects& part : parts) objects.merge(part);
    for (const LeftOvers& part : parts_left) {
      left.insert(left.end(), part.begin(), part.end());
    }
  }
  CHECK(left.empty());
  CHECK(objects.size() == pack->size());
  return objects;
}

/// Compares what all packs hold with git. `loose` objects are in none of them.
void check_packs(const test::TempRepo& repo, std::size_t loose = 0) {
  const Objects expected = objects_of_git(repo);
  Objects found;
  unsigned round = 0;
  for (const std::string& path : packs_of(repo)) {
    ForestReader::Limits limits;
    limits.memory = round % 2 == 0 ? 1 << 30 : 20000;
    Objects objects = objects_of_pack(path, 1 + round % 3, limits, 5000);
    for (const auto& object : objects) {
      CAPTURE(object.first);
      const auto of_git = expected.find(object.first);
      REQUIRE(of_git != expected.end());
      CHECK((object.second == of_git->second));
    }
    found.merge(objects);
    ++round;
  }
  CHECK(found.size() + loose == expected.size());
}

class Writer {
 public:
  explicit Writer(unsigned seed) : random_(seed) {}

  std::size_t below(std::size_t limit) { return random_() % limit; }

  std::string text(std::size_t lines) {
    std::string text;
    for (; lines > 0; --lines) text += line();
    return text;
  }

  /// Some lines changed, added, removed; now and then all of them; any byte.
  void edit(std::string& text) {
    if (below(30) == 0) text = this->text(below(50));
    for (std::size_t edits = 1 + below(4); edits > 0; --edits) {
      const std::size_t at = below(text.size() + 1);
      text.replace(at, below(60), below(3) == 0 ? std::string() : line());
    }
    if (below(10) == 0) text.push_back(static_cast<char>(below(256)));
  }

 private:
  std::string line() {
    std::string line;
    for (std::size_t size = below(70); size > 0; --size) {
      line.push_back(static_cast<char>('a' + below(26)));
    }
    return line + "\n";
  }

  std::mt19937 random_;
};

void grow(test::TempRepo& repo, Writer& writer, std::vector<std::string>& files,
          int commits) {
  for (; commits > 0; --commits) {
    for (std::size_t edits = 1 + writer.below(4); edits > 0; --edits) {
      const std::size_t which = writer.below(files.size());
      writer.edit(files[which]);
      repo.write(fmt::format("d{}/f{}", which % 3, which), files[which]);
    }
    repo.commit();
  }
}

}  // namespace

TEST_CASE("the forest gives what git gives") {
  // LEAKSIEVE_ROUNDS for more of them.
  const char* const rounds = std::getenv("LEAKSIEVE_ROUNDS");
  const int count = rounds != nullptr ? std::atoi(rounds) : 3;
  for (int round = 0; round < count; ++round) {
    const auto seed = static_cast<unsigned>(round + 1);
    CAPTURE(seed);
    Writer writer(seed);
    test::TempRepo repo;
    std::vector<std::string> files(3 + writer.below(6));
    for (std::string& file : files) file = writer.text(writer.below(300));
    grow(repo, writer, files, 12);
    repo.git("tag -m 'one to keep' v1");
    const std::size_t depths[] = {0, 1, 3, 50, 4095};
    const std::size_t windows[] = {0, 2, 10, 250};
    repo.git(fmt::format("repack -q -adf --depth={} --window={}",
                         depths[writer.below(5)], windows[writer.below(4)]));
    check_packs(repo);

    // A second pack beside it, the first one kept; then loose objects.
    if (writer.below(2) == 0) {
      std::string keep = packs_of(repo)[0];
      keep.replace(keep.size() - 4, 4, ".keep");
      std::filesystem::copy_file(repo.path() + "/.git/HEAD", keep);
    }
    grow(repo, writer, files, 4);
    repo.git("repack -q -d --depth=50");
    CHECK(packs_of(repo).size() == 2);
    check_packs(repo);
    repo.write("loose", "a text that no pack holds");
    repo.git("hash-object -w loose");
    check_packs(repo, 1);
  }
}

TEST_CASE("the forest follows deltas by id") {
  Writer writer(77);
  test::TempRepo repo;
  std::vector<std::string> files(3, writer.text(100));
  grow(repo, writer, files, 20);
  // Without --delta-base-offset, bases are named by id.
  repo.git("-c repack.useDeltaBaseOffset=false repack -q -adf --depth=20");
  check_packs(repo);
  const auto pack = Pack::open(packs_of(repo)[0]);
  REQUIRE(pack);
  bool by_id = false;
  for (ObjectNumber number = 0; number < pack->size(); ++number) {
    char bytes[kMaxEntryHeader];
    const std::uint64_t offset = pack->index().offset(number);
    const std::size_t size =
        std::min<std::uint64_t>(sizeof bytes, pack->index().span(number));
    REQUIRE(pack->file().read(offset, bytes, size));
    const auto header = parse_entry_header({bytes, size}, offset);
    REQUIRE(header);
    CHECK(header->kind != EntryKind::offset_delta);
    by_id = by_id || header->kind == EntryKind::id_delta;
  }
  CHECK(by_id);
}

TEST_CASE("the forest follows chains of git as long as git makes them") {
  Writer writer(78);
  test::TempRepo repo;
  std::string text = writer.text(20);
  // Blobs, without commits: by `git fast-import`, which is quick.
  std::string stream;
  for (int i = 0; i < 4200; ++i) {
    text += fmt::format("{}\n", i);
    stream += fmt::format("blob\ndata {}\n{}\n", text.size(), text);
  }
  repo.write("stream", stream);
  repo.git("-c fastimport.unpackLimit=0 fast-import --quiet --depth=4095 < stream");
  REQUIRE(packs_of(repo).size() == 1);
  check_packs(repo);
  const auto pack = Pack::open(packs_of(repo)[0]);
  REQUIRE(pack);
  LeftOvers left;
  const auto forest = DeltaForest::link(*pack, left);
  std::size_t deepest = 0;
  for (ObjectNumber number = 0; number < pack->size(); ++number) {
    std::size_t depth = 0;
    for (ObjectNumber at = number; forest.base(at) != kNoObject; at = forest.base(at)) {
      ++depth;
    }
    deepest = std::max(deepest, depth);
  }
  CHECK(deepest == 4095);
}

TEST_CASE("the forest gives large files") {
  Writer writer(79);
  test::TempRepo repo;
  std::string large = writer.text(200000);  // 7 MB
  repo.commit("large", large, "one");
  large.insert(large.size() / 2, "another line\n");
  repo.commit("large", large, "two");
  repo.git("repack -q -adf");
  check_packs(repo);
}

}  // namespace leaksieve
