#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "scanner/base/result.h"

namespace leaksieve {

/// Expands a shape into a made-up text, so that no complete token ever stands in a
/// file.
///
/// A shape is literal text with fields in braces:
///
///     sk_live_{alnum:42}        42 random letters and digits
///     {base64:24-64}            a random length, both ends included
///     {byte:16} {x:90ff}        16 random bytes; the bytes 0x90 0xff
///     {nl} {tab} {open} {close} a newline, a tab, "{", "}"
///
/// Classes: alnum lower upper digit hex HEX base36 base32 base64 base64url bech32
/// BECH32, and django (the alphabet of Django's get_random_secret_key). A newline may
/// also stand as itself. The same shape and seed give the same text on every machine.
///
/// Checksums cover the text from {from} to {to}, or to the checksum where there is no
/// {to}; without {from}, the random text since the last literal:
///
///     {crc62}                   CRC-32, base 62, six characters (GitHub, npm)
///     {crc36}                   CRC-32, base 36, seven characters (GitLab)
///     {crchex} {crcHEX}         CRC-32, eight hexadecimal digits
///     {crchexle}                the same, least significant byte first (Grafana)
///     {crc16}                   CRC-16/XMODEM, two bytes, the lower one first
///     (Stellar) {sha256d}                 SHA-256 twice, its first four bytes
///     (Bitcoin) {bech32sum}               six characters in the case of the text (age)
///     {ed25519}                 the 32 bytes of the public key of 32 bytes (Solana)
///     {sha32}                   SHA-256, base 32, eight characters, always of
///     everything
///                               since the last "github_" (GitHub's fine-grained
///                               tokens)
///
/// These replace the text since {from} by its encoding; the {from} before it holds
/// again:
///
///     {as-base64} {as-base64url} {as-base32} {as-base58}
///     {as-bip39}                English words with a checksum (recovery phrases)
///     {as-list}                 [1,2,255]
///
/// So "{from}a_{alnum:9}{to}_{crchex}" ends with the checksum of what stands before the
/// last "_", and "{from}user:{alnum:20}{as-base64}" is base64.
///
/// Fails on an unknown field, a missing brace or {from}, or a length over 100,000.
Result<std::string> expand_shape(std::string_view shape, std::uint64_t seed);

}  // namespace leaksieve
