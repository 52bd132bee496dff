"""Other programs: each bounded in time and output, and not tried again once it was missing."""
import os
import time

from . import clock

PATIENCE = 3.0
MOST_OUTPUT = 1 << 20
FOLDERS = ('/usr/local/bin', '/usr/bin', '/bin', '/usr/sbin', '/sbin', '/opt/vc/bin')


class Missing(Exception):
    """There is no such program here."""


class NotAllowed(Exception):
    """The program could not do its work, or not in time."""


class Command:
    """One program by its name. Starting one costs more than reading a hundred files."""

    def __init__(self, name, folders=None):
        self._name = name
        self._folders = FOLDERS if folders is None else folders
        self._path = ''

    def run(self, *arguments):
        """Its output. Raises Missing or NotAllowed."""
        if self._path == '':
            self._path = self._find()
        if self._path is None:
            raise Missing(self._name)
        exit_status, output = self._output([self._path] + list(arguments))
        if exit_status != 0:
            raise NotAllowed('%s failed' % self._name)
        return output

    def _find(self):
        for folder in self._folders:
            path = os.path.join(folder, self._name)
            if os.access(path, os.X_OK):
                return path
        return None

    def _output(self, line):
        from .child import Child
        try:
            child = Child(line[0], line[1:], dict(os.environ, LC_ALL='C'))
        except FileNotFoundError:
            self._path = None
            raise Missing(self._name) from None
        except OSError:
            raise NotAllowed('%s cannot be started' % self._name) from None
        try:
            output = _drain(child.output)
            return status(child) if output is not None else None, output
        finally:
            child.close()
            child.kill()
            status(child)  # one that cannot be ended is left to its fate


def status(child):
    """Exit status of a program that is about to end; None if it does not."""
    until = clock.awake() + 1
    while not child.ended() and clock.awake() < until:
        time.sleep(0.002)
    return child.status


def _drain(pipe):
    """Everything up to the end; None if it takes too long or is too much."""
    import select
    until = clock.awake() + PATIENCE
    poll = select.poll()
    poll.register(pipe, select.POLLIN)
    pieces, size = [], 0
    while True:
        left = until - clock.awake()
        if left <= 0 or not poll.poll(left * 1000 + 1):
            return None
        piece = os.read(pipe, 65536)
        if not piece:
            return b''.join(pieces).decode('utf-8', 'replace')
        pieces.append(piece)
        size += len(piece)
        if size > MOST_OUTPUT:
            return None


class Seldom:
    """Keeps an answer that is dear to get for some seconds."""

    def __init__(self, seconds, ask):
        self._seconds = seconds
        self._ask = ask
        self._until = None
        self._answer = None

    def get(self, now=False):
        """The answer, asked for again when it is old or must be new."""
        if now or self._until is None or clock.awake() >= self._until:
            self._answer = self._ask()
            self._until = clock.awake() + self._seconds
        return self._answer
