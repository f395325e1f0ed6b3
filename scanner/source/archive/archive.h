#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "scanner/base/result.h"

namespace leaksieve {

/// How much is unpacked of one archive, what is packed in it included.
struct ArchiveLimits {
  std::uint64_t member_bytes = std::uint64_t{256} << 20;
  std::uint64_t total_bytes = std::uint64_t{1} << 30;
  /// Times its own size, once more than kAlwaysUnpacked came out of it. Text shrinks to
  /// a tenth, logs to a fiftieth; a bomb to a thousandth.
  std::uint64_t ratio = 200;
  int depth = 3;  ///< an archive in an archive is 2
};

inline constexpr std::uint64_t kAlwaysUnpacked = std::uint64_t{16} << 20;

/// Whether the first bytes are those of an archive, or of a compressed file, that is
/// opened: zip (jar, whl, docx, apk, ...), tar, gzip, bzip2, xz, zstd.
bool is_archive(std::string_view bytes);

/// Gets a regular file, by its path in the archive ("lib/a.jar!conf/x.yml" for one in
/// an archive in it), or why it, or all that would come after it, was not read: for the
/// person at the terminal, without the path. The text is valid until it returns.
using MemberVisitor =
    std::function<void(const std::string& path, const Result<std::string_view>& text)>;

/// Unpacks an archive that is in memory, into memory, member by member. `name` names
/// the only member of a compressed file that is no archive: the same without its last
/// extension. Nothing is thrown and nothing is written anywhere.
void unpack(std::string_view bytes, std::string_view name, const ArchiveLimits& limits,
            const MemberVisitor& visit);

}  // namespace leaksieve
