#include "scanner/source/owners/mailmap.h"

#include <optional>

#include "scanner/base/ascii.h"

namespace leaksieve {
namespace {

struct Person {
  std::string_view name;
  std::string_view mail;
};

// Takes "Name <mail>" off `rest`; the name may be empty. Nullopt without a mail.
std::optional<Person> take_person(std::string_view& rest) {
  const std::size_t open = rest.find('<');
  const std::size_t close =
      open == std::string_view::npos ? open : rest.find('>', open);
  if (close == std::string_view::npos) return std::nullopt;
  const Person person{trimmed(rest.substr(0, open)),
                      trimmed(rest.substr(open + 1, close - open - 1))};
  rest.remove_prefix(close + 1);
  return person;
}

std::string key(std::string_view mail, std::string_view name) {
  std::string key = to_lower(mail);
  if (!name.empty()) key += '\0' + to_lower(name);
  return key;
}

}  // namespace

Mailmap Mailmap::parse(std::string_view text) {
  Mailmap map;
  while (!text.empty()) map.add_line(take_line(text));
  return map;
}

void Mailmap::add_line(std::string_view line) {
  if (line.starts_with('#')) return;
  const auto first = take_person(line);
  if (!first) return;
  const auto second = take_person(line);
  if (!second) {
    // Proper Name <commit mail>
    if (first->name.empty()) return;
    people_[key(first->mail, "")].name = first->name;
    return;
  }
  // [Proper Name] <proper mail> [Commit Name] <commit mail>
  Today& today = people_[key(second->mail, second->name)];
  if (!first->name.empty()) today.name = first->name;
  if (!first->mail.empty()) today.mail = first->mail;
}

std::string Mailmap::resolve(std::string_view person) const {
  std::string_view rest = person;
  const auto then = take_person(rest);
  if (!then) return std::string(person);
  auto found = people_.find(key(then->mail, then->name));
  if (found == people_.end()) found = people_.find(key(then->mail, ""));
  if (found == people_.end()) return std::string(person);
  const Today& today = found->second;
  std::string out(today.name.empty() ? then->name : std::string_view(today.name));
  if (!out.empty()) out += ' ';
  out += '<';
  out += today.mail.empty() ? then->mail : std::string_view(today.mail);
  return out + '>';
}

}  // namespace leaksieve
