#include "scanner/detect/logs/code_leaks.h"

#include <algorithm>
#include <set>

#include "scanner/base/ascii.h"
#include "scanner/detect/logs/assignments.h"
#include "scanner/detect/logs/findings.h"
#include "scanner/detect/logs/mutations.h"
#include "scanner/detect/logs/vocabulary.h"
#include "scanner/text/code_lexer.h"
#include "scanner/text/name_words.h"

namespace leaksieve::logs {
namespace {

using Kind = Token::Kind;

// Tokens of one piece: a million bytes of usual code, 30 MB of memory at most.
constexpr std::size_t kPieceTokens = 1U << 18;

// One piece of a text: what is known in it, and the two passes over it.
class Piece {
 public:
  Piece(const Code& code, const LogRules& rules, Lines& lines, const LeakPlace& usual,
        Vocabulary& vocabulary, std::vector<Candidate>& out)
      : code_(code),
        rules_(rules),
        lines_(lines),
        usual_(usual),
        vocabulary_(vocabulary),
        out_(out),
        functions_(find_functions(code)),
        // Each token is read by few expressions unless somebody means harm.
        reader_(code, functions_, flow_, code.tokens.size() * 24 + 10000) {}

  void run() {
    pass();
    if (!worth_reporting_ && flow_.empty()) return;
    reporting_ = true;
    flow_.forget_locals();
    pass();
  }

 private:
  void pass() {
    active_.clear();
    next_function_ = 0;
    brackets_.clear();
    statement_end_ = 0;
    for (std::uint32_t i = 0; i < code_.size(); ++i) {
      enter_functions(i);
      switch (code_.kind(i)) {
        case Kind::open:
          if (code_.match[i] != kNoToken) brackets_.push_back(i);
          break;
        case Kind::close:
          if (!brackets_.empty() && code_.match[i] == brackets_.back())
            brackets_.pop_back();
          break;
        case Kind::name:
          at_name(i);
          break;
        case Kind::op:
          at_operator(i);
          break;
        default:
          break;
      }
    }
  }

  std::uint32_t function() const {
    return active_.empty() ? kNoFunction : active_.back();
  }

  void enter_functions(std::uint32_t i) {
    while (!active_.empty() && i >= functions_[active_.back()].end) active_.pop_back();
    while (next_function_ < functions_.size() &&
           functions_[next_function_].begin <= i) {
      const auto entered = static_cast<std::uint32_t>(next_function_++);
      const Function& now = functions_[entered];
      if (i >= now.end) continue;
      active_.push_back(entered);
      if (!reporting_) learn_short_body(now);
    }
  }

  // A body of one expression gives it back without a word for it.
  void learn_short_body(const Function& now) {
    std::uint32_t begin = now.begin;
    while (begin < now.end && (code_.is_newline(begin) || code_.is(begin, ":")))
      ++begin;
    if (begin >= now.end || code_.is(begin, "return")) return;
    std::uint32_t end = statement_end(code_, begin, 200);
    const std::uint32_t last = end;
    while (end < now.end && (code_.is_newline(end) || code_.is(end, "end"))) ++end;
    if (end < now.end) return;
    learn_return(begin, std::min(last, now.end), now);
  }

  void learn_return(std::uint32_t begin, std::uint32_t end, const Function& now) {
    if (now.name.size() < 3 || begin >= end) return;
    if (!worth_reading({begin, end})) return;
    Place place;
    place.function = function();
    place.printed = false;
    std::vector<Leak> leaks;
    reader_.read(begin, end, place, leaks);
    Value value = value_of(code_, begin, leaks, flow_);
    if (value.kind != Value::Kind::secret || value.level < Level::medium) return;
    value.link =
        flow_.add_link(code_.span(now.name_token, now.name_token + 1), value.link);
    flow_.learn_return(now.name, value);
  }

