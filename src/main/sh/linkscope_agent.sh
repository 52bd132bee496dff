# Linkscope's agent where there is no python: POSIX sh, curl, date, cat, sleep and /proc; no file.
# It is sent line by line; nothing runs before the last line, so that half of it does nothing.
# Functions leave results in variables: a command substitution costs a process. Times are hundredths
# of a second of the boot clock, as /proc/uptime has them.
#   engine   takes the subscription, ends everything     reader   takes the further commands
#   writer   the only one that numbers and prints        heart    heartbeats and the lease
#   prober   the slots of one probe                      attempt  one slot
set_up() {
    set -fu
    LC_ALL=C
    export LC_ALL
    VERSION=0.1.0
    NL='
'
    TAB=$(printf '\t')
    CR=$(printf '\r')
    BLANKS=" $TAB$NL"
    IFS=$BLANKS
    SAFE='A-Za-z0-9 ._:/,()+@=;-'
    ADDRESS="A-Za-z0-9._~:/?#@!\$&'()*+,;=%[-" # and ]: RFC 3986; neither blanks, quotes nor \
    MOST_JOBS=12
    GRACE=200 # for a curl that does not keep --max-time
    MOST_BYTES=5000000 # of a picture, where the plugin gives up
    HEAD='' OD='' PING='' FRACTION='' CAPABILITIES='"server.http","webcam.snapshot"'
    if command -v head >/dev/null; then HEAD=yes; fi
    if [ -n "$HEAD" ] && command -v od >/dev/null; then OD=yes; fi
    if command -v ping >/dev/null; then PING=yes CAPABILITIES="\"gateway\",$CAPABILITIES"; fi
    # A printf that is a program would show addresses to everybody in its arguments.
    case $(command -v printf) in */*) CAPABILITIES='' ;; esac
    if sleep 0.01 2>/dev/null; then FRACTION=yes; fi
    PAGE=$(getconf PAGESIZE 2>/dev/null) || PAGE=4096
    REPORT='\nw %{http_code} %{time_namelookup} %{time_connect} %{time_appconnect}'
    REPORT="$REPORT %{time_starttransfer} %{time_total} %{size_download} %{size_header}"
    REPORT="$REPORT %{size_request} %{remote_ip}\nm %{content_type}\nl %{redirect_url}\n"
    # Gives way to everything else on this computer, as far as that is allowed.
    renice -n 10 -p $$ >/dev/null 2>&1
    { echo 500 >/proc/self/oom_score_adj; } 2>/dev/null
}

# --- clocks and texts -----------------------------------------------------------------------------

now() {
    read -r NOW REST </proc/uptime
    NOW=$((${NOW%.*} * 100 + 1${NOW#*.} - 100))
}

in_seconds() {
    TEXT=$(($1 % 100 + 100))
    TEXT=$(($1 / 100)).${TEXT#1}
}

clock_pair() {
    now
    in_seconds "$NOW"
    UNIX=$(date +%s.%N)
    DIGITS=${UNIX#*.}000
    case $DIGITS in *[!0-9]*) DIGITS=500 ;; esac # a date that knows no %N: half a second
    PAIR="[$TEXT,${UNIX%%.*}.${DIGITS%"${DIGITS#???}"}]"
}

# curl's seconds as microseconds.
micros() {
    DIGITS=${1#*.}000000
    case $1 in
        '' | .* | *[!0-9.]* | *.*.*) MICROS=0 ;;
        *) MICROS=$((${1%%.*} * 1000000 + 1${DIGITS%"${DIGITS#??????}"} - 1000000)) ;;
    esac
}

# What of the first $2 characters of $1 cannot disturb a JSON text.
clean() {
    CLEAN='' COUNT=0
    LEFT=$1
    while [ -n "$LEFT" ] && [ "$COUNT" -lt "$2" ]; do
        LETTER=${LEFT%"${LEFT#?}"}
        LEFT=${LEFT#?}
        COUNT=$((COUNT + 1))
        # shellcheck disable=SC2254 # a class of letters
        case $LETTER in [$SAFE]) CLEAN=$CLEAN$LETTER ;; esac
    done
}

pause() {
    for_sleep "$1"
    sleep "$TEXT"
}

for_sleep() {
    if [ -n "$FRACTION" ]; then in_seconds "$1"; else TEXT=$((($1 + 99) / 100)); fi
}

# --- processes ------------------------------------------------------------------------------------

# Kills every process below $1. They are stopped while they are looked for, so none starts another.
end_below() {
    FAMILY=" $1 "
    MORE=yes
    set +f
    while [ -n "$MORE" ]; do
        MORE=''
        for STAT in /proc/[0-9]*/stat; do
            { read -r PID REST REST PARENT REST <"$STAT"; } 2>/dev/null || continue
            case $FAMILY in *" $PID "*) continue ;; esac
            case $FAMILY in *" $PARENT "*)
                kill -STOP "$PID" 2>/dev/null
                FAMILY="$FAMILY$PID "
                MORE=yes
                ;;
            esac
        done
    done
    set -f
    for PID in ${FAMILY# "$1"}; do kill -KILL "$PID" 2>/dev/null; done
}

