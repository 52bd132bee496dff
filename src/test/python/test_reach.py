"""Relay, reference, STUN and the routers on the way."""
import os
import socket
import struct
import unittest

import badservers
import namespaces
import support
from linkscope_agent import endpoint, request, stun
from linkscope_agent.attempt import Failed

BENCH = support.Bench()


def run(probe, name, deadline=2):
    return BENCH.run(support.spec(probe, name=name, deadline=deadline))[0]


class EndpointTest(unittest.TestCase):
    def test_names_with_and_without_port(self):
        for name, expected in (('host:80', ('host', 80)), ('host', ('host', 7)),
                               ('[::1]:80', ('::1', 80)), ('[::1]', ('::1', 7)),
                               ('::1', ('::1', 7)), ('1.2.3.4:443', ('1.2.3.4', 443))):
            self.assertEqual(expected, endpoint.parse(name, 7))

    def test_what_is_none(self):
        for name in ('', ':80', 'host:', 'host:0', 'host:65536', 'host:x', '[::1', '[::1]x',
                     'a b:80', 'h\u00e9:80', 'host:\u00b2'):
            with self.subTest(name), self.assertRaises(Failed) as caught:
                endpoint.parse(name)
            self.assertEqual('bad_name', caught.exception.error_class)
        with self.assertRaises(Failed):
            endpoint.parse('host')


class UsualNamesTest(unittest.TestCase):
    def test_of_the_plugin(self):
        frame = {'target': 'x', 'cadence': 60, 'deadline': 5}
        for probe, expected in (('stun', 'stun.l.google.com:19302'), ('turn', 'turn.obico.io:80')):
            self.assertEqual(expected, request.ProbeSpec(dict(frame, probe=probe)).name)
            self.assertEqual('a:1', request.ProbeSpec(dict(frame, probe=probe, name='a:1')).name)
        for probe in ('internet', 'trace', 'dns'):
            with self.assertRaises(request.Refused):
                request.ProbeSpec(dict(frame, probe=probe))


class ReachTest(unittest.TestCase):
    def test_connects_and_sends_nothing(self):
        heard = []
        server = badservers.Server(lambda sock: heard.append(sock.recv(10)))
        self.addCleanup(server.close)
        for probe in ('turn', 'internet'):
            outcome = run(probe, '127.0.0.1:%d' % server.port)
            self.assertEqual('ok', outcome['r'])
            self.assertEqual([True, True, False, False, False],
                             [micros >= 0 for micros in outcome['us'][:5]])
        support.eventually(lambda: len(heard) == 2)
        self.assertEqual([b'', b''], heard)

    def test_no_connection(self):
        with socket.socket() as closed:
            closed.bind(('127.0.0.1', 0))
            outcome = run('turn', '127.0.0.1:%d' % closed.getsockname()[1])
        self.assertEqual('failed connect refused', support.verdict(outcome))
        self.assertEqual('failed dns bad_name', support.verdict(run('internet', '127.0.0.1')))
        self.assertIn(support.verdict(run('turn', 'no-such-name.invalid:80', deadline=8)),
                      ('failed dns nxdomain', 'failed dns dns_failed'))


