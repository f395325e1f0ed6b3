#include "scanner/detect/log_statements.h"

#include "scanner/detect/logs/names.h"
#include "scanner/detect/logs/script_leaks.h"
#include "scanner/detect/logs/terraform_leaks.h"
#include "scanner/text/code_language.h"

namespace leaksieve {

void find_log_statements(std::string_view text, std::string_view path,
                         const logs::LogRules& rules, std::vector<Candidate>& out) {
  const CodeLanguage language = code_language_of(path, text);
  if (language == CodeLanguage::none) return;
  const bool script = language == CodeLanguage::shell ||
                      language == CodeLanguage::dockerfile ||
                      language == CodeLanguage::ci;
  if (!script && logs::find_sensitive_word(text) == std::string_view::npos) return;
  switch (language) {
    case CodeLanguage::shell:
    case CodeLanguage::dockerfile:
    case CodeLanguage::ci:
      logs::find_script_leaks(text, path, language, rules, out);
      break;
    case CodeLanguage::terraform:
      logs::find_terraform_leaks(text, path, rules, out);
      break;
    default:
      logs::find_code_leaks(text, path, language, rules, out);
      break;
  }
}

}  // namespace leaksieve
