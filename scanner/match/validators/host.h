#pragma once

#include <string_view>

namespace leaksieve {

/// What the name of a host tells about a password for it.
enum class HostKind {
  local,    ///< only this machine or its containers reach it: localhost, db, 127.0.0.1
  sample,   ///< reserved for documentation, or says "your host": example.com
  managed,  ///< a managed database or queue that the internet reaches
  other,
};

/// The kind of `host`, without port and brackets.
///
/// Source of the reserved names: RFC 2606 and RFC 6761; of the managed ones: the
/// providers' connection strings, 2026-11.
HostKind host_kind(std::string_view host);

}  // namespace leaksieve
