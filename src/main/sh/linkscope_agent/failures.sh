# What a transfer that failed failed at.
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
