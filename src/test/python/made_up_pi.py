"""A made-up Raspberry Pi: its files, and programs that behave like those that cannot run here.

The programs keep what they are told in files of a folder `state`, write down each call in `log`, and
wait while a file of their name stands in `block`. The same folder serves as a root for unit tests and,
bound over the real folders in a namespace of its own, for a real SSH server.
"""
import os
import stat
import sys

_START = '''#!/bin/sh
# Arguments are written down, so that a secret among them would show.
D=$(cd "$(dirname "$0")/.." && pwd); N=$(basename "$0")
echo "$N $*" >> "$D/log/calls"
get() { cat "$D/state/$1" 2>/dev/null; }
set_to() { echo "$2" > "$D/state/$1" 2>/dev/null || { echo "$N: not permitted" >&2; exit 1; }; }
gate() { for i in $(seq 1 400); do [ -e "$D/block/$1" ] || return 0; sleep 0.05; done; }
'''
PROGRAMS = {
    'iw': '''
[ "$4" = power_save ] && [ "$3" = get ] && { echo "Power save: $(get power_save)"; exit; }
gate iw; set_to power_save "$5"
''',
    'nmcli': '''
case "$*" in
"-t -f DEVICE,STATE device") [ "$(get manager)" = nm ] && echo "wlan0:connected" || exit 8; echo "lo:unmanaged";;
"-t -f RUNNING general") [ "$(get manager)" = nm ] && echo running || exit 8;;
"-g GENERAL.CON-UUID device show wlan0") echo 11111111-2222-3333-4444-555555555555;;
"-g 802-11-wireless.powersave connection show uuid "*) get profile;;
"general reload conf") gate nmcli; get reloads | { read n; set_to reloads $((n + 1)); };;
"connection modify uuid "*) set_to profile "$6";;
*) exit 2;;
esac
''',
    'udevadm': 'exit 0\n',
    'systemctl': '''
case "$1" in
show) shift 2
  [ "$1" = LoadState ] && { echo "LoadState=$(get timesyncd)"; exit; }
  shift
  for pattern in "$@"; do
    for file in "$D"/state/unit-*; do
      unit=$(basename "$file" | cut -c6-)
      case "$unit" in $pattern)
        echo "Id=$unit"; cat "$file"; echo;;
      esac
    done
  done;;
restart) gate systemctl; get restarts | { read n; set_to restarts $((n + 1)); }
  [ "$2" = systemd-timesyncd.service ] && [ "$(get answers)" = yes ] && set_to synchronized yes; exit 0;;
*) exit 1;;
esac
''',
    'timedatectl': '''
case "$1" in
show) echo "CanNTP=$(get can_ntp)"; echo "NTP=$(get ntp)"; echo "NTPSynchronized=$(get synchronized)";;
set-ntp) gate timedatectl; [ "$2" = true ] && set_to ntp yes || set_to ntp no;;
*) exit 1;;
esac
''',
    'systemd-run': 'gate systemd-run; set_to poweroff "$*"\n',
}
STATE = {'power_save': 'on', 'manager': 'nm', 'profile': 'default', 'reloads': '0', 'timesyncd': 'loaded',
         'restarts': '0', 'can_ntp': 'yes', 'ntp': 'no', 'synchronized': 'no', 'answers': 'yes',
         'poweroff': 'no',
         'unit-webcamd.service': 'LoadState=loaded\nActiveState=active\nUnitFileState=enabled',
         'unit-octoprint.service': 'LoadState=loaded\nActiveState=active\nUnitFileState=enabled',
         'unit-camera-streamer.service': 'LoadState=loaded\nActiveState=inactive\nUnitFileState=disabled'}

# As sudo(8) 1.9 answers: without a ticket, by one line of standard input, and by the user's groups. It runs
# under a copy of python that is root's own with the set-user-ID bit.
SUDO = '''
import os, sys
folder = os.path.dirname(os.path.dirname(os.path.abspath(sys.argv[0])))
words = sys.argv[1:]
def note(name):
    with open(folder + '/log/calls', 'a') as file:
        file.write('%s %s\\n' % (name, ' '.join(sys.argv[1:])))
def get(name):
    with open(folder + '/state/' + name) as file:
        return file.read().strip()
note('sudo')
rule = get('sudo')  # nopasswd, password, or none
asks = '-S' in words
while words and words[0].startswith('-'):
    option = words.pop(0)
    if option == '--':
        break
    if option == '-p':
        words.pop(0)
if rule != 'nopasswd':
    if not asks:
        sys.exit('sudo: a password is required')
    line = b''
    while not line.endswith(b'\\n'):
        byte = os.read(0, 1)
        if not byte:
            break
        line += byte
    if line.rstrip(b'\\n').decode() != get('password'):
        sys.exit('Sorry, try again.\\nsudo: 1 incorrect password attempt')
    if rule == 'none':
        sys.exit('pi is not in the sudoers file.  This incident will be reported.')
if os.geteuid() == 0:
    os.setgid(0)
    os.setuid(0)
os.execvp(words[0], words)
'''


def write(path, text, mode=0o644):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    if os.path.islink(path):
        os.unlink(path)  # of a copy of a real folder: what it leads to is not the copy's
    with open(path, 'w') as file:
        file.write(text)
    os.chmod(path, mode)


def make(folder, python=sys.executable, sudo='nopasswd', password='raspberry', flags='-IS'):
    """Makes it in an empty folder: etc, sys, proc, bin, state, log, block."""
    for name, text in PROGRAMS.items():
        write('%s/bin/%s' % (folder, name), _START + text, 0o755)
    write(folder + '/bin/sudo', '#!%s %s\n%s' % (python, flags, SUDO), 0o755)
    for name, text in dict(STATE, sudo=sudo, password=password).items():
        write('%s/state/%s' % (folder, name), text + '\n')
    write(folder + '/log/calls', '')
    os.chmod(folder + '/log/calls', 0o666)
    for name in ('block', 'sys/class/net/lo', 'sys/class/net/wlan0/phy80211', 'etc/udev/rules.d',
                 'etc/NetworkManager/conf.d'):
        os.makedirs('%s/%s' % (folder, name), exist_ok=True)
    write(folder + '/etc/NetworkManager/conf.d/default-wifi-powersave-on.conf',
          '[connection]\nwifi.powersave = 3\n')
    write(folder + '/etc/resolv.conf', 'nameserver 127.0.0.1\n')
    write(folder + '/proc/net/route', 'Iface\tDestination\nwlan0\t00000000\n')


def tree(folder, parts=('etc', 'state')):
    """Everything that a change could touch: kind, mode, owner and content by path."""
    found = {}
    for part in parts:
        for place, folders, files in os.walk(os.path.join(folder, part)):
            for name in folders + files:
                path = os.path.join(place, name)
                known = os.lstat(path)
                content = b''
                if stat.S_ISREG(known.st_mode):
                    with open(path, 'rb') as file:
                        content = file.read()
                found[os.path.relpath(path, folder)] = (
                    known.st_mode, known.st_uid, known.st_gid, content)
    return found


if __name__ == '__main__':
    make(*sys.argv[1:])
