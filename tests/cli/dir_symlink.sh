# Links are not followed, to files or to folders.
. "$(dirname "$0")/lib.sh"

write outside/app.py "key = \"$(clerk_key)\""
mkdir inside
ln -s ../outside/app.py inside/link.py
ln -s ../outside inside/folder
ln -s . inside/loop
expect_exit 0 leaksieve dir inside
