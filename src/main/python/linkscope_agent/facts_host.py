"""Facts of the computer: warmth, load, memory, disks, clock."""
import os
import struct

from . import clock, files
from .fact import Group, Unknown

_FULL_BYTES, _FULL_SHARE = 50e6, 0.02  # less free space than either is as good as none
_MB = 1e6
_SYNCED = 16000000  # microseconds; NTP_PHASE_LIMIT of linux/timex.h, as timedated judges


class Host(Group):
    """Everything here is a file or a system call; nothing costs a process."""

    UNITS = {
        'host.temperature': 'C', 'host.load.1min': None, 'host.load.5min': None,
        'host.cpus': None, 'host.memory.total': 'MB', 'host.memory.available': 'MB',
        'host.swap.used': 'MB', 'host.uptime': 'h', 'disk.root.free': 'MB',
        'disk.root.full': None, 'disk.root.read_only': None, 'disk.root.inodes_full': None,
        'disk.octoprint.free': 'MB', 'disk.octoprint.full': None,
        'disk.octoprint.read_only': None, 'disk.octoprint.inodes_full': None,
        'clock.synchronised': None}
    STEPS = {'host.temperature': 2, 'host.load.1min': 0.3, 'host.load.5min': 0.3,
             'host.memory.available': 20, 'host.swap.used': 5, 'disk.root.free': 20,
             'disk.octoprint.free': 20}

    def __init__(self, root='', home=None, adjtimex=None):
        super().__init__()
        self._root = root
        self._home = os.path.expanduser('~') if home is None else home
        self._adjtimex = adjtimex or _adjtimex
        self._cpus = os.cpu_count()

    def values(self):
        found = {'host.cpus': self._cpus, 'host.uptime': int(clock.boot() // 3600)}
        found['host.temperature'] = self._temperature()
        try:
            load = os.getloadavg()
            found['host.load.1min'], found['host.load.5min'] = round(load[0], 1), round(load[1], 1)
        except OSError:
            found['host.load.1min'] = found['host.load.5min'] = Unknown('unsupported')
        found.update(self._memory())
        found.update(_disk('disk.root.', self._root + '/'))
        found.update(_disk('disk.octoprint.', self._home + '/.octoprint'))
        found['clock.synchronised'] = self._synchronised()
        return found

    def _temperature(self):
        if not os.path.isdir(self._root + '/sys/class'):
            return Unknown('unsupported')
        millis = files.number(self._root + '/sys/class/thermal/thermal_zone0/temp')
        return None if millis is None else round(millis / 1000)

    def _memory(self):
        kib = {}
        try:
            for row in files.text(self._root + '/proc/meminfo', 4096).splitlines():
                name, _, rest = row.partition(':')
                if name in ('MemTotal', 'MemAvailable', 'SwapTotal', 'SwapFree'):
                    kib[name] = int(rest.split()[0])
        except OSError:
            why = Unknown('unsupported')
            return {'host.memory.total': why, 'host.memory.available': why, 'host.swap.used': why}
        swap = kib.get('SwapTotal', 0) - kib.get('SwapFree', 0)
        return {
            'host.memory.total': round(kib['MemTotal'] * 1024 / _MB),
            'host.memory.available': round(kib['MemAvailable'] * 1024 / _MB),
            'host.swap.used': round(swap * 1024 / _MB) if kib.get('SwapTotal') else None}

    def _synchronised(self):
        """systemd-timesyncd(8) touches this file at each synchronisation since the start; with any
        other service the kernel's own bound of the error tells."""
        folder = self._root + '/run/systemd/timesync'
        if os.path.exists(folder + '/synchronized'):
            return True
        if os.path.isdir(folder):
            return False
        try:
            return self._adjtimex() < _SYNCED
        except (ImportError, OSError, AttributeError):
            return Unknown('no systemd-timesyncd')


def _disk(prefix, path):
    try:
        disk = os.statvfs(path)
    except FileNotFoundError:
        return {}
    except OSError as e:
        return {prefix + leaf: Unknown(type(e).__name__)
                for leaf in ('free', 'full', 'read_only', 'inodes_full')}
    free, size = disk.f_bavail * disk.f_frsize, disk.f_blocks * disk.f_frsize
    return {
        prefix + 'free': round(free / _MB),
        prefix + 'full': free < _FULL_BYTES or free < _FULL_SHARE * size,
        prefix + 'read_only': bool(disk.f_flag & os.ST_RDONLY),
        # Some file systems have no fixed number of inodes and say 0.
        prefix + 'inodes_full': 0 < disk.f_files and disk.f_favail < _FULL_SHARE * disk.f_files}


def _adjtimex():
    """The kernel's bound of the clock's error in microseconds (adjtimex(2)); changes nothing."""
    import ctypes
    timex = ctypes.create_string_buffer(512)  # modes 0, offset, freq, maxerror, ...
    if ctypes.CDLL(None).adjtimex(timex) < 0:
        raise OSError('adjtimex')
    return struct.unpack_from('@Illl', timex)[3]
