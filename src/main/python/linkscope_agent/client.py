"""One attached client: reads its commands, writes what waits for it. A slow one delays nobody."""
import collections
import os
import threading

from .ring import encode

MOST_WAITING = 100  # frames besides entries; far more than any client causes
LINE_LIMIT = 65536


class Client:
    """Frames first, then entries in their order, `bye` last."""

    def __init__(self, reader, writer, cut, agent):
        self.subscription = None
        self._reader = reader
        self._writer = writer
        self._cut = cut
        self._agent = agent
        self._changed = threading.Condition()
        self._frames = collections.deque()
        self._heartbeat = None
        self._cursor = 0
        self._bye = None
        self._over = False

    def start(self):
        """Writes and reads on threads of its own."""
        threading.Thread(target=self._write_all, daemon=True).start()
        threading.Thread(target=self._read_all, daemon=True).start()

    def send(self, frame):
        """Queues a frame."""
        with self._changed:
            if len(self._frames) < MOST_WAITING:
                self._frames.append(encode(frame))
            self._changed.notify()

    def beat(self, frame):
        """Queues a heartbeat in place of one not yet sent."""
        with self._changed:
            self._heartbeat = encode(frame)
            self._changed.notify()

    def wake(self):
        """There are new entries."""
        with self._changed:
            self._changed.notify()

    def begin(self, subscription, cursor):
        """Entries of a subscription go to this client, from that number on."""
        with self._changed:
            self.subscription = subscription
            self._cursor = cursor
            self._frames.append(encode(subscription.frame()))
            self._changed.notify()

    def leave(self, reason):
        """Sends what there is until now, then `bye`, then lets go of the client."""
        with self._changed:
            if self._bye is None:
                self._bye = encode({'t': 'bye', 'reason': reason})
            self._changed.notify()

    def close(self):
        """Lets go of the client at once, even if it does not read."""
        with self._changed:
            self._over = True
            self._changed.notify()
        self._cut()

    def _write_all(self):
        try:
            data, last = b'', False
            while not last:
                data, last = self._next()
                while data:
                    data = data[os.write(self._writer, data):]
        except OSError:
            pass
        self._agent.gone(self)

    def _next(self):
        """(bytes to send, whether they are the last); waits until there are some."""
        with self._changed:
            while not self._over:
                data = b''.join(self._frames)
                self._frames.clear()
                if self._heartbeat is not None:
                    data, self._heartbeat = data + self._heartbeat, None
                entries = self._entries()
                if entries:
                    return data + entries, False
                if self._bye is not None:
                    return data + self._bye, True
                if data:
                    return data, False
                self._changed.wait()
            return b'', True

    def _entries(self):
        if self.subscription is None:
            return b''
        lost, lines, self._cursor = self.subscription.read(self._cursor)
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
