#include "tests/support/random_repo.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <ostream>

#include "scanner/base/text_encoding.h"
#include "tests/support/detection.h"

namespace leaksieve::test {
namespace {

using Lines = std::vector<std::string>;
using Tree = std::map<std::string, Lines>;

class History {
 public:
  History(std::mt19937_64& random, const RandomRepo::Shape& shape)
      : random_(random), shape_(shape) {
    for (int i = 0; i < 5; ++i) {
      secrets_.push_back(made_up("re_{alnum:8}_{alnum:24}", random_()));
      secrets_.push_back(made_up("postgres://u:{alnum:18}@db.acme.io/x", random_()));
      secrets_.push_back(made_up("AWS_SECRET_ACCESS_KEY={base64:40}", random_()));
      add_encoded(made_up("re_{alnum:8}_{alnum:24}", random_()));
    }
  }

  // The whole as a stream for fast-import.
  std::string stream() {
    for (int i = 0; i < shape_.commits; ++i) add_commit();
    std::string refs;
    for (std::size_t i = 0; i < tips_.size(); ++i) {
      refs += "reset refs/heads/b" + std::to_string(i) +
              "\nfrom :" + std::to_string(tips_[i].mark) + "\n\n";
    }
    refs += "reset refs/heads/main\nfrom :" + std::to_string(tips_[0].mark) + "\n\n";
    return stream_ + refs;
  }

 private:
  struct Tip {
    int mark = 0;
    Tree tree;
  };

  std::size_t below(std::size_t limit) { return random_() % limit; }

  std::string path() {
    static constexpr const char* kFolders[] = {"", "a/", "a/b/", "c/", "a.d/"};
    static constexpr const char* kNames[] = {"f", "g", "h.py", ".env", "a"};
    const std::string name = kNames[below(5)];
    // An environment file is told by its name alone.
    return kFolders[below(5)] + name + (name == ".env" ? "" : std::to_string(below(2)));
  }

  std::string line() {
    std::string text;
    for (std::size_t n = below(50); n > 0; --n) {
      text += "abcdefghij KEY_secret=0123456789:'\""[below(34)];
    }
    return text;
  }

  // The secret in each encoding, alone and in a long text of many lines.
  void add_encoded(const std::string& secret) {
    std::string percent;
    std::string escapes;
    std::string wide;
    for (const char c : secret) {
      percent += c == '_' ? "%5F" : std::string(1, c);
      escapes += c == '_' || c == 'e' ? fmt::format("\\u{:04x}", c) : std::string(1, c);
      wide += {c, '\0'};
    }
    const std::string base64 =
        to_base64("text before it, token " + secret + " and after");
    std::string lines;
    std::string text;
    for (int i = 0; i < 40; ++i) text += "some words of filling " + std::to_string(i);
    const std::string long_one = to_base64(text + " " + secret + " " + text);
    for (std::size_t i = 0; i < long_one.size(); i += 76) {
      lines += "\n" + long_one.substr(i, 76);
    }
    secrets_.insert(secrets_.end(),
                    {percent, escapes, wide, base64, to_base64(base64), lines});
  }

  std::string secret() { return secrets_[below(secrets_.size())]; }

  void edit(Lines& lines) {
    const std::size_t at = lines.empty() ? 0 : below(lines.size());
    const auto place = lines.begin() + static_cast<std::ptrdiff_t>(at);
    const std::size_t kind = below(9);
    switch (below(static_cast<std::size_t>(shape_.secret_in)) == 0 ? kind : kind + 4) {
      case 0:
        lines.insert(place, "x = '" + secret() + "'");
        break;
      case 1:  // one half now, the other later
        lines.insert(place, secret().substr(0, 20 + below(15)));
        break;
      case 2:  // joins two lines: what was cut in two may become whole
        if (at + 1 < lines.size()) {
          lines[at] += lines[at + 1];
          lines.erase(place + 1);
        }
        break;
      case 3:
        if (!lines.empty()) lines[at].insert(below(lines[at].size() + 1), secret());
        break;
      case 4:
        if (!lines.empty()) lines.erase(place);
        break;
      case 5:  // cuts something out of the middle of a line
        if (!lines.empty() && !lines[at].empty()) {
          lines[at].erase(below(lines[at].size()), below(6));
        }
        break;
      case 6: {  // moves a block
        if (lines.empty()) break;
        const auto end =
            place + static_cast<std::ptrdiff_t>(below(lines.size() - at) / 2 + 1);
        Lines block(place, end);
        lines.erase(place, end);
        lines.insert(
            lines.begin() + static_cast<std::ptrdiff_t>(below(lines.size() + 1)),
            block.begin(), block.end());
        break;
      }
      default:
        lines.insert(place, line());
    }
  }

