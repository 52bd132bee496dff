"""The kernel's messages since the start: from /dev/kmsg, else from dmesg or the journal."""
import errno
import os

from . import patterns
from .command import Command, Missing, NotAllowed, Seldom

SELDOM = 300  # seconds between two runs of dmesg or journalctl
_MOST_RECORDS = 50000
_LINE = patterns.compile(r'\[ *(\d+\.\d+)\](?:\[[^\]]*\])? (?:\S+ kernel: )?(.*)')


class NotPermitted(Exception):
    """No way to the messages is open to this user."""


class KernelLog:
    """Each message once: (seconds since the start, text)."""

    def __init__(self, path='/dev/kmsg', dmesg=None, journalctl=None):
        self._path = path
        self._dmesg = dmesg or Command('dmesg')
        self._journalctl = journalctl or Command('journalctl')
        self._descriptor = None
        self._seldom = Seldom(SELDOM, self._by_program)
        self._until = -1.0
        self._at_until = 0

    def new(self):
        """Messages since the last call, one by one. Raises NotPermitted."""
        if self._descriptor is None:
            try:
                self._descriptor = os.open(self._path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
            except OSError:
                return self._unseen(self._seldom.get())
        return self._records()

    def _records(self):
        """Records of kmsg: 'priority,number,microseconds,flags;text' and further lines. There may
        be a megabyte of them: they are not kept."""
        for _ in range(_MOST_RECORDS):
            try:
                record = os.read(self._descriptor, 8192)
            except OSError as e:
                if e.errno == errno.EPIPE:  # some were overwritten before they were read
                    continue
                break
            head, _, text = record.decode('ascii', 'replace').partition(';')
            words = head.split(',')
            if len(words) >= 3 and words[2].isdigit():
                yield int(words[2]) / 1e6, text.partition('\n')[0]
            if not record:
                break

    def _by_program(self):
        for program, arguments in (
                (self._dmesg, ()),
                (self._journalctl, ('-k', '-b', '-n', '2000', '--no-pager', '-o',
                                    'short-monotonic'))):
            try:
                output = program.run(*arguments)
            except (Missing, NotAllowed):
                continue
            found = [(float(match.group(1)), match.group(2))
                     for match in map(_LINE.match, output.splitlines()) if match]
            if found:
                return found
        return None

    def _unseen(self, messages):
        """What is newer than all that was seen; several may bear the same time."""
        if messages is None:
            raise NotPermitted()
        same = sum(1 for at, _ in messages if at == self._until)
        skip = self._at_until
        found = []
        for at, text in messages:
            if at == self._until and skip > 0:
                skip -= 1
            elif at >= self._until:
                found.append((at, text))
        if found:
            last = max(at for at, _ in found)
            count = sum(1 for at, _ in found if at == last)
            self._at_until = (same if last == self._until else count)
            self._until = last
        return found
