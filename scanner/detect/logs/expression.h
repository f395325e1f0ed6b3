#pragma once

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "scanner/detect/logs/chain.h"
#include "scanner/detect/logs/flow.h"
#include "scanner/detect/logs/labels.h"
#include "scanner/detect/logs/leak.h"
#include "scanner/detect/logs/names.h"

namespace leaksieve::logs {

/// What is special in the place that an expression stands in.
struct Place {
  std::uint32_t function = kNoFunction;
  bool format_names = false;    ///< {name} in a text is a value
  bool private_values = false;  ///< only `privacy: .public` shows a value
  bool printed = true;          ///< labels in texts count; false for a plain assignment
  bool parameters = false;      ///< what the function around was given is looked for
};

/// Finds what an expression, or a list of arguments, shows of secrets: names by their
/// words and by what flowed into them, reads of the environment, each unless it is
/// masked, measured, compared or handed to a function that nobody knows. One walk
/// without recursion.
class ExpressionReader {
 public:
  /// Reads at most `budget` tokens in all its life; then finds nothing any more.
  ExpressionReader(const Code& code, const std::vector<Function>& functions,
                   const Flow& flow, std::uint64_t budget);

  /// Appends to `out` the leaks in tokens [begin, end), in order.
  void read(std::uint32_t begin, std::uint32_t end, const Place& place,
            std::vector<Leak>& out);

  /// Whether a text among the tokens of the last read() has this lower-case word.
  bool text_has(std::string_view word) const;

  /// Whether the last read() met a function that masks or hashes.
  bool saw_mask() const { return saw_mask_; }

  /// The key of a field with a secret's name and a literal value that the last read()
  /// met; kNoToken for none.
  std::uint32_t secret_field() const { return secret_field_; }

 private:
  enum class Mode : std::uint8_t { show, low, hide };
  struct Frame {
    std::uint32_t end = 0;
    Mode mode = Mode::show;
    bool brackets = false;
    bool ternary = false;
    bool negated = false;    ///< a `not` stands before the next operand
    bool condition = false;  ///< between `if` and `else`
    bool for_rest = false;   ///< what follows is no value: a comprehension's source
    NameGrade key = NameGrade::none;   ///< of the value that comes next
    NameGrade pair = NameGrade::none;  ///< of the literal before the last comma
    std::vector<FormatValue> labels;   ///< of a format's values
    std::ptrdiff_t next_label = 0;

    /// The place in the format that the next value fills; null if there is none.
    const FormatValue* format_value() const {
      const auto count = static_cast<std::ptrdiff_t>(labels.size());
      const bool inside = next_label >= 0 && next_label < count;
      return inside ? &labels[static_cast<std::size_t>(next_label)] : nullptr;
    }
  };

  std::uint32_t read_name(std::uint32_t i, std::uint32_t end, const Place& place,
                          std::vector<Leak>& out);
  std::uint32_t read_keyword(std::uint32_t i, std::uint32_t end);
  std::uint32_t read_chain_at(std::uint32_t i, bool tail, std::uint32_t end,
                              const Place& place, std::vector<Leak>& out);
  std::uint32_t read_text(std::uint32_t i, const Place& place, std::vector<Leak>& out);
  std::uint32_t open_bracket(std::uint32_t i, std::uint32_t end, const Place& place);
  void read_operator(std::uint32_t i);
  void read_workflow_secret(std::uint32_t i, std::vector<Leak>& out);
  void note_field(std::uint32_t key, std::uint32_t value);
  void read_format_names(std::uint32_t i, const Place& place, std::vector<Leak>& out);
  bool is_key(const Chain& chain, std::string_view next) const;
  bool is_compared(const Chain& chain) const;
  Leak judge(const Chain& chain, const Place& place);
  Value value_of_name(std::string_view name, const Place& place) const;
  const std::vector<std::string_view>& parameter_names(std::uint32_t function) const;
  bool is_value_of_owner(const Chain& chain, std::size_t end, const Place& place) const;
  Leak judge_name(const Chain& chain, std::size_t end, const Place& place) const;
  Leak judge_call(const Chain& chain, std::size_t& end, bool& low, bool& done);
  NameGrade label_of_next(std::uint32_t i, const Frame& frame) const;
  bool is_plain_value(const Chain& chain, const Place& place) const;

  const Code& code_;
  const std::vector<Function>& functions_;
  const Flow& flow_;
  std::uint64_t budget_;
  std::vector<Frame> frames_;
  std::vector<std::pair<std::uint32_t, Mode>>
      group_modes_;               // of brackets to come, last first
  std::vector<Mode> part_modes_;  // of the parts of chain_
  std::vector<std::uint32_t> texts_;
  std::uint32_t last_text_ = kNoToken;
  Chain chain_;
  bool saw_mask_ = false;
  std::uint32_t secret_field_ = kNoToken;
  /// By function, read when first asked for.
  mutable std::vector<std::optional<std::vector<std::string_view>>> parameters_;
};

}  // namespace leaksieve::logs
