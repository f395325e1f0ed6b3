#include "scanner/detect/logs/script_commands.h"

#include <algorithm>

#include "scanner/base/among.h"
#include "scanner/detect/logs/names.h"
#include "scanner/text/env_file_name.h"

namespace leaksieve::logs {
namespace {

bool is_assignment(std::string_view word) {
  const std::size_t equals = word.find('=');
  if (equals == std::string_view::npos || equals == 0) return false;
  return std::all_of(word.begin(), word.begin() + static_cast<std::ptrdiff_t>(equals),
                     [](char c) {
                       return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                              (c >= '0' && c <= '9') || c == '_' || c == '+';
                     });
}

// Words before the name of a command.
bool stands_before(std::string_view word) {
  return among(word, {"if", "then", "else", "elif", "do", "while", "until", "!", "{",
                      "time", "sudo", "exec", "command", "nohup", "builtin", "eval"}) ||
         is_assignment(word);
}

bool is_secret_file(std::string_view path) {
  if (env_file_named(path) == EnvFile::real) return true;
  const std::string_view name = path.substr(path.rfind('/') + 1);
  return among(name,
               {"id_rsa", "id_ed25519", "id_ecdsa", ".netrc", ".npmrc", ".pypirc",
                ".pgpass", ".git-credentials", "kubeconfig", "credentials.json"}) ||
         path.ends_with(".aws/credentials") || path.ends_with(".kube/config") ||
         path.ends_with(".docker/config.json") || path.starts_with("/run/secrets/");
}

// Programs whose own words say that they write a secret.
bool writes_secret(std::string_view text, const ShellCommand& command,
                   std::size_t first) {
  const auto word = [&](std::size_t i) {
    return first + i < command.words.size() ? plain_word(text, command.words[first + i])
                                            : std::string_view();
  };
  const auto has = [&](std::initializer_list<std::string_view> words) {
    for (std::size_t i = first; i < command.words.size() && i < first + 40; ++i) {
      if (among(plain_word(text, command.words[i]), words)) return true;
    }
    return false;
  };
  const auto has_start = [&](std::string_view start) {
    for (std::size_t i = first; i < command.words.size() && i < first + 40; ++i) {
      if (plain_word(text, command.words[i]).starts_with(start)) return true;
    }
    return false;
  };
  const std::string_view name = word(0);
  if (name == "vault")
    return (word(1) == "kv" && word(2) == "get") || word(1) == "read";
  if (name == "kubectl" || name == "oc") {
    const bool secret = has({"secret", "secrets"}) || has_start("secret/");
    return word(1) == "get" && secret &&
           (has({"yaml", "json", "-oyaml", "-ojson"}) || has_start("jsonpath") ||
            has_start("-ojsonpath") || has_start("go-template") || has_start("-o=") ||
            has_start("--template"));
  }
  if (name == "aws") {
    return (word(1) == "configure" && word(2) == "get" &&
            grade_name(word(3), NameUse::setting) == NameGrade::secret) ||
           has({"get-secret-value", "get-login-password", "get-session-token"}) ||
           (has({"get-parameter", "get-parameters"}) && has({"--with-decryption"}));
  }
  if (name == "gcloud") {
    return has({"print-access-token", "print-identity-token"}) ||
           (has({"secrets"}) && has({"access"}));
  }
  if (name == "az") {
    return has({"get-access-token"}) ||
           (has({"secret"}) && has({"show"}) && has({"keyvault"}));
  }
  if (name == "terraform" || name == "tofu") {
    if (word(1) != "output") return false;
    if (has({"-json"})) return true;
    for (std::size_t i = 2; i < 6; ++i) {
      if (grade_name(word(i), NameUse::setting) == NameGrade::secret) return true;
    }
    return false;
  }
  if (name == "op") return word(1) == "read";
  if (name == "gh") return word(1) == "auth" && word(2) == "token";
  if (name == "pass") return word(1) == "show";
  if (name == "doppler")
    return word(1) == "secrets" && (word(2) == "get" || word(2) == "download");
  if (name == "heroku") return word(1) == "config";
  return false;
}

CommandKind kind_of_set(std::string_view text, const ShellCommand& command,
                        std::size_t first) {
  if (command.words.size() == first + 1) return CommandKind::environment;
  for (std::size_t i = first + 1; i < command.words.size(); ++i) {
    const std::string_view word = plain_word(text, command.words[i]);
    if (word == "xtrace") {
      return plain_word(text, command.words[i - 1]).starts_with('+')
                 ? CommandKind::traces_no_more
                 : CommandKind::traces;
    }
    if (word.size() > 1 && word[0] == '-' && word[1] != '-' &&
        word.find('x') != word.npos && word.size() < 8) {
      return CommandKind::traces;
    }
    if (word.starts_with('+') && word.find('x') != word.npos)
      return CommandKind::traces_no_more;
  }
  return CommandKind::other;
}

}  // namespace

std::string_view plain_word(std::string_view text, const ShellWord& word) {
  std::string_view bytes = bytes_of(text, word.span);
  if (bytes.size() >= 2 && bytes.front() == bytes.back() &&
      (bytes.front() == '"' || bytes.front() == '\'')) {
    bytes = bytes.substr(1, bytes.size() - 2);
  }
  return bytes;
}

CommandShape shape_of(std::string_view text, const ShellCommand& command) {
  CommandShape shape;
  while (shape.first < command.words.size() &&
         stands_before(plain_word(text, command.words[shape.first]))) {
    ++shape.first;
  }
  if (shape.first >= command.words.size()) return shape;
  const std::size_t first = shape.first;
  const std::size_t count = command.words.size() - first;
  const auto word = [&](std::size_t i) {
    return i < count ? plain_word(text, command.words[first + i]) : std::string_view();
  };
  std::string_view name = word(0);
  name = name.substr(name.rfind('/') + 1);
  if (name.starts_with('@')) name.remove_prefix(1);
  if (among(name, {"echo",
                   "printf",
                   "logger",
                   "print",
                   "wall",
                   "Write-Host",
                   "Write-Output",
                   "Write-Error",
                   "Write-Warning",
                   "Write-Verbose",
                   "Write-Information",
                   "systemd-cat",
                   "say",
                   "notice",
                   "log",
                   "info",
                   "warn",
                   "error",
                   "debug",
                   "die",
                   "fatal",
                   "log_info",
                   "log_error",
                   "log_debug",
                   "log_warn",
                   "err",
                   "msg",
                   "banner",
                   "fail",
                   "abort",
                   "warning",
                   "panic",
                   "note"})) {
    // printf -v keeps what it makes.
    if (name != "printf" || word(1) != "-v") shape.kind = CommandKind::prints;
  } else if (name == "cat" || name == "tee" || name == "less" || name == "more" ||
             name == "head" || name == "tail" || name == "bat" ||
             name == "Get-Content" || name == "type") {
    if (command.body.size() > 0 && name == "cat")
      shape.kind = CommandKind::shows_here_text;
    for (std::size_t i = 1; i < count; ++i) {
      if (name != "tee" && is_secret_file(word(i)))
        shape.kind = CommandKind::secret_file;
    }
  } else if (name == "env" || name == "printenv") {
    // `env X=1 command` runs a command.
    bool bare = true;
    for (std::size_t i = 1; i < count; ++i) {
      if (!word(i).starts_with('-')) bare = false;
    }
    const bool one = name == "printenv" && count == 2 &&
                     grade_name(word(1), NameUse::setting) == NameGrade::secret;
    if (bare || one) shape.kind = CommandKind::environment;
  } else if ((name == "declare" || name == "typeset") && count == 3 &&
             word(1) == "-p" &&
             grade_name(word(2), NameUse::setting) == NameGrade::secret) {
    shape.kind = CommandKind::environment;
  } else if ((name == "export" || name == "declare" || name == "typeset") &&
             (count == 1 || (count == 2 && (word(1) == "-p" || word(1) == "-x" ||
                                            word(1) == "-px" || word(1) == "-xp")))) {
    shape.kind = CommandKind::environment;
  } else if (name == "set") {
    shape.kind = kind_of_set(text, command, first);
  } else if ((name == "gci" || name == "Get-ChildItem" || name == "dir" ||
              name == "ls") &&
             among(word(1), {"env:", "Env:", "env:*"})) {
    shape.kind = CommandKind::environment;
  } else if (name == "curl") {
    for (std::size_t i = 1; i < count; ++i) {
      const std::string_view flag = word(i);
      const bool short_flags = flag.size() > 1 && flag[0] == '-' && flag[1] != '-';
      if (flag == "--verbose" || flag.starts_with("--trace") ||
          (short_flags && flag.size() < 6 && flag.find('v') != flag.npos)) {
        shape.kind = CommandKind::shows_its_headers;
      }
    }
  } else if (name == "gh" &&
             (word(1) == "pr" || word(1) == "issue" || word(1) == "release")) {
    shape.kind = CommandKind::prints;
  } else if (name == "docker" || name == "kubectl" || name == "podman") {
    // A command that runs inside.
    for (std::size_t i = 2; i < count; ++i) {
      if (word(i) != "printenv" && !(word(i) == "env" && i + 1 == count)) continue;
      if (i + 1 == count ||
          grade_name(word(i + 1), NameUse::setting) == NameGrade::secret) {
        shape.kind = CommandKind::environment;
      }
    }
    if (writes_secret(text, command, first)) shape.kind = CommandKind::secret;
  } else if ((name == "bash" || name == "sh" || name == "zsh") &&
             word(1).starts_with('-') && word(1).find('x') != std::string_view::npos &&
             word(1).size() < 6) {
    shape.kind = CommandKind::traces_program;
  } else if (writes_secret(text, command, first)) {
    shape.kind = CommandKind::secret;
  }
  return shape;
}

bool hands_on(std::string_view text, const ShellCommand& command) {
  if (command.words.empty()) return false;
  const std::string_view name = plain_word(text, command.words[0]);
  const auto has_star = [&] {
    return std::any_of(
        command.words.begin(), command.words.end(), [&](const ShellWord& word) {
          const std::string_view bytes = bytes_of(text, word.span);
          return bytes.find("*") != bytes.npos || bytes.find("REDACT") != bytes.npos;
        });
  };
  if (name == "tr") return !has_star();
  if (name == "sed") {
    // s/./*/ masks, s/./& / only looks different.
    return std::any_of(
        command.words.begin(), command.words.end(), [&](const ShellWord& word) {
          return bytes_of(text, word.span).find("&") != std::string_view::npos;
        });
  }
  if (name == "grep") {
    for (std::size_t i = 1; i < command.words.size(); ++i) {
      const std::string_view pattern = plain_word(text, command.words[i]);
      if (pattern.starts_with('-')) continue;
      if (!may_name_secret(pattern) && pattern.size() >= 3) return false;
      break;
    }
    return std::none_of(
        command.words.begin(), command.words.end(), [&](const ShellWord& word) {
          const std::string_view flag = plain_word(text, word);
          return flag == "--quiet" || flag == "--count" ||
                 (flag.size() < 6 && flag.starts_with('-') &&
                  (flag.find('q') != flag.npos || flag.find('c') != flag.npos));
        });
  }
  return among(name,
               {"tee", "cat", "sort", "less", "more", "column", "rev", "nl", "fold",
                "base64", "xxd", "uniq", "logger", "tail", "hexdump", "jq"});
}

}  // namespace leaksieve::logs
