#include "scanner/app/completion.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <vector>

namespace leaksieve {
namespace {

constexpr std::string_view kRuleIds =
    "leaksieve rules list 2>/dev/null | cut -d' ' -f1";

/// What the shell offers for a value.
enum class Values { any, choices, files, rules };

Values values_of(const FlagEntry& flag) {
  constexpr std::string_view kFiles[] = {"FILE", "NAME", "paths", "repository"};
  if (!flag.choices.empty()) return Values::choices;
  if (flag.argument == "ID") return Values::rules;
  return std::find(std::begin(kFiles), std::end(kFiles), flag.argument) !=
                 std::end(kFiles)
             ? Values::files
             : Values::any;
}

bool takes_value(const FlagEntry& flag) {
  return !flag.names.empty() && !flag.argument.empty();
}

std::string joined(const std::vector<std::string>& words, std::string_view between) {
  return fmt::format("{}", fmt::join(words, between));
}

std::string in_quotes(std::string_view text) {
  std::string out = "'";
  for (const char c : text) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return out + "'";
}

/// The command of the first word, and what may stand after it.
struct Command {
  std::string name;
  std::string summary;
  std::vector<std::string> second_words;
  std::vector<FlagEntry> flags;
};

std::vector<Command> by_first_word(const CommandTable& table) {
  std::vector<Command> commands;
  for (const CommandEntry& entry : table.commands) {
    const std::size_t blank = entry.name.find(' ');
    const std::string first = entry.name.substr(0, blank);
    if (commands.empty() || commands.back().name != first) {
      commands.push_back({first, entry.summary, {}, {}});
    }
    Command& command = commands.back();
    if (blank != std::string::npos) {
      command.second_words.push_back(entry.name.substr(blank + 1));
    }
    for (const FlagEntry& flag : entry.flags) {
      const bool known = std::any_of(
          command.flags.begin(), command.flags.end(), [&](const FlagEntry& other) {
            return other.names == flag.names && other.argument == flag.argument;
          });
      if (!known) command.flags.push_back(flag);
    }
  }
  return commands;
}

// --- bash
// -------------------------------------------------------------------------------

std::string bash_values(const FlagEntry& flag) {
  switch (values_of(flag)) {
    case Values::choices:
      return fmt::format("COMPREPLY=($(compgen -W {} -- \"$cur\"))",
                         in_quotes(joined(flag.choices, " ")));
    case Values::files:
      return "COMPREPLY=($(compgen -f -- \"$cur\")); compopt -o filenames 2>/dev/null";
    case Values::rules:
      return fmt::format("COMPREPLY=($(compgen -W \"$({})\" -- \"$cur\"))", kRuleIds);
    case Values::any:
      break;
  }
  return ":";
}

std::string bash_completion(const std::vector<Command>& commands) {
  std::string names;
  std::string cases;
  std::map<std::string, std::string> values;  // by flag: the same in every command
  for (const Command& command : commands) {
    names += (names.empty() ? "" : " ") + command.name;
    std::vector<std::string> words = command.second_words;
    std::string otherwise = ":";
    for (const FlagEntry& flag : command.flags) {
      words.insert(words.end(), flag.names.begin(), flag.names.end());
      if (takes_value(flag)) values[joined(flag.names, "|")] = bash_values(flag);
      if (flag.names.empty() && values_of(flag) == Values::choices) {
        words.insert(words.end(), flag.choices.begin(), flag.choices.end());
      } else if (flag.names.empty() && values_of(flag) == Values::files) {
        otherwise = bash_values(flag);
      }
    }
    cases += fmt::format(
        "    {})\n      words={}\n      [[ $cur == -* ]] || {{ {}; }}\n"
        "      ;;\n",
        command.name, in_quotes(joined(words, " ")), otherwise);
  }
  std::string value_cases;
  for (const auto& [flags, action] : values) {
    value_cases += fmt::format("    {}) {}; return ;;\n", flags, action);
  }
  return fmt::format(
      R"(# bash completion of leaksieve; made by: leaksieve completion bash
_leaksieve() {{
  local cur=${{COMP_WORDS[COMP_CWORD]}} prev=${{COMP_WORDS[COMP_CWORD - 1]}} words=
  COMPREPLY=()
  if ((COMP_CWORD == 1)); then
    COMPREPLY=($(compgen -W '{} --help --version' -- "$cur"))
    return
  fi
  case $prev in
{}  esac
  case ${{COMP_WORDS[1]}} in
{}  esac
  COMPREPLY+=($(compgen -W "$words" -- "$cur"))
}}
complete -F _leaksieve leaksieve
)",
      names, value_cases, cases);
}

// --- zsh
// --------------------------------------------------------------------------------

/// In a specification of _arguments brackets and colons mean something.
std::string zsh_words(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '[' || c == ']' || c == ':' || c == '\\') out += '\\';
    out += c;
  }
  return out;
}

