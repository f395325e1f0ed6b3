# A zip bomb and a damaged archive are named, exit 3; a secret before either is found.
. "$(dirname "$0")/lib.sh"

mkdir plain
python3 -c 'import zipfile; zipfile.ZipFile("plain/bomb.zip", "w", 8).writestr("zeros", bytes(40 << 20))'
expect_exit 3 leaksieve dir plain
expect_contains 'plain/bomb.zip!zeros'
expect_contains 'unpacks to more than'

random_alnum 100000 1 | gzip -c | head -c 20000 >plain/bomb.zip
expect_exit 3 leaksieve dir plain
expect_contains 'cannot unpack it'
