#include "scanner/detect/logs/flow.h"

namespace leaksieve::logs {
namespace {

// Functions within functions that are looked through; deeper is no code of a person.
constexpr int kMaxNesting = 32;

std::size_t filter_bit(std::string_view name) {
  const auto first = static_cast<unsigned char>(name.front());
  const auto last = static_cast<unsigned char>(name.back());
  return (first * 31U + last * 7U + name.size()) % (64 * 64);
}

}  // namespace

std::size_t Flow::Hash::operator()(const Key& key) const {
  return std::hash<std::string_view>()(key.name) * 31 + key.function;
}

void Flow::note(std::string_view name) {
  ++noted_;
  const std::size_t bit = filter_bit(name);
  filter_[bit / 64] |= std::uint64_t{1} << (bit % 64);
}

void Flow::assign(std::uint32_t function, std::string_view name, Value value) {
  if (name.empty()) return;
  const Key key{function, name};
  if (value.kind == Value::Kind::unknown) {
    if (may_know(name)) values_.erase(key);
    return;
  }
  if (values_.size() >= kMaxEntries) return;
  values_[key] = value;
  note(name);
}

void Flow::forget_locals() {
  std::erase_if(values_,
                [](const auto& entry) { return entry.first.function != kNoFunction; });
}

void Flow::learn_return(std::string_view function, const Value& value) {
  if (function.empty() || returns_.size() >= kMaxNames) return;
  returns_[function] = value;
  note(function);
}

void Flow::learn_field(std::string_view member, const Value& value) {
  if (member.empty() || fields_.size() >= kMaxNames) return;
  fields_[member] = value;
  note(member);
}

void Flow::learn_wrapper(std::string_view function, const Wrapper& wrapper) {
  if (function.empty() || wrappers_.size() >= kMaxNames) return;
  wrappers_.emplace(function, wrapper);
  note(function);
}

namespace {

template <class Map>
const typename Map::mapped_type* look_up(const Map& map, std::string_view name) {
  const auto found = map.find(name);
  return found == map.end() ? nullptr : &found->second;
}

}  // namespace

const Value* Flow::returned(std::string_view function) const {
  return may_know(function) ? look_up(returns_, function) : nullptr;
}
const Value* Flow::field(std::string_view member) const {
  return may_know(member) ? look_up(fields_, member) : nullptr;
}
const Wrapper* Flow::wrapper(std::string_view function) const {
  return may_know(function) ? look_up(wrappers_, function) : nullptr;
}

bool Flow::may_know(std::string_view name) const {
  if (noted_ == 0 || name.empty()) return false;
  const std::size_t bit = filter_bit(name);
  return (filter_[bit / 64] >> (bit % 64) & 1) != 0;
}

Value Flow::find(const std::vector<Function>& functions, std::uint32_t function,
                 std::string_view name, std::uint32_t* where) const {
  if (!may_know(name)) return {};
  for (int level = 0; level <= kMaxNesting; ++level) {
    const auto found = values_.find({function, name});
    if (found != values_.end()) {
      if (where != nullptr) *where = function;
      return found->second;
    }
    if (function == kNoFunction) return {};
    function = level + 1 == kMaxNesting ? kNoFunction : functions[function].parent;
  }
  return {};
}

std::uint32_t Flow::add_link(ByteSpan span, std::uint32_t before) {
  if (links_.size() >= kMaxLinks) return before;
  links_.push_back({span, before});
  return static_cast<std::uint32_t>(links_.size() - 1);
}

}  // namespace leaksieve::logs
