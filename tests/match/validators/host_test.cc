#include "scanner/match/validators/host.h"

#include <doctest/doctest.h>

#include <ostream>
#include <string>

#include "tests/match/validators/support.h"

namespace leaksieve {

TEST_CASE("host_kind") {
  for (const std::string_view host : {"localhost", "127.0.0.1", "db", "redis",
                                      "0.0.0.0", "host.docker.internal", "a.local"}) {
    CAPTURE(host);
    CHECK(host_kind(host) == HostKind::local);
  }
  for (const std::string_view host : {"example.com", "db.example.org", "x.test", "HOST",
                                      "hostname", "yourhost.net", "db.company.com"}) {
    CAPTURE(host);
    CHECK(host_kind(host) == HostKind::sample);
  }
  for (const std::string_view host :
       {"ep-x.eu-west-2.aws.neon.tech", "c0.abcde.mongodb.net", "x.rds.amazonaws.com",
        "ec2-1-2-3-4.compute-1.amazonaws.com", "db.prisma.io",
        "aws.connect.psdb.cloud"}) {
    CAPTURE(host);
    CHECK(host_kind(host) == HostKind::managed);
  }
  for (const std::string_view host :
       {"db.shop-prod.net", "10.2.3.4", "latest.shop.io"}) {
    CAPTURE(host);
    CHECK(host_kind(host) == HostKind::other);
  }
}

}  // namespace leaksieve
