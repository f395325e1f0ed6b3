#pragma once

#include <string>

#include "scanner/detect/logs/code_leaks.h"
#include "scanner/detect/logs/flow.h"
#include "scanner/detect/logs/leak.h"
#include "scanner/detect/logs/sinks.h"

namespace leaksieve::logs {

/// Line numbers of a text, counted once, when the first is asked for.
class Lines {
 public:
  explicit Lines(std::string_view text) : text_(text) {}
  std::uint64_t of(std::uint64_t offset);  ///< 1-based

 private:
  std::string_view text_;
  std::vector<std::uint64_t> ends_;
  bool counted_ = false;
};

/// What is known about the place of a leak that is going to be reported.
struct LeakPlace {
  Sink::Kind kind = Sink::Kind::log;
  ByteSpan call;
  std::string callee;
  bool in_tests = false;          ///< the path says so
  bool shows_on_purpose = false;  ///< a command that creates and shows a key
  bool sure_language = true;
};

/// The finding: its confidence and severity, its chain in words, its links as related
/// places, its identity for comparison with other versions of the text.
Candidate leak_candidate(std::string_view text, const Leak& leak,
                         const LeakPlace& place, const std::vector<Link>& links,
                         const LogRules& rules, Lines& lines);

/// The bytes of `span` with every run of blanks as one.
std::string normal_blanks(std::string_view text);

/// Whether the folders or the name of `path` say that it is a test, an example or
/// documentation.
bool is_test_path(std::string_view path);

}  // namespace leaksieve::logs
