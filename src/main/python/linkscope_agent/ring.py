"""The memory of what was seen: the newest outcomes, numbered, until they are fetched."""
import collections
import json
import zlib

CHUNK = 64


class Ring:
    """Outcomes as lines, bounded by number and by bytes. Not thread-safe: the owner holds a lock.

    Full chunks are compressed, to about a tenth, so that a day of four probes fits into the bounds.
    """

    def __init__(self, most=100000, most_bytes=4 << 20):
        self.base = 1
        self.next = 1
        self._most = most
        self._most_bytes = most_bytes
        self._packed = collections.deque()
        self._packed_bytes = 0
        self._open = []

    def add(self, outcome):
        """Numbers an outcome and keeps it."""
        outcome['q'] = self.next
        self._open.append(encode(outcome))
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

    def _pack(self):
        packed = zlib.compress(b''.join(self._open), 6)
        self._packed.append(packed)
        self._packed_bytes += len(packed)
        self._open = []
        while self._packed and (self._packed_bytes > self._most_bytes
                                or self.next - self.base > self._most):
            self._packed_bytes -= len(self._packed.popleft())
            self.base += CHUNK


def encode(frame):
    """A frame as a line."""
    return json.dumps(frame, separators=(',', ':')).encode() + b'\n'
