// The cases of fixtures/log-statements, which were written apart from the detector.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>
#include <string>
#include <vector>

#include "scanner/detect/log_statements.h"

namespace leaksieve {
namespace {

struct Case {
  std::string kind;
  std::string title;
  std::string code;
};

std::vector<Case> read_cases(const std::filesystem::path& path) {
  std::ifstream file(path);
  std::vector<Case> cases;
  for (std::string line; std::getline(file, line);) {
    const std::size_t colon = line.find(": ");
    if (line.starts_with("=== ") && colon != std::string::npos) {
      cases.push_back({line.substr(4, colon - 4), line.substr(colon + 2), ""});
    } else if (!cases.empty()) {
      cases.back().code += line + "\n";
    }
  }
  return cases;
}

// The name that a case is scanned under.
std::string path_of_language(const std::string& language) {
  constexpr std::pair<const char*, const char*> kPaths[] = {
      {"python", "app.py"},
      {"javascript", "app.js"},
      {"typescript", "app.ts"},
      {"go", "app.go"},
      {"java", "App.java"},
      {"kotlin", "App.kt"},
      {"rust", "app.rs"},
      {"swift", "App.swift"},
      {"ruby", "app.rb"},
      {"csharp", "App.cs"},
      {"php", "app.php"},
      {"cpp", "app.cpp"},
      {"shell", "app.sh"},
      {"terraform", "main.tf"},
      {"github-actions", ".github/workflows/ci.yml"}};
  for (const auto& [name, path] : kPaths) {
    if (language == name) return path;
  }
  return "";
}

// What is shown by default: findings of medium confidence and more.
std::size_t shown(const std::string& path, const std::string& code) {
  std::vector<Candidate> found;
  find_log_statements(code, path, {}, found);
  return static_cast<std::size_t>(
      std::count_if(found.begin(), found.end(), [](const Candidate& candidate) {
        return candidate.confidence >= Confidence::medium;
      }));
}

struct Score {
  double leaks = 0, leaks_found = 0, flows = 0, flows_found = 0, cleans = 0,
         false_ones = 0;

  void add(const Score& other) {
    leaks += other.leaks;
    leaks_found += other.leaks_found;
    flows += other.flows;
    flows_found += other.flows_found;
    cleans += other.cleans;
    false_ones += other.false_ones;
  }
  double direct_recall() const { return leaks > 0 ? leaks_found / leaks : 1; }
  double flow_recall() const { return flows > 0 ? flows_found / flows : 1; }
  double precision() const {
    const double found = leaks_found + flows_found;
    return found + false_ones > 0 ? found / (found + false_ones) : 1;
  }
  std::string words() const {
    std::ostringstream out;
    out.precision(3);
    out << "direct " << leaks_found << "/" << leaks << " = " << direct_recall()
        << ", flow " << flows_found << "/" << flows << " = " << flow_recall() << ", "
        << cleans << " clean, false " << false_ones << ", precision " << precision();
    return out.str();
  }
};

}  // namespace

// LEAKSIEVE_CASES names a folder with other cases; LEAKSIEVE_SHOW_CASES prints each
// case that is judged wrongly.
TEST_CASE("log statements: recall and precision on the cases") {
  const char* other = std::getenv("LEAKSIEVE_CASES");
  const std::filesystem::path folder =
      other != nullptr ? other : LEAKSIEVE_SOURCE_DIR "/fixtures/log-statements";
  const bool show = std::getenv("LEAKSIEVE_SHOW_CASES") != nullptr;
  Score all;
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() == ".cases") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  REQUIRE(files.size() >= 10);
  for (const auto& file : files) {
    const std::string language = file.stem().string();
    const std::string path = path_of_language(language);
    CAPTURE(language);
    REQUIRE_FALSE(path.empty());
    Score score;
    for (const Case& one : read_cases(file)) {
      const std::size_t found = shown(path, one.code);
      const bool clean = one.kind == "clean";
      if (clean) {
        ++score.cleans;
        score.false_ones += static_cast<double>(found);
      } else {
        (one.kind == "flow" ? score.flows : score.leaks) += 1;
        (one.kind == "flow" ? score.flows_found : score.leaks_found) +=
            found > 0 ? 1 : 0;
      }
      if (show && clean != (found == 0)) {
        std::cout << "--- " << language << " " << one.kind << ": " << one.title << "\n"
                  << one.code;
      }
    }
    std::cout << language << ": " << score.words() << "\n";
    all.add(score);
    CHECK(score.leaks + score.flows + score.cleans >= 40);
    CHECK(score.direct_recall() >= 0.95);
    CHECK(score.flow_recall() >= 0.80);
    CHECK(score.precision() >= 0.95);
  }
  std::cout << "all: " << all.words() << "\n";
}

}  // namespace leaksieve
