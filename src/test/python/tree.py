"""A made-up file system below a temporary folder, programs that print what was recorded."""
import os
import shutil
import tempfile


class Tree:
    """Files by path; closes away everything."""

    def __init__(self, files=()):
        self.root = tempfile.mkdtemp()
        for path, text in dict(files).items():
            self.put(path, text)

    def put(self, path, text=''):
        path = self.root + path
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, 'w') as target:
            target.write(text)

    def link(self, path, target):
        path = self.root + path
        os.makedirs(os.path.dirname(path), exist_ok=True)
        os.symlink(target, path)

    def program(self, name, script):
        """A program of this name in /bin of the tree; each run adds a line to /runs.NAME."""
        self.put('/bin/' + name, '#!/bin/sh\necho "$@" >> %s/runs.%s\n%s\n' % (
            self.root, name, script))
        os.chmod(self.root + '/bin/' + name, 0o755)
        return [self.root + '/bin']

    def runs(self, name):
        try:
            with open('%s/runs.%s' % (self.root, name)) as lines:
                return lines.read().splitlines()
        except OSError:
            return []

    def close(self):
        shutil.rmtree(self.root)


def by_key(frames):
    """Facts by key: a value with its unit, None for absent, or [why]."""
    found = {}
    for frame in frames:
        if frame['st'] == 'known':
            value = frame['v'] if frame['u'] is None else '%s %s' % (frame['v'], frame['u'])
        else:
            value = None if frame['st'] == 'absent' else [frame['why']]
        assert frame['k'] not in found, frame
        found[frame['k']] = value
    return found
