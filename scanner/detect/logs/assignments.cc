#include "scanner/detect/logs/assignments.h"

#include <algorithm>

#include "scanner/detect/logs/callees.h"
#include "scanner/detect/logs/sources.h"
#include "scanner/text/word_list.h"

namespace leaksieve::logs {
namespace {

using Kind = Token::Kind;

constexpr std::uint32_t kMostBefore = 64;  // tokens on the left of an assignment
constexpr std::uint32_t kMostAfter = 512;  // and on its right

bool is_modifier(std::string_view word) {
  return is_keyword(word) || word == "final" || word == "auto" || word == "my" ||
         word == "our" || word == "local" || word == "global" || word == "pub" ||
         word == "lazy" || word == "late" || word == "lateinit" || word == "internal" ||
         word == "type" || word == "define" || word == "nonlocal";
}

std::uint32_t statement_begin(const Code& code, std::uint32_t i) {
  const std::uint32_t least = i > kMostBefore ? i - kMostBefore : 0;
  while (i > least) {
    const std::uint32_t before = i - 1;
    const Kind kind = code.kind(before);
    if (kind == Kind::close && code.match[before] != kNoToken &&
        !code.is(before, "}")) {
      i = code.match[before];
      continue;
    }
    // `const { a } = x` is taken whole; `} a = x` is not.
    if (code.is(before, "}") && code.match[before] != kNoToken) {
      const std::uint32_t open = code.match[before];
      if (open > 0 && open >= least && code.is_name(open - 1) &&
          code.is_keyword(open - 1) && (code.is(i, "=") || code.is(i, ":"))) {
        i = open;
        continue;
      }
      break;
    }
    if (kind == Kind::newline || kind == Kind::open || kind == Kind::value_begin ||
        code.is(before, ";") || code.is(before, "=") || code.is(before, "=>") ||
        code.is(before, ":=") || code.is(before, "else") || code.is(before, "then")) {
      break;
    }
    i = before;
  }
  return i;
}

// Steps back over `a.b.` to the first token of the chain that `name` ends.
std::uint32_t owner_of(const Code& code, std::uint32_t name, std::uint32_t least) {
  std::uint32_t i = name;
  while (i >= least + 2) {
    const std::string_view op = code.str(i - 1);
    if (op != "." && op != "->" && op != "::" && op != "?.") break;
    if (!code.is_name(i - 2)) break;
    i -= 2;
  }
  return i == name ? kNoToken : i;
}

// The text of tokens [begin, end) if nothing stands between them.
std::string_view dotted(const Code& code, std::uint32_t begin, std::uint32_t end) {
  const ByteSpan span = code.span(begin, end);
  return span.size() < 100 ? bytes_of(code.text, span) : std::string_view();
}

bool is_outcome(std::string_view name) {
  static constexpr auto kNames = word_list([] {
    return std::string_view(
        "err error ex exc ok rc ret status errno exception found exists");
  });
  return kNames.has(name);
}

// A text that only names something: PASSWORD, db.password, X-Api-Key.
bool is_only_a_name(std::string_view text) {
  if (text.size() < 2 || text.size() > 60) return false;
  const bool word = std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '-' ||
           c == '.' || c == '/' || c == ':';
  });
  return word && grade_name(text, NameUse::variable) != NameGrade::none;
}

