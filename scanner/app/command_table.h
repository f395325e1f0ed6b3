#pragma once

#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace leaksieve {

/// One flag or argument of a command, as the parser itself knows it.
struct FlagEntry {
  std::vector<std::string>
      names;             ///< "-o", "--output"; empty: an argument by its place
  std::string argument;  ///< of a flag its value ("FILE"), else its own name
  std::string help;
  std::string standard;  ///< the default, as it would be typed; may be empty
  std::vector<std::string> choices;  ///< the values there are; empty: any
};

struct CommandEntry {
  std::string name;      ///< "staged"; words of a sub-command: "rules list"
  std::string summary;   ///< one line
  std::string examples;  ///< lines of the help's footer; may be empty
  std::vector<FlagEntry> flags;
};

/// Everything that can be typed. Completions and the manual page are made from it.
struct CommandTable {
  std::string summary;
  std::string footer;
  std::vector<CommandEntry> commands;
};

/// The table of a parser. Does not parse anything.
CommandTable table_of(const CLI::App& app);

}  // namespace leaksieve
