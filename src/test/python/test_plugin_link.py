"""Obico's own connection: real sockets of a real process, and logs that rotate."""
import os
import socket
import subprocess
import sys
import time
import unittest
from unittest import mock

import support
from linkscope_agent import plugin_held, plugin_link, plugin_peers, processes, url
from linkscope_agent.plugin_log import PluginLog
from test_facts import TreeTest

HERE = os.path.dirname(os.path.abspath(__file__))
BENCH = support.Bench()
OBICO = ' - octoprint.plugins.obico - '
TRACEBACK = '''Traceback (most recent call last):
  File "/home/pi/oprint/lib/python3.11/site-packages/octoprint_obico/__init__.py", line 262, in %s
    self.post_update_to_server()
AttributeError: 'NoneType' object has no attribute 'get'
'''


def record(text, ago=0.0):
    return time.strftime('%Y-%m-%d %H:%M:%S', time.localtime(time.time() - ago)) + ',123' + text


# A network of its own, in which the program then takes the place of the shell.
NETWORK = ['unshare', '-rn', 'bash', '-c',
           'ip link set lo up && exec -a "$0" "$PYTHON" "$@"']


def networks():
    try:
        return subprocess.call(NETWORK[:2] + ['ip', 'link', 'set', 'lo', 'up'],
                               stderr=subprocess.DEVNULL) == 0
    except OSError:
        return False


class Octoprint:
    """A process whose command line is that of OctoPrint, with its folder and its log."""

    def __init__(self, tree, host, port, name='octoprint', environment=(), inside=()):
        self.log = tree.root + '/basedir/logs/octoprint.log'
        os.makedirs(os.path.dirname(self.log), exist_ok=True)
        line = [name, os.path.join(HERE, 'plugin_stand_in.py'), host, str(port), '--basedir',
                tree.root + '/basedir', 'serve']
        self.process = subprocess.Popen(
            list(inside) + line, executable=None if inside else sys.executable,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            env=dict(os.environ, PYTHON=sys.executable, **dict(environment)))
        self._lines = support.Lines(self.process.stdout)
        assert self._lines.next() == b'ready\n'

    def tell(self, word):
        self.process.stdin.write(word.encode() + b'\n')
        self.process.stdin.flush()
        assert self._lines.next() == b'done\n'

    def write(self, *lines):
        with open(self.log, 'a') as log:
            log.write('\n'.join(lines) + '\n')

    def close(self):
        self.process.stdin.close()
        self.process.wait(support.PATIENCE)
        self.process.stdout.close()


class FakeFinder:
    def __init__(self, *running):
        self._found = []
        for octoprint in running:
            folder = '/proc/%d' % octoprint.process.pid
            with open(folder + '/cmdline') as line:
                arguments = line.read().split('\0')
            self._found.append(processes.Process(
                folder, processes.kind_of(arguments), arguments, processes._start(folder)))

    def processes(self, kind):
        return [process for process in self._found if process.kind == kind]


