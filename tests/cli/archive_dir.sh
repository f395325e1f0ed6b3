# A secret in an archive is found, at the path ARCHIVE!MEMBER, in each kind of it and in
# archives in archives; --no-archives counts them.
. "$(dirname "$0")/lib.sh"

mkdir plain inside
write inside/app.yml "key: $(clerk_key)"
tar -C inside -czf plain/a.tar.gz app.yml
gzip -c inside/app.yml >plain/app.yml.gz
tar -C plain -cf plain/b.tar app.yml.gz
python3 -c 'import zipfile; zipfile.ZipFile("plain/c.jar", "w", 8).write("inside/app.yml", "x/app.yml")'
expect_exit 1 leaksieve dir plain
for path in 'a.tar.gz!app.yml' 'app.yml.gz!app.yml' 'b.tar!app.yml.gz!app.yml' 'c.jar!x/app.yml'; do
  expect_contains "plain/$path"
done
expect_exit 0 leaksieve dir plain --no-archives
expect_contains "archive (4)"
