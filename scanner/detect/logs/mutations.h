#pragma once

#include "scanner/detect/logs/expression.h"

namespace leaksieve::logs {

/// Ways other than an assignment by which a variable gets what it holds.

/// `for x in y`, `for (const [k, v] of y)`, `foreach (y as k => v)`, `for _, v := range
/// y` at token `i`: each of a dump, and of a list of secrets, is one.
void learn_loop(const Code& code, std::uint32_t function, std::uint32_t i,
                ExpressionReader& reader, Flow& flow);

/// `text.append(x)`, `headers.put("K", x)`, `line << x`, `sprintf(buffer, "%s", x)`:
/// the object holds x from here on. Also Ruby's `y.each do |x|` and a member that C++
/// initialises.
void learn_mutation(const Code& code, std::uint32_t function, const Chain& chain,
                    ExpressionReader& reader, Flow& flow);

/// The name at token `i` may be a type that hides what it holds (SecretStr), or Java's
/// @Value of a secret setting: what is declared with it is clean, or a secret.
void learn_type(const Code& code, std::uint32_t function, std::uint32_t i, Flow& flow);

}  // namespace leaksieve::logs
