#include "scanner/base/glob.h"

#include <fmt/format.h>

#include <cctype>
#include <utility>

namespace leaksieve {
namespace {

constexpr std::size_t kMaxPattern = 4096;

Error bad_pattern(std::string_view pattern, const Error& why) {
  return Error{fmt::format("bad pattern '{}': {}", pattern, why.message)};
}

/// The bytes of a POSIX class, by the tables of the C locale. Nullptr: no such class.
auto class_test(std::string_view name) -> bool (*)(unsigned char) {
  struct Class {
    std::string_view name;
    bool (*test)(unsigned char);
  };
  static constexpr auto kUpper = [](unsigned char c) { return c >= 'A' && c <= 'Z'; };
  static constexpr auto kLower = [](unsigned char c) { return c >= 'a' && c <= 'z'; };
  static constexpr auto kDigit = [](unsigned char c) { return c >= '0' && c <= '9'; };
  static constexpr auto kAlpha = [](unsigned char c) { return kUpper(c) || kLower(c); };
  static constexpr auto kAlnum = [](unsigned char c) { return kAlpha(c) || kDigit(c); };
  static constexpr auto kGraph = [](unsigned char c) { return c > 32 && c < 127; };
  static constexpr Class kClasses[] = {
      {"alnum", kAlnum},
      {"alpha", kAlpha},
      {"blank", [](unsigned char c) { return c == ' ' || c == '\t'; }},
      {"cntrl", [](unsigned char c) { return c < 32 || c == 127; }},
      {"digit", kDigit},
      {"graph", kGraph},
      {"lower", kLower},
      {"print", [](unsigned char c) { return c >= 32 && c < 127; }},
      {"punct", [](unsigned char c) { return kGraph(c) && !kAlnum(c); }},
      {"space", [](unsigned char c) { return c == ' ' || (c >= 9 && c <= 13); }},
      {"upper", kUpper},
      {"xdigit",
       [](unsigned char c) {
         return kDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
       }},
  };
  for (const Class& each : kClasses) {
    if (each.name == name) return each.test;
  }
  return nullptr;
}

/// Cuts the text before the first slash off `rest`, and the slash too.
std::string_view take_component(std::string_view& rest) {
  const std::size_t slash = rest.find('/');
  const std::string_view component = rest.substr(0, slash);
  rest.remove_prefix(slash == std::string_view::npos ? rest.size() : slash + 1);
  return component;
}

}  // namespace

Result<Glob> Glob::parse(std::string_view pattern) {
  const auto fail = [pattern](std::string why) {
    return bad_pattern(pattern, Error{std::move(why)});
  };
  if (pattern.empty()) return Error{"empty pattern"};
  if (pattern.size() > kMaxPattern) {
    return Error{fmt::format("pattern of {} bytes, at most {} are allowed",
                             pattern.size(), kMaxPattern)};
  }
  if (pattern.front() == '!') {
    return fail("negation is not supported (write \\! for a name that starts with !)");
  }
  std::string_view rest = pattern;
  bool anchored = false;
  if (rest.starts_with("./")) {
    rest.remove_prefix(2);
    anchored = true;
  } else if (rest.starts_with('/')) {
    rest.remove_prefix(1);
    anchored = true;
  }
  const bool directory = rest.ends_with('/');
  if (directory) rest.remove_suffix(1);
  if (rest.empty()) return fail("names no file");

  Glob glob;
  anchored = anchored || rest.find('/') != std::string_view::npos;
  if (!anchored) glob.components_.push_back({0, 0, true});
  for (bool more = true; more;) {
    more = rest.find('/') != std::string_view::npos;
    if (auto added = glob.add_component(take_component(rest)); !added) {
      return bad_pattern(pattern, added.error());
    }
  }
  glob.close(directory);
  return glob;
}

void Glob::close(bool directory) {
  below_only_ = directory;
  bool open = false;
  while (!components_.empty() && components_.back().any_depth) {
    components_.pop_back();
    open = true;
  }
  if (!open) return;
  if (!directory && !components_.empty()) {
    below_only_ = true;  // "a/**" is what lies below a
    return;
  }
  // "**" is every path, "**/" every directory, "a/**/" every one below a.
  components_.push_back({0, 0, true});
  const auto end = static_cast<std::uint32_t>(tokens_.size());
  tokens_.push_back({Token::Kind::star});
  components_.push_back({end, end + 1, false});
}

Result<void> Glob::add_component(std::string_view text) {
  if (text.empty()) return Error{"two slashes in a row match nothing"};
  if (text == "." || text == "..") return Error{"'.' and '..' match nothing"};
  Component component;
  component.any_depth = text == "**";
  component.begin = static_cast<std::uint32_t>(tokens_.size());
  for (std::size_t i = 0; !component.any_depth && i < text.size();) {
    Token token;
    switch (text[i]) {
      case '*':
        while (i + 1 < text.size() && text[i + 1] == '*') ++i;
        token.kind = Token::Kind::star;
        ++i;
        break;
      case '?':
        token.kind = Token::Kind::any;
        ++i;
        break;
      case '[': {
        SCANNER_TRY(const std::size_t length, add_set(text.substr(i)));
        token.kind = Token::Kind::set;
        token.set = static_cast<std::uint16_t>(sets_.size() - 1);
        i += length;
        break;
      }
      case '\\':
        if (i + 1 == text.size()) return Error{"ends in the middle of an escape (\\)"};
        ++i;
        [[fallthrough]];
      default:
        token.byte = text[i];
        ++i;
    }
    tokens_.push_back(token);
  }
  component.end = static_cast<std::uint32_t>(tokens_.size());
  components_.push_back(component);
  return {};
}

/// Reads the set that `text` starts with, "[...]", into sets_; gives its length.
/// A ']' that stands first, and a '-' that stands first or last, mean themselves.
Result<std::size_t> Glob::add_set(std::string_view text) {
  std::bitset<256> set;
  std::size_t i = 1;
  const bool negated = i < text.size() && (text[i] == '!' || text[i] == '^');
  if (negated) ++i;
  const std::size_t first = i;
  const auto take_byte = [&]() -> unsigned char {
    if (text[i] == '\\' && i + 1 < text.size()) ++i;
    return static_cast<unsigned char>(text[i++]);
  };
  while (i < text.size() && (text[i] != ']' || i == first)) {
    if (text.substr(i).starts_with("[:")) {
      const std::size_t end = text.find(":]", i + 2);
      if (end == std::string_view::npos) return Error{"[: without :]"};
      const std::string_view name = text.substr(i + 2, end - i - 2);
      const auto test = class_test(name);
      if (test == nullptr) return Error{fmt::format("unknown class [:{}:]", name)};
      for (unsigned c = 0; c < 256; ++c) {
        if (test(static_cast<unsigned char>(c))) set.set(c);
      }
      i = end + 2;
      continue;
    }
    const unsigned low = take_byte();
    unsigned high = low;
    if (i + 1 < text.size() && text[i] == '-' && text[i + 1] != ']') {
      ++i;
      high = take_byte();
      if (high < low) return Error{"a range in [] that goes downwards"};
    }
    for (unsigned c = low; c <= high; ++c) set.set(c);
  }
  if (i >= text.size()) return Error{"[ without ]"};
  sets_.push_back(negated ? ~set : set);
  return i + 1;
}

bool Glob::token_matches(const Token& token, char byte) const {
  switch (token.kind) {
    case Token::Kind::byte:
      return token.byte == byte;
    case Token::Kind::any:
    case Token::Kind::star:
      return true;
    case Token::Kind::set:
      return sets_[token.set][static_cast<unsigned char>(byte)];
  }
  return false;
}

bool Glob::component_matches(const Component& component, std::string_view name) const {
  // After a star the shortest text is tried first; only the last star is ever tried
  // again, because what an earlier one could take longer, the later one takes as well.
  constexpr auto kNone = static_cast<std::uint32_t>(-1);
  std::uint32_t token = component.begin;
  std::uint32_t star = kNone;
  std::size_t star_at = 0;
  for (std::size_t at = 0; at < name.size();) {
    if (token < component.end && tokens_[token].kind == Token::Kind::star) {
      star = token++;
      star_at = at;
    } else if (token < component.end && token_matches(tokens_[token], name[at])) {
      ++token;
      ++at;
    } else if (star != kNone) {
      token = star + 1;
      at = ++star_at;
    } else {
      return false;
    }
  }
  while (token < component.end && tokens_[token].kind == Token::Kind::star) ++token;
  return token == component.end;
}

bool Glob::matches(std::string_view path) const {
  // The same walk as in component_matches, over whole components and "**". The pattern
  // has an open end: if it is used up, the path or a directory above it matches.
  std::size_t component = 0;
  std::size_t any_depth = components_.size();  // the last "**"; size(): none yet
  std::string_view any_depth_rest;             // the path from where it is tried
  const bool directory = path.ends_with('/');
  for (std::string_view rest = path;;) {
    if (component == components_.size()) {
      return !below_only_ || directory || !rest.empty();
    }
    if (rest.empty()) return false;
    if (components_[component].any_depth) {
      any_depth = component++;
      any_depth_rest = rest;
      continue;
    }
    const std::string_view name = take_component(rest);
    if (component_matches(components_[component], name)) {
      ++component;
    } else if (any_depth < components_.size()) {
      take_component(any_depth_rest);
      component = any_depth + 1;
      rest = any_depth_rest;
    } else {
      return false;
    }
  }
}

}  // namespace leaksieve
