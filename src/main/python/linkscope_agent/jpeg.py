"""Whether bytes are one whole JPEG picture (ITU-T T.81, Annex B), looked at as they pass."""
import zlib

HEAD = 32
TAIL = 1024
TABLES_LIMIT = 1 << 18  # of the segments before the picture's data: EXIF, colour profiles


class Jpeg:
    """Fed with pieces; keeps none of the picture's data. `size` bytes and `crc` (CRC-32) so far."""

    def __init__(self):
        self.size = 0
        self.crc = 0
        self.head = b''
        self._tail = b''
        self._tables = bytearray()
        self._at = 2
        self._in_data = False
        self._last = b''
        self._ended = False

    def feed(self, piece):
        self.size += len(piece)
        self.crc = zlib.crc32(piece, self.crc)
        if len(self.head) < HEAD:
            self.head += piece[:HEAD]
        # Some cameras fill up with zeros, far beyond the end.
        rest = piece.rstrip(b'\0')
        if rest:
            self._tail = (self._tail + rest[-TAIL:])[-TAIL:]
        if self._in_data:
            self._look(piece)
        elif self._tables is not None:
            self._tables += piece
            self._walk()

    def starts(self):
        return self.head.startswith(b'\xff\xd8')

    def whole(self):
        """Whether it has an end. A thumbnail inside has one too, which does not count."""
        return self._ended if self._in_data else b'\xff\xd9' in self._tail

    def _walk(self):
        """From segment to segment up to the start of the picture's data."""
        data, at = self._tables, self._at
        while len(data) >= at + 4:
            if data[at] != 0xff or at > TABLES_LIMIT:
                self._tables = None  # no structure: only the tail can tell
                return
            marker = data[at + 1]
            if marker == 0xff:
                at += 1
            elif marker == 0xda:
                self._in_data = True
                self._look(bytes(data[at + 2:]))
                self._tables = None
                return
            else:
                at += 2 if marker == 1 or 0xd0 <= marker <= 0xd9 else (
                    2 + (data[at + 2] << 8 | data[at + 3]))
        self._at = at
        if len(data) > TABLES_LIMIT:
            self._tables = None

    def _look(self, piece):
        """Within the picture's data ff is followed by 00 or by a marker that is not d9."""
        if not self._ended:
            self._ended = piece.find(b'\xff\xd9') >= 0 or (self._last + piece[:1]) == b'\xff\xd9'
            self._last = piece[-1:]