@unittest.skipUnless(os.path.exists('/proc/net/tcp'), 'no /proc/net/tcp on this system')
class PluginLinkTest(TreeTest):
    def setUp(self):
        patch = mock.patch.object(plugin_link, 'LASTING', 0.3)
        patch.start()
        self.addCleanup(patch.stop)
        self.server = socket.socket()
        self.addCleanup(self.server.close)
        self.server.bind(('127.0.0.1', 0))
        self.server.listen(8)
        self.port = self.server.getsockname()[1]

    def octoprint(self, **more):
        found = Octoprint(self.tree(), '127.0.0.1', more.pop('port', self.port), **more)
        self.addCleanup(found.close)
        return found

    def probe(self, *running, host='127.0.0.1', **more):
        asked = support.spec('plugin.link', url='http://%s:%d/api/' % (host, self.port))
        self.told = []
        return plugin_link.PluginLink(
            asked, lambda *fact: self.told.append(fact), FakeFinder(*running), **more)

    def look(self, probe):
        asked = support.spec('plugin.link', url='http://unused/', deadline=5)
        return BENCH.run(asked, probe)[0]

    def verdicts(self, probe, count):
        return [support.verdict(self.look(probe)) for _ in range(count)]

    def test_a_connection_that_stands_and_is_lost(self):
        octoprint = self.octoprint()
        octoprint.write(record(OBICO + "INFO - Linked printer: {'is_pro': False, 'id': 7}"))
        octoprint.tell('connect')
        probe = self.probe(octoprint)
        outcome = self.look(probe)
        self.assertEqual('ok', outcome['r'], outcome)
        self.assertEqual(('direct', '0', '0'), tuple(
            outcome['d'][key] for key in ('via', 'since_s', 'retrans')))
        self.assertNotIn('log', outcome['d'])
        self.assertEqual([('obico.printer.id', '7')], self.told)
        time.sleep(0.8)
        self.assertEqual('1', self.look(probe)['d']['since_s'])
        octoprint.tell('close')
        self.assertEqual(['skipped too_early', 'failed upgrade not_connected'],
                         self.verdicts(probe, 2))
        octoprint.tell('connect')
        self.assertEqual(['ok'], self.verdicts(probe, 1))
        self.assertEqual(1, len(self.told))

    def test_connections_of_others_do_not_count(self):
        octoprint = self.octoprint()
        with socket.create_connection(('127.0.0.1', self.port)):
            self.assertEqual(['skipped too_early', 'failed upgrade not_connected'],
                             self.verdicts(self.probe(octoprint), 2))

    def test_a_passing_request_is_no_connection(self):
        octoprint = self.octoprint()
        probe = self.probe(octoprint)
        self.assertEqual(['skipped too_early'], self.verdicts(probe, 1))
        octoprint.tell('connect')
        with mock.patch.object(plugin_link.time, 'sleep', lambda s: octoprint.tell('close')):
            self.assertEqual(['failed upgrade not_connected'], self.verdicts(probe, 1))

    def readings(self, probe, count):
        """(verdicts of so many looks, how often the table was read)"""
        real = plugin_link.tcp_table.rows
        with mock.patch.object(plugin_link.tcp_table, 'rows', side_effect=real) as rows:
            return self.verdicts(probe, count), rows.call_count

    def standing(self):
        """An OctoPrint with a connection, and a probe that has seen it."""
        octoprint = self.octoprint()
        octoprint.tell('connect')
        probe = self.probe(octoprint)
        self.assertEqual(['ok'], self.verdicts(probe, 1))
        return octoprint, probe

    def test_the_table_is_not_read_while_the_descriptor_holds_the_same_socket(self):
        _, probe = self.standing()
        self.assertEqual((['ok'] * 20, 0), self.readings(probe, 20))
        details = self.look(probe)['d']
        self.assertIn('since_s', details)
        self.assertNotIn('retrans', details)  # only the table tells
        later = plugin_held.clock.boot() + plugin_held.TRUSTED
        with mock.patch.object(plugin_held.clock, 'boot', lambda: later):
            self.assertEqual((['ok'] * 20, 1), self.readings(probe, 20))

    def test_a_descriptor_that_closes_is_noticed_at_once(self):
        octoprint, probe = self.standing()
        octoprint.tell('close')
        self.assertEqual((['skipped too_early'] + ['failed upgrade not_connected'] * 3, 4),
                         self.readings(probe, 4))
        octoprint.tell('connect')
        self.assertEqual((['ok'] * 3, 2), self.readings(probe, 3))  # twice, until it has lasted

    def test_another_connection_at_the_same_descriptor(self):
        octoprint, probe = self.standing()
        octoprint.tell('close')
        octoprint.tell('connect')
        outcomes = [self.look(probe) for _ in range(2)]
        self.assertEqual(['ok', 'ok'], [outcome['r'] for outcome in outcomes])
        self.assertEqual('0', outcomes[0]['d']['since_s'])
        self.assertIn('retrans', outcomes[0]['d'])

    def test_the_same_connection_at_another_descriptor(self):
        octoprint, probe = self.standing()
        octoprint.tell('move')
        self.assertEqual((['ok'] * 5, 1), self.readings(probe, 5))

    def test_the_server_alone_closes_which_the_table_tells(self):
        octoprint, probe = self.standing()
        self.server.accept()[0].close()
        time.sleep(0.2)
        self.assertEqual(['ok'], self.verdicts(probe, 1))
        later = plugin_held.clock.boot() + plugin_held.TRUSTED
        with mock.patch.object(plugin_held.clock, 'boot', lambda: later):
            self.assertEqual(['skipped too_early', 'failed upgrade not_connected'],
                             self.verdicts(probe, 2))

    def test_a_process_that_has_ended(self):
        octoprint = self.octoprint()
        octoprint.tell('connect')
        proc = self.tree().root  # without others' processes
        os.makedirs(proc, exist_ok=True)
        os.symlink('/proc/%d' % octoprint.process.pid, '%s/%d' % (proc, octoprint.process.pid))
        probe = plugin_link.PluginLink(
            support.spec('plugin.link', url='http://127.0.0.1:%d/' % self.port), None,
            processes.Finder(proc))
        self.assertEqual(['ok', 'ok'], self.verdicts(probe, 2))
        octoprint.process.kill()
        octoprint.process.wait(support.PATIENCE)
        self.assertEqual(['skipped no_octoprint'], self.verdicts(probe, 1))

    def test_where_its_sockets_are_closed_to_us_its_user_counts_and_ours_do_not(self):
        octoprint = self.octoprint()
        real = plugin_link.tcp_table.sockets_of

        def closed(folder):
            return real(folder) if folder == '/proc/self' else None
        with mock.patch.object(plugin_link.tcp_table, 'sockets_of', closed):
            with socket.create_connection(('127.0.0.1', self.port)):
                probe = self.probe(octoprint)
                self.assertEqual(['skipped too_early'], self.verdicts(probe, 1))
                octoprint.tell('connect')
                self.assertEqual(['ok'], self.verdicts(probe, 1))
                self.assertEqual((['ok'] * 4, 4), self.readings(probe, 4))

    def test_an_environment_that_is_closed_may_name_a_proxy(self):
        octoprint = self.octoprint()
        probe = self.probe(octoprint)
        self.look(probe)
        watch, = probe._watches.values()
        watch.environment = None
        self.assertEqual(['skipped not_readable'] * 3, self.verdicts(probe, 3))

    def test_kicked_is_never_healthy(self):
        octoprint = self.octoprint()
        octoprint.tell('connect')
        octoprint.write(record(' - octoprint.server - INFO - Starting OctoPrint 1.11.8'))
        probe = self.probe(octoprint)
        self.assertEqual(['ok'], self.verdicts(probe, 1))
        octoprint.write(record(OBICO + 'WARNING - WS Closed - 4321 - '),
                        record(OBICO + 'ERROR - Shared auth_token detected. Shutting down.'))
        outcome = self.look(probe)
        self.assertEqual('failed upgrade kicked', support.verdict(outcome))
        self.assertEqual('4321', outcome['d']['last_close'])

    def test_what_the_log_says(self):
        for lines, expected in (
                ([OBICO + 'WARNING - auth_token is not validated. Not sending message to'],
                 'failed upgrade not_authorised'),
                ([OBICO + 'WARNING - Plugin not configured. Not sending message to server...'],
                 'failed upgrade not_linked'),
                ([OBICO + 'WARNING - Server WS ERROR: Handshake status 403 Forbidden -+-+- {}',
                  OBICO + 'WARNING - Not connected to websocket server after 120s'],
                 'failed upgrade not_connected'),
                ([' - some.other.plugin - WARNING - WS Closed - 4321 - x'], 'skipped too_early')):
            octoprint = self.octoprint()
            octoprint.write(*map(record, lines))
            with self.subTest(expected):
                outcome = self.look(self.probe(octoprint))
                self.assertEqual(expected, support.verdict(outcome))
                if 'Handshake' in lines[0]:
                    self.assertEqual('403', outcome['d']['handshake'])

    def test_a_main_loop_that_fails_is_a_crash_even_with_a_connection(self):
        octoprint = self.octoprint()
        octoprint.tell('connect')
        octoprint.write(record(OBICO + 'ERROR - ') + '\n' + TRACEBACK % 'main_loop')
        self.assertEqual(['failed upgrade crashed'], self.verdicts(self.probe(octoprint), 1))
        healthy = self.octoprint()
        healthy.tell('connect')
        healthy.write(record(OBICO + 'ERROR - POST: http://x/') + '\n' + TRACEBACK % 'send')
        self.assertEqual(['ok'], self.verdicts(self.probe(healthy), 1))

    def test_no_log(self):
        octoprint = self.octoprint()
        octoprint.tell('connect')
        outcome = self.look(self.probe(octoprint))
        self.assertEqual(('ok', 'not_readable'), (outcome['r'], outcome['d']['log']))

    def test_no_octoprint(self):
        self.assertEqual(['skipped no_octoprint'], self.verdicts(self.probe(), 1))

    def test_another_network_that_is_closed(self):
        octoprint = self.octoprint()
        with mock.patch.object(plugin_link.tcp_table, 'rows', side_effect=PermissionError):
            self.assertEqual(['skipped other_vantage'], self.verdicts(self.probe(octoprint), 1))

    @unittest.skipUnless(networks(), 'no networks may be made here')
    def test_in_a_network_of_its_own(self):
        octoprint = self.octoprint(inside=NETWORK)
        octoprint.tell('serve')
        probe = self.probe(octoprint)
        self.assertEqual(['skipped too_early'], self.verdicts(probe, 1))
        octoprint.tell('connect')
        self.assertEqual(['ok'], self.verdicts(probe, 1))
        with open('/proc/net/tcp') as table:  # which is not where it was seen
            self.assertNotIn(':%04X 01 ' % self.port, table.read())

    def test_two_instances(self):
        one, two = self.octoprint(), self.octoprint()
        one.tell('connect')
        probe = self.probe(one, two)
        self.assertEqual(['skipped ambiguous'], self.verdicts(probe, 1))
        two.tell('connect')
        outcome = self.look(probe)
        self.assertEqual(('ok', '2'), (outcome['r'], outcome['d']['instances']))

    def test_through_a_proxy(self):
        proxy = socket.socket()
        self.addCleanup(proxy.close)
        proxy.bind(('127.0.0.2', 0))
        proxy.listen(1)
        place = '127.0.0.2:%d' % proxy.getsockname()[1]
        octoprint = Octoprint(self.tree(), *place.split(':'),
                              environment={'http_proxy': 'http://me:secret@%s/' % place})
        self.addCleanup(octoprint.close)
        octoprint.tell('connect')
        outcome = self.look(self.probe(octoprint))
        self.assertEqual(('ok', 'proxy'), (outcome['r'], outcome['d']['via']))
        self.assertNotIn('secret', str(outcome))

    def test_obico_for_klipper(self):
        klipper = self.octoprint(name='moonraker-obico')
        klipper.tell('connect')
        self.assertEqual(['ok'], self.verdicts(self.probe(klipper), 1))

    def test_an_unknown_name_is_not_a_failure(self):
        octoprint = self.octoprint()
        octoprint.tell('connect')

        def peers(host, port):
            return plugin_peers.Peers(host, port, self.nobody)
        self.assertEqual(['skipped name_unknown'] * 3,
                         self.verdicts(self.probe(octoprint, peers=peers), 3))

    def nobody(self, *asked):
        raise socket.gaierror(socket.EAI_AGAIN, 'try again')

    def test_a_resolver_that_hangs_does_not_hold_the_look(self):
        octoprint = self.octoprint()

        def peers(host, port):
            return plugin_peers.Peers(host, port, lambda *asked: time.sleep(8) or [])
        outcome = self.look(self.probe(octoprint, peers=peers))
        self.assertEqual('skipped name_unknown', support.verdict(outcome))
        self.assertLess(outcome['e'] - outcome['s'], 2)

    def test_an_address_of_the_server_that_was_never_learned(self):
        octoprint = self.octoprint()
        octoprint.tell('connect')

        def peers(host, port):
            entry = (socket.AF_INET, 1, 6, '', ('192.0.2.7', port))
            return plugin_peers.Peers(host, port, lambda *asked: [entry])
        with mock.patch.object(plugin_link.tcp_table, 'is_local', lambda row: False):
            probe = self.probe(octoprint, peers=peers)
            self.look(probe)
            time.sleep(0.4)
            self.assertEqual(['skipped other_address'] * 2, self.verdicts(probe, 2))


