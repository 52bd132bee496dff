# The subscription and what is told at its beginning.
# Fields `name=value` with tabs between them. Texts come as they stand between the quotes of JSON.
read_fields() {
    target='' kind='' cadence=0 deadline=0 slots=0 every=1 spread=0 auth='' url='' first=0
    IFS=$TAB
    # shellcheck disable=SC2086 # split at the tabs
    set -- $1
    IFS=$BLANKS
    for FIELD; do
        VALUE=${FIELD#*=}
        case $FIELD in
            cadence=* | deadline=* | slots=* | every=* | spread=* | lease=* | first=*)
                case $VALUE in '' | *[!0-9]* | 0?* | ???????????*) refuse ;; esac
                ;;
            id=* | target=*)
                case $VALUE in '' | *'"'*) refuse ;; esac
                [ ${#VALUE} -le 400 ] || refuse
                ;;
        esac
        case $FIELD in
            id=*) id=$VALUE ;;
            lease=*) lease=$VALUE ;;
            target=*) target=$VALUE ;;
            probe=*) kind=$VALUE ;;
            cadence=*) cadence=$((VALUE / 10)) ;;
            deadline=*) deadline=$((VALUE / 10)) ;;
            slots=*) slots=$VALUE ;;
            every=*) every=$VALUE ;;
            spread=*) spread=$((VALUE / 10)) ;;
            auth=*) auth=$VALUE ;;
            url=*) url=$VALUE ;;
            first=*) first=$VALUE ;;
        esac
    done
}

# Accepts the probes that it knows, and starts them.
begin() {
    if [ -z "$id" ] || [ "$lease" -lt 1000 ]; then refuse; fi
    list=''
    for line; do
        shift
        read_fields "$line"
        if [ -z "$target" ] || [ "$cadence" -lt 10 ]; then refuse; fi
        if [ "$deadline" -lt 5 ] || [ "$deadline" -gt 12000 ]; then refuse; fi
        case ",$CAPABILITIES," in *",\"$kind\","*) ;; *) continue ;; esac
        [ "$every" -gt 0 ] || continue
        now
        first=$NOW
        if [ "$spread" -gt 0 ]; then
            read -r TEXT </proc/sys/kernel/random/uuid
            first=$((NOW + 0x${TEXT%%-*} % spread))
        fi
        set -- "$@" "$line${TAB}first=$first"
        in_seconds "$first"
        list="$list${list:+,}{\"target\":\"$target\",\"probe\":\"$kind\",\"first\":$TEXT,"
        in_seconds "$cadence"
        list="$list\"cadence\":$TEXT}"
    done
    printf 'frame {"t":"subscribed","id":"%s","run":"%s","base":1,"next":1,"probes":[%s]}\n' \
        "$id" "$RUN" "$list"
    say_facts
    probers=''
    for line; do
        prober "$line" 3<&- &
        probers="$probers $!"
    done
}

# A fact: its key and its value; without one it is absent.
fact() {
    now
    in_seconds "$NOW"
    if [ -n "$2" ]; then
        clean "$2" 200
        printf 'entry 0 0 {"t":"fact","at":%s,"k":"%s","st":"known","v":"%s"}\n' \
            "$TEXT" "$1" "$CLEAN"
    else
        printf 'entry 0 0 {"t":"fact","at":%s,"k":"%s","st":"absent"}\n' "$TEXT" "$1"
    fi
}

say_facts() {
    VALUE=''
    if [ -r /proc/device-tree/model ]; then
        { VALUE=$(cat /proc/device-tree/model); } 2>/dev/null
    fi
    fact pi.model "$VALUE"
    if [ -r /etc/os-release ]; then
        while IFS= read -r line; do
            case $line in PRETTY_NAME=*) fact os.name "${line#*=}" ;; esac
        done </etc/os-release
    fi
    VALUE=''
    { read -r VALUE </proc/sys/kernel/osrelease; } 2>/dev/null
    fact os.kernel "Linux $VALUE"
    find_gateway
    fact gateway.address "$GATEWAY"
    VALUE=''
    if [ -r /etc/resolv.conf ]; then
        while read -r FIELD WHO REST; do
            case $FIELD in nameserver) VALUE="$VALUE${VALUE:+, }$WHO" ;; esac
        done </etc/resolv.conf
    fi
    fact dns.resolvers "$VALUE"
    fact python.version ''
    VALUE="no python: server and webcam picture"
    [ -z "$PING" ] || VALUE="$VALUE, router"
    fact agent.limits "$VALUE alone; ends with the connection"
}

# The default router (IPv4) of the lowest metric, empty if there is none.
find_gateway() {
    GATEWAY='' METRIC=''
    [ -r /proc/net/route ] || return 0
    while read -r REST TO VIA FLAGS REST REST COST MASK REST; do
        case $TO$MASK in 0000000000000000) ;; *) continue ;; esac
        [ $((0x$FLAGS & 3)) -eq 3 ] || continue
        if [ -z "$METRIC" ] || [ "$COST" -lt "$METRIC" ]; then
            METRIC=$COST
            VIA=$((0x$VIA)) # the lowest byte first, as on every Pi
            GATEWAY=$((VIA & 255)).$((VIA >> 8 & 255)).$((VIA >> 16 & 255)).$((VIA >> 24 & 255))
        fi
    done </proc/net/route
}
