#include "scanner/detect/logs/expression.h"

#include <algorithm>

#include "scanner/base/among.h"
#include "scanner/base/ascii.h"
#include "scanner/detect/logs/callees.h"
#include "scanner/detect/logs/labels.h"
#include "scanner/match/validators/placeholder.h"

namespace leaksieve::logs {
namespace {

using Kind = Token::Kind;
using enum CodeLanguage;

constexpr std::size_t kMaxFrames = 200;
constexpr std::size_t kMaxTexts = 64;

// A bracket `{` that begins statements, not values: they are looked at on their own.
bool begins_body(const Code& code, std::uint32_t i) {
  if (i == 0 || !code.is(i, "{")) return false;
  return code.is(i - 1, ")") || code.is(i - 1, "=>") || code.is(i - 1, "->") ||
         code.is(i - 1, "|") || code.is(i - 1, "do") || code.is(i - 1, "try") ||
         code.is(i - 1, "unsafe") || code.is(i - 1, "async") || code.is(i - 1, "move");
}

}  // namespace

ExpressionReader::ExpressionReader(const Code& code,
                                   const std::vector<Function>& functions,
                                   const Flow& flow, std::uint64_t budget)
    : code_(code),
      functions_(functions),
      flow_(flow),
      budget_(budget),
      parameters_(functions.size()) {}

const std::vector<std::string_view>& ExpressionReader::parameter_names(
    std::uint32_t function) const {
  auto& names = parameters_[function];
  if (!names) {
    names.emplace();
    for (const std::uint32_t name : parameters_of(code_, functions_[function])) {
      const std::string_view text =
          name == kNoToken ? std::string_view() : code_.str(name);
      if (text != "self" && text != "cls") names->push_back(text);
    }
  }
  return *names;
}

// What is known of a variable. A parameter of the same name hides what is outside.
Value ExpressionReader::value_of_name(std::string_view name, const Place& place) const {
  std::uint32_t where = kNoFunction;
  const Value value = flow_.find(functions_, place.function, name, &where);
  const bool hidden_by_parameter =
      value.kind != Value::Kind::unknown || place.parameters;
  if (!hidden_by_parameter || place.function == kNoFunction) return value;
  std::uint32_t function = place.function;
  for (int level = 0; level < 32 && function != kNoFunction && function != where;
       ++level) {
    const auto& names = parameter_names(function);
    const auto found = std::find(names.begin(), names.end(), name);
    if (found != names.end()) {
      Value given;
      if (place.parameters && level == 0) {
        given.kind = Value::Kind::parameter;
        given.parameter = static_cast<int>(found - names.begin());
      }
      return given;
    }
    function = functions_[function].parent;
  }
  return value;
}

void ExpressionReader::read(std::uint32_t begin, std::uint32_t end, const Place& place,
                            std::vector<Leak>& out) {
  frames_.clear();
  group_modes_.clear();
  texts_.clear();
  last_text_ = kNoToken;
  saw_mask_ = false;
  secret_field_ = kNoToken;
  Frame root;
  root.end = end;
  frames_.push_back(root);
  std::uint32_t i = begin;
  while (i < end && budget_ > 0) {
    --budget_;
    if (frames_.size() > 1 && i >= frames_.back().end) {
      i = std::max(i, frames_.back().end + 1);
      frames_.pop_back();
      continue;
    }
    switch (code_.kind(i)) {
      case Kind::open:
      case Kind::string_begin:
      case Kind::value_begin:
        i = open_bracket(i, end, place);
        break;
      case Kind::text:
        i = read_text(i, place, out);
        break;
      case Kind::name:
        i = read_name(i, end, place, out);
        break;
      case Kind::op:
        read_operator(i++);
        break;
      default:
        ++i;
        break;
    }
  }
}

bool ExpressionReader::text_has(std::string_view word) const {
  return std::any_of(texts_.begin(), texts_.end(), [&](std::uint32_t i) {
    return contains_ignoring_case(code_.str(i).substr(0, 4000), word);
  });
}

std::uint32_t ExpressionReader::open_bracket(std::uint32_t i, std::uint32_t end,
                                             const Place& place) {
  const std::uint32_t close = code_.match[i];
  if (close == kNoToken || close >= end || frames_.size() >= kMaxFrames) return i + 1;
  if (begins_body(code_, i)) return close + 1;
  // (bool) x
  if (close == i + 2 && code_.is(i, "(") &&
      among(code_.str(i + 1), {"bool", "boolean", "Boolean"})) {
    frames_.back().negated = true;
    return close + 1;
  }
  Frame frame;
  frame.end = close;
  frame.brackets = code_.kind(i) == Kind::open;
  Frame& outer = frames_.back();
  frame.mode = outer.mode;
  bool of_chain = false;
  while (!group_modes_.empty() && group_modes_.back().first <= i) {
    if (group_modes_.back().first == i) {
      frame.mode = std::max(frame.mode, group_modes_.back().second);
      of_chain = true;
    }
    group_modes_.pop_back();
  }
  if (outer.negated || outer.condition || outer.for_rest) frame.mode = Mode::hide;
  if (!of_chain) {
    outer.negated = false;
    const std::string_view next = code_.str(close + 1);
    // ("a" + b) == c, (a) ? b : c, (a + b).length
    if (among(next, {"==", "!=", "===", "!==", "&&"}) ||
        (next == "?" && code_.syntax().ternary)) {
      frame.mode = Mode::hide;
    }
    if (among(next, {".", "?.", "->", "::"}) && code_.is_name(close + 2)) {
      const std::string_view member = code_.str(close + 2);
      if (is_harmless_property(member) || effect_of(member) == Effect::blocks) {
        frame.mode = Mode::hide;
      }
    }
  }
  // The values of a format that come as one group: "..." % (a, b), "...".format(a).
  if (frame.brackets && !outer.labels.empty() && code_.is(i, "(") && i > 0 &&
      (code_.is(i - 1, "%") || code_.is(i - 1, "format"))) {
    frame.labels = std::move(outer.labels);
    outer.labels.clear();
  }
  frame.key = code_.kind(i) == Kind::open && !of_chain ? outer.key : NameGrade::none;
  if (place.private_values && code_.kind(i) == Kind::value_begin) {
    bool is_public = false;
    for (std::uint32_t j = i; j < close; ++j) {
      if (code_.is(j, "privacy") && code_.is(j + 1, ":") &&
          (code_.is(j + 2, "public") || code_.is(j + 3, "public"))) {
        is_public = true;
      }
    }
    if (!is_public) frame.mode = Mode::hide;
  }
  frames_.push_back(std::move(frame));
  return i + 1;
}

std::uint32_t ExpressionReader::read_text(std::uint32_t i, const Place& place,
                                          std::vector<Leak>& out) {
  Frame& frame = frames_.back();
  last_text_ = i;
  if (frame.mode != Mode::hide) {
    if (texts_.size() < kMaxTexts) texts_.push_back(i);
    if (place.format_names || code_.language == rust) read_format_names(i, place, out);
    read_workflow_secret(i, out);
  }
  const std::string_view text = code_.str(i);
  if (code_.is(i + 1, ":") || code_.is(i + 1, "=>")) {
    if (!frame.ternary) {
      frame.key = grade_name(text, NameUse::variable);
      note_field(i, i + 2);
      return i + 2;
    }
  } else if (code_.is(i + 1, "to") && code_.language == kotlin) {
    frame.key = grade_name(text, NameUse::variable);
    return i + 2;
  } else if (code_.is(i + 1, ",") || code_.is(i + 1, "%") || code_.is(i + 1, ".")) {
    frame.pair =
        code_.is(i + 1, ",") ? grade_name(text, NameUse::variable) : NameGrade::none;
    if (frame.labels.empty() && text.find_first_of("%{") != text.npos &&
        (may_name_secret(text) || text.find('%') != text.npos)) {
      frame.labels = format_values(text);
      frame.next_label = 0;
    }
    if (code_.is(i + 1, ",")) {
      const NameGrade pair = frame.pair;
      read_operator(i + 1);
      frame.pair = pair;
      frame.next_label = 0;
      return i + 2;
    }
  }
  return i + 1;
}

// A workflow puts `${{ secrets.X }}` into the text of a script.
void ExpressionReader::read_workflow_secret(std::uint32_t i, std::vector<Leak>& out) {
  const std::string_view text = code_.str(i);
  const std::size_t mark = text.find("${{");
  if (mark == std::string_view::npos) return;
  const std::size_t end = std::min(text.find("}}", mark), text.size());
  if (text.substr(mark, end - mark).find("secrets.") == std::string_view::npos) return;
  Leak leak;
  leak.level = Level::high;
  leak.span = {code_.tokens[i].begin + mark,
               code_.tokens[i].begin + std::min(end + 2, text.size())};
  leak.name = text.substr(mark, end - mark);
  out.push_back(leak);
}

// Rust's "{password}", "{token:?}": a value in a text.
void ExpressionReader::read_format_names(std::uint32_t i, const Place& place,
                                         std::vector<Leak>& out) {
  const std::string_view text = code_.str(i);
  for (std::size_t at = text.find('{'); at < text.size(); at = text.find('{', at + 1)) {
    if (text.substr(at + 1).starts_with('{')) {
      ++at;
      continue;
    }
    std::size_t end = at + 1;
    while (end < text.size() &&
           (std::isalnum(static_cast<unsigned char>(text[end])) != 0 ||
            text[end] == '_')) {
      ++end;
    }
    if (end == at + 1 || end >= text.size() || (text[end] != '}' && text[end] != ':')) {
      continue;
    }
    const std::string_view name = text.substr(at + 1, end - at - 1);
    Leak leak;
    leak.span = {code_.tokens[i].begin + at + 1, code_.tokens[i].begin + end};
    leak.name = name;
    const NameGrade grade = grade_name(name, NameUse::variable);
    leak.level = grade == NameGrade::secret ? Level::high
                 : grade == NameGrade::hint ? Level::hint
                                            : Level::none;
    const Value value = value_of_name(name, place);
    if (value.kind == Value::Kind::clean) continue;
    if (value.kind == Value::Kind::secret) {
      leak.level = std::max(leak.level, value.level);
      leak.link = value.link;
    } else if (value.kind == Value::Kind::parameter && leak.level == Level::none) {
      leak.level = Level::low;
      leak.parameter = value.parameter;
    }
    if (leak.level == Level::none &&
        label_grade(text.substr(0, at)) == NameGrade::secret) {
      leak.level = Level::medium;
    }
    if (leak.level != Level::none) out.push_back(leak);
  }
}

void ExpressionReader::read_operator(std::uint32_t i) {
  Frame& frame = frames_.back();
  const std::string_view op = code_.str(i);
  if (op == ",") {
    frame.key = NameGrade::none;
    frame.pair = NameGrade::none;
    frame.ternary = frame.negated = frame.condition = false;
    if (!frame.labels.empty()) ++frame.next_label;
    last_text_ = kNoToken;
  } else if (op == "?") {
    frame.ternary = code_.syntax().ternary;
    last_text_ = kNoToken;
  } else if (op == ":") {
    frame.ternary = false;
  } else if (op == "!" || op == "!!") {
    // After an operand it belongs to that: Rust's macros, Swift's and TypeScript's
    // bangs.
    const bool after_operand =
        code_.adjacent(i) && i > 0 &&
        (code_.kind(i - 1) == Kind::name || code_.kind(i - 1) == Kind::close) &&
        !code_.is_keyword(i - 1);
    if (!after_operand) frame.negated = true;
  }
}

std::uint32_t ExpressionReader::read_name(std::uint32_t i, std::uint32_t end,
                                          const Place& place, std::vector<Leak>& out) {
  bool tail = false;
  if (begins_chain(code_, i, tail)) return read_chain_at(i, tail, end, place, out);
  if (code_.is_keyword(i)) return read_keyword(i, end);
  return i + 1;
}

std::uint32_t ExpressionReader::read_keyword(std::uint32_t i, std::uint32_t end) {
  Frame& frame = frames_.back();
  const std::string_view word = code_.str(i);
  if (word == "import" && code_.is(i + 1, ".")) return i + 1;
  if (word == "not" || word == "typeof" || word == "sizeof") {
    frame.negated = true;
  } else if (word == "else") {
    frame.condition = false;
  } else if (word == "for" || word == "lambda") {
    frame.for_rest = true;
  } else if (word == "in" || word == "instanceof" || word == "is") {
    frame.negated = true;
  } else if (word == "if" || word == "when" || word == "match" || word == "switch") {
    if (code_.language == python) {
      frame.condition = true;
    } else if (word == "match" && code_.language == rust) {
      return i + 1;  // what is matched is what comes out of it
    } else if (code_.is(i + 1, "(") && code_.match[i + 1] != kNoToken) {
      return std::min(code_.match[i + 1] + 1, end);
    } else {
      while (i < end && !code_.is(i, "{")) ++i;
      return i;
    }
  }
  return i + 1;
}

bool ExpressionReader::is_key(const Chain& chain, std::string_view next) const {
  const Frame& frame = frames_.back();
  if (!chain.is_single_name() || frame.ternary) return false;
  const bool first =
      chain.begin > 0 &&
      (code_.kind(chain.begin - 1) == Kind::open ||
       code_.kind(chain.begin - 1) == Kind::newline || code_.is(chain.begin - 1, ",") ||
       code_.is(chain.begin - 1, "?") || code_.is(chain.begin - 1, "%"));
  if (next == ":") return first || frames_.size() > 1 || code_.language == ruby;
  if (next == "=") return first;
  return next == "=>" && code_.language != javascript && code_.language != csharp;
}

bool ExpressionReader::is_compared(const Chain& chain) const {
  const std::string_view next = code_.str(chain.end);
  if (chain.end < code_.size() && code_.kind(chain.end) != Kind::text &&
      among(next, {"==", "!=", "===", "!==", "<=", ">=", "&&", "is", "in", "instanceof",
                   "=~", "!~", "and", "not", "===", "<=>", "!in"})) {
    return true;
  }
  if (code_.is(chain.end, ">") || code_.is(chain.end, "<")) return true;
  if (next == "?" && code_.syntax().ternary && code_.kind(chain.end) == Kind::op)
    return true;
  if (chain.begin == 0) return false;
  const std::uint32_t before = chain.begin - 1;
  if (code_.kind(before) != Kind::op) return false;
  return among(code_.str(before),
               {"==", "!=", "===", "!==", "<=", ">=", "=~", "!~", "<", ">"}) &&
         !(code_.is(before, "<") && code_.language == c);
}

NameGrade ExpressionReader::label_of_next(std::uint32_t i, const Frame& frame) const {
  if (frame.key == NameGrade::secret || frame.pair == NameGrade::secret) {
    return NameGrade::secret;
  }
  if (!frame.labels.empty()) {
    // A format's values: the first comma after it leads to the first of them.
    const FormatValue* value = frame.format_value();
    return value != nullptr ? value->label : NameGrade::none;
  }
  if (last_text_ == kNoToken || i == 0) return NameGrade::none;
  // "password: " + x, "password: ${x}", ("password:", x)
  const std::uint32_t before = i - 1;
  const bool joined = before == last_text_ || (before > 0 && before - 1 == last_text_);
  return joined ? label_grade(code_.str(last_text_)) : NameGrade::none;
}

std::uint32_t ExpressionReader::read_chain_at(std::uint32_t i, bool tail,
                                              std::uint32_t end, const Place& place,
                                              std::vector<Leak>& out) {
  Chain& chain = chain_;
  read_chain(code_, i, chain);
  chain.tail = tail;
  Frame& frame = frames_.back();
  const std::string_view next = chain.end < end && code_.kind(chain.end) == Kind::op
                                    ? code_.str(chain.end)
                                    : std::string_view();
  const bool shorthand = code_.language == ruby && next == ":" &&
                         chain.is_single_name() &&
                         (code_.is(chain.end + 1, ",") || chain.end + 1 == end ||
                          code_.is(chain.end + 1, ")") || code_.is(chain.end + 1, "}"));
  if (!shorthand && is_key(chain, next)) {
    frame.key = grade_name(code_.str(i), NameUse::variable);
    frame.pair = NameGrade::none;
    // An argument with a name is no value of the format.
    --frame.next_label;
    note_field(i, chain.end + 1);
    return chain.end + 1;
  }
  const bool hidden = frame.mode == Mode::hide || frame.negated || frame.condition ||
                      frame.for_rest || is_compared(chain) ||
                      (frame.format_value() != nullptr && frame.format_value()->hidden);
  frame.negated = false;
  // Arguments are hidden unless the judgement of the chain says otherwise.
  part_modes_.assign(chain.parts.size(), Mode::hide);
  Leak leak;
  bool known = code_.hot(chain.begin, chain.end) || place.parameters;
  // What flowed into a name of its own or of its arguments.
  const std::uint32_t last = std::min(chain.end, chain.begin + 64);
  for (std::uint32_t at = chain.begin; at < last && !known && !flow_.empty(); ++at) {
    known = code_.is_name(at) && flow_.may_know(code_.str(at));
  }
  known = known || (chain.end > last && !flow_.empty());
  if (known) leak = judge(chain, place);
  // f(**locals()) picks by name.
  if (leak.dump && chain.begin > 0 && code_.is(chain.begin - 1, "**")) leak = {};
  if (!hidden) {
    if (leak.level == Level::none && place.printed &&
        label_of_next(chain.begin, frame) == NameGrade::secret &&
        is_plain_value(chain, place)) {
      leak.level = Level::medium;
      leak.name = code_.str(chain.parts.back().begin);
    }
    if (leak.level == Level::hint && place.printed &&
        label_of_next(chain.begin, frame) >= NameGrade::hint) {
      leak.level = Level::medium;
    }
    if (leak.level != Level::none) {
      if (frame.mode == Mode::low) leak.level = Level::low;
      leak.span = code_.span(chain.begin, chain.end);
      out.push_back(leak);
    }
  }
  for (std::size_t part = chain.parts.size(); part > 0; --part) {
    const Part& group = chain.parts[part - 1];
    if (group.kind == Part::Kind::name) continue;
    group_modes_.emplace_back(group.begin, part_modes_[part - 1]);
  }
  last_text_ = kNoToken;
  return i + 1;
}

void ExpressionReader::note_field(std::uint32_t key, std::uint32_t value) {
  if (frames_.back().key != NameGrade::secret || value >= code_.size()) return;
  if (code_.kind(value) != Kind::text || code_.str(value).size() < 6) return;
  if (is_placeholder(code_.str(value)) || is_reference(code_.str(value))) return;
  if (frames_.back().mode != Mode::hide) secret_field_ = key;
}

// A variable or member that a label may be about, not a number, an error or a word of
// the language.
bool ExpressionReader::is_plain_value(const Chain& chain, const Place& place) const {
  if (chain.tail) return false;
  for (const Part& part : chain.parts) {
    if (part.kind != Part::Kind::name) return false;
  }
  const std::string_view name = code_.str(chain.parts.back().begin);
  if (name.size() < 2 && code_.language != python) return !name.empty() && name != "e";
  if (among(to_lower(name),
            {"true",    "false",  "none",   "null", "nil",     "undefined", "self",
             "this",    "err",    "error",  "ex",   "exc",     "exception", "e",
             "errors",  "reason", "status", "msg",  "message", "name",      "id",
             "key",     "ok",     "i",      "n",    "count",   "length",    "size",
             "type",    "path",   "file",   "url",  "std",     "endl",      "duration",
             "elapsed", "line"})) {
    return false;
  }
  if (value_of_name(name, place).kind == Value::Kind::clean) return false;
  // A name with a secret's words that was graded none is about the secret.
  return !may_name_secret(name) ||
         grade_name(name, NameUse::variable) >= NameGrade::weak;
}

}  // namespace leaksieve::logs
