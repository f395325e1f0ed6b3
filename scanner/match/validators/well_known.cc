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
    // learn.microsoft.com: the keys of the Azurite and Cosmos DB emulators
    "0011cc25eb4320717494d2703e8cba85743e71b500283c21c8b88147992f9059",
    "aa6547439583c3a275d4542a0df6c1ad6a863971be9f2a2220f027cc02aef615",
    // supabase.com/docs/guides/local-development: the secret key of every local project
    "c85debb55f2f204d868cc1552c42faa143b4c675f61363ab040dd50b5b5304cd",
    // developers.google.com/maps and github.com/firebase/firebase-android-sdk: the API
    // keys of samples
    "1021ad463a161d69de63ef74566407b9ed012deb6d9306a4bc7183544c84350c",
    "27a9a42931dff7eb2f8434e20a9bce976ea364e7bee49187f19d5cfeca9c7045",
    "49f777db995e8260da7ca9ffdf0c08d66f0453e97ec967018baf2cdfe3b582d0",
    "a6c814bc555ae62c7bd8b58ec07bf559c7ed3a009976a1e0acc9cef0d4473b41",
    "8731261cb72d86267a32a532ebd3df429e2144e5e4ced7e13568bc9e6c8fb1b1",
    "37f8f09bdf12c2f2eae4ead7273a62ddb0c23459cbf902892f282b57f7ed6619",
    "eb540d2b6ee2a0a47c5779bc8a0141784c6b753840d4c6f4e2428a6e86e9e0b1",
    "2037abcaffb2b77785da716cf7ccff4ff4d00c4ea930db0167b7d71f50af7eb4",
    "3a8b61d0f636b007840c0d40ba12bcf48465dc054cdc1a68704a33521d84b665",
    "4c98242dcadc8b29005c6b4aad526552d5ea1842149154c0694adeec75847583",
    "ea9bb1082cf95663f5faca23b8b15ef2aa0fce0a5c6df9c32dcb85b2e0a4513d",
    "3f370c9dd8225c63b5c77de1f785edc9712958f18bb612d5fa2e0ae33aeca682",
    "a19f89ab3555eac10c40741f6df79ecf0935998f15569f8db9d67bce0181fff6",
    "e4a5542bb7fd7b67e943c71ad29c34b5972c9840597e7eda53e666f44d5da0b9",
    "dc0fcf046c61640cbd1e8b999ada3262d722c2ca4bf42dceac999020ffdbb614",
    "0b476bdf9acf2123d547b5ae76f1e59884d8ec9553ee0c47e9f31fd4768f3f3c",
};

}  // namespace

bool is_well_known(std::string_view secret) {
  const std::string digest = hex(sha256(secret));
  return std::find(std::begin(kSamples), std::end(kSamples), digest) !=
         std::end(kSamples);
}

}  // namespace leaksieve
