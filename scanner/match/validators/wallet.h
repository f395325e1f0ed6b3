#pragma once

#include "scanner/match/validator.h"

namespace leaksieve {

/// Keys of crypto currencies that carry their own proof.

/// Recovery phrases: 12, 15, 18, 21 or 24 words of the list, whose last bits are a
/// checksum of the others. Proven if it holds. One in 16 phrases of twelve random words
/// has the checksum, so one that has not is made up: dropped. So are the well-known
/// phrases of test chains. Source: BIP 39.
Verdict check_bip39(const ValidatorInput& input);

/// A private key of secp256k1 in hexadecimal: between 1 and the order of the curve, not
/// typed, and none of the accounts that test chains give to everybody. Medium without
/// the "0x", as keys of other curves are written. Source: SEC 2,
/// section 2.4.1.
Verdict check_evm_key(const ValidatorInput& input);

/// A Solana key pair as a list of 64 bytes: the last 32 are the public key of the first
/// 32. Proven if they are, else dropped. Source: RFC 8032, and what solana-keygen
/// writes.
Verdict check_solana_keypair(const ValidatorInput& input);

}  // namespace leaksieve
