#include "scanner/app/policy_place.h"

#include <doctest/doctest.h>

#include <ostream>

#include "tests/support/temp_repo.h"

namespace leaksieve {

TEST_CASE("PolicyPlace: a folder or a commit, and nothing through a link") {
  const git::Library library;
  test::TempRepo repo;
  repo.commit("policy", "committed", "first");
  repo.write("policy", "in the folder");
  repo.write("make.sh", "ln -s /etc/hostname link");
  repo.git("--version && cd " + repo.path() + " && sh make.sh");
  const auto repository = git::Repository::open(library, {repo.path()});
  REQUIRE(repository);
  PolicyPlace place{repository->work_dir(), &*repository, {}};
  CHECK(place.read("policy")->value_or("none") == "in the folder");
  CHECK(place.read("absent")->value_or("none") == "none");
  CHECK(place.read("link")->value_or("none") == "none");
  place.commit = *repository->head();
  CHECK(place.read("policy")->value_or("none") == "committed");
  place.is_void = true;
  CHECK(place.read("policy")->value_or("none") == "none");
}

TEST_CASE("path_from") {
  test::TempRepo repo;
  repo.write("a/b", "x");
  const std::string folder = repo.path() + "/";
  CHECK(path_from(folder, folder + "a/b") == "a/b");
  CHECK(path_from(folder, folder + "a/../a/./b") == "a/b");
  CHECK(path_from(folder, "/elsewhere") == "/elsewhere");
  CHECK(path_from("", "a") == "a");
  CHECK(path_from(folder, "").empty());
}

TEST_CASE("load_policy: the repository's files, unless they are not believed") {
  test::TempRepo repo;
  repo.write(".gitleaksignore", "a:rule:1\n");
  repo.write(
      ".leaksieve-baseline.jsonl",
      "{\"leaksieve\":\"baseline/1\"}\n{\"rule\":\"r\",\"fingerprint\":\"x\"}\n");
  const PolicyPlace place{repo.path() + "/", nullptr, {}};
  Options options;
  Diagnostics diagnostics;
  const auto count = [&] {
    const auto loaded = load_policy(place, options, diagnostics);
    REQUIRE(loaded);
    return loaded->acceptances.entries.size();
  };
  CHECK(count() == 2);
  options.use_baselines = false;
  CHECK(count() == 1);
  options.use_baselines = true;
  options.repo_config = false;
  CHECK(count() == 0);
  options.baselines = {repo.path() + "/.leaksieve-baseline.jsonl"};
  CHECK(count() == 1);
  options.baselines = {repo.path() + "/absent"};
  CHECK_FALSE(load_policy(place, options, diagnostics));
}

}  // namespace leaksieve
