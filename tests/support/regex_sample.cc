#include "tests/support/regex_sample.h"

#include <cctype>
#include <stdexcept>
#include <vector>

namespace leaksieve::test {
namespace {

// Printable, tab and newline. Not the vertical tab: RE2's \s does not hold it,
// Hyperscan's does.
std::string all_characters() {
  std::string all = "\t\n\r";
  for (char c = ' '; c < 127; ++c) all += c;
  return all;
}

std::string complement(std::string_view set) {
  std::string out;
  for (const char c : all_characters()) {
    if (set.find(c) == std::string_view::npos) out += c;
  }
  return out;
}

constexpr std::string_view kDigits = "0123456789";
constexpr std::string_view kBlanks = " \t\n\r";
constexpr std::string_view kWord =
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_";

// Reads the regex once and writes a sample on the way.
class Sampler {
 public:
  Sampler(std::string_view regex, std::mt19937_64& random)
      : regex_(regex), random_(random), eager_(random() % 3) {}

  std::string run() {
    std::string out = alternatives(false);
    if (at_ != regex_.size()) fail();
    return out;
  }

 private:
  [[noreturn]] void fail() const {
    throw std::runtime_error("cannot sample: " + std::string(regex_.substr(0, at_)) +
                             " <- here");
  }
  bool next_is(std::string_view text) const {
    return regex_.substr(at_).starts_with(text);
  }
  bool take(std::string_view text) {
    if (!next_is(text)) return false;
    at_ += text.size();
    return true;
  }
  char pick(std::string_view set) { return set[random_() % set.size()]; }

  // One of the alternatives up to ")" or the end.
  std::string alternatives(bool any_case) {
    std::vector<std::string> all{sequence(any_case)};
    while (take("|")) all.push_back(sequence(any_case));
    return all[random_() % all.size()];
  }

  std::string sequence(bool any_case) {
    std::string out;
    while (at_ < regex_.size() && !next_is("|") && !next_is(")")) {
      const std::size_t begin = at_;
      std::string once = atom(any_case);
      const std::size_t times = repeats();
      const std::size_t after = at_;
      for (std::size_t i = 0; i < times; ++i) {
        out += once;
        at_ = begin;
        once = atom(any_case);
      }
      at_ = after;
    }
    return out;
  }

  std::size_t number() {
    std::size_t value = 0;
    while (at_ < regex_.size() && std::isdigit(static_cast<unsigned char>(regex_[at_])))
      value = value * 10 + static_cast<std::size_t>(regex_[at_++] - '0');
    return value;
  }

  // The repeat that follows an atom: how often it is taken.
  std::size_t repeats() {
    std::size_t least = 1;
    std::size_t most = 1;
    if (take("?")) {
      least = 0;
    } else if (take("*")) {
      least = 0;
      most = 8;
    } else if (take("+")) {
      most = 8;
    } else if (take("{")) {
      least = most = number();
      if (take(",")) most = next_is("}") ? least + 8 : number();
      if (!take("}")) fail();
    }
    take("?");  // lazy: as a set of texts the same
    if (eager_ == 0 || random_() % 3 < eager_) return least;
    return least + random_() % (most - least + 1);
  }

  std::string atom(bool any_case) {
    if (take("(?i:")) return closed(true);
    if (take("(?:")) return closed(any_case);
    if (next_is("(?")) fail();
    if (take("(")) return closed(any_case);
    if (take("[")) return {pick(character_class())};
    if (take("\\b") || take("^") || take("$")) return {};
    if (take(".")) return {pick(complement("\n"))};
    const std::string set = take("\\") ? escape() : std::string(1, regex_[at_++]);
    char c = pick(set);
    if (any_case && random_() % 2 == 0) {
      const auto byte = static_cast<unsigned char>(c);
      c = static_cast<char>(std::islower(byte) ? std::toupper(byte)
                                               : std::tolower(byte));
    }
    return {c};
  }

  std::string closed(bool any_case) {
    std::string out = alternatives(any_case);
    if (!take(")")) fail();
    return out;
  }

  // What stands after a backslash.
  std::string escape() {
    const char c = regex_[at_++];
    if (c == 'n') return "\n";
    if (c == 'r') return "\r";
    if (c == 't') return "\t";
    if (c == 'd') return std::string(kDigits);
    if (c == 's') return std::string(kBlanks);
    if (c == 'w') return std::string(kWord);
    if (c == 'S') return complement(kBlanks);
    if (c == 'x') {
      const std::string digits(regex_.substr(at_, 2));
      at_ += 2;
      return {static_cast<char>(std::stoi(digits, nullptr, 16))};
    }
    if (std::isalnum(static_cast<unsigned char>(c))) fail();
    return {c};
  }

  std::string character_class() {
    const bool negated = take("^");
    std::string set;
    for (bool first = true; first || !next_is("]"); first = false) {
      if (at_ >= regex_.size()) fail();
      std::string part = take("\\") ? escape() : std::string(1, regex_[at_++]);
      if (part.size() == 1 && next_is("-") && !next_is("-]")) {
        ++at_;
        const std::string last = take("\\") ? escape() : std::string(1, regex_[at_++]);
        for (int c = static_cast<unsigned char>(part[0]) + 1;
             c <= static_cast<unsigned char>(last[0]); ++c) {
          part += static_cast<char>(c);
        }
      }
      set += part;
    }
    ++at_;
    if (negated) set = complement(set);
    if (set.empty()) fail();
    return set;
  }

  std::string_view regex_;
  std::mt19937_64& random_;
  std::uint64_t eager_;  // 0: never more repeats than must be; 2: seldom
  std::size_t at_ = 0;
};

}  // namespace

std::string regex_sample(std::string_view regex, std::mt19937_64& random) {
  return Sampler(regex, random).run();
}

}  // namespace leaksieve::test
