#include "scanner/match/prefilter.h"

#include <fmt/format.h>
#include <hs/hs.h>

#include <limits>
#include <utility>

namespace leaksieve {
namespace {

// Hyperscan's "^" and "$" without MULTILINE mean the text's ends, as RE2's do.
constexpr unsigned kFlags = 0;

std::string take_message(hs_compile_error_t* error) {
  std::string message = error != nullptr ? error->message : "no reason given";
  hs_free_compile_error(error);
  return message;
}

// Whether one regex compiles alone with these flags.
bool compiles(const char* regex, unsigned flags, const hs_platform_info_t& platform) {
  hs_database_t* database = nullptr;
  hs_compile_error_t* error = nullptr;
  const bool ok = hs_compile(regex, flags, HS_MODE_BLOCK, &platform, &database,
                             &error) == HS_SUCCESS;
  hs_free_database(database);
  hs_free_compile_error(error);
  return ok;
}

int on_match(unsigned id, unsigned long long, unsigned long long to, unsigned,
             void* out) {
  static_cast<std::vector<Hit>*>(out)->push_back({static_cast<RuleIndex>(id), to});
  return 0;
}

}  // namespace

Prefilter::Scratch::~Scratch() { hs_free_scratch(scratch_); }
Prefilter::Scratch::Scratch(Scratch&& other) noexcept
    : scratch_(std::exchange(other.scratch_, nullptr)) {}
Prefilter::Scratch& Prefilter::Scratch::operator=(Scratch&& other) noexcept {
  std::swap(scratch_, other.scratch_);
  return *this;
}

Prefilter::Prefilter(Prefilter&& other) noexcept
    : database_(std::exchange(other.database_, nullptr)),
      added_(std::exchange(other.added_, nullptr)),
      first_added_(other.first_added_) {}
Prefilter& Prefilter::operator=(Prefilter&& other) noexcept {
  std::swap(database_, other.database_);
  std::swap(added_, other.added_);
  std::swap(first_added_, other.first_added_);
  return *this;
}
Prefilter::~Prefilter() {
  hs_free_database(database_);
  hs_free_database(added_);
}

void Prefilter::add(Prefilter other, std::uint32_t first) {
  added_ = std::exchange(other.database_, nullptr);
  first_added_ = first;
}

Result<Prefilter> Prefilter::compile(std::span<const Rule> rules,
                                     std::vector<RuleIndex>* refused) {
  // Generic x86-64 (and whatever the fork takes as generic elsewhere): the scan is no
  // slower than with a database for this very processor, and the bytes work everywhere.
  const hs_platform_info_t generic{};
  std::vector<std::string> texts;
  std::vector<unsigned> ids;
  for (std::size_t i = 0; i < rules.size(); ++i) {
    if (rules[i].regex.empty()) continue;
    texts.emplace_back(rules[i].head.empty() ? rules[i].regex : rules[i].head);
    ids.push_back(static_cast<unsigned>(i));
  }
  std::vector<unsigned> flags(texts.size(), kFlags);
  std::vector<const char*> regexes;
  for (const std::string& text : texts) regexes.push_back(text.c_str());

  for (;;) {
    if (regexes.empty()) return Prefilter(nullptr);
    hs_database_t* database = nullptr;
    hs_compile_error_t* error = nullptr;
    if (hs_compile_multi(regexes.data(), flags.data(), ids.data(),
                         static_cast<unsigned>(regexes.size()), HS_MODE_BLOCK, &generic,
                         &database, &error) == HS_SUCCESS) {
      return Prefilter(database);
    }
    const int at = error != nullptr ? error->expression : -1;
    const std::string message = take_message(error);
    if (at < 0 || static_cast<std::size_t>(at) >= regexes.size()) {
      return Error{fmt::format("cannot compile the rules: {}", message)};
    }
    const auto bad = static_cast<std::size_t>(at);
    if ((flags[bad] & HS_FLAG_PREFILTER) != 0 ||
        !compiles(regexes[bad], kFlags | HS_FLAG_PREFILTER, generic)) {
      if (refused == nullptr) {
        return Error{fmt::format("rule {}: Hyperscan refuses its regex: {}",
                                 rules[ids[bad]].id, message)};
      }
      refused->push_back(static_cast<RuleIndex>(ids[bad]));
      const auto position = static_cast<std::ptrdiff_t>(bad);
      regexes.erase(regexes.begin() + position);
      flags.erase(flags.begin() + position);
      ids.erase(ids.begin() + position);
      continue;
    }
    flags[bad] |= HS_FLAG_PREFILTER;
  }
}

Result<Prefilter> Prefilter::deserialize(std::string_view bytes) {
  hs_database_t* database = nullptr;
  if (hs_deserialize_database(bytes.data(), bytes.size(), &database) != HS_SUCCESS) {
    return Error{fmt::format(
        "the rules were compiled for another Hyperscan than {} or another processor",
        hs_version())};
  }
  return Prefilter(database);
}

Result<std::string> Prefilter::serialize() const {
  char* bytes = nullptr;
  std::size_t length = 0;
  if (hs_serialize_database(database_, &bytes, &length) != HS_SUCCESS) {
    return Error{"cannot serialise the Hyperscan database"};
  }
  std::string out(bytes, length);
  std::free(bytes);
  return out;
}

Result<Prefilter::Scratch> Prefilter::make_scratch() const {
  Scratch scratch;
  if (hs_alloc_scratch(database_, &scratch.scratch_) != HS_SUCCESS ||
      (added_ != nullptr &&
       hs_alloc_scratch(added_, &scratch.scratch_) != HS_SUCCESS)) {
    return Error{"cannot allocate Hyperscan's working memory"};
  }
  return scratch;
}

bool Prefilter::scan(std::string_view text, Scratch& scratch,
                     std::vector<Hit>& hits) const {
  if (text.empty()) return true;
  if (text.size() > std::numeric_limits<unsigned>::max()) return false;
  const auto size = static_cast<unsigned>(text.size());
  if (hs_scan(database_, text.data(), size, 0, scratch.scratch_, &on_match, &hits) !=
      HS_SUCCESS) {
    return false;
  }
  if (added_ == nullptr) return true;
  const std::size_t before = hits.size();
  if (hs_scan(added_, text.data(), size, 0, scratch.scratch_, &on_match, &hits) !=
      HS_SUCCESS) {
    return false;
  }
  for (std::size_t i = before; i < hits.size(); ++i) {
    hits[i].rule = static_cast<RuleIndex>(first_added_ + to_size(hits[i].rule));
  }
  return true;
}

std::string_view hyperscan_version() { return hs_version(); }

Result<std::size_t> max_match_width(std::string_view regex) {
  const std::string text(regex);
  hs_expr_info_t* info = nullptr;
  hs_compile_error_t* error = nullptr;
  if (hs_expression_info(text.c_str(), kFlags, &info, &error) != HS_SUCCESS) {
    hs_free_compile_error(std::exchange(error, nullptr));
    if (hs_expression_info(text.c_str(), HS_FLAG_PREFILTER, &info, &error) !=
        HS_SUCCESS) {
      return Error{take_message(error)};
    }
  }
  const std::size_t width = info->max_width == std::numeric_limits<unsigned>::max()
                                ? std::numeric_limits<std::size_t>::max()
                                : info->max_width;
  std::free(info);
  return width;
}

}  // namespace leaksieve
