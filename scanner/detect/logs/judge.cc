// The part of ExpressionReader that says what one chain of names and calls shows.
#include <algorithm>
#include <string>

#include "scanner/base/ascii.h"
#include "scanner/detect/logs/callees.h"
#include "scanner/detect/logs/expression.h"
#include "scanner/detect/logs/sources.h"
#include "scanner/text/name_words.h"

#include "scanner/base/among.h"

namespace leaksieve::logs {
namespace {

using enum CodeLanguage;

Level level_of(NameGrade grade) {
  return grade == NameGrade::secret ? Level::high
         : grade == NameGrade::hint ? Level::hint
                                    : Level::none;
}

// Functions that give the member of an object whose name is their argument.
bool gives_member(std::string_view callee) {
  return among(
      to_lower(callee),
      {"get",           "getstring",   "getproperty", "getparameter", "getheader",
       "header",        "fetch",       "param",       "input",        "cookie",
       "value",         "pop",         "dig",         "getattr",      "getordefault",
       "getvalue",      "stringvalue", "string",      "formvalue",    "cookies",
       "postformvalue", "query",       "item",        "getitem",      "get_str",
       "optstring",     "getinput",    "argument",    "get_header",   "getstr"});
}

// Members that are the value itself, of a field of a form or of a wrapper.
bool is_value_member(std::string_view name) {
  return among(name, {"text", "value", "Text", "Value", "stringValue", "rawValue",
                      "plaintext", "current", "string", "Secret"});
}

// The last word of a field of a form: passwordField, tokenInput.
std::string_view without_field(std::string_view name) {
  for (const std::string_view end : {"TextField", "Field", "Input", "EditText",
                                     "TextBox", "Box", "Edit", "_field", "_input"}) {
    if (name.size() > end.size() + 2 && name.ends_with(end)) {
      return name.substr(0, name.size() - end.size());
    }
  }
  return name;
}

// Reads what a person types unseen.
bool reads_hidden_input(std::string_view callee) {
  return among(to_lower(callee),
               {"getpass", "readpassphrase", "prompt_password", "read_password",
                "readpassword", "promptpassword", "askpass", "prompt_secret"});
}

bool is_reader(std::string_view callee) {
  const NameWords words(callee);
  return words.has("read") || words.has("contents") || words.has("load") ||
         words.has("open") || words.has("readfile") || words.has("slurp");
}

bool is_secret_header(std::string_view name) {
  return among(to_lower(name.substr(0, 60)),
               {"authorization", "proxy-authorization", "cookie", "set-cookie",
                "x-api-key", "x-auth-token", "api-key"});
}

bool is_replacement(std::string_view callee) {
  return among(
      to_lower(callee),
      {"replace", "replaceall", "gsub", "sub", "preg_replace", "replaceallin",
       "regexreplace", "str_replace", "tr", "replacingoccurrences", "replace_all"});
}

bool is_all_caps(std::string_view name) {
  return name.size() > 1 && std::none_of(name.begin(), name.end(),
                                         [](char c) { return c >= 'a' && c <= 'z'; });
}

// Texts for people, kinds of things: messages.WrongPassword, TokenType.SECRET.
bool is_constant_of_a_kind(const Code& code, const Chain& chain, std::size_t end) {
  if (end < 2) return false;
  const std::string_view head = code.str(chain.parts[0].begin);
  if (among(head,
            {"messages", "strings", "i18n", "translations", "t", "R", "locale",
             "Messages", "Strings", "L10n", "texts", "labels", "lang", "Resources"})) {
    return true;
  }
  const std::string_view name = code.str(chain.parts[end - 1].begin);
  const Part& owner = chain.parts[end - 2];
  if (owner.kind != Part::Kind::name) return false;
  const NameWords words(code.str(owner.begin));
  const bool is_type =
      !code.str(owner.begin).empty() && code.str(owner.begin)[0] >= 'A' &&
      code.str(owner.begin)[0] <= 'Z' && !is_all_caps(code.str(owner.begin));
  const bool about_kinds =
      words.from_end(0) == "type" || words.from_end(0) == "types" ||
      words.from_end(0) == "kind" || words.from_end(0) == "error" ||
      words.from_end(0) == "errors" || words.from_end(0) == "code" ||
      words.from_end(0) == "codes" || words.from_end(0) == "messages" ||
      words.from_end(0) == "names" || words.from_end(0) == "keys" ||
      words.from_end(0) == "fields" || words.from_end(0) == "columns";
  if (is_type && about_kinds) return true;
  if (!is_type || !is_all_caps(name)) return false;
  return !words.has("config") && !words.has("settings") && !words.has("env") &&
         !words.has("constants") && !words.has("secrets") &&
         !words.has("credentials") && !words.has("constant") && !words.has("keys") &&
         !words.has("configuration");
}

}  // namespace

// What the call that ends the chain's first `end` parts gives. Goes on to the object it
// is a method of by lowering `end`; `done` if there is nothing more to look at.
Leak ExpressionReader::judge_call(const Chain& chain, std::size_t& end, bool& low,
                                  bool& done) {
  const Part& call = chain.parts[end - 1];
  done = true;
  if (end < 2 || chain.parts[end - 2].kind != Part::Kind::name) {
    return {};
  }
  Mode& mode = part_modes_[end - 1];
  const std::string_view callee = code_.str(chain.parts[end - 2].begin);
  const bool has_object = end >= 3 || chain.tail;
  const auto go_on = [&] {
    end -= 2;
    done = end == 0;
    return Leak{};
  };
  const bool own = end == 2 || (end == 3 && among(code_.str(chain.parts[0].begin),
                                                  {"self", "this", "$this", "cls"}));
  if (const Value* returned = flow_.returned(callee);
      own && !chain.tail && returned != nullptr) {
    Leak leak;
    leak.level = returned->level;
    leak.link = returned->link;
    leak.name = callee;
    return leak;
  }
  if (is_replacement(callee)) {
    const bool masks = replaces_every_character(code_, call);
    saw_mask_ = saw_mask_ || masks;
    const bool function = end == 2 || code_.is(chain.parts[0].begin, "re");
    mode = masks || !function ? Mode::hide : Mode::show;
    if (masks || function) return {};
    return go_on();
  }
  std::string_view literal = literal_in(code_, call);
  if (callee == "dig" && call.end > call.begin + 1 &&
      code_.kind(call.end - 1) == Token::Kind::text) {
    literal = code_.str(call.end - 1);
  }
  if (!literal.empty() && has_object && gives_member(callee)) {
    Leak leak;
    leak.level = is_secret_header(literal)
                     ? Level::high
                     : level_of(grade_name(literal, NameUse::variable));
    leak.name = literal;
    return leak;
  }
  if (reads_hidden_input(callee)) {
    Leak leak;
    leak.level = Level::high;
    leak.name = callee;
    return leak;
  }
  // A mounted secret is read.
  for (std::uint32_t i = call.begin + 1; i < call.end && i < call.begin + 8; ++i) {
    if (code_.kind(i) == Token::Kind::text && is_reader(callee) &&
        code_.str(i).find("/run/secrets/") != std::string_view::npos) {
      Leak leak;
      leak.level = Level::medium;
      leak.name = code_.str(i);
      return leak;
    }
  }
  Effect effect = effect_of(callee);
  if (callee == "new" && end >= 3) {
    const std::string_view type = code_.str(chain.parts[end - 3].begin);
    if (type.ends_with("Error") || type.ends_with("Exception") || type == "String") {
      effect = Effect::passes;
    }
  }
  // A library's own names for what hides: secrecy::Secret, SecretStr.
  if (among(callee, {"SecretStr", "SecretBytes", "SecretString", "Sensitive"})) {
    effect = Effect::blocks;
  }
  switch (effect) {
    case Effect::blocks:
      saw_mask_ = saw_mask_ || code_.hot(chain.begin, call.end);
      return {};
    case Effect::cuts: {
      const bool function = !has_object;
      const int shown = shown_characters(code_, call, callee, function ? 1 : 0);
      const bool few = shown >= 0 && shown <= 4;
      if (few) saw_mask_ = true;
      mode = few || !function ? Mode::hide : Mode::low;
      if (few || function) return {};
      low = true;
      return go_on();
    }
    case Effect::passes:
      if (has_object && call.end > call.begin + 1 && gives_member(callee) &&
          source_of(code_, chain, end - 2).dump) {
        return {};  // one of them, nobody knows which
      }
      mode = Mode::show;
      if (!has_object) return {};
      // `"...".format(x)` shows x, `x.strip()` shows x.
      return go_on();
    case Effect::unknown:
      break;
  }
  const NameGrade grade = grade_name(callee, NameUse::call);
  if (grade < NameGrade::hint) return {};
  // With arguments it makes something of them, unless its name says that it gives one.
  const bool empty = call.end == call.begin + 1;
  if (!empty && !names_a_getter(callee)) return {};
  // A class that is constructed prints as what it was written to print.
  const bool constructed = callee[0] >= 'A' && callee[0] <= 'Z' &&
                           code_.language != go && code_.language != csharp &&
                           code_.language != c;
  if (constructed || (chain.begin > 0 && code_.is(chain.begin - 1, "new"))) return {};
  Leak leak;
  leak.level = level_of(grade);
  leak.name = callee;
  return leak;
}

Leak ExpressionReader::judge(const Chain& chain, const Place& place) {
  std::size_t end = chain.parts.size();
  bool low = false;
  Leak leak;
  while (end > 0) {
    const Part& part = chain.parts[end - 1];
    if (part.kind == Part::Kind::name) {
      if (end < 2 || !is_value_of_owner(chain, end, place)) break;
      const std::string_view member = code_.str(part.begin);
      if (effect_of(member) == Effect::blocks) {
        saw_mask_ = saw_mask_ || code_.hot(chain.begin, chain.end);
        return {};
      }
      --end;
      continue;
    }
    const Source source = end <= 24 ? source_of(code_, chain, end) : Source{};
    if (source.known) {
      leak.level = low ? std::min(source.level, Level::low) : source.level;
      leak.name = source.name;
      leak.dump = source.dump;
      leak.read = true;
      return leak;
    }
    if (part.kind == Part::Kind::block) {
      if (end == 2 && code_.is(chain.parts[0].begin, "buildString")) {
        part_modes_[end - 1] = Mode::show;
        return {};
      }
      --end;
    } else if (part.kind == Part::Kind::call) {
      bool done = false;
      leak = judge_call(chain, end, low, done);
      if (done) {
        if (low && leak.level > Level::low) leak.level = Level::low;
        return leak;
      }
    } else {
      const std::string_view literal = literal_in(code_, part);
      if (!literal.empty()) {
        leak.level = level_of(grade_name(literal, NameUse::variable));
        leak.name = literal;
        if (leak.level == Level::none && chain.is_single_name()) return {};
        if (low && leak.level > Level::low) leak.level = Level::low;
        return leak;
      }
      if (is_slice(code_, part)) {
        const int shown = shown_characters(code_, part, "", 0);
        if (shown >= 0 && shown <= 4) {
          saw_mask_ = true;
          return {};
        }
        low = true;
      } else if (source_of(code_, chain, end - 1).dump) {
        return {};  // one of them, nobody knows which
      }
      --end;
    }
  }
  if (end == 0) return {};
  leak = judge_name(chain, end, place);
  if (low && leak.level > Level::low) leak.level = Level::low;
  return leak;
}

// Whether the member that ends parts [0, end) is its owner's value: field.text, and in
// languages that call methods without brackets `raw.strip`.
bool ExpressionReader::is_value_of_owner(const Chain& chain, std::size_t end,
                                         const Place& place) const {
  const std::string_view member = code_.str(chain.parts[end - 1].begin);
  const std::string_view head = code_.str(chain.parts[0].begin);
  if (end == 2 && among(head, {"self", "this", "$this", "cls"})) return false;
  const bool bare_calls = code_.language == ruby || code_.language == swift ||
                          code_.language == scala || code_.language == kotlin;
  if (!is_value_member(member) &&
      !(bare_calls && effect_of(member) != Effect::unknown)) {
    return false;
  }
  if (grade_name(member, NameUse::variable) >= NameGrade::hint) return false;
  const ByteSpan span = code_.span(chain.begin, chain.parts[end - 1].begin + 1);
  return span.size() >= 100 ||
         flow_.find(functions_, place.function, bytes_of(code_.text, span)).kind ==
             Value::Kind::unknown;
}

// Parts [0, end) end with a name: a variable, or a member.
Leak ExpressionReader::judge_name(const Chain& chain, std::size_t end,
                                  const Place& place) const {
  std::string_view name = code_.str(chain.parts[end - 1].begin);
  // passwordField.text
  if (end < chain.parts.size()) name = without_field(name);
  Leak leak;
  leak.name = name;
  Value value;
  const std::string_view head = code_.str(chain.parts[0].begin);
  const bool own = end == 2 && among(head, {"self", "this", "$this", "cls"}) &&
                   chain.parts[0].kind == Part::Kind::name;
  if (end == 1 && !chain.tail) {
    value = value_of_name(name, place);
  } else if (own || (end == 1 && name.starts_with('@'))) {
    value = flow_.find(functions_, kNoFunction, name);
  } else if (end == 2) {
    const ByteSpan span = code_.span(chain.parts[0].begin, chain.parts[1].begin + 1);
    if (span.size() < 100) {
      value = flow_.find(functions_, place.function, bytes_of(code_.text, span));
    }
  }
  if (value.kind == Value::Kind::unknown && end >= 2) {
    if (const Value* field = flow_.field(name)) value = *field;
  }
  // Ruby calls a method by its name alone.
  if (value.kind == Value::Kind::unknown && end == 1 && code_.language == ruby) {
    if (const Value* returned = flow_.returned(name)) value = *returned;
  }
  if (value.kind == Value::Kind::clean) return {};
  if (is_harmless_property(name)) return {};
  const Source source = source_of(code_, chain, end);
  if (source.known && value.kind != Value::Kind::secret) {
    leak.level = source.level;
    leak.name = source.name;
    leak.dump = source.dump;
    leak.read = true;
    return leak;
  }
  if (!is_constant_of_a_kind(code_, chain, end)) {
    leak.level = level_of(grade_name(name, NameUse::variable));
    // auth.pass, bearer.token: the owner says what it is.
    if (leak.level == Level::hint && end >= 2 && (name == "pass" || name == "token") &&
        chain.parts[end - 2].kind == Part::Kind::name) {
      const NameWords owner(code_.str(chain.parts[end - 2].begin));
      if (owner.has("auth") || owner.has("authorization") || owner.has("credentials") ||
          owner.has("smtp") || owner.has("bearer") || owner.has("login") ||
          owner.has("creds")) {
        leak.level = Level::high;
      }
    }
  }
  if (value.kind == Value::Kind::secret) {
    const bool confirms = leak.level == Level::hint && value.level >= Level::medium;
    leak.level = std::max(confirms ? Level::medium : leak.level, value.level);
    leak.dump = value.dump;
    leak.link = value.link;
    leak.whole = value.whole;
  } else if (value.kind == Value::Kind::parameter && leak.level == Level::none) {
    leak.level = Level::low;
    leak.parameter = value.parameter;
  }
  return leak;
}

}  // namespace leaksieve::logs
