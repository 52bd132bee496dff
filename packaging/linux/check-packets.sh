#!/bin/sh
# What the window sends when it starts: packaging/linux/check-packets.sh ROOT
# ROOT has the package and xvfb installed. The window runs in a network of its own, which leads nowhere;
# whatever leaves it is counted. Allowed is the search for printers (multicast DNS), and that alone.
set -eu

root=$1
fail() {
    echo "FAILED: $1" >&2
    exit 1
}
skip() {
    echo "What a start sends is not looked at: $1."
    exit 0
}
command -v nft >/dev/null && command -v ip >/dev/null || skip 'no nft or ip'
net=linkscope-packets-$$
said=$(mktemp)
trap 'ip netns del "$net" 2>/dev/null || true; rm -f -- "$said"' EXIT
trap 'exit 130' INT TERM
ip netns add "$net" 2>/dev/null || skip 'no network namespaces here'

within() { ip netns exec "$net" "$@"; }
within sysctl -q -w net.ipv6.conf.default.disable_ipv6=1 net.ipv6.conf.all.disable_ipv6=1
within ip link set lo up
within ip link add wire type veth peer name end
within ip address add 192.0.2.2/24 dev wire
within ip link set wire up
within ip link set end up
within ip route add default via 192.0.2.1
# Nobody answers there; without a hardware address the kernel would tell itself so, in a packet.
within ip neighbour add 192.0.2.1 lladdr 02:00:00:00:00:01 dev wire
within nft -f - <<'END' || skip 'no packet filter here'
table inet sent {
    counter search { }
    counter other { }
    chain output {
        type filter hook output priority 0
        ip protocol igmp accept
        ip daddr 224.0.0.251 udp dport 5353 counter name search accept
        oifname lo tcp dport != 53 accept
        oifname lo udp dport != 53 accept
        counter name other
    }
}
END

# The counter works: one packet that would be told.
within python3 -c 'import socket; socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b"x", ("198.51.100.9", 9))'
count() { within nft list counter inet sent "$1" | sed -n 's/.*packets \([0-9]*\).*/\1/p'; }
[ "$(count other)" = 1 ] || fail 'a packet was sent and not counted'

run() {
    within chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 HOME=/home/owner \
        LINKSCOPE_HOME=/home/owner/packets LINKSCOPE_JAVA_OPTIONS=-Dlinkscope.start=say \
        setpriv --reuid=1000 --regid=1000 --clear-groups \
        timeout 25 xvfb-run -a -s '-screen 0 1600x1000x24' linkscope $1 >"$said" 2>&1 || true
    rm -rf -- "$root/home/owner/packets"
    grep -q '^linkscope: first frame' "$said" || { cat "$said" >&2; fail "no window of linkscope $1"; }
}
run demo
[ "$(count search) $(count other)" = '0 1' ] ||
    fail "the demonstration sent $(count search) packets of search and $(($(count other) - 1)) others"
run ''
[ "$(count other)" = 1 ] || fail "a first start sent $(($(count other) - 1)) packets beside its search"
echo "In 25 s the demonstration sends nothing, a first start the search for printers alone ($(count search) packets)."
