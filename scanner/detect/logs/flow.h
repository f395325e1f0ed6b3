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
  bool dump = false;   ///< all of the environment, all headers
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

  /// Looks in `function`, then in those around it, then in the text. `where` is set to
  /// the function that it was found in.
  Value find(const std::vector<Function>& functions, std::uint32_t function,
             std::string_view name, std::uint32_t* where = nullptr) const;

  /// False: nothing is known of a variable, member or function of this name. Cheap.
  bool may_know(std::string_view name) const;
  bool empty() const { return noted_ == 0; }

  std::uint32_t add_link(ByteSpan span, std::uint32_t before);
  const std::vector<Link>& links() const { return links_; }

  /// What a function gives back, what a member of an object that is built here holds,
  /// and what a function does with what it is given; at most kMaxNames of each.
  void learn_return(std::string_view function, const Value& value);
  void learn_field(std::string_view member, const Value& value);
  void learn_wrapper(std::string_view function, const Wrapper& wrapper);
  const Value* returned(std::string_view function) const;
  const Value* field(std::string_view member) const;
  const Wrapper* wrapper(std::string_view function) const;

  /// Forgets the variables of functions; what belongs to the text stays.
  void forget_locals();

 private:
  struct Key {
    std::uint32_t function;
    std::string_view name;
    bool operator==(const Key&) const = default;
  };
  struct Hash {
    std::size_t operator()(const Key& key) const;
  };

  static constexpr std::size_t kMaxNames = 2000;

  void note(std::string_view name);

  std::unordered_map<Key, Value, Hash> values_;
  std::unordered_map<std::string_view, Value> returns_;
  std::unordered_map<std::string_view, Value> fields_;
  std::unordered_map<std::string_view, Wrapper> wrappers_;
  std::size_t noted_ = 0;
  std::array<std::uint64_t, 64> filter_{};
  std::vector<Link> links_;
};

}  // namespace leaksieve::logs