  void at_name(std::uint32_t i) {
    const std::string_view word = code_.str(i);
    if (!reporting_ && function() != kNoFunction && code_.is(i, "return")) {
      learn_return(i + 1, statement_end(code_, i + 1, 512), functions_[function()]);
      return;
    }
    const bool keyword_token = code_.is_keyword(i);
    if (keyword_token && (word == "for" || word == "foreach")) {
      learn_loop(code_, function(), i, reader_, flow_);
      return;
    }
    learn_type(code_, function(), i, flow_);
    if (is_lone_name(i) || !worth_a_look(i)) return;
    if (word == "phpinfo" && code_.language == CodeLanguage::php &&
        code_.is(i + 1, "(")) {
      Sink sink;
      sink.begin = i;
      sink.end = std::min(i + 3, code_.size());
      sink.callee = word;
      Leak leak;
      leak.level = Level::high;
      leak.dump = true;
      leak.span = code_.span(sink.begin, sink.end);
      worth_reporting_ = true;
      if (reporting_) report(leak, sink);
      return;
    }
    bool tail = false;
    const bool statement = word == "raise" || word == "throw" ||
                           (word == "echo" && code_.language == CodeLanguage::php) ||
                           word == "assert" || word == "print" || word == "<?=";
    if (!statement && !begins_chain(code_, i, tail)) return;
    if (tail && code_.language != CodeLanguage::rust) return;
    read_chain(code_, i, chain_);
    bool may_be_sink = statement;
    for (const Part& part : chain_.parts) {
      may_be_sink = may_be_sink ||
                    (part.kind == Part::Kind::name && code_.may_be_sink(part.begin));
    }
    const bool keyword = is_keyword(word) || word == "echo";
    if (statement && keyword) {
      chain_.parts.resize(1);
      chain_.end = i + 1;
    }
    Sink sink;
    // LOG(INFO) << x is a call and a stream.
    const bool stream = code_.language == CodeLanguage::c && code_.is(chain_.end, "<<");
    if (may_be_sink && !stream && (!statement || !keyword) &&
        find_call_sink(code_, chain_, sink)) {
      at_sink(sink);
    } else if (may_be_sink && i >= statement_end_ &&
               find_statement_sink(code_, chain_, sink)) {
      // What it prints was read with it.
      statement_end_ = sink.end;
      at_sink(sink);
    } else {
      learn_mutation(code_, function(), chain_, reader_, flow_);
      if (reporting_) at_wrapper();
    }
  }

  // Whether a sink, a secret, or what is known of a variable may come up soon.
  bool worth_a_look(std::uint32_t i) const {
    constexpr std::uint32_t kWindow = 24;
    const std::uint32_t end = std::min(i + kWindow, code_.size());
    if (code_.is_keyword(i) || code_.has_sink(i, end) || code_.hot(i, end)) return true;
    if (flow_.empty()) return false;
    for (std::uint32_t at = i; at < end; ++at) {
      if (code_.is_name(at) && flow_.may_know(code_.str(at))) return true;
    }
    return false;
  }

  // A name that nothing hangs on calls nothing and prints nothing.
  bool is_lone_name(std::uint32_t i) const {
    if (i + 1 >= code_.size() || code_.may_be_sink(i) || code_.is_keyword(i))
      return false;
    const Token& next = code_.tokens[i + 1];
    if (next.kind == Kind::open || next.kind == Kind::newline) return false;
    if (next.kind != Kind::op) return true;
    const char first = code_.text[next.begin];
    return first != '.' && first != ':' && first != '-' && first != '?' &&
           first != '&' && first != '!' && first != '<';
  }

