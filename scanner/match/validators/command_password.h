#pragma once

#include "scanner/match/validator.h"

namespace leaksieve {

/// The password that a program is called with by a flag of one letter: "mysql -pV"
/// (without a blank), "sshpass -p V", "redis-cli -a V", "ldapsearch -w V". The first
/// such flag of the command counts.
///
/// Source: the manuals of these programs, 2026-11.
Verdict check_command_password(const ValidatorInput& input);

}  // namespace leaksieve
