#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>

#include "scanner/text/dotenv.h"

namespace leaksieve {

/// Whether readers replace something in the value of `entry`: "$NAME" or "${NAME}",
/// outside of single quotes and not after a backslash.
bool has_references(const DotenvEntry& entry);

/// The variables that an environment file sets, with references replaced by what stands
/// before them: $NAME, ${NAME}, ${NAME:-default}, ${NAME-default}, ${NAME:+text},
/// ${NAME+text}. A name that the file has not set is empty, as in an empty environment;
/// "\$" is "$"; what is no reference stays ("$$", "$1", "$(...)"). The same readers as
/// those of DotenvReader agree, but for python-dotenv, which knows ${NAME} and
/// ${NAME:-default} alone.
class DotenvVariables {
 public:
  /// Sets the variable; gives its expanded value, which lives until it is set again.
  const std::string& set(const DotenvEntry& entry);

  /// The value of a variable; nullptr if it is not set.
  const std::string* find(std::string_view name) const;

 private:
  std::string expanded(std::string_view text, int depth);
  std::string replaced(std::string_view expression, int depth);

  std::map<std::string, std::string, std::less<>> values_;
  std::size_t inserted_ = 0;  // bytes, by references, of all values together
};

}  // namespace leaksieve
