#include "scanner/report/rules_json.h"

#include <nlohmann/json.hpp>

#include "scanner/report/dump.h"
#include "scanner/report/rule_grade.h"

namespace leaksieve {
namespace {

using Json = nlohmann::ordered_json;

void add_list(Json& json, const char* key, std::span<const std::string_view> values) {
  for (const std::string_view value : values) json[key].push_back(value);
}

}  // namespace

std::string rules_json(std::span<const Rule> rules) {
  Json list = Json::array();
  for (const Rule& rule : rules) {
    Json json = {{"id", rule.id},
                 {"description", rule.description},
                 {"kind", name_of(rule.kind)},
                 {"severity", name_of(rule.severity)},
                 {"confidence", name_of(rule.confidence)},
                 {"grade", name_of(grade_of(rule))}};
    add_list(json, "aliases", rule.aliases);
    add_list(json, "tags", rule.tags);
    add_list(json, "env", rule.env);
    add_list(json, "prefixes", rule.prefixes);
    add_list(json["rotate"], "steps", rule.rotate_steps);
    if (!rule.rotate_url.empty()) json["rotate"]["url"] = rule.rotate_url;
    if (json["rotate"].is_null()) json.erase("rotate");
    if (!rule.check.empty()) json["check"] = rule.check;
    list.push_back(std::move(json));
  }
  return dump_json({{"schema", "leaksieve-rules/1"}, {"rules", std::move(list)}}, 2) +
         "\n";
}

}  // namespace leaksieve
