#include "scanner/source/pack/pack_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <system_error>
#include <utility>

#include "scanner/base/big_endian.h"

namespace leaksieve {
namespace {

constexpr std::size_t kIdSize = sizeof(ObjectId::bytes);
constexpr std::size_t kHeaderSize = 12;  ///< "PACK", version, count of objects

Error cannot_read(const std::string& path, const std::string& why) {
  return Error{fmt::format("cannot read {}: {}", path, why)};
}

/// The offset of a base, counted backwards: seven bits a byte, most significant first,
/// and each byte but the last adds one. Takes it off `bytes`.
std::optional<std::uint64_t> take_distance(std::string_view& bytes) {
  std::uint64_t value = 0;
  while (!bytes.empty()) {
    const auto byte = static_cast<unsigned char>(bytes.front());
    bytes.remove_prefix(1);
    value = value << 7 | (byte & 0x7fU);
    if ((byte & 0x80U) == 0) return value;
    if (++value >> 56 != 0) return std::nullopt;
  }
  return std::nullopt;
}

}  // namespace

std::optional<EntryHeader> parse_entry_header(std::string_view bytes,
                                              std::uint64_t offset) {
  const std::size_t all = bytes.size();
  if (bytes.empty()) return std::nullopt;
  unsigned byte = static_cast<unsigned char>(bytes.front());
  bytes.remove_prefix(1);
  EntryHeader header;
  const unsigned kind = byte >> 4 & 7;
  if (kind == 0 || kind == 5) return std::nullopt;
  header.kind = static_cast<EntryKind>(kind);
  header.size = byte & 15U;
  for (int shift = 4; (byte & 0x80U) != 0; shift += 7) {
    if (bytes.empty()) return std::nullopt;
    byte = static_cast<unsigned char>(bytes.front());
    bytes.remove_prefix(1);
    const std::uint64_t part = byte & 0x7fU;
    if (shift > 63 || part << shift >> shift != part) return std::nullopt;
    header.size |= part << shift;
  }
  if (header.kind == EntryKind::offset_delta) {
    const auto distance = take_distance(bytes);
    if (!distance || *distance == 0 || *distance > offset) return std::nullopt;
    header.base_offset = offset - *distance;
  } else if (header.kind == EntryKind::id_delta) {
    if (bytes.size() < kIdSize) return std::nullopt;
    std::memcpy(header.base_id.bytes.data(), bytes.data(), kIdSize);
    bytes.remove_prefix(kIdSize);
  }
  header.header_size = static_cast<std::uint8_t>(all - bytes.size());
  return header;
}

Result<PackFile> PackFile::open(const std::string& path) {
  PackFile pack;
  pack.path_ = path;
  // O_NONBLOCK, so that a FIFO is not waited for.
  pack.fd_ = Fd(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
  struct stat status {};
  if (!pack.fd_.is_open() || ::fstat(pack.fd_.get(), &status) != 0) {
    return cannot_read(path, std::generic_category().message(errno));
  }
  if (!S_ISREG(status.st_mode)) return cannot_read(path, "not a regular file");
  pack.size_ = static_cast<std::uint64_t>(status.st_size);

  char header[kHeaderSize];
  if (pack.size_ < kHeaderSize + kIdSize || !pack.read(0, header, kHeaderSize) ||
      !pack.read(pack.size_ - kIdSize,
                 reinterpret_cast<char*>(pack.checksum_.bytes.data()), kIdSize)) {
    return cannot_read(path, "too short for a pack");
  }
  if (std::memcmp(header, "PACK", 4) != 0) return cannot_read(path, "not a pack");
  const auto version = read_big_endian<std::uint32_t>(header + 4);
  if (version != 2 && version != 3) {
    return cannot_read(path,
                       fmt::format("a pack of version {}, known are 2, 3", version));
  }
  pack.object_count_ = read_big_endian<std::uint32_t>(header + 8);
  return pack;
}

bool PackFile::read(std::uint64_t offset, char* bytes, std::size_t size) const {
  if (offset > size_ || size > size_ - offset) return false;
  while (size > 0) {
    const ssize_t got = ::pread(fd_.get(), bytes, size, static_cast<off_t>(offset));
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return false;
    const auto count = static_cast<std::size_t>(got);
    bytes += count;
    size -= count;
    offset += count;
  }
  return true;
}

}  // namespace leaksieve
