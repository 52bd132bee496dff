"""Resolvers, routes and the router."""
import os
import socket
import struct
import tempfile
import unittest
from unittest import mock

import namespaces
import support
import tree
from linkscope_agent import dns, dns_message, gateway, request, resolvers, routes

BENCH = support.Bench()


def setUpModule():
    global faults
    faults = support.FaultServer()


def tearDownModule():
    faults.close()


class DnsTest(unittest.TestCase):
    def ask(self, servers=('127.0.0.1',), port=None, **more):
        asked = support.spec('dns', deadline=3, **more)
        probe = dns.Dns(asked, None, lambda: list(servers), port or faults.ports['dns'])
        return BENCH.run(asked, probe)[0]

    def test_answers(self):
        with mock.patch.object(dns, 'PATIENCE', 0.4):
            for mode, expected in (
                    ('ok', 'ok'), ('only_a', 'ok'), ('truncated', 'ok'),
                    ('nxdomain', 'failed dns nxdomain'), ('servfail', 'failed dns servfail'),
                    ('refused', 'failed dns refused'), ('empty', 'failed dns no_address'),
                    ('drop', 'failed dns timeout'), ('wrong_id', 'failed dns timeout'),
                    ('garbage', 'failed dns garbage')):
                with self.subTest(mode):
                    faults.set(dns=mode)
                    self.assertEqual(expected, support.verdict(self.ask()))

    def test_each_resolver_is_told(self):
        faults.set(dns='ok')
        outcome = self.ask(['127.0.0.2', '127.0.0.1'])
        self.assertEqual('ok', outcome['r'])
        self.assertTrue(outcome['d']['r0'].startswith('127.0.0.2 port_closed'), outcome)
        self.assertTrue(outcome['d']['r1'].startswith('127.0.0.1 ok'), outcome)

    def test_a_silent_one_is_told_before_the_deadline(self):
        silent = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self.addCleanup(silent.close)
        silent.bind(('127.0.0.4', faults.ports['dns']))
        faults.set(dns='ok')
        asked = support.spec('dns', deadline=2)
        probe = dns.Dns(asked, None, lambda: ['127.0.0.4', '127.0.0.1'], faults.ports['dns'])
        outcome = BENCH.run(asked, probe)[0]
        self.assertEqual('ok', outcome['r'])
        self.assertTrue(outcome['d']['r0'].startswith('127.0.0.4 timeout'), outcome)
        self.assertTrue(outcome['d']['r1'].startswith('127.0.0.1 ok'), outcome)
        self.assertLess(outcome['e'] - outcome['s'], 1.95)

    def test_resolvers_of_the_user_are_told_apart(self):
        faults.set(dns='ok')
        outcome = self.ask(['127.0.0.1'], resolvers=['127.0.0.2', '127.0.0.1'])
        self.assertEqual('ok', outcome['r'])
        self.assertTrue(outcome['d']['r0'].startswith('127.0.0.1 ok'), outcome)
        self.assertTrue(outcome['d']['u0'].startswith('127.0.0.2 port_closed'), outcome)
        self.assertTrue(outcome['d']['u1'].startswith('127.0.0.1 ok'), outcome)
        self.assertNotIn('r1', outcome['d'])

    def test_what_others_answer_does_not_help(self):
        faults.set(dns='ok')
        outcome = self.ask(['127.0.0.2'], resolvers=['127.0.0.1'])
        self.assertEqual('failed dns port_closed', support.verdict(outcome))
        self.assertTrue(outcome['d']['u0'].startswith('127.0.0.1 ok'), outcome)
        outcome = self.ask([], resolvers=['127.0.0.1'])
        self.assertEqual('failed dns no_resolver', support.verdict(outcome))

    def test_a_silent_resolver_of_the_user_holds_nothing_up(self):
        silent = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self.addCleanup(silent.close)
        silent.bind(('127.0.0.3', faults.ports['dns']))
        faults.set(dns='ok')
        with mock.patch.object(dns, 'FURTHER', 0.2):
            outcome = self.ask(['127.0.0.1'], resolvers=['127.0.0.3'])
        self.assertEqual('ok', outcome['r'])
        self.assertTrue(outcome['d']['u0'].startswith('127.0.0.3 timeout'), outcome)
        self.assertLess(outcome['e'] - outcome['s'], 1)

    def test_a_list_of_resolvers_is_bounded(self):
        for wrong in (['1.1.1.1'] * 4, [''], [7], 'x', ['1' * 46]):
            with self.assertRaises(request.Refused):
                support.spec('dns', resolvers=wrong)

    def test_none_and_nonsense(self):
        self.assertEqual('failed dns no_resolver', support.verdict(self.ask([])))
        self.assertEqual('failed dns unreachable', support.verdict(self.ask(['nonsense'])))
        self.assertEqual('failed dns bad_name', support.verdict(self.ask(name='a..b')))

    def test_malformed_messages_do_no_harm(self):
        asked = dns_message.query(7, 'printer.test', dns_message.A)
        self.assertFalse(dns_message.answers(b'', asked))
        for _ in range(300):
            noise = asked[:2] + b'\x81\x80\0\x01\0\x02\0\0\0\0' + asked[12:] + os.urandom(40)
            self.assertTrue(dns_message.answers(noise, asked))
            self.assertIn(dns_message.result(noise, asked)[0], ('ok', 'garbage'))

    def test_resolv_conf(self):
        there = tree.Tree({
            '/conf': '# x\nnameserver 1.1.1.1\nsearch a\nnameserver fe80::1%eth0\n'})
        self.addCleanup(there.close)
        self.assertEqual(['1.1.1.1', 'fe80::1%eth0'], resolvers.read(there.root + '/conf'))
        self.assertEqual([], resolvers.read('/nowhere/resolv.conf'))


