# A secret in an encoding is found where its encoded bytes stand, with the way to it, and
# not a second time where it stands in clear.
. "$(dirname "$0")/lib.sh"

mkdir plain
printf 'a\nb: %s\n' "$(printf 'the key is %s' "$(clerk_key)" | base64 -w0)" >plain/a.yml
expect_exit 1 leaksieve dir plain
expect_contains 'plain/a.yml:2:'
expect_contains 'clerk-secret-key'
leaksieve dir plain -o json=r.json >/dev/null || true
expect_exit 0 grep -q 'decoded from base64' r.json

printf 'key=%s&x=%%41\n' "$(clerk_key)" >plain/a.yml
expect_equal "$(findings dir plain)" "clerk-secret-key plain/a.yml:1"

printf 'key: "%s"\r\n' "$(clerk_key)" | iconv -t UTF-16 >plain/a.yml
expect_equal "$(findings dir plain)" "clerk-secret-key plain/a.yml:1"
