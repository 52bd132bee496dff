# Processes and their ends.
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
