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
