#pragma once

#include "scanner/match/validator.h"

namespace leaksieve {

/// Private keys. Reads on from the head line to the END line, at most 64 KiB, over real
/// newlines, escaped ones ("\n" in JSON, on one line) and the quotes, blanks and "+" of
/// a string in pieces. (The one check that looks further than kMaxMatchWidth: what it
/// says of the first 4 KiB decides whether there is a key, the rest only where it
/// ends.) Sets match and secret to the whole block.
///
/// Drops a head without a body of 64 base64 characters, bodies that were typed, and
/// those that leave something out before the END. The test keys of well_known.h are
/// low. A
/// passphrase ("ENCRYPTED", DEK-Info, a cipher in the OpenSSH head, "Encryption:" of
/// PuTTY) makes the severity medium. A DER length that fits the body proves the key,
/// one that does not makes the confidence medium, as lines of several lengths do where
/// no length can be read.
///
/// Source: RFC 7468 (PEM), RFC 1421 (DEK-Info), X.690 (DER length), RFC 9580 (OpenPGP),
/// PROTOCOL.key of OpenSSH, appendix C of PuTTY's manual.
Verdict check_private_key(const ValidatorInput& input);

}  // namespace leaksieve
