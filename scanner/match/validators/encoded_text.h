#pragma once

#include "scanner/match/validator.h"

namespace leaksieve {

/// Tokens that are base64 of a text whose beginning is known.

/// Personal access tokens of Jira, Confluence and Bitbucket Data Center: twelve digits
/// or so, ":", twenty random bytes or more; Bitbucket's stand behind "BBDC-". One that
/// decodes so is proven. Else one with the prefix is medium, and one without is
/// dropped. Source: confluence.atlassian.com, "Using personal access tokens"; published
/// samples decoded, 2026-11.
Verdict check_atlassian_data_center(const ValidatorInput& input);

/// JFrog's reference tokens ("reftkn:01:", digits, ":", random text): proven if it
/// decodes so, else dropped. Source: jfrog.com/help, "Reference tokens"; published
/// samples decoded, 2026-11.
Verdict check_jfrog_reference(const ValidatorInput& input);

}  // namespace leaksieve
