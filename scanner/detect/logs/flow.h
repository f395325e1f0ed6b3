#pragma once

#include <array>
#include <string>
#include <unordered_map>
#include <vector>

#include "scanner/detect/logs/functions.h"
#include "scanner/detect/logs/leak.h"

namespace leaksieve::logs {

/// One step that a secret took: the name it had there, and the step before.
struct Link {
  ByteSpan span;
  std::uint32_t before = kNoLink;
};

/// What is known of a variable, an attribute, or of what a function gives back.
struct Value {
  enum class Kind {
    unknown,
    clean,  ///< it was masked, or is the name of something
    secret,
    parameter,  ///< what the function around it was given
  };
  Kind kind = Kind::unknown;
  Level level = Level::none;
  std::uint32_t link = kNoLink;
  bool whole = false;  ///< an object with a secret in it: its other members are clean
  int parameter = -1;
};

/// A function of the text that logs what it is given.
struct Wrapper {
  int parameter = 0;
  std::uint32_t link = kNoLink;  ///< the parameter, then the call that logs it
};

/// What flows where in one text. Names borrow the text. Bounded: after kMaxEntries
/// names and kMaxLinks steps no more are learned.
class Flow {
 public:
  static constexpr std::size_t kMaxEntries = 20000;
  static constexpr std::size_t kMaxLinks = 100000;

  /// `function` is kNoFunction for the text itself. An attribute (`self.x`, `this.x`,
  /// `@x`) belongs to the text.
  void assign(std::uint32_t function, std::string_view name, Value value);

  /// Looks in `function`, then in those around it, then in the text.
  Value find(const std::vector<Function>& functions, std::uint32_t function,
             std::string_view name) const;

  /// False: nothing is known of a variable of this name. Cheap.
  bool may_know(std::string_view name) const;
  bool empty() const { return values_.empty(); }

  std::uint32_t add_link(ByteSpan span, std::uint32_t before);
  const std::vector<Link>& links() const { return links_; }

  std::unordered_map<std::string_view, Value> returns;  ///< by function
  std::unordered_map<std::string_view, Wrapper> wrappers;
  std::unordered_map<std::string_view, Value>
      fields;  ///< of objects that are built here

 private:
  struct Key {
    std::uint32_t function;
    std::string_view name;
    bool operator==(const Key&) const = default;
  };
  struct Hash {
    std::size_t operator()(const Key& key) const;
  };

  std::unordered_map<Key, Value, Hash> values_;
  std::array<std::uint64_t, 64> filter_{};
  std::vector<Link> links_;
};

}  // namespace leaksieve::logs
