#include "scanner/text/dotenv_variables.h"

#include <utility>
#include <vector>

#include "scanner/base/ascii.h"

namespace leaksieve {
namespace {

// Values that double with every line would fill the memory.
constexpr std::size_t kMostInserted = 4 << 20;
// Defaults in defaults; what is deeper stays as it is written.
constexpr int kDeepest = 4;

bool begins_name(char c) { return is_letter(c) || c == '_'; }

std::size_t name_length(std::string_view text) {
  if (text.empty() || !begins_name(text.front())) return 0;
  std::size_t n = 1;
  while (n < text.size() && is_word(text[n])) ++n;
  return n;
}

// Where the "${" of a text are closed, in the order of the openings; npos: nowhere.
class Braces {
 public:
  explicit Braces(std::string_view text) {
    std::vector<std::size_t> open;
    for (std::size_t i = 0; i < text.size(); ++i) {
      if (text.substr(i, 2) == "${") {
        open.push_back(closings_.size());
        closings_.emplace_back(i, std::string_view::npos);
      } else if (text[i] == '}' && !open.empty()) {
        closings_[open.back()].second = i;
        open.pop_back();
      }
    }
  }

  // `opening` must not be before that of the last call.
  std::size_t closing(std::size_t opening) {
    while (next_ < closings_.size() && closings_[next_].first < opening) ++next_;
    return next_ < closings_.size() && closings_[next_].first == opening
               ? closings_[next_].second
               : std::string_view::npos;
  }

 private:
  std::vector<std::pair<std::size_t, std::size_t>> closings_;
  std::size_t next_ = 0;
};

}  // namespace

bool has_references(const DotenvEntry& entry) {
  const std::string_view value = entry.value;
  if (entry.quote == '\'') return false;
  for (std::size_t at = value.find('$'); at != std::string_view::npos;
       at = value.find('$', at + 1)) {
    if (at > 0 && (value[at - 1] == '\\' || value[at - 1] == '$')) continue;
    std::string_view rest = value.substr(at + 1);
    const bool braced = rest.starts_with('{');
    if (braced) rest.remove_prefix(1);
    if (name_length(rest) > 0 &&
        (!braced || rest.find('}') != std::string_view::npos)) {
      return true;
    }
    if (braced && rest.find('}') == std::string_view::npos) return false;
  }
  return false;
}

const std::string& DotenvVariables::set(const DotenvEntry& entry) {
  std::string value = entry.quote == '\'' ? entry.value : expanded(entry.value, 0);
  return values_.insert_or_assign(std::string(entry.name), std::move(value))
      .first->second;
}

const std::string* DotenvVariables::find(std::string_view name) const {
  const auto found = values_.find(name);
  return found != values_.end() ? &found->second : nullptr;
}

std::string DotenvVariables::expanded(std::string_view text, int depth) {
  if (depth > kDeepest || text.find('$') == std::string_view::npos) {
    return std::string(text);
  }
  Braces braces(text);
  std::string result;
  for (std::size_t i = 0; i < text.size();) {
    const std::string_view rest = text.substr(i);
    const std::size_t name = rest[0] == '$' ? name_length(rest.substr(1)) : 0;
    const std::size_t close =
        rest.starts_with("${") ? braces.closing(i) : std::string_view::npos;
    if (rest.starts_with("\\$")) {
      result += '$';
      i += 2;
    } else if (rest.starts_with("$$")) {
      result += "$$";
      i += 2;
    } else if (close != std::string_view::npos && name_length(rest.substr(2)) > 0) {
      result += replaced(text.substr(i + 2, close - i - 2), depth);
      i = close + 1;
    } else if (name > 0) {
      result += replaced(rest.substr(1, name), depth);
      i += 1 + name;
    } else {
      result += rest[0];
      ++i;
    }
  }
  return result;
}

// What NAME, NAME:-default and the like stand for.
std::string DotenvVariables::replaced(std::string_view expression, int depth) {
  const std::size_t length = name_length(expression);
  const std::string* const value = find(expression.substr(0, length));
  std::string_view rest = expression.substr(length);
  const bool or_empty = rest.starts_with(':');
  if (or_empty) rest.remove_prefix(1);
  const bool is_set = value != nullptr && !(or_empty && value->empty());
  if (rest.starts_with('-') && !is_set) {
    return expanded(rest.substr(1), depth + 1);
  }
  if (rest.starts_with('+')) {
    return is_set ? expanded(rest.substr(1), depth + 1) : std::string();
  }
  if (value == nullptr || inserted_ + value->size() > kMostInserted) return {};
  inserted_ += value->size();
  return *value;
}

}  // namespace leaksieve
