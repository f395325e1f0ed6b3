#include "tests/support/sample_report.h"

#include <cstdint>

namespace leaksieve::test {
namespace {

constexpr std::string_view kClerkPrefixes[] = {"sk_", "sk_live_", "sk_test_"};
constexpr std::string_view kClerkSteps[] = {
    "Create a new secret key in the Clerk dashboard",
    "Deploy it to every server that uses the old one",
    "Delete the old key",
};
constexpr std::string_view kClerkTags[] = {"clerk", "authentication"};
constexpr std::string_view kPasswordSteps[] = {
    "Change the password of the database user"};
constexpr std::string_view kAcmePrefixes[] = {"acme-long-public-prefix-"};

Rule make_rule(std::string_view id, std::string_view description, Kind kind) {
  Rule rule;
  rule.id = id;
  rule.description = description;
  rule.kind = kind;
  return rule;
}

/// Sorted by id, as Report::rules wants them.
struct Rules {
  Rule acme_key_id =
      make_rule("acme-key-id", "An Acme key id names an account", Kind::token);
  Rule acme_token =
      make_rule("acme-token", "An Acme token opens a session.", Kind::token);
  Rule clerk = make_rule(
      "clerk-secret-key",
      "A Clerk secret key gives full access to an application's users", Kind::token);
  Rule database = make_rule("database-url", "A database URL that holds a password",
                            Kind::assignment);
  Rule env_file =
      make_rule("env-file", "An environment file is committed", Kind::env_file);
  Rule policy =
      make_rule("policy-change", "This change silences a rule", Kind::policy_change);
  Rule log = make_rule("secret-in-log", "A secret reaches a log statement",
                       Kind::log_statement);

  Rules() {
    acme_key_id.identifier = true;
    acme_key_id.severity = Severity::medium;
    acme_token.prefixes = kAcmePrefixes;
    clerk.severity = Severity::critical;
    clerk.confidence = Confidence::proven;
    clerk.prefixes = kClerkPrefixes;
    clerk.tags = kClerkTags;
    clerk.rotate_steps = kClerkSteps;
    clerk.rotate_url = "https://clerk.com/docs/deployments/rotate-api-keys";
    database.rotate_steps = kPasswordSteps;
    database.confidence = Confidence::medium;
    env_file.severity = Severity::medium;
    log.severity = Severity::low;
    policy.severity = Severity::low;
  }