class PeersTest(unittest.TestCase):
    def test_old_addresses_are_kept_for_a_day(self):
        now, asked = [1000.0], ['192.0.2.1']

        def resolve(*question):
            return [(socket.AF_INET, 1, 6, '', (asked[0], 443))] if asked[0] else []
        with mock.patch.object(plugin_peers.clock, 'awake', lambda: now[0]):
            peers = plugin_peers.Peers('x', 443, resolve)
            first = peers.printed(1)
            asked[0] = '192.0.2.2'
            self.assertEqual(first, peers.printed(1))
            now[0] += plugin_peers.FRESH
            both = peers.printed(1)
            self.assertTrue(first < both and len(both) == 2 * len(first))
            now[0] += plugin_peers.KEPT - 100
            self.assertEqual(both - first, peers.printed(1))

    def test_proxies(self):
        address = url.parse('https://app.obico.io/')
        for environment, expected in (
                ({'https_proxy': 'http://u:p@proxy.lan:3128'}, ('proxy.lan', 3128)),
                ({'HTTPS_PROXY': 'proxy.lan:8080'}, ('proxy.lan', 8080)),
                ({'ALL_PROXY': 'socks5://127.0.0.1'}, ('127.0.0.1', 1080)),
                ({'http_proxy': 'http://proxy.lan'}, None), ({}, None),
                ({'https_proxy': 'http://proxy.lan', 'no_proxy': 'lan, .obico.io'}, None),
                ({'https_proxy': 'http://proxy.lan', 'NO_PROXY': '*'}, None),
                ({'https_proxy': '://'}, None)):
            self.assertEqual(expected, plugin_peers.proxy(environment, address), environment)