# Adds what process $1 and its ended children cost. Ticks of /proc are 1/100 s (proc(5), USER_HZ).
add_cost() {
    { read -r PID STATS <"/proc/$1/stat" && read -r REST PAGES REST <"/proc/$1/statm"; } \
        2>/dev/null || return 0
    # shellcheck disable=SC2086 # split into its fields: utime is the 14th of all
    set -- ${STATS##*) }
    CPU=$((CPU + (${12} + ${13} + ${14} + ${15}) * 10))
    RSS=$((RSS + PAGES * (PAGE / 1024)))
}

# --- writer ---------------------------------------------------------------------------------------

# Everybody writes whole lines, shorter than PIPE_BUF, into its one pipe. `entry TX RX {…}` gets a
# number, `beat CPU RSS CLOCK` becomes a heartbeat, all else goes on as it is.
writer() {
    sequence=1 tx=0 rx=0
    while read -r kind line; do
        case $kind in
            entry)
                tx=$((tx + ${line%% *}))
                line=${line#* }
                rx=$((rx + ${line%% *}))
                line=${line#* }
                printf '%s,"q":%s}\n' "${line%\}}" "$sequence"
                sequence=$((sequence + 1))
                ;;
            beat)
                CPU=${line%% *}
                line=${line#* }
                RSS=${line%% *}
                add_cost self
                printf '{"t":"hb","last":%s,"clock":%s,"cpu":%s,"rss":%s,"pss":-1,"tx":%s,"rx":%s}\n' \
                    "$((sequence - 1))" "${line#* }" "$CPU" "$RSS" "$tx" "$rx"
                ;;
            frame) printf '%s\n' "$line" ;;
            bye)
                printf '{"t":"bye","reason":"%s"}\n' "$line"
                return
                ;;
        esac || return
    done
}

# --- engine ---------------------------------------------------------------------------------------

engine() {
    read -r ME REST </proc/self/stat
    exec 3<&0
    trap 'leave lease' USR1
    trap 'leave stopped' USR2
    trap 'leave ""' TERM
    trap '' PIPE
    read -r RUN </proc/sys/kernel/random/uuid
    TEXT=${RUN#*-}
    RUN=${RUN%%-*}${TEXT%%-*}
    say_hello
    guard "$ME" &
    guard=$!
    id='' lease=60000
    set --
    while :; do
        IFS= read -r line || leave ''
        case $line in
            "subscribe$TAB"*)
                read_fields "$line"
                ;;
            "probe$TAB"*)
                [ $# -lt 32 ] || refuse
                set -- "$@" "$line"
                ;;
            begin) break ;;
        esac
    done
    kill "$guard"
    begin "$@"
    # shellcheck disable=SC2086 # a list
    heart "$ME" $probers 3<&- &
    reader "$ME" $! <&3 3<&- &
    exec 3<&-
    for prober in $probers; do wait "$prober"; done
    leave finished
}

# The last frame, and the end of every process of this agent but the writer.
leave() {
    trap '' USR1 USR2 TERM
    end_below "$ME"
    printf 'bye %s\n' "$1"
    exit 0
}

refuse() {
    printf 'frame {"t":"refused","code":"bad_request","message":"%s"}\n' \
        'The request has something missing, too long or out of range.'
    leave ''
}

