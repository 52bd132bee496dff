"""A way of three networks in namespaces: client, two routers, server. Needs root and iproute2.

    client 10.79.1.1 -- .2 near 10.79.2.1 -- .2 far 10.79.3.1 -- .2 server
"""
import json
import os
import shutil
import subprocess
import sys

import support

_PROBE = '''
import json, os, sys
user, frame = json.loads(sys.argv[1])
import support
if user:
    os.setuid(user)
print(json.dumps(support.Bench().run(support.spec(**frame))[0]))
'''


def possible():
    """Whether this user may make namespaces here."""
    if not shutil.which('ip') or not hasattr(os, 'geteuid') or os.geteuid() != 0:
        return False
    name = 'lstest%d' % os.getpid()
    if subprocess.call(['ip', 'netns', 'add', name], stderr=subprocess.DEVNULL) != 0:
        return False
    made = subprocess.call(['ip', '-n', name, 'link', 'add', 'ls0', 'type', 'veth'],
                           stderr=subprocess.DEVNULL)
    subprocess.call(['ip', 'netns', 'del', name])
    return made == 0


class Way:
    """The four namespaces; `close` takes them away."""

    SERVER = '10.79.3.2'

    def __init__(self):
        self._prefix = 'ls%d' % os.getpid()
        self._children = []
        try:
            self._make()
        except BaseException:
            self.close()
            raise

    def _make(self):
        for place in ('client', 'near', 'far', 'server'):
            _ip('netns', 'add', self._name(place))
        self._link('client', 'c0', '10.79.1.1', 'near', 'n0', '10.79.1.2')
        self._link('near', 'n1', '10.79.2.1', 'far', 'f0', '10.79.2.2')
        self._link('far', 'f1', '10.79.3.1', 'server', 's0', self.SERVER)
        for place, router in (('client', '10.79.1.2'), ('near', '10.79.2.2'),
                              ('far', '10.79.2.1'), ('server', '10.79.3.1')):
            self.ip(place, 'route', 'add', 'default', 'via', router)
        for place in ('near', 'far'):
            self.run(place, 'sh', '-c', 'echo 1 > /proc/sys/net/ipv4/ip_forward')

    def swallow(self, most):
        """Packets to the client that are larger than `most` vanish between the routers without a
        word; segmentation is off everywhere, because what is still whole would slip through."""
        self.ip('near', 'link', 'set', 'n1', 'mtu', str(most))

    def ip(self, place, *words):
        _ip('-n', self._name(place), *words)

    def start(self, place, code):
        """A python program there; returns when it has printed a line."""
        child = subprocess.Popen(
            ['ip', 'netns', 'exec', self._name(place), sys.executable, '-c', code],
            cwd=support.HERE, stdout=subprocess.PIPE)
        self._children.append(child)
        return child.stdout.readline()

    def probe(self, probe, user=0, deadline=4, **more):
        """The outcome of one attempt from the client."""
        frame = dict(more, probe=probe, deadline=deadline)
        printed = self.run('client', sys.executable, '-c', _PROBE, json.dumps([user, frame]))
        return json.loads(printed)

    def close(self):
        for child in self._children:
            child.kill()
            child.wait()
            child.stdout.close()
        for place in ('client', 'near', 'far', 'server'):
            subprocess.call(['ip', 'netns', 'del', self._name(place)],
                            stderr=subprocess.DEVNULL)

    def run(self, place, *words):
        """What a command prints there."""
        return subprocess.check_output(['ip', 'netns', 'exec', self._name(place)] + list(words),
                                       cwd=support.HERE, timeout=support.PATIENCE)

    def _name(self, place):
        return '%s-%s' % (self._prefix, place)

    def _link(self, one, device, address, other, device2, address2):
        _ip('link', 'add', device, 'netns', self._name(one), 'type', 'veth', 'peer', 'name',
            device2, 'netns', self._name(other))
        for place, name, own in ((one, device, address), (other, device2, address2)):
            self.ip(place, 'addr', 'add', own + '/24', 'dev', name)
            self.ip(place, 'link', 'set', name, 'up')
            self.ip(place, 'link', 'set', name, 'gso_max_segs', '1')


def _ip(*words):
    subprocess.check_call(('ip',) + words)
