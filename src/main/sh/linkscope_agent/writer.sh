# The only one that prints.
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
