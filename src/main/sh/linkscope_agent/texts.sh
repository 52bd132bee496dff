# Clocks and texts.
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
