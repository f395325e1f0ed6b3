#include "scanner/detect/logs/script_leaks.h"

#include <algorithm>
#include <cctype>

#include "scanner/base/ascii.h"
#include "scanner/detect/logs/findings.h"
#include "scanner/detect/logs/names.h"
#include "scanner/detect/logs/script_commands.h"
#include "scanner/detect/logs/script_values.h"
#include "scanner/text/name_words.h"
#include "scanner/text/script_parts.h"

namespace leaksieve::logs {
namespace {

// One file: its variables live through all of its parts, as those of a workflow do.
class Script {
 public:
  Script(std::string_view text, std::string_view path, const LogRules& rules,
         std::vector<Candidate>& out)
      : text_(text), rules_(rules), values_(text), lines_(text), out_(out) {
    usual_.in_tests = is_test_path(path);
    // #!/bin/sh -x, and a workflow's `shell: bash -x {0}`.
    const std::string_view first = text.substr(0, text.find('\n'));
    const std::size_t shell = text.find("shell: bash -");
    const std::string_view flags =
        shell == text.npos
            ? std::string_view()
            : text.substr(shell + 12, text.find('\n', shell) - shell - 12);
    traced_from_start_ =
        (first.starts_with("#!") &&
         (first.find(" -x") != first.npos || first.find(" -ex") != first.npos ||
          first.find(" -xe") != first.npos)) ||
        flags.starts_with("-x") || flags.starts_with("-ex") ||
        flags.starts_with("-eux") || flags.starts_with("-xe");
  }

  ScriptValues& values() { return values_; }

  void read(ByteSpan part) {
    ShellLexer lexer(text_, part);
    ShellCommand command;
    pending_.clear();
    traced_ = traced_from_start_;
    while (lexer.next(command)) {
      if (!command.from_pipe) flush();
      if (!command.words.empty()) at_group(command);
      at_command(command);
      if (!command.piped) flush();
    }
    flush();
    report_groups();
  }

 private:
  struct Pending {
    Leak leak;
    LeakPlace place;
  };

  std::string_view bytes(ByteSpan span) const { return bytes_of(text_, span); }

  // A file that is shown as a log is.
  bool output_is_seen(const ShellCommand& command) const {
    const std::string_view file = bytes(command.output);
    return file.empty() || file.find("/dev/std") != file.npos ||
           file.find("/dev/tty") != file.npos || file.find("/dev/fd/") != file.npos ||
           file.find("GITHUB_STEP_SUMMARY") != file.npos ||
           is_output_of_step(command) || file.ends_with(".log") ||
           file.ends_with(".log\"");
  }

  bool is_output_of_step(const ShellCommand& command) const {
    return bytes(command.output).find("GITHUB_OUTPUT") != std::string_view::npos;
  }

  void at_command(const ShellCommand& command) {
    const CommandShape shape = shape_of(text_, command);
    if (command.from_pipe) {
      if (!hands_on(text_, command) || !output_is_seen(command)) pending_.clear();
      if (hands_on(text_, command)) return;
    }
    if (traced_) at_traced(command, shape);
    switch (shape.kind) {
      case CommandKind::traces:
        traced_ = true;
        trace_span_ = command.span;
        break;
      case CommandKind::traces_no_more:
        traced_ = false;
        break;
      case CommandKind::prints:
        at_values(command, shape, 0, command.first_of_body);
        break;
      case CommandKind::shows_here_text:
        at_values(command, shape, command.first_of_body,
                  static_cast<std::uint32_t>(command.expansions.size()));
        break;
      case CommandKind::shows_its_headers:
        at_values(command, shape, 0,
                  static_cast<std::uint32_t>(command.expansions.size()));
        break;
      case CommandKind::environment:
        at_whole(command, shape, Level::high);
        break;
      case CommandKind::secret:
      case CommandKind::secret_file:
        at_whole(command, shape, Level::medium);
        break;
      case CommandKind::traces_program:
        at_traced_program(command, shape);
        break;
      case CommandKind::other:
        break;
    }
    values_.learn(command);
  }

  LeakPlace place_of(const ShellCommand& command, const CommandShape& shape) const {
    LeakPlace place = usual_;
    place.call = command.span;
    if (command.body.size() > 0)
      place.call.end = std::max(place.call.end, command.body.end);
    place.callee =
        std::string(plain_word(text_, command.words[shape.first]).substr(0, 40));
    return place;
  }

