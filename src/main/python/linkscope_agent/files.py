"""Small files of the kernel and the system, read below a root that tests may choose."""
import os

MOST = 65536


def text(path, most=MOST):
    """The beginning of a file as plain text; raises OSError."""
    return raw(path, most).decode('ascii', 'replace')


def raw(path, most=MOST):
    """At most so many bytes of a file; raises OSError."""
    descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    try:
        pieces = []
        while most > 0:
            piece = os.read(descriptor, min(most, 16384))
            if not piece:
                break
            pieces.append(piece)
            most -= len(piece)
        return b''.join(pieces)
    finally:
        os.close(descriptor)


def line(path):
    """The first line without blanks; None if there is none to be read."""
    try:
        return text(path, 4096).partition('\n')[0].strip(' \0\t\r') or None
    except OSError:
        return None


def number(path):
    """A whole number; None if there is none to be read."""
    try:
        return int(line(path) or '')
    except ValueError:
        return None


def names(folder):
    """Sorted names in a folder; empty if it cannot be listed."""
    try:
        return sorted(os.listdir(folder))
    except OSError:
        return []


def link(path):
    """Where a symbolic link leads; None if that cannot be told."""
    try:
        return os.readlink(path)
    except OSError:
        return None
