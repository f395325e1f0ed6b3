#include "scanner/source/archive/archive.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>

#include "scanner/source/archive/library.h"

namespace leaksieve {
namespace {

using namespace std::string_view_literals;

// Sources: PKWARE's APPNOTE 4.3, POSIX.1-2017 pax, RFC 1952, RFC 8878, tukaani.org's
// ".xz file format", 2026-11.
bool is_compressed(std::string_view bytes) {
  return bytes.starts_with("\x1f\x8b\x08"sv) || bytes.starts_with("\xfd\x37zXZ\0"sv) ||
         bytes.starts_with("\x28\xb5\x2f\xfd"sv) ||
         (bytes.starts_with("BZh"sv) && bytes.substr(4).starts_with("1AY&SY"sv));
}
bool is_zip(std::string_view bytes) {
  return bytes.starts_with("PK\3\4"sv) || bytes.starts_with("PK\5\6"sv);
}
bool is_tar(std::string_view bytes) {
  return bytes.size() >= 512 && bytes.substr(257).starts_with("ustar"sv);
}

// The last part of a path without its last extension.
std::string stem_of(std::string_view name) {
  name = name.substr(name.find_last_of("/!") + 1);
  const std::size_t dot = name.find_last_of('.');
  return std::string(dot == 0 ? name : name.substr(0, dot));
}

// One archive with what is packed in it.
class Unpacker {
 public:
  Unpacker(const ArchiveLibrary& library, const ArchiveLimits& limits,
           std::uint64_t size, const MemberVisitor& visit)
      : library_(library),
        limits_(limits),
        allowed_(std::min(limits.total_bytes,
                          std::max(kAlwaysUnpacked, limits.ratio * size))),
        visit_(visit) {}

  // `prefix` is the path of the archive in the outermost one, with its "!". At most
  // `limits.depth` deep. False if nothing more may be unpacked.
  bool run(std::string_view bytes, const std::string& prefix, std::string_view name,
           int depth) {
    const std::unique_ptr<archive, decltype(library_.read_free)> reader(
        library_.read_new(), library_.read_free);
    if (!reader || !open(reader.get(), bytes)) {
      return fail(prefix, reader ? message(reader.get()) : "no memory");
    }
    for (std::uint64_t number = 1;; ++number) {
      archive_entry* entry = nullptr;
      const int status = library_.next_header(reader.get(), &entry);
      if (status == ARCHIVE_EOF) return true;
      if (status == ARCHIVE_RETRY) continue;
      if (status < ARCHIVE_WARN) return fail(prefix, message(reader.get()));
      if (library_.filetype(entry) != AE_IFREG) continue;
      const std::string path = prefix + path_of(entry, name, number);
      if (!take(reader.get(), entry, path, depth)) return false;
    }
  }

 private:
  bool open(archive* reader, std::string_view bytes) {
    library_.support_zip(reader);
    library_.support_tar(reader);
    library_.support_gzip(reader);
    library_.support_bzip2(reader);
    library_.support_xz(reader);
    library_.support_zstd(reader);
    raw_ = is_compressed(bytes);
    if (raw_) library_.support_raw(reader);
    return library_.open_memory(reader, bytes.data(), bytes.size()) == ARCHIVE_OK;
  }

  std::string path_of(archive_entry* entry, std::string_view name,
                      std::uint64_t number) const {
    const char* path = library_.pathname(entry);
    if (path == nullptr) path = library_.pathname_utf8(entry);
    if (path == nullptr || *path == '\0') return fmt::format("member {}", number);
    // What the raw format calls the only file of a compressed one.
    return raw_ && std::string_view(path) == "data" ? stem_of(name) : path;
  }

  bool take(archive* reader, archive_entry* entry, const std::string& path, int depth) {
    if (library_.is_encrypted(entry) != 0) {
      visit_(path, Error{"it is encrypted"});
      return true;
    }
    std::string text;
    std::string chunk(1 << 16, '\0');
    for (;;) {
      const la_ssize_t count = library_.read_data(reader, chunk.data(), chunk.size());
      if (count == ARCHIVE_RETRY) continue;
      if (count < 0) {
        if (!text.empty()) visit_(path, std::string_view(text));
        return fail(path, message(reader));
      }
      if (count == 0) break;
      text.append(chunk, 0, static_cast<std::size_t>(count));
      unpacked_ += static_cast<std::uint64_t>(count);
      if (unpacked_ > allowed_) {
        visit_(path,
               Error{fmt::format("the archive unpacks to more than {} bytes; what "
                                 "follows was not looked at",
                                 allowed_)});
        return false;
      }
      if (text.size() > limits_.member_bytes) {
        visit_(path, Error{fmt::format("it is longer than {} bytes (--max-file-size)",
                                       limits_.member_bytes)});
        return true;
      }
    }
    visit_(path, std::string_view(text));
    if (!is_archive(text)) return true;
    if (depth >= limits_.depth) {
      visit_(path, Error{fmt::format("archives are opened {} deep", limits_.depth)});
      return true;
    }
    const bool outer_is_raw = raw_;
    const bool go_on = run(text, path + "!", path, depth + 1);
    raw_ = outer_is_raw;
    return go_on;
  }

  std::string message(archive* reader) const {
    const char* text = library_.error_string(reader);
    return text != nullptr ? text : "it is damaged";
  }

  // A damaged archive ends, those around it go on.
  bool fail(const std::string& path, const std::string& why) {
    visit_(path.ends_with('!') ? path.substr(0, path.size() - 1) : path,
           Error{"cannot unpack it: " + why});
    return true;
  }

  const ArchiveLibrary& library_;
  const ArchiveLimits& limits_;
  std::uint64_t allowed_;
  std::uint64_t unpacked_ = 0;
  bool raw_ = false;
  const MemberVisitor& visit_;
};

}  // namespace

bool is_archive(std::string_view bytes) {
  return is_zip(bytes) || is_compressed(bytes) || is_tar(bytes);
}

void unpack(std::string_view bytes, std::string_view name, const ArchiveLimits& limits,
            const MemberVisitor& visit) {
  const ArchiveLibrary* library = archive_library();
  if (library == nullptr) {
    visit("", Error{"cannot unpack it: libarchive is not installed"});
    return;
  }
  Unpacker(*library, limits, bytes.size(), visit).run(bytes, "", name, 1);
}

}  // namespace leaksieve
