#pragma once

#include <string_view>

#include "scanner/text/word_list.h"

namespace leaksieve::logs {

/// What prints, by the dotted name of the function; from the documentation of the
/// languages and libraries. Log: printed or logged. Error: part of an exception or of
/// an answer that says what went wrong. Response: an answer to a client.

// docs.python.org; Django, Flask and DRF for what answers a request; click, typer,
// rich.
constexpr auto kPythonLog = word_list([] {
  return std::string_view(
      "print pprint pp pprint.pprint pprint.pp sys.stdout.write sys.stderr.write "
      "stdout.write stderr.write sys.stdout.writelines click.echo click.secho "
      "typer.echo typer.secho rich.print console.print st.write st.text st.code "
      "display ic icecream.ic self.stdout.write self.stderr.write warnings.warn "
      "messages.debug messages.info messages.success messages.warning "
      "messages.add_message cprint secho echo traceback.print_exception "
      "sentry_sdk.capture_message sentry_sdk.set_extra sentry_sdk.set_context "
      "sentry_sdk.set_tag os.write");
});
constexpr auto kPythonError = word_list([] {
  return std::string_view(
      "st.error messages.error sys.exit parser.error self.fail pytest.fail "
      "click.UsageError abort flash");
});
constexpr auto kPythonResponse = word_list([] {
  return std::string_view(
      "HttpResponse JsonResponse Response HttpResponseBadRequest "
      "HttpResponseForbidden HttpResponseServerError HttpResponseNotFound "
      "make_response jsonify PlainTextResponse JSONResponse");
});

// nodejs.org, developer.mozilla.org, express, Next.js, @actions/core, Sentry.
constexpr auto kJavascriptLog = word_list([] {
  return std::string_view(
      "process.stdout.write process.stderr.write alert util.log util.debug "
      "navigator.sendBeacon Sentry.captureMessage Sentry.captureException "
      "Sentry.addBreadcrumb Sentry.setExtra Sentry.setContext Sentry.setTag "
      "posthog.capture core.info core.debug core.warning core.notice core.error "
      "core.setOutput ctx.log document.write Deno.stdout.write notifier.notify "
      "bugsnag.notify Bugsnag.leaveBreadcrumb newrelic.noticeError "
      "datadogLogs.logger.info");
});
constexpr auto kJavascriptError = word_list([] {
  return std::string_view(
      "core.setFailed ctx.throw reject Promise.reject Error createError");
});
constexpr auto kJavascriptResponse = word_list([] {
  return std::string_view(
      "res.json res.send res.status.json res.status.send response.json res.end "
      "response.send response.status.json response.status.send res.write "
      "NextResponse.json Response.json reply.send reply.code.send reply.status.send "
      "c.json c.text new.Response");
});

constexpr auto kJavaLog = word_list([] {
  return std::string_view(
      "System.out.print System.out.println System.out.printf System.out.format "
      "System.err.print System.err.println System.err.printf System.err.format "
      "System.out.append println print printf System.out.write System.console.printf "
      "Console.println IO.println Toast.makeText FirebaseCrashlytics.getInstance.log");
});
constexpr auto kJavaError = word_list([] {
  return std::string_view(
      "error fail Assert.fail check require response.sendError "
      "ResponseEntity.badRequest.body resp.sendError "
      "ResponseEntity.internalServerError.body checkNotNull requireNotNull");
});
constexpr auto kJavaResponse = word_list([] {
  return std::string_view(
      "response.getWriter.write ResponseEntity.ok resp.getWriter.println "
      "resp.getWriter.write resp.getWriter.print response.getWriter.println "
      "response.getWriter.print call.respondText call.respond "
      "ResponseEntity.status.body ResponseEntity.ok.body ServerResponse.status.body");
});

// pkg.go.dev: fmt, log, errors, net/http, testing; pkg/errors; grpc status.
constexpr auto kGoLog = word_list([] {
  return std::string_view(
      "fmt.Print fmt.Printf fmt.Println fmt.Fprint fmt.Fprintf fmt.Fprintln print "
      "println spew.Dump spew.Printf pp.Println t.Log t.Logf b.Log b.Logf "
      "os.Stdout.WriteString os.Stderr.WriteString io.WriteString cmd.Println "
      "cmd.Printf color.Red color.Green color.Yellow");
});
constexpr auto kGoError = word_list([] {
  return std::string_view(
      "fmt.Errorf errors.New errors.Errorf errors.Wrap errors.Wrapf "
      "errors.WithMessage panic t.Error t.Errorf t.Fatal t.Fatalf http.Error "
      "status.Error status.Errorf xerrors.Errorf xerrors.New echo.NewHTTPError "
      "c.AbortWithStatusJSON c.Error fiber.NewError");
});
constexpr auto kGoResponse = word_list([] {
  return std::string_view(
      "c.String c.JSON json.NewEncoder.Encode c.IndentedJSON w.Write render.JSON");
});

// doc.rust-lang.org, docs.rs: log, tracing, slog, anyhow, defmt.
constexpr auto kRustMacrosLog = word_list([] {
  return std::string_view(
      "println print eprintln eprint dbg trace debug info warn error log event span "
      "trace_span debug_span info_span warn_span error_span crit write writeln "
      "slog_info cprintln console_log msg");
});
constexpr auto kRustMacrosError = word_list([] {
  return std::string_view(
      "panic todo unimplemented unreachable assert assert_eq assert_ne debug_assert "
      "anyhow bail ensure eyre");
});
constexpr auto kRustMacrosResponse = word_list([] { return std::string_view(); });

constexpr auto kRustLog = word_list([] {
  return std::string_view(
      "io.stdout.write_all stdout.write_all tracing.instrument instrument");
});
constexpr auto kRustError = word_list([] {
  return std::string_view(
      "Err expect std.panic.panic_any io.Error.new Error.new Error.msg "
      "std.io.Error.new Error.other context with_context map_err ok_or ok_or_else "
      "HttpResponse.InternalServerError.body HttpResponse.Unauthorized.body "
      "HttpResponse.BadRequest.body HttpResponse.InternalServerError.json "
      "ErrorUnauthorized ErrorBadRequest ErrorForbidden ErrorInternalServerError");
});
constexpr auto kRustResponse = word_list(
    [] { return std::string_view("HttpResponse.Ok.json HttpResponse.Ok.body Json"); });

constexpr auto kSwiftLog = word_list([] {
  return std::string_view(
      "print debugPrint dump NSLog os_log DDLogInfo DDLogDebug DDLogError DDLogWarn "
      "DDLogVerbose Swift.print");
});
constexpr auto kSwiftError = word_list([] {
  return std::string_view(
      "fatalError preconditionFailure assertionFailure precondition assert NSError "
      "XCTFail");
});
constexpr auto kSwiftResponse = word_list([] { return std::string_view(); });

constexpr auto kRubyLog = word_list([] {
  return std::string_view(
      "puts p pp print printf warn $stdout.puts $stderr.puts STDOUT.puts STDERR.puts "
      "$stdout.print $stdout.write $stderr.write STDOUT.write $stderr.print "
      "STDERR.print Kernel.puts ap say STDOUT.print $stdout.printf Kernel.warn "
      "Sentry.capture_message");
});
constexpr auto kRubyError =
    word_list([] { return std::string_view("abort fail raise Kernel.raise halt"); });
constexpr auto kRubyResponse = word_list([] { return std::string_view("render"); });

// php.net; Laravel and Symfony helpers.
constexpr auto kPhpLog = word_list([] {
  return std::string_view(
      "error_log syslog logger info print printf vprintf var_dump print_r var_export "
      "dd dump debug_zval_refcount report fprintf fwrite fputs watchdog ray "
      "WP_CLI.log debug_print $this.info $this.warn $this.line $this.error "
      "$this.comment $io.writeln $output.writeln $output.write $io.error $io.success "
      "file_put_contents WP_CLI.line");
});
constexpr auto kPhpError = word_list([] {
  return std::string_view(
      "trigger_error user_error die exit abort wp_die WP_CLI.error abort_if "
      "abort_unless");
});
constexpr auto kPhpResponse =
    word_list([] { return std::string_view("response.json response wp_send_json"); });

constexpr auto kCsharpLog = word_list([] {
  return std::string_view(
      "Console.Write Console.WriteLine Console.Error.WriteLine Console.Error.Write "
      "Console.Out.WriteLine Console.Out.Write Trace.WriteLine Trace.Write "
      "Trace.TraceInformation Trace.TraceError Trace.TraceWarning Debug.WriteLine "
      "Debug.Write Debug.Print Debug.Log Debug.LogError Debug.LogWarning "
      "Debug.LogFormat EventLog.WriteEntry System.Console.WriteLine "
      "System.Console.Write System.Diagnostics.Debug.WriteLine "
      "System.Diagnostics.Trace.WriteLine AnsiConsole.WriteLine "
      "AnsiConsole.MarkupLine TestContext.WriteLine _output.WriteLine "
      "TelemetryClient.TrackTrace _telemetry.TrackTrace _telemetryClient.TrackTrace "
      "telemetryClient.TrackTrace");
});
constexpr auto kCsharpError = word_list([] {
  return std::string_view(
      "Debug.Fail Environment.FailFast Assert.Fail BadRequest Unauthorized Problem "
      "Results.BadRequest Results.Problem NotFound");
});
constexpr auto kCsharpResponse = word_list([] {
  return std::string_view(
      "StatusCode context.Response.WriteAsync Response.WriteAsync Response.Write "
      "Results.Json Ok Content Json");
});

// cppreference.com, syslog(3), spdlog, fmt, glog, Android NDK, Foundation.
constexpr auto kCLog = word_list([] {
  return std::string_view(
      "printf fprintf vprintf puts fputs perror syslog std.print std.println "
      "fmt.print fmt.println NSLog std.printf std.puts wprintf fwprintf dprintf "
      "__android_log_print __android_log_write qDebug qInfo qWarning qCritical "
      "g_print g_printerr g_message g_warning g_debug g_error g_critical printk "
      "pr_info pr_err pr_debug pr_warn dev_info dev_err dev_dbg warnx warn ESP_LOGI "
      "ESP_LOGD ESP_LOGE ESP_LOGW Serial.print Serial.println Serial.printf "
      "SPDLOG_INFO SPDLOG_DEBUG SPDLOG_ERROR SPDLOG_WARN SPDLOG_TRACE SPDLOG_CRITICAL "
      "ALOGD ALOGI ALOGE ALOGW ALOGV os_log LOGI LOGD LOGE LOGW elog ereport "
      "std.cout.write DLOG std.cerr.write");
});
constexpr auto kCError = word_list([] {
  return std::string_view(
      "errx err error die std.runtime_error std.invalid_argument std.logic_error");
});
constexpr auto kCResponse =
    word_list([] { return std::string_view("res.set_content"); });

constexpr auto kDartLog = word_list([] {
  return std::string_view(
      "print debugPrint stdout.write stdout.writeln stderr.write stderr.writeln "
      "developer.log log");
});
constexpr auto kDartError =
    word_list([] { return std::string_view("Exception StateError"); });
constexpr auto kDartResponse = word_list([] { return std::string_view(); });

constexpr auto kOtherLog = word_list([] {
  return std::string_view(
      "print println printf puts say warn io.write IO.puts IO.inspect echo "
      "io.stderr.write std.debug.print ngx.log ngx.say vim.notify Dumper");
});
constexpr auto kOtherError =
    word_list([] { return std::string_view("die croak error raise"); });
constexpr auto kOtherResponse = word_list([] { return std::string_view(); });

// The last names of all of them that have no stem of may_name_sink in them.
constexpr auto kLastNames = word_list([] {
  return std::string_view(
      "AbortWithStatusJSON BadRequest Content Dump Dumper Encode Err Fail FailFast "
      "Fatal Fatalf Green IndentedJSON JSON Json MarkupLine New NotFound Ok Problem "
      "Red StatusCode String TraceInformation TraceWarning TrackTrace Unauthorized "
      "WithMessage Wrap Wrapf Write WriteAsync WriteEntry WriteLine WriteString "
      "XCTFail Yellow abort abort_if abort_unless addBreadcrumb add_message alert "
      "anyhow ap append assert assert_eq assert_ne assertionFailure bail body "
      "capture captureMessage capture_message check checkNotNull code comment "
      "context crit croak dbg dd debug debug_assert debug_span debug_zval_refcount "
      "dev_dbg dev_err dev_info die display dump end ensure ereport err errx event "
      "exit expect eyre fail file_put_contents flash format fputs fwrite g_critical "
      "g_debug g_message g_warning h halt ic info info_span inspect instrument "
      "invalid_argument json jsonify leaveBreadcrumb line makeText map_err msg new "
      "notice notify ok ok_or ok_or_else other p panic panic_any pp pr_debug pr_err "
      "pr_info pr_warn precondition preconditionFailure puts qCritical qDebug qInfo "
      "qWarning raise ray reject render report require requireNotNull respond "
      "respondText say send sendBeacon setContext setExtra setFailed setOutput "
      "setTag set_content set_context set_extra set_tag span success text throw "
      "todo trace trace_span unimplemented unreachable var_dump var_export warn "
      "warn_span warning warnx watchdog with_context wp_die wp_send_json write "
      "write_all writelines writeln");
});

}  // namespace leaksieve::logs
