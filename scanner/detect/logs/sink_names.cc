#include "scanner/detect/logs/sink_names.h"

#include <algorithm>
#include <string>

#include "scanner/base/ascii.h"
#include "scanner/text/name_words.h"

namespace leaksieve::logs {
namespace {

using enum CodeLanguage;
using SinkKind = Sink::Kind;

template <std::size_t N>
bool among(std::string_view word, const std::string_view (&words)[N]) {
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

constexpr std::string_view kLoggerWords[] = {
    "log",    "logger",    "logging", "slog",    "klog",     "glog",    "console",
    "timber", "winston",   "pino",    "bunyan",  "log4js",   "signale", "consola",
    "loguru", "structlog", "hclog",   "logrus",  "zerolog",  "zap",     "sugar",
    "syslog", "spdlog",    "oslog",   "tracing", "loglevel", "npmlog",  "clog",
    "logs",   "logr",      "nlog",    "seelog",  "fancylog", "zlog",    "errlog",
    "applog", "stdlog",    "dlog",    "xlog",    "hlog",     "ulog",    "wlog"};

// Levels, without the endings f, w, ln, ctx, context, async.
constexpr std::string_view kLevels[] = {
    "debug",     "info",           "warn",       "warning",    "error",
    "exception", "critical",       "fatal",      "log",        "trace",
    "success",   "verbose",        "severe",     "fine",       "finer",
    "finest",    "notice",         "print",      "panic",      "dpanic",
    "emerg",     "emergency",      "alert",      "crit",       "dir",
    "table",     "assert",         "silly",      "http",       "msg",
    "fault",     "unknown",        "add",        "wtf",        "dev",
    "write",     "information",    "output",     "exit",       "die",
    "err",       "group",          "timelog",    "tagged",     "event",
    "span",      "child",          "bind",       "aprint",     "logtrace",
    "logdebug",  "loginformation", "logwarning", "logerror",   "logcritical",
    "loginfo",   "logwarn",        "logfatal",   "logmessage", "rawlog",
    "entering",  "throwing",       "config",     "logp",       "printstack",
    "depth"};
// Values that go with a message.
constexpr std::string_view kBuilders[] = {
    "with",       "withfield",   "withfields",    "withvalues",  "withcontext",
    "withargs",   "str",         "strs",          "bytes",       "hex",
    "any",        "interface",   "stringer",      "addkeyvalue", "addargument",
    "setmessage", "fields",      "field",         "opt",         "extra",
    "kv",         "object",      "withproperty",  "forcontext",  "withextra",
    "setextra",   "rawjson",     "dict",          "addvalue",    "tag",
    "withvalue",  "withpairs",   "contextualize", "withattrs",   "string",
    "beginscope", "pushproperty"};

struct Function {
  std::string_view path;
  SinkKind kind = SinkKind::log;
};

constexpr SinkKind kLog = SinkKind::log;
constexpr SinkKind kError = SinkKind::error;
constexpr SinkKind kResponse = SinkKind::response;

// docs.python.org; Django, Flask and DRF for what answers a request; click, typer,
// rich.
constexpr Function kPython[] = {{"print", kLog},
                                {"pprint", kLog},
                                {"pp", kLog},
                                {"pprint.pprint", kLog},
                                {"pprint.pp", kLog},
                                {"sys.stdout.write", kLog},
                                {"sys.stderr.write", kLog},
                                {"stdout.write", kLog},
                                {"stderr.write", kLog},
                                {"sys.stdout.writelines", kLog},
                                {"click.echo", kLog},
                                {"click.secho", kLog},
                                {"typer.echo", kLog},
                                {"typer.secho", kLog},
                                {"rich.print", kLog},
                                {"console.print", kLog},
                                {"st.write", kLog},
                                {"st.text", kLog},
                                {"st.code", kLog},
                                {"st.error", kError},
                                {"display", kLog},
                                {"ic", kLog},
                                {"icecream.ic", kLog},
                                {"self.stdout.write", kLog},
                                {"self.stderr.write", kLog},
                                {"warnings.warn", kLog},
                                {"messages.debug", kLog},
                                {"messages.info", kLog},
                                {"messages.success", kLog},
                                {"messages.warning", kLog},
                                {"messages.error", kError},
                                {"messages.add_message", kLog},
                                {"sys.exit", kError},
                                {"parser.error", kError},
                                {"self.fail", kError},
                                {"pytest.fail", kError},
                                {"click.UsageError", kError},
                                {"cprint", kLog},
                                {"secho", kLog},
                                {"echo", kLog},
                                {"traceback.print_exception", kLog},
                                {"HttpResponse", kResponse},
                                {"JsonResponse", kResponse},
                                {"Response", kResponse},
                                {"HttpResponseBadRequest", kResponse},
                                {"HttpResponseForbidden", kResponse},
                                {"HttpResponseServerError", kResponse},
                                {"HttpResponseNotFound", kResponse},
                                {"abort", kError},
                                {"flash", kError},
                                {"make_response", kResponse},
                                {"jsonify", kResponse},
                                {"sentry_sdk.capture_message", kLog},
                                {"sentry_sdk.set_extra", kLog},
                                {"sentry_sdk.set_context", kLog},
                                {"sentry_sdk.set_tag", kLog},
                                {"PlainTextResponse", kResponse},
                                {"JSONResponse", kResponse},
                                {"os.write", kLog}};

// nodejs.org, developer.mozilla.org, express, Next.js, @actions/core, Sentry.
constexpr Function kJavascript[] = {{"process.stdout.write", kLog},
                                    {"process.stderr.write", kLog},
                                    {"alert", kLog},
                                    {"util.log", kLog},
                                    {"util.debug", kLog},
                                    {"navigator.sendBeacon", kLog},
                                    {"Sentry.captureMessage", kLog},
                                    {"Sentry.captureException", kLog},
                                    {"Sentry.addBreadcrumb", kLog},
                                    {"Sentry.setExtra", kLog},
                                    {"Sentry.setContext", kLog},
                                    {"Sentry.setTag", kLog},
                                    {"posthog.capture", kLog},
                                    {"core.info", kLog},
                                    {"core.debug", kLog},
                                    {"core.warning", kLog},
                                    {"core.notice", kLog},
                                    {"core.error", kLog},
                                    {"core.setFailed", kError},
                                    {"core.setOutput", kLog},
                                    {"res.json", kResponse},
                                    {"res.send", kResponse},
                                    {"res.status.json", kResponse},
                                    {"res.status.send", kResponse},
                                    {"response.json", kResponse},
                                    {"res.end", kResponse},
                                    {"response.send", kResponse},
                                    {"response.status.json", kResponse},
                                    {"response.status.send", kResponse},
                                    {"res.write", kResponse},
                                    {"NextResponse.json", kResponse},
                                    {"Response.json", kResponse},
                                    {"reply.send", kResponse},
                                    {"reply.code.send", kResponse},
                                    {"ctx.throw", kError},
                                    {"reject", kError},
                                    {"Promise.reject", kError},
                                    {"Error", kError},
                                    {"createError", kError},
                                    {"ctx.log", kLog},
                                    {"document.write", kLog},
                                    {"Deno.stdout.write", kLog},
                                    {"notifier.notify", kLog},
                                    {"bugsnag.notify", kLog},
                                    {"Bugsnag.leaveBreadcrumb", kLog},
                                    {"newrelic.noticeError", kLog},
                                    {"datadogLogs.logger.info", kLog},
                                    {"reply.status.send", kResponse},
                                    {"c.json", kResponse},
                                    {"c.text", kResponse},
                                    {"new.Response", kResponse}};

constexpr Function kJava[] = {{"System.out.print", kLog},
                              {"System.out.println", kLog},
                              {"System.out.printf", kLog},
                              {"System.out.format", kLog},
                              {"System.err.print", kLog},
                              {"System.err.println", kLog},
                              {"System.err.printf", kLog},
                              {"System.err.format", kLog},
                              {"System.out.append", kLog},
                              {"println", kLog},
                              {"print", kLog},
                              {"printf", kLog},
                              {"System.out.write", kLog},
                              {"System.console.printf", kLog},
                              {"Console.println", kLog},
                              {"error", kError},
                              {"IO.println", kLog},
                              {"fail", kError},
                              {"Assert.fail", kError},
                              {"check", kError},
                              {"require", kError},
                              {"Toast.makeText", kLog},
                              {"FirebaseCrashlytics.getInstance.log", kLog},
                              {"response.sendError", kError},
                              {"response.getWriter.write", kResponse},
                              {"ResponseEntity.badRequest.body", kError},
                              {"ResponseEntity.ok", kResponse},
                              {"resp.sendError", kError},
                              {"resp.getWriter.println", kResponse},
                              {"resp.getWriter.write", kResponse},
                              {"resp.getWriter.print", kResponse},
                              {"response.getWriter.println", kResponse},
                              {"response.getWriter.print", kResponse},
                              {"call.respondText", kResponse},
                              {"call.respond", kResponse},
                              {"ResponseEntity.status.body", kResponse},
                              {"ResponseEntity.internalServerError.body", kError},
                              {"ResponseEntity.ok.body", kResponse},
                              {"checkNotNull", kError},
                              {"requireNotNull", kError},
                              {"ServerResponse.status.body", kResponse}};

// pkg.go.dev: fmt, log, errors, net/http, testing; pkg/errors; grpc status.
constexpr Function kGo[] = {{"fmt.Print", kLog},
                            {"fmt.Printf", kLog},
                            {"fmt.Println", kLog},
                            {"fmt.Fprint", kLog},
                            {"fmt.Fprintf", kLog},
                            {"fmt.Fprintln", kLog},
                            {"print", kLog},
                            {"println", kLog},
                            {"fmt.Errorf", kError},
                            {"errors.New", kError},
                            {"errors.Errorf", kError},
                            {"errors.Wrap", kError},
                            {"errors.Wrapf", kError},
                            {"errors.WithMessage", kError},
                            {"panic", kError},
                            {"spew.Dump", kLog},
                            {"spew.Printf", kLog},
                            {"pp.Println", kLog},
                            {"t.Log", kLog},
                            {"t.Logf", kLog},
                            {"t.Error", kError},
                            {"t.Errorf", kError},
                            {"t.Fatal", kError},
                            {"t.Fatalf", kError},
                            {"b.Log", kLog},
                            {"b.Logf", kLog},
                            {"http.Error", kError},
                            {"status.Error", kError},
                            {"status.Errorf", kError},
                            {"os.Stdout.WriteString", kLog},
                            {"os.Stderr.WriteString", kLog},
                            {"io.WriteString", kLog},
                            {"xerrors.Errorf", kError},
                            {"xerrors.New", kError},
                            {"cmd.Println", kLog},
                            {"cmd.Printf", kLog},
                            {"color.Red", kLog},
                            {"color.Green", kLog},
                            {"color.Yellow", kLog},
                            {"c.String", kResponse},
                            {"c.JSON", kResponse},
                            {"echo.NewHTTPError", kError},
                            {"json.NewEncoder.Encode", kResponse},
                            {"c.AbortWithStatusJSON", kError},
                            {"c.IndentedJSON", kResponse},
                            {"w.Write", kResponse},
                            {"render.JSON", kResponse},
                            {"c.Error", kError},
                            {"fiber.NewError", kError}};

// doc.rust-lang.org, docs.rs: log, tracing, slog, anyhow, defmt.
constexpr Function kRustMacros[] = {{"println", kLog},
                                    {"print", kLog},
                                    {"eprintln", kLog},
                                    {"eprint", kLog},
                                    {"dbg", kLog},
                                    {"trace", kLog},
                                    {"debug", kLog},
                                    {"info", kLog},
                                    {"warn", kLog},
                                    {"error", kLog},
                                    {"log", kLog},
                                    {"event", kLog},
                                    {"span", kLog},
                                    {"trace_span", kLog},
                                    {"debug_span", kLog},
                                    {"info_span", kLog},
                                    {"warn_span", kLog},
                                    {"error_span", kLog},
                                    {"crit", kLog},
                                    {"panic", kError},
                                    {"todo", kError},
                                    {"unimplemented", kError},
                                    {"unreachable", kError},
                                    {"assert", kError},
                                    {"assert_eq", kError},
                                    {"assert_ne", kError},
                                    {"debug_assert", kError},
                                    {"anyhow", kError},
                                    {"bail", kError},
                                    {"ensure", kError},
                                    {"eyre", kError},
                                    {"write", kLog},
                                    {"writeln", kLog},
                                    {"slog_info", kLog},
                                    {"cprintln", kLog},
                                    {"console_log", kLog},
                                    {"msg", kLog}};
constexpr Function kRust[] = {{"Err", kError},
                              {"expect", kError},
                              {"std.panic.panic_any", kError},
                              {"io.Error.new", kError},
                              {"Error.new", kError},
                              {"Error.msg", kError},
                              {"std.io.Error.new", kError},
                              {"Error.other", kError},
                              {"context", kError},
                              {"with_context", kError},
                              {"io.stdout.write_all", kLog},
                              {"stdout.write_all", kLog},
                              {"map_err", kError},
                              {"ok_or", kError},
                              {"ok_or_else", kError},
                              {"tracing.instrument", kLog},
                              {"instrument", kLog},
                              {"HttpResponse.InternalServerError.body", kError},
                              {"HttpResponse.Unauthorized.body", kError},
                              {"HttpResponse.BadRequest.body", kError},
                              {"HttpResponse.InternalServerError.json", kError},
                              {"HttpResponse.Ok.json", kResponse},
                              {"HttpResponse.Ok.body", kResponse},
                              {"ErrorUnauthorized", kError},
                              {"ErrorBadRequest", kError},
                              {"ErrorForbidden", kError},
                              {"ErrorInternalServerError", kError},
                              {"Json", kResponse}};

constexpr Function kSwift[] = {{"print", kLog},
                               {"debugPrint", kLog},
                               {"dump", kLog},
                               {"NSLog", kLog},
                               {"fatalError", kError},
                               {"preconditionFailure", kError},
                               {"assertionFailure", kError},
                               {"precondition", kError},
                               {"assert", kError},
                               {"os_log", kLog},
                               {"NSError", kError},
                               {"XCTFail", kError},
                               {"DDLogInfo", kLog},
                               {"DDLogDebug", kLog},
                               {"DDLogError", kLog},
                               {"DDLogWarn", kLog},
                               {"DDLogVerbose", kLog},
                               {"Swift.print", kLog}};

constexpr Function kRuby[] = {{"puts", kLog},
                              {"p", kLog},
                              {"pp", kLog},
                              {"print", kLog},
                              {"printf", kLog},
                              {"warn", kLog},
                              {"$stdout.puts", kLog},
                              {"$stderr.puts", kLog},
                              {"STDOUT.puts", kLog},
                              {"STDERR.puts", kLog},
                              {"$stdout.print", kLog},
                              {"$stdout.write", kLog},
                              {"$stderr.write", kLog},
                              {"STDOUT.write", kLog},
                              {"$stderr.print", kLog},
                              {"STDERR.print", kLog},
                              {"abort", kError},
                              {"fail", kError},
                              {"raise", kError},
                              {"Kernel.puts", kLog},
                              {"ap", kLog},
                              {"say", kLog},
                              {"STDOUT.print", kLog},
                              {"$stdout.printf", kLog},
                              {"Kernel.warn", kLog},
                              {"Kernel.raise", kError},
                              {"Sentry.capture_message", kLog},
                              {"render", kResponse},
                              {"halt", kError}};

// php.net; Laravel and Symfony helpers.
constexpr Function kPhp[] = {{"error_log", kLog},
                             {"syslog", kLog},
                             {"trigger_error", kError},
                             {"user_error", kError},
                             {"logger", kLog},
                             {"info", kLog},
                             {"print", kLog},
                             {"printf", kLog},
                             {"vprintf", kLog},
                             {"var_dump", kLog},
                             {"print_r", kLog},
                             {"var_export", kLog},
                             {"dd", kLog},
                             {"dump", kLog},
                             {"die", kError},
                             {"exit", kError},
                             {"debug_zval_refcount", kLog},
                             {"report", kLog},
                             {"abort", kError},
                             {"fprintf", kLog},
                             {"fwrite", kLog},
                             {"fputs", kLog},
                             {"response.json", kResponse},
                             {"wp_die", kError},
                             {"watchdog", kLog},
                             {"ray", kLog},
                             {"WP_CLI.log", kLog},
                             {"WP_CLI.error", kError},
                             {"debug_print", kLog},
                             {"$this.info", kLog},
                             {"$this.warn", kLog},
                             {"$this.line", kLog},
                             {"$this.error", kLog},
                             {"$this.comment", kLog},
                             {"response", kResponse},
                             {"$io.writeln", kLog},
                             {"$output.writeln", kLog},
                             {"$output.write", kLog},
                             {"$io.error", kLog},
                             {"$io.success", kLog},
                             {"file_put_contents", kLog},
                             {"wp_send_json", kResponse},
                             {"WP_CLI.line", kLog},
                             {"abort_if", kError},
                             {"abort_unless", kError}};

constexpr Function kCsharp[] = {{"Console.Write", kLog},
                                {"Console.WriteLine", kLog},
                                {"Console.Error.WriteLine", kLog},
                                {"Console.Error.Write", kLog},
                                {"Console.Out.WriteLine", kLog},
                                {"Console.Out.Write", kLog},
                                {"Trace.WriteLine", kLog},
                                {"Trace.Write", kLog},
                                {"Trace.TraceInformation", kLog},
                                {"Trace.TraceError", kLog},
                                {"Trace.TraceWarning", kLog},
                                {"Debug.WriteLine", kLog},
                                {"Debug.Write", kLog},
                                {"Debug.Print", kLog},
                                {"Debug.Log", kLog},
                                {"Debug.LogError", kLog},
                                {"Debug.LogWarning", kLog},
                                {"Debug.LogFormat", kLog},
                                {"Debug.Fail", kError},
                                {"EventLog.WriteEntry", kLog},
                                {"Environment.FailFast", kError},
                                {"System.Console.WriteLine", kLog},
                                {"System.Console.Write", kLog},
                                {"System.Diagnostics.Debug.WriteLine", kLog},
                                {"System.Diagnostics.Trace.WriteLine", kLog},
                                {"AnsiConsole.WriteLine", kLog},
                                {"AnsiConsole.MarkupLine", kLog},
                                {"Assert.Fail", kError},
                                {"BadRequest", kError},
                                {"Unauthorized", kError},
                                {"Problem", kError},
                                {"TestContext.WriteLine", kLog},
                                {"_output.WriteLine", kLog},
                                {"Results.BadRequest", kError},
                                {"TelemetryClient.TrackTrace", kLog},
                                {"_telemetry.TrackTrace", kLog},
                                {"_telemetryClient.TrackTrace", kLog},
                                {"telemetryClient.TrackTrace", kLog},
                                {"StatusCode", kResponse},
                                {"context.Response.WriteAsync", kResponse},
                                {"Response.WriteAsync", kResponse},
                                {"Response.Write", kResponse},
                                {"Results.Problem", kError},
                                {"Results.Json", kResponse},
                                {"Ok", kResponse},
                                {"NotFound", kError},
                                {"Content", kResponse},
                                {"Json", kResponse}};

// cppreference.com, syslog(3), spdlog, fmt, glog, Android NDK, Foundation.
constexpr Function kC[] = {{"printf", kLog},
                           {"fprintf", kLog},
                           {"vprintf", kLog},
                           {"puts", kLog},
                           {"fputs", kLog},
                           {"perror", kLog},
                           {"syslog", kLog},
                           {"std.print", kLog},
                           {"std.println", kLog},
                           {"fmt.print", kLog},
                           {"fmt.println", kLog},
                           {"NSLog", kLog},
                           {"std.printf", kLog},
                           {"std.puts", kLog},
                           {"wprintf", kLog},
                           {"fwprintf", kLog},
                           {"dprintf", kLog},
                           {"__android_log_print", kLog},
                           {"__android_log_write", kLog},
                           {"qDebug", kLog},
                           {"qInfo", kLog},
                           {"qWarning", kLog},
                           {"qCritical", kLog},
                           {"g_print", kLog},
                           {"g_printerr", kLog},
                           {"g_message", kLog},
                           {"g_warning", kLog},
                           {"g_debug", kLog},
                           {"g_error", kLog},
                           {"g_critical", kLog},
                           {"printk", kLog},
                           {"pr_info", kLog},
                           {"pr_err", kLog},
                           {"pr_debug", kLog},
                           {"pr_warn", kLog},
                           {"dev_info", kLog},
                           {"dev_err", kLog},
                           {"dev_dbg", kLog},
                           {"warnx", kLog},
                           {"warn", kLog},
                           {"errx", kError},
                           {"err", kError},
                           {"error", kError},
                           {"die", kError},
                           {"ESP_LOGI", kLog},
                           {"ESP_LOGD", kLog},
                           {"ESP_LOGE", kLog},
                           {"ESP_LOGW", kLog},
                           {"Serial.print", kLog},
                           {"Serial.println", kLog},
                           {"Serial.printf", kLog},
                           {"SPDLOG_INFO", kLog},
                           {"SPDLOG_DEBUG", kLog},
                           {"SPDLOG_ERROR", kLog},
                           {"SPDLOG_WARN", kLog},
                           {"SPDLOG_TRACE", kLog},
                           {"SPDLOG_CRITICAL", kLog},
                           {"ALOGD", kLog},
                           {"ALOGI", kLog},
                           {"ALOGE", kLog},
                           {"ALOGW", kLog},
                           {"ALOGV", kLog},
                           {"os_log", kLog},
                           {"LOGI", kLog},
                           {"LOGD", kLog},
                           {"LOGE", kLog},
                           {"LOGW", kLog},
                           {"elog", kLog},
                           {"ereport", kLog},
                           {"std.runtime_error", kError},
                           {"std.invalid_argument", kError},
                           {"std.logic_error", kError},
                           {"std.cout.write", kLog},
                           {"DLOG", kLog},
                           {"res.set_content", kResponse},
                           {"std.cerr.write", kLog}};

constexpr Function kDart[] = {{"print", kLog},         {"debugPrint", kLog},
                              {"stdout.write", kLog},  {"stdout.writeln", kLog},
                              {"stderr.write", kLog},  {"stderr.writeln", kLog},
                              {"developer.log", kLog}, {"log", kLog},
                              {"Exception", kError},   {"StateError", kError}};

constexpr Function kOther[] = {{"print", kLog},
                               {"println", kLog},
                               {"printf", kLog},
                               {"puts", kLog},
                               {"say", kLog},
                               {"warn", kLog},
                               {"die", kError},
                               {"croak", kError},
                               {"io.write", kLog},
                               {"IO.puts", kLog},
                               {"IO.inspect", kLog},
                               {"echo", kLog},
                               {"io.stderr.write", kLog},
                               {"error", kError},
                               {"raise", kError},
                               {"std.debug.print", kLog},
                               {"ngx.log", kLog},
                               {"ngx.say", kLog},
                               {"vim.notify", kLog},
                               {"Dumper", kLog}};

constexpr std::string_view kStreams[] = {"std.cout",
                                         "std.cerr",
                                         "std.clog",
                                         "cout",
                                         "cerr",
                                         "clog",
                                         "std.wcout",
                                         "std.wcerr",
                                         "LOG",
                                         "VLOG",
                                         "DLOG",
                                         "PLOG",
                                         "qDebug",
                                         "qInfo",
                                         "qWarning",
                                         "qCritical",
                                         "BOOST_LOG_TRIVIAL",
                                         "BOOST_LOG",
                                         "BOOST_LOG_SEV",
                                         "LOG_INFO",
                                         "LOG_DEBUG",
                                         "LOG_ERROR",
                                         "LOG_WARN",
                                         "LOG_WARNING",
                                         "DVLOG",
                                         "LOG_IF",
                                         "RAW_LOG",
                                         "logger",
                                         "log",
                                         "EV",
                                         "PLOG_INFO",
                                         "PLOGI",
                                         "PLOGD",
                                         "PLOGE",
                                         "LOGI",
                                         "LOGD",
                                         "FAIL",
                                         "ADD_FAILURE",
                                         "SCOPED_TRACE",
                                         "CHECK",
                                         "ASSERT_TRUE"};

template <std::size_t N>
std::optional<SinkKind> in_table(std::string_view path, const Function (&table)[N]) {
  for (const Function& function : table) {
    if (path == function.path) return function.kind;
  }
  return std::nullopt;
}

std::optional<SinkKind> by_language(std::string_view path, CodeLanguage language,
                                    bool macro) {
  switch (language) {
    case python:
      return in_table(path, kPython);
    case javascript:
      return in_table(path, kJavascript);
    case java:
    case kotlin:
    case scala:
    case groovy:
      return in_table(path, kJava);
    case go:
      return in_table(path, kGo);
    case rust:
      return macro ? in_table(path.substr(path.rfind('.') + 1), kRustMacros)
                   : in_table(path, kRust);
    case swift:
      return in_table(path, kSwift);
    case ruby:
      return in_table(path, kRuby);
    case php:
      return in_table(path, kPhp);
    case csharp:
      return in_table(path, kCsharp);
    case c:
      return in_table(path, kC);
    case dart:
      return in_table(path, kDart);
    default:
      return in_table(path, kOther);
  }
}

// A function of the program's own that logs: log(x), log_error(x), debugLog(x).
bool names_logging(std::string_view name) {
  const NameWords words(name);
  if (words.empty() || words.size() > 3) return false;
  if (words.has("in") || words.has("out") || words.has("on") || words.has("off"))
    return false;
  if (words[0] == "log" || words.from_end(0) == "log") {
    constexpr std::string_view kNumbers[] = {
        "base",  "prob",   "probs", "sum",  "likelihood", "softmax", "get", "open",
        "close", "create", "parse", "read", "rotate",     "clear",   "path"};
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (among(words[i], kNumbers)) return false;
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
  return among(last, kLoggerWords) || last.ends_with("logger");
}

bool is_log_method(std::string_view name, CodeLanguage language) {
  std::string lower;
  for (const char c : to_lower(name.substr(0, 40))) {
    if (c != '_') lower += c;
  }
  std::string_view word = lower;
  if (among(word, kLevels) || among(word, kBuilders)) return true;
  // Android's Log.d and its like.
  if (word.size() == 1 && (language == java || language == kotlin)) {
    return std::string_view("vdiwe").find(word) != std::string_view::npos;
  }
  for (const std::string_view ending :
       {"context", "ctx", "async", "format", "ln", "f", "w", "x", "s"}) {
    if (word.size() > ending.size() + 2 && word.ends_with(ending)) {
      const std::string_view stem = word.substr(0, word.size() - ending.size());
      if (among(stem, kLevels)) return true;
    }
  }
  if (word.starts_with("measure")) word.remove_prefix(7);
  return among(word, kLevels) ||
         (word.starts_with("at") && among(word.substr(2), kLevels));
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
  constexpr std::string_view kFunctions[] = {
      "fmt.Fprint", "fmt.Fprintf", "fmt.Fprintln", "fprintf",
      "fputs",      "fwprintf",    "fwrite",       "io.WriteString"};
  return macro ? path == "write" || path == "writeln" : among(path, kFunctions);
}

bool is_stream_sink(std::string_view names) {
  return among(names, kStreams) || among(names.substr(0, names.find('.')), kStreams);
}

}  // namespace leaksieve::logs
