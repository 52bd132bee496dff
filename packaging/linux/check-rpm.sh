#!/bin/sh
# Lays the package into an empty root, starts it from there and removes it again:
# packaging/linux/check-rpm.sh RPM. What it depends on is not there, so no window is opened.
set -eu

package=$(readlink -f -- "$1")
skip() {
    echo "The .rpm is not tried: $1."
    exit 0
}
[ "$(id -u)" = 0 ] || skip 'not root'
command -v rpm >/dev/null || skip 'no rpm'

root=$(mktemp -d /var/tmp/linkscope-rpm.XXXXXX)
trap 'rm -rf -- "$root"' EXIT
trap 'exit 130' INT TERM
fail() {
    echo "FAILED: $1" >&2
    exit 1
}

rpm --root "$root" --initdb
rpm --root "$root" --install --nodeps "$package"
rpm --root "$root" --verify --nodeps linkscope || fail 'files differ from those packed'
version=$(rpm --root "$root" --query --queryformat '%{VERSION}' linkscope)
# Where the cache does not fit, this machine ends with an error.
said=$(LINKSCOPE_JAVA_OPTIONS=-XX:AOTMode=on "$root/usr/bin/linkscope" --version) || fail 'start'
[ "$said" = "linkscope $version" ] || fail 'version'
rpm --root "$root" --erase --nodeps linkscope
[ ! -e "$root/usr/lib/linkscope" ] || fail 'something is left'
echo "The .rpm was laid into a root of its own, started and removed again."
