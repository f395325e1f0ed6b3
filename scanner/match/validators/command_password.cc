#include "scanner/match/validators/command_password.h"

#include <algorithm>
#include <string_view>

#include "scanner/match/assignment/cursor.h"
#include "scanner/match/assignment/judge.h"

namespace leaksieve {
namespace {

struct Program {
  std::string_view name;
  std::string_view flag;
  bool after_blank;  // the value may stand after a blank
};

constexpr Program kPrograms[] = {{"mysql", "-p", false},  {"mariadb", "-p", false},
                                 {"sshpass", "-p", true}, {"redis-cli", "-a", true},
                                 {"docker", "-p", true},  {"ldap", "-w", true},
                                 {"unzip", "-P", true},   {"zip", "-P", true}};

bool ends_value(char c, char quote) {
  if (c == '\n' || c == '\r' || c == '\0') return true;
  if (quote != ' ') return c == quote;
  return c == ' ' || c == '\t' || c == '"' || c == '\'' || c == '`' || c == '\\' ||
         c == ';' || c == '|' || c == '&' || c == '<' || c == '>' || c == ')';
}

}  // namespace

Verdict check_command_password(const ValidatorInput& input) {
  const std::string_view text = input.text.substr(
      0, std::min<std::uint64_t>(input.text.size(), input.match.begin + kReachAfter));
  Cursor at(text, input.match.begin);
  const auto program =
      std::find_if(std::begin(kPrograms), std::end(kPrograms), [&](const Program& p) {
        return text.substr(input.match.begin).starts_with(p.name);
      });
  if (program == std::end(kPrograms)) return Verdict::reject();
  for (; !at.at_end() && at.peek() != '\n'; at.skip(1)) {
    if ((at.previous() != ' ' && at.previous() != '\t') || !at.take(program->flag))
      continue;
    if (at.skip_blanks() > 0 && !program->after_blank) return Verdict::reject();
    const char quote = at.peek() == '"' || at.peek() == '\'' ? at.peek() : ' ';
    if (quote != ' ') at.skip(1);
    const std::uint64_t begin = at.position();
    while (!at.at_end() && !ends_value(at.peek(), quote)) at.skip(1);
    const ByteSpan secret{begin, at.position()};
    const std::string_view value = bytes_of(text, secret);
    if (value.empty() || value.front() == '$' || value.front() == '-') {
      return Verdict::reject();
    }
    Verdict verdict = judge_password(value, true);
    verdict.match = ByteSpan{input.match.begin, secret.end};
    verdict.secret = secret;
    return verdict;
  }
  return Verdict::reject();
}

}  // namespace leaksieve
