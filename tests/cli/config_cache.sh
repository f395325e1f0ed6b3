# Rules of one's own are compiled once; a cache that is not the user's own is not believed.
. "$(dirname "$0")/lib.sh"

write rules.toml '[[rules]]' 'id = "acme-key"' "regex = '''acme_[0-9A-Za-z]{8}'''"
write plain/a.txt "key: acme_$(random_alnum 8 1)"
found="acme-key plain/a.txt:1"
expect_equal "$(findings dir plain --config rules.toml)" "$found"
cache=$XDG_CACHE_HOME/leaksieve
expect_equal "$(stat -c %a "$cache") $(stat -c %a "$cache"/*.db)" "700 600"
expect_equal "$(findings dir plain --config rules.toml)" "$found"
before=$(cat "$cache"/*.db | cksum)
for damage in 'printf x >>"$file"' ': >"$file"' 'head -c 200 "$file" >cut && cat cut >"$file"' \
  'chmod 666 "$file"' 'rm "$file" && ln -s /dev/zero "$file"' 'rm "$file" && mkfifo "$file"'; do
  file=$(echo "$cache"/*.db)
  eval "$damage"
  expect_equal "$(findings dir plain --config rules.toml)" "$found"
  expect_equal "$(cat "$cache"/*.db | cksum)" "$before"
done
# Another rule is another file; a folder that cannot be written to is no error.
sed s/acme_/key:/ rules.toml >other.toml
expect_equal "$(findings dir plain --config other.toml)" ""
expect_equal "$(ls "$cache" | wc -l)" 2
expect_equal "$(XDG_CACHE_HOME=/dev/null findings dir plain --config rules.toml)" "$found"
