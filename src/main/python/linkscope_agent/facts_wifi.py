"""Facts of the radio."""
import os

from . import basic, clock, files, routes, wireless
from .fact import Group, Unknown

# The same everywhere, so that two printers can be seen to share an access point.
_SALT = b'linkscope access point '
_AGAIN = 55  # seconds


class Wifi(Group):
    """The interface that carries the default route, else the first. Never the network's name."""

    UNITS = {
        'wifi.interface': None, 'wifi.associated': None, 'wifi.signal': 'dBm',
        'wifi.quality': '/70', 'wifi.retries': None, 'wifi.discarded': None,
        'wifi.missed_beacons': None, 'wifi.access_point': None, 'wifi.roams': None,
        'wifi.band': 'GHz', 'wifi.channel': None, 'wifi.frequency': 'MHz',
        'wifi.bit_rate': 'Mbit/s', 'wifi.power_save': None}
    STEPS = {'wifi.signal': 3, 'wifi.quality': 3, 'wifi.bit_rate': 15}

    def __init__(self, root='', driver=None, route=routes.gateway):
        super().__init__()
        self._net = root + '/sys/class/net'
        self._table = root + '/proc/net/wireless'
        self._driver = driver or wireless.Driver()
        self._route = route
        self._interface = None
        self._again = 0.0
        self._address = None
        self._hash = None
        self._roams = 0

    def values(self):
        interface = self._find()
        if interface is None:
            unsupported = None if os.path.isdir(self._net) else Unknown('unsupported')
            return {key: unsupported for key in self.UNITS}
        found = {'wifi.interface': interface, 'wifi.roams': self._roams}
        state = self._driver.state(interface)
        found['wifi.power_save'] = (
            Unknown('the driver does not tell') if state.power_save is None
            else 'on' if state.power_save else 'off')
        if not state.answered:
            why = Unknown('neither the driver nor iw tells')
            found.update((key, why) for key in self.UNITS if key not in found)
            found.update(self._statistics(interface))
            return found
        found['wifi.associated'] = state.access_point is not None
        if state.access_point is not None:
            self._met(state.access_point)
            found.update({
                'wifi.access_point': self._hash, 'wifi.roams': self._roams,
                'wifi.bit_rate': _told(state.rate), 'wifi.frequency': _told(state.frequency),
                'wifi.signal': _told(state.signal), 'wifi.quality': _told(None)})
            known = state.frequency is not None
            found['wifi.band'] = wireless.band(state.frequency) if known else _told(None)
            found['wifi.channel'] = wireless.channel(state.frequency) if known else _told(None)
        statistics = self._statistics(interface)
        if state.access_point is None:
            statistics.pop('wifi.signal', None)
            statistics.pop('wifi.quality', None)
        found.update(statistics)
        return found

    def _find(self):
        """None without a radio; whether one was plugged in is looked at less often."""
        if self._interface is None and clock.awake() < self._again:
            return None
        self._again = clock.awake() + _AGAIN
        route = self._route()
        if route and self._is_radio(route[1]):
            self._interface = route[1]
        elif self._interface is None or not self._is_radio(self._interface):
            radios = [name for name in files.names(self._net) if self._is_radio(name)]
            self._interface = radios[0] if radios else None
        return self._interface

    def _is_radio(self, name):
        return any(os.path.exists('%s/%s/%s' % (self._net, name, mark))
                   for mark in ('wireless', 'phy80211'))

    def _met(self, address):
        """Counts a change from one access point to another since the agent began."""
        if address != self._address:
            if self._address is not None:
                self._roams += 1
            self._address = address
            self._hash = basic.sha256(_SALT + address)[:12]

    def _statistics(self, interface):
        """The row of /proc/net/wireless: quality and level, then what was discarded and why."""
        try:
            rows = files.text(self._table).splitlines()
        except OSError:
            rows = []
        for row in rows:
            name, _, rest = row.partition(':')
            words = rest.split()
            if name.strip() == interface and len(words) >= 10:
                level = int(float(words[2]))
                discarded = [int(word) for word in words[4:10]]
                return {
                    'wifi.quality': int(float(words[1])),
                    'wifi.signal': level if level < 0 else Unknown('not in dBm'),
                    'wifi.discarded': sum(discarded[:3]) + discarded[4],
                    'wifi.retries': discarded[3], 'wifi.missed_beacons': discarded[5]}
        return {key: _told(None) for key in
                ('wifi.discarded', 'wifi.retries', 'wifi.missed_beacons')}


def _told(value):
    return Unknown('the driver does not tell') if value is None else value
