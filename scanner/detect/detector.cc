#include "scanner/detect/detector.h"

#include "scanner/detect/assignment_place.h"
#include "scanner/detect/aws_pair.h"
#include "scanner/detect/env_file.h"
#include "scanner/detect/key_owner.h"
#include "scanner/detect/kubernetes_secret.h"
#include "scanner/detect/overlap.h"
#include "scanner/detect/public_variable.h"
#include "scanner/text/env_file_name.h"

namespace leaksieve {

Detector::Detector(const Matcher& matcher)
    : matcher_(matcher),
      aws_id_(find_rule("aws-access-key-id")),
      aws_secret_(find_rule("aws-secret-access-key")),
      clerk_(find_rule("clerk-secret-key")),
      stripe_(find_rule("stripe-secret-key")),
      env_file_(find_rule("env-file")),
      kubernetes_(find_rule("kubernetes-secret")) {}

std::optional<RuleIndex> Detector::find_rule(std::string_view id) const {
  const auto rules = matcher_.rules();
  for (std::size_t i = 0; i < rules.size(); ++i) {
    const auto index = static_cast<RuleIndex>(i);
    if (rules[i].id == id && matcher_.enabled(index)) return index;
  }
  return std::nullopt;
}

bool Detector::names_matter(std::string_view name) {
  return env_file_named(name) == EnvFile::real;
}

bool Detector::detect(std::string_view text, std::string_view path,
                      Matcher::Scratch& scratch, std::vector<Candidate>& out) const {
  out.clear();
  if (!matcher_.find(text, scratch, out)) return false;
  if (!out.empty()) {
    if (aws_id_ && aws_secret_) join_aws_pairs(text, *aws_id_, *aws_secret_, out);
    if (clerk_ && stripe_)
      decide_key_owner(text, *clerk_, *stripe_, matcher_.rules(), out);
    if (kubernetes_) read_kubernetes_secrets(text, *kubernetes_, matcher_.rules(), out);
    grade_assignment_places(text, path, matcher_.rules(), out);
    drop_overlaps(matcher_.rules(), out);
    grade_public_variables(text, matcher_.rules(), out);
  }
  if (env_file_ && env_file_named(path) == EnvFile::real) {
    out.insert(out.begin(), env_file_candidate(text, *env_file_, out));
  }
  return true;
}

}  // namespace leaksieve
