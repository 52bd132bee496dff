"""Facts of the way out: which interface carries it, and what the cable does."""
import os

from . import clock, files, resolvers, routes
from .fact import Group, Unknown

_TETHERS = {'rndis_host', 'cdc_ether', 'cdc_ncm', 'ipheth', 'g_ether'}
_MODEMS = ('ppp', 'wwan')
_ETHERNET = 1  # ARPHRD_ETHER of linux/if_arp.h


class Link(Group):
    """`link` is the interface of the default route, `ethernet` the first wired one."""

    UNITS = {
        'link.interface': None, 'link.kind': None, 'link.driver': None,
        'link.carrier_changes': None, 'link.rx_errors': None, 'link.tx_errors': None,
        'link.rx_dropped': None, 'link.tx_dropped': None, 'ethernet.interface': None,
        'ethernet.carrier': None, 'ethernet.carrier_changes': None, 'ethernet.speed': 'Mbit/s',
        'ethernet.duplex': None, 'gateway.address': None, 'dns.resolvers': None,
        'link.sent': 'kbit/s'}
    # Unwanted multicast is dropped all day; only a step of it says something.
    STEPS = {'link.rx_dropped': 100, 'link.sent': 100}

    def __init__(self, root='', route=routes.gateway, servers=resolvers.read):
        super().__init__()
        self._net = root + '/sys/class/net'
        self._tables = root + '/proc/net/route'
        self._route = route
        self._servers = servers
        self._kinds = {}
        self._sent = None

    def values(self):
        found = {'dns.resolvers': ', '.join(self._servers()) or None}
        if not os.path.exists(self._tables):
            return {key: found.get(key) or Unknown('unsupported') for key in self.UNITS}
        route = self._route()
        if route:
            found['gateway.address'] = route[0]
            self._way(found, route[1])
        wired = [name for name in files.names(self._net)
                 if self._kind(name)[0] in ('ethernet', 'usb')]
        if wired:
            self._cable(found, wired[0])
        return found

    def _way(self, found, name):
        found['link.interface'] = name
        found['link.kind'], found['link.driver'] = self._kind(name)
        found['link.carrier_changes'] = self._number(name, 'carrier_changes')
        for count in ('rx_errors', 'tx_errors', 'rx_dropped', 'tx_dropped'):
            found['link.' + count] = self._number(name, 'statistics/' + count)
        found['link.sent'] = self._rate(name, self._number(name, 'statistics/tx_bytes'))

    def _rate(self, name, count):
        """kbit/s since the last read: a video that somebody watches shows in it."""
        before, now = self._sent, clock.boot()
        self._sent = None if count is None else (name, count, now)
        if count is None:
            return None
        if before is None or before[0] != name or count < before[1] or now - before[2] < 1:
            return Unknown('no span yet')
        return round((count - before[1]) * 8 / 1000 / (now - before[2]))

    def _cable(self, found, name):
        found['ethernet.interface'] = name
        carrier = self._number(name, 'carrier')
        # A cable that is switched off has no carrier to read (EINVAL).
        found['ethernet.carrier'] = carrier == 1
        found['ethernet.carrier_changes'] = self._number(name, 'carrier_changes')
        if carrier == 1:
            speed = self._number(name, 'speed')
            found['ethernet.speed'] = speed if speed and speed > 0 else None
            duplex = files.line(self._net + '/%s/duplex' % name)
            found['ethernet.duplex'] = None if duplex == 'unknown' else duplex

    def _number(self, name, leaf):
        return files.number('%s/%s/%s' % (self._net, name, leaf))

    def _kind(self, name):
        """(kind, driver), remembered: an interface does not change its nature."""
        if name not in self._kinds:
            if len(self._kinds) > 64:
                self._kinds.clear()  # containers come and go
            self._kinds[name] = self._nature(name)
        return self._kinds[name]

    def _nature(self, name):
        folder = '%s/%s/' % (self._net, name)
        driver = (files.link(folder + 'device/driver') or '').rpartition('/')[2] or None
        if any(os.path.exists(folder + mark) for mark in ('wireless', 'phy80211')):
            kind = 'wifi'
        elif name.startswith(_MODEMS) or driver in ('qmi_wwan', 'cdc_mbim'):
            kind = 'mobile'
        elif driver in _TETHERS or name.startswith('usb'):
            kind = 'usb'
        elif os.path.exists(folder + 'bridge'):
            kind = 'bridge'
        elif name.startswith(('tun', 'tap', 'wg', 'tailscale')):
            kind = 'vpn'
        elif driver and self._number(name, 'type') == _ETHERNET:
            kind = 'ethernet'
        else:
            kind = 'virtual'
        return kind, driver
