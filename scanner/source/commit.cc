#include "scanner/source/commit.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <ctime>

#include "scanner/base/ascii.h"

namespace leaksieve {
namespace {

// The text after `key` and a space on the first line of `rest`, which loses that line.
// Nothing if the line does not begin so.
bool take_field(std::string_view& rest, std::string_view key, std::string_view& value) {
  if (!rest.starts_with(key) || rest.size() <= key.size() || rest[key.size()] != ' ') {
    return false;
  }
  value = take_line(rest).substr(key.size() + 1);
  return true;
}

// "Name <mail> 1700000000 +0100"
Signature parse_signature(std::string_view line) {
  Signature signature;
  const std::size_t mail_end = line.rfind('>');
  if (mail_end == std::string_view::npos) return signature;
  signature.name_and_mail = std::string(line.substr(0, mail_end + 1));
  line.remove_prefix(std::min(mail_end + 2, line.size()));
  const auto [end, error] =
      std::from_chars(line.data(), line.data() + line.size(), signature.time);
  line.remove_prefix(static_cast<std::size_t>(end - line.data()));
  int zone = 0;
  if (error == std::errc() && line.size() >= 6 &&
      std::from_chars(line.data() + 2, line.data() + 6, zone).ec == std::errc()) {
    signature.offset_minutes =
        (zone / 100 * 60 + zone % 100) * (line[1] == '-' ? -1 : 1);
  }
  return signature;
}

}  // namespace

std::string Signature::iso_date() const {
  const std::time_t local = time + std::time_t{offset_minutes} * 60;
  std::tm parts{};
  if (gmtime_r(&local, &parts) == nullptr || parts.tm_year > 9999 - 1900) return "";
  const int offset = std::abs(offset_minutes);
  return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}{}{:02}:{:02}",
                     parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday,
                     parts.tm_hour, parts.tm_min, parts.tm_sec,
                     offset_minutes < 0 ? '-' : '+', offset / 60, offset % 60);
}

Result<ObjectId> parse_id(std::string_view text) {
  ObjectId id;
  if (text.size() < 2 * id.bytes.size()) return Error{"an object id has 40 digits"};
  for (std::size_t i = 0; i < id.bytes.size(); ++i) {
    const int high = hex_value(text[2 * i]);
    const int low = hex_value(text[2 * i + 1]);
    if (high < 0 || low < 0) return Error{"an object id has hexadecimal digits only"};
    id.bytes[i] = static_cast<std::uint8_t>(high * 16 + low);
  }
  return id;
}

std::vector<ObjectId> parse_ids(std::string_view text) {
  std::vector<ObjectId> ids;
  while (!text.empty()) {
    if (const auto id = parse_id(take_line(text))) ids.push_back(*id);
  }
  return ids;
}

Result<CommitHeader> parse_commit(std::string_view bytes) {
  CommitHeader commit;
  std::string_view value;
  if (!take_field(bytes, "tree", value))
    return Error{"the object is not a valid commit"};
  SCANNER_TRY(commit.tree, parse_id(value));
  while (take_field(bytes, "parent", value)) {
    SCANNER_TRY(const ObjectId parent, parse_id(value));
    commit.parents.push_back(parent);
  }
  if (take_field(bytes, "author", value)) commit.author = parse_signature(value);
  if (take_field(bytes, "committer", value)) {
    commit.commit_time = parse_signature(value).time;
  }
  return commit;
}

Result<TagHeader> parse_tag(std::string_view bytes) {
  TagHeader tag;
  std::string_view value;
  if (!take_field(bytes, "object", value))
    return Error{"the object is not a valid tag"};
  SCANNER_TRY(tag.target, parse_id(value));
  if (take_field(bytes, "type", value) && take_field(bytes, "tag", value) &&
      take_field(bytes, "tagger", value)) {
    tag.tagger = parse_signature(value);
  }
  return tag;
}

}  // namespace leaksieve
