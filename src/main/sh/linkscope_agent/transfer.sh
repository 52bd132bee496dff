# Addresses, curl, and what it says.
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
