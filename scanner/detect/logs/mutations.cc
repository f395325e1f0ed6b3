#include "scanner/detect/logs/mutations.h"

#include <algorithm>

#include "scanner/base/among.h"
#include "scanner/base/ascii.h"
#include "scanner/detect/logs/assignments.h"
#include "scanner/detect/logs/callees.h"

namespace leaksieve::logs {
namespace {

using Kind = Token::Kind;
using enum CodeLanguage;

constexpr std::uint32_t kMostTokens = 256;

// Whether an expression could give anything.
bool worth_reading(const Code& code, const Flow& flow, std::uint32_t begin,
                   std::uint32_t end) {
  if (begin >= end) return false;
  if (code.hot(begin, end)) return true;
  for (std::uint32_t i = begin; i < end; ++i) {
    if (code.is_name(i) && flow.may_know(code.str(i))) return true;
  }
  return false;
}

Value read_value(const Code& code, std::uint32_t function, std::uint32_t begin,
                 std::uint32_t end, ExpressionReader& reader, Flow& flow) {
  if (!worth_reading(code, flow, begin, end)) return {};
  Place place;
  place.function = function;
  place.printed = false;
  std::vector<Leak> leaks;
  reader.read(begin, end, place, leaks);
  return value_of(code, begin, leaks, flow);
}

void assign_linked(const Code& code, std::uint32_t function, std::uint32_t name,
                   Value value, Flow& flow) {
  value.link = flow.add_link(code.span(name, name + 1), value.link);
  flow.assign(function, code.str(name), value);
}

// Methods that put their arguments into the object.
bool is_mutator(std::string_view name) {
  return among(
      to_lower(name.substr(0, 40)),
      {"append",       "add",         "put",       "push",       "push_str",
       "pushstr",      "writestring", "write",     "insert",     "setproperty",
       "set",          "concat",      "extend",    "update",     "appendline",
       "appendformat", "append_str",  "setheader", "tryadd",     "emplace_back",
       "push_back",    "addheader",   "store",     "writebyte",  "putall",
       "unshift",      "merge!",      "addall",    "appendleft", "format"});
}

// C functions that write into their first argument.
bool writes_buffer(std::string_view name) {
  return among(name, {"sprintf", "snprintf", "strcpy", "strncpy", "strcat", "strncat",
                      "memcpy", "strlcpy", "strlcat", "asprintf", "vsnprintf"});
}

// Of `name, value` the value is meant, which stands last.
void learn_last_name(const Code& code, std::uint32_t function, std::uint32_t begin,
                     std::uint32_t end, const Value& value, Flow& flow) {
  std::uint32_t last = kNoToken;
  for (std::uint32_t i = begin; i < end; ++i) {
    if (code.is_name(i) && !code.is_keyword(i)) last = i;
  }
  if (last != kNoToken && code.str(last) != "_") {
    assign_linked(code, function, last, value, flow);
  }
}

}  // namespace

void learn_loop(const Code& code, std::uint32_t function, std::uint32_t i,
                ExpressionReader& reader, Flow& flow) {
  std::uint32_t begin = i + 1;
  std::uint32_t end = begin;
  if (code.is(begin, "await")) ++begin;
  if (code.is(begin, "(") && code.match[begin] != kNoToken &&
      !code.is(code.match[begin] + 1, "in")) {
    end = code.match[begin];
    ++begin;
  } else {
    while (end < code.size() && end < begin + 64 && !code.is(end, "{") &&
           !code.is_newline(end) && !(code.is(end, ":") && code.language == python)) {
      ++end;
    }
  }
  end = std::min(end, begin + kMostTokens);
  // Where the names end and the collection begins.
  std::uint32_t middle = begin;
  for (; middle < end; ++middle) {
    const std::string_view word = code.str(middle);
    if (word == "in" || word == "of" || word == "as" || word == "range" ||
        (word == ":" &&
         (code.language == java || code.language == c || code.language == groovy)) ||
        word == "<-") {
      break;
    }
    if (code.kind(middle) == Kind::op && (word == ";" || word == "=")) return;
  }
  if (middle >= end) return;
  const bool reversed = code.is(middle, "as");
  const std::uint32_t from = reversed ? begin : middle + 1;
  const std::uint32_t to = reversed ? middle : end;
  const Value value = read_value(code, function, from, to, reader, flow);
  if (value.kind != Value::Kind::secret || value.level < Level::medium) return;
  Value one = value;
  one.level = Level::medium;
  one.whole = false;
  if (reversed) {
    learn_last_name(code, function, middle + 1, end, one, flow);
  } else {
    learn_last_name(code, function, begin, middle, one, flow);
  }
}

void learn_mutation(const Code& code, std::uint32_t function, const Chain& chain,
                    ExpressionReader& reader, Flow& flow) {
  if (chain.tail || chain.parts[0].kind != Part::Kind::name) return;
  const std::uint32_t object = chain.parts[0].begin;
  const bool stream = chain.is_single_name() && code.is(chain.end, "<<");
  if (chain.parts.size() < 2 && !stream) return;
  if (!stream && !worth_reading(code, flow, chain.begin,
                                std::min(chain.end, chain.begin + kMostTokens))) {
    return;
  }
  // line << x << y, where the object is no stream that prints.
  if (chain.is_single_name() && code.is(chain.end, "<<") &&
      (code.language == c || code.language == ruby)) {
    const std::uint32_t end = statement_end(code, chain.end + 1, kMostTokens);
    const Value value = read_value(code, function, chain.end + 1, end, reader, flow);
    if (value.kind == Value::Kind::secret)
      assign_linked(code, function, object, value, flow);
    return;
  }
  if (chain.parts.size() < 2) return;
  if (code.language == ruby && chain.parts.size() == 2 &&
      chain.parts[1].kind == Part::Kind::name) {
    // y.each do |a, b|
    if (!among(code.str(chain.parts[1].begin),
               {"each", "each_pair", "each_with_index", "map"})) {
      return;
    }
    const std::uint32_t bar = chain.end + 1;
    if (!code.is(bar, "|")) return;
    std::uint32_t end = bar + 1;
    while (end < code.size() && end < bar + 12 && !code.is(end, "|")) ++end;
    const Value value =
        read_value(code, function, chain.begin, chain.begin + 1, reader, flow);
    if (value.kind == Value::Kind::secret && value.level >= Level::medium) {
      learn_last_name(code, function, bar + 1, end, value, flow);
    }
    return;
  }
  const Part& second = chain.parts[1];
  if (second.kind == Part::Kind::call) {
    if (code.language == c && chain.parts.size() == 2 && chain.begin > 0 &&
        (code.is(chain.begin - 1, ":") || code.is(chain.begin - 1, ",")) &&
        (code.is(chain.end, "{") || code.is(chain.end, ","))) {
      // A member that a constructor initialises.
      const Value value =
          read_value(code, function, second.begin + 1, second.end, reader, flow);
      if (value.kind == Value::Kind::secret)
        assign_linked(code, kNoFunction, object, value, flow);
      return;
    }
    if (!writes_buffer(code.str(object))) return;
    const auto arguments = arguments_of(code, second.begin, 16);
    if (arguments.size() < 2) return;
    std::uint32_t buffer = arguments[0].begin;
    while (buffer < arguments[0].end && !code.is_name(buffer)) ++buffer;
    if (buffer >= arguments[0].end) return;
    const Value value =
        read_value(code, function, arguments[1].begin, second.end, reader, flow);
    if (value.kind == Value::Kind::secret)
      assign_linked(code, function, buffer, value, flow);
    return;
  }
  if (chain.parts.size() < 3 || second.kind != Part::Kind::name) return;
  for (std::size_t n = 2; n < chain.parts.size() && n < 16; ++n) {
    const Part& call = chain.parts[n];
    if (call.kind != Part::Kind::call ||
        !is_mutator(code.str(chain.parts[n - 1].begin)))
      continue;
    Value value =
        read_value(code, function, call.begin + 1,
                   std::min(call.end, call.begin + kMostTokens), reader, flow);
    if (value.kind != Value::Kind::secret) continue;
    // Only a map's or a list's own members tell what is in them.
    value.whole = true;
    assign_linked(code, function, object, value, flow);
    return;
  }
}

void learn_type(const Code& code, std::uint32_t function, std::uint32_t i, Flow& flow) {
  const std::string_view type = code.str(i);
  if (type.empty() || (type[0] != 'S' && type[0] != 'V' && type[0] != 'R')) return;
  if (type == "Value" && i > 0 && code.is(i - 1, "@") && code.is(i + 1, "(") &&
      i + 2 < code.size() && code.kind(i + 2) == Kind::text) {
    if (!may_name_secret(code.str(i + 2))) return;
    // ${app.jwt.secret} or ${app.jwt.secret:default}
    std::string_view setting = code.str(i + 2);
    setting = setting.substr(std::min(setting.find('{') + 1, setting.size()));
    setting = setting.substr(0, setting.find_first_of(":}"));
    if (grade_name(setting, NameUse::setting) != NameGrade::secret) return;
    for (std::uint32_t j = i + 3; j < code.size() && j < i + 14; ++j) {
      if (!code.is(j, ";") && !code.is(j, "=")) continue;
      Value value;
      value.kind = Value::Kind::secret;
      value.level = Level::medium;
      value.link = flow.add_link(code.span(i + 2, i + 3), kNoLink);
      if (code.is_name(j - 1)) assign_linked(code, kNoFunction, j - 1, value, flow);
      return;
    }
    return;
  }
  if (!is_hiding_type(type)) return;
  Value clean;
  clean.kind = Value::Kind::clean;
  std::uint32_t name = kNoToken;
  if (code.is_name(i + 1) && !code.is_keyword(i + 1)) {
    name = i + 1;  // SecureString password
  } else {
    // password: SecretStr, password: secrecy::SecretString
    std::uint32_t before = i;
    while (before >= 2 && (code.is(before - 1, "::") || code.is(before - 1, ".")))
      before -= 2;
    if (before >= 2 && code.is(before - 1, ":") && code.is_name(before - 2))
      name = before - 2;
  }
  if (name == kNoToken) return;
  flow.assign(function, code.str(name), clean);
  flow.learn_field(code.str(name), clean);
}

}  // namespace leaksieve::logs