  void at_operator(std::uint32_t i) {
    const std::string_view op = code_.str(i);
    if (op == ":" &&
        (code_.language == CodeLanguage::go || code_.language == CodeLanguage::rust)) {
      learn_field(i);
      return;
    }
    if (op != "=" && op != ":=" && op != "+=" && op != "||=" && op != "?\?=" &&
        op != ".=")
      return;
    // In brackets it names an argument or a default, but for `if (x = y)`.
    if (!brackets_.empty() && !code_.is(brackets_.back(), "{")) {
      const std::uint32_t open = brackets_.back();
      if (open == 0 || !code_.is_name(open - 1) || !code_.is_keyword(open - 1)) return;
    }
    learn_assignment(code_, functions_, function(), i, reader_, flow_);
  }

  // `Client{k: os.Getenv("X")}`: the member k of a Client is that.
  void learn_field(std::uint32_t i) {
    if (reporting_ || i == 0 || !code_.is_name(i - 1) || brackets_.empty() ||
        !code_.is(brackets_.back(), "{")) {
      return;
    }
    std::uint32_t end = i + 1;
    const std::uint32_t close = code_.match[brackets_.back()];
    while (end < close && end < i + 64 && !code_.is(end, ",")) {
      if (code_.kind(end) == Kind::open && code_.match[end] != kNoToken)
        end = code_.match[end];
      ++end;
    }
    end = std::min(end, close);
    if (end <= i + 1 || !code_.hot(i + 1, end)) return;
    Place place;
    place.function = function();
    place.printed = false;
    leaks_.clear();
    reader_.read(i + 1, end, place, leaks_);
    Value value = value_of(code_, i + 1, leaks_, flow_);
    if (value.kind != Value::Kind::secret || value.level < Level::medium) return;
    value.link = flow_.add_link(code_.span(i - 1, i), value.link);
    flow_.learn_field(code_.str(i - 1), value);
  }

  bool worth_reading(const TokenRange& range) const {
    if (code_.hot(range.begin, range.end)) return true;
    if (flow_.empty()) return false;
    if (code_.language == CodeLanguage::rust) return true;  // names stand in texts
    for (std::uint32_t i = range.begin; i < range.end; ++i) {
      if (flow_.may_know(code_.str(i))) return true;
    }
    return false;
  }

  void at_sink(const Sink& sink) {
    Place place;
    place.function = function();
    place.format_names = sink.format_names;
    place.private_values = sink.private_values && !vocabulary_.says_swift_log();
    for (const TokenRange& range : sink.ranges) {
      place.parameters = learns_wrappers(sink);
      const bool worth = worth_reading(range);
      worth_reporting_ = worth_reporting_ || worth;
      if (!place.parameters && !worth) continue;
      leaks_.clear();
      reader_.read(range.begin, range.end, place, leaks_);
      for (Leak& leak : leaks_) {
        if (leak.parameter >= 0) {
          if (!reporting_) learn_wrapper(leak, sink);
          continue;
        }
        if (!reporting_) continue;
        confirm(leak, sink);
        report(leak, sink);
      }
    }
  }

  // In the first pass: functions that log what they are given.
  bool learns_wrappers(const Sink& sink) const {
    return !reporting_ && sink.kind == Sink::Kind::log && function() != kNoFunction &&
           functions_[function()].name.size() >= 3 &&
           functions_[function()].parameters != kNoToken;
  }

  void learn_wrapper(const Leak& leak, const Sink& sink) {
    const Function& now = functions_[function()];
    Wrapper wrapper;
    wrapper.parameter = leak.parameter;
    wrapper.link = flow_.add_link(
        {code_.tokens[sink.begin].begin, code_.tokens[sink.begin].end}, kNoLink);
    flow_.learn_wrapper(now.name, wrapper);
  }

