#include "scanner/text/dotenv.h"

#include <doctest/doctest.h>

#include <chrono>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

#include "scanner/text/dotenv_variables.h"
#include "tests/support/golden.h"

namespace leaksieve {
namespace {

using Json = nlohmann::ordered_json;
using Values = std::map<std::string, std::string>;

// What real readers made of texts: tests/text/dotenv/record.py.
Json recorded() {
  std::ifstream file(LEAKSIEVE_SOURCE_DIR "/fixtures/dotenv/readers.json");
  return Json::parse(file);
}

Values plain(const std::string& text) {
  Values values;
  for (const DotenvEntry& entry : read_dotenv(text)) {
    values[std::string(entry.name)] = entry.value;
  }
  return values;
}

Values expanded(const std::string& text) {
  Values values;
  DotenvVariables variables;
  for (const DotenvEntry& entry : read_dotenv(text)) {
    values[std::string(entry.name)] = variables.set(entry);
  }
  return values;
}

std::string value_or_none(const Values& values, const std::string& name) {
  const auto found = values.find(name);
  return found != values.end() ? "=" + found->second : "none";
}

}  // namespace

TEST_CASE("DotenvReader gives what all readers give, else what some give") {
  std::size_t compared = 0;
  std::map<std::string, std::set<std::string>> differs;  // reader -> cases
  for (const Json& row : recorded()) {
    const std::string text = row["text"];
    const std::string about = row["about"];
    CAPTURE(about);
    for (const bool expand : {false, true}) {
      const Values ours = expand ? expanded(text) : plain(text);
      std::map<std::string, Values> readers;
      std::set<std::string> names;
      for (const auto& [name, value] : ours) names.insert(name);
      for (const auto& [reader, values] : row[expand ? "expanded" : "plain"].items()) {
        if (values.is_null()) continue;
        readers[reader] = values.get<Values>();
        for (const auto& [name, value] : readers[reader]) names.insert(name);
      }
      for (const std::string& name : names) {
        CAPTURE(name);
        const std::string value = value_or_none(ours, name);
        std::set<std::string> theirs;
        for (const auto& [reader, values] : readers) {
          theirs.insert(value_or_none(values, name));
          if (value_or_none(values, name) != value) differs[reader].insert(about);
        }
        CAPTURE(value);
        CHECK(theirs.contains(value));
        ++compared;
      }
    }
  }
  CHECK(compared > 200);
  // Where they are of another opinion than we and one of the others.
  std::string list;
  for (const auto& [reader, cases] : differs) {
    list += reader + ":\n";
    for (const std::string& about : cases) list += "  " + about + "\n";
  }
  CHECK(test::golden_mismatch("dotenv_differences.txt", list) == "");
}

TEST_CASE("DotenvReader says where a value stands") {
  const std::string text =
      "\xEF\xBB\xBF# c\r\nexport A = 'one' # c\r\nB=two \nC=\"x\\ny\nz\"\nD=\n";
  std::vector<std::string> seen;
  for (const DotenvEntry& entry : read_dotenv(text)) {
    seen.push_back(std::string(entry.name) + "|" +
                   std::string(bytes_of(text, entry.raw)) + "|" + entry.value + "|" +
                   (entry.quote != 0 ? std::string(1, entry.quote) : "") +
                   (entry.exported ? "|export" : ""));
  }
  CHECK(seen == std::vector<std::string>{"A|one|one|'|export", "B|two|two|",
                                         "C|x\\ny\nz|x\ny\nz|\"", "D|||"});
}

TEST_CASE("DotenvReader reads the plain part of what a shell reads") {
  const std::string text =
      "use nix\nexport A=one B='two words' # c\nif true; then export C=\"a \\\"b\"; "
      "fi\n"
      "D=$(pwd); E=5 && F=6\n# G=7; H=8\nI=\nJ=\"open\nK=1\n";
  std::string seen;
  DotenvReader reader(text, DotenvSyntax::shell);
  while (const auto entry = reader.next()) {
    seen += std::string(entry->name) + "=" + entry->value + "|";
  }
  CHECK(seen == "A=one|B=two words|D=$|E=5|F=6|I=|J=\"open|K=1|");
}

TEST_CASE("DotenvReader is linear on texts that are made to be slow") {
  const auto many = [](std::string_view part, std::size_t bytes) {
    std::string text;
    while (text.size() < bytes) text += part;
    return text;
  };
  constexpr std::size_t kBytes = 4 << 20;
  const std::vector<std::string> texts = {
      many("A=\"x\n", kBytes),     many("A=\"\\\"\nB='\\'\nC=`\n", kBytes),
      many("A='x' y\n", kBytes),   "A=\"" + many("\\\" ", kBytes),
      "A=" + many("x", kBytes),    "A=\"" + many("\\", kBytes),
      many("\" \t", kBytes),       "A='" + many("' ", kBytes),
      many("export ", kBytes),     std::string(kBytes, '\0'),
      many("A=${", kBytes),        "A=" + many("${A:-", kBytes),
      many("\xC2\xA0\xFF", kBytes)};
  for (const std::string& text : texts) {
    CAPTURE(text.substr(0, 16));
    const auto start = std::chrono::steady_clock::now();
    DotenvReader reader(text);
    DotenvVariables variables;
    std::size_t last = 0;
    while (const auto entry = reader.next()) {
      CHECK_MESSAGE(entry->raw.begin >= last, "goes back");
      last = entry->raw.end;
      variables.set(*entry);
    }
    DotenvReader shell(text, DotenvSyntax::shell);
    while (const auto entry = shell.next()) CHECK(entry->raw.end <= text.size());
    const std::chrono::duration<double> seconds =
        std::chrono::steady_clock::now() - start;
    CHECK(seconds.count() < 20);
  }
}

TEST_CASE("read_dotenv stops at a bound") {
  std::string text;
  for (std::size_t i = 0; i < kMaxDotenvEntries + 5; ++i) text += "A=\n";
  CHECK(read_dotenv(text).size() == kMaxDotenvEntries);
}

}  // namespace leaksieve
