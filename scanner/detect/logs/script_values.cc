#include "scanner/detect/logs/script_values.h"

#include <algorithm>

#include "scanner/base/ascii.h"
#include "scanner/detect/logs/callees.h"
#include "scanner/detect/logs/names.h"
#include "scanner/detect/logs/script_commands.h"

namespace leaksieve::logs {
namespace {

Level level_of(NameGrade grade) {
  return grade == NameGrade::secret ? Level::high
         : grade == NameGrade::hint ? Level::hint
                                    : Level::none;
}

bool has(std::string_view text, std::string_view what) {
  return text.find(what) != std::string_view::npos;
}

}  // namespace

Leak ScriptValues::leak_of(const ShellExpansion& expansion) const {
  if (expansion.form == ShellExpansion::Form::expression)
    return leak_of_expression(expansion);
  if (expansion.form == ShellExpansion::Form::command)
    return leak_of_command(expansion);
  if (expansion.form == ShellExpansion::Form::none_of_it) return {};
  const std::string_view name = bytes_of(text_, expansion.name);
  Leak leak;
  leak.span = expansion.span;
  leak.name = name;
  const std::string lower = to_lower(name.substr(0, 100));
  // Counters of what passed and failed are everywhere.
  if (lower != "pass" && lower != "pin" && lower != "pwd" && lower != "oldpwd")
    leak.level = level_of(grade_name(name, NameUse::setting));
  if (const auto known = values_.find(name); known != values_.end()) {
    if (known->second.level == Level::none) return {};
    leak.link = known->second.link;
    leak.dump = known->second.dump;
    const Level level = std::min(known->second.level, Level::medium);
    leak.level =
        leak.level == Level::hint ? Level::medium : std::max(leak.level, level);
  }
  if (leak.level != Level::none && expansion.form == ShellExpansion::Form::part) {
    if (expansion.shown >= 0 && expansion.shown <= 4) return {};
    leak.level = Level::low;
  }
  return leak;
}

// What stands in ${{ }}.
Leak ScriptValues::leak_of_expression(const ShellExpansion& expansion) const {
  const std::string_view inside =
      trimmed(bytes_of(text_, expansion.name)).substr(0, 500);
  Leak leak;
  leak.span = expansion.span;
  if (has(inside, "==") || has(inside, "!=") || has(inside, "&&") ||
      has(inside, "hashFiles")) {
    return {};
  }
  const std::string lower = to_lower(inside);
  if (has(lower, "tojson(secrets)") || has(lower, "tojson( secrets )")) {
    leak.level = Level::high;
    leak.dump = true;
    return leak;
  }
  const std::size_t last = std::min(inside.find_first_of(" )"), inside.size());
  std::string_view name = inside.substr(0, last);
  name = name.substr(name.rfind('.') == name.npos ? 0 : name.rfind('.') + 1);
  leak.name = name;
  if (has(inside, "secrets.") || has(inside, "secrets[") || inside == "github.token") {
    leak.level = Level::high;
  } else if (inside.starts_with("env.")) {
    const auto known = values_.find(name);
    leak.level = known != values_.end() ? Level::medium
                                        : level_of(grade_name(name, NameUse::setting));
    if (known != values_.end()) leak.link = known->second.link;
  } else if (inside.starts_with("inputs.") || has(inside, ".inputs.") ||
             has(inside, ".outputs.")) {
    leak.level = std::min(level_of(grade_name(name, NameUse::setting)), Level::medium);
  }
  return leak;
}

// $(gh auth token), $(cat .env), $(echo "$X" | base64).
Leak ScriptValues::leak_of_command(const ShellExpansion& expansion) const {
  ShellLexer lexer(text_, expansion.name);
  ShellCommand command;
  Leak leak;
  leak.span = expansion.span;
  Level level = Level::none;
  for (int count = 0; count < 8 && lexer.next(command); ++count) {
    const CommandKind kind = shape_of(text_, command).kind;
    if (kind == CommandKind::secret || kind == CommandKind::secret_file)
      level = Level::medium;
    if (kind == CommandKind::prints) {
      for (const ShellExpansion& inner : command.expansions) {
        if (inner.form == ShellExpansion::Form::command) continue;
        const Leak shown = leak_of(inner);
        if (shown.level >= Level::medium) {
          level = Level::medium;
          leak.link = shown.link;
          leak.name = shown.name;
        }
      }
    } else if (command.from_pipe && !hands_on(text_, command)) {
      level =
          level >= Level::medium && kind == CommandKind::other &&
                  !command.words.empty() &&
                  effect_of(plain_word(text_, command.words[0])) == Effect::unknown &&
                  plain_word(text_, command.words[0]) == "jq"
              ? level
              : Level::none;
    }
  }
  leak.level = level;
  return leak;
}

void ScriptValues::set(std::string_view name, ByteSpan name_span, const Leak& leak) {
  if (values_.size() >= kMostValues) return;
  if (leak.level == Level::none) {
    values_.erase(name);
    return;
  }
  Leak value = leak;
  std::uint32_t before = leak.link;
  if (before == kNoLink) {
    links_.push_back({leak.span, kNoLink});
    before = static_cast<std::uint32_t>(links_.size() - 1);
  }
  links_.push_back({name_span, before});
  value.link = static_cast<std::uint32_t>(links_.size() - 1);
  values_[name] = value;
}

void ScriptValues::learn(const ShellCommand& command) {
  bool reads_hidden = false;
  for (std::size_t i = 0; i < command.words.size(); ++i) {
    const ShellWord& word = command.words[i];
    const std::string_view bytes = bytes_of(text_, word.span);
    if (i == 0 && bytes == "read") reads_hidden = true;
    if (reads_hidden) {
      // What is typed unseen is a secret.
      const bool hidden = std::any_of(
          command.words.begin(), command.words.end(), [&](const ShellWord& flag) {
            const std::string_view text = bytes_of(text_, flag.span);
            return text.starts_with('-') && has(text, "s") && text.size() < 6;
          });
      if (hidden && i + 1 == command.words.size() && i > 0) {
        Leak leak;
        leak.level = Level::medium;
        leak.span = command.span;
        set(bytes, word.span, leak);
      }
      continue;
    }
    const std::size_t equals = bytes.find('=');
    if (equals == std::string_view::npos || equals == 0 || bytes.front() == '-' ||
        bytes.front() == '"' || bytes.front() == '\'') {
      if (i == 0 && bytes != "export" && bytes != "local" && bytes != "readonly" &&
          bytes != "declare" && bytes != "typeset" && bytes != "if" &&
          bytes != "then" && bytes != "else" && bytes != "do") {
        return;
      }
      continue;
    }
    const std::string_view name = bytes.substr(0, equals);
    Leak best;
    std::string_view value = bytes.substr(equals + 1);
    for (std::uint32_t e = word.first; e < word.last; ++e) {
      const Leak leak = leak_of(command.expansions[e]);
      if (leak.level > best.level) best = leak;
    }
    if (best.level == Level::hint) best.level = Level::low;
    // X=${#TOKEN}, X="***": clean, whatever its name says.
    if (best.level != Level::none) {
      set(name, {word.span.begin, word.span.begin + equals}, best);
    } else if (has(value, "***") || word.first < word.last) {
      values_.erase(name);
    }
  }
}

void ScriptValues::learn_workflow() {
  static constexpr std::string_view kMark = "${{";
  for (std::size_t at = text_.find(kMark); at != std::string_view::npos;
       at = text_.find(kMark, at + kMark.size())) {
    const std::size_t close = text_.find("}}", at);
    if (close == std::string_view::npos) return;
    std::size_t line = text_.rfind('\n', at);
    line = line == std::string_view::npos ? 0 : line + 1;
    if (at - line > 300) continue;
    std::string_view before = trimmed(text_.substr(line, at - line));
    while (!before.empty() && (before.back() == '"' || before.back() == '\'')) {
      before.remove_suffix(1);
      before = trimmed(before);
    }
    if (!before.ends_with(':')) continue;
    before = trimmed(before.substr(0, before.size() - 1));
    const bool name =
        !before.empty() && std::all_of(before.begin(), before.end(), [](char c) {
          return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                 (c >= '0' && c <= '9') || c == '_';
        });
    if (!name || before == "if" || before == "run" || before == "with") continue;
    ShellExpansion expansion;
    expansion.form = ShellExpansion::Form::expression;
    expansion.span = {at, close + 2};
    expansion.name = {at + kMark.size(), close};
    const Leak leak = leak_of_expression(expansion);
    if (leak.level < Level::medium) continue;
    const auto begin = static_cast<std::uint64_t>(before.data() - text_.data());
    set(before, {begin, begin + before.size()}, leak);
  }
}

}  // namespace leaksieve::logs
