#include "scanner/detect/logs/sink_names.h"

#include <doctest/doctest.h>

namespace leaksieve::logs {

using enum CodeLanguage;

TEST_CASE("is_logger_name and is_log_method") {
  CHECK(is_logger_name("logger", python));
  CHECK(is_logger_name("requestLogger", javascript));
  CHECK(is_logger_name("LOG", java));
  CHECK(is_logger_name("getLogger", java));
  CHECK_FALSE(is_logger_name("catalog", python));
  CHECK_FALSE(is_logger_name("dialog", python));
  CHECK(is_log_method("infof", go));
  CHECK(is_log_method("LogInformation", csharp));
  CHECK(is_log_method("WithField", go));
  CHECK(is_log_method("e", java));
  CHECK_FALSE(is_log_method("e", python));
  CHECK_FALSE(is_log_method("close", python));
}

TEST_CASE("function_sink") {
  CHECK(function_sink("print", python, false) == Sink::Kind::log);
  CHECK(function_sink("fmt.Errorf", go, false) == Sink::Kind::error);
  CHECK(function_sink("HttpResponse", python, false) == Sink::Kind::response);
  CHECK(function_sink("println", rust, true) == Sink::Kind::log);
  CHECK_FALSE(function_sink("println", rust, false));
  CHECK(function_sink("UnityEngine.Debug.Log", csharp, false) == Sink::Kind::log);
  CHECK_FALSE(function_sink("log_softmax", python, false));
}

TEST_CASE("may_name_sink holds for every name that is part of a sink") {
  for (const auto name :
       {"print", "echo", "puts", "WriteLine", "Errorf", "panic", "info_logger",
        "console", "<?=", "phpinfo", "assert", "cout", "JsonResponse"}) {
    CAPTURE(name);
    CHECK(may_name_sink(name));
  }
  CHECK_FALSE(may_name_sink("total"));
}

TEST_CASE("streams and tests") {
  CHECK(is_stream_sink("std.cout"));
  CHECK(is_stream_sink("LOG.WithPerror"));
  CHECK_FALSE(is_stream_sink("buffer"));
  CHECK(is_test_sink("t.Errorf"));
  CHECK_FALSE(is_test_sink("log.Errorf"));
  CHECK(writes_to_first_argument("fmt.Fprintf", false));
  CHECK_FALSE(writes_to_first_argument("fmt.Printf", false));
  CHECK(writes_to_first_argument("write", true));
}

}  // namespace leaksieve::logs
