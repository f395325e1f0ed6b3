#include "scanner/match/validators/well_known.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "scanner/base/hash.h"

namespace leaksieve {
namespace {

// SHA-256, with where the sample is printed.
constexpr std::string_view kSamples[] = {
    // stripe.com/docs/keys and API reference: the test keys of the documentation
    "2cafc0970149a84f3b9e62eaf169f36f59907a3b3e31f7b82e68c69cd27f7326",
    "f2d6ca16515033e5dce14eba840b979d27b5cbae24bb3e5bf484339667f86397",
    // docs.github.com/en/rest, OAuth: a classic token
    "3543c50b0cb9cea8e55eb1f529b79f043cb250d485fde7b66cabbb5183add7da",
    // api.slack.com/authentication/token-types: a bot token
    "f5375a46365089a84f4f822b70d44e744d64775cc747f030f8488a6274fe28f8",
    // learn.microsoft.com/azure/storage/common/storage-use-azurite: the emulator's key
    "0011cc25eb4320717494d2703e8cba85743e71b500283c21c8b88147992f9059",
    // the base32 of "Hello!" and four bytes in descriptions of one-time passwords
    "8be5d113c0871ce1a122d68a7dff940ab7b09ad8dfcfd9a85aa5c1acc026279e",
};

}  // namespace

bool is_well_known(std::string_view secret) {
  const std::string digest = hex(sha256(secret));
  return std::find(std::begin(kSamples), std::end(kSamples), digest) !=
         std::end(kSamples);
}

}  // namespace leaksieve
