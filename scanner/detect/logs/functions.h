#pragma once

#include <vector>

#include "scanner/detect/logs/code.h"

namespace leaksieve::logs {

inline constexpr std::uint32_t kNoFunction = 0xffffffffU;

/// A function whose body stands in the text.
struct Function {
  std::string_view name;  ///< empty: it has none
  std::uint32_t name_token = kNoToken;
  std::uint32_t parameters = kNoToken;  ///< the bracket that opens them; kNoToken: none
  std::uint32_t begin = 0;              ///< tokens [begin, end) of its body
  std::uint32_t end = 0;
  bool expression = false;  ///< the body is one expression, its value
  std::uint32_t parent = kNoFunction;
};

/// The functions of a text in order of their bodies' beginnings; an inner one names its
/// parent. By brackets, or by indentation (Python, Ruby).
std::vector<Function> find_functions(const Code& code);

/// The names of a function's parameters, in order, as tokens; at most 32.
std::vector<std::uint32_t> parameters_of(const Code& code, const Function& function);

/// The begins and ends of the arguments in the bracket that token `open` opens; at most
/// `most`.
struct TokenRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};
std::vector<TokenRange> arguments_of(const Code& code, std::uint32_t open,
                                     std::size_t most);

}  // namespace leaksieve::logs
