"""What Obico's plugin wrote into its log: codes alone, no text of a line is kept."""
import os
import time

from . import clock, patterns

_MOST = 262144  # bytes of the log at each look
_RECENT = 300  # seconds; a plugin in trouble says so again within two minutes
_SLACK = 5  # seconds between the start of a process and what it says
_RECORD = patterns.compile(r'(\d{4})-(\d\d)-(\d\d) (\d\d):(\d\d):(\d\d),\d{3}\s+(?:- )?(.*)')
_CLOSED = patterns.compile(r'WS Closed - (\d{1,5}|None)\b')
_HANDSHAKE = patterns.compile(r'Server WS ERROR: Handshake status (\d{3})\b')
_LINKED = patterns.compile(r"Linked printer: \{.*'id': (\d{1,12}\b)?")
_ROTATED = patterns.compile(r'\.(1|\d{4}-\d\d-\d\d)')
# Frames of the plugin's main loop: it ended there, or goes wrong in each round.
_MAIN_LOOP = patterns.compile(r'File ".*(octoprint_obico/__init__\.py", line \d+, in main_loop'
                        r'|moonraker_obico/app\.py", line \d+, in (main_loop|start))\s*$')


class PluginLog:
    """The state of one process of the plugin, as far as its log tells.

    `start` is when the process started, by the clock `awake`: older lines are of an earlier one.
    """

    def __init__(self, start, logger='octoprint.plugins.obico - '):
        self._start = start
        self._logger = logger
        self._file = None  # (device, inode) of what was read last
        self._position = 0
        self._rest = b''
        self._history = True
        self._at = None  # when the last record of the plugin was written; None for others'
        self._dying = False
        self.readable = False
        self.printer = None  # its number at Obico
        self._forget()

    def _forget(self):
        self.kicked = False
        self.dead = False
        self.last_close = None
        self.handshake = None
        self._trouble = None
        self._when = {}

    def look(self, path):
        """Reads what was appended since the last look."""
        try:
            self._follow(path)
            self.readable = True
        except (OSError, TypeError):
            self.readable = False

    def crashing(self):
        """Whether the main loop ended, or went wrong within the last minutes."""
        return self.dead or self._recently('crash')

    def not_connected(self):
        """Whether the plugin said within the last minutes that it cannot connect."""
        return self._recently('not_connected')

    def trouble(self):
        """not_linked or not_authorised, if it said so within the last minutes; else None."""
        return self._trouble if self._recently('trouble') else None

    def _recently(self, what):
        return what in self._when and clock.awake() - self._when[what] < _RECENT

    def _follow(self, path):
        found = os.stat(path)
        now = found.st_dev, found.st_ino
        if self._file is None:
            self._position = max(0, found.st_size - _MOST)
            older = _newest_rotated(path) if self._position == 0 else None
            if older:
                self._read(older, max(0, os.stat(older).st_size - _MOST))
        elif now != self._file:
            older = _newest_rotated(path)
            if older and (os.stat(older).st_dev, os.stat(older).st_ino) == self._file:
                self._read(older, max(self._position, os.stat(older).st_size - _MOST))
            self._position, self._rest = 0, b''
        elif found.st_size < self._position:  # cut off in place
            self._position, self._rest = 0, b''
        self._file = now
        if found.st_size > self._position:
            # What is more than the bound is passed over: the newest counts.
            self._position = self._read(path, max(self._position, found.st_size - _MOST))
        self._history = False

    def _read(self, path, position):
        with open(path, 'rb', 0) as source:
            source.seek(position)
            data = source.read(_MOST) or b''
        lines = (self._rest + data).split(b'\n')
        self._rest = lines.pop()[:_MOST]
        for line in lines:
            self._line(line.decode('ascii', 'replace').rstrip('\r'))
        return position + len(data)

    def _line(self, line):
        match = _RECORD.match(line)
        if match:
            self._dying = False
            self._at = self._time(match)
            text = match.group(7)
            if 'Starting OctoPrint' in text:
                self._forget()
            if not text.startswith(self._logger):
                self._at = None
            elif self._at is not None:
                self._record(text)
        elif line.startswith('Exception in thread'):
            self._dying = self._at is not None or not self._history
        elif (self._dying or self._at is not None) and _MAIN_LOOP.search(line):
            self.dead = self.dead or self._dying
            self._when['crash'] = clock.awake() if self._at is None else self._at

    def _time(self, match):
        """When a record was written, by the clock `awake`; None if that was before the process
        started. The present for what we saw appear: a container may have another time zone, and
        the wall clock may jump."""
        now = clock.awake()
        if not self._history:
            return now
        try:
            written = time.mktime(tuple(int(part) for part in match.groups()[:6]) + (0, 0, -1))
        except (ValueError, OverflowError):
            return None
        at = now - (clock.pair()[1] - written)
        return at if self._start - _SLACK <= at <= now + 86400 else None

    def _record(self, text):
        closed, handshake = _CLOSED.search(text), _HANDSHAKE.search(text)
        if closed:
            self.last_close = closed.group(1).lower()
            self.kicked = self.kicked or self.last_close == '4321'
        elif handshake:
            self.handshake = handshake.group(1)
        elif 'Shared auth_token detected' in text:
            self.kicked, self.last_close = True, '4321'
        elif 'Not connected to websocket server' in text:
            self._when['not_connected'] = self._at
        elif 'auth_token is not validated' in text:
            self._trouble, self._when['trouble'] = 'not_authorised', self._at
        elif 'Plugin not configured' in text or 'auth_token not configured' in text:
            self._trouble, self._when['trouble'] = 'not_linked', self._at
        else:
            linked = _LINKED.search(text)
            if linked:
                self._trouble = None
                self.printer = linked.group(1) or self.printer


def _newest_rotated(path):
    """What OctoPrint (name.DATE) or Python (name.1) made of the log last; None without."""
    folder, name = os.path.split(path)
    best = None
    for other in os.listdir(folder):
        if other.startswith(name) and _ROTATED.fullmatch(other[len(name):]):
            other = os.path.join(folder, other)
            when = os.stat(other).st_mtime
            if best is None or when > best[0]:
                best = when, other
    return best and best[1]
