#include "scanner/text/inline_comments.h"

#include <algorithm>
#include <iterator>

#include "scanner/base/ascii.h"
#include "scanner/text/inline_marker.h"

namespace leaksieve {
namespace {

// Nobody switches off more rules by name; it bounds the work for a hostile text.
constexpr std::size_t kMaxBlocks = 256;

bool is_alone(std::string_view before) {
  return std::none_of(before.begin(), before.end(), is_alnum);
}

// What a directive that ends a block takes back.
bool ends(const InlineComment& block, const std::vector<std::string>& enabled) {
  return enabled.empty() ||
         (!block.rules.empty() &&
          std::all_of(block.rules.begin(), block.rules.end(), [&](const auto& rule) {
            return std::find(enabled.begin(), enabled.end(), rule) != enabled.end();
          }));
}

}  // namespace

std::vector<InlineComment> InlineComments::covering(ByteSpan span) {
  std::vector<InlineComment> out;
  const auto add = [&](const Line& line, bool Found::*reaches) {
    for (const Found& found : line.found) {
      const bool inside = span.begin <= found.offset && found.offset < span.end;
      if (found.*reaches && !inside) out.push_back(found.comment);
    }
  };
  const Line& first = line_of(span.begin);
  add(first, &Found::here);
  if (first.span.begin > 0) add(line_of(first.span.begin - 1), &Found::below);
  const std::uint64_t end = span.end > span.begin ? span.end - 1 : span.begin;
  if (end > first.span.end) {
    const Line& last = line_of(end);
    add(last, &Found::here);
    if (last.span.end + 1 < text_.size()) {
      add(line_of(last.span.end + 1), &Found::before);
    }
  }
  add_blocks(span, out);
  return out;
}

const InlineComments::Line& InlineComments::line_of(std::uint64_t offset) {
  offset = std::min<std::uint64_t>(offset, text_.size());
  auto after = lines_.upper_bound(offset);
  if (after != lines_.begin()) {
    const Line& known = std::prev(after)->second;
    if (offset <= known.span.end) return known;
  }
  const std::size_t newline =
      offset == 0 ? std::string_view::npos : text_.rfind('\n', offset - 1);
  Line line;
  line.span.begin = newline == std::string_view::npos ? 0 : newline + 1;
  line.span.end = std::min(text_.find('\n', offset), text_.size());
  const std::string_view bytes = bytes_of(text_, line.span);
  for (Marker& marker : markers_in(bytes)) {
    if (marker.kind == Marker::Kind::block || marker.kind == Marker::Kind::end) {
      continue;
    }
    Found found;
    const bool alone = is_alone(bytes.substr(0, marker.offset));
    found.offset = line.span.begin + marker.offset;
    found.here = marker.kind != Marker::Kind::next_line;
    found.below = (marker.kind == Marker::Kind::next_line && alone) ||
                  (marker.kind == Marker::Kind::line_or_next && alone) ||
                  (marker.kind == Marker::Kind::around && alone);
    found.before = marker.kind == Marker::Kind::around && alone;
    found.comment = std::move(marker.comment);
    found.comment.line = number_of(line.span.begin);
    line.found.push_back(std::move(found));
  }
  return lines_.emplace(line.span.begin, std::move(line)).first->second;
}

std::uint64_t InlineComments::number_of(std::uint64_t offset) {
  // Forwards or backwards from where it was counted last: spans rise, lines above and
  // below them alternate.
  const auto at = [&](std::uint64_t position) {
    return text_.begin() + static_cast<std::ptrdiff_t>(position);
  };
  const std::uint64_t low = std::min(offset, counted_to_);
  const auto lines = static_cast<std::uint64_t>(
      std::count(at(low), at(std::max(offset, counted_to_)), '\n'));
  counted_ = offset < counted_to_ ? counted_ - lines : counted_ + lines;
  counted_to_ = offset;
  return counted_;
}

void InlineComments::read_blocks() {
  blocks_read_ = true;
  std::vector<std::size_t> open;  // positions in blocks_
  std::uint64_t line_end = 0;
  for (std::size_t at = text_.find("secretlint-"); at != std::string_view::npos;
       at = text_.find("secretlint-", line_end)) {
    const std::size_t newline =
        at == 0 ? std::string_view::npos : text_.rfind('\n', at - 1);
    const std::uint64_t begin = newline == std::string_view::npos ? 0 : newline + 1;
    line_end = std::min(text_.find('\n', at), text_.size());
    for (Marker& marker : markers_in(bytes_of(text_, {begin, line_end}))) {
      const std::uint64_t offset = begin + marker.offset;
      if (marker.kind == Marker::Kind::end) {
        std::erase_if(open, [&](std::size_t i) {
          if (!ends(blocks_[i].comment, marker.comment.rules)) return false;
          blocks_[i].span.end = offset;
          return true;
        });
      } else if (marker.kind == Marker::Kind::block) {
        if (blocks_.size() == kMaxBlocks) return;
        marker.comment.line = number_of(begin);
        open.push_back(blocks_.size());
        blocks_.push_back({{offset, text_.size()}, std::move(marker.comment)});
      }
    }
  }
}

void InlineComments::add_blocks(ByteSpan span, std::vector<InlineComment>& out) {
  if (!blocks_read_) read_blocks();
  for (const Block& block : blocks_) {
    if (block.span.begin > span.begin) break;
    if (span.begin < block.span.end) out.push_back(block.comment);
  }
}

}  // namespace leaksieve
