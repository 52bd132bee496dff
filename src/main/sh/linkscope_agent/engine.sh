# The engine, the reader of commands and the heart.
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
