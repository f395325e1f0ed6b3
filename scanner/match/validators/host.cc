#include "scanner/match/validators/host.h"

#include <algorithm>
#include <cctype>
#include <string>

#include "scanner/base/ascii.h"
#include "scanner/match/validators/placeholder.h"

namespace leaksieve {

HostKind host_kind(std::string_view host) {
  const std::string name = to_lower(host);
  const auto ends = [&](std::string_view suffix) { return name.ends_with(suffix); };
  if (name.empty() || is_reference(host)) return HostKind::local;
  for (const std::string_view sample :
       {"host",           "hostname",        "server",       "servername",   "domain",
        "host.com",       "domain.com",      "server.com",   "hostname.com", "myhost",
        "myserver",       "mydomain.com",    "site.com",     "company.com",  "test.com",
        "host.name",      "some.host",       "foo.com",      "bar.com",      "foo.bar",
        "yourdomain.com", "your-domain.com", "yourhost.com", "your.host"}) {
    if (name == sample) return HostKind::sample;
  }
  for (const std::string_view domain :
       {"example.com", "example.org", "example.net", "example.edu", "company.com",
        "mycompany.com", "domain.com", "yourdomain.com"}) {
    if (name == domain || ends(std::string(".") + std::string(domain)))
      return HostKind::sample;
  }
  for (const std::string_view suffix : {".example", ".invalid", ".test"}) {
    if (ends(suffix)) return HostKind::sample;
  }
  if (name.find("example") != std::string::npos || name.starts_with("your") ||
      name.starts_with("<")) {
    return HostKind::sample;
  }
  const bool dotted = name.find('.') != std::string::npos;
  if (!dotted || name == "127.0.0.1" || name == "0.0.0.0" || name.starts_with("127.") ||
      ends(".local") || ends(".localhost") || ends(".localdomain") ||
      name == "host.docker.internal") {
    return HostKind::local;
  }
  for (const std::string_view suffix : {".neon.tech",
                                        ".supabase.co",
                                        ".supabase.com",
                                        ".rds.amazonaws.com",
                                        ".cache.amazonaws.com",
                                        ".mq.amazonaws.com",
                                        ".psdb.cloud",
                                        ".mongodb.net",
                                        ".upstash.io",
                                        ".render.com",
                                        ".railway.app",
                                        ".rlwy.net",
                                        ".aivencloud.com",
                                        ".db.ondigitalocean.com",
                                        ".azure.com",
                                        ".windows.net",
                                        ".redislabs.com",
                                        ".redis-cloud.com",
                                        ".redns.redis-cloud.com",
                                        ".cloudamqp.com",
                                        ".cockroachlabs.cloud",
                                        ".clickhouse.cloud",
                                        ".elastic-cloud.com",
                                        ".databases.neo4j.io",
                                        ".snowflakecomputing.com",
                                        ".timescale.com",
                                        ".compute.amazonaws.com",
                                        ".compute-1.amazonaws.com",
                                        ".memorydb.amazonaws.com",
                                        ".docdb.amazonaws.com",
                                        ".ondigitalocean.com",
                                        ".crunchybridge.com",
                                        ".ubicloud.com",
                                        ".tidbcloud.com",
                                        ".prisma.io",
                                        ".xata.sh",
                                        ".thenile.dev",
                                        ".tembo.io",
                                        ".vultrdb.com",
                                        ".rdb.fr-par.scw.cloud",
                                        ".gcp.cloud.es.io",
                                        ".aws.cloud.es.io",
                                        ".dragonflydb.cloud",
                                        ".confluent.cloud",
                                        ".fly.dev",
                                        ".elephantsql.com",
                                        ".scalingo.com",
                                        ".heroku.com"}) {
    if (ends(suffix)) return HostKind::managed;
  }
  return HostKind::other;
}

}  // namespace leaksieve