class PluginLogTest(TreeTest):
    def setUp(self):
        self.path = self.tree().root + '/octoprint.log'
        self.log = PluginLog(time.monotonic() - 3600)

    def write(self, *lines, path=None):
        with open(path or self.path, 'a') as log:
            log.write('\n'.join(lines) + '\n')

    def look(self):
        self.log.look(self.path)
        return self.log

    def test_recorded_lines(self):
        self.write(
            '2026-11-22 10:23:23,179 - octoprint.plugins.obico - WARNING - WS Closed - 1011 - away',
            '2026-11-22 10:24:03,170 - octoprint.plugins.obico - WARNING - Server WS ERROR: '
            '[Errno 111] Connection refused',
            '2026-11-22 10:24:03,171 - octoprint.plugins.obico - WARNING - WS Closed - None - None',
            '2026-11-22 10:26:03,675 - octoprint.plugins.obico - WARNING - Not connected to '
            'websocket server after 120s')
        self.log = PluginLog(-1e12)
        self.assertEqual(('none', False, None), (
            self.look().last_close, self.log.kicked, self.log.trouble()))
        self.assertFalse(self.log.not_connected())  # of another day

    def test_lines_of_an_earlier_process_do_not_count(self):
        self.write(record(OBICO + 'ERROR - Shared auth_token detected. Shutting down.', 7200))
        self.assertFalse(self.look().kicked)
        self.write(record(OBICO + 'WARNING - WS Closed - 4321 - x'))
        self.assertTrue(self.look().kicked)
        self.write(record(' - octoprint.startup - INFO - Starting OctoPrint 1.11.8'))
        self.assertFalse(self.look().kicked)

    def test_daily_rotation(self):
        self.write(record(OBICO + 'WARNING - WS Closed - 1006 - '))
        self.assertEqual('1006', self.look().last_close)
        self.write(record(OBICO + 'WARNING - WS Closed - 4321 - '))
        os.rename(self.path, self.path + '.2026-11-21')
        self.write(record(OBICO + 'WARNING - Not connected to websocket server after 120s'))
        self.assertTrue(self.look().kicked)  # from the last lines of the old file
        self.assertTrue(self.log.not_connected())
        fresh = PluginLog(time.monotonic() - 3600)
        fresh.look(self.path)
        self.assertTrue(fresh.kicked)

    def test_cut_off_in_place(self):
        self.write(record(OBICO + 'INFO - x' * 50))
        self.look()
        with open(self.path, 'w'):
            pass
        self.write(record(OBICO + 'WARNING - WS Closed - 4321 - '))
        self.assertTrue(self.look().kicked)

    def test_a_line_in_two_pieces(self):
        self.write('x')
        self.look()
        line = record(OBICO + 'WARNING - WS Closed - 4321 - ')
        with open(self.path, 'a') as log:
            log.write(line[:40])
        self.assertFalse(self.look().kicked)
        self.write(line[40:])
        self.assertTrue(self.look().kicked)

    def test_no_more_than_the_bound_is_read(self):
        self.write(record(OBICO + 'WARNING - WS Closed - 4321 - '))
        self.write(*['x' * 999] * 400)
        self.assertFalse(self.look().kicked)
        with mock.patch.object(self.log, '_line') as seen:
            self.write(*['y' * 999] * 400)
            self.look()
        self.assertLess(seen.call_count, 270)

    def test_a_thread_that_ended(self):
        self.write(record(' - octoprint.x - INFO - y'))
        self.look()
        self.write('Exception in thread Thread-9 (main_loop):', TRACEBACK % 'main_loop')
        self.assertTrue(self.look().dead)
        self.assertTrue(self.log.crashing())

    def test_the_form_of_klipper(self):
        self.log = PluginLog(time.monotonic() - 3600, logger='')
        self.write(record('     ERROR  obico.app - Shared auth_token detected. Shutting down.'))
        self.assertTrue(self.look().kicked)

    def test_not_there_and_nonsense(self):
        self.assertFalse(self.look().readable)
        with open(self.path, 'wb') as log:
            log.write(os.urandom(100000) + b'\n9999-99-99 99:99:99,999 - octoprint.plugins.obico'
                      b' - WS Closed - 4321\n')
        self.assertTrue(self.look().readable)
        self.assertFalse(self.log.kicked)


if __name__ == '__main__':
    unittest.main()
