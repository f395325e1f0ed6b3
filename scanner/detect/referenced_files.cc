#include "scanner/detect/referenced_files.h"

#include <algorithm>
#include <optional>
#include <string>

#include "scanner/base/ascii.h"
#include "scanner/text/env_file_name.h"

namespace leaksieve {
namespace {

std::string_view base_name(std::string_view path) {
  return path.substr(path.find_last_of('/') + 1);
}

// A scalar without its quotes and its comment.
std::string_view scalar(std::string_view text) {
  text = trimmed(text);
  if (!text.empty() && (text.front() == '"' || text.front() == '\'')) {
    const std::size_t close = text.find(text.front(), 1);
    return close == std::string_view::npos ? std::string_view()
                                           : text.substr(1, close - 1);
  }
  return trimmed(text.substr(0, text.find(" #")));
}

// `reference`, seen from the folder of `path`; nullopt if that is no file of the tree.
std::optional<std::string> resolved(std::string_view path, std::string_view reference) {
  if (reference.empty() || reference.front() == '/' || reference.front() == '~' ||
      reference.find_first_of("${}*") != std::string_view::npos) {
    return std::nullopt;
  }
  std::vector<std::string_view> parts;
  const auto add = [&](std::string_view some) {
    while (!some.empty()) {
      const std::size_t slash = some.find('/');
      const std::string_view part = some.substr(0, slash);
      some = slash == std::string_view::npos ? "" : some.substr(slash + 1);
      if (part.empty() || part == ".") continue;
      if (part != "..") {
        parts.push_back(part);
      } else if (parts.empty()) {
        return false;
      } else {
        parts.pop_back();
      }
    }
    return true;
  };
  const std::size_t slash = path.find_last_of('/');
  const bool inside =
      add(slash == std::string_view::npos ? "" : path.substr(0, slash)) &&
      add(reference);
  if (!inside || parts.empty()) return std::nullopt;
  std::string out = path.starts_with('/') ? "/" : "";
  for (const std::string_view part : parts) {
    if (!out.empty() && out != "/") out += '/';
    out += part;
  }
  return out;
}

// Reads the lines, and knows under which keys each stands.
class ComposeReader {
 public:
  ComposeReader(std::string_view text, std::string_view path, RuleIndex rule,
                std::vector<Candidate>& out)
      : text_(text), path_(path), rule_(rule), out_(out) {}

  void read() {
    std::string_view rest = text_;
    while (!rest.empty()) read_line(take_line(rest));
  }

 private:
  void read_line(std::string_view line) {
    const std::size_t indent = line.find_first_not_of(' ');
    if (indent == std::string_view::npos || line[indent] == '#') return;
    std::string_view content = trimmed(line.substr(indent));
    const bool is_entry = content.starts_with("- ");
    if (list_ && (is_entry ? indent < list_indent_ : indent <= list_indent_)) {
      list_ = false;
    }
    if (is_entry) content = trimmed(content.substr(2));
    if (list_ && is_entry && !content.starts_with("path:")) {
      add(scalar(content), kEnvironment);
      return;
    }
    const std::size_t colon = content.find(':');
    if (colon == std::string_view::npos) return;
    const std::string_view key = content.substr(0, colon);
    const std::string_view value = scalar(content.substr(colon + 1));
    if (indent == 0) in_secrets_ = key == "secrets";
    if (in_secrets_ && indent > 0 && key == "file") {
      add(value, "the compose file gives it to containers as a secret");
    } else if (list_ && key == "path") {
      add(value, kEnvironment);
    } else if (key == "env_file" && value.empty()) {
      list_ = true;
      list_indent_ = indent;
    } else if (key == "env_file") {
      add(value, kEnvironment);
    }
  }

  void add(std::string_view reference, const char* why) {
    const std::optional<std::string> file = resolved(path_, reference);
    if (!file || env_file_named(base_name(*file)) != EnvFile::no) return;
    const auto begin = static_cast<std::uint64_t>(reference.data() - text_.data());
    Candidate candidate;
    candidate.rule = rule_;
    candidate.match = candidate.secret = {begin, begin + reference.size()};
    candidate.severity = Severity::high;
    candidate.confidence = Confidence::medium;
    candidate.evidence.emplace_back(why);
    candidate.related.push_back({std::string(kReferencedFile), {}, *file});
    out_.push_back(std::move(candidate));
  }

  static constexpr const char* kEnvironment =
      "the compose file gives it to a service as its environment";

  std::string_view text_;
  std::string_view path_;
  RuleIndex rule_;
  std::vector<Candidate>& out_;
  bool in_secrets_ = false;
  bool list_ = false;  // of environment files
  std::size_t list_indent_ = 0;
};

}  // namespace

bool is_compose_file(std::string_view name) {
  return (name.starts_with("compose") || name.starts_with("docker-compose")) &&
         (name.ends_with(".yml") || name.ends_with(".yaml"));
}

void add_referenced_files(std::string_view text, std::string_view path, RuleIndex rule,
                          std::vector<Candidate>& candidates) {
  ComposeReader(text, path, rule, candidates).read();
}

}  // namespace leaksieve
