#pragma once

#include <optional>
#include <string_view>

namespace leaksieve {

/// Whether a DER SEQUENCE (X.690, 8.1.3) is as long as it says; nothing if `bytes` do
/// not begin with one.
std::optional<bool> has_der_length(std::string_view bytes);

/// Whether `bytes` are one DER SEQUENCE and begin as private keys do: an INTEGER of 0
/// or 1 and then another INTEGER (PKCS #1, RFC 8017), a SEQUENCE (PKCS #8, RFC 5958) or
/// an OCTET STRING (SEC 1, RFC 5915). Certificates and public keys begin otherwise.
bool is_der_private_key(std::string_view bytes);

}  // namespace leaksieve