def _by_nothing(attempt, address):
    return None


@unittest.skipUnless(routes.available(), 'no /proc/net/route on this system')
class GatewayTest(unittest.TestCase):
    def ask(self, route):
        asked = support.spec('gateway')
        return BENCH.run(asked, gateway.Gateway(asked, None, lambda: route))[0]

    def test_a_router_that_is_there(self):
        outcome = self.ask(('127.0.0.1', 'lo'))
        self.assertEqual('ok', outcome['r'])
        self.assertIn(outcome['d']['via'], ('icmp', 'ping', 'tcp'))

    def test_a_router_that_is_not(self):
        # 192.0.2.0/24 is for documentation (RFC 5737); .77 answers nobody.
        outcome = self.ask(('192.0.2.77', 'none'))
        self.assertEqual('failed', outcome['r'])
        self.assertLess(outcome['e'] - outcome['s'], 2.3)

    def test_by_the_program_ping(self):
        asked = support.spec('gateway', slots=2, cadence=0.1)
        for script, alive in (('exit 0', True), ('echo no; exit 1', False), ('exit 2', False),
                              ('exec sleep 9', False)):
            probe = gateway.Gateway(asked, None, lambda: ('192.0.2.77', 'none'))
            probe._icmp = False
            probe._by_tcp = probe._by_arp = _by_nothing
            with self.subTest(script), tempfile.TemporaryDirectory() as folder:
                with open(os.path.join(folder, 'ping'), 'w') as ping:
                    ping.write('#!/bin/sh\necho "call $*" >> %s/calls\n%s\n'
                               % (folder, script))
                os.chmod(ping.name, 0o755)
                path = folder + os.pathsep + os.environ['PATH']
                with mock.patch.dict(os.environ, PATH=path):
                    outcomes = BENCH.run(asked, probe)
                self.assertEqual(['ok' if alive else 'failed'] * 2, [o['r'] for o in outcomes])
                with open(os.path.join(folder, 'calls')) as calls:
                    said = calls.read().splitlines()
                # Names are not asked for, and what does not work is left alone for a while.
                calls = 1 if script == 'exit 2' else 2
                self.assertEqual(['call -n -c 1 -W 1 192.0.2.77'] * calls, said)
                if alive:
                    self.assertEqual('ping', outcomes[0]['d']['via'])
                else:
                    self.assertEqual(None if script == 'exit 2' else 'ping',
                                     outcomes[0]['d'].get('tried'))

    def test_the_cheap_way_comes_before_a_process(self):
        asked = support.spec('gateway')
        probe = gateway.Gateway(asked, None, lambda: ('192.0.2.77', 'none'))
        probe._icmp = False
        tried = []

        def way(name, alive):
            def answer(attempt, address):
                tried.append(name)
                return alive
            answer.__name__ = '_by_' + name
            return answer
        probe._by_tcp, probe._by_ping = way('tcp', True), way('ping', True)
        self.assertEqual('tcp', BENCH.run(asked, probe)[0]['d']['via'])
        self.assertEqual(['tcp'], tried)
        # A router that is silent to it is not asked that way in vain again and again.
        probe._by_tcp = way('tcp', False)
        for _ in range(2):
            self.assertEqual('ping', BENCH.run(asked, probe)[0]['d']['via'])
        self.assertEqual(['tcp', 'tcp', 'ping', 'ping'], tried)

    def test_no_route(self):
        self.assertEqual('failed connect no_route', support.verdict(self.ask(None)))