class StunTest(unittest.TestCase):
    def check(self, expected, answer, deadline=2):
        server = badservers.Stun(answer)
        self.addCleanup(server.close)
        outcome = run('stun', server.name, deadline)
        self.assertEqual(expected, support.verdict(outcome), outcome)
        return outcome, server

    def test_an_answer(self):
        outcome, server = self.check('ok', badservers.binding)
        self.assertEqual({'family': '4'}, outcome['d'])  # and nothing of our own address
        self.assertEqual(1, server.count)

    def test_asks_again(self):
        def third(request, sender, asked=[]):
            asked.append(request)
            self.assertEqual(asked[0], request)
            return badservers.binding(request, sender) if len(asked) == 3 else None
        outcome, server = self.check('ok', third, deadline=3)
        self.assertEqual(3, server.count)
        self.assertAlmostEqual(1.5, outcome['e'] - outcome['s'], delta=0.7)

    def test_what_is_no_answer(self):
        def garbled(change):
            return lambda request, sender: change(bytearray(badservers.binding(request, sender)))

        def flip(at):
            def change(message):
                message[at] ^= 255
                return bytes(message)
            return garbled(change)

        def put(at, value):
            def change(message):
                message[at] = value
                return bytes(message)
            return garbled(change)
        for name, answer in (
                ('wrong id', flip(12)), ('wrong cookie', put(4, 0)), ('wrong length', put(3, 4)),
                ('odd length', put(3, 23)), ('a request', put(0, 0)),
                ('no address', lambda r, s: badservers.binding(r, s, attribute=0x8023)),
                ('only the old attribute', lambda r, s: badservers.binding(r, s, attribute=1)),
                ('unknown family', put(33, 3)), ('attribute too long', put(31, 200)),
                ('short', lambda r, s: b'x'), ('its own question', lambda r, s: r),
                ('long', lambda r, s: os.urandom(1500))):
            with self.subTest(name):
                outcome, _ = self.check('failed request garbage', answer, deadline=1)
                self.assertLess(outcome['e'] - outcome['s'], 1)
        self.check('failed request stun_error',
                   lambda r, s: badservers.binding(r, s, kind=0x0111), deadline=1)

    def test_a_good_answer_after_a_bad_one(self):
        def answer(request, sender, sent=[]):
            sent.append(1)
            return b'noise' if len(sent) == 1 else badservers.binding(request, sender)
        self.check('ok', answer)

    def test_noise_is_never_an_answer(self):
        request = struct.pack('>HHL', 1, 0, stun.COOKIE) + os.urandom(12)
        for size in range(200):
            noise = os.urandom(size // 4 * 4)
            message = struct.pack('>HH', 0x0101, len(noise)) + request[4:20] + noise
            self.assertIn(stun.judge(message, request), ('ok', 'garbage'))
            self.assertEqual('garbage', stun.judge(os.urandom(size), request))

    def test_silence_and_no_way(self):
        _, server = self.check('failed request timeout', lambda r, s: None, deadline=0.8)
        self.assertEqual(2, server.count)
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as closed:
            closed.bind(('127.0.0.1', 0))
            name = '127.0.0.1:%d' % closed.getsockname()[1]
        self.assertEqual('failed request port_closed', support.verdict(run('stun', name)))
        self.assertEqual('failed request unreachable',
                         support.verdict(run('stun', '255.255.255.255:9')))
        self.assertEqual('failed dns bad_name', support.verdict(run('stun', 'a:b')))


class TraceTest(unittest.TestCase):
    def test_this_computer(self):
        for name, address in (('127.0.0.1', '127.0.0.1'), ('localhost:1', '127.0.0.1')):
            outcome = run('trace', name, deadline=3)
            self.assertEqual('ok', outcome['r'])
            self.assertEqual({'hops', 'reached', 'h1'}, set(outcome['d']))
            self.assertEqual(('1', 'true', address), (
                outcome['d']['hops'], outcome['d']['reached'], outcome['d']['h1'].split()[0]))
            self.assertLess(outcome['e'] - outcome['s'], 1)

    @unittest.skipUnless(badservers.has_ipv6(), 'no IPv6 here')
    def test_this_computer_by_ipv6(self):
        self.assertEqual('::1', run('trace', '[::1]:9')['d']['h1'].split()[0])

    def test_a_name_that_is_none(self):
        self.assertEqual('failed dns bad_name', support.verdict(run('trace', 'a:b')))


@unittest.skipUnless(namespaces.possible(), 'needs root and network namespaces')
class TraceOnTheWayTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.way = namespaces.Way()

    @classmethod
    def tearDownClass(cls):
        cls.way.close()

    def test_routers_in_their_order(self):
        found = self.way.probe('trace', name=self.way.SERVER + ':9')
        hops = [found['d']['h%d' % n].split()[0] for n in (1, 2, 3)]
        self.assertEqual(['10.79.1.2', '10.79.2.2', self.way.SERVER], hops)
        self.assertEqual(('3', 'true'), (found['d']['hops'], found['d']['reached']))
        self.assertLess(found['e'] - found['s'], 2)

    def test_a_way_that_ends_early(self):
        found = self.way.probe('trace', name='10.79.9.9', deadline=3)
        self.assertEqual('ok', found['r'])
        self.assertEqual('false', found['d']['reached'])
        self.assertEqual('10.79.1.2', found['d']['h1'].split()[0])

    def test_without_privilege(self):
        found = self.way.probe('trace', user=65534, name=self.way.SERVER)
        self.assertEqual(('3', 'true'), (found['d']['hops'], found['d']['reached']))


if __name__ == '__main__':
    unittest.main()