  void at_values(const ShellCommand& command, const CommandShape& shape,
                 std::uint32_t first, std::uint32_t last) {
    if (!output_is_seen(command) && shape.kind != CommandKind::shows_its_headers)
      return;
    // A word that ends a pause of the runner's commands is printed on purpose.
    if (bytes(command.span).find("::stop-commands::") != std::string_view::npos) {
      for (const ShellExpansion& expansion : command.expansions) {
        values_.clear(bytes(expansion.name));
      }
      return;
    }
    // The runner hides what this command names.
    if (bytes(command.span).find("::add-mask::") != std::string_view::npos) return;
    if (bytes(command.span).find("##vso[task.setvariable") != std::string_view::npos)
      return;
    for (std::uint32_t i = first; i < last; ++i) {
      Leak leak = values_.leak_of(command.expansions[i]);
      if (leak.level == Level::hint) {
        const NameWords words(leak.name);
        const bool named =
            contains_ignoring_case(bytes(command.span), words.from_end(0));
        leak.level = named && !words.empty() ? Level::medium : Level::none;
      }
      if (leak.level == Level::none) continue;
      if (is_output_of_step(command) || shape.kind == CommandKind::shows_its_headers) {
        leak.level = std::min(leak.level, Level::medium);
      }
      pending_.push_back({leak, place_of(command, shape)});
    }
  }

  void at_whole(const ShellCommand& command, const CommandShape& shape, Level level) {
    if (!output_is_seen(command)) return;
    Leak leak;
    leak.level = level;
    leak.span = command.span;
    leak.dump = shape.kind == CommandKind::environment &&
                command.words.size() <= shape.first + 2;
    pending_.push_back({leak, place_of(command, shape)});
  }

  // bash -x -c '... $PASSWORD': a name in the text of a program that is traced.
  void at_traced_program(const ShellCommand& command, const CommandShape& shape) {
    const std::string_view words = bytes(command.span);
    for (std::size_t at = words.find('$'); at != words.npos;
         at = words.find('$', at + 1)) {
      std::size_t begin = at + 1;
      if (words.substr(begin).starts_with('{')) ++begin;
      std::size_t end = begin;
      while (end < words.size() &&
             (words[end] == '_' ||
              std::isalnum(static_cast<unsigned char>(words[end])) != 0))
        ++end;
      if (grade_name(words.substr(begin, end - begin), NameUse::setting) !=
          NameGrade::secret)
        continue;
      Leak leak;
      leak.level = Level::medium;
      leak.span = {command.span.begin + at, command.span.begin + end};
      pending_.push_back({leak, place_of(command, shape)});
      return;
    }
  }

  // `set -x` prints every command with its values; one finding says so.
  void at_traced(const ShellCommand& command, const CommandShape& shape) {
    if (shape.kind == CommandKind::traces_no_more || shape.kind == CommandKind::prints)
      return;
    for (const ShellExpansion& expansion : command.expansions) {
      Leak leak = values_.leak_of(expansion);
      if (leak.level < Level::medium) continue;
      leak.level = Level::medium;
      LeakPlace place = usual_;
      place.call = command.span;
      place.callee = "set -x";
      report(leak, place);
      traced_ = false;
      return;
    }
  }

  void flush() {
    for (const Pending& pending : pending_) {
      if (groups_.empty()) {
        report(pending.leak, pending.place);
      } else {
        grouped_.push_back(pending);
      }
    }
    pending_.clear();
  }

  // `{ ... } > file`: what the group prints goes where its end says.
  void at_group(const ShellCommand& command) {
    const std::string_view first = bytes(command.words[0].span);
    if (first == "{") {
      groups_.push_back(grouped_.size());
    } else if (first == "}" && !groups_.empty()) {
      const std::size_t begin = groups_.back();
      groups_.pop_back();
      if (!output_is_seen(command) || command.piped) grouped_.resize(begin);
      if (groups_.empty()) report_groups();
    }
  }

  void report_groups() {
    for (const Pending& pending : grouped_) report(pending.leak, pending.place);
    grouped_.clear();
    groups_.clear();
  }

  void report(const Leak& leak, const LeakPlace& place) {
    if (out_.size() >= kMaxLeaksPerText) return;
    out_.push_back(leak_candidate(text_, leak, place, values_.links(), rules_, lines_));
  }

  std::string_view text_;
  const LogRules& rules_;
  ScriptValues values_;
  Lines lines_;
  LeakPlace usual_;
  std::vector<Candidate>& out_;
  std::vector<Pending> pending_;     // of the pipeline that is being read
  std::vector<Pending> grouped_;     // of the groups that are open
  std::vector<std::size_t> groups_;  // where each begins in grouped_
  bool traced_from_start_ = false;
  bool traced_ = false;
  ByteSpan trace_span_;
};

}  // namespace

void find_script_leaks(std::string_view text, std::string_view path,
                       CodeLanguage language, const LogRules& rules,
                       std::vector<Candidate>& out) {
  std::vector<Candidate> found;
  Script script(text, path, rules, found);
  if (language == CodeLanguage::ci) script.values().learn_workflow();
  for (const ScriptPart& part : script_parts(text, language, path)) {
    if (part.language == CodeLanguage::shell) {
      script.read(part.span);
    } else {
      find_code_leaks(text, path, part.language, rules, found, part.span);
    }
  }
  std::stable_sort(
      found.begin(), found.end(),
      [](const Candidate& a, const Candidate& b) { return a.secret < b.secret; });
  for (Candidate& candidate : found) out.push_back(std::move(candidate));
}

}  // namespace leaksieve::logs
