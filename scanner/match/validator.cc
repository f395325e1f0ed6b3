#include "scanner/match/validator.h"

#include "scanner/match/validators/authorization.h"
#include "scanner/match/validators/aws_access_key_id.h"
#include "scanner/match/validators/aws_long_token.h"
#include "scanner/match/validators/aws_secret_access_key.h"
#include "scanner/match/validators/azure_key.h"
#include "scanner/match/validators/checksum.h"
#include "scanner/match/validators/clerk.h"
#include "scanner/match/validators/django_secret.h"
#include "scanner/match/validators/encoded_json.h"
#include "scanner/match/validators/encoded_private_key.h"
#include "scanner/match/validators/encoded_text.h"
#include "scanner/match/validators/generic_secret.h"
#include "scanner/match/validators/github.h"
#include "scanner/match/validators/gitlab.h"
#include "scanner/match/validators/json_token.h"
#include "scanner/match/validators/jwk.h"
#include "scanner/match/validators/jwt.h"
#include "scanner/match/validators/key_checksum.h"
#include "scanner/match/validators/password.h"
#include "scanner/match/validators/private_key.h"
#include "scanner/match/validators/pypi.h"
#include "scanner/match/validators/slack.h"
#include "scanner/match/validators/stripe.h"
#include "scanner/match/validators/token.h"
#include "scanner/match/validators/url_credentials.h"
#include "scanner/match/validators/url_parameter.h"
#include "scanner/match/validators/wallet.h"
#include "scanner/match/validators/webhook.h"

namespace leaksieve {
namespace {

struct Row {
  std::string_view name;
  Validator check;
};

// The names as rule files give them, in order.
constexpr Row kValidators[] = {
    {"atlassian-data-center", check_atlassian_data_center},
    {"aws-access-key-id", check_aws_access_key_id},
    {"aws-bedrock", check_aws_bedrock},
    {"aws-secret-access-key", check_aws_secret_access_key},
    {"aws-ses-smtp", check_aws_ses_smtp},
    {"aws-session-token", check_aws_session_token},
    {"base58check", check_base58check},
    {"base64-jwt", check_base64_jwt},
    {"basic-auth", check_basic_auth},
    {"bearer", check_bearer},
    {"bech32", check_bech32},
    {"bip39", check_bip39},
    {"cask", check_cask},
    {"clerk", check_clerk},
    {"cloudflare-tunnel", check_cloudflare_tunnel},
    {"command-line-password", check_command_line_password},
    {"connection-string", check_connection_string},
    {"crc-hex-of-all", check_crc_hex_of_all},
    {"crc-hex-of-body", check_crc_hex_of_body},
    {"crc16", check_crc16},
    {"crc62", check_crc62},
    {"django-fallbacks", check_django_fallbacks},
    {"django-secret", check_django_secret},
    {"encoded-private-key", check_encoded_private_key},
    {"evm-key", check_evm_key},
    {"gcp-service-account", check_gcp_service_account},
    {"generic-password", check_generic_password},
    {"generic-secret", check_generic_secret},
    {"github", check_github},
    {"gitlab", check_gitlab},
    {"grafana", check_grafana},
    {"jfrog-api-key", check_jfrog_api_key},
    {"jfrog-reference", check_jfrog_reference},
    {"json-token", check_json_token},
    {"jwk", check_jwk},
    {"jwt", check_jwt},
    {"lone-token", check_lone_token},
    {"onepassword-service-account", check_onepassword_service_account},
    {"password", check_password},
    {"private-key", check_private_key},
    {"pypi", check_pypi},
    {"slack", check_slack},
    {"solana-keypair", check_solana_keypair},
    {"stripe", check_stripe},
    {"token", check_token},
    {"url-credentials", check_url_credentials},
    {"url-parameter", check_url_parameter},
    {"user-password", check_user_password},
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
