// Build-time program: compile_rules OUT FILE.toml... writes OUT.cc (the rule table),
// OUT.hsdb (the serialised Hyperscan database) and OUT.S (which embeds it).
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <deque>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "scanner/match/prefilter.h"
#include "scanner/match/regex.h"
#include "scanner/rules/rule_file.h"

namespace leaksieve {
namespace {

// A C++ string literal; bytes that need it as three-digit octal, which cannot run on.
std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 32 || byte > 126 || c == '"' || c == '\\' || c == '?') {
      out += fmt::format("\\{:03o}", byte);
    } else {
      out += c;
    }
  }
  return out + "\"";
}

std::string table_source(const std::vector<Rule>& rules) {
  std::string lists;
  std::size_t count = 0;
  const auto list = [&](std::span<const std::string_view> values) -> std::string {
    if (values.empty()) return "{}";
    lists += fmt::format("constexpr std::string_view kList{}[] = {{", count);
    for (const std::string_view value : values) lists += quoted(value) + ", ";
    lists += "};\n";
    return fmt::format("kList{}", count++);
  };
  std::string rows;
  for (const Rule& r : rules) {
    rows += fmt::format(
        "  {{.id = {}, .description = {}, .kind = static_cast<Kind>({}),\n   .regex = "
        "{},\n"
        "   .width = {}, .head = {}, .head_width = {}, .secret_group = {}, .entropy = "
        "{}, .keywords = {}, .boundary "
        "= {},\n"
        "   .context = {}, .validator = {}, .severity = static_cast<Severity>({}),\n"
        "   .confidence = static_cast<Confidence>({}), .specificity = {}, .prefixes = "
        "{},\n"
        "   .identifier = {}, .env = {}, .aliases = {}, .tags = {}, .examples = {},\n"
        "   .counterexamples = {}, .rotate_steps = {}, .rotate_url = {},\n"
        "   .check = {}}},\n",
        quoted(r.id), quoted(r.description), static_cast<int>(r.kind), quoted(r.regex),
        r.width, quoted(r.head), r.head_width, r.secret_group, r.entropy,
        list(r.keywords), r.boundary, list(r.context), quoted(r.validator),
        static_cast<int>(r.severity), static_cast<int>(r.confidence), r.specificity,
        list(r.prefixes), r.identifier, list(r.env), list(r.aliases), list(r.tags),
        list(r.examples), list(r.counterexamples), list(r.rotate_steps),
        quoted(r.rotate_url), quoted(r.check));
  }
  return "#include \"scanner/rules/builtin_rules.h\"\n\nnamespace leaksieve "
         "{\nnamespace {\n" +
         lists + "constexpr Rule kRules[] = {\n" + rows +
         "};\n}  // namespace\n\n"
         "std::span<const Rule> builtin_rules() { return kRules; }\n\n"
         "extern \"C\" const char leaksieve_database[];\n"
         "extern \"C\" const char leaksieve_database_end[];\n"
         "std::string_view builtin_database() {\n"
         "  return {leaksieve_database,\n"
         "          static_cast<std::size_t>(leaksieve_database_end - "
         "leaksieve_database)};\n"
         "}\n\n}  // namespace leaksieve\n";
}

// Hyperscan wants the bytes aligned to eight.
std::string embedding_source(const std::string& database_path) {
  return fmt::format(
      "  .section .rodata\n  .balign 64\n  .globl leaksieve_database\n"
      "leaksieve_database:\n  .incbin {}\n  .globl leaksieve_database_end\n"
      "leaksieve_database_end:\n  .byte 0\n  .section .note.GNU-stack,\"\",@progbits\n",
      quoted(database_path));
}

Result<void> write(const std::string& path, const std::string& bytes) {
  std::ofstream file(path, std::ios::binary);
  file << bytes;
  file.close();
  if (!file) return Error{"cannot write " + path};
  return {};
}

// The most bytes that `regex` can match; a mistake if they are more than `limit`.
Result<std::uint32_t> width_of(const Rule& rule, std::string_view regex,
                               std::uint32_t limit) {
  if (const auto ok = Regex::check(regex); !ok) {
    return Error{fmt::format("rule {}: {}", rule.id, ok.error().message)};
  }
  SCANNER_TRY(const std::size_t width, max_match_width(regex));
  if (width > limit) {
    return Error{fmt::format("rule {}: {} can match {} bytes, more than {}", rule.id,
                             regex, width, limit)};
  }
  return static_cast<std::uint32_t>(width);
}

Result<void> run(const std::string& out, const std::vector<std::string>& paths) {
  std::deque<RuleFile> files;
  std::vector<Rule> rules;
  for (const std::string& path : paths) {
    std::ifstream stream(path, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(stream), {}};
    if (!stream) return Error{"cannot read " + path};
    SCANNER_TRY(RuleFile file, RuleFile::parse(text, path));
    files.push_back(std::move(file));
    rules.insert(rules.end(), files.back().rules().begin(), files.back().rules().end());
  }
  std::sort(rules.begin(), rules.end(),
            [](const Rule& a, const Rule& b) { return a.id < b.id; });
  for (std::size_t i = 0; i < rules.size(); ++i) {
    if (i > 0 && rules[i].id == rules[i - 1].id) {
      return Error{fmt::format("two rules are called {}", rules[i].id)};
    }
    if (rules[i].regex.empty()) continue;
    SCANNER_TRY(rules[i].width, width_of(rules[i], rules[i].regex, kMaxMatchWidth));
    if (rules[i].head.empty() && rules[i].width > kMaxHeadlessWidth) {
      return Error{fmt::format("rule {} can match {} bytes, so it needs a head",
                               rules[i].id, rules[i].width)};
    }
    rules[i].head_width = rules[i].width;
    if (rules[i].head.empty()) continue;
    SCANNER_TRY(rules[i].head_width,
                width_of(rules[i], rules[i].head, kMaxHeadlessWidth));
  }
  SCANNER_TRY(const Prefilter prefilter, Prefilter::compile(rules));
  SCANNER_TRY(const std::string database, prefilter.serialize());
  SCANNER_CHECK(write(out + ".hsdb", database));
  SCANNER_CHECK(write(out + ".S", embedding_source(out + ".hsdb")));
  return write(out + ".cc", table_source(rules));
}

}  // namespace
}  // namespace leaksieve

int main(int argc, char** argv) {
  if (argc < 3) {
    std::fputs("usage: compile_rules OUT FILE.toml...\n", stderr);
    return 2;
  }
  const auto done = leaksieve::run(argv[1], {argv + 2, argv + argc});
  if (done) return 0;
  fmt::print(stderr, "compile_rules: {}\n", done.error().message);
  return 1;
}
