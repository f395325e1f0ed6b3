#include "scanner/detect/detector.h"

#include <algorithm>

#include "scanner/detect/assignment_place.h"
#include "scanner/detect/aws_pair.h"
#include "scanner/detect/django_fallbacks.h"
#include "scanner/detect/env/env_file.h"
#include "scanner/detect/key_owner.h"
#include "scanner/detect/kubernetes_secret.h"
#include "scanner/detect/log_statements.h"
#include "scanner/detect/overlap.h"
#include "scanner/detect/public_variable.h"
#include "scanner/text/env_file_name.h"

namespace leaksieve {

Detector::Detector(const Matcher& matcher, const UserChecks* user)
    : matcher_(matcher),
      user_(user),
      aws_id_(find_rule("aws-access-key-id")),
      aws_secret_(find_rule("aws-secret-access-key")),
      clerk_(find_rule("clerk-secret-key")),
      stripe_(find_rule("stripe-secret-key")),
      django_fallback_(find_rule("django-secret-key-fallback")),
      env_file_(find_reported("env-file")),
      kubernetes_(find_rule("kubernetes-secret")),
      password_(find_rule("generic-password")),
      secret_(find_rule("generic-secret")),
      secret_in_log_(find_reported("secret-in-log")),
      secret_in_error_(find_reported("secret-in-error")) {}

std::optional<RuleIndex> Detector::find_rule(std::string_view id) const {
  const auto rules = matcher_.rules();
  for (std::size_t i = 0; i < rules.size(); ++i) {
    const auto index = static_cast<RuleIndex>(i);
    if (rules[i].id == id && matcher_.enabled(index)) return index;
  }
  return std::nullopt;
}

std::optional<RuleIndex> Detector::find_reported(std::string_view id) const {
  const auto index = find_rule(id);
  return index && matcher_.reported(*index) ? index : std::nullopt;
}

bool Detector::names_matter(std::string_view name) {
  return env_file_named(name) == EnvFile::real;
}

bool Detector::detect(std::string_view text, std::string_view path,
                      Matcher::Scratch& scratch, std::vector<Candidate>& out) const {
  out.clear();
  if (!matcher_.find(text, scratch, out)) return false;
  judge(text, path, out);
  return true;
}

void Detector::judge(std::string_view text, std::string_view path,
                     std::vector<Candidate>& out) const {
  if (user_ != nullptr) user_->drop_incomplete(text, out);
  if (!out.empty()) {
    if (aws_id_ && aws_secret_) join_aws_pairs(text, *aws_id_, *aws_secret_, out);
    if (clerk_ && stripe_)
      decide_key_owner(text, *clerk_, *stripe_, matcher_.rules(), out);
    if (django_fallback_) {
      add_django_fallbacks(text, *django_fallback_, matcher_.rules(), out);
    }
    if (kubernetes_) read_kubernetes_secrets(text, *kubernetes_, matcher_.rules(), out);
    grade_assignment_places(text, path, matcher_.rules(), out);
    drop_overlaps(matcher_.rules(), out);
  }
  std::optional<EnvFileText> env_file;
  if (env_file_named(path) == EnvFile::real) {
    env_file = read_env_file(text, path);
    add_env_values(*env_file, path, {password_, secret_}, out);
  }
  // Only now, so that a lesser rule does not report what a silent one owns.
  out.erase(
      std::remove_if(out.begin(), out.end(),
                     [&](const Candidate& c) { return !matcher_.reported(c.rule); }),
      out.end());
  grade_public_variables(text, matcher_.rules(), out);
  if (env_file && env_file_) {
    auto whole = env_file_candidate(*env_file, path, *env_file_, out);
    if (whole) out.insert(out.begin(), std::move(*whole));
  }
  if (user_ != nullptr) {
    user_->add_paths(path, matcher_.rules(), out);
    user_->note_allowlists(text, out);
  }
}

void Detector::add_log_statements(std::string_view text, std::string_view path,
                                  std::vector<Candidate>& out) const {
  if (!secret_in_log_ && !secret_in_error_) return;
  const std::size_t before = out.size();
  const auto none = static_cast<RuleIndex>(matcher_.rules().size());
  find_log_statements(text, path,
                      {secret_in_log_.value_or(none), secret_in_error_.value_or(none)},
                      out);
  // A token that stands in a call is the token's finding.
  std::vector<ByteSpan> secrets;
  for (std::size_t i = 0; i < before; ++i) secrets.push_back(out[i].secret);
  const auto drop = [&](const Candidate& candidate) {
    if (candidate.rule == none) return true;
    const auto after =
        std::lower_bound(secrets.begin(), secrets.end(), candidate.secret);
    return (after != secrets.end() && candidate.secret.overlaps(*after)) ||
           (after != secrets.begin() && candidate.secret.overlaps(*std::prev(after)));
  };
  const auto first = out.begin() + static_cast<std::ptrdiff_t>(before);
  out.erase(std::remove_if(first, out.end(), drop), out.end());
}

}  // namespace leaksieve