# Ends an agent that nobody subscribes to.
guard() {
    nap=''
    trap 'kill $nap 2>/dev/null; exit 0' TERM
    sleep 60 3<&- &
    nap=$!
    wait "$nap"
    kill -USR1 "$1"
}

reader() {
    while read -r command; do
        case $command in
            renew) kill -USR1 "$2" ;;
            stop)
                kill -USR2 "$1"
                return
                ;;
        esac
    done
    kill -TERM "$1"
}

heart() {
    engine=$1
    shift
    trap 'now; until=$((NOW + lease / 10))' USR1
    now
    until=$((NOW + lease / 10))
    while [ "$NOW" -lt "$until" ]; do
        CPU=0 RSS=0
        for PROCESS in self "$engine" "$@"; do add_cost "$PROCESS"; done
        clock_pair
        printf 'beat %s %s %s\n' "$CPU" "$RSS" "$PAIR" || kill -TERM "$engine"
        due=$((NOW + 500))
        while [ "$NOW" -lt "$due" ] && [ "$NOW" -lt "$until" ]; do
            [ "$due" -le "$until" ] || due=$until
            for_sleep $((due - NOW))
            sleep "$TEXT" &
            nap=$!
            wait "$nap" || kill "$nap" 2>/dev/null # a renewal ends the wait
            now
        done
    done
    kill -USR1 "$engine"
}

say_hello() {
    clock_pair
    BOOT='' MACHINE=''
    { read -r BOOT </proc/sys/kernel/random/boot_id; } 2>/dev/null
    if { read -r MACHINE </etc/machine-id; } 2>/dev/null; then
        # machine-id(5) asks for a hash wherever it leaves the computer.
        MACHINE=$(printf 'linkscope %s' "$MACHINE" | sha256sum 2>/dev/null)
        MACHINE=${MACHINE%"${MACHINE#????????????????}"}
    fi
    clean "$BOOT" 60
    printf 'frame {"t":"hello","protocol":1,"agent":"%s","process":"%s",' "$VERSION" "$RUN"
    printf '"detached":false,"boot":"%s","machine":"%s","clock":%s,' \
        "$CLEAN" "$MACHINE" "$PAIR"
    printf '"python":"","shell":"sh","capabilities":[%s]}\n' "$CAPABILITIES"
}

# --- the subscription -----------------------------------------------------------------------------

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

# --- slots ----------------------------------------------------------------------------------------

# Slot n is due at first + n * cadence, whatever came of the ones before.
prober() {
    trap - USR1 USR2 TERM PIPE
    read_fields "$1"
    jobs='' open=0 resume=0 slot=0 details=''
    most=$(((deadline + GRACE) / cadence + 2))
    [ "$most" -le "$MOST_JOBS" ] || most=$MOST_JOBS
    while [ "$slots" -eq 0 ] || [ "$slot" -lt "$slots" ]; do
        now
        wait_for=$((first + slot * cadence - NOW))
        if [ "$wait_for" -gt 0 ]; then
            # A sleep does not notice that the computer slept.
            [ "$wait_for" -le 1000 ] || wait_for=1000
            pause "$wait_for"
            continue
        fi
        # Slots that passed while the computer slept do not exist: no burst afterwards.
        slot=$((slot - wait_for / cadence))
        reap
        if [ $((slot % every)) -eq 0 ] && { [ "$slots" -eq 0 ] || [ "$slot" -lt "$slots" ]; }; then
            start_attempt
        fi
        slot=$((slot + 1))
    done
    while [ -n "$jobs" ]; do
        pause 10
        now
        reap
    done
}

start_attempt() {
    if [ "$NOW" -lt "$resume" ]; then
        no_attempt "$slot" backing_off
    elif [ "$open" -ge "$most" ]; then
        no_attempt "$slot" agent_busy
    else
        attempt "$slot" &
        jobs="$jobs $!:$slot:$((NOW + deadline + GRACE))"
    fi
}

no_attempt() {
    slot_is "$1"
    outcome skipped '' "$2"
}

