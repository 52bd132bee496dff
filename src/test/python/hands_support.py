"""What tests of changes share: a made-up Raspberry Pi, and a way to ask for changes to it."""
import json
import os
import shutil
import sys
import tempfile
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))
SOURCES = os.path.join(HERE, '..', '..', 'main', 'python')
sys.path.insert(0, SOURCES)
HANDS = os.path.join(SOURCES, 'linkscope_hands')

import made_up_pi  # noqa: E402
from linkscope_hands import caller, main  # noqa: E402
from linkscope_hands.programs import Programs  # noqa: E402
from linkscope_hands.refused import Refused  # noqa: E402
from linkscope_hands.rights import Rights  # noqa: E402

TURN = '\0linkscope_hands_test_%d' % os.getpid()  # apart from whoever runs the same
DROP_IN = '/etc/NetworkManager/conf.d/zz-linkscope-wifi-powersave.conf'
with open(os.path.join(HANDS, 'writer.py')) as source:
    WRITER = source.read()


class Here:
    """Somebody who waits for the reply, or leaves after so many steps."""

    def __init__(self, steps=99):
        self.left = steps

    def must_wait(self):
        if self.left == 0:
            raise Refused('left')
        self.left -= 1


@unittest.skipUnless(os.geteuid() == 0, 'files of root can be made by root alone')
class Pi(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp()
        self.addCleanup(shutil.rmtree, self.folder)
        made_up_pi.make(self.folder)
        self.programs = Programs('%s/bin:/usr/bin:/bin' % self.folder)

    def set(self, name, value):
        made_up_pi.write('%s/state/%s' % (self.folder, name), value + '\n')

    def get(self, name):
        with open('%s/state/%s' % (self.folder, name)) as file:
            return file.read().strip()

    def tree(self):
        return made_up_pi.tree(self.folder)

    def ask(self, mode, action, args=None, shown=None, undo=None, here=None, password=None, root=True):
        rights = Rights(self.programs, password, root)
        system = main.System(WRITER, self.programs, rights, self.folder)
        request = {'mode': mode, 'action': action, 'args': args or {}, 'shown': shown, 'undo': undo}
        reply = main.answer(request, system, here or Here(), lambda: caller.Turn(TURN))
        return json.loads(json.dumps(reply))

    def look(self, action, args=None, **more):
        before = self.tree()
        reply = self.ask('look', action, args, **more)
        self.assertEqual(self.tree(), before, 'a look changes nothing')
        self.assertNotIn('error', reply)
        return reply
