#include "scanner/match/validators/json_token.h"

#include <algorithm>
#include <initializer_list>

#include "scanner/match/validators/base64_json.h"
#include "scanner/match/validators/token.h"

namespace leaksieve {
namespace {

struct Form {
  std::string_view prefix;
  std::initializer_list<const char*> keys;
  bool has_random_tail = false;  // behind the last "_"
};

const Form& form_of(std::string_view secret) {
  static const Form kSentry{"sntrys_", {"iat", "url", "org"}, true};
  static const Form kCloud{"glc_", {"o", "n", "k"}};
  static const Form kOld{"", {"k", "n", "id"}};
  for (const Form* form : {&kSentry, &kCloud}) {
    if (secret.starts_with(form->prefix)) return *form;
  }
  return kOld;
}

}  // namespace

Verdict check_json_token(const ValidatorInput& input) {
  const std::string_view secret = bytes_of(input.text, input.secret);
  const Form& form = form_of(secret);
  std::string_view encoded = secret.substr(form.prefix.size());
  if (form.has_random_tail) encoded = encoded.substr(0, encoded.rfind('_'));
  const auto object = json_object_of_base64(encoded);
  const bool holds =
      object && std::all_of(form.keys.begin(), form.keys.end(),
                            [&](const char* key) { return object->contains(key); });
  if (holds) {
    Verdict verdict;
    verdict.confidence = Confidence::proven;
    verdict.evidence.emplace_back("decodes to the fields of its kind");
    return verdict;
  }
  if (form.prefix.empty()) return Verdict::reject();
  Verdict verdict = check_token(input);
  if (!verdict.accept) return verdict;
  verdict.confidence = Confidence::medium;
  verdict.evidence = {"does not decode to the fields of its kind"};
  return verdict;
}

}  // namespace leaksieve
