#include "scanner/model/fingerprint.h"

#include "scanner/base/hash.h"

namespace leaksieve {

std::string location_fingerprint(std::string_view where, std::string_view rule,
                                 std::string_view path, std::uint64_t ordinal) {
  std::string text;
  const std::string number = std::to_string(ordinal);
  for (const std::string_view part : {std::string_view("leaksieve/location/1"), where,
                                      rule, path, std::string_view(number)}) {
    text.append(part);
    text.push_back('\0');
  }
  return hex(sha256(text));
}

std::string keyed_fingerprint(const Salt& salt, const Finding& finding,
                              std::string_view path) {
  std::string before;
  const auto add = [&](std::string_view part) {
    before.append(part);
    before.push_back('\0');
  };
  std::string hash;
  if (finding.rule->kind == Kind::log_statement && !finding.identity.empty()) {
    // The links between call and expression may change with lines far away.
    const std::string_view identity = finding.identity;
    add("leaksieve/log/1");
    add(finding.rule->id);
    add(path);
    add(identity.substr(0, identity.find('\n')));
    before.append(identity.substr(identity.rfind('\n') + 1));
    hash = hex(hmac_sha256(salt.key, before));
  } else if (finding.secret.size() == 0) {
    add("leaksieve/file/1");
    add(finding.rule->id);
    before.append(path);
    hash = hex(hmac_sha256(salt.key, before));
  } else {
    add("leaksieve/secret/1");
    add(finding.rule->id);
    hash = finding.secret.keyed_hash(salt.key, before);
  }
  return salt.name.empty() ? hash : salt.name + ":" + hash;
}

}  // namespace leaksieve
