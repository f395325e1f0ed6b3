#include "scanner/report/escape_markup.h"

#include <fmt/format.h>

#include "scanner/report/escape.h"

namespace leaksieve {
namespace {

bool is_alnum(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool is_one_of(char c, std::string_view set) {
  return set.find(c) != std::string_view::npos;
}

bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }

/// `text`, visible, with each ASCII character for which `keep` is false as a numeric
/// character reference.
template <class Keep>
std::string with_references(std::string_view text, Keep keep) {
  std::string out;
  for (const char c : visible(text)) {
    if (is_ascii(c) && !keep(c)) {
      out += fmt::format("&#{};", static_cast<int>(c));
    } else {
      out += c;
    }
  }
  return out;
}

/// `text`, visible, with each character of `set`, and '%', as %XX.
std::string with_percent(std::string_view text, std::string_view set) {
  std::string out;
  for (const char c : visible(text)) {
    if (c == '%' || is_one_of(c, set)) {
      out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    } else {
      out += c;
    }
  }
  return out;
}

}  // namespace

std::string markup_text(std::string_view text) {
  constexpr std::string_view kNoncharacters[] = {"\xef\xbf\xbe", "\xef\xbf\xbf"};
  std::string out =
      with_references(text, [](char c) { return !is_one_of(c, "&<>\"'"); });
  for (const std::string_view bad : kNoncharacters) {
    for (std::size_t at = out.find(bad); at != std::string::npos;
         at = out.find(bad, at)) {
      out.replace(at, bad.size(), "\xef\xbf\xbd");
    }
  }
  return out;
}

std::string csv_cell(std::string_view text) {
  std::string out = "\"";
  bool begins_cell = true;
  for (const char c : visible(text)) {
    if (begins_cell && is_one_of(c, "=+-@")) out += '\'';
    if (c == '"') out += '"';
    out += c;
    // A blank changes nothing: some programs trim it.
    if (c != ' ') begins_cell = is_one_of(c, ",;|\"'");
  }
  return out + '"';
}

std::string workflow_data(std::string_view text) { return with_percent(text, "\r\n"); }

std::string workflow_property(std::string_view text) {
  return with_percent(text, "\r\n:,");
}

std::string markdown_code(std::string_view text) {
  if (text.empty()) return {};
  return "<code>" +
         with_references(text, [](char c) { return is_alnum(c) || c == ' '; }) +
         "</code>";
}

std::string markdown_text(std::string_view text) {
  return with_references(
      text, [](char c) { return is_alnum(c) || is_one_of(c, " ,.;?()/-%+"); });
}

}  // namespace leaksieve
