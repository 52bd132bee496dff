"""The memory of what was seen: the newest entries, numbered, until they are fetched."""
import collections
import zlib

from .frames import decode, encode

CHUNK = 64
# As much as a chunk needs: zlib takes 60 kB for that (zconf.h), where it usually takes 268.
WINDOW, WORKSPACE = 13, 6
HOUR = 3600
MOST_HOURS = 170  # sums are kept for a week
_COUNTED = ('ok', 'failed', 'skipped')


class Ring:
    """Entries as lines, bounded by number and by bytes. Not thread-safe: the owner holds a lock.

    Full chunks are compressed, to about a tenth, so that a day of all probes fits into the bounds.
    Outcomes that have to go are still counted.
    """

    def __init__(self, most=200000, most_bytes=4 << 20):
        self.base = 1
        self.next = 1
        self._most = most
        self._most_bytes = most_bytes
        self._packed = collections.deque()
        self._packed_bytes = 0
        self._open = []
        self._sums = collections.deque()  # (first sequence, last sequence, hour, {target: counts})

    def add(self, entry):
        """Numbers an entry and keeps it."""
        entry['q'] = self.next
        self._open.append(encode(entry))
        self.next += 1
        if len(self._open) == CHUNK:
            self._pack()

    def read(self, cursor):
        """What follows from a sequence number on, at most a chunk.

        Returns (first number held, lines as bytes, next number); a first number above the cursor
        means that those between are lost.
        """
        first = max(cursor, self.base)
        chunk, skip = divmod(first - self.base, CHUNK)
        if chunk < len(self._packed):
            lines = zlib.decompress(self._packed[chunk]).splitlines(True)
        else:
            lines = self._open
        part = lines[skip:]
        return first, b''.join(part), first + len(part)

    def sums(self, first, last):
        """Of the hours that lie wholly between two lost entries: [target, hour, ok, failed, skipped]."""
        return [[target, hour] + counts
                for begin, end, hour, targets in self._sums if first <= begin and end <= last
                for target, counts in targets.items()]

    def _pack(self):
        packer = zlib.compressobj(6, zlib.DEFLATED, WINDOW, WORKSPACE)
        packed = packer.compress(b''.join(self._open)) + packer.flush()
        self._packed.append(packed)
        self._packed_bytes += len(packed)
        self._open = []
        while self._packed and (self._packed_bytes > self._most_bytes
                                or self.next - self.base > self._most):
            self._drop(self._packed.popleft())

    def _drop(self, packed):
        self._packed_bytes -= len(packed)
        first, self.base = self.base, self.base + CHUNK
        entries = [decode(line) for line in zlib.decompress(packed).splitlines()]
        # A chunk counts for the hour in which it begins.
        hour = int(entries[0].get('s', entries[0].get('at', 0)) // HOUR)
        if not self._sums or self._sums[-1][2] != hour:
            self._sums.append((first, first, hour, {}))
            if len(self._sums) > MOST_HOURS:
                self._sums.popleft()
        begin, _, _, targets = self._sums.pop()
        self._sums.append((begin, self.base - 1, hour, targets))
        for entry in entries:
            if entry['t'] == 'o':
                counts = targets.setdefault(entry['i'], [0] * len(_COUNTED))
                counts[_COUNTED.index(entry['r'])] += 1
