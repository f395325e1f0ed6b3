#include "scanner/detect/logs/sink_names.h"

#include <algorithm>
#include <string>

#include "scanner/base/ascii.h"
#include "scanner/detect/logs/sink_tables.h"
#include "scanner/text/name_words.h"
#include "scanner/text/word_list.h"
#include "scanner/text/word_scan.h"

namespace leaksieve::logs {
namespace {

using enum CodeLanguage;
using SinkKind = Sink::Kind;

static constexpr auto kLoggerWords = word_list([] {
  return std::string_view(
      "log logger logging slog klog glog console timber winston pino bunyan log4js "
      "signale consola loguru structlog hclog logrus zerolog zap sugar syslog spdlog "
      "oslog tracing loglevel npmlog clog logs logr nlog seelog fancylog zlog errlog "
      "applog stdlog dlog xlog hlog ulog wlog");
});

// Levels, without the endings f, w, ln, ctx, context, async.
constexpr auto kLevels = word_list([] {
  return std::string_view(
      "debug info warn warning error exception critical fatal log trace success "
      "verbose severe fine finer finest notice print panic dpanic emerg emergency "
      "alert crit dir table assert silly http msg fault unknown add wtf dev write "
      "information output exit die err group timelog tagged event span child bind "
      "aprint logtrace logdebug loginformation logwarning logerror logcritical "
      "loginfo logwarn logfatal logmessage rawlog entering throwing config logp "
      "printstack depth");
});
// Values that go with a message.
constexpr auto kBuilders = word_list([] {
  return std::string_view(
      "with withfield withfields withvalues withcontext withargs str strs bytes hex "
      "any interface stringer addkeyvalue addargument setmessage fields field opt "
      "extra kv object withproperty forcontext withextra setextra rawjson dict "
      "addvalue tag withvalue withpairs contextualize withattrs string beginscope "
      "pushproperty");
});

static constexpr auto kStreams = word_list([] {
  return std::string_view(
      "std.cout std.cerr std.clog cout cerr clog std.wcout std.wcerr LOG VLOG DLOG "
      "PLOG qDebug qInfo qWarning qCritical BOOST_LOG_TRIVIAL BOOST_LOG BOOST_LOG_SEV "
      "LOG_INFO LOG_DEBUG LOG_ERROR LOG_WARN LOG_WARNING DVLOG LOG_IF RAW_LOG logger "
      "log EV PLOG_INFO PLOGI PLOGD PLOGE LOGI LOGD FAIL ADD_FAILURE SCOPED_TRACE "
      "CHECK ASSERT_TRUE");
});

template <class Log, class Error, class Response>
std::optional<SinkKind> kind_in(std::string_view path, const Log& log,
                                const Error& error, const Response& response) {
  if (log.has(path)) return SinkKind::log;
  if (error.has(path)) return SinkKind::error;
  if (response.has(path)) return SinkKind::response;
  return std::nullopt;
}

std::optional<SinkKind> by_language(std::string_view path, CodeLanguage language,
                                    bool macro) {
  switch (language) {
    case python:
      return kind_in(path, kPythonLog, kPythonError, kPythonResponse);
    case javascript:
      return kind_in(path, kJavascriptLog, kJavascriptError, kJavascriptResponse);
    case java:
    case kotlin:
    case scala:
    case groovy:
      return kind_in(path, kJavaLog, kJavaError, kJavaResponse);
    case go:
      return kind_in(path, kGoLog, kGoError, kGoResponse);
    case rust:
      return macro ? kind_in(path.substr(path.rfind('.') + 1), kRustMacrosLog,
                             kRustMacrosError, kRustMacrosResponse)
                   : kind_in(path, kRustLog, kRustError, kRustResponse);
    case swift:
      return kind_in(path, kSwiftLog, kSwiftError, kSwiftResponse);
    case ruby:
      return kind_in(path, kRubyLog, kRubyError, kRubyResponse);
    case php:
      return kind_in(path, kPhpLog, kPhpError, kPhpResponse);
    case csharp:
      return kind_in(path, kCsharpLog, kCsharpError, kCsharpResponse);
    case c:
      return kind_in(path, kCLog, kCError, kCResponse);
    case dart:
      return kind_in(path, kDartLog, kDartError, kDartResponse);
    default:
      return kind_in(path, kOtherLog, kOtherError, kOtherResponse);
  }
}

// A function of the program's own that logs: log(x), log_error(x), debugLog(x).
bool names_logging(std::string_view name) {
  const NameWords words(name);
  if (words.empty() || words.size() > 3) return false;
  if (words.has("in") || words.has("out") || words.has("on") || words.has("off"))
    return false;
  if (words[0] == "log" || words.from_end(0) == "log") {
    static constexpr auto kNumbers = word_list([] {
      return std::string_view(
          "base prob probs sum likelihood softmax get open close create parse read "
          "rotate "
          "clear path");
    });
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (kNumbers.has(words[i])) return false;
    }
    return true;
  }
  return words.size() == 1 && (words[0] == "debug" || words[0] == "trace");
}

// SPDLOG_LOGGER_DEBUG, MY_LOG_INFO.
bool is_log_macro(std::string_view name) {
  if (std::any_of(name.begin(), name.end(),
                  [](char c) { return c >= 'a' && c <= 'z'; })) {
    return false;
  }
  const NameWords words(name);
  return words.size() > 1 &&
         (words.has("log") || words.has("logger") || words.has("spdlog"));
}

}  // namespace

