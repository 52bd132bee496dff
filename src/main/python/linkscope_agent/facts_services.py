"""Facts of the programs that a printer needs: their units, their processes, their ports."""
import os

from . import files, processes, tcp_table
from .command import Command, Missing, NotAllowed, Seldom
from .fact import Group, Unknown

# Fact and unit; a star stands for further instances, of which the worst is told.
_UNITS = {'octoprint': 'octoprint', 'haproxy': 'haproxy', 'webcamd': 'webcamd',
          'camera_streamer': 'camera-streamer*', 'crowsnest': 'crowsnest',
          'moonraker': 'moonraker', 'moonraker_obico': 'moonraker-obico*', 'klipper': 'klipper',
          'ser2net': 'ser2net'}
_PORTS = {'octoprint.listening': 5000, 'web.listening': 80, 'janus.listening': 17730}
_WORST = ('failed', 'activating', 'reloading', 'deactivating', 'inactive', 'active')
SELDOM = 600  # seconds between two runs of systemctl if nothing seems to have changed
# The kernel goes through its whole table of sockets for that, which with 262,144 buckets is 8 ms.
PORTS_SELDOM = 300
_SLICES = ('/sys/fs/cgroup/system.slice', '/sys/fs/cgroup/systemd/system.slice',
           '/sys/fs/cgroup/unified/system.slice')


class Services(Group):
    """A run of systemctl is dear; the folders of the units' control groups tell when it is due:
    each start of a unit makes a new one (systemd.resource-control(5))."""

    UNITS = dict([('service.%s%s' % (name, leaf), None) for name in _UNITS
                  for leaf in ('', '.restarts')]
                 + [('service.octoprint.since', 's')] + [(key, None) for key in _PORTS])

    def __init__(self, root='', systemctl=None, finder=processes.finder):
        super().__init__()
        self._root = root
        self._systemctl = systemctl or Command('systemctl')
        self._finder = finder
        self._units = Seldom(SELDOM, self._ask)
        self._mark = None
        self._ports = Seldom(PORTS_SELDOM, self._listening)
        self._listeners = None
        self._settled = False

    def values(self):
        found = self._states()
        octoprint = self._finder.processes(processes.OCTOPRINT)
        state = found.get('service.octoprint')
        if octoprint and (state is None or isinstance(state, Unknown)):
            found['service.octoprint'] = 'running (no unit)'
        found.update(self._ports_of(octoprint))
        return found

    def _ports_of(self, octoprint):
        """Read every time until those of OctoPrint and the web are there, and when a unit or a
        process has changed; seldom from then on."""
        listeners = self._mark, [(process.pid, process.start) for process in octoprint]
        ports = self._ports.get(now=not self._settled or listeners != self._listeners)
        self._listeners = listeners
        self._settled = ports['octoprint.listening'] is ports['web.listening'] is True
        return ports

    def _states(self):
        if not os.path.isdir(self._root + '/run/systemd/system'):
            return self._nobody_knows('not systemd')
        mark = self._control_groups()
        units, self._mark = self._units.get(now=mark != self._mark), mark
        if isinstance(units, Unknown):
            return self._nobody_knows(units.why)
        found = {}
        for name, unit in _UNITS.items():
            matching = [u for u in units if _matches(u.get('Id', ''), unit)]
            if matching:
                worst = min(matching, key=_rank)
                key = 'service.' + name
                found[key] = worst.get('ActiveState', 'unknown')
                found[key + '.restarts'] = sum(_number(u, 'NRestarts') for u in matching)
                since = _number(worst, 'ActiveEnterTimestampMonotonic')
                if name == 'octoprint' and since:
                    found[key + '.since'] = since // 1000000
        return found

    def _nobody_knows(self, why):
        return {key: Unknown(why) for key in self.UNITS if key.startswith('service.')}

    def _ask(self):
        try:
            output = self._systemctl.run(
                'show', '-p',
                'Id,LoadState,ActiveState,NRestarts,ActiveEnterTimestampMonotonic',
                *[unit + '.service' for unit in _UNITS.values()])
        except Missing:
            return Unknown('not systemd')
        except NotAllowed:
            return Unknown('systemctl failed')
        units = [dict(line.partition('=')[::2] for line in block.splitlines())
                 for block in output.split('\n\n') if block.strip()]
        return [unit for unit in units if unit.get('LoadState') != 'not-found']

    def _control_groups(self):
        """What changes whenever one of the units starts or ends."""
        mark = []
        for folder in _SLICES:
            for name in files.names(self._root + folder):
                if any(_matches(name, unit) for unit in _UNITS.values()):
                    try:
                        found = os.stat('%s%s/%s' % (self._root, folder, name))
                        mark.append((name, found.st_ino, found.st_ctime))
                    except OSError:
                        pass
        return mark

    def _listening(self):
        """The table of OctoPrint's own network, which in a container is another one."""
        folders = [process.folder + '/net'
                   for process in self._finder.processes(processes.OCTOPRINT)]
        folders.append(self._root + '/proc/net')
        for folder in folders:
            try:
                ports = tcp_table.listening(folder)
            except OSError:
                continue
            return {key: port in ports for key, port in _PORTS.items()}
        return {key: Unknown('unsupported') for key in _PORTS}


def _matches(name, unit):
    if not name.endswith('.service'):
        return False
    name = name[:-len('.service')]
    return name.startswith(unit[:-1]) if unit.endswith('*') else name == unit


def _rank(unit):
    state = unit.get('ActiveState')
    return _WORST.index(state) if state in _WORST else len(_WORST)


def _number(unit, key):
    text = unit.get(key, '')
    return int(text) if text.isdigit() else 0
