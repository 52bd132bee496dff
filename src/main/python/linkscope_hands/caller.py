"""Who asked, and whether anybody still waits for the reply."""
import errno
import os
import select
import socket
import sys
import time

from .refused import Refused

PATIENCE = 45.0  # seconds: longer than a step that is being left takes
_NAME = '\0linkscope_hands'


class Caller:
    """Waits at the other end of the standard input, which it keeps open."""

    def __init__(self, descriptor=0):
        self._descriptor = descriptor

    def must_wait(self):
        """Raises Refused if nobody waits any more: then no further step is begun, so that what is
        asked for next finds things at rest."""
        poll = select.poll()
        poll.register(self._descriptor, select.POLLIN | select.POLLHUP)
        for _, events in poll.poll(0):
            if not events & select.POLLIN or not os.read(self._descriptor, 4096):
                raise Refused('left')


class Turn:
    """One change at a time on a computer: an address of unix(7) that leaves no file."""

    def __init__(self, name=_NAME, patience=PATIENCE):
        self._name = name
        self._patience = patience
        self._socket = None

    def __enter__(self):
        if sys.platform.startswith('linux'):
            self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
            self._take()
        return self

    def _take(self):
        until = time.monotonic() + self._patience
        while True:
            try:
                self._socket.bind(self._name)
                return
            except OSError as e:
                if e.errno != errno.EADDRINUSE:
                    self._socket.close()
                    raise Refused('failed', str(e.strerror)) from None
                if time.monotonic() > until:
                    self._socket.close()
                    raise Refused('busy', 'another change is still under way') from None
                time.sleep(0.05)

    def __exit__(self, *_):
        if self._socket is not None:
            self._socket.close()