  void change(Tree& tree) {
    const auto any = [&] {
      auto it = tree.begin();
      std::advance(it, static_cast<std::ptrdiff_t>(below(tree.size())));
      return it;
    };
    if (tree.empty() ||
        (tree.size() < static_cast<std::size_t>(shape_.files) && below(3) == 0)) {
      Lines lines(below(static_cast<std::size_t>(shape_.lines) * 2));
      for (std::string& text : lines) text = line();
      put(tree, path(), lines);
      return;
    }
    switch (below(12)) {
      case 0: {
        const auto from = any();
        const Lines lines = from->second;
        tree.erase(from);
        put(tree, path(), lines);
        break;
      }
      case 1:
        put(tree, path(), any()->second);
        break;
      case 2:
        tree.erase(any());
        break;
      default: {
        Lines& lines = any()->second;
        for (std::size_t n = below(3) + 1; n > 0; --n) edit(lines);
      }
    }
  }

  // A file and a folder cannot have the same path.
  static void put(Tree& tree, const std::string& path, const Lines& lines) {
    const bool taken = std::any_of(tree.begin(), tree.end(), [&](const auto& entry) {
      return entry.first.starts_with(path + "/") || path.starts_with(entry.first + "/");
    });
    if (!taken) tree[path] = lines;
  }

  void add_commit() {
    if (tips_.empty() || (tips_.size() < 4 && below(8) == 0)) {
      Tip fork = tips_.empty() ? Tip{} : tips_[below(tips_.size())];
      tips_.push_back(fork);
    }
    const std::size_t here = below(tips_.size());
    Tip& tip = tips_[here];
    std::vector<int> parents;
    if (tip.mark != 0) parents.push_back(tip.mark);
    const std::size_t other = below(tips_.size());
    if (tips_[other].mark != 0 && tips_[other].mark != tip.mark && below(4) == 0) {
      // A merge takes any file from either side, and sometimes edits it.
      parents.push_back(tips_[other].mark);
      for (const auto& [path, lines] : tips_[other].tree) {
        if (below(2) == 0) put(tip.tree, path, lines);
      }
      if (below(3) == 0) change(tip.tree);
    } else {
      for (std::size_t n = below(3) + 1; n > 0; --n) change(tip.tree);
    }
    write(tip, parents);
  }

  void write(Tip& tip, const std::vector<int>& parents) {
    tip.mark = ++marks_;
    const auto data = [](const std::string& text) {
      return "data " + std::to_string(text.size()) + "\n" + text + "\n";
    };
    stream_ += "commit refs/import/x" + std::to_string(tip.mark) +
               "\nmark :" + std::to_string(tip.mark) + "\nauthor A <a@b> " +
               std::to_string(1700000000 + marks_ * 60) + " +0000\ncommitter A <a@b> " +
               std::to_string(1700000000 + marks_ * 60) + " +0000\n" + data("change");
    for (std::size_t i = 0; i < parents.size(); ++i) {
      stream_ += (i == 0 ? "from :" : "merge :") + std::to_string(parents[i]) + "\n";
    }
    stream_ += "deleteall\n";
    for (const auto& [path, lines] : tip.tree) {
      std::string text;
      for (const std::string& one : lines) text += one + "\n";
      stream_ += "M 100644 inline " + path + "\n" + data(text);
    }
  }

  std::mt19937_64& random_;
  RandomRepo::Shape shape_;
  std::vector<std::string> secrets_;
  std::vector<Tip> tips_;
  int marks_ = 0;
  std::string stream_;
};

}  // namespace

RandomRepo::RandomRepo(std::uint64_t seed, const Shape& shape) : random_(seed) {
  repo_.write(".git/stream", History(random_, shape).stream());
  repo_.git("fast-import --quiet --force < .git/stream");
  // The branches keep all of it, or what they have left is not reachable.
  repo_.git(
      "for-each-ref --format='delete %(refname)' refs/import | git update-ref --stdin");
}

void RandomRepo::repack() {
  switch (random_() % 4) {
    case 0:
      repo_.git("repack -adfq --depth=" + std::to_string(random_() % 60 + 1) +
                " --window=" + std::to_string(random_() % 20 + 2));
      break;
    case 1:  // everything loose
      repo_.git("repack -adq");
      repo_.git(
          "rev-parse --git-dir > /dev/null; for p in .git/objects/pack/*.pack; do "
          "mv $p .git/p.pack; rm -f ${p%.pack}.*; git unpack-objects -q < "
          ".git/p.pack; rm -f .git/p.pack; done");
      break;
    case 2:  // several packs, with thin bases in others
      repo_.git("repack -adfq --max-pack-size=1m --depth=10");
      repo_.git(
          "rev-list --objects main | cut -d' ' -f1 | git pack-objects -q "
          "--window=5 .git/objects/pack/pack > /dev/null");
      break;
    default:
      repo_.git("gc -q --prune=now");
  }
}

}  // namespace leaksieve::test