  std::vector<const Rule*> all() const {
    return {&acme_key_id, &acme_token, &clerk, &database, &env_file, &policy, &log};
  }
};

const Rules& rules() {
  static const Rules kRules;
  return kRules;
}

ObjectId object(std::uint8_t byte) {
  ObjectId id;
  id.bytes.fill(byte);
  return id;
}

std::string fingerprint(std::size_t number) {
  return std::string(60, '0') + std::to_string(1000 + number);
}

/// A finding of `rule` in line `line` of `path`, numbered in the order they are added.
Finding& add(SampleReport& sample, const Rule& rule, std::string_view path,
             std::uint64_t line, const Planted& planted) {
  Finding finding;
  finding.rule = &rule;
  finding.severity = rule.severity;
  finding.confidence = rule.confidence;
  finding.path = path;
  if (line != 0) finding.region = {line, 9, line, 9 + planted.secret.size()};
  finding.secret = SecretText(planted.secret);
  finding.fingerprint = fingerprint(sample.report.findings.size());
  sample.planted.push_back(planted);
  sample.report.findings.push_back(std::move(finding));
  return sample.report.findings.back();
}

Planted token(std::string_view prefix, std::size_t length, unsigned seed) {
  const std::string body = made_up("", length, seed);
  return {std::string(prefix) + body, body.substr(0, length - 4)};
}

Planted password(std::size_t length, unsigned seed) {
  const std::string text = made_up("", length, seed);
  return {text, text};
}

Report empty_report(std::string_view mode) {
  Report report;
  report.version = "0.0.0";
  report.scan.mode = mode;
  report.scan.target = ".";
  report.scan.rules = 7;
  return report;
}

}  // namespace

std::string made_up(std::string_view prefix, std::size_t length, unsigned seed) {
  constexpr std::string_view kAlphabet =
      "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
  std::string out(prefix);
  std::uint64_t state = seed;
  for (std::size_t i = 0; i < length; ++i) {
    // The constants of Knuth's MMIX: enough for letters that look like a token.
    state = state * 6364136223846793005U + 1442695040888963407U;
    out += kAlphabet[(state >> 33) % kAlphabet.size()];
  }
  return out;
}

SampleReport sample_report() {
  SampleReport sample;
  sample.report = empty_report("audit");
  Report& report = sample.report;
  report.scan.target = "/srv/shop.git";
  report.scan.blobs = 1204;
  report.scan.bytes = 5'400'123;
  report.scan.commits = 310;
  report.scan.complete = false;
  report.scan.skipped = {{"archive", 3}, {"submodule", 1}};
  report.scan.started = 1'767'323'045;  // 2026-01-02T03:04:05Z
  report.scan.seconds = 0.4216;
  report.hidden_by_confidence = 4;

  const Rules& all = rules();
  add(sample, all.acme_key_id, "deploy/acme.ini", 3, {"ACME-EXAMPLE-KEY-ID", ""})
      .reach = Reach::staged;

  Finding& proven =
      add(sample, all.clerk, "app/settings.py", 12, token("sk_live_", 42, 2));
  proven.evidence = {"checksum valid", "assigned to CLERK_SECRET_KEY"};
  proven.blob = object(0xb1);
  proven.commit = object(0xc1);
  proven.author = "Ada Example <ada@example.org>";
  proven.date = "2024-05-01T10:20:30+02:00";
  proven.owner = "@example/payments ada@example.net";
  proven.reach = Reach::remote;
  proven.lead = SecretText("    CLERK_SECRET_KEY = \"");
  proven.related = {{"pair", "app/keys of ada.py", 14},
                    {"source", "app/settings.py", 11}};

  // A token that is too short to show any of it, and one that its prefix nearly fills.
  Planted brief = token("sk_test_", 11, 3);
  brief.hidden = brief.secret.substr(8);
  add(sample, all.clerk, "app/short.py", 7, brief).reach = Reach::local;
  Planted stub = token("acme-long-public-prefix-", 8, 4);
  stub.hidden = stub.secret.substr(24);
  add(sample, all.acme_token, "app/stub.py", 1, stub);

  Planted no_prefix = password(40, 5);
  // The line holds another secret before it, and it stands in two places.
  const Planted other = password(12, 11);
  Finding& pair = add(sample, all.acme_token, "lib/other.rb", 2, no_prefix);
  pair.lead = SecretText("login(\"" + other.secret + "\", token: \"");
  sample.planted.back().line = other.secret;
  add(sample, all.acme_token, "lib/second copy.rb", 9, no_prefix);
  add(sample, all.database, "config/database.yml", 5, password(9, 6)).reach =
      Reach::remote;

  // Several lines, and a tail that is not printable: nothing of the tail may be shown.
  Planted lines = token("sk_live_", 40, 7);
  lines.secret += "\nend\n";
  lines.hidden += lines.secret.substr(lines.secret.size() - 9);
  Finding& key = add(sample, all.clerk, "src/Main.java", 80, lines);
  key.region.end_line = 82;
  key.region.end_column = 1;
  // An expression of code; the literal in it may be a secret.
  const Planted literal = password(11, 10);
  add(sample, all.log, "src/Main.java", 95,
      {"f(\"" + literal.secret + "\")", literal.hidden});

  Finding& file = add(sample, all.env_file, "deploy/.env.production", 0, {});
  file.evidence = {"12 variables, 3 of them sensitive"};
  file.commit = object(0xc2);
  file.reach = Reach::remote;

  file.exposure = Exposure{.since = "2025-06-01T08:00:00Z",
                           .until = "2025-09-30T08:00:00Z",
                           .rotate_by = "2025-08-30",
                           .days = 215,
                           .overdue = true,
                           .removed_by = object(0xc5),
                           .refs = {"refs/heads/old", "refs/tags/v1"}};

  Finding& message = add(sample, all.clerk, "", 3, token("sk_test_", 30, 8));
  message.where = Where::commit_message;
  message.commit = object(0xc3);
  message.author = "Bo Example <bo@example.org>";
  message.date = "2023-01-31T00:00:00Z";
  Finding& tag = add(sample, all.database, "", 1, password(14, 9));
  tag.where = Where::tag_message;
  tag.blob = object(0xd4);

  add(sample, all.policy, ".leaksieve.toml", 4, {});

  report.failing = report.findings.size() - 2;
  report.diagnostics = {
      {Diagnostic::Level::error, "object is missing", "vendor/big.bin",
       object(0xe5).hex(), true},
      {Diagnostic::Level::warning, "no policy in the repository", "", "", false},
  };
  return sample;
}

SampleReport hostile_report() {
  SampleReport sample;
  sample.report = empty_report("audit");
  Report& report = sample.report;
  report.scan.target = "\x1b]0;owned\x07";
  report.failing = 5;

  const Rules& all = rules();
  Finding& terminal = add(sample, all.clerk, "\x1b[2J\x1b[31mclean\r\nno findings\x7f",
                          1, token("sk_live_", 42, 21));
  terminal.author =
      "\x1b]8;;http://example.org\x07"
      "click\x1b]8;;\x07 <a@b>";
  terminal.date = "2024\n::error::x";
  terminal.owner = "@a\x1b[2J\n\xff";
  terminal.commit = object(0xaa);
  terminal.evidence = {
      "named \xc2\x9b"
      "31m",
      "{0} [link](https://example.org) | `x`"};

  Finding& bidi = add(sample, all.database, "a\u202egpj.exe/\u2066x\u2069/\u200b.py", 2,
                      password(12, 22));
  bidi.related = {{"pair", "\u2028.py", 3}, {"pair", "\xff\xfe", 4}};

  add(sample, all.env_file, std::string("caf\xe9/\0.env", 10), 0, {});
  add(sample, all.acme_key_id, "<b>&\"'%41#?:.html", 3,
      {"\x1b[1m](http://x) {0} \xed\xa0\x80\x80", ""});
  Finding& absolute = add(sample, all.policy, "javascript:alert(1)", 1, {});
  absolute.evidence = {"\xf0\x9f\x92"};

  report.diagnostics = {
      {Diagnostic::Level::warning, "cannot read \x1b[A", "x\ny\xff", "\x1b", false}};
  return sample;
}

Report clean_report(std::string_view mode) {
  Report report = empty_report(mode);
  report.scan.blobs = 1;
  report.scan.bytes = 1;
  report.scan.seconds = 0.003;
  return report;
}

}  // namespace leaksieve::test
