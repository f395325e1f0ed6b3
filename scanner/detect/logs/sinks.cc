#include "scanner/detect/logs/sinks.h"

#include <algorithm>

#include "scanner/base/ascii.h"
#include "scanner/detect/logs/sink_names.h"

namespace leaksieve::logs {
namespace {

using Kind = Token::Kind;
using enum CodeLanguage;

// The names of parts [0, end) without calls and subscripts: "log.with.info".
std::string names_of(const Code& code, const Chain& chain, std::size_t end) {
  std::string names;
  for (std::size_t i = 0; i < end && names.size() < 200; ++i) {
    if (chain.parts[i].kind != Part::Kind::name) continue;
    if (!names.empty()) names += '.';
    names += code.str(chain.parts[i].begin).substr(0, 60);
  }
  return names;
}

// The position of the name of a logger that has something after it; npos for none.
std::size_t find_logger(const Code& code, const Chain& chain) {
  for (std::size_t i = 0; i + 1 < chain.parts.size(); ++i) {
    if (chain.parts[i].kind == Part::Kind::name &&
        is_logger_name(code.str(chain.parts[i].begin), code.language)) {
      return i;
    }
  }
  return std::string::npos;
}

bool arguments_name(const Code& code, const Part& call,
                    std::initializer_list<std::string_view> words) {
  for (std::uint32_t i = call.begin + 1; i < call.end && i < call.begin + 8; ++i) {
    if (code.is(i, ",")) return false;
    if (code.is_name(i) &&
        std::find(words.begin(), words.end(), code.str(i)) != words.end()) {
      return true;
    }
  }
  return false;
}

void add_range(Sink& sink, const Part& part) {
  if (part.end > part.begin + 1) sink.ranges.push_back({part.begin + 1, part.end});
}

// `func log(x) {`, `def log(x):`, `void log(String x) {`: no call.
bool is_definition(const Code& code, const Chain& chain) {
  if (chain.begin == 0) return false;
  const std::uint32_t before = chain.begin - 1;
  if (code.is(before, "func") || code.is(before, "def") ||
      code.is(before, "function") || code.is(before, "fn") || code.is(before, "fun") ||
      code.is(before, "class")) {
    return true;
  }
  // Go's receiver stands before the name.
  if (code.language == go && code.is(before, ")") && code.match[before] != kNoToken &&
      code.match[before] > 0 && code.is(code.match[before] - 1, "func")) {
    return true;
  }
  const bool blocks = code.language == kotlin || code.language == swift ||
                      code.language == ruby || code.language == groovy ||
                      code.language == scala;
  return !blocks && chain.parts.size() == 2 && code.is(chain.end, "{");
}

// The first argument is the path of a log.
bool writes_log_file(const Code& code, const Part& call) {
  for (std::uint32_t i = call.begin + 1; i < call.end && !code.is(i, ","); ++i) {
    if (code.kind(i) == Kind::text &&
        (code.str(i).find(".log") != std::string_view::npos ||
         code.str(i).find("/log") != std::string_view::npos ||
         code.str(i) == "php://stderr" || code.str(i) == "php://stdout")) {
      return true;
    }
  }
  return false;
}

// `new Error(...)`, `ValueError(...)` after raise or throw.
bool is_constructed_error(const Code& code, const Chain& chain) {
  const std::string_view last = [&] {
    for (std::size_t i = chain.parts.size(); i > 0; --i) {
      if (chain.parts[i - 1].kind == Part::Kind::name) {
        return code.str(chain.parts[i - 1].begin);
      }
    }
    return std::string_view();
  }();
  return last.ends_with("Error") || last.ends_with("Exception") ||
         last == "JsonResponse" || last == "Response";
}

}  // namespace

bool find_call_sink(const Code& code, const Chain& chain, Sink& out) {
  out = {};
  out.begin = chain.begin;
  out.end = chain.end;
  if (is_definition(code, chain)) return false;
  const std::size_t logger = find_logger(code, chain);
  bool found = false;
  for (std::size_t i = 1; i < chain.parts.size(); ++i) {
    const Part& part = chain.parts[i];
    if (part.kind != Part::Kind::call && part.kind != Part::Kind::block) continue;
    std::size_t name_at = i - 1;
    // Kotlin's logger.info(marker) { "..." }
    if (part.kind == Part::Kind::block &&
        chain.parts[name_at].kind == Part::Kind::call && name_at > 0) {
      --name_at;
    }
    if (chain.parts[name_at].kind != Part::Kind::name) continue;
    const std::string_view name = code.str(chain.parts[name_at].begin);
    if (logger != std::string::npos && logger < name_at &&
        is_log_method(name, code.language)) {
      add_range(out, part);
      out.callee = names_of(code, chain, name_at + 1);
      // Vapor's loggers are those of swift-log.
      const std::string_view head = code.str(chain.begin);
      out.private_values = code.language == swift && head != "req" &&
                           head != "request" && head != "app" &&
                           head != "application" && head != "context";
      found = true;
      continue;
    }

    const bool macro = part.begin > 0 && code.is(part.begin - 1, "!");
    const std::string path = names_of(code, chain, name_at + 1);
    const auto kind = function_sink(path, code.language, macro);
    if (!kind) continue;
    // fmt.Fprintf, fprintf and their like print only to the streams of the terminal.
    if (writes_to_first_argument(path, macro) &&
        !arguments_name(code, part,
                        {"Stdout", "Stderr", "stdout", "stderr", "STDOUT", "STDERR",
                         "ErrOut", "Out"})) {
      // What is written to the client is an answer.
      if (code.language != go ||
          !arguments_name(code, part, {"w", "rw", "writer", "resp"})) {
        continue;
      }
      add_range(out, part);
      out.callee = path;
      out.kind = Sink::Kind::response;
      found = true;
      continue;
    }
    if (name == "file_put_contents" && !writes_log_file(code, part)) continue;
    add_range(out, part);
    out.in_test = is_test_sink(path);
    out.callee = path + (macro ? "!" : "");
    out.kind = *kind;
    out.format_names = macro;
    found = true;
  }
  if (found && code.language == rust && logger != std::string::npos)
    out.format_names = true;
  if (!found && chain.begin > 0 && code.is(chain.begin - 1, "new") &&
      is_constructed_error(code, chain)) {
    for (const Part& part : chain.parts) {
      if (part.kind == Part::Kind::call) add_range(out, part);
    }
    out.callee = names_of(code, chain, chain.parts.size());
    out.kind =
        out.callee.ends_with("Response") ? Sink::Kind::response : Sink::Kind::error;
    out.begin = chain.begin - 1;
    found = true;
  }
  return found && !out.ranges.empty();
}

namespace {

// The end of what a statement prints: before a trailing condition.
std::uint32_t before_modifier(const Code& code, std::uint32_t begin,
                              std::uint32_t end) {
  for (std::uint32_t i = begin; i < end; ++i) {
    if (code.kind(i) == Kind::open && code.match[i] != kNoToken) {
      i = code.match[i];
    } else if (code.is(i, "if") || code.is(i, "unless") || code.is(i, "from") ||
               code.is(i, "rescue")) {
      return i;
    }
  }
  return end;
}

bool starts_statement(const Code& code, std::uint32_t i) {
  if (i == 0) return true;
  const Kind kind = code.kind(i - 1);
  return kind == Kind::newline || code.is(i - 1, ";") || code.is(i - 1, "{") ||
         code.is(i - 1, "}") || code.is(i - 1, ")") || code.is(i - 1, ":") ||
         code.is(i - 1, "=>") || code.is(i - 1, "->") || code.is(i - 1, "else") ||
         code.is(i - 1, "then") || code.is(i - 1, "do") || code.is(i - 1, "or") ||
         code.is(i - 1, "||") || code.is(i - 1, "??") || code.is(i - 1, "?:") ||
         code.is(i - 1, "and") || code.is(i - 1, "|") || code.is(i - 1, "&&");
}

}  // namespace

bool find_statement_sink(const Code& code, const Chain& chain, Sink& out) {
  const std::uint32_t i = chain.begin;
  const std::string_view word = code.str(i);
  out = {};
  out.begin = i;
  constexpr std::uint32_t kMost = 4096;
  const auto rest = [&](std::uint32_t begin, Sink::Kind kind, std::string callee) {
    out.end = before_modifier(code, begin, statement_end(code, begin, kMost));
    if (out.end <= begin) return false;
    out.kind = kind;
    out.callee = std::move(callee);
    out.ranges.push_back({begin, out.end});
    return true;
  };
  const bool throws =
      word == "throw" ||
      (word == "raise" && (code.language == python || code.language == ruby));
  if (throws && starts_statement(code, i)) {
    const std::uint32_t first = code.is(i + 1, "new") ? i + 2 : i + 1;
    bool tail = false;
    if (begins_chain(code, first, tail) && !tail) {
      Chain thrown;
      read_chain(code, first, thrown);
      bool called = false;
      for (const Part& part : thrown.parts) {
        if (part.kind != Part::Kind::call) continue;
        called = true;
        add_range(out, part);
      }
      if (called) {
        out.kind = Sink::Kind::error;
        out.end = thrown.end;
        out.callee =
            std::string(word) + " " + names_of(code, thrown, thrown.parts.size());
        if (word == "raise" && code.is(thrown.end, ",")) {
          const std::uint32_t end =
              before_modifier(code, thrown.end, statement_end(code, thrown.end, kMost));
          out.ranges.push_back({thrown.end + 1, end});
          out.end = end;
        }
        return !out.ranges.empty();
      }
      // Ruby's `raise Error, "message"`, Swift's `throw Failure.case`.
    }
    return rest(i + 1, Sink::Kind::error, std::string(word));
  }
  const bool bare = !code.is(i + 1, "(") && !code.is(i + 1, "=") &&
                    !code.is(i + 1, ".") && !code.is(i + 1, ":=") &&
                    !code.is_newline(i + 1);
  if (code.language == php &&
      (word == "echo" || word == "<?=" || (word == "print" && bare))) {
    return rest(i + 1, Sink::Kind::log, word == "echo" ? "echo" : "print");
  }
  if (code.language == python && starts_statement(code, i)) {
    if (word == "print" && bare) return rest(i + 1, Sink::Kind::log, "print");
    if (word == "assert") {
      // Only the message after the comma is shown.
      const std::uint32_t end = statement_end(code, i + 1, kMost);
      for (std::uint32_t j = i + 1; j < end; ++j) {
        if (code.kind(j) == Kind::open && code.match[j] != kNoToken) j = code.match[j];
        if (code.is(j, ",")) return rest(j + 1, Sink::Kind::error, "assert");
      }
    }
    return false;
  }
  if (code.language == ruby || code.language == groovy || code.language == other) {
    const std::string names = names_of(code, chain, chain.parts.size());
    const bool called = chain.parts.back().kind == Part::Kind::call;
    if (called || code.is(chain.end, "=") || code.is(chain.end, ".")) return false;
    const std::size_t logger = find_logger(code, chain);
    const std::string_view last = code.str(chain.parts.back().begin);
    const bool logs = logger != std::string::npos && chain.parts.size() >= 2 &&
                      chain.parts.back().kind == Part::Kind::name &&
                      is_log_method(last, code.language);
    if (code.language == ruby && is_logger_name(last, ruby) &&
        code.is(chain.end, "<<")) {
      return rest(chain.end + 1, Sink::Kind::log, names + " <<");
    }
    // `Rails.logger.debug { "..." }`
    if (logs && code.is(chain.end, "{") && code.match[chain.end] != kNoToken) {
      out.ranges.push_back({chain.end + 1, code.match[chain.end]});
      out.end = code.match[chain.end] + 1;
      out.callee = names;
      return true;
    }
    if (logs && !code.is_newline(chain.end))
      return rest(chain.end, Sink::Kind::log, names);
    const auto kind = function_sink(names, code.language, false);
    if (kind && starts_statement(code, i) && !code.is_newline(chain.end) &&
        code.kind(chain.end < code.size() ? chain.end : i) != Kind::op) {
      return rest(chain.end, *kind, names);
    }
    return false;
  }
  if (code.language == c && code.is(chain.end, "<<")) {
    const std::string names = names_of(code, chain, chain.parts.size());
    if (is_stream_sink(names)) return rest(chain.end + 1, Sink::Kind::log, names);
  }
  return false;
}

}  // namespace leaksieve::logs
