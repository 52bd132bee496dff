# One attempt, by kind of probe.
slot_is() {
    now
    this=$1 started=$NOW total=''
    us_dns=-1 us_connect=-1 us_tls=-1 us_request=-1 us_body=-1 tx=0 rx=0
}

# Writes the outcome: result, phase, class.
outcome() {
    now
    [ -n "$total" ] || total=$(((NOW - started) * 10000))
    # curl's clock stands still while the computer sleeps.
    if [ "$1" = failed ] && [ $(((NOW - started) * 10000 - total)) -gt 2000000 ]; then
        set -- skipped '' suspended
    fi
    in_seconds "$started"
    start=$TEXT
    in_seconds "$NOW"
    [ -z "$details" ] || details=",\"d\":{$details}"
    printf 'entry %s %s {"t":"o","i":"%s","p":"%s","n":%s,"s":%s,"e":%s,"r":"%s"%s,"us":[%s]%s}\n' \
        "$tx" "$rx" "$target" "$kind" "$this" "$start" "$TEXT" "$1" \
        "${2:+,\"ph\":\"$2\"}${3:+,\"c\":\"$3\"}" \
        "$us_dns,$us_connect,$us_tls,$us_request,$us_body,$total" "$details"
}

detail() {
    [ -z "$2" ] || details="$details${details:+,}\"$1\":\"$2\""
}

attempt() {
    details=''
    slot_is "$1"
    case $kind in
        gateway) ask_gateway ;;
        *) ask_server ;;
    esac
    exit "${status_for_prober:-0}"
}

ask_gateway() {
    find_gateway
    if [ -z "$GATEWAY" ]; then
        if routed_by_ipv6; then
            outcome skipped '' unsupported
        else
            outcome failed connect no_route
        fi
        return
    fi
    detail address "$GATEWAY"
    if ping -c 1 -W 1 "$GATEWAY" >/dev/null 2>&1; then
        detail via ping
        outcome ok '' ''
        return
    fi
    # A router that answers no ping still answers ARP, or nobody could send it anything.
    while read -r WHO REST FLAGS MORE; do
        if [ "$WHO" = "$GATEWAY" ] && [ $((FLAGS & 2)) -ne 0 ]; then
            detail via arp
            outcome ok '' ''
            return
        fi
    done </proc/net/arp
    outcome failed connect timeout
}

# Whether there is a default router of IPv6, of which this agent knows no more.
routed_by_ipv6() {
    [ -r /proc/net/ipv6_route ] || return 1
    while read -r TO MASK REST REST REST REST REST REST FLAGS REST; do
        case $TO/$MASK in
            00000000000000000000000000000000/00) [ $((0x$FLAGS & 3)) -ne 3 ] || return 0 ;;
        esac
    done </proc/net/ipv6_route
    return 1
}

ask_server() {
    [ "$kind" = server.http ] || camera_address
    # Java's side lets nothing else through; here it keeps curl's config free of surprises.
    # shellcheck disable=SC2254 # a class of letters
    case $url in
        '') failure=no_url ;;
        *[!]$ADDRESS]*) failure=bad_url ;;
        [Hh][Tt][Tt][Pp]://* | [Hh][Tt][Tt][Pp][Ss]://*) failure='' ;;
        [A-Za-z]*:*) failure=bad_scheme ;;
        *) failure=bad_url ;;
    esac
    if [ -n "$failure" ]; then
        outcome failed request "$failure"
        return
    fi
    case $auth in '' | basic | digest) ;; *)
        outcome skipped '' unsupported
        return
        ;;
    esac
    fetch
    read_answer
    judge_transfer
    if [ -n "$class" ]; then
        measure "$phase"
        outcome "${result:-failed}" "$phase" "$class"
    elif [ "$kind" = server.http ]; then
        judge_server
    else
        judge_camera
    fi
}
