# Slots and when they are due.
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