bool is_logger_name(std::string_view name, CodeLanguage language) {
  if (name == "Log" || name == "LOG" || name == "L") return name != "L";
  if (name.size() < 3 || name.size() > 60) return false;
  const NameWords words(name);
  std::string_view last = words.from_end(0);
  if (language == c && last == "console") return false;
  if (last == "instance" || last == "factory") last = words.from_end(1);
  return kLoggerWords.has(last) || last.ends_with("logger");
}

bool may_name_sink(std::string_view name) {
  static constexpr std::string_view kStems[] = {
      "log",       "console",  "timber", "winston", "pino",    "bunyan",
      "signale",   "consola",  "zap",    "sugar",   "tracing", "error",
      "exception", "response", "print",  "echo"};
  static const WordScan kScan{kStems};
  return name == "<?=" || name == "phpinfo" || name == "assert" ||
         kLastNames.has(name) || kStreams.has(name) || kScan.any_in(name);
}

bool is_log_method(std::string_view name, CodeLanguage language) {
  std::string lower;
  for (const char c : to_lower(name.substr(0, 40))) {
    if (c != '_') lower += c;
  }
  std::string_view word = lower;
  if (kLevels.has(word) || kBuilders.has(word)) return true;
  // Android's Log.d and its like.
  if (word.size() == 1 && (language == java || language == kotlin)) {
    return std::string_view("vdiwe").find(word) != std::string_view::npos;
  }
  for (const std::string_view ending :
       {"context", "ctx", "async", "format", "ln", "f", "w", "x", "s"}) {
    if (word.size() > ending.size() + 2 && word.ends_with(ending)) {
      const std::string_view stem = word.substr(0, word.size() - ending.size());
      if (kLevels.has(stem)) return true;
    }
  }
  if (word.starts_with("measure")) word.remove_prefix(7);
  return kLevels.has(word) || (word.starts_with("at") && kLevels.has(word.substr(2)));
}

std::optional<Sink::Kind> function_sink(std::string_view path, CodeLanguage language,
                                        bool macro) {
  const std::size_t dot = path.rfind('.');
  if (const auto kind = by_language(path, language, macro)) return kind;
  if (macro) return std::nullopt;
  if (language == rust && dot != path.npos) {
    return by_language(path.substr(dot + 1), language, false);
  }
  // A name space before the class: UnityEngine.Debug.Log.
  if (language == csharp && dot != path.npos && dot > 0) {
    const std::size_t before = path.rfind('.', dot - 1);
    if (before != path.npos) {
      if (const auto kind = by_language(path.substr(before + 1), language, false))
        return kind;
    }
  }
  std::string_view name = path;
  if (path.starts_with("self.") || path.starts_with("this.")) name = path.substr(5);
  if (path.starts_with("$this.")) name = path.substr(6);
  if (name.find('.') != name.npos) return std::nullopt;
  if (name != path) {
    if (const auto kind = by_language(name, language, macro);
        kind && language == python) {
      return std::nullopt;
    }
  }
  if (language == c && is_log_macro(name)) return SinkKind::log;
  if (names_logging(name)) return SinkKind::log;
  return std::nullopt;
}

bool writes_to_first_argument(std::string_view path, bool macro) {
  static constexpr auto kFunctions = word_list([] {
    return std::string_view(
        "fmt.Fprint fmt.Fprintf fmt.Fprintln fprintf fputs fwprintf fwrite "
        "io.WriteString");
  });
  return macro ? path == "write" || path == "writeln" : kFunctions.has(path);
}

bool is_test_sink(std::string_view path) {
  return path.starts_with("t.") || path.starts_with("b.") || path == "XCTFail" ||
         path == "self.fail" || path == "pytest.fail" || path == "Assert.fail" ||
         path.starts_with("TestContext.");
}

bool is_stream_sink(std::string_view names) {
  return kStreams.has(names) || kStreams.has(names.substr(0, names.find('.')));
}

}  // namespace leaksieve::logs
