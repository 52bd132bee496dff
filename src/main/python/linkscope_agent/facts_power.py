"""Facts of the power supply, as the firmware of a Raspberry Pi sees it."""

from . import files, patterns
from .command import Command, Missing, NotAllowed, Seldom
from .fact import Group, Unknown

# vcgencmd get_throttled: bits of now; the same 16 higher for since the start.
BITS = {'undervoltage': 0, 'frequency_capped': 1, 'throttled': 2}
_FLAGS = patterns.compile(r'throttled=0x([0-9a-fA-F]{1,8})\s*$')
SELDOM = 60  # seconds between two runs of vcgencmd


class Power(Group):
    """The file get_throttled of the firmware's driver is not read: that writes a warning into the
    kernel's log, and its upper bits are cleared every two seconds (drivers/firmware/raspberrypi.c,
    drivers/hwmon/raspberrypi-hwmon.c). The driver's alarm tells under-voltage between two runs."""

    UNITS = {'power.%s.%s' % (name, when): None for name in BITS for when in ('now', 'since_boot')}

    def __init__(self, root='', vcgencmd=None):
        super().__init__()
        self._root = root
        self._vcgencmd = vcgencmd or Command('vcgencmd')
        self._flags = Seldom(SELDOM, self._ask)
        self._is_pi = None
        self._alarm = None
        self._low = None

    def values(self):
        if self._is_pi is None:
            model = files.line(self._root + '/proc/device-tree/model') or ''
            self._is_pi = 'Raspberry Pi' in model
            self._alarm = self._find_alarm()
        if not self._is_pi:
            return {}
        low = files.number(self._alarm) if self._alarm else None
        flags = self._flags.get(now=low != self._low)
        self._low = low
        found = {}
        for name, bit in BITS.items():
            for when, shift in (('now', 0), ('since_boot', 16)):
                found['power.%s.%s' % (name, when)] = (
                    flags if isinstance(flags, Unknown) else bool(flags >> bit + shift & 1))
        if low is not None and (low == 1 or isinstance(flags, Unknown)):
            found['power.undervoltage.now'] = low == 1
        return found

    def _ask(self):
        try:
            match = _FLAGS.match(self._vcgencmd.run('get_throttled'))
        except Missing:
            return Unknown('vcgencmd is not installed')
        except NotAllowed:
            return Unknown('vcgencmd failed; is the user in group video?')
        return int(match.group(1), 16) if match else Unknown('vcgencmd did not tell')

    def _find_alarm(self):
        folder = self._root + '/sys/class/hwmon/'
        for name in files.names(folder):
            if files.line(folder + name + '/name') == 'rpi_volt':
                return folder + name + '/in0_lcrit_alarm'
        return None
