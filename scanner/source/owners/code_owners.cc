#include "scanner/source/owners/code_owners.h"

#include <algorithm>
#include <utility>

#include "scanner/base/ascii.h"

namespace leaksieve {
namespace {

constexpr std::string_view kBlanks = " \t\r";

void skip_blanks(std::string_view& text) {
  text.remove_prefix(std::min(text.find_first_not_of(kBlanks), text.size()));
}

// Takes what stands before the next blank; a backslash keeps the byte after it.
std::string_view take_word(std::string_view& text) {
  std::size_t end = 0;
  while (end < text.size() && kBlanks.find(text[end]) == std::string_view::npos) {
    end += text[end] == '\\' ? 2 : 1;
  }
  const std::string_view word = text.substr(0, std::min(end, text.size()));
  text.remove_prefix(word.size());
  return word;
}

bool is_owner(std::string_view word) {
  return word.size() > 1 && word.find('@') != std::string_view::npos;
}

// Up to a comment. Words that are no owners are left out, or nullopt where they make
// the line one that cannot be understood.
std::optional<std::vector<std::string>> take_owners(std::string_view rest,
                                                    CodeOwners::Dialect dialect) {
  std::vector<std::string> owners;
  for (skip_blanks(rest); !rest.empty(); skip_blanks(rest)) {
    const std::string_view word = take_word(rest);
    if (word.starts_with('#')) break;
    if (is_owner(word)) {
      owners.emplace_back(word);
    } else if (dialect == CodeOwners::Dialect::github) {
      return std::nullopt;
    }
  }
  return owners;
}

bool has_open_bracket(std::string_view pattern) {
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    if (pattern[i] == '\\') {
      ++i;
    } else if (pattern[i] == '[') {
      return true;
    }
  }
  return false;
}

// The name in "[Name]", "^[Name]", "[Name][2]"; `rest` is then what stands behind it.
std::optional<std::string_view> take_section_head(std::string_view& rest) {
  std::string_view text = rest;
  if (text.starts_with('^')) text.remove_prefix(1);
  if (!text.starts_with('[')) return std::nullopt;
  const std::size_t close = text.find(']');
  if (close == std::string_view::npos || close == 1) return std::nullopt;
  const std::string_view name = text.substr(1, close - 1);
  text.remove_prefix(close + 1);
  // How many have to approve.
  if (text.starts_with('[')) {
    const std::size_t end = text.find(']');
    if (end == std::string_view::npos) return std::nullopt;
    text.remove_prefix(end + 1);
  }
  rest = text;
  return name;
}

}  // namespace

CodeOwners::Dialect CodeOwners::guess_dialect(std::string_view text) {
  while (!text.empty()) {
    std::string_view line = take_line(text);
    skip_blanks(line);
    std::string_view rest = line;
    // "[slug].tsx @owner" is a path: a head ends in the bracket, or before a blank.
    if (take_section_head(rest) &&
        (rest.empty() || kBlanks.find(rest[0]) != std::string_view::npos)) {
      return Dialect::gitlab;
    }
  }
  return Dialect::github;
}

CodeOwners CodeOwners::parse(std::string_view text, Dialect dialect) {
  CodeOwners out;
  out.sections_.emplace_back();
  std::size_t section = 0;
  while (!text.empty()) out.add_line(take_line(text), dialect, section);
  return out;
}

void CodeOwners::add_line(std::string_view text, Dialect dialect,
                          std::size_t& section) {
  skip_blanks(text);
  if (text.empty() || text.starts_with('#')) return;
  if (dialect == Dialect::gitlab) {
    if (const auto name = take_section_head(text)) {
      section = section_named(*name);
      auto owners = take_owners(text, dialect);
      if (!owners->empty()) sections_[section].owners = std::move(*owners);
      return;
    }
  }
  Line line;
  std::string pattern(take_word(text));
  if (dialect == Dialect::github && has_open_bracket(pattern)) return;
  if (pattern.starts_with('!')) {
    if (dialect == Dialect::github) return;
    line.excluded = true;
    pattern.erase(0, 1);
  }
  const bool rooted = pattern.starts_with('/');
  if (dialect == Dialect::gitlab && !rooted) pattern.insert(0, "**/");
  if (pattern.ends_with("/*") && (rooted || dialect == Dialect::github)) {
    line.direct_only = true;
    line.depth = static_cast<std::size_t>(
        std::count(pattern.begin() + (rooted ? 1 : 0), pattern.end(), '/'));
    // Where "**" stands for any number of folders the depth says nothing.
    if (pattern.find("**") != std::string::npos) line.direct_only = false;
  }
  auto glob = Glob::parse(pattern);
  auto owners = take_owners(text, dialect);
  if (!glob || !owners) return;
  line.pattern = std::move(*glob);
  line.owners = std::move(*owners);
  sections_[section].lines.push_back(std::move(line));
}

std::size_t CodeOwners::section_named(std::string_view name) {
  const auto [it, is_new] =
      section_numbers_.try_emplace(to_lower(name), sections_.size());
  if (is_new) sections_.emplace_back();
  return it->second;
}

bool CodeOwners::matches(const Line& line, std::string_view path) {
  if (line.direct_only && static_cast<std::size_t>(std::count(path.begin(), path.end(),
                                                              '/')) != line.depth) {
    return false;
  }
  return line.pattern.matches(path);
}

const std::vector<std::string>* CodeOwners::owners_in(const Section& section,
                                                      std::string_view path) {
  const Line* last = nullptr;
  for (auto line = section.lines.rbegin(); line != section.lines.rend(); ++line) {
    if ((last != nullptr && !line->excluded) || !matches(*line, path)) continue;
    // What is taken out stays out, wherever the line stands.
    if (line->excluded) return nullptr;
    last = &*line;
  }
  if (last == nullptr) return nullptr;
  return last->owners.empty() ? &section.owners : &last->owners;
}

std::string CodeOwners::owners_of(std::string_view path) const {
  std::vector<std::string_view> all;
  for (const Section& section : sections_) {
    const std::vector<std::string>* owners = owners_in(section, path);
    if (owners == nullptr) continue;
    for (const std::string& owner : *owners) {
      if (std::find(all.begin(), all.end(), owner) == all.end()) all.push_back(owner);
    }
  }
  std::string out;
  for (const std::string_view owner : all) {
    if (!out.empty()) out += ' ';
    out += owner;
  }
  return out;
}

}  // namespace leaksieve
