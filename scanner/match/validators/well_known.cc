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
    // github.com/hashicorp/vagrant, keys: the insecure keys of every new box (bytes of
    // the key)
    "56fb5326a1d72a4080d4870034ecac85b4ae1159f84b9bc458d46327083921e0",
    "c68c1b1e6727cd0ed7cf48b926e4d0ae7608a90b178406fe505bb359355baa93",
    // learn.microsoft.com/nuget/reference/nuget-config-file: the passwords of the samples
    "dba72c00f41f4e4c435e2491a5e1ce0140c7b5a6a498dc4847396b5e6368970c",
    "a0702bc91d699f600970f4dc4992b13ede1a29d49fa0942dd4bed2b5e4b1016e",
    // go.dev/src/net/http/internal/testcert: the key of httptest's server
    "662640ac029f0eb86102c9855e09fafd7f26ba2b036cb40c0079b2e0142b2069",
    // developers.google.com/recaptcha/docs/faq: the secret and the site key of tests
    "f5e95c9954635b65acab57e6d5ea663eb900f06dc8794a90358f5abb1c77d4e0",
    "03b970ed8171d73b58bbc9a5c72e3e4eec28503b56b3bb400a0801857dd45614",
    // core.telegram.org/bots and /bots/api: tokens of the documentation
    "0b5dd075ccdd03c42f4edda8e299e6838e2a75d3486a2a8d86940ed1541e9178",
    "731fa294d036e54f19df879bfcd4fe72d967dc6327800c5f74a48414a3f258c9",
    "654b2b06319049d0321a339b1fb29678a7a12aebd06085374e2faacab25ce56e",
    // github.com/google/google-authenticator, Key-Uri-Format: the seed of the examples
    "8be5d113c0871ce1a122d68a7dff940ab7b09ad8dfcfd9a85aa5c1acc026279e",
    // RFC 7617, RFC 6749, MDN: the Basic headers of the examples
    "cf4d418ed3de92d71f767db5391d5a2dacd40e1ce49e75d1137e2ecf4982d844",
    "73f71af093fdf1541b2c376f03436d71d1209d8a181f87d36e53a44b87ac4c4f",
    "ad62d48d8b069026a2a0d0291f857a77e1975edf610aa3502e8bc71bd96f513a",
    "ca7459e2b26776de081b9a07e40227fd6cff232a1e3233ff6b6aa6d036ca9981",
    "584b27d64ebc1b3341f7fc9a9c3f1a54422e9a1ca3079fd5531d9f489219f8d0",
    // docs.aws.amazon.com: the secret access keys of the examples
    "78314b11be2e581549ac1c4f616563fad3fdf0c3b71678f6e2299182080e0598",
    "e21b597ba6b9cafa59d9ebc4d65c0385f5eb3fa56abab2607fa76589ad849a33",
    // hardhat.org and getfoundry.sh: the twenty accounts of their test chains
    "bc1a50966c9e6486bc4ebf880b51611a2a97fcb8e7a6976e9b81a9e3e8ca0e3c",
    "8335c55334821eefd4334369ff9c04a8594f161013cf9d87f58802d87297837e",
    "b26ab6529d20ebebb4192256f202984754f785481c64b1a1aed58cac93b3617e",
    "64034b44c579b335ab5e85debbfe72789e970138cc8d296799c3833a2a8525fb",
    "4d3e46eec8244d1d106f866ee48994f6176705298aee1b8426b2ad2529eb454b",
    "0aedba9d586f34f95cf1f0d54926f62e8a078ce2ca593be73ab27a87d3ff9c5d",
    "28e543d3753fc9d14c658ebef20b76a3b5f8e7d78667baf27832ceb3bea01bdf",
    "f070994a8599478580678f2b9482c5f02bb3de0647281e8efae183669425808a",
    "38e69fdd19aefeb4adf56312f10e62c30274997835173c7006308323ad7db506",
    "967f21586cdf1248a862f2cfb330099701c942c2c7a7537c54f7ec48f8556505",
    "0b33e0132123e78d42dd12a0fbbbacd19827d35ca88e0ad4ba83a47a65ba0487",
    "84bc109b3d59b0173a76fc3d831360a6e5063b3d4c82793a97de992947a0e3a8",
    "85bde548053aab4b5a6c78473d5eb2addaa5824299ad009bf06775e3ce923010",
    "f1513114f60e5e95732b840669fe83956d8a944d23e6c76f953e7edcf2491901",
    "5330d388af894c9e1a181a06a3ce44d61fd8602165d979942be4641f4002762f",
    "a2e06155cb1a424f972c3abfaddc9cea4820c4aec722d2378903fe28dd8fc40c",
    "4a67d7a0d8a16d6d954cef19eb5afdbdd82cc0e907a571f376ef0a0981a2a9d4",
    "b08bdfde9930d9202809530dcbe193c53fd0dc6928f2010d2ffca74df95ead36",
    "cf1fc66f853151a4c6666909c8f1f80e1d855ecffefbcb65a709aae544de5588",
    "100546a8b020a55aa09b2d34b50de9a3fc45a70b261aec6a989bb2d9321af583",
    // trufflesuite.com: the ten accounts of ganache-cli --deterministic
    "578592185588730b9d10b87e2274706a8301a179cdb60fb4263c788e7e679503",
    "30e55f5463e22af009a1b785a4d723190c4522bfa2696c2ab85fd12cedca708d",
    "70b801afae94d2e653c9612d0ebbba1f52f0d6fca900a0c0f0aa0f3e500e41e9",
    "0bc9fde2b028e3b067e45059c84dbcf43b573344d84f1f259dd912427e76f83f",
    "f51c2c795f782308c7dcfa92a59cf89c9b21758b3cc8ace822bb78ffbb0f861f",
    "6dea34b661141091338390067dc6fe04c911ed6b939f7dce3faa8b6e68e755f0",
    "faeb1dab5a326eef752d42930ec4bf5305724d2b0ddfb06ba9e89b1a36449207",
    "196fbadca8b7eea62510a490b7e8131ec83cfe1dc33ace8660333d139ebb9c1d",
    "ecd5e9d0b08a8a9fd1c35bcd303b3cceea1c8b85ee33d4255849cd3fcd37e0b4",
    "3fd5610ee03a3503edceff018e3fb550d9f2c074609535d5af84cf4a87edfcdb",
    // the phrases of those chains, of Truffle, and the test vectors of BIP 39
    "f79cd64f9cea237897b8133e4b905b361c6f166faa5a1c64c32280938f5b707e",
    "b83e96417f61cb148d0dc8a89b839ee4956ad45b5e4b6a2a6cae048e48782157",
    "9c5d0a6656e5d3f36601d0bf98762be09bad5d7b164382c1d6c826324d6d599a",
    "c557eec878dfd852ba3f88087c4f350f09c55537ab5e549c3cd14320ec3cef38",
    "ecb0e7ba498c5920991f0b3483e91f7abafa9ecc6bd82a9a51494589592b1a8f",
    "3a64bcd9cea43c0aba67ba0bf2ddff8137a492bccbc672107fcbf7381086f698",
    "3c0949435a7e4277fac2fbe27975cdd9f5b5abf94d282112eaf4cebbb8560984",
};

}  // namespace

bool is_well_known(std::string_view secret) {
  const std::string digest = hex(sha256(secret));
  return std::find(std::begin(kSamples), std::end(kSamples), digest) !=
         std::end(kSamples);
}

}  // namespace leaksieve
