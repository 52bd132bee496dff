"""Questions to a Wi-Fi driver: wireless-extension ioctls, which cost no process; else `iw`."""
import errno
import struct

from . import patterns
from . import sockets as socket
from .command import Command, Missing, NotAllowed, Seldom

# linux/wireless.h
_FREQUENCY, _ACCESS_POINT, _RATE, _POWER = 0x8B05, 0x8B15, 0x8B21, 0x8B2D
# What iw prints.
_CONNECTED = patterns.compile(r'Connected to ((?:[0-9a-f]{2}:){5}[0-9a-f]{2})')
_CHANNEL = patterns.compile(r'freq: (\d+)')
_BIT_RATE = patterns.compile(r'tx bitrate: ([\d.]+) MBit')
_SIGNAL = patterns.compile(r'signal: (-\d+) dBm')
SELDOM = 60  # seconds between two runs of iw


class State:
    """What a driver says; None where it does not. Frequency in MHz, rate in Mbit/s."""

    def __init__(self):
        self.answered = False
        self.access_point = None
        self.frequency = None
        self.rate = None
        self.power_save = None
        self.signal = None


class Driver:
    """Asks by ioctl, and by iw where the driver has no ioctls."""

    def __init__(self, ask=None, iw=None):
        self._ask = ask or _ioctl
        self._iw = iw or Command('iw')
        self._interface = None
        self._seldom = Seldom(SELDOM, self._by_iw)

    def state(self, interface):
        changed, self._interface = interface != self._interface, interface
        state = self._by_ioctl(interface)
        return state if state.answered else self._seldom.get(now=changed)

    def _by_ioctl(self, interface):
        state = State()
        try:
            reply = self._ask(interface, _ACCESS_POINT)
        except OSError:
            return state
        state.answered = True
        address = reply[2:8]
        # Nobody, or the broadcast address: not associated.
        if address not in (b'\0' * 6, b'\xff' * 6, b'\x44' * 6):
            state.access_point = address
            state.frequency = _optional(self._frequency, interface)
            state.rate = _optional(self._rate, interface)
        state.power_save = _optional(self._power, interface)
        return state

    def _frequency(self, interface):
        mantissa, exponent = struct.unpack_from('=ih', self._ask(interface, _FREQUENCY))
        megahertz = mantissa * 10.0 ** (exponent - 6)
        return round(megahertz) if megahertz >= 1000 else None

    def _rate(self, interface):
        bits, = struct.unpack_from('=i', self._ask(interface, _RATE))
        return bits / 1e6 if bits > 0 else None

    def _power(self, interface):
        return not struct.unpack_from('=iBB', self._ask(interface, _POWER))[2]

    def _by_iw(self):
        state = State()
        try:
            link = self._iw.run('dev', self._interface, 'link')
            state.answered = True
            state.power_save = 'on' in self._iw.run(
                'dev', self._interface, 'get', 'power_save').lower().partition(':')[2]
        except (Missing, NotAllowed):
            if not state.answered:
                return state
        match = _CONNECTED.search(link)
        if match:
            state.access_point = bytes.fromhex(match.group(1).replace(':', ''))
            state.frequency = _found(_CHANNEL, link, int)
            state.rate = _found(_BIT_RATE, link, float)
            state.signal = _found(_SIGNAL, link, int)
        return state


def band(frequency):
    """The band's name in GHz."""
    return '2.4' if frequency < 3000 else '5' if frequency < 5925 else '6'


def channel(frequency):
    """Number of a channel by its centre in MHz (IEEE 802.11, annex E)."""
    if frequency == 2484:
        return 14
    if frequency < 3000:
        return (frequency - 2407) // 5
    return (frequency - (5000 if frequency < 5925 else 5950)) // 5


def _optional(ask, interface):
    try:
        return ask(interface)
    except OSError:
        return None


def _found(pattern, text, kind):
    match = pattern.search(text)
    return kind(match.group(1)) if match else None


def _ioctl(interface, request):
    """The 16 bytes that follow the name in struct iwreq."""
    import fcntl
    name = interface.encode()
    if len(name) > 15:
        raise OSError(errno.ENODEV, 'no such interface')
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sock:
        return fcntl.ioctl(sock, request, struct.pack('16s16x', name))[16:]