# Looks after the attempts that were started; their exit status tells to back off.
reap() {
    remaining='' open=0
    for job in $jobs; do
        pid=${job%%:*}
        if ! kill -0 "$pid" 2>/dev/null; then
            wait "$pid"
            status=$?
            job=${job#*:}
            back_off "$status" "${job%%:*}"
        elif [ "$NOW" -lt "${job##*:}" ]; then
            remaining="$remaining $job"
            open=$((open + 1))
        else
            kill -STOP "$pid" 2>/dev/null
            end_below "$pid"
            kill -KILL "$pid" 2>/dev/null
            wait "$pid"
            # Else it ended by itself at this very moment.
            if [ $? -gt 128 ]; then
                job=${job#*:}
                (details='"type":"stuck"' no_attempt "${job%%:*}" agent_error)
            fi
        fi
    done
    jobs=$remaining
}

# Exit status 20 + s / 3 of the attempt of slot $2: the server asked for s (at most 300) seconds of
# rest.
back_off() {
    [ "$1" -ge 20 ] && [ "$1" -le 120 ] || return 0
    rest=$((($1 - 20) * 300))
    [ "$rest" -ge $((cadence * 11 / 2)) ] || rest=$((cadence * 11 / 2))
    resume=$((first + $2 * cadence + rest))
}

# --- one attempt ----------------------------------------------------------------------------------

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

# As the plugin builds it: what has no scheme is on this computer.
camera_address() {
    case $url in
        '') return ;;
        *:*) case ${url%%:*} in [!A-Za-z]* | *[!A-Za-z0-9+.-]* | '') ;; *) return ;; esac ;;
    esac
    url=http://localhost/${url#/}
}

# Runs curl. Its address goes by standard input, since everybody may read arguments; what it says
# and reports comes back in `answer`, what the body looks like in `seen`.
fetch() {
    case $kind in
        server.http)
            set -- --cacert "${REQUESTS_CA_BUNDLE:-}"
            if [ -z "$2" ]; then shift 2; elif [ -d "$2" ]; then set -- --capath "$2"; fi
            ;;
        *) set -- -k -L --max-redirs 5 --proto-redir '=http,https' ;;
    esac
    [ "$auth" != digest ] || set -- "$@" --digest
    in_seconds "$deadline"
    answer=$(
        exec 4>&1 2>/dev/null
        {
            printf 'url = "%s"\n' "$url" | curl -q -s -v -g "$@" --http1.1 --noproxy '*' \
                --proto '=http,https' --max-time "$TEXT" --max-filesize "$MOST_BYTES" \
                -A "Linkscope/$VERSION (+diagnostic probe)" -H 'Connection: close' \
                -w "$REPORT" -o /proc/self/fd/3 -K - 3>&1 >&4 2>&4
            printf '\nx %s\n' $? >&4
        } | look
    )
    seen=$?
}

# Looks at the first bytes of the body: 0 what is wanted, 1 HTML, 2 other, 3 a health check's word,
# 4 nothing, 5 cannot tell. Where it has seen enough it leaves, which ends curl (exit 23).
look() {
    if [ "$kind" = server.http ]; then
        look_for_json
    else
        look_for_picture
    fi
}

look_for_json() {
    if [ -z "$HEAD" ]; then
        cat >/dev/null
        return 5
    fi
    text=$(head -c 4096)
    while :; do
        case $text in [" $TAB$NL$CR"]*) text=${text#?} ;; *) break ;; esac
    done
    case $text in
        '{'* | '['*) return 0 ;;
        '<'*) return 1 ;;
        Okay) return 3 ;;
        '') return 4 ;;
    esac
    return 2
}

look_for_picture() {
    if [ -z "$OD" ]; then
        cat >/dev/null
        return 5
    fi
    text=$(head -c 16 | od -An -v -tx1)
    # shellcheck disable=SC2086 # its numbers
    set -- $text
    case "${1:-} ${2:-}" in
        ' ') return 4 ;;
        'ff d8')
            head -c "$MOST_BYTES" >/dev/null
            return 0
            ;;
    esac
    while :; do
        case ${1:-} in 20 | 09 | 0a | 0d) shift ;; *) break ;; esac
    done
    [ "${1:-}" != 3c ] || return 1
    return 2
}

