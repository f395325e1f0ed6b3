#pragma once

#include "scanner/match/validator.h"

namespace leaksieve {

/// Keys that carry a checksum inside an encoding. Where it holds the key is proven.

/// Bech32 (BIP 173), in upper or in lower case: age's identities (AGE-SECRET-KEY-1,
/// AGE-SECRET-KEY-PQ-1). Else medium. Source: age-encryption.org/v1, 2026-11.
Verdict check_bech32(const ValidatorInput& input);

/// Base58check: Bitcoin's WIF and extended private keys (xprv). Else an extended key is
/// medium, and what has no such beginning is dropped: nothing else tells it from
/// any other word. Source: en.bitcoin.it/wiki/Base58Check_encoding, 2026-11.
Verdict check_base58check(const ValidatorInput& input);

/// Base 32 that ends with a CRC-16: seeds of Stellar (S...) and NATS (SU..., SA...).
/// Else dropped, since nothing else tells them from any other base 32. Source:
/// stellar.org SEP-23; github.com/nats-io/nkeys, 2026-11.
Verdict check_crc16(const ValidatorInput& input);

}  // namespace leaksieve
