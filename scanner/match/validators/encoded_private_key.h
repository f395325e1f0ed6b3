#pragma once

#include "scanner/match/validator.h"

namespace leaksieve {

/// Private keys that stand in the text as bare base64: a whole PEM block encoded once
/// more (as in a kubeconfig's client-key-data), DER without its PEM lines, or the body
/// of an OpenSSH key. Reads the base64 on, over the line ends of a wrapped block, at
/// most 64 KiB, and sets match and secret to it. Drops what decodes to no private key;
/// a key that does is proven.
///
/// Source: as check_private_key (private_key.h) and is_der_private_key (der.h).
Verdict check_encoded_private_key(const ValidatorInput& input);

}  // namespace leaksieve