@unittest.skipUnless(namespaces.possible(), 'needs root and network namespaces')
class RouterTest(unittest.TestCase):
    """A real router, which becomes more silent step by step."""

    def setUp(self):
        self.way = namespaces.Way()
        self.addCleanup(self.way.close)

    def check(self, expected):
        outcome = self.way.probe('gateway', deadline=2)
        self.assertEqual('10.79.1.2', outcome['d']['address'])
        self.assertEqual(expected, (support.verdict(outcome), outcome['d'].get('via')), outcome)
        return outcome['d'].get('tried', '')

    def test_each_way(self):
        # A new namespace keeps users from ICMP; the closed port answers, so no process is needed.
        self.check(('ok', 'tcp'))
        self.way.run('client', 'sh', '-c',
                     'echo 0 2147483647 > /proc/sys/net/ipv4/ping_group_range')
        self.check(('ok', 'icmp'))
        self.way.run('near', 'sh', '-c', 'echo 1 > /proc/sys/net/ipv4/icmp_echo_ignore_all')
        self.assertEqual('icmp', self.check(('ok', 'tcp')))
        # The router hears, and its answers go nowhere: only its link is left to be seen.
        self.way.ip('near', 'route', 'add', 'blackhole', '10.79.1.1/32')
        self.assertEqual('icmp tcp', self.check(('ok', 'arp')))
        self.way.ip('near', 'link', 'set', 'n0', 'down')
        self.way.ip('client', 'neigh', 'flush', 'all')
        tried = self.check(('failed connect timeout', None))
        self.assertEqual('icmp tcp arp', tried)


class RoutesTest(unittest.TestCase):
    def test_the_lowest_metric_counts(self):
        head = 'Iface Destination Gateway Flags RefCnt Use Metric Mask MTU Window IRTT'
        router = ['%08X' % struct.unpack('=L', socket.inet_aton(a))[0] for a in
                  ('10.0.0.1', '10.0.1.1')]
        lines = [head, 'wlan0 00000000 %s 0003 0 0 600 00000000 0 0 0' % router[0],
                 'eth0 00000000 %s 0003 0 0 100 00000000 0 0 0' % router[1],
                 'eth0 0000000A 00000000 0001 0 0 0 00FFFFFF 0 0 0']
        self.assertEqual(('10.0.1.1', 'eth0'), routes._ipv4(lines))
        self.assertIsNone(routes._ipv4([head]))

    def test_ipv6(self):
        line = ('0' * 32 + ' 00 ' + '0' * 32 + ' 00 fe80' + '0' * 27 + '1'
                + ' 00000400 00000001 00000000 00000003    eth0')
        self.assertEqual(('fe80::1', 'eth0'), routes._ipv6([line]))


if __name__ == '__main__':
    unittest.main()
