"""Facts that hardly change: the board, the system, versions, and what restarts things by itself."""
import os
import struct

from . import files, identity, patterns, processes
from .command import Command, Missing, NotAllowed, Seldom
from .fact import Group, Unknown

_VENVS = ('/opt/octopi/oprint', '/home/pi/oprint', '/home/pi/OctoPrint/venv')
_PACKAGE = patterns.compile(
    r'(octoprint|octoprint[-_]obico|octoprint[-_]networkhealth)-(\d[^-]*).*\.(?:dist|egg)-info$',
    patterns.I)
_RESTARTS = patterns.compile(
    r'\b(reboot|shutdown|poweroff|ifdown|ifup|ifconfig|wlan\d|rfkill|nmcli|wpa_cli|dhcpcd'
    r'|(restart|stop) (networking|NetworkManager|dhcpcd|wpa_supplicant|octoprint)'
    r'|ip link set)\b', patterns.I)
_NETWORK_MONITOR = patterns.compile(
    r'^\s*enable_network_monitor\s*=\s*(\S+)', patterns.M)
_CRON_FOLDERS = ('cron.d', 'cron.hourly', 'cron.daily', 'cron.weekly', 'cron.monthly')
_MOST_FILES = 64
_HOURLY = 3600  # seconds between two runs of crontab


class System(Group):
    """The board and its system."""

    UNITS = {'pi.model': None, 'os.name': None, 'os.kernel': None, 'os.bits': None,
             'octopi.version': None, 'python.version': None}

    def __init__(self, root=''):
        super().__init__()
        self._root = root

    def values(self):
        return {
            'pi.model': files.line(self._root + '/proc/device-tree/model'),
            'os.name': self._name(),
            'os.kernel': ' '.join(os.uname()[i] for i in (0, 2, 4)),
            'os.bits': struct.calcsize('P') * 8,
            'octopi.version': files.line(self._root + '/etc/octopi_version'),
            'python.version': identity.python()}

    def _name(self):
        try:
            for line in files.text(self._root + '/etc/os-release', 8192).splitlines():
                if line.startswith('PRETTY_NAME='):
                    return line.partition('=')[2].strip('"\' ')
        except OSError:
            pass
        return Unknown('no /etc/os-release')


class Software(Group):
    """Versions of OctoPrint and its plugins, by the names of folders; nothing of it is run."""

    UNITS = {'octoprint.version': None, 'obico.version': None, 'octoprint.container': None,
             'restarter.network_health': None, 'restarter.network_monitor': None,
             'restarter.cron': None, 'restarter.cron.private': None}

    def __init__(self, root='', home=None, crontab=None, finder=processes.finder):
        super().__init__()
        self._root = root
        self._home = os.path.expanduser('~') if home is None else home
        self._crontab = Seldom(_HOURLY, self._ask_crontab)
        self._program = crontab or Command('crontab')
        self._finder = finder

    def values(self):
        running = self._finder.processes(processes.OCTOPRINT)
        packages, looked = {}, False
        for folder in self._environments(running):
            names = [name for python in files.names(folder + '/lib')
                     for name in files.names('%s/lib/%s/site-packages' % (folder, python))]
            looked = looked or bool(names)
            for match in filter(None, map(_PACKAGE.match, names)):
                packages.setdefault(match.group(1).lower().replace('-', '_'), match.group(2))
            if 'octoprint' in packages:
                break
        nowhere = None if looked or not running else Unknown('its folder is closed to us')
        return {
            'octoprint.version': packages.get('octoprint', nowhere),
            'obico.version': packages.get('octoprint_obico', nowhere),
            'octoprint.container': any(p.container for p in running) if running else None,
            'restarter.network_health': packages.get('octoprint_networkhealth', nowhere),
            'restarter.network_monitor': self._network_monitor(),
            'restarter.cron': self._cron(),
            'restarter.cron.private': self._crontab.get()}

    def _environments(self, running):
        """Where OctoPrint may be installed; where it runs from comes first."""
        for process in running:
            for word in process.arguments[:2]:
                if word.startswith('/') and '/bin/' in word:
                    yield process.root + word.rpartition('/bin/')[0]
        yield self._home + '/oprint'
        for folder in _VENVS:
            yield self._root + folder

    def _network_monitor(self):
        """OctoPi 1.0 pings a host each minute and restarts the Wi-Fi when it is silent."""
        for folder in ('/boot/firmware', '/boot'):
            try:
                text = files.text('%s%s/octopi.txt' % (self._root, folder))
            except OSError:
                continue
            match = _NETWORK_MONITOR.search(text)
            return match.group(1).strip('"\'').lower() in ('1', 'true', 'yes') if match else None
        return None

    def _cron(self):
        """Lines of the system's tables that restart the network or the computer."""
        paths = [self._root + '/etc/crontab'] + [
            '%s/etc/%s/%s' % (self._root, folder, name) for folder in _CRON_FOLDERS
            for name in files.names('%s/etc/%s' % (self._root, folder))]
        if not any(map(os.path.exists, paths)):
            return None
        count = 0
        for path in paths[:_MOST_FILES]:
            try:
                count += _restarts(files.text(path))
            except PermissionError:
                return Unknown('not permitted')
            except OSError:
                pass
        return count

    def _ask_crontab(self):
        """The user's own table; those of others, root's too, are closed."""
        try:
            return _restarts(self._program.run('-l'))
        except Missing:
            return None
        except NotAllowed:
            return 0  # crontab(1) fails when there is none


def _restarts(table):
    """Lines with such a command; @reboot only says when."""
    return sum(1 for line in table.splitlines() if not line.lstrip().startswith('#')
               and _RESTARTS.search(line.replace('@reboot', '')))
