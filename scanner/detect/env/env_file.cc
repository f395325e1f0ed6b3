#include "scanner/detect/env/env_file.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "scanner/base/ascii.h"
#include "scanner/detect/env/env_misfits.h"
#include "scanner/match/validators/host.h"
#include "scanner/text/file_kind.h"

namespace leaksieve {
namespace {

// The first of the candidates, which are ordered and do not overlap, that is about a
// part of `span`; the end if none is.
template <class Candidates>
auto about(Candidates& candidates, ByteSpan span) {
  const auto first = std::partition_point(
      candidates.begin(), candidates.end(),
      [&](const Candidate& c) { return c.secret.end <= span.begin; });
  return first != candidates.end() && first->secret.begin < span.end ? first
                                                                     : candidates.end();
}

void sort_by_place(std::vector<Candidate>& candidates) {
  std::sort(candidates.begin(), candidates.end(),
            [](const Candidate& a, const Candidate& b) { return a.secret < b.secret; });
}

// "DB" of "DB_PASSWORD" and "DB_HOST".
std::string first_word(std::string_view name) {
  return to_lower(name.substr(0, name.find_first_of("_.-")));
}

std::string_view host_in(std::string_view value) {
  const std::size_t scheme = value.find("://");
  if (scheme != std::string_view::npos) value.remove_prefix(scheme + 3);
  value = value.substr(0, value.find_first_of("/?"));
  const std::size_t at = value.rfind('@');
  if (at != std::string_view::npos) value.remove_prefix(at + 1);
  return value.substr(0, value.find_first_of(":,"));
}

// The first words of names whose host only this machine or its containers reach.
std::set<std::string> local_services(const EnvFileText& file) {
  std::set<std::string> local;
  std::set<std::string> remote;
  for (const DotenvEntry& entry : file.entries) {
    const std::string name = to_lower(entry.name);
    if (!name.ends_with("_host") && !name.ends_with("_hostname") &&
        !name.ends_with("_server") && !name.ends_with("_url") &&
        !name.ends_with("_endpoint")) {
      continue;
    }
    constexpr std::size_t kLongest = 300;
    if (entry.value.empty() || entry.value.size() > kLongest) continue;
    (host_kind(host_in(entry.value)) == HostKind::local ? local : remote)
        .insert(first_word(entry.name));
  }
  for (const std::string& word : remote) local.erase(word);
  return local;
}

bool is_secret(EnvValue kind) {
  return kind == EnvValue::secret || kind == EnvValue::weak_secret;
}

// Where the value is used and how it was made decide about what only a name calls a
// secret.
void grade_by_name(const EnvFileText& file, const JudgedEnvValue& judged, bool local,
                   Candidate& candidate) {
  const bool for_developers =
      file.mode == EnvMode::development || file.mode == EnvMode::test;
  const bool in_use = file.mode == EnvMode::production || file.mode == EnvMode::staging;
  if (judged.kind == EnvValue::weak_secret) {
    candidate.severity = Severity::low;
  } else if (for_developers && !judged.generated) {
    candidate.severity = Severity::low;
    candidate.evidence.emplace_back("words in a file for " +
                                    std::string(name_of(file.mode)));
  } else if (local && !in_use && candidate.severity > Severity::medium) {
    candidate.severity = Severity::medium;
    candidate.evidence.emplace_back("of a service on the same machine");
  }
}

Candidate new_candidate(RuleIndex rule, const DotenvEntry& entry,
                        const JudgedEnvValue& judged) {
  Candidate candidate;
  candidate.rule = rule;
  candidate.secret = entry.raw;
  candidate.match = entry.raw;
  candidate.confidence = Confidence::medium;
  candidate.severity = judged.generated ? Severity::high : Severity::medium;
  candidate.evidence.emplace_back(
      judged.kind == EnvValue::weak_secret ? "a secret that everybody tries"
      : judged.generated                   ? "looks generated"
                                           : "words in the place of a secret");
  return candidate;
}

// "A", "A and B", "A, B and 3 more".
std::string list_of(const std::vector<std::string_view>& names) {
  constexpr std::size_t kMost = 3;
  constexpr std::size_t kLongest = 64;
  std::string list;
  const std::size_t shown = names.size() > kMost ? kMost - 1 : names.size();
  for (std::size_t i = 0; i < shown; ++i) {
    const bool last = i + 1 == names.size();
    list += i == 0 ? "" : last ? " and " : ", ";
    list += names[i].substr(0, kLongest);
  }
  if (shown < names.size()) {
    list += " and " + std::to_string(names.size() - shown) + " more";
  }
  return list;
}

}  // namespace

EnvFileText read_env_file(std::string_view text, std::string_view path) {
  EnvFileText file;
  file.encrypted = is_encrypted_file(text);
  if (file.encrypted) return file;
  file.entries = read_dotenv(
      text, is_shell_env_file(path) ? DotenvSyntax::shell : DotenvSyntax::file);
  file.mode = mode_of_env_file(path, file.entries);
  file.judged.reserve(file.entries.size());
  bool ciphertext = false;
  bool clear = false;
  for (const DotenvEntry& entry : file.entries) {
    file.judged.push_back(judge_env_value(entry));
    ciphertext = ciphertext || file.judged.back().kind == EnvValue::encrypted;
    clear = clear || is_secret(file.judged.back().kind);
  }
  file.encrypted = ciphertext && !clear;
  return file;
}

void add_env_values(const EnvFileText& file, std::string_view path,
                    const EnvValueRules& rules, std::vector<Candidate>& out) {
  sort_by_place(out);
  const FileKind kind = file_kind_of(path);
  const std::set<std::string> local = local_services(file);
  std::vector<Candidate> added;
  for (std::size_t i = 0; i < file.entries.size(); ++i) {
    const DotenvEntry& entry = file.entries[i];
    const JudgedEnvValue& judged = file.judged[i];
    if (!is_secret(judged.kind) || entry.raw.size() == 0) continue;
    const bool on_machine = local.contains(first_word(entry.name));
    const auto known = about(out, entry.raw);
    if (known != out.end()) {
      if (known->rule == rules.password || known->rule == rules.secret) {
        grade_by_name(file, judged, on_machine, *known);
      }
      continue;
    }
    const auto rule = judged.name == NameKind::password ? rules.password : rules.secret;
    if (!rule) continue;
    Candidate candidate = new_candidate(*rule, entry, judged);
    grade_by_name(file, judged, on_machine, candidate);
    if (kind.test) candidate.severity = Severity::low;
    if (kind.example || kind.document) {
      candidate.severity = std::min(candidate.severity, Severity::medium);
    }
    added.push_back(std::move(candidate));
  }
  out.insert(out.end(), std::make_move_iterator(added.begin()),
             std::make_move_iterator(added.end()));
  sort_by_place(out);
}

std::optional<Candidate> env_file_candidate(const EnvFileText& file,
                                            std::string_view path, RuleIndex rule,
                                            const std::vector<Candidate>& found) {
  bool by_shape = false;  // something that is a secret wherever it stands
  std::vector<std::string_view> secrets;
  std::vector<std::string_view> values;
  for (const Candidate& candidate : found) {
    by_shape = by_shape || candidate.severity > Severity::medium;
  }
  for (std::size_t i = 0; i < file.entries.size(); ++i) {
    const DotenvEntry& entry = file.entries[i];
    const EnvValue kind = file.judged[i].kind;
    const auto known = about(found, entry.raw);
    const bool reported = known != found.end() && known->severity > Severity::low;
    const bool unreported = known == found.end() && kind == EnvValue::secret;
    if (reported || unreported) secrets.push_back(entry.name);
    if (kind == EnvValue::setting || is_secret(kind)) values.push_back(entry.name);
  }
  const bool elsewhere = std::any_of(
      found.begin(), found.end(),
      [](const Candidate& c) { return c.severity > Severity::low; });  // in a comment
  if (file.encrypted && !elsewhere) return std::nullopt;

  const FileKind kind = file_kind_of(path);
  const bool not_in_use = kind.test || kind.example || kind.document;
  Candidate candidate;
  candidate.rule = rule;
  if (!secrets.empty() || elsewhere) {
    candidate.severity =
        not_in_use && !by_shape ? Severity::medium : Severity::critical;
    candidate.evidence.emplace_back(
        secrets.empty() ? "it holds secrets" : "it holds secrets: " + list_of(secrets));
  } else if (!values.empty()) {
    candidate.severity = not_in_use ? Severity::low : Severity::medium;
    candidate.evidence.emplace_back(
        "it holds values, none that is known as a secret: " + list_of(values));
  } else {
    candidate.severity = Severity::low;
    candidate.evidence.emplace_back(
        "it holds no values, or only public ones, placeholders and references");
  }
  for (const EnvMisfit& misfit : env_misfits(file.mode, file.entries)) {
    constexpr std::size_t kMost = 20;
    if (candidate.related.size() == kMost) break;
    candidate.evidence.push_back(misfit.says);
    candidate.related.push_back({std::string(misfit.what), misfit.span});
  }
  return candidate;
}

}  // namespace leaksieve
