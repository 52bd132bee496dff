#!/bin/sh
# Installs the package in a bare Debian 12, uses it and removes it again: packaging/linux/check-deb.sh DEB
# Needs root and debootstrap; says so and ends well where they are missing. The mirror is that of this
# machine (apt), or DEBIAN_MIRROR.
set -eu

deb=$1
suite=bookworm
skip() {
    echo "The package is not tried in a bare Debian: $1."
    exit 0
}
[ "$(id -u)" = 0 ] || skip 'not root'
command -v debootstrap >/dev/null || skip 'no debootstrap'

mirror=${DEBIAN_MIRROR:-$(apt-get indextargets --format '$(SITE)' 'Created-By: Packages' 2>/dev/null |
    grep -v security | head -n 1)}
work=$(mktemp -d /var/tmp/linkscope-deb.XXXXXX)
root=$work/root
# What is below the new root ends with it; nothing may be unmounted or deleted before.
end() {
    umount "$root/proc" 2>/dev/null || true
    mountpoint -q "$root/proc" || rm -rf -- "$work"
}
trap end EXIT
trap 'exit 130' INT TERM

step() { printf -- '-- %s (%s)\n' "$1" "$(date -u +%H:%M:%S)"; }
inside() { chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 HOME=/home/owner "$@"; }
owner() { inside setpriv --reuid=1000 --regid=1000 --clear-groups "$@"; }
fail() {
    echo "FAILED: $1" >&2
    exit 1
}

step "a bare Debian ($suite) from $mirror"
debootstrap --variant=minbase "$suite" "$root" "$mirror" >"$work/debootstrap.log" 2>&1 ||
    { tail -n 20 "$work/debootstrap.log" >&2; skip "debootstrap cannot have one from $mirror"; }
[ -f /etc/apt/apt.conf ] && cp /etc/apt/apt.conf "$root/etc/apt/apt.conf"
cp /etc/apt/apt.conf.d/*prox* "$root/etc/apt/apt.conf.d/" 2>/dev/null || true
mount -t proc proc "$root/proc" || skip 'nothing can be mounted here'
inside useradd --uid 1000 --create-home owner

step 'install with its dependencies'
cp "$deb" "$root/tmp/linkscope.deb"
inside env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends /tmp/linkscope.deb \
    >"$work/install.log" 2>&1 || { tail -n 30 "$work/install.log" >&2; fail 'install'; }
[ "$(inside dpkg-query -W -f '${db:Status-Abbrev}' linkscope)" = 'ii ' ] || fail 'not configured'
inside dpkg -V linkscope

step 'menu entry, links, manual, icons'
grep -q '^Exec=linkscope %u$' "$root/usr/share/applications/linkscope.desktop" || fail 'menu entry'
[ -f "$root/usr/share/icons/hicolor/48x48/apps/linkscope.png" ] || fail 'icon'
[ -f "$root/usr/share/mime/packages/linkscope.xml" ] || fail 'type of reports'
[ -f "$root/usr/share/bash-completion/completions/linkscope" ] || fail 'completion'

step 'the command line'
[ "$(owner linkscope --version)" = "linkscope $(inside dpkg-query -W -f '${Version}' linkscope)" ] || fail 'version'
code=0
owner linkscope nonsense >"$work/wrong.out" 2>"$work/wrong.err" || code=$?
[ "$code" = 64 ] && [ ! -s "$work/wrong.out" ] || fail "wrong usage ends with $code"
code=0
owner linkscope diagnose local --for 20s --json - >"$work/report.json" 2>"$work/report.err" || code=$?
[ "$code" -le 3 ] || { cat "$work/report.err" >&2; fail "diagnose ends with $code"; }
python3 -c 'import json, sys; report = json.load(open(sys.argv[1])); print("schema", report["schemaVersion"], "printers", len(report["printers"]))' \
    "$work/report.json" || { head -c 500 "$work/report.json" >&2; fail 'not JSON alone'; }
echo "diagnose ended with $code"

step 'the window under Xvfb'
inside env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends xvfb xauth >"$work/xvfb.log" 2>&1
window() {
    owner timeout 300 env LINKSCOPE_JAVA_OPTIONS="-Dlinkscope.start=end ${2:-}" \
        xvfb-run -a -s '-screen 0 1600x1000x24' "$1" >"$work/window.out" 2>"$work/window.err" ||
        { cat "$work/window.err" >&2; fail "the window of $1"; }
    grep 'linkscope: first frame' "$work/window.err" || { cat "$work/window.err" >&2; fail 'no frame'; }
    [ ! -s "$work/window.out" ] || fail 'standard output is not empty'
    grep -v 'linkscope: first frame' "$work/window.err" >&2 || true
}
window linkscope
# Only with a cache that fits: else the machine would end at once.
window linkscope -XX:AOTMode=on

step 'what a start sends'
"$(dirname -- "$0")/check-packets.sh" "$root"

step 'the image elsewhere'
inside cp -a /usr/lib/linkscope '/opt/another place'
mv "$root/usr/lib/linkscope" "$work/away"
window '/opt/another place/bin/linkscope' -XX:AOTMode=on
mv "$work/away" "$root/usr/lib/linkscope"
rm -rf "$root/opt/another place"

step 'remove'
[ -z "$(find "$root/home/owner" -name .openjfx)" ] || fail 'native code was unpacked'
inside env DEBIAN_FRONTEND=noninteractive apt-get purge -y -q linkscope >"$work/purge.log" 2>&1 || fail 'purge'
left=$(find "$root" -xdev -path "$root/proc" -prune -o -path "$root/home" -prune -o -iname '*linkscope*' -print |
    grep -v '/tmp/linkscope.deb$' || true)
[ -z "$left" ] || fail "left behind: $left"
find "$root/home/owner" -mindepth 1 ! -name '.*' -type f | sed "s|$root||"
[ -f "$root/home/owner/.local/share/linkscope/settings.json" ] || [ -d "$root/home/owner/.local/share/linkscope" ] ||
    fail 'the data of the user are gone'
echo 'The package was installed, used and removed; only the data of its user are left.'
