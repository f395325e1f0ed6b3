#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "scanner/base/result.h"
#include "scanner/model/rule.h"

struct hs_database;
struct hs_scratch;

namespace leaksieve {

/// Hyperscan says that a rule's head, or its regex where it has no head, may match and
/// ends before byte `end` of the text.
struct Hit {
  RuleIndex rule{};
  std::uint64_t end = 0;
};

/// All regexes in one Hyperscan database (block mode, no start of match): says where a
/// rule may match. Never misses one: a regex that Hyperscan cannot take whole goes in
/// with HS_FLAG_PREFILTER, which may say "maybe" too often.
///
/// Built once, then never changes: one Prefilter serves every thread, each with its own
/// Scratch. Texts over 4 GiB - 1 are refused by the caller (hs_scan takes 32 bits).
class Prefilter {
 public:
  /// Working memory of one thread.
  class Scratch {
   public:
    Scratch() = default;
    ~Scratch();
    Scratch(Scratch&& other) noexcept;
    Scratch& operator=(Scratch&& other) noexcept;

   private:
    friend class Prefilter;
    hs_scratch* scratch_ = nullptr;
  };

  /// Compiles the heads or else the regexes of `rules`; a rule without a regex has no
  /// part. Fails, naming the rule, if Hyperscan refuses a regex even as a prefilter.
  /// With `refused`, such a rule is left out instead and noted there.
  static Result<Prefilter> compile(std::span<const Rule> rules,
                                   std::vector<RuleIndex>* refused = nullptr);

  /// Loads what serialize() gave, made for the same rules in the same order. Fails if
  /// the bytes are of another version of Hyperscan or need another processor. Never
  /// give it bytes that came with a scanned repository.
  static Result<Prefilter> deserialize(std::string_view bytes);

  Prefilter(Prefilter&& other) noexcept;
  Prefilter& operator=(Prefilter&& other) noexcept;
  ~Prefilter();

  /// Takes over another database, whose first rule is rule `first` here. Once at most.
  void add(Prefilter other, std::uint32_t first);

  /// The database it was made with, without the added one.
  Result<std::string> serialize() const;
  Result<Scratch> make_scratch() const;

  /// Appends the hits in `text` to `hits`, ordered as Hyperscan finds them. False if
  /// Hyperscan failed (a bug of ours or no memory), never silently.
  bool scan(std::string_view text, Scratch& scratch, std::vector<Hit>& hits) const;

 private:
  explicit Prefilter(hs_database* database) : database_(database) {}
  hs_database* database_ = nullptr;
  hs_database* added_ = nullptr;
  std::uint32_t first_added_ = 0;
};

/// The version of libhs in use.
std::string_view hyperscan_version();

/// The most bytes that `regex` can match, as Hyperscan computes it; the largest
/// std::size_t if it is unbounded. Fails if Hyperscan refuses the regex.
Result<std::size_t> max_match_width(std::string_view regex);

}  // namespace leaksieve