# From curl's words: status, headers, times, exit code, and what it says about a failure.
read_answer() {
    status=000 code=127 whole='' why='' certificate='' connected='' strange=''
    after='' online='' media='' there=''
    at_dns=0 at_connect=0 at_tls=0 at_answer=0 size=0 peer=''
    IFS=$NL
    for line in $answer; do
        line=${line%"$CR"}
        case $line in
            '< HTTP/'*) whole='' after='' online='' ;;
            '< ' | '<') whole=yes ;;
            '< '[Rr][Ee][Tt][Rr][Yy]-[Aa][Ff][Tt][Ee][Rr]:*) after=${line#*:} ;;
            '< '[Xx]-[Uu][Ss]treamer-[Oo]nline:*) online=${line#*:} ;;
            '* '*'onnection refused'*) why=refused ;;
            '* '*'onnection reset'*) why=reset ;;
            '* '*unreachable* | '* '*'No route'*) why=unreachable ;;
            '* '*'HTTP/0.9'*) strange=yes ;;
            '* Connected to '* | '* ALPN'* | '* TLS'*) connected=yes ;;
            '* '*'has expired'*) certificate=cert_expired ;;
            '* '*'not yet valid'*) certificate=cert_not_yet_valid ;;
            '* '*'match target'* | '* '*'no alternative certificate'*) certificate=cert_wrong_host ;;
            '* '*'self signed'* | '* '*'self-signed'* | '* '*' issuer certificate'*)
                certificate=cert_untrusted
                ;;
            '* '*'certificate verification failed'*) certificate=${certificate:-cert_untrusted} ;;
            '* '*'wrong version number'* | '* '*'http request'* | '* '*'unknown protocol'* | \
                '* '*'packet length too long'* | '* '*'record layer failure'*) why=not_tls ;;
            '* '*'unexpected eof'* | '* '*SSL_ERROR_SYSCALL*) why=${why:-closed} ;;
            'x '*) code=${line#x } ;;
            'm '*) media=${line#m } ;;
            'l '*) there=${line#l } ;;
            'w '*) report=$line ;;
        esac
    done
    IFS=$BLANKS
    # shellcheck disable=SC2086 # split at its blanks
    set -- ${report:-w 000 0 0 0 0 0 0 0 0}
    status=$2
    micros "$3"
    at_dns=$MICROS
    micros "$4"
    at_connect=$MICROS
    micros "$5"
    at_tls=$MICROS
    micros "$6"
    at_answer=$MICROS
    micros "$7"
    total=$MICROS
    size=${8%%.*} tx=${10%%.*} rx=$((${8%%.*} + ${9%%.*}))
    peer=${11:-}
    media=${media%%;*}
    clean "${media%% *}" 60
    media=$CLEAN
    case $url in [Hh][Tt][Tt][Pp][Ss]:*) ;; *) at_tls=$at_connect ;; esac
    clean "$peer" 45
    detail address "$CLEAN"
    case $CLEAN in '') ;; *:*) detail family 6 ;; *) detail family 4 ;; esac
    case $status in 000) ;; *) detail status "$status" ;; esac
}

# Sets `phase` and `class` if the reply did not come; a body that is wanted is looked at later.
judge_transfer() {
    phase=request class='' result=''
    if [ -n "$whole" ] && [ "$status" != 000 ]; then
        return
    elif [ "$code" = 6 ] || [ "$code" = 5 ]; then
        phase=dns class=dns_failed
    elif [ "$code" = 7 ]; then
        phase=connect class=${why:-unreachable}
    elif [ -n "$strange" ] || [ "$code" = 8 ] || { [ "$code" = 0 ] && [ "$status" = 000 ]; }; then
        class=garbage
    elif [ "$code" = 1 ]; then
        class=bad_scheme
    elif [ "$code" = 3 ]; then
        class=bad_url
    elif [ "$code" = 63 ]; then
        phase=body class=too_large
    else
        progress
        case $code in
            28) class=timeout ;;
            35 | 51 | 60) phase=tls class=${certificate:-${why:-tls_error}} ;;
            0 | 18 | 52 | 55 | 56) class=${why:-closed} ;;
            *) # a curl that cannot do it is not the server's fault
                phase='' result=skipped class=agent_error
                details="\"type\":\"curl_$code\""
                ;;
        esac
    fi
}

