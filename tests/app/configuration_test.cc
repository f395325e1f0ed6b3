#include "scanner/app/configuration.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <ostream>

#include "tests/support/temp_dir.h"

namespace leaksieve {
namespace {

struct Folder {
  test::TempDir dir;
  PolicyPlace place{dir.path() + "/", nullptr, {}};

  void write(const std::string& name, const std::string& text) const {
    std::ofstream(dir / name) << text;
  }
  Result<ConfigFile> load(const Options& options = {},
                          const char* environment = nullptr) const {
    return load_configuration(options, environment, place);
  }
};

}  // namespace

TEST_CASE("load_configuration: named, environment, then the first of three names") {
  const Folder folder;
  CHECK(folder.load()->config.path.empty());
  folder.write(".gitleaks.toml", "contact = 'g'\n");
  CHECK(folder.load()->config.contact == "g");
  folder.write(".betterleaks.toml", "contact = 'b'\n");
  CHECK(folder.load()->config.contact == "b");
  folder.write(".leaksieve.toml", "contact = 'l'\n");
  CHECK(folder.load()->config.contact == "l");
  folder.write("env.toml", "contact = 'e'\n");
  const std::string environment = folder.place.folder + "env.toml";
  CHECK(folder.load({}, environment.c_str())->config.contact == "e");
  folder.write("named.toml", "contact = 'n'\n");
  Options options;
  options.config_file = folder.place.folder + "named.toml";
  CHECK(folder.load(options, environment.c_str())->config.contact == "n");
  Options none;
  none.repo_config = false;
  CHECK(folder.load(none)->config.path.empty());
  options.config_file = folder.place.folder + "absent.toml";
  CHECK_FALSE(folder.load(options));
}

TEST_CASE("what a file extends lies beside it, for a repository's inside of it") {
  const Folder folder;
  folder.write("base.toml", "[[rules]]\nid = 'a'\nregex = 'a'\n");
  folder.write(".leaksieve.toml", "[extend]\npath = 'base.toml'\n");
  CHECK(folder.load()->rules.size() == 1);
  for (const char* path : {"../base.toml", "/etc/passwd", "a/../../b"}) {
    CAPTURE(path);
    folder.write(".leaksieve.toml", std::string("[extend]\npath = '") + path + "'\n");
    const auto refused = folder.load();
    REQUIRE_FALSE(refused);
    CHECK(refused.error().message.find("outside of the repository") !=
          std::string::npos);
  }
  folder.write(".leaksieve.toml", "[extend]\npath = 'absent.toml'\n");
  CHECK(folder.load().error().message ==
        ".leaksieve.toml:1:1: there is no file absent.toml to extend");
  folder.write(".leaksieve.toml", "[extend]\npath = '.leaksieve.toml'\n");
  CHECK(folder.load().error().message.find("one too many") != std::string::npos);
}

TEST_CASE("a link out of the repository is not followed") {
  const Folder folder;
  const test::TempDir other;
  std::ofstream(other / "x.toml") << "contact = 'x'\n";
  std::filesystem::create_symlink(other / "x.toml", folder.dir / ".leaksieve.toml");
  CHECK(folder.load()->config.path.empty());
}

TEST_CASE("apply_settings: what was typed wins, lists add up") {
  const auto file = parse_config(
      "[scan]\nmin_confidence = 'low'\nfail_on = 'critical'\nlog_statements = 'off'\n"
      "exclude = ['a']\ndisable_rules = ['r']\n",
      "c.toml", SetBy::anyone);
  REQUIRE(file);
  Options options;
  options.policy.fail_on = Severity::high;
  options.given = {"--fail-on"};
  options.excludes = {"b"};
  apply_settings(*file, options);
  CHECK(options.policy.min_confidence == Confidence::low);
  CHECK(options.policy.fail_on == Severity::high);
  CHECK(options.excludes == std::vector<std::string>{"b", "a"});
  CHECK(options.disabled_rules ==
        std::vector<std::string>{"secret-in-log", "secret-in-error", "r"});
}

}  // namespace leaksieve
