#include "scanner/source/path_source.h"

#include <dirent.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <optional>
#include <utility>

#include "scanner/base/file.h"
#include "scanner/source/gitignore.h"

namespace leaksieve {
namespace {

Error no_such_blob() { return Error{"there is no repository to read it from"}; }

class FileReader : public ItemReader {
 public:
  FileReader(const Listing& listing, std::uint64_t max_bytes)
      : ItemReader(listing), max_bytes_(max_bytes) {}

  Result<std::string_view> read(const Item& item) override {
    SCANNER_TRY(auto bytes, read_bytes(listing_.paths[item.path], max_bytes_));
    if (!bytes) return Error{"the file is gone"};
    bytes_ = std::move(*bytes);
    return bytes_.view();
  }
  Result<std::string_view> read_blob(const ObjectId&) override {
    return no_such_blob();
  }

 private:
  std::uint64_t max_bytes_;
  FileBytes bytes_;
};

class TextReader : public ItemReader {
 public:
  TextReader(const Listing& listing, const std::string& text)
      : ItemReader(listing), text_(text) {}
  Result<std::string_view> read(const Item&) override {
    return std::string_view(text_);
  }
  Result<std::string_view> read_blob(const ObjectId&) override {
    return no_such_blob();
  }

 private:
  const std::string& text_;
};

class PathSource : public Source {
 public:
  PathSource(Listing listing, std::uint64_t max_bytes)
      : Source(std::move(listing)), max_bytes_(max_bytes) {}
  std::unique_ptr<Reader> make_reader() const override {
    return std::make_unique<FileReader>(listing_, max_bytes_);
  }
  CommitInfo commit_info(const ObjectId&) const override { return {}; }

 private:
  std::uint64_t max_bytes_;
};

class TextSource : public Source {
 public:
  TextSource(std::string text, const std::string& path)
      : Source({}), text_(std::move(text)) {
    listing_.items.push_back({{}, listing_.paths.add(path), kNone, kNone, Where::file});
  }
  std::unique_ptr<Reader> make_reader() const override {
    return std::make_unique<TextReader>(listing_, text_);
  }
  CommitInfo commit_info(const ObjectId&) const override { return {}; }

 private:
  std::string text_;
};

class Walker {
 public:
  Walker(const git::Library& library, const PathOptions& options)
      : library_(library), options_(options) {}

  Result<Listing> run(const std::vector<std::string>& paths) {
    for (const std::string& path : paths) SCANNER_CHECK(add_named(path));
    return std::move(listing_);
  }

 private:
  Result<void> add_named(const std::string& path) {
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0) {
      return Error{fmt::format("cannot read {}: {}", path, std::strerror(errno))};
    }
    if (S_ISREG(status.st_mode)) {
      add_file(path);
    } else if (S_ISDIR(status.st_mode)) {
      walk(path);
    } else {
      return Error{fmt::format("cannot read {}: it is no file and no folder", path)};
    }
    return {};
  }

  void walk(const std::string& root) {
    std::error_code error;
    const std::string absolute = std::filesystem::canonical(root, error).string();
    const std::optional<GitIgnore> ignore =
        options_.honour_gitignore && !error ? GitIgnore::for_path(library_, absolute)
                                            : std::nullopt;
    const std::string shown = root == "."           ? ""
                              : root.ends_with('/') ? root
                                                    : root + "/";
    // Folders as {as shown, absolute}, both with a final '/'.
    std::vector<std::pair<std::string, std::string>> folders{{shown, absolute + "/"}};
    while (!folders.empty()) {
      const auto [prefix, real] = std::move(folders.back());
      folders.pop_back();
      for (const auto& [name, type] : list(real, prefix)) {
        const std::string path = prefix + name;
        if (type == DT_DIR) {
          if (name == ".git") continue;
          if (ignore && ignore->ignores(real + name, true)) {
            ++listing_.skipped["ignored"];
          } else {
            folders.emplace_back(path + "/", real + name + "/");
          }
        } else if (type == DT_LNK) {
          ++listing_.skipped["link"];
        } else if (type != DT_REG) {
          ++listing_.skipped["special file"];
        } else if (ignore && ignore->ignores(real + name, false)) {
          ++listing_.skipped["ignored"];
        } else {
          add_file(path);
        }
      }
    }
  }

  // The entries of a folder by name, with the type that readdir(3) gives them.
  std::vector<std::pair<std::string, unsigned char>> list(const std::string& real,
                                                          const std::string& shown) {
    std::vector<std::pair<std::string, unsigned char>> entries;
    DIR* folder = ::opendir(real.c_str());
    if (folder == nullptr) {
      listing_.diagnostics.push_back(
          {Diagnostic::Level::error,
           fmt::format("cannot read the folder: {}", std::strerror(errno)), shown, "",
           true});
      return entries;
    }
    while (const dirent* entry = ::readdir(folder)) {
      const std::string name = entry->d_name;
      if (name == "." || name == "..") continue;
      unsigned char type = entry->d_type;
      struct stat status {};
      if (type == DT_UNKNOWN && ::fstatat(::dirfd(folder), entry->d_name, &status,
                                          AT_SYMLINK_NOFOLLOW) == 0) {
        type = static_cast<unsigned char>(IFTODT(status.st_mode));
      }
      entries.emplace_back(name, type);
    }
    ::closedir(folder);
    std::sort(entries.begin(), entries.end());
    return entries;
  }

  void add_file(const std::string& path) {
    if (!options_.filter.accepts(path.starts_with("./") ? path.substr(2) : path)) {
      ++listing_.skipped["excluded"];
      return;
    }
    listing_.items.push_back({{}, listing_.paths.add(path), kNone, kNone, Where::file});
  }

  const git::Library& library_;
  const PathOptions& options_;
  Listing listing_;
};

}  // namespace

Result<std::unique_ptr<Source>> make_path_source(const git::Library& library,
                                                 const std::vector<std::string>& paths,
                                                 const PathOptions& options) {
  SCANNER_TRY(Listing listing, Walker(library, options).run(paths));
  return std::unique_ptr<Source>(
      std::make_unique<PathSource>(std::move(listing), options.max_bytes));
}

std::unique_ptr<Source> make_text_source(std::string text, const std::string& path) {
  return std::make_unique<TextSource>(std::move(text), path);
}

}  // namespace leaksieve
