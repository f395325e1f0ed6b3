# scanner/run builds when a source is newer than the last good build, runs where it was
# called, and shows the log of a build that fails.
. "$(dirname "$0")/lib.sh"

mkdir -p bin tree/scanner tree/rules "two words"
cp "$top/scanner/run" "$top/scanner/packages.sh" tree/scanner/
touch tree/CMakeLists.txt tree/CMakePresets.json
cat >bin/cmake <<'END'
#!/bin/sh
echo "cmake was here"
[ ! -e broken ] || exit 1
mkdir -p build/release/scanner
printf '#!/bin/sh\necho "$# $1 in $PWD"\nexit 7\n' >build/release/scanner/leaksieve
chmod +x build/release/scanner/leaksieve
END
printf '#!/bin/sh\necho "install ok installed"\n' >bin/dpkg-query
chmod +x bin/cmake bin/dpkg-query
PATH=$work/bin:$PATH

cd "two words"
expect_exit 7 ../tree/scanner/run
expect_contains "1 audit in $work/two words" building
expect_not_contains "cmake was here"
expect_exit 7 ../tree/scanner/run "x y" z
expect_equal "$(cat "$work/out/stdout" "$work/out/stderr")" "2 x y in $work/two words"

sleep 0.1
touch ../tree/rules/new.toml ../tree/broken
expect_exit 2 ../tree/scanner/run
expect_contains "cmake was here" "failed"
expect_exit 2 ../tree/scanner/run
rm ../tree/broken
expect_exit 7 ../tree/scanner/run