std::string zsh_values(const FlagEntry& flag) {
  switch (values_of(flag)) {
    case Values::choices:
      return fmt::format("({})", joined(flag.choices, " "));
    case Values::files:
      return "_files";
    case Values::rules:
      return fmt::format("($({}))", kRuleIds);
    case Values::any:
      break;
  }
  return " ";
}

std::string zsh_flag(const FlagEntry& flag) {
  const std::string help = zsh_words(flag.help);
  if (flag.names.empty()) {
    return in_quotes(
        fmt::format("*:{}:{}", zsh_words(flag.argument), zsh_values(flag)));
  }
  std::string value;
  if (takes_value(flag)) {
    value = fmt::format(":{}:{}", zsh_words(flag.argument), zsh_values(flag));
  }
  std::string specs;
  for (const std::string& name : flag.names) {
    specs += (specs.empty() ? "" : " ") +
             in_quotes(fmt::format("*{}[{}]{}", name, help, value));
  }
  return specs;
}

std::string zsh_completion(const std::vector<Command>& commands) {
  std::string names;
  std::string cases;
  for (const Command& command : commands) {
    names += "    " +
             in_quotes(fmt::format("{}:{}", command.name, zsh_words(command.summary))) +
             "\n";
    std::string specs;
    if (!command.second_words.empty()) {
      specs +=
          " \\\n        " +
          in_quotes(fmt::format("1:command:({})", joined(command.second_words, " ")));
    }
    for (const FlagEntry& flag : command.flags)
      specs += " \\\n        " + zsh_flag(flag);
    cases +=
        fmt::format("    {})\n      _arguments{}\n      ;;\n", command.name, specs);
  }
  return fmt::format(R"(#compdef leaksieve
# zsh completion of leaksieve; made by: leaksieve completion zsh
_leaksieve() {{
  local -a commands
  commands=(
{}  )
  if (( CURRENT == 2 )); then
    _describe command commands
    return
  fi
  shift words
  (( CURRENT-- ))
  case $words[1] in
{}  esac
}}
if [ "$funcstack[1]" = _leaksieve ]; then
  _leaksieve "$@"
else
  compdef _leaksieve leaksieve
fi
)",
                     names, cases);
}

// --- fish
// -------------------------------------------------------------------------------

/// In quotes of fish a backslash escapes too.
std::string fish_quoted(std::string_view text) {
  std::string out = "'";
  for (const char c : text) {
    if (c == '\'' || c == '\\') out += '\\';
    out += c;
  }
  return out + "'";
}

std::string fish_flag(const FlagEntry& flag) {
  std::string out;
  for (const std::string& name : flag.names) {
    out += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
  }
  switch (values_of(flag)) {
    case Values::choices:
      out += (flag.names.empty() ? " -a " : " -x -a ") +
             fish_quoted(joined(flag.choices, " "));
      break;
    case Values::files:
      out += flag.names.empty() ? " -F" : " -r -F";
      break;
    case Values::rules:
      out += " -x -a " + fish_quoted(fmt::format("({})", kRuleIds));
      break;
    case Values::any:
      if (takes_value(flag)) out += " -x";
      break;
  }
  return out + " -d " + fish_quoted(flag.help);
}

std::string fish_completion(const std::vector<Command>& commands) {
  std::string out =
      "# fish completion of leaksieve; made by: leaksieve completion fish\n"
      "complete -c leaksieve -f\n";
  for (const Command& command : commands) {
    out += fmt::format("complete -c leaksieve -n __fish_use_subcommand -a {} -d {}\n",
                       command.name, fish_quoted(command.summary));
    const std::string here = fmt::format(
        "complete -c leaksieve -n '__fish_seen_subcommand_from {}'", command.name);
    for (const std::string& word : command.second_words) {
      out += fmt::format("{} -a {}\n", here, word);
    }
    for (const FlagEntry& flag : command.flags) out += here + fish_flag(flag) + "\n";
  }
  return out;
}

}  // namespace

std::optional<std::string> completion_for(std::string_view shell,
                                          const CommandTable& table) {
  const std::vector<Command> commands = by_first_word(table);
  if (shell == "bash") return bash_completion(commands);
  if (shell == "zsh") return zsh_completion(commands);
  if (shell == "fish") return fish_completion(commands);
  return std::nullopt;
}

}  // namespace leaksieve
