#include "scanner/detect/logs/sources.h"

#include <algorithm>
#include <string>

#include "scanner/base/among.h"
#include "scanner/base/ascii.h"
#include "scanner/detect/logs/names.h"
#include "scanner/text/word_list.h"
#include "scanner/text/word_scan.h"

namespace leaksieve::logs {
namespace {

// Paths in lower case, without a leading "std.", "self." or "this.".
struct Dump {
  std::string_view path;
  Level level;
};

constexpr Dump kDumps[] = {
    {"os.environ", Level::high},
    {"environ", Level::high},
    {"os.environ()", Level::high},
    {"os.environ.copy()", Level::high},
    {"os.environ.items()", Level::high},
    {"process.env", Level::high},
    {"import.meta.env", Level::medium},
    {"env.to_h()", Level::high},
    {"env.to_h", Level::high},
    {"env.inspect", Level::high},
    {"env.to_a", Level::high},
    {"deno.env.toobject()", Level::high},
    {"bun.env", Level::high},
    {"system.getenv()", Level::high},
    {"$_env", Level::high},
    {"$_server", Level::high},
    {"$_cookie", Level::high},
    {"cookies", Level::low},
    {"cookies.to_h", Level::high},
    {"request.allhttpheaderfields", Level::high},
    {"env.each", Level::high},
    {"env.sort", Level::high},
    {"getenv()", Level::high},
    {"syscall.environ()", Level::high},
    {"env.vars()", Level::high},
    {"env.vars_os()", Level::high},
    {"environment.getenvironmentvariables()", Level::high},
    {"processinfo.processinfo.environment", Level::high},
    {"platform.environment", Level::high},
    {"settings.__dict__", Level::high},
    {"settings.databases", Level::high},
    {"app.config", Level::high},
    {"current_app.config", Level::high},
    {"app.config.items()", Level::high},
    {"rails.application.credentials", Level::high},
    {"rails.application.secrets", Level::high},
    {"request.headers", Level::high},
    {"req.headers", Level::high},
    {"request.headers.items()", Level::high},
    {"ctx.request.headers", Level::high},
    {"ctx.headers", Level::high},
    {"request.meta", Level::high},
    {"request.environ", Level::high},
    {"request.env", Level::high},
    {"request.cookies", Level::high},
    {"req.cookies", Level::high},
    {"request.header", Level::high},
    {"req.header", Level::high},
    {"r.header", Level::high},
    {"c.request.header", Level::high},
    {"request.getheaders()", Level::high},
    {"response.request.headers", Level::high},
    {"getallheaders()", Level::high},
    {"apache_request_headers()", Level::high},
    {"err.config", Level::high},
    {"error.config", Level::high},
    {"err.config.headers", Level::high},
    {"error.config.headers", Level::high},
    {"err.request.headers", Level::high},
    {"e.request.headers", Level::high},
    {"exc.request.headers", Level::high},
    {"locals()", Level::medium},
    {"globals()", Level::medium},
    {"config", Level::low},
    {"options", Level::low},
    {"settings", Level::low},
    {"headers", Level::low},
    {"request.post", Level::low},
    {"request.body", Level::low},
    {"req.body", Level::low},
    {"params", Level::low},
};

// What a variable or setting is read from: the path before its name.
constexpr std::string_view kSettings[] = {"os.environ",
                                          "environ",
                                          "process.env",
                                          "import.meta.env",
                                          "bun.env",
                                          "env",
                                          "$_env",
                                          "$_server",
                                          "settings",
                                          "app.config",
                                          "current_app.config",
                                          "app.settings",
                                          "configuration",
                                          "_configuration",
                                          "deno.env",
                                          "platform.environment",
                                          "processinfo.processinfo.environment",
                                          "dotenv.env",
                                          "rails.application.credentials",
                                          "rails.application.secrets",
                                          "credentials",
                                          "secrets",
                                          "st.secrets",
                                          "config",
                                          "conf",
                                          "builder.configuration",
                                          "configservice",
                                          "viper",
                                          "django.conf.settings",
                                          "constants",
                                          "cfg",
                                          "appsettings",
                                          "rails.application.config",
                                          "figaro.env",
                                          "system.environment",
                                          "runtimeconfig"};
// Functions whose first argument names the variable.
constexpr std::string_view kGetters[] = {"os.getenv",
                                         "getenv",
                                         "os.lookupenv",
                                         "env.var",
                                         "env.var_os",
                                         "system.getenv",
                                         "system.getproperty",
                                         "environment.getenvironmentvariable",
                                         "env",
                                         "config",
                                         "option_env",
                                         "qgetenv",
                                         "secure_getenv",
                                         "string.fromenvironment",
                                         "get_config",
                                         "getconfig",
                                         "os.environ.get",
                                         "environ.get",
                                         "viper.getstring",
                                         "get_env",
                                         "getenvvar",
                                         "env.str",
                                         "env.get",
                                         "env.fetch",
                                         "process.env.get",
                                         "dotenv.get",
                                         "secrets.get",
                                         "mustgetenv",
                                         "os.environ.pop",
                                         "os.environ.setdefault",
                                         "system.get_env",
                                         "application.get_env"};

// Methods of settings that give one.
constexpr std::string_view kMethods[] = {"get",        "getstring",
                                         "fetch",      "str",
                                         "string",     "require",
                                         "getorthrow", "read",
                                         "lookup",     "var",
                                         "get_str",    "getvalue",
                                         "value",      "getrequiredsection",
                                         "dig",        "getproperty",
                                         "mustget",    "url",
                                         "db",         "db_url",
                                         "pop",        "setdefault"};

static constexpr std::string_view kSecretHeaders[] = {"authorization",
                                                      "proxy-authorization",
                                                      "cookie",
                                                      "set-cookie",
                                                      "x-api-key",
                                                      "x-auth-token",
                                                      "http_authorization",
                                                      "http_cookie",
                                                      "x-access-token",
                                                      "http_x_api_key",
                                                      "api-key",
                                                      "x-csrf-token-secret",
                                                      "x-amz-security-token"};

std::string_view without_self(std::string_view path) {
  for (bool more = true; more;) {
    more = false;
    for (const std::string_view head : {"std.", "self.", "this.", "@", "\\"}) {
      if (path.starts_with(head)) {
        path.remove_prefix(head.size());
        more = true;
      }
    }
  }
  return path;
}

Level level_of(NameGrade grade) {
  return grade == NameGrade::secret ? Level::high
         : grade == NameGrade::hint ? Level::medium
                                    : Level::none;
}

bool holds_headers(std::string_view path) {
  return path.find("header") != std::string_view::npos || path.ends_with("meta") ||
         path.ends_with("cookies") || path.ends_with("$_server") ||
         path.ends_with("request.env") || path.ends_with("req.get") ||
         path.ends_with("request.get");
}

}  // namespace

bool may_name_source(std::string_view name) {
  static constexpr std::string_view kStems[] = {
      "env",       "conf",    "settings",   "header",    "cookie", "meta",
      "viper",     "secret",  "credential", "constants", "cfg",    "propert",
      "locals",    "globals", "options",    "body",      "params", "post",
      "databases", "$_e",     "$_s",        "$_c",       "vars"};
  static const WordScan kScan{kStems};
  return kScan.any_in(name);
}

bool may_name_dump(std::string_view name) {
  static constexpr auto kNames = word_list([] {
    return std::string_view(
        "environ Environ env ENV headers Headers header Header META Cookies cookies "
        "locals "
        "globals getenv Getenv $_ENV $_SERVER $_COOKIE vars vars_os environment "
        "Environment "
        "DATABASES GetEnvironmentVariables allHTTPHeaderFields config getallheaders "
        "phpinfo "
        "apache_request_headers toObject getHeaders __dict__ secrets credentials");
  });
  return kNames.has(name);
}

Source source_of(const Code& code, const Chain& chain, std::size_t end) {
  if (end == 0 || chain.tail) return {};
  bool possible = false;
  for (std::size_t i = 0; i < end && !possible; ++i) {
    possible = chain.parts[i].kind == Part::Kind::name &&
               code.may_be_source(chain.parts[i].begin);
  }
  if (!possible) return {};
  const Part& last = chain.parts[end - 1];
  const std::string whole_path = to_lower(path_of(code, chain, end));
  const std::string_view whole = without_self(whole_path);

  // A name that is read from somewhere: the last name, a literal subscript or argument.
  std::string_view name;
  std::string_view from;
  if (last.kind == Part::Kind::name) {
    if (end >= 2) {
      name = code.str(last.begin);
      from = whole.substr(0, whole.rfind('.') == whole.npos ? 0 : whole.rfind('.'));
    }
  } else {
    name = literal_in(code, last);
    from = whole.substr(0, whole.size() - 2);
  }
  const bool empty_call = last.kind == Part::Kind::call && last.begin + 1 == last.end;
  if (name.empty() || empty_call) {
    const bool arguments = last.kind == Part::Kind::call && !empty_call;
    for (const Dump& dump : kDumps) {
      const bool member =
          dump.path.find('.') != dump.path.npos && dump.level == Level::high &&
          whole.size() > dump.path.size() && whole.ends_with(dump.path) &&
          whole[whole.size() - dump.path.size() - 1] == '.';
      if ((whole != dump.path && !member) || arguments) continue;
      // Names that mean something else in other languages.
      if (dump.path == "getenv()" && code.language != CodeLanguage::php) continue;
      const bool environment =
          dump.level == Level::high && dump.path.starts_with("env.");
      if (environment && whole_path.starts_with("env.") && !code.text.empty() &&
          code.language == CodeLanguage::javascript) {
        continue;
      }
      return {true, dump.level, true, code.str(chain.parts[0].begin)};
    }
    if (whole == "env" && code.language == CodeLanguage::ruby &&
        code.str(chain.parts[0].begin) == "ENV") {
      return {true, Level::high, true, "ENV"};
    }
    return {};
  }
  if (last.kind == Part::Kind::name) {
    for (const Dump& dump : kDumps) {
      const bool member =
          dump.path.find('.') != dump.path.npos && dump.level == Level::high &&
          whole.size() > dump.path.size() && whole.ends_with(dump.path) &&
          whole[whole.size() - dump.path.size() - 1] == '.';
      if (dump.level != Level::low && (whole == dump.path || member)) {
        return {true, dump.level, true, code.str(chain.parts[0].begin)};
      }
    }
  }
  const std::string lower_name = to_lower(name.substr(0, 100));
  if (holds_headers(from)) {
    if (among(lower_name, kSecretHeaders)) return {true, Level::high, false, name};
    if (last.kind != Part::Kind::name) {
      return {true, level_of(grade_name(name, NameUse::setting)), false, name};
    }
  }
  const bool getter = last.kind == Part::Kind::call;
  const std::string_view object =
      getter && from.rfind('.') != from.npos ? from.substr(0, from.rfind('.')) : from;
  if (getter && !among(from, kGetters)) {
    const std::string_view method =
        from.substr(from.rfind('.') == from.npos ? 0 : from.rfind('.') + 1);
    if (!among(method, kMethods)) return {};
  }
  if (from.ends_with("cookies.get") || from.ends_with("cookies")) {
    const bool session = lower_name.find("sess") != lower_name.npos ||
                         lower_name.find("token") != lower_name.npos ||
                         lower_name.find("auth") != lower_name.npos ||
                         lower_name.find("sid") != lower_name.npos;
    if (session) return {true, Level::high, false, name};
  }
  const bool setting = (getter && among(from, kGetters)) || among(object, kSettings) ||
                       among(from, kSettings);
  if (!setting) return {};
  const NameGrade grade = grade_name(name, NameUse::setting);
  if (getter && grade == NameGrade::none && !among(from, kGetters)) return {};
  return {true, level_of(grade), false, name};
}

}  // namespace leaksieve::logs
