"""One attached client: reads its commands, writes what waits for it. A slow one delays nobody."""
import os
import select
from _collections import deque  # collections would make classes first

from . import clock, threads
from .frames import encode

MOST_WAITING = 100  # frames besides entries; far more than any client causes
LINE_LIMIT = 65536
# What is not longer does not block where poll(2) says that something can be written: pipe(7),
# PIPE_BUF; a socket is not writable before much more is free.
AT_ONCE = 4096
AGAIN = 0.5  # seconds until a thread is asked for again if there was none


class Client:
    """Frames first, then entries in their order, `bye` last.

    Who has something for it also writes it, if that takes no time; else a thread of the crew does.
    """

    def __init__(self, reader, writer, cut, agent, crew):
        self.subscription = None
        self._reader = reader
        self._writer = writer
        self._cut = cut
        self._agent = agent
        self._crew = crew
        self._lock = threads.Lock()
        self._frames = deque()
        self._heartbeat = None
        self._cursor = self._since = 0
        self._bye = None
        self._over = False
        self._rest = b''  # taken but not written
        self._last = False  # and whether it is all there will be
        self._busy = False  # a thread of the crew writes, and looks for more afterwards
        self._room = select.poll()
        self._room.register(writer, select.POLLOUT)

    def start(self):
        """Reads on a thread of its own."""
        threads.Thread(self._read_all)

    def send(self, frame):
        """Queues a frame."""
        with self._lock:
            if len(self._frames) < MOST_WAITING:
                self._frames.append(encode(frame))
        self.wake()

    def beat(self, frame):
        """Queues a heartbeat in place of one not yet sent."""
        with self._lock:
            self._heartbeat = encode(frame)
        self.wake()

    def begin(self, subscription, cursor):
        """Entries of a subscription go to this client, from that number on."""
        with self._lock:
            self.subscription = subscription
            self._cursor = self._since = cursor
            self._frames.append(encode(subscription.frame()))
        self.wake()

    def leave(self, reason):
        """Sends what there is until now, then `bye`, then lets go of the client."""
        with self._lock:
            if self._bye is None:
                self._bye = encode({'t': 'bye', 'reason': reason})
        self.wake()

    def close(self):
        """Lets go of the client at once, even if it does not read."""
        with self._lock:
            self._over = True
        self._cut()
        self.wake()

    def wake(self):
        """There is something to write. Returns soon."""
        with self._lock:
            if self._busy or self._last:
                return
            self._write_at_once()
            left, self._busy = bool(self._rest), bool(self._rest)
            gone = self._last and not left
        if left:
            self._crew.at(clock.boot(), self._write_rest)
        elif gone:
            self._crew.at(clock.boot(), lambda: self._agent.gone(self))

    def _write_at_once(self):
        """As long as that does not block; what is left is the rest."""
        while not self._last:
            self._take()
            if not self._rest:
                return
            if len(self._rest) > AT_ONCE or not self._has_room():
                return
            self._write()
            if not self._rest and self._is_up_to_date():
                return

    def _is_up_to_date(self):
        return (self._bye is None and self.subscription is not None
                and self._cursor > self.subscription.last())

    def _has_room(self):
        found = self._room.poll(0)
        return bool(found) and found[0][1] == select.POLLOUT

    def _write(self):
        try:
            self._rest = self._rest[os.write(self._writer, self._rest):]
        except OSError:
            self._rest, self._last = b'', True

    def _write_rest(self):
        """On a thread that may be held up by a client that reads slowly."""
        if not self._crew.cover():
            self._crew.at(clock.boot() + AGAIN, self._write_rest)
            return
        while True:
            while self._rest:
                self._write()
            with self._lock:
                if not self._last:
                    self._take()
                if not self._rest:
                    self._busy = False
                    break
        if self._last:
            self._agent.gone(self)

    def _take(self):
        """What is to be written next becomes the rest."""
        if self._over:
            self._last = True
            return
        data = b''.join(self._frames)
        self._frames.clear()
        if self._heartbeat is not None:
            data, self._heartbeat = data + self._heartbeat, None
        entries = self._entries()
        if not entries and self._bye is not None:
            entries, self._last = self._bye, True
        self._rest = data + entries

    def _entries(self):
        if self.subscription is None:
            return b''
        lost, lines, self._cursor, self._since = self.subscription.read(
            self._cursor, self._since)
        return encode(lost) + lines if lost else lines

    def _read_all(self):
        try:
            with open(self._reader, 'rb', LINE_LIMIT, closefd=False) as source:
                for line in _lines(source):
                    self._agent.command(self, line)
        except OSError:
            pass
        self._agent.gone(self)


def _lines(source):
    """Lines; one that is too long is passed over without being kept."""
    whole = True
    while True:
        line = source.readline(LINE_LIMIT)
        if not line:
            return
        ends = line.endswith(b'\n')
        if whole and ends and line.strip():
            yield line
        whole = ends
