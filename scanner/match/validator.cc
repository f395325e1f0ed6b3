#include "scanner/match/validator.h"

#include "scanner/match/validators/aws_access_key_id.h"
#include "scanner/match/validators/aws_long_token.h"
#include "scanner/match/validators/aws_secret_access_key.h"
#include "scanner/match/validators/clerk.h"
#include "scanner/match/validators/command_password.h"
#include "scanner/match/validators/django_secret.h"
#include "scanner/match/validators/generic_secret.h"
#include "scanner/match/validators/github.h"
#include "scanner/match/validators/http_authorization.h"
#include "scanner/match/validators/password.h"
#include "scanner/match/validators/private_key.h"
#include "scanner/match/validators/slack.h"
#include "scanner/match/validators/stripe.h"
#include "scanner/match/validators/token.h"
#include "scanner/match/validators/url_credentials.h"
#include "scanner/match/validators/webhook.h"

namespace leaksieve {
namespace {

struct Row {
  std::string_view name;
  Validator check;
};

// The names as rule files give them, in order.
constexpr Row kValidators[] = {
    {"aws-access-key-id", check_aws_access_key_id},
    {"aws-bedrock", check_aws_bedrock},
    {"aws-secret-access-key", check_aws_secret_access_key},
    {"aws-ses-smtp", check_aws_ses_smtp},
    {"aws-session-token", check_aws_session_token},
    {"clerk", check_clerk},
    {"command-password", check_command_password},
    {"connection-string", check_connection_string},
    {"django-secret", check_django_secret},
    {"generic-password", check_generic_password},
    {"generic-secret", check_generic_secret},
    {"github", check_github},
    {"http-authorization", check_http_authorization},
    {"password", check_password},
    {"private-key", check_private_key},
    {"slack", check_slack},
    {"stripe", check_stripe},
    {"token", check_token},
    {"url-credentials", check_url_credentials},
    {"url-parameter", check_url_parameter},
    {"webhook", check_webhook},
};

}  // namespace

Validator find_validator(std::string_view name) {
  for (const Row& row : kValidators) {
    if (row.name == name) return row.check;
  }
  return nullptr;
}

}  // namespace leaksieve
