# A reader that went away: no crash, no signal.
. "$(dirname "$0")/lib.sh"

for number in $(seq 1 3000); do
  echo "key_$number = \"$(printf 'sk_live_%s' "$(printf '%042d' "$number" | tr 0-9 aBcDeFgHiJ)")\""
done >many.py
{
  status=0
  leaksieve dir many.py -o jsonl 2>"$work/out/stderr" || status=$?
  echo "$status" >status
} | true
case $(cat status) in
  0 | 1 | 2) ;;
  *) fail "exit $(cat status)" ;;
esac
