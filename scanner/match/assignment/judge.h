#pragma once

#include "scanner/match/assignment/name.h"
#include "scanner/match/assignment/reader.h"
#include "scanner/match/validator.h"

namespace leaksieve {

/// What a careful reader believes of an assignment's value. Rejects what is no literal
/// secret; sets confidence, severity and evidence, not the spans.
///
/// A password is judged by its words: those that everybody uses are low in everything;
/// a dictionary word is of low confidence; what is short or simple is medium. Any other
/// secret must look generated, the more the less its name says.
Verdict judge_assignment(const Assignment& found, std::string_view value,
                         NameKind kind);

/// The same for a value of a known kind without a name, for example decoded text.
Verdict judge_password(std::string_view value, bool strict);
Verdict judge_secret(std::string_view value, NameKind kind);

}  // namespace leaksieve
