# Completions: bash gives what it should; every shell that is here takes its script.
. "$(dirname "$0")/lib.sh"

for shell in bash zsh fish; do
  expect_exit 0 leaksieve completion "$shell"
  cp "$work/out/stdout" "$shell.script"
  [ -s "$shell.script" ] || fail "$shell: empty"
  # A shell that is not here cannot say what it thinks: then the words at least are there.
  if command -v "$shell" >/dev/null; then
    "$shell" -n "$shell.script" || fail "$shell does not take its script"
  else
    echo "completion.sh: no $shell here; its script is only looked at" >&2
  fi
  grep -q staged "$shell.script" || fail "$shell: no command"
  grep -q markdown "$shell.script" || fail "$shell: no format"
done
expect_exit 2 leaksieve completion csh
expect_contains bash

mkdir "$work/bin"
ln -s "$program" "$work/bin/leaksieve"
# complete WORD...: what bash offers for the last one.
complete_words() {
  PATH=$work/bin:$PATH bash -c '
    . ./bash.script
    COMP_WORDS=(leaksieve "$@"); COMP_CWORD=$#; _leaksieve; printf "%s\n" "${COMPREPLY[@]}"' \
    bash "$@"
}
expect_equal "$(complete_words sta)" staged
expect_equal "$(complete_words audit --rotation)" --rotation-plan
expect_equal "$(complete_words dir -o csv; complete_words dir -o js)" "csv
json
jsonl"
expect_equal "$(complete_words staged --fail-on cri)" critical
expect_equal "$(complete_words staged --enable-rule clerk-secret-key-u)" clerk-secret-key-unusual-length
expect_equal "$(complete_words rules l)" list

# What is offered is what the parser takes.
for flag in --fail-on --min-confidence --color --log-statements; do
  offered=$(complete_words stdin $flag '')
  [ -n "$offered" ] || fail "nothing offered for $flag"
  for value in $offered; do
    expect_exit 0 leaksieve stdin $flag "$value" </dev/null
  done
done
for format in $(complete_words stdin -o ''); do
  expect_exit 0 leaksieve stdin -o "$format=report" </dev/null
done
