#include "scanner/detect/detector.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "scanner/detect/assignment_place.h"
#include "scanner/detect/aws_pair.h"
#include "scanner/detect/django_fallbacks.h"
#include "scanner/detect/env/env_file.h"
#include "scanner/detect/key_owner.h"
#include "scanner/detect/kubernetes_secret.h"
#include "scanner/detect/log_statements.h"
#include "scanner/detect/overlap.h"
#include "scanner/detect/public_variable.h"
#include "scanner/detect/referenced_files.h"
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
      referenced_file_(find_reported("referenced-secret-file")),
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
  return env_file_named(name) == EnvFile::real || is_compose_file(name);
}

bool Detector::detect(std::string_view text, std::string_view path,
                      Matcher::Scratch& scratch, std::vector<Candidate>& out) const {
  out.clear();
  if (!matcher_.find(text, scratch, out)) return false;
  std::vector<Candidate> decoded;
  if (!find_encoded(text, path, scratch, decoded)) return false;
  judge(text, path, std::move(decoded), out);
  return true;
}

void Detector::join(std::string_view text, std::vector<Candidate>& out) const {
  if (out.empty()) return;
  if (aws_id_ && aws_secret_) join_aws_pairs(text, *aws_id_, *aws_secret_, out);
  if (clerk_ && stripe_)
    decide_key_owner(text, *clerk_, *stripe_, matcher_.rules(), out);
  if (django_fallback_) {
    add_django_fallbacks(text, *django_fallback_, matcher_.rules(), out);
  }
  if (kubernetes_) read_kubernetes_secrets(text, *kubernetes_, matcher_.rules(), out);
}

void Detector::judge(std::string_view text, std::string_view path,
                     std::vector<Candidate> decoded,
                     std::vector<Candidate>& out) const {
  if (user_ != nullptr) user_->drop_incomplete(text, out);
  join(text, out);
  grade_assignment_places(text, path, matcher_.rules(), out);
  out.insert(out.end(), std::make_move_iterator(decoded.begin()),
             std::make_move_iterator(decoded.end()));
  if (referenced_file_ && is_compose_file(path.substr(path.find_last_of('/') + 1))) {
    add_referenced_files(text, path, *referenced_file_, out);
  }
  if (!out.empty()) {
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

DecodedFinder Detector::decoded_finder(std::string_view path) const {
  return DecodedFinder([this, path](std::string_view text, bool same_syntax,
                                    Matcher::Scratch& scratch,
                                    std::vector<Candidate>& out) {
    if (!matcher_.find(text, scratch, out)) return false;
    join(text, out);
    if (same_syntax) {
      grade_assignment_places(text, path, matcher_.rules(), out);
    } else {
      grade_places_of_decoded(path, matcher_.rules(), out);
    }
    return true;
  });
}

bool Detector::find_encoded(std::string_view text, std::string_view path,
                            Matcher::Scratch& scratch,
                            std::vector<Candidate>& out) const {
  return decoded_finder(path).find(text, scratch, out);
}

bool Detector::has_encoded(std::string_view text, std::span<const ByteSpan> spans,
                           Matcher::Scratch& scratch) const {
  return decoded_finder({}).finds_in(text, spans, scratch);
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
