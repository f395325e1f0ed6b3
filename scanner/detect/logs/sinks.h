#pragma once

#include <string>
#include <vector>

#include "scanner/detect/logs/chain.h"
#include "scanner/detect/logs/functions.h"

namespace leaksieve::logs {

/// A place that prints, logs or throws what it is given.
struct Sink {
  enum class Kind {
    log,       ///< a logger, a print
    error,     ///< the message of an exception
    response,  ///< what a client is answered
  };
  Kind kind = Kind::log;
  std::uint32_t begin = 0;  ///< tokens [begin, end) of the call or statement
  std::uint32_t end = 0;
  std::string callee;              ///< for the report: "logger.error"
  std::vector<TokenRange> ranges;  ///< what is printed
  bool format_names = false;       ///< Rust: {name} in a text is a value
  bool in_test = false;            ///< a test says so when it fails
  bool private_values = false;  ///< Swift's Logger hides values unless told otherwise
};

/// Whether a call of this chain is a sink; fills `out`.
bool find_call_sink(const Code& code, const Chain& chain, Sink& out);

/// Whether a statement that prints or throws begins at the name at token `i`: raise,
/// throw, echo, puts, `std::cout <<`, a logger without brackets. `chain` begins there.
bool find_statement_sink(const Code& code, const Chain& chain, Sink& out);

}  // namespace leaksieve::logs
