"""MJPEG over HTTP: pictures out of a multipart body, whatever its server makes of the format."""
import zlib

from . import patterns
from .attempt import Failed

MOST_PICTURE = 5000000  # the plugin gives up there
LINE_LIMIT = 256
HEAD_LIMIT = 8192
NOISE_LIMIT = 65536  # between a picture and the next boundary
_LENGTH = patterns.compile(rb'^content-length:[ \t]*([0-9]+)[ \t]*\r?$', patterns.I | patterns.M)


class Multipart:
    """Fed with the body; keeps no more than the picture under way.

    The first line that is not blank is the boundary, as it is for the plugin: servers disagree
    with their own heads about dashes and quotes.
    """

    def __init__(self):
        self.receiving = False  # bytes of a picture that is not complete yet are here
        self.plugin_reads = None  # whether the plugin finds a picture; unknown until the second
        self._data = bytearray()
        self._step = self._first_line
        self._line = None  # the first line as it came, for the plugin compares whole lines
        self._boundary = b''
        self._length = -1
        self._from = 0  # up to here the data was searched
        self._noise = 0
        self._count = 0
        self._found = []

    def feed(self, piece):
        """CRC-32s of the pictures that this piece completed; raises Failed for what is none."""
        self._data += piece
        while self._step():
            pass
        found, self._found = self._found, []
        return found

    def _first_line(self):
        end = self._data.find(b'\n')
        if end > LINE_LIMIT or (end < 0 and len(self._data) > LINE_LIMIT):
            raise Failed('wrong_format')
        if end < 0:
            return False
        if self._line is None:
            self._line = bytes(self._data[:end + 1])
        line = bytes(self._data[:end]).strip()
        if not line:
            # The plugin takes the blank line for the boundary and finds no picture.
            self.plugin_reads = False
            del self._data[:end + 1]
            return True
        if line[:1] == b'<' or line[:2] == b'\xff\xd8':
            raise Failed('wrong_format')
        self._boundary = line
        self._skip_line(0, end)
        return True

    def _next_boundary(self):
        at = self._data.find(self._boundary)
        end = self._data.find(b'\n', at + len(self._boundary)) if at >= 0 else -1
        if end < 0:
            self._noise += self._drop(at if at >= 0 else len(self._data) - len(self._boundary))
            if self._noise > NOISE_LIMIT or (at >= 0 and len(self._data) > HEAD_LIMIT):
                raise Failed('wrong_format')
            return False
        if self._count == 1 and self.plugin_reads is None:
            alone = self._data[at - 1:at] == b'\n'
            self.plugin_reads = alone and self._data[at:end + 1] == self._line
        self._noise = 0
        self._skip_line(at, end)
        return True

    def _skip_line(self, start, end):
        """Leaves its line end, which may be half of the blank line that ends an empty head."""
        del self._data[:end - (end > start and self._data[end - 1] == 13)]
        self._step = self._head

    def _head(self):
        ends = [(at, len(mark)) for mark in (b'\r\n\r\n', b'\n\n')
                for at in (self._data.find(mark, 0, HEAD_LIMIT),) if at >= 0]
        if not ends:
            if len(self._data) > HEAD_LIMIT:
                raise Failed('wrong_format')
            return False
        at, size = min(ends)
        if size == 2:
            self.plugin_reads = False  # it looks for CR LF CR LF
        length = _LENGTH.search(self._data, 0, at + 2)
        # More digits than any picture needs, lest a number of kilobytes be worked out.
        if length and (len(length.group(1)) > 9 or int(length.group(1)) > MOST_PICTURE):
            raise Failed('too_large')
        self._length = int(length.group(1)) if length else -1
        del self._data[:at + size]
        self._from = 0
        self._step = self._picture
        return True

    def _picture(self):
        data = self._data
        self.receiving = len(data) > 0
        if not b'\xff\xd8'.startswith(data[:2]):
            raise Failed('not_jpeg')
        end = self._length
        if end < 0:
            # A short one may stand in a picture by chance, so it has to begin a line.
            mark = self._boundary if len(self._boundary) > 6 else b'\n' + self._boundary
            end = data.find(mark, self._from)
            if end < 0:
                self._from = max(0, len(data) - len(mark))
                if len(data) > MOST_PICTURE:
                    raise Failed('too_large')
                return False
            for line_end in b'\n\r':
                end -= end > 0 and data[end - 1] == line_end
        elif len(data) < end:
            return False
        if end < 2:
            raise Failed('not_jpeg')
        with memoryview(data) as view, view[:end] as picture:
            self._found.append(zlib.crc32(picture))
        del data[:end]
        self._count += 1
        self.receiving = False
        self._step = self._next_boundary
        return True

    def _drop(self, size):
        """Forgets bytes, but for the line end before what is kept; returns how many."""
        size = max(0, size - 1)
        del self._data[:size]
        return size
