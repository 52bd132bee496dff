"""Changes on a made-up Raspberry Pi: looked at, made, cut in the middle, finished and undone."""
import json
import os
import shutil
import socket
import struct
import subprocess
import sys
import tempfile
import threading
import time
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))
SOURCES = os.path.join(HERE, '..', '..', 'main', 'python')
sys.path.insert(0, SOURCES)
HANDS = os.path.join(SOURCES, 'linkscope_hands')

import made_up_pi  # noqa: E402
from linkscope_hands import caller, dns_try, main, writer  # noqa: E402
from linkscope_hands.programs import Programs  # noqa: E402
from linkscope_hands.refused import Refused  # noqa: E402
from linkscope_hands.rights import Rights  # noqa: E402

TURN = '\0linkscope_hands_test_%d' % os.getpid()  # apart from whoever runs the same
CANARY = 'canary-51c7'
RULE = '/etc/udev/rules.d/90-linkscope-wifi-powersave.rules'
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


class WifiTest(Pi):
    ACTION = 'wifi.power_save_off'

    def whole_way(self, file):
        before = self.tree()
        shown = self.look(self.ACTION)
        self.assertEqual(shown['obstacles'], [])
        self.assertEqual(self.ask('standing', self.ACTION, undo=shown['undo'])['standing'], 'NOT_IN_PLACE')
        self.assertNotIn('error', self.ask('do', self.ACTION, shown=shown))
        self.assertEqual(self.get('power_save'), 'off')
        self.assertTrue(os.path.isfile(self.folder + file))
        self.assertEqual(self.ask('standing', self.ACTION, undo=shown['undo'])['standing'], 'IN_PLACE')
        after = self.tree()
        self.ask('do', self.ACTION, shown=shown)
        self.assertEqual({**self.tree(), 'state/reloads': 0}, {**after, 'state/reloads': 0},
                         'twice does no more than once')
        self.assertEqual(self.look(self.ACTION)['obstacles'], ['ALREADY_SO'])
        for _ in range(2):
            self.assertNotIn('error', self.ask('undo', self.ACTION, undo=shown['undo']))
            self.assertEqual({**self.tree(), 'state/reloads': 0}, {**before, 'state/reloads': 0})
        self.assertEqual(self.ask('standing', self.ACTION, undo=shown['undo'])['standing'], 'NOT_IN_PLACE')

    def test_with_networkmanager(self):
        self.whole_way(DROP_IN)
        self.assertEqual(self.get('reloads'), '3')

    def test_drop_in_is_read_behind_debians(self):
        names = [os.path.basename(DROP_IN), 'default-wifi-powersave-on.conf']
        self.assertEqual(sorted(names)[-1], names[0])

    def test_without_networkmanager(self):
        self.set('manager', 'none')
        self.whole_way(RULE)
        self.assertEqual(self.get('reloads'), '0')

    def test_profile_that_says_otherwise(self):
        self.set('profile', '3')
        shown = self.look(self.ACTION)
        self.assertEqual(len(shown['changes']), 3)
        self.ask('do', self.ACTION, shown=shown)
        self.assertEqual(self.get('profile'), '2')
        self.ask('undo', self.ACTION, undo=shown['undo'])
        self.assertEqual(self.get('profile'), '3')

    def test_a_file_that_was_there_comes_back_with_mode_and_owner(self):
        path = self.folder + DROP_IN
        made_up_pi.write(path, 'somebody\nelse\'s \xe4', 0o640)
        os.chown(path, 12, 34)
        before = self.tree()
        shown = self.look(self.ACTION)
        self.ask('do', self.ACTION, shown=shown)
        self.assertNotEqual(self.tree(), before)
        self.ask('undo', self.ACTION, undo=shown['undo'])
        self.assertEqual({**self.tree(), 'state/reloads': 0}, {**before, 'state/reloads': 0})

    def test_folders_that_were_missing_go_again(self):
        shutil.rmtree(self.folder + '/etc/NetworkManager')
        self.whole_way(DROP_IN)

    def test_cut_after_each_step(self):
        self.set('profile', '3')
        for steps, standing in ((0, 'NOT_IN_PLACE'), (1, 'IN_PART'), (2, 'IN_PART'), (3, 'IN_PLACE')):
            for finish in (True, False):
                with self.subTest(steps=steps, finish=finish):
                    before = self.tree()
                    shown = self.look(self.ACTION)
                    reply = self.ask('do', self.ACTION, shown=shown, here=Here(steps))
                    self.assertEqual('error' in reply, steps < 3)
                    undo = shown['undo']
                    told = self.ask('standing', self.ACTION, undo=undo)
                    self.assertEqual(told['standing'], standing)
                    if finish:
                        self.assertNotIn('error', self.ask('do', self.ACTION, shown=shown))
                        told = self.ask('standing', self.ACTION, undo=undo)
                        self.assertEqual(told['standing'], 'IN_PLACE')
                    self.assertNotIn('error', self.ask('undo', self.ACTION, undo=undo))
                    self.assertEqual({**self.tree(), 'state/reloads': 0}, {**before, 'state/reloads': 0})

    def test_undo_cut_after_each_step(self):
        before = self.tree()
        shown = self.look(self.ACTION)
        for steps, standing in ((0, 'IN_PLACE'), (1, 'IN_PART'), (2, 'NOT_IN_PLACE')):
            with self.subTest(steps=steps):
                self.ask('do', self.ACTION, shown=shown)
                self.ask('undo', self.ACTION, undo=shown['undo'], here=Here(steps))
                told = self.ask('standing', self.ACTION, undo=shown['undo'])
                self.assertEqual(told['standing'], standing)
                self.ask('undo', self.ACTION, undo=shown['undo'])
                self.assertEqual({**self.tree(), 'state/reloads': 0}, {**before, 'state/reloads': 0})

    def test_what_a_killed_writer_left_goes_with_the_undo(self):
        before = self.tree()
        shown = self.look(self.ACTION)
        made_up_pi.write(writer.beside(self.folder + DROP_IN), 'half a fi')
        self.assertNotIn('error', self.ask('undo', self.ACTION, undo=shown['undo']))
        self.assertEqual({**self.tree(), 'state/reloads': 0}, {**before, 'state/reloads': 0})

    def test_changed_meanwhile(self):
        shown = self.look(self.ACTION)
        made_up_pi.write(self.folder + DROP_IN, 'by somebody else')
        before = self.tree()
        for mode in ('do', 'undo'):
            reply = self.ask(mode, self.ACTION, shown=shown, undo=shown['undo'])
            self.assertEqual(reply['error']['code'], 'changed_meanwhile')
            self.assertEqual(self.tree(), before)

    def test_another_manager_meanwhile(self):
        shown = self.look(self.ACTION)
        self.set('manager', 'none')
        reply = self.ask('do', self.ACTION, shown=shown)
        self.assertEqual(reply['error']['code'], 'changed_meanwhile')
        self.assertFalse(os.path.exists(self.folder + DROP_IN))

    def test_a_link_is_not_followed(self):
        os.symlink('/etc/hostname', self.folder + DROP_IN)
        reply = self.ask('look', self.ACTION)
        self.assertEqual(reply['error']['code'], 'failed')

    def test_an_undo_of_other_files_is_refused(self):
        kept = json.loads(self.look(self.ACTION)['undo'])
        for path in ('/etc/shadow', self.folder + '/etc/udev/rules.d/../passwd', ''):
            kept['steps'][0]['path'] = path
            reply = self.ask('undo', self.ACTION, undo=json.dumps(kept))
            self.assertEqual(reply['error']['code'], 'bad_request')

    def test_not_here(self):
        shutil.rmtree(self.folder + '/sys/class/net/wlan0')
        self.assertEqual(self.look(self.ACTION)['obstacles'], ['NOT_HERE'])
        self.assertEqual(self.ask('do', self.ACTION, shown={})['error']['code'], 'bad_request')

    def test_a_program_that_others_can_change_is_not_run_at_each_start(self):
        self.set('manager', 'none')
        os.chmod(self.folder + '/bin/iw', 0o777)
        self.assertEqual(self.ask('look', self.ACTION)['error']['code'], 'failed')

    def test_missing_program(self):
        os.unlink(self.folder + '/bin/iw')
        self.assertEqual(self.look(self.ACTION)['obstacles'], ['MISSING_PROGRAM'])