  // A call of a function of this text that logs its parameter.
  void at_wrapper() {
    for (std::size_t n = 1; n < chain_.parts.size(); ++n) {
      const Part& call = chain_.parts[n];
      if (call.kind != Part::Kind::call || chain_.parts[n - 1].kind != Part::Kind::name)
        continue;
      const std::string_view head = code_.str(chain_.parts[0].begin);
      if (n > 1 && (n != 2 || (head != "self" && head != "this" && head != "$this")))
        return;
      const std::string_view name = code_.str(chain_.parts[n - 1].begin);
      const Wrapper* found = flow_.wrapper(name);
      if (found == nullptr) return;
      const auto arguments = arguments_of(code_, call.begin, 32);
      const auto wanted = static_cast<std::size_t>(found->parameter);
      if (wanted >= arguments.size()) return;
      Sink sink;
      sink.begin = chain_.begin;
      sink.end = call.end + 1;
      sink.callee = std::string(name);
      // Its definition looks like a call too.
      if (chain_.begin > 0 && code_.is_keyword(chain_.begin - 1) &&
          !code_.is(chain_.begin - 1, "return") &&
          !code_.is(chain_.begin - 1, "await")) {
        return;
      }
      Place place;
      place.function = function();
      leaks_.clear();
      reader_.read(arguments[wanted].begin, arguments[wanted].end, place, leaks_);
      for (Leak& leak : leaks_) {
        if (leak.parameter >= 0 || leak.level < Level::medium) continue;
        const std::uint32_t argument = flow_.add_link(leak.span, leak.link);
        leak.link = flow_.add_link(flow_.links()[found->link].span, argument);
        leak.level = std::min(leak.level, Level::medium);
        report(leak, sink);
      }
      return;
    }
  }

  // A name such as `token` needs a second sign: the message names it, or the text is
  // about signing in and no parser.
  void confirm(Leak& leak, const Sink& sink) {
    // The working directory is called so too.
    if (is_directory_name(leak.name) && vocabulary_.is_about_directories()) {
      leak.level = Level::none;
    }
    if (sink.in_test && (!leak.read || leak.dump))
      leak.level = std::min(leak.level, Level::low);
    if (leak.level != Level::hint) return;
    std::string_view name = leak.name;
    for (std::uint32_t at = leak.link; at != kNoLink; at = flow_.links()[at].before) {
      name = bytes_of(code_.text, flow_.links()[at].span);
    }
    const NameWords words(name);
    const std::string_view word = words.from_end(0);
    const bool named = !word.empty() && reader_.text_has(word);
    if (word == "token" && vocabulary_.is_parser()) {
      leak.level = Level::none;
    } else if (word == "pass" && !reader_.text_has("passw") &&
               !reader_.text_has("login")) {
      leak.level = Level::low;
    } else if (named ||
               (word == "token" && leak.link == kNoLink && vocabulary_.signs_in()) ||
               (word == "authorization" || word == "dsn" || word == "otp")) {
      leak.level = Level::medium;
    } else {
      leak.level = Level::low;
    }
  }

  static bool is_directory_name(std::string_view name) {
    return name == "pwd" || name == "PWD" || name == "pwds" || name == "oldpwd" ||
           name == "OLDPWD" || name == "newPwd" || name == "old_pwd";
  }

  bool shows_on_purpose() const {
    if (function() == kNoFunction) return false;
    const NameWords words(functions_[function()].name);
    if (words.size() < 2) return false;
    const std::string_view verb = words[0];
    const bool makes = verb == "create" || verb == "generate" || verb == "show" ||
                       verb == "print" || verb == "rotate" || verb == "issue" ||
                       verb == "display" || verb == "new" || verb == "reveal";
    return makes &&
           (words.has("key") || words.has("token") || words.has("secret") ||
            words.has("password") || words.has("credentials") || words.has("keys"));
  }

  void report(const Leak& leak, const Sink& sink) {
    if (leak.level == Level::none || leak.level == Level::hint) return;
    if (out_.size() >= kMaxLeaksPerText) return;
    if (sink.kind == Sink::Kind::response && !leaks_in_response(leak, sink)) return;
    if (!reported_.insert(leak.span).second) return;
    LeakPlace place = usual_;
    place.kind = sink.kind;
    place.call = code_.span(sink.begin, std::max(sink.end, sink.begin + 1));
    place.callee = sink.callee;
    place.shows_on_purpose = shows_on_purpose();
    out_.push_back(
        leak_candidate(code_.text, leak, place, flow_.links(), rules_, lines_));
  }

