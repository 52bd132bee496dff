"""Writes or removes one file, in one go. Sent to a python that runs as root, so it stands alone.

A state is None where there is no file, else {content: base64, mode, uid, gid}.
"""
import base64
import os
import stat

MOST = 1 << 16
CHANGED = 'linkscope_changed'


def state(path):
    """What is there now. Raises OSError for what is no ordinary small file."""
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    except FileNotFoundError:
        return None
    with os.fdopen(descriptor, 'rb') as file:
        found = os.fstat(descriptor)
        if not stat.S_ISREG(found.st_mode) or found.st_size > MOST:
            raise OSError(22, 'no ordinary small file')
        return {'content': base64.b64encode(file.read(MOST)).decode(),
                'mode': stat.S_IMODE(found.st_mode), 'uid': found.st_uid, 'gid': found.st_gid}


def missing(path):
    """Folders on the way to a file that are not there, the outermost first."""
    folder, found = os.path.dirname(path), []
    while folder and not os.path.isdir(folder):
        found.insert(0, folder)
        folder = os.path.dirname(folder)
    return found


def beside(path):
    """What a file is called until it is complete; left there by a run that was interrupted."""
    return os.path.join(os.path.dirname(path), '.%s.linkscope' % os.path.basename(path))


def put(path, was, wanted, folders):
    """Brings a file from one state to another; False if it is in neither.

    The new one is complete on the disk before it takes the name (rename(2)). What an interrupted
    run left beside it has a fixed name, and goes with the next run.

    folders: those that are made for it, and go with it
    """
    now = state(path)
    if now not in (was, wanted):
        return False
    unfinished = beside(path)
    if os.path.lexists(unfinished):
        os.unlink(unfinished)
    if wanted is None:
        if now is not None:
            os.unlink(path)
            _sync(os.path.dirname(path))
        for folder in reversed(folders):
            if os.path.isdir(folder) and not os.listdir(folder):
                os.rmdir(folder)
    elif now != wanted:
        for folder in folders:
            if not os.path.isdir(folder):
                os.mkdir(folder, 0o755)
        descriptor = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
        with os.fdopen(descriptor, 'wb') as file:
            file.write(base64.b64decode(wanted['content']))
            os.fchown(descriptor, wanted['uid'], wanted['gid'])
            os.fchmod(descriptor, wanted['mode'])
            file.flush()
            os.fsync(descriptor)
        os.rename(unfinished, path)
        _sync(os.path.dirname(path))
    return True


def _sync(folder):
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
