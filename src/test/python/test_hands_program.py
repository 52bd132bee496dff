"""Rights, bounds and turns of the program that makes changes, and the whole of it as it is sent."""
import json
import os
import shutil
import subprocess
import sys
import time
import unittest

from hands_support import DROP_IN, HANDS, SOURCES, TURN, Pi

import made_up_pi
from linkscope_hands import caller
from linkscope_hands.refused import Refused

CANARY = 'canary-51c7'


class RightsTest(Pi):
    """As a user who is not root, by a sudo that is made up; here the one who runs this is root anyway."""

    ACTION = 'host.shutdown'

    def calls(self):
        with open(self.folder + '/log/calls') as file:
            return file.read()

    def test_without_a_password(self):
        shown = self.look(self.ACTION, root=False)
        self.assertEqual((shown['obstacles'], shown['commands']), ([], ['sudo systemctl poweroff']))
        self.assertNotIn('error', self.ask('do', self.ACTION, shown=shown, root=False))

    def test_with_a_password(self):
        self.set('sudo', 'password')
        self.set('password', CANARY)
        shown = self.look(self.ACTION, root=False)
        self.assertEqual(shown['obstacles'], ['WANTS_PASSWORD'])
        before = self.tree()
        reply = self.ask('do', self.ACTION, shown=shown, root=False)
        self.assertEqual(reply['error']['code'], 'wants_password')
        wrong = (CANARY + 'x').encode()
        reply = self.ask('do', self.ACTION, shown=shown, root=False, password=wrong)
        self.assertEqual(reply['error']['code'], 'wrong_password')
        self.assertNotIn(CANARY, json.dumps(reply))
        self.assertEqual(self.tree(), before)
        reply = self.ask('do', self.ACTION, shown=shown, root=False, password=CANARY.encode())
        self.assertNotIn('error', reply)
        self.assertNotIn(CANARY, self.calls() + json.dumps(reply))

    def test_a_file_with_a_password_that_is_a_number(self):
        for rule in ('password', 'nopasswd'):
            self.set('sudo', rule)
            self.set('password', '123')
            shown = self.look('wifi.power_save_off', root=False)
            reply = self.ask('do', 'wifi.power_save_off', shown=shown, root=False, password=b'123')
            self.assertNotIn('error', reply)
            self.assertTrue(os.path.exists(self.folder + DROP_IN))
            self.ask('undo', 'wifi.power_save_off', undo=shown['undo'], root=False, password=b'123')
            self.assertFalse(os.path.exists(self.folder + DROP_IN))

    def test_no_rights(self):
        self.set('sudo', 'none')
        shown = self.look(self.ACTION, root=False)
        before = self.tree()
        reply = self.ask('do', self.ACTION, shown=shown, root=False, password=b'raspberry')
        self.assertEqual(reply['error']['code'], 'no_rights')
        os.unlink(self.folder + '/bin/sudo')
        if shutil.which('sudo') is None:
            self.assertEqual(self.look(self.ACTION, root=False)['obstacles'], ['NO_RIGHTS'])
        self.assertEqual(self.get('poweroff'), 'no')
        self.assertTrue(before)


class ProgramsTest(Pi):
    def test_bounded_in_time_and_output(self):
        made_up_pi.write(self.folder + '/bin/endless', '#!/bin/sh\nexec yes\n', 0o755)
        made_up_pi.write(self.folder + '/bin/stuck', '#!/bin/sh\nexec sleep 60\n', 0o755)
        for name in ('endless', 'stuck'):
            begun = time.monotonic()
            with self.assertRaises(Refused):
                self.programs.run([name], patience=0.5)
            self.assertLess(time.monotonic() - begun, 5)

    def test_much_input_that_nobody_reads(self):
        made_up_pi.write(self.folder + '/bin/deaf', '#!/bin/sh\nexit 3\n', 0o755)
        self.assertEqual(self.programs.run(['deaf'], b'x' * 1000000).code, 3)


class TurnTest(unittest.TestCase):
    def test_one_at_a_time(self):
        with caller.Turn(TURN):
            with self.assertRaises(Refused) as caught:
                caller.Turn(TURN, 0.1).__enter__()
            self.assertEqual(caught.exception.code, 'busy')
        with caller.Turn(TURN, 0.1):
            pass

    def test_who_has_left_is_noticed(self):
        reading, writing = os.pipe()
        waiting = caller.Caller(reading)
        waiting.must_wait()
        os.close(writing)
        with self.assertRaises(Refused):
            waiting.must_wait()
        os.close(reading)


class WholeProgramTest(Pi):
    """As it is sent: over standard input into a python of its own."""

    def program(self):
        modules = {}
        for name in ('__init__', 'dns_message', 'files', 'resolvers', 'sockets'):
            modules[('linkscope_agent.' + name).replace('.__init__', '')] = self.source(
                'linkscope_agent', name)
        for name in os.listdir(HANDS):
            if name.endswith('.py') and name != 'bootstrap.py':
                modules[('linkscope_hands.' + name[:-3]).replace('.__init__', '')] = self.source(
                    'linkscope_hands', name[:-3])
        return 'MODULES = %r\n%s' % (modules, self.source('linkscope_hands', 'bootstrap'))

    @staticmethod
    def source(package, name):
        with open('%s/%s/%s.py' % (SOURCES, package, name)) as file:
            return file.read()

    def run_with(self, line):
        code = self.program().encode()
        child = subprocess.Popen(
            [sys.executable, '-I', '-S', '-c',
             'import sys;i=sys.stdin.buffer;exec(i.read(int(i.readline())))'],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            env={'PATH': self.folder + '/bin:/usr/bin:/bin'})
        output, errors = child.communicate(b'%d\n' % len(code) + code + line, 20)
        self.assertEqual(errors, b'')
        mark, _, reply = output.decode().strip().partition(' ')
        self.assertEqual(mark, 'linkscope_hands')
        return json.loads(reply)

    def test_answers(self):
        args = {'resolver': '127.0.0.1', 'name': 'printer.example'}
        line = json.dumps({'mode': 'look', 'action': 'dns.try', 'args': args}).encode() + b'\n'
        reply = self.run_with(line)
        self.assertEqual(reply['obstacles'], [])
        self.assertEqual(reply['user'], 'root')

    def test_garbage_is_answered(self):
        deep = b'[' * 900 + b']' * 900
        for line in (b'', b'\n', b'{', b'[]\n', b'\xff\xfe\n', b'null\n', deep + b'\n', b'{}\n',
                     b'{"mode":"look","action":[],"args":{}}\n',
                     b'{"mode":"do","action":"time.sync","args":{"x":1}}\n',
                     b'{"mode":"x","action":"host.shutdown","args":{}}\n'):
            self.assertIn(self.run_with(line)['error']['code'], ('bad_request', 'failed'), line)

    def test_nothing_is_begun_when_nobody_waits(self):
        shown = {'commands': ['systemctl poweroff']}
        line = json.dumps({'mode': 'do', 'action': 'host.shutdown', 'args': {}, 'shown': shown})
        self.assertEqual(self.run_with(line.encode() + b'\n')['error']['code'], 'left')
        self.assertEqual(self.get('poweroff'), 'no')


if __name__ == '__main__':
    unittest.main()
