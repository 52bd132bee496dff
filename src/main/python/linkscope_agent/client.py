"""One attached client: what waits to be sent to it. A slow one delays nobody else."""
import collections
import os
import threading

from .ring import encode

MOST_WAITING = 1000  # frames besides outcomes; far more than any client causes


class Client:
    """Frames first, then outcomes in their order, `bye` last. All state is under the ring's lock."""

    def __init__(self, changed, ring, descriptor, on_gone):
        self._changed = changed
        self._ring = ring
        self._descriptor = descriptor
        self._on_gone = on_gone
        self._frames = collections.deque()
        self._heartbeat = None
        self._cursor = None
        self._bye = None
        self.subscriptions = {}

    def start(self):
        threading.Thread(target=self._write_all, daemon=True).start()

    def send(self, frame):
        """Queues a frame."""
        with self._changed:
            if len(self._frames) < MOST_WAITING:
                self._frames.append(encode(frame))
            self._changed.notify_all()

    def beat(self, frame):
        """Queues a heartbeat in place of one not yet sent."""
        with self._changed:
            self._heartbeat = encode(frame)
            self._changed.notify_all()

    def begin(self, cursor):
        """Outcomes go to this client from that number on; the first call counts."""
        with self._changed:
            if self._cursor is None:
                self._cursor = cursor

    def leave(self, reason):
        """Sends what was recorded until now, then `bye`, then lets go of the client."""
        with self._changed:
            self._bye = encode({'t': 'bye', 'reason': reason})
            self._changed.notify_all()

    def _write_all(self):
        try:
            data, last = b'', False
            while not last:
                data, last = self._next()
                while data:
                    data = data[os.write(self._descriptor, data):]
        except OSError:
            pass
        finally:
            self._on_gone(self)

    def _next(self):
        """(bytes to send, whether they are the last); waits until there are some."""
        with self._changed:
            while True:
                data = b''.join(self._frames)
                self._frames.clear()
                if self._heartbeat is not None:
                    data, self._heartbeat = data + self._heartbeat, None
                behind = self._cursor is not None and self._cursor < self._ring.next
                if behind:
                    data += self._outcomes()
                    behind = self._cursor < self._ring.next
                if self._bye is not None and not behind:
                    return data + self._bye, True
                if data:
                    return data, False
                self._changed.wait()

    def _outcomes(self):
        first, lines, following = self._ring.read(self._cursor)
        lost = b''
        if first > self._cursor:
            lost = encode({'t': 'lost', 'from': self._cursor, 'to': first - 1})
        self._cursor = following
        return lost + lines