void assign(const Code& code, std::uint32_t function, const Targets& targets,
            const Value& value, Flow& flow) {
  const std::uint32_t name = targets.names[0];
  // What says whether a call worked is not what it gives.
  if (value.kind == Value::Kind::secret && code.kind(name) == Kind::name &&
      is_outcome(code.str(name))) {
    return;
  }
  const CodeLanguage language = code.language;
  const bool declared = name > 0 && (code.is_name(name - 1) || code.is(name - 1, ">") ||
                                     code.is(name - 1, "*"));
  const bool has_members =
      !declared &&
      (language == CodeLanguage::java || language == CodeLanguage::csharp ||
       language == CodeLanguage::c || language == CodeLanguage::kotlin ||
       language == CodeLanguage::swift || language == CodeLanguage::dart);
  const auto with_link = [&](ByteSpan span) {
    Value linked = value;
    if (value.kind == Value::Kind::secret)
      linked.link = flow.add_link(span, value.link);
    return linked;
  };
  const bool index = code.kind(name) == Kind::text;
  if (targets.owner == kNoToken && !index) {
    const std::string_view text = code.str(name);
    const bool attribute = text.starts_with('@');
    const Value linked = with_link(code.span(name, name + 1));
    flow.assign(attribute ? kNoFunction : function, text, linked);
    // A name that is not declared here may be a member of the class.
    if (has_members && value.kind == Value::Kind::secret && function != kNoFunction) {
      flow.assign(kNoFunction, text, linked);
    }
    return;
  }
  const std::uint32_t owner = targets.owner;
  if (owner == kNoToken) return;
  const std::string_view head = code.str(owner);
  const std::uint32_t end = name + 1;
  if (!index && end - owner == 3 &&
      (head == "self" || head == "this" || head == "$this")) {
    flow.assign(kNoFunction, code.str(name), with_link(code.span(owner, end)));
    return;
  }
  if (!index)
    flow.assign(function, dotted(code, owner, end), with_link(code.span(owner, end)));
  // An object that gets a secret member carries it.
  const bool graded =
      grade_name(code.str(name), NameUse::variable) == NameGrade::secret;
  // A process that is given the whole environment does not print it.
  const bool one_secret = value.kind == Value::Kind::secret && !value.dump;
  if (one_secret || (graded && value.kind == Value::Kind::unknown)) {
    Value whole;
    whole.kind = Value::Kind::secret;
    whole.level = Level::medium;
    whole.whole = true;
    whole.link = flow.add_link(code.span(owner, end), value.link);
    if (owner + (index ? 2 : 3) == end || index) flow.assign(function, head, whole);
  }
}

// Whether a block of its own (an `if`) is around token `i`, within its function.
bool in_inner_block(const Code& code, const std::vector<Function>& functions,
                    std::uint32_t function, std::uint32_t i) {
  const std::uint32_t least = function == kNoFunction ? 0 : functions[function].begin;
  for (std::uint32_t steps = 0; i > least && steps < 200; ++steps) {
    --i;
    if (code.kind(i) == Kind::close && code.match[i] != kNoToken) {
      i = code.match[i];
    } else if (code.kind(i) == Kind::open) {
      return code.is(i, "{");
    }
  }
  return false;
}

}  // namespace

Targets targets_of(const Code& code, std::uint32_t i) {
  Targets targets;
  if (i == 0) return targets;
  std::uint32_t begin = statement_begin(code, i);
  while (begin < i && code.is_name(begin) && is_modifier(code.str(begin)) &&
         begin + 1 < i) {
    ++begin;
  }
  if (begin >= i) return targets;
  const bool group = code.kind(begin) == Kind::open && code.match[begin] != kNoToken &&
                     code.match[begin] < i;
  if (group && (code.is(begin, "{") || code.is(begin, "(") || code.is(begin, "["))) {
    const std::uint32_t close = code.match[begin];
    targets.kind =
        code.is(begin, "{") ? Targets::Kind::taken_out : Targets::Kind::several;
    for (std::uint32_t j = begin + 1; j < close; ++j) {
      if (!code.is_name(j)) continue;
      if (targets.kind == Targets::Kind::several) {
        targets.names.push_back(j);
        continue;
      }
      const bool renamed = code.is(j + 1, ":") && code.is_name(j + 2);
      targets.names.push_back(j);
      targets.names.push_back(renamed ? j + 2 : j);
      if (renamed) j += 2;
      while (j + 1 < close && !code.is(j + 1, ",")) ++j;  // a default
    }
    return targets;
  }
  std::vector<std::uint32_t> commas;
  std::uint32_t end = i;
  for (std::uint32_t j = begin; j < i; ++j) {
    if (code.kind(j) == Kind::open && code.match[j] != kNoToken && code.match[j] < i) {
      j = code.match[j];
    } else if (code.is(j, ",")) {
      commas.push_back(j);
    } else if (code.is(j, ":") && j > begin && commas.empty()) {
      end = j;  // a type follows
      break;
    }
  }
  if (!commas.empty()) {
    targets.kind = Targets::Kind::several;
    commas.push_back(i);
    for (const std::uint32_t comma : commas) {
      if (comma > 0 && code.is_name(comma - 1)) targets.names.push_back(comma - 1);
    }
    return targets;
  }
  // Some(x), Ok(x): what is inside.
  if (code.language == CodeLanguage::rust && code.is(end - 1, ")") &&
      end >= begin + 4 && code.is_name(end - 2)) {
    targets.kind = Targets::Kind::one;
    targets.names = {end - 2};
    return targets;
  }
  std::uint32_t name = end - 1;
  if (code.is(name, "]") && code.match[name] != kNoToken &&
      code.match[name] + 2 == name && code.kind(name - 1) == Kind::text &&
      code.match[name] > begin && code.is_name(code.match[name] - 1)) {
    targets.kind = Targets::Kind::one;
    targets.names = {name - 1};
    const std::uint32_t object = code.match[name] - 1;
    const std::uint32_t owner = owner_of(code, object, begin);
    targets.owner = owner == kNoToken ? object : owner;
    return targets;
  }
  if (code.kind(name) == Kind::close && code.match[name] != kNoToken &&
      code.match[name] > begin) {
    name = code.match[name] - 1;  // char buffer[64] = ...
  }
  if (!code.is_name(name)) return targets;
  targets.kind = Targets::Kind::one;
  targets.names = {name};
  targets.owner = owner_of(code, name, begin);
  return targets;
}

