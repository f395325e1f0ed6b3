#pragma once

#include <optional>
#include <string>
#include <utility>
#include <variant>

namespace leaksieve {

/// Why something could not be done, for the person at the terminal: lower case, no
/// full stop, names the path, says what to do if we know. Never holds a secret.
struct Error {
  std::string message;
};

/// A value, or the reason why there is none. The members are spelled as those of
/// std::expected, which our compilers do not offer in C++20 mode.
template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
  Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}

  bool has_value() const { return state_.index() == 0; }
  explicit operator bool() const { return has_value(); }

  /// Only when has_value().
  T& value() & { return *std::get_if<0>(&state_); }
  const T& value() const& { return *std::get_if<0>(&state_); }
  T&& value() && { return std::move(*std::get_if<0>(&state_)); }
  T& operator*() & { return value(); }
  const T& operator*() const& { return value(); }
  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }

  /// Only when !has_value().
  const Error& error() const& { return *std::get_if<1>(&state_); }
  Error&& error() && { return std::move(*std::get_if<1>(&state_)); }

 private:
  std::variant<T, Error> state_;
};

/// Success, or the reason for the failure.
template <>
class [[nodiscard]] Result<void> {
 public:
  Result() = default;
  Result(Error error) : error_(std::move(error)) {}

  bool has_value() const { return !error_.has_value(); }
  explicit operator bool() const { return has_value(); }
  const Error& error() const& { return *error_; }
  Error&& error() && { return std::move(*error_); }

 private:
  std::optional<Error> error_;
};

}  // namespace leaksieve

#define SCANNER_CONCAT_(a, b) a##b
#define SCANNER_CONCAT(a, b) SCANNER_CONCAT_(a, b)

/// SCANNER_TRY(const auto text, read_file(path)): the value, or return the Error.
#define SCANNER_TRY(declaration, expression)                     \
  auto SCANNER_CONCAT(result_, __LINE__) = (expression);         \
  if (!SCANNER_CONCAT(result_, __LINE__))                        \
    return std::move(SCANNER_CONCAT(result_, __LINE__)).error(); \
  declaration = std::move(SCANNER_CONCAT(result_, __LINE__)).value()

/// SCANNER_CHECK(write_file(...)): go on, or return the Error.
#define SCANNER_CHECK(expression)                            \
  if (auto SCANNER_CONCAT(result_, __LINE__) = (expression); \
      !SCANNER_CONCAT(result_, __LINE__))                    \
  return std::move(SCANNER_CONCAT(result_, __LINE__)).error()