class ServiceTest(Pi):
    ACTION, CAMERA = 'service.restart', {'role': 'camera'}

    def test_restarts_what_runs(self):
        shown = self.look(self.ACTION, self.CAMERA)
        self.assertEqual(shown['commands'], ['systemctl restart webcamd.service'])
        self.assertIsNone(shown['undo'])
        reply = self.ask('do', self.ACTION, self.CAMERA, shown=shown)
        self.assertEqual(reply['said'], [{'key': 'service.restarted', 'args': ['webcamd.service']}])
        self.assertEqual(self.get('restarts'), '1')
        self.assertEqual(self.ask('standing', self.ACTION, self.CAMERA)['standing'], 'CANNOT_BE_TOLD')

    def test_nothing_to_restart(self):
        self.assertEqual(self.look(self.ACTION, {'role': 'moonraker_obico'})['obstacles'], ['NOT_HERE'])

    def test_two_octoprints_are_not_ended_together(self):
        self.set('unit-octoprint@two.service', 'LoadState=loaded\nActiveState=active')
        shown = self.look(self.ACTION, {'role': 'octoprint'})
        self.assertEqual(shown['obstacles'], ['NOT_HERE'])
        self.assertEqual(shown['said'][0]['key'], 'service.several')

    def test_another_unit_meanwhile(self):
        shown = self.look(self.ACTION, self.CAMERA)
        self.set('unit-camera-streamer.service', 'LoadState=loaded\nActiveState=active')
        reply = self.ask('do', self.ACTION, self.CAMERA, shown=shown)
        self.assertEqual(reply['error']['code'], 'changed_meanwhile')
        self.assertEqual(self.get('restarts'), '0')

    def test_names_of_units_are_checked(self):
        self.set('unit-webcamd.service', 'Id=-H root@evil x.service\nLoadState=loaded\nActiveState=active')
        self.assertEqual(self.look(self.ACTION, self.CAMERA)['obstacles'], ['NOT_HERE'])

    def test_unknown_role(self):
        self.assertEqual(self.ask('look', self.ACTION, {'role': 'x'})['error']['code'], 'bad_request')


