# A renamed file introduces nothing, edited on the way or not.
. "$(dirname "$0")/lib.sh"

repository
write old.py "key = \"$(clerk_key)\"" 'one' 'two' 'three' 'four' 'five'
commit "a key"
git mv old.py new.py
expect_exit 0 leaksieve staged

write new.py "key = \"$(clerk_key)\"" 'one' 'two' 'three' 'four' 'six'
git add new.py
expect_exit 0 leaksieve staged