# The phase that curl was in.
progress() {
    literal=${url#*://}
    literal=${literal%%[/?#]*}
    literal=${literal##*@}
    if [ "$at_tls" -gt 0 ]; then
        phase=request
    elif [ "$at_connect" -gt 0 ] || [ -n "$connected" ]; then
        phase=tls
    else
        # A curl before 7.61 counts milliseconds: none may have passed for a number.
        case $at_dns:$literal in 0:*[!0-9.:]*) phase=dns ;; *) phase=connect ;; esac
        case $literal in '['*) phase=connect ;; esac
    fi
}

# The times of the phases up to $1.
measure() {
    case $1 in
        dns) us_dns=$total ;;
        connect) us_dns=$at_dns us_connect=$((total - at_dns)) ;;
        tls)
            us_dns=$at_dns us_tls=$((total - at_dns))
            # Some curls keep the time of the connection to themselves when the handshake fails.
            if [ "$at_connect" -gt 0 ]; then
                us_connect=$((at_connect - at_dns)) us_tls=$((total - at_connect))
            fi
            ;;
        *)
            [ "$at_connect" -gt 0 ] || return 0
            us_dns=$at_dns us_connect=$((at_connect - at_dns))
            case $url in [Hh][Tt][Tt][Pp][Ss]:*) us_tls=$((at_tls - at_connect)) ;; esac
            us_request=$((total - at_tls))
            if [ -n "$whole" ]; then
                us_request=$((at_answer - at_tls)) us_body=$((total - at_answer))
            fi
            ;;
    esac
}

response() {
    measure response
    outcome failed response "$1"
}

# The failure of a body, where one is needed; false if it came.
body_failed() {
    case $code in
        0 | 23) return 1 ;;
        18) class=cut_off ;;
        28) class=timeout ;;
        56) class=${why:-cut_off} ;;
        *) class=garbage ;;
    esac
    measure body
    outcome failed body "$class"
}

judge_server() {
    case $status in
        429) limited ;;
        511) response captive_portal ;;
        3??)
            host_of "$url"
            here=$HOST
            host_of "$there"
            if [ "$here" = "$HOST" ]; then response redirect; else response wrong_server; fi
            ;;
        404) response not_found ;;
        5??) response http_5xx ;;
        2?? | 401 | 403) judge_content ;;
        *) response http_4xx ;;
    esac
}

judge_content() {
    case $media in
        *html*) seen=1 ;;
        *)
            if body_failed; then return; fi
            case $seen:$media in 5:*json*) seen=0 ;; 5:*) seen=2 ;; esac
            ;;
    esac
    case ${url%%[?#]*} in */hc/) [ "$seen" != 3 ] || seen=0 ;; esac
    case $seen:$status in
        0:*)
            measure body
            outcome ok '' ''
            ;;
        *:403) limited ;;
        *:401) response http_4xx ;;
        1:*) response captive_portal ;;
        *) response wrong_content ;;
    esac
}

limited() {
    fact server.limited "$status"
    measure response
    outcome skipped '' rate_limited
    after=${after# }
    case $after in '' | *[!0-9]* | 0?*) after=1 ;; ????*) after=300 ;; esac
    [ "$after" -le 300 ] || after=300
    status_for_prober=$((20 + (after + 2) / 3))
}

# The host of an address.
host_of() {
    HOST=${1#*://}
    HOST=${HOST%%[/?#]*}
    HOST=${HOST##*@}
    case $HOST in '['*) HOST=${HOST%%]*} ;; *) HOST=${HOST%%:*} ;; esac
}

judge_camera() {
    detail type "$media"
    case $status in
        401) response login_needed ;;
        404) response not_found ;;
        5??) response http_5xx ;;
        4??) response http_4xx ;;
        3??) response redirect ;;
        2??) judge_picture ;;
        *) response garbage ;;
    esac
}

judge_picture() {
    case $online in *[Ff][Aa][Ll][Ss][Ee]*)
        response no_signal
        return
        ;;
    esac
    case $media in
        *html*) response not_a_picture ;;
        multipart/*) response stream_not_snapshot ;;
        *)
            if [ "$code" = 23 ] && [ "$seen" = 0 ]; then
                body_is too_large
                return
            fi
            if body_failed; then return; fi
            detail size "$size"
            case $size:$seen in
                0:*) body_is empty ;;
                *:[05])
                    measure body
                    outcome ok '' ''
                    ;;
                *:1) response not_a_picture ;;
                *) body_is not_jpeg ;;
            esac
            ;;
    esac
}

body_is() {
    measure body
    outcome failed body "$1"
}

set_up
engine | writer
