// Where a secret came from, found by containment, is what a walk over all files of all
// commits finds.
#include "scanner/source/history/attribution.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <ostream>
#include <random>
#include <set>
#include <tuple>

#include "scanner/source/commit.h"
#include "scanner/source/commit_walk.h"
#include "tests/support/random_repo.h"

namespace leaksieve {
namespace {

using Files = std::map<std::string, ObjectId>;
using Counts = std::map<std::uint32_t, std::uint32_t>;

// The slow way: every file of every commit.
class BruteForce {
  using Spot = std::pair<std::uint32_t, std::string>;
  using Event = std::tuple<std::int64_t, std::string, ObjectId>;  // time, path, commit

 public:
  BruteForce(const git::Repository& repository, const std::vector<Holding>& holdings)
      : store_(repository) {
    for (const Holding& holding : holdings) {
      held_[holding.blob][holding.secret] += holding.count;
    }
    std::vector<ObjectId> tips;
    const std::vector<git::Ref> refs = repository.refs().value();
    for (const git::Ref& ref : refs) tips.push_back(ref.target);
    Diagnostics diagnostics;
    commits_ = walk_commits(store_, tips, {}, {}, nullptr, diagnostics);
    REQUIRE(diagnostics.empty());
    for (const WalkedCommit& commit : commits_)
      files_[commit.id] = read(commit.header.tree);
    for (const WalkedCommit& commit : commits_) look_at(commit);
    for (const git::Ref& ref : refs) {
      for (const auto& [path, blob] : files_.at(ref.target)) {
        for (const auto& [secret, times] : held_[blob]) {
          refs_[root(secret, path)].insert(ref.name);
        }
      }
    }
    const ObjectId head = *repository.head();
    for (const auto& [path, blob] : files_.at(head)) {
      for (const auto& [secret, times] : held_[blob])
        at_head_.insert(root(secret, path));
    }
  }

  // "secret path commit head refs", sorted.
  std::vector<std::string> told() {
    std::map<Spot, Event> first;
    for (const auto& [spot, events] : introduced_) {
      for (const auto& event : events) {
        const Spot to = root(spot.first, spot.second);
        const auto [it, is_new] = first.try_emplace(to, event);
        if (!is_new) it->second = std::min(it->second, event);
      }
    }
    std::vector<std::string> lines;
    for (const auto& [spot, event] : first) {
      std::string line = std::to_string(spot.first) + " " + std::get<1>(event) + " " +
                         std::get<2>(event).hex() +
                         (at_head_.contains(spot) ? " head" : "");
      for (const std::string& ref : refs_[spot]) line += " " + ref;
      lines.push_back(line);
    }
    std::sort(lines.begin(), lines.end());
    return lines;
  }

 private:
  Files read(const ObjectId& root) const {
    Files files;
    std::vector<std::pair<ObjectId, std::string>> stack{{root, ""}};
    while (!stack.empty()) {
      const auto [id, prefix] = stack.back();
      stack.pop_back();
      const auto tree = store_.read_structure(id, ObjectType::tree);
      REQUIRE(tree);
      const auto entries = parse_tree(tree->bytes());
      REQUIRE(entries);
      for (const TreeEntry& entry : *entries) {
        const std::string path = prefix + std::string(entry.name);
        if (entry.is_tree()) {
          stack.emplace_back(entry.id, path + "/");
        } else {
          files[path] = entry.id;
        }
      }
    }
    return files;
  }

  std::uint32_t count(const ObjectId& commit, const std::string& path,
                      std::uint32_t secret) {
    const auto file = files_.at(commit).find(path);
    if (file == files_.at(commit).end()) return 0;
    const auto found = held_[file->second].find(secret);
    return found == held_[file->second].end() ? 0 : found->second;
  }

  bool holds_something(const ObjectId& commit, const std::string& path) {
    const auto file = files_.at(commit).find(path);
    return file != files_.at(commit).end() && !held_[file->second].empty();
  }

  void look_at(const WalkedCommit& commit) {
    const auto& parents = commit.header.parents;
    for (const auto& [path, blob] : files_.at(commit.id)) {
      for (const auto& [secret, times] : Counts(held_[blob])) {
        const bool more =
            std::all_of(parents.begin(), parents.end(),
                        [&, s = secret, t = times, p = path](const ObjectId& id) {
                          return t > count(id, p, s);
                        });
        if (!more) continue;
        const std::string from = moved_from(commit, secret, times);
        if (!from.empty()) {
          unite({secret, path}, {secret, from});
        } else {
          introduced_[{secret, path}].emplace_back(commit.header.commit_time, path,
                                                   commit.id);
        }
      }
    }
  }

