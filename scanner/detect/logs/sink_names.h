#pragma once

#include <optional>
#include <string_view>

#include "scanner/detect/logs/sinks.h"

namespace leaksieve::logs {

/// The tables of what prints, from the documentation of the libraries.

/// Whether a variable, class or function of this name is, or gives, a logger: logger,
/// _log, Rails.logger, getLogger, console.
bool is_logger_name(std::string_view name, CodeLanguage language);

/// Whether a name could be that of a logger, a printing function, an error: the fast
/// test before the others.
bool may_name_sink(std::string_view name);

/// Whether this method of a logger writes: a level ("infof", "LogError"), or a value
/// that goes with the message ("WithField", "addKeyValue").
bool is_log_method(std::string_view name, CodeLanguage language);

/// What the function of this dotted name is: "fmt.Println", "println" (a macro if
/// `macro`), "System.out.printf". Nothing if it is no sink.
std::optional<Sink::Kind> function_sink(std::string_view path, CodeLanguage language,
                                        bool macro);

/// Whether what is printed goes to the stream that the first argument names.
bool writes_to_first_argument(std::string_view path, bool macro);

/// What a test framework writes: t.Errorf, XCTFail.
bool is_test_sink(std::string_view path);

/// C++: std::cout, LOG(INFO), qDebug(): `<<` prints to it.
bool is_stream_sink(std::string_view names);

}  // namespace leaksieve::logs
