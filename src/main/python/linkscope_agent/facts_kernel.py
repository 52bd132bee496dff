"""Facts from the kernel's messages: how often, how often since the agent began, and when last."""

from . import patterns
from .fact import Group, Unknown
from .kernel_log import KernelLog, NotPermitted

# Texts of the drivers: brcmfmac, cfg80211 and mac80211, raspberrypi-hwmon, the USB core, uvcvideo,
# mmc and ext4, and the out-of-memory killer.
_KINDS = (
    ('undervoltage', patterns.compile(r'under-?voltage detected', patterns.I)),
    ('wifi_firmware', patterns.compile(
        r'brcmfmac.*(fail|error|timed? ?out|timeout|halted|crash|err[ =:]|-110|-52)', patterns.I)),
    ('wifi_lost', patterns.compile(
        r'deauthenticat|disassociat|wlan\d+: (connection to|lost|aborting)', patterns.I)),
    ('usb_disconnect', patterns.compile(r'\busb [\d.-]+: USB disconnect', patterns.I)),
    ('usb_reset', patterns.compile(
        r'\busb [\d.-]+: reset .*USB device|usb.*(over-current|device descriptor read.*error'
        r'|device not accepting address)', patterns.I)),
    ('camera', patterns.compile(
        r'uvcvideo.*(fail|error|non-zero status|-\d+)|resubmit video URB'
        r'|bcm2835-v4l2.*(fail|error)|(unicam|imx\d+|ov5647).*(fail|error|timeout)', patterns.I)),
    ('storage', patterns.compile(
        r'(mmc\d.*(error|timeout|timed out)|mmcblk\d.*error|I/O error'
        r'|EXT4-fs.*(error|warning|Remounting)|Aborting journal|Buffer I/O)', patterns.I)),
    ('memory', patterns.compile(r'(Out of memory:|oom-kill:|invoked oom-killer)', patterns.I)),
)
# Said at every start of a healthy Raspberry Pi, and at every scan.
_USUAL = patterns.compile(r'Direct firmware load|clm_blob|txcap|set chanspec')


class Kernel(Group):
    """Counts and times in seconds since the start; no text of a message leaves the computer."""

    UNITS = dict([('kernel.from', 's')] + [
        ('kernel.%s.%s' % (kind, leaf), unit) for kind, _ in _KINDS
        for leaf, unit in (('count', None), ('new', None), ('last', 's'))])

    def __init__(self, log=None):
        super().__init__()
        self._log = log or KernelLog()
        self._from = None
        self._counts = {kind: [0, 0, None] for kind, _ in _KINDS}

    def values(self):
        try:
            messages = self._log.new()
        except NotPermitted:
            why = Unknown('not permitted')
            return {key: why for key in self.UNITS}
        first = self._from is None
        for at, text in messages:
            if self._from is None:
                self._from = at
            if not _USUAL.search(text):
                self._count(at, text, first)
        # Where the log begins later than the computer, its counts are too low.
        found = {'kernel.from': None if self._from is None else round(self._from)}
        for kind, (count, new, last) in self._counts.items():
            found['kernel.%s.count' % kind] = count
            found['kernel.%s.new' % kind] = new
            found['kernel.%s.last' % kind] = None if last is None else round(last)
        return found

    def _count(self, at, text, first):
        for kind, pattern in _KINDS:
            if pattern.search(text):
                counts = self._counts[kind]
                counts[0] += 1
                counts[1] += 0 if first else 1
                counts[2] = at
                return
