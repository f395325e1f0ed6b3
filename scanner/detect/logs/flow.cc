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

void Flow::assign(std::uint32_t function, std::string_view name, Value value) {
  if (name.empty()) return;
  const Key key{function, name};
  if (value.kind == Value::Kind::unknown) {
    if (!values_.empty()) values_.erase(key);
    return;
  }
  if (values_.size() >= kMaxEntries) return;
  values_[key] = value;
  const std::size_t bit = filter_bit(name);
  filter_[bit / 64] |= std::uint64_t{1} << (bit % 64);
}

bool Flow::may_know(std::string_view name) const {
  if (values_.empty() || name.empty()) return false;
  const std::size_t bit = filter_bit(name);
  return (filter_[bit / 64] >> (bit % 64) & 1) != 0;
}

Value Flow::find(const std::vector<Function>& functions, std::uint32_t function,
                 std::string_view name) const {
  if (!may_know(name)) return {};
  for (int level = 0; level < kMaxNesting && function != kNoFunction; ++level) {
    const auto found = values_.find({function, name});
    if (found != values_.end()) return found->second;
    function = functions[function].parent;
  }
  const auto found = values_.find({kNoFunction, name});
  return found != values_.end() ? found->second : Value{};
}

std::uint32_t Flow::add_link(ByteSpan span, std::uint32_t before) {
  if (links_.size() >= kMaxLinks) return before;
  links_.push_back({span, before});
  return static_cast<std::uint32_t>(links_.size() - 1);
}

}  // namespace leaksieve::logs
