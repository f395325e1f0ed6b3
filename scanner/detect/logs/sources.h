#pragma once

#include "scanner/detect/logs/chain.h"
#include "scanner/detect/logs/leak.h"

namespace leaksieve::logs {

/// What a read of the environment, of settings, of headers or of a secret store gives.
struct Source {
  bool known = false;  ///< it is such a read, so that its names say no more
  Level level = Level::none;
  bool dump = false;      ///< everything there is
  std::string_view name;  ///< of the variable or setting that is read
};

/// Whether a name could be part of such a read: the fast test before source_of.
bool may_name_source(std::string_view name);

/// Whether a name is that of an object which holds secrets: environ, headers.
bool may_name_dump(std::string_view name);

/// Looks at parts [0, end) of the chain: `os.environ["X"]`, `process.env.X`,
/// `System.getenv("X")`, `settings.X`, `request.headers["Authorization"]`; without a
/// name the whole of it.
Source source_of(const Code& code, const Chain& chain, std::size_t end);

}  // namespace leaksieve::logs
