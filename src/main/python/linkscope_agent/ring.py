"""The memory of what was seen: the newest entries, numbered, until they are fetched."""
import zlib
from _collections import deque  # collections would make classes first

from .frames import decode, encode
from .kept import Kept

CHUNK = 64
# As much as a chunk needs: zlib takes 60 kB for that (zconf.h), where it usually takes 268.
WINDOW, WORKSPACE = 13, 6


class Ring:
    """Entries as lines, bounded by number and by bytes. Not thread-safe: the owner holds a lock.

    Full chunks are compressed, to about a tenth, so that a day of all probes fits into the bounds.
    Of what has to go something is kept.
    """

    def __init__(self, most=200000, most_bytes=4 << 20):
        self.base = 1
        self.next = 1
        self.kept = Kept()
        self._most = most
        self._most_bytes = most_bytes
        self._packed = deque()
        self._packed_bytes = 0
        self._open = []

    def add(self, entry):
        """Numbers an entry and keeps it."""
        entry['q'] = self.next
        self._open.append(encode(entry))
        self.next += 1
        if len(self._open) == CHUNK:
            self._pack()

    def first(self):
        """Number of the oldest entry of which anything is left."""
        return self.kept.first() or self.base

    def read(self, cursor, since):
        """What follows from a sequence number on: (frame about what is lost or None, lines as
        bytes, next number). `since`: from there on nothing was read before it had to go."""
        if cursor < self.base:
            return self.kept.read(cursor, since)
        chunk, skip = divmod(cursor - self.base, CHUNK)
        if chunk < len(self._packed):
            lines = zlib.decompress(self._packed[chunk]).splitlines(True)
        else:
            lines = self._open
        part = lines[skip:]
        return None, b''.join(part), cursor + len(part)

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
        self.kept.add(first, entries)