Value value_of(const Code& code, std::uint32_t begin, const std::vector<Leak>& leaks,
               Flow& flow) {
  const Leak* best = nullptr;
  for (const Leak& leak : leaks) {
    if (best == nullptr || leak.level > best->level) best = &leak;
  }
  Value value;
  // What is of low confidence itself says nothing about what is made of it.
  if (best == nullptr || best->level <= Level::low || best->parameter >= 0)
    return value;
  if (best->dump && (best->name == "locals" || best->name == "globals")) return value;
  value.kind = Value::Kind::secret;
  value.level = std::min(best->level, Level::medium);
  if (best->dump && best->level == Level::high) value.level = Level::high;
  value.link = best->link != kNoLink ? best->link : flow.add_link(best->span, kNoLink);
  value.whole = best->whole;
  value.dump = best->dump;
  // In braces it is a member of an object.
  for (std::uint32_t i = begin;
       i < code.size() && code.tokens[i].begin < best->span.begin; ++i) {
    if (code.is(i, "{") && code.kind(i) == Kind::open && code.match[i] != kNoToken &&
        code.tokens[code.match[i]].begin >= best->span.end) {
      value.whole = true;
    }
  }
  return value;
}

void learn_assignment(const Code& code, const std::vector<Function>& functions,
                      std::uint32_t function, std::uint32_t i, ExpressionReader& reader,
                      Flow& flow) {
  const std::uint32_t begin = i + 1;
  std::uint32_t end = statement_end(code, begin, kMostAfter);
  bool known = false;
  for (std::uint32_t j = begin; j < std::min(end, begin + 64) && !known; ++j) {
    known = code.is_name(j) ? flow.may_know(code.str(j))
                            : code.language == CodeLanguage::rust && !flow.empty() &&
                                  code.kind(j) == Kind::text &&
                                  code.str(j).find('{') != std::string_view::npos;
  }
  const std::uint32_t before = i > 3 ? i - 3 : 0;
  if (!known && !code.hot(before, end)) {
    bool forgets = false;
    for (std::uint32_t j = before; j < i; ++j) {
      forgets = forgets || (code.is_name(j) && flow.may_know(code.str(j)));
    }
    if (!forgets) return;
  }
  const Targets targets = targets_of(code, i);
  if (targets.kind == Targets::Kind::none || targets.names.empty()) return;
  // `SecureString x = ...`, `x: SecretStr = ...` print as stars whatever they hold.
  const std::uint32_t first_name = targets.names[0];
  for (std::uint32_t j = first_name > 0 ? first_name - 1 : 0;
       j < std::min(i, first_name + 6); ++j) {
    if (code.is_name(j) && is_hiding_type(code.str(j))) return;
  }
  Place place;
  place.function = function;
  place.printed = false;
  std::vector<Leak> leaks;
  if (targets.kind == Targets::Kind::taken_out) {
    bool tail = false;
    if (!begins_chain(code, begin, tail) || tail) return;
    Chain chain;
    read_chain(code, begin, chain);
    for (std::size_t n = 0; n + 1 < targets.names.size(); n += 2) {
      // { KEY: k } = process.env is k = process.env.KEY.
      const std::uint32_t member = targets.names[n];
      const Source source = source_of(code, chain, chain.parts.size());
      const NameGrade grade = grade_name(
          code.str(member), source.dump ? NameUse::setting : NameUse::variable);
      Value value;
      if (grade == NameGrade::secret) {
        value.kind = Value::Kind::secret;
        value.level = source.dump ? Level::high : Level::medium;
        value.link = flow.add_link(code.span(member, member + 1), kNoLink);
      }
      Targets one;
      one.names = {targets.names[n + 1]};
      if (one.names[0] == member && value.kind == Value::Kind::unknown) continue;
      if (one.names[0] != member || source.dump)
        assign(code, function, one, value, flow);
    }
    return;
  }
  if (targets.kind == Targets::Kind::several) {
    // a, b = x, y in pairs; else only the first name gets the value (Go: value, err).
    std::vector<TokenRange> values;
    std::uint32_t from = begin;
    for (std::uint32_t j = begin; j <= end; ++j) {
      if (j < end && code.kind(j) == Kind::open && code.match[j] != kNoToken) {
        j = std::min(code.match[j], end);
      }
      if (j == end || code.is(j, ",")) {
        values.push_back({from, j});
        from = j + 1;
      }
    }
    for (std::size_t n = 0; n < targets.names.size(); ++n) {
      if (n >= values.size()) break;
      leaks.clear();
      reader.read(values[n].begin, values[n].end, place, leaks);
      Targets one;
      one.names = {targets.names[n]};
      assign(code, function, one, value_of(code, values[n].begin, leaks, flow), flow);
    }
    return;
  }
  // `let a = x, b = y`: each has its own.
  for (std::uint32_t j = begin; j < end; ++j) {
    if (code.kind(j) == Kind::open && code.match[j] != kNoToken) j = code.match[j];
    if (code.is(j, ",") && code.language != CodeLanguage::python &&
        code.is_name(j + 1) && code.is(j + 2, "=")) {
      end = std::min(end, j);
    }
    if (code.is(j, "=")) end = std::min(end, j > begin ? j - 1 : j);
  }
  if (end <= begin) return;
  reader.read(begin, end, place, leaks);
  Value value = value_of(code, begin, leaks, flow);
  if (value.kind == Value::Kind::unknown && reader.secret_field() != kNoToken) {
    const std::uint32_t field = reader.secret_field();
    value.kind = Value::Kind::secret;
    value.level = Level::medium;
    value.whole = true;
    value.link = flow.add_link(code.span(field, field + 1), kNoLink);
  } else if (value.kind == Value::Kind::unknown) {
    if (reader.saw_mask()) value.kind = Value::Kind::clean;
    if (end == begin + 1 && code.kind(begin) == Kind::text &&
        is_only_a_name(code.str(begin))) {
      value.kind = Value::Kind::clean;
    }
  }
  // A default that is a plain text leaves what may be there: if (!x) x = "local".
  const bool plain = end == begin + 1 && code.kind(begin) == Kind::text;
  if (plain && value.kind == Value::Kind::unknown && targets.owner == kNoToken &&
      flow.find(functions, function, code.str(targets.names[0])).kind ==
          Value::Kind::secret &&
      in_inner_block(code, functions, function, i)) {
    return;
  }
  if (code.str(i).size() == 2 && code.str(i) != ":=" &&
      value.kind != Value::Kind::secret) {
    return;  // x += "more" keeps what x was
  }
  assign(code, function, targets, value, flow);
}

}  // namespace leaksieve::logs
