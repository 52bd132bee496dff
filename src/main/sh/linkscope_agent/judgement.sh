# What a reply means: server, camera, picture.
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
