"""Services, time, resolvers and shutting down, on a made-up Raspberry Pi."""
import socket
import struct
import threading
import unittest

from hands_support import Pi

from linkscope_hands import dns_try



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


if __name__ == '__main__':
    unittest.main()
