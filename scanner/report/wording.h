#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "scanner/model/finding.h"

namespace leaksieve {

/// The words that the reports for people share. None of them is escaped: each format
/// does that in its own way.

/// "1 finding", "2 findings". `noun` is one that takes an s.
std::string count_of(std::uint64_t number, std::string_view noun);

/// "512 bytes", "5.1 MiB".
std::string size_of(std::uint64_t bytes);

/// Enough digits to name an object to git and to a person.
std::string short_id(const ObjectId& id);

/// "path:line:column", which editors and terminals make a link of. A message of a
/// commit or a tag has no path: then its kind and its object.
std::string place_of(const Finding& finding);

/// The path of the finding as a file of the repository. Where there is none the
/// made-up "commit/<id>/message", "tag/<id>/message" or "blob/<id>": readers of reports
/// want to have one.
std::string artifact_path(const Finding& finding);

/// One sentence of what it is: the rule's description, or its id.
std::string_view title_of(const Rule& rule);

/// Somebody may have it: it was pushed, or we do not know that it was not.
bool needs_rotation(const Finding& finding);

/// It is known to have left this machine: the scan says so, or a ref of a remote has
/// it.
bool was_pushed(const Finding& finding);

/// The first thing to do, by how far the secret has got. Empty for a finding that
/// leaks nothing.
std::string advice_of(const Finding& finding);

/// The rule's page, if it is one that may be linked to; empty otherwise.
std::string_view safe_url(const Rule& rule);

/// The evidence on one line, joined with commas.
std::string evidence_of(const Finding& finding);

}  // namespace leaksieve
