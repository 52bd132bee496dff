"""Other programs: found on a fixed path, each bounded in time and output, never through a shell."""
import os
import selectors
import shutil
import subprocess
import time

from .refused import Refused

# Where programs of the administrator are, which a login without a terminal often lacks.
BESIDES = '/usr/sbin:/sbin'
PATIENCE = 20.0  # seconds
MOST_OUTPUT = 1 << 16  # bytes


class Ended:
    """How a program ended."""

    def __init__(self, code, output, errors):
        self.code = code
        self.output = output
        self.errors = errors

    def last_line(self):
        """The last line of its errors, else of its output."""
        lines = (self.errors.strip() or self.output.strip()).splitlines()
        return lines[-1].strip() if lines else 'exit code %d' % self.code


class Programs:
    """The programs of this computer."""

    def __init__(self, path=None):
        self._path = '%s:%s' % (os.environ.get('PATH', os.defpath) if path is None else path, BESIDES)

    def find(self, name):
        """Its file; None if there is none."""
        return shutil.which(name, path=self._path)

    def run(self, line, data=b'', patience=PATIENCE):
        """Runs it to its end. Raises Refused if it is not there, or does not end in time."""
        path = self.find(line[0])
        if path is None:
            raise Refused('failed', '%s is not there' % line[0])
        try:
            child = subprocess.Popen(
                [path] + list(line[1:]), stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                stderr=subprocess.PIPE, env=dict(os.environ, LC_ALL='C', PATH=self._path))
        except OSError as e:
            raise Refused('failed', '%s: %s' % (line[0], e.strerror)) from None
        try:
            output, errors = _exchange(child, data, time.monotonic() + patience)
            child.wait(1 if output is None else patience)
        except subprocess.TimeoutExpired:
            output = None
        finally:
            _end(child)
        if output is None:
            raise Refused('failed', '%s did not end within %d s' % (line[0], patience))
        return Ended(child.returncode, output.decode('utf-8', 'replace'),
                     errors.decode('utf-8', 'replace'))

    def asked(self, *line):
        """What a program that only tells prints; None if it is not there or fails."""
        if self.find(line[0]) is None:
            return None
        ended = self.run(line)
        return ended.output if ended.code == 0 else None


def _end(child):
    if child.poll() is None:
        try:
            child.kill()
            child.wait(1)
        except (OSError, subprocess.TimeoutExpired):
            pass  # it runs with other rights: it is left to its fate
    for pipe in (child.stdin, child.stdout, child.stderr):
        try:
            pipe.close()
        except OSError:
            pass


def _exchange(child, data, until):
    """(output, errors) up to their ends, the beginning of each; (None, None) if it takes too long."""
    taken = {child.stdout: b'', child.stderr: b''}
    with selectors.DefaultSelector() as waiting:
        for pipe in taken:
            waiting.register(pipe, selectors.EVENT_READ)
        if data:
            os.set_blocking(child.stdin.fileno(), False)
            waiting.register(child.stdin, selectors.EVENT_WRITE)
        else:
            child.stdin.close()
        while waiting.get_map():
            left = until - time.monotonic()
            ready = waiting.select(left) if left > 0 else []
            if not ready:
                return None, None
            for key, _ in ready:
                if key.fileobj is child.stdin:
                    data = _write(child.stdin, data)
                    if not data:
                        waiting.unregister(child.stdin)
                        child.stdin.close()
                    continue
                piece = os.read(key.fd, 16384)
                if not piece:
                    waiting.unregister(key.fileobj)
                taken[key.fileobj] = (taken[key.fileobj] + piece)[:MOST_OUTPUT]
    return taken[child.stdout], taken[child.stderr]


def _write(pipe, data):
    """What is left to be written."""
    try:
        return data[os.write(pipe.fileno(), data[:4096]):]
    except BlockingIOError:
        return data
    except OSError:
        return b''  # it does not want to read