class TimeTest(Pi):
    ACTION = 'time.sync'

    def test_whole_way(self):
        shown = self.look(self.ACTION)
        self.assertEqual(shown['changes'], [{'place': 'timedatectl NTP', 'before': 'no', 'after': 'yes'}])
        self.assertEqual(self.ask('standing', self.ACTION, undo=shown['undo'])['standing'], 'NOT_IN_PLACE')
        self.assertEqual(self.ask('do', self.ACTION, shown=shown)['said'][0]['key'], 'time.synchronized')
        self.assertEqual((self.get('ntp'), self.get('restarts')), ('yes', '1'))
        self.assertEqual(self.ask('standing', self.ACTION, undo=shown['undo'])['standing'], 'IN_PLACE')
        self.assertEqual(self.look(self.ACTION)['obstacles'], ['ALREADY_SO'])
        self.ask('undo', self.ACTION, undo=shown['undo'])
        self.assertEqual(self.get('ntp'), 'no')

    def test_on_but_without_an_answer(self):
        self.set('ntp', 'yes')
        shown = self.look(self.ACTION)
        self.ask('do', self.ACTION, shown=shown)
        calls = self.get('restarts')
        self.ask('undo', self.ACTION, undo=shown['undo'])
        self.assertEqual((self.get('ntp'), self.get('restarts'), calls), ('yes', '1', '1'))

    def test_no_network_time_here(self):
        self.set('can_ntp', 'no')
        self.assertEqual(self.look(self.ACTION)['obstacles'], ['NOT_HERE'])


class ShutdownTest(Pi):
    def test_is_planned_and_answers(self):
        shown = self.look('host.shutdown')
        self.assertEqual(shown['commands'], ['systemctl poweroff'])
        reply = self.ask('do', 'host.shutdown', shown=shown)
        self.assertEqual(reply['said'][0]['key'], 'shutdown.soon')
        self.assertIn('--on-active=2s', self.get('poweroff'))
        self.assertTrue(self.get('poweroff').endswith('systemctl poweroff'))


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


class DnsTest(Pi):
    def setUp(self):
        super().setUp()
        self.server = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self.server.bind(('127.0.0.77', 0))
        self.addCleanup(self.server.close)
        self.port = dns_try.DnsTry.port
        dns_try.DnsTry.port = self.server.getsockname()[1]
        self.addCleanup(setattr, dns_try.DnsTry, 'port', self.port)

    def serve(self, reply):
        ended = threading.Event()
        self.server.settimeout(0.1)

        def work():
            while not ended.is_set():
                try:
                    asked, peer = self.server.recvfrom(512)
                except socket.timeout:
                    continue
                self.server.sendto(reply(asked), peer)
        thread = threading.Thread(target=work)
        thread.start()
        # Ended before the socket is closed, whose number something else would get.
        self.addCleanup(thread.join)
        self.addCleanup(ended.set)

    def verdicts(self, name='app.obico.io'):
        args = {'resolver': '127.0.0.77', 'name': name}
        shown = self.look('dns.try', args)
        self.assertEqual(shown['changes'], [])
        return [one['key'] for one in self.ask('do', 'dns.try', args, shown=shown)['said']]

    def test_only_the_other_answers(self):
        def reply(asked):
            body = asked[12:] + b'\xc0\x0c' + struct.pack('>HHIH', 1, 1, 9, 4) + bytes([192, 0, 2, 1])
            return asked[:2] + b'\x81\x80' + struct.pack('>4H', 1, 1, 0, 0) + body
        self.serve(reply)
        self.assertEqual(self.verdicts(), ['dns.ok', 'dns.unreachable', 'dns.sum.only_other'])

    def test_no_such_name(self):
        self.serve(lambda asked: asked[:2] + b'\x81\x83' + asked[4:6] + b'\0\0' * 3 + asked[12:])
        self.assertEqual(self.verdicts()[0], 'dns.nxdomain')

    def test_garbage(self):
        self.serve(lambda asked: asked[:2] + b'\x81\x80\0\1\0\7\0\0\0\0' + asked[12:] + b'\xc0')
        self.assertEqual(self.verdicts()[0], 'dns.garbage')

    def test_an_address_needs_no_name(self):
        shown = self.look('dns.try', {'resolver': '1.1.1.1', 'name': '192.0.2.7'})
        self.assertEqual(shown['obstacles'], ['NOT_HERE'])

    def test_what_is_no_resolver(self):
        for resolver in ('-evil', 'dns.example', '', '1.1.1'):
            reply = self.ask('look', 'dns.try', {'resolver': resolver, 'name': 'a.b'})
            self.assertEqual(reply['error']['code'], 'bad_request')


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
