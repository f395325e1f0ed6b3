# What the build and the tests need, and how it is installed. Read by scanner/run and
# tests/run; does nothing by itself.

build_packages="g++ cmake ninja-build pkg-config git ccache libgit2-dev libre2-dev
  libfmt-dev libtomlplusplus-dev libdeflate-dev libsodium-dev nlohmann-json3-dev
  libcli11-dev libarchive-dev libzstd-dev liblzma-dev libbz2-dev nettle-dev"
# Debian 12's Hyperscan 5.4.0 has known defects on hostile input, its Vectorscan has not.
case $(. /etc/os-release 2>/dev/null && echo "$ID") in
  ubuntu) build_packages="$build_packages libhyperscan-dev" ;;
  *) build_packages="$build_packages libvectorscan-dev" ;;
esac

test_packages="doctest-dev libbenchmark-dev python3"
# For the HTML report. Ubuntu's package only fetches a snap; its runners have Chrome.
case $(. /etc/os-release 2>/dev/null && echo "$ID") in
  ubuntu) ;;
  *) test_packages="$test_packages chromium fonts-dejavu-core" ;;
esac
# Node may come from elsewhere; Debian's npm brings hundreds of packages.
command -v npm >/dev/null || test_packages="$test_packages nodejs npm"

# missing_packages PACKAGE...: those of them that are not installed, on one line.
missing_packages() {
  for package; do
    dpkg-query -W -f '${Status}\n' "$package" 2>/dev/null | grep -q ' installed$' ||
      printf '%s ' "$package"
  done
}

# install_packages PACKAGE...: installs the missing ones, or says which they are and goes
# on: the tools may be there under other names.
install_packages() {
  if ! command -v apt-get >/dev/null; then
    echo "leaksieve: no apt-get here; the build needs what Debian calls:" "$@"
    return
  fi
  missing=$(missing_packages "$@")
  [ -n "$missing" ] || return 0
  if [ "$(id -u)" = 0 ]; then
    as_root=env
  elif command -v sudo >/dev/null; then
    as_root="sudo env"
  else
    echo "leaksieve: neither root nor sudo; please install: $missing"
    return
  fi
  echo "leaksieve: installing $missing"
  $as_root DEBIAN_FRONTEND=noninteractive apt-get -q update &&
    $as_root DEBIAN_FRONTEND=noninteractive \
      apt-get -q install -y --no-install-recommends $missing
}