  // The first path, in the order of the folders' names, that the commit drops.
  std::string moved_from(const WalkedCommit& commit, std::uint32_t secret,
                         std::uint32_t times) {
    const auto& parents = commit.header.parents;
    if (parents.empty()) return "";
    std::string best;
    for (const auto& [path, blob] : files_.at(parents[0])) {
      if (files_.at(commit.id).contains(path)) continue;
      const bool all = std::all_of(
          parents.begin(), parents.end(),
          [&, p = path](const ObjectId& id) { return holds_something(id, p); });
      const bool one = std::any_of(
          parents.begin(), parents.end(),
          [&, p = path](const ObjectId& id) { return count(id, p, secret) >= times; });
      if (all && one && (best.empty() || path < best)) best = path;
    }
    return best;
  }

  Spot root(std::uint32_t secret, const std::string& path) {
    Spot spot{secret, path};
    for (auto up = united_.find(spot); up != united_.end(); up = united_.find(spot)) {
      spot = up->second;
    }
    return spot;
  }

  void unite(const Spot& from, const Spot& to) {
    const Spot a = root(from.first, from.second);
    const Spot b = root(to.first, to.second);
    if (a != b) united_.emplace(a, b);
  }

  ObjectStore store_;
  std::map<ObjectId, Counts> held_;
  std::vector<WalkedCommit> commits_;
  std::map<ObjectId, Files> files_;
  std::map<Spot, std::vector<Event>> introduced_;
  std::map<Spot, Spot> united_;
  std::map<Spot, std::set<std::string>> refs_;
  std::set<Spot> at_head_;
};

std::vector<Holding> random_holdings(const git::Repository& repository,
                                     std::mt19937_64& random, std::uint32_t secrets) {
  const auto history = read_history(repository, {});
  REQUIRE(history);
  std::vector<ObjectId> blobs;
  for (const ObjectNumber blob : (*history)->reachable->blobs()) {
    blobs.push_back((*history)->objects.id(blob));
  }
  std::sort(blobs.begin(), blobs.end());
  std::vector<Holding> holdings;
  for (const ObjectId& blob : blobs) {
    for (std::uint32_t secret = 0; secret < secrets; ++secret) {
      const auto dice = random() % 6;
      if (dice < 2) {
        holdings.push_back({blob, secret, static_cast<std::uint32_t>(dice + 1)});
      }
    }
  }
  return holdings;
}

}  // namespace

TEST_CASE("Attribution says what a walk over every file of every commit says") {
  constexpr std::uint32_t kSecrets = 3;
  const char* asked = std::getenv("LEAKSIEVE_ROUNDS");
  const std::uint64_t rounds =
      asked != nullptr ? std::strtoull(asked, nullptr, 10) : 12;
  std::size_t told = 0;
  for (std::uint64_t seed = 1; seed <= rounds; ++seed) {
    CAPTURE(seed);
    std::mt19937_64 random(seed);
    test::RandomRepo made(seed, {.commits = 40, .files = 8, .lines = 4});
    made.repack();
    const git::Library library;
    const auto repository = git::Repository::open(library, {made.path()});
    REQUIRE(repository);
    const std::vector<Holding> holdings =
        random_holdings(*repository, random, kSecrets);
    const std::vector<std::string> expected = BruteForce(*repository, holdings).told();

    const auto history = read_history(*repository, {});
    REQUIRE(history);
    std::vector<std::string> lines;
    const auto origins = attribute(**history, holdings, kSecrets);
    for (std::uint32_t secret = 0; secret < kSecrets; ++secret) {
      for (const Origin& origin : origins[secret]) {
        std::string line = std::to_string(secret) + " " + origin.path + " " +
                           origin.commit.hex() + (origin.at_head ? " head" : "");
        for (const std::string& ref : origin.refs) line += " " + ref;
        lines.push_back(line);
      }
    }
    std::sort(lines.begin(), lines.end());
    told += lines.size();
    CHECK(lines == expected);
  }
  CHECK(told > 100);
}

}  // namespace leaksieve
