#include "scanner/config/table_reader.h"

#include <algorithm>

#include "scanner/base/date.h"

namespace leaksieve {

Result<void> TableReader::admit(const Key& key, const toml::node& node,
                                std::vector<std::string_view>& seen) const {
  if (std::find(seen.begin(), seen.end(), key.name) != seen.end()) {
    return values.mistake(node, fmt::format("{} stands here twice", key.name));
  }
  seen.push_back(key.name);
  if (key.set_by == SetBy::user && writer != SetBy::user) {
    return values.mistake(
        node, fmt::format("{} is not for the file of a scanned repository; give it on "
                          "the command line or in a file given with --config",
                          key.name));
  }
  if (key.use == Use::noted) {
    notes->push_back(fmt::format("{}: {} is not understood, so more may be reported",
                                 values.place(node).text(), key.name));
  }
  return {};
}

Result<std::string> TableReader::day(const toml::node& node,
                                     std::string_view key) const {
  std::string day;
  if (const auto* date = node.as_date()) {
    day = fmt::format("{:04}-{:02}-{:02}", date->get().year, date->get().month,
                      date->get().day);
  } else if (node.as_string() != nullptr) {
    day = node.as_string()->get();
  }
  if (!parse_iso_day(day)) return values.wrong(node, key, "a day such as 2026-11-24");
  return day;
}

}  // namespace leaksieve