  // Whether what stands in the call or just before it says that the answer is an error.
  bool answers_error(const Sink& sink) const {
    const std::uint32_t begin = sink.begin > 24 ? sink.begin - 24 : 0;
    for (std::uint32_t i = begin; i < sink.end; ++i) {
      const std::string_view word = code_.str(i);
      if (code_.kind(i) == Kind::number && word.size() == 3 &&
          (word[0] == '4' || word[0] == '5')) {
        return true;
      }
      if (code_.kind(i) != Kind::name && code_.kind(i) != Kind::text) continue;
      for (const std::string_view status :
           {"nauthorized", "orbidden", "ad_request", "adRequest",
            "internal_server_error", "InternalServerError", "BadGateway",
            "UNAUTHORIZED", "FORBIDDEN"}) {
        if (word.find(status) != word.npos) return true;
      }
    }
    return false;
  }

  // A client that signs in is given its token; an error's answer holds none.
  bool leaks_in_response(const Leak& leak, const Sink& sink) const {
    if (leak.level < Level::medium) return false;
    std::string_view name = leak.name;
    for (std::uint32_t at = leak.link; at != kNoLink; at = flow_.links()[at].before) {
      name = bytes_of(code_.text, flow_.links()[at].span);
    }
    const NameWords words(name);
    // Headers are the client's own; the environment is not.
    const std::string_view shown = bytes_of(code_.text, leak.span);
    bool given = leak.dump && (contains_ignoring_case(shown, "header") ||
                               contains_ignoring_case(shown, "cookie"));
    for (const std::string_view word :
         {"token", "jwt", "tokens", "headers", "session", "cookie"}) {
      given = given || words.from_end(0) == word;
    }
    return !given || answers_error(sink);
  }

  const Code& code_;
  const LogRules& rules_;
  Lines& lines_;
  const LeakPlace& usual_;
  Vocabulary& vocabulary_;
  std::vector<Candidate>& out_;
  std::vector<Function> functions_;
  Flow flow_;
  ExpressionReader reader_;
  bool reporting_ = false;
  bool worth_reporting_ = false;       // a sink may show something
  std::vector<std::uint32_t> active_;  // functions, innermost last
  std::size_t next_function_ = 0;
  std::uint32_t statement_end_ = 0;      // of the last statement that prints
  std::vector<std::uint32_t> brackets_;  // that are open
  std::set<ByteSpan> reported_;
  std::vector<Leak> leaks_;
  Chain chain_;
};

}  // namespace

void find_code_leaks(std::string_view text, std::string_view path,
                     CodeLanguage language, const LogRules& rules,
                     std::vector<Candidate>& out) {
  find_code_leaks(text, path, language, rules, out, {0, text.size()});
}

void find_code_leaks(std::string_view text, std::string_view path,
                     CodeLanguage language, const LogRules& rules,
                     std::vector<Candidate>& out, ByteSpan part) {
  CodeLexer lexer(text.substr(0, part.end), language, part.begin);
  Lines lines(text);
  Vocabulary vocabulary(text);
  LeakPlace usual;
  usual.in_tests = is_test_path(path);
  usual.sure_language = language != CodeLanguage::other;
  Code code;
  code.text = text;
  code.language = language;
  std::vector<Candidate> found;
  while (lexer.read(kPieceTokens, code.tokens)) {
    index_code(code);
    if (code.hot_before.back() > 0 && code.sinks_before.back() > 0)
      Piece(code, rules, lines, usual, vocabulary, found).run();
    code.tokens.clear();
  }
  std::stable_sort(
      found.begin(), found.end(),
      [](const Candidate& a, const Candidate& b) { return a.secret < b.secret; });
  for (Candidate& candidate : found) out.push_back(std::move(candidate));
}

}  // namespace leaksieve::logs
