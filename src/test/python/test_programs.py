"""Facts of the kernel's messages, of services, and of installed software."""
import os
import socket
import subprocess
import sys
import unittest
from unittest import mock

import support  # noqa: F401 - finds the agent
from linkscope_agent import processes, tcp_table
from linkscope_agent.command import Command
from linkscope_agent.facts_kernel import Kernel
from linkscope_agent.facts_services import Services
from linkscope_agent.facts_system import Software, System
from linkscope_agent.kernel_log import KernelLog
from tree import by_key
from test_facts import TreeTest

DMESG = '''[    0.000000] Booting Linux on physical CPU 0x0
[    3.100000] brcmfmac mmc1:0001:1: Direct firmware load for brcm/x.bin failed with error -2
[    3.200000] brcmfmac: brcmf_c_process_clm_blob: no clm_blob available (err=-2), device may have
[    4.500000] EXT4-fs (mmcblk0p2): re-mounted. Opts: (null)
[   12.345678] hwmon hwmon1: Undervoltage detected!
[   16.345678] hwmon hwmon1: Voltage normalised
[   20.000000] Under-voltage detected! (0x00050005)
[  100.000001] brcmfmac: brcmf_run_escan: error (-52)
[  100.000002] brcmfmac: brcmf_set_channel: set chanspec 0xd022 fail, reason -52
[  200.500000] wlan1: deauthenticated from d8:0d:17:aa:bb:cc (Reason: 2=PREV_AUTH_NOT_VALID)
[  300.000000] usb 1-1.3: USB disconnect, device number 5
[  301.000000] usb 1-1.3: new high-speed USB device number 6 using xhci_hcd
[  302.000000] usb 1-1.3: reset high-speed USB device number 6 using xhci_hcd
[  303.000000] uvcvideo: Failed to resubmit video URB (-1).
[  400.000000] mmcblk0: error -110 transferring data, sector 100, nr 8, cmd response 0x900
[  401.000000] EXT4-fs error (device mmcblk0p2): ext4_find_entry:1455: inode #2: comm python
[  402.000000] Out of memory: Killed process 812 (octoprint) total-vm:400000kB
'''
COUNTS = {'undervoltage': ('2', '20 s'), 'wifi_firmware': ('1', '100 s'),
          'wifi_lost': ('1', '200 s'), 'usb_disconnect': ('1', '300 s'),
          'usb_reset': ('1', '302 s'), 'camera': ('1', '303 s'), 'storage': ('2', '401 s'),
          'memory': ('1', '402 s')}


class KernelTest(TreeTest):
    def counts(self, kernel):
        found = by_key(kernel.read())
        return {kind: (found['kernel.%s.count' % kind], found['kernel.%s.last' % kind])
                for kind in COUNTS}, found

    def log(self, tree, **scripts):
        programs = {name: Command(name, tree.program(name, script))
                    for name, script in scripts.items()}
        return KernelLog(tree.root + '/kmsg', programs.get('dmesg', Command('dmesg', [])),
                         programs.get('journalctl', Command('journalctl', [])))

    def test_dmesg(self):
        tree = self.tree({'/dmesg': DMESG})
        log = self.log(tree, dmesg='cat %s/dmesg' % tree.root)
        kernel = Kernel(log)
        self.assertEqual(COUNTS, self.counts(kernel)[0])
        self.assertEqual(COUNTS, self.counts(kernel)[0])
        self.assertEqual(1, len(tree.runs('dmesg')))
        tree.put('/dmesg', DMESG + '[  402.000000] mmc0: error -110 whilst initialising SD card\n'
                 '[  500.000000] hwmon hwmon1: Undervoltage detected!\n')
        log._seldom._until = None
        counts, found = self.counts(kernel)
        self.assertEqual((('3', '500 s'), ('3', '402 s'), ('1', '402 s')), (
            counts['undervoltage'], counts['storage'], counts['memory']))
        self.assertEqual(('1', '1', '0', '0 s'), (
            found['kernel.undervoltage.new'], found['kernel.storage.new'],
            found['kernel.memory.new'], found['kernel.from']))

    def test_the_journal_where_dmesg_is_restricted(self):
        journal = ''.join('[%12s] octopi kernel: %s\n' % (line[1:13].strip(), line[15:])
                          for line in DMESG.splitlines())
        tree = self.tree({'/journal': '-- Journal begins at Sun --\n' + journal})
        log = self.log(tree, dmesg='echo dmesg: read kernel buffer failed >&2; exit 1',
                       journalctl='cat %s/journal' % tree.root)
        self.assertEqual(COUNTS, self.counts(Kernel(log))[0])

    def test_not_permitted(self):
        tree = self.tree()
        log = self.log(tree, dmesg='exit 1', journalctl='echo -- No entries --')
        self.assertEqual({('not permitted',)},
                         {tuple(value) for value in by_key(Kernel(log).read()).values()})

    def test_records_of_kmsg(self):
        """A pipe stands for the device: each write is one record, and it never blocks."""
        tree = self.tree()
        os.mkfifo(tree.root + '/kmsg')
        log = self.log(tree)
        reading = os.open(tree.root + '/kmsg', os.O_RDWR | os.O_NONBLOCK)
        self.addCleanup(os.close, reading)
        kernel = Kernel(log)
        kernel.read()
        os.write(reading, b'4,1,20000000,-;Under-voltage detected! (0x00050005)\n SUBSYSTEM=x\n')
        counts, found = self.counts(kernel)
        self.assertEqual(('1', '20 s'), counts['undervoltage'])
        self.assertEqual('20 s', found['kernel.from'])
        os.write(reading, b'nonsense')
        self.assertEqual(('1', '20 s'), self.counts(kernel)[0]['undervoltage'])

    @unittest.skipUnless(os.access('/dev/kmsg', os.R_OK), 'the messages are closed to us')
    def test_this_computer(self):
        log = KernelLog()
        self.assertGreater(len(list(log.new())), 5)
        self.assertLess(len(list(log.new())), 5)


SYSTEMCTL = '''Id=octoprint.service
LoadState=loaded
ActiveState=active
NRestarts=3
ActiveEnterTimestampMonotonic=25123456

Id=haproxy.service
LoadState=loaded
ActiveState=failed
NRestarts=0
ActiveEnterTimestampMonotonic=0

Id=webcamd.service
LoadState=not-found
ActiveState=inactive
NRestarts=0
ActiveEnterTimestampMonotonic=0

Id=camera-streamer.service
LoadState=loaded
ActiveState=active
NRestarts=0
ActiveEnterTimestampMonotonic=1

Id=camera-streamer-usb@cam.service
LoadState=loaded
ActiveState=failed
NRestarts=10
ActiveEnterTimestampMonotonic=1
'''
TCP_HEAD = ('  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  '
            'timeout inode\n')


def listening(*ports):
    return TCP_HEAD + ''.join(
        '   %d: 0100007F:%04X 00000000:0000 0A 00000000:00000000 00:00000000 00000000  1000'
        '        0 %d 1 00000000b22f48a1 100 0 0 10 0\n' % (i, port, 100 + i)
        for i, port in enumerate(ports))


class ServicesTest(TreeTest):
    def services(self, files=(), script='cat %s/units'):
        tree = self.tree(dict({'/run/systemd/system/x': '', '/units': SYSTEMCTL,
                               '/proc/net/tcp': listening(5000, 17730)}, **dict(files)))
        folders = tree.program('systemctl', script % tree.root if '%' in script else script)
        return tree, Services(tree.root, Command('systemctl', folders),
                              processes.Finder(tree.root + '/proc'))

    def test_states(self):
        found = by_key(self.services()[1].read())
        self.assertEqual({
            'service.octoprint': 'active', 'service.octoprint.restarts': '3',
            'service.octoprint.since': '25 s', 'service.haproxy': 'failed',
            'service.webcamd': None, 'service.camera_streamer': 'failed',
            'service.camera_streamer.restarts': '10', 'service.klipper': None,
            'octoprint.listening': 'true', 'web.listening': 'false', 'janus.listening': 'true'},
            {key: value for key, value in found.items() if value is not None
             and key != 'service.haproxy.restarts' or key in ('service.webcamd',
                                                              'service.klipper')})

    def test_systemctl_is_run_when_a_unit_starts(self):
        group = '/sys/fs/cgroup/system.slice/octoprint.service'
        tree, services = self.services({group + '/cgroup.procs': '812\n'})
        for _ in range(3):
            services.read()
        self.assertEqual(1, len(tree.runs('systemctl')))
        os.rename(tree.root + group, tree.root + group + '.gone')
        services.read()
        tree.put(group + '/cgroup.procs', '900\n')
        services.read()
        services.read()
        self.assertEqual(3, len(tree.runs('systemctl')))
        self.assertIn('camera-streamer*.service', tree.runs('systemctl')[0])

    def test_the_table_is_read_seldom_once_all_is_there(self):
        tree, services = self.services({'/proc/net/tcp': listening(5000)})
        tables = []
        real = tcp_table.listening

        def counted(folder):
            tables.append(folder)
            return real(folder)
        with mock.patch.object(tcp_table, 'listening', counted):
            for _ in range(3):
                services.read()
            self.assertEqual(3, len(tables))  # the web is missing
            tree.put('/proc/net/tcp', listening(5000, 80))
            for _ in range(3):
                found = by_key(services.read())
            self.assertEqual(('true', 4), (found['web.listening'], len(tables)))
            tree.put('/proc/net/tcp', listening(5000))
            tree.put('/sys/fs/cgroup/system.slice/haproxy.service/cgroup.procs', '900\n')
            self.assertEqual('false', by_key(services.read())['web.listening'])

    def test_another_system(self):
        tree = self.tree()
        services = Services(tree.root, Command('systemctl', []),
                            processes.Finder(tree.root + '/proc'))
        found = by_key(services.read())
        self.assertEqual(['not systemd'], found['service.octoprint'])
        self.assertEqual(['unsupported'], found['janus.listening'])

    def test_failing_systemctl(self):
        found = by_key(self.services(script='exit 1')[1].read())
        self.assertEqual(['systemctl failed'], found['service.octoprint'])

    def test_octoprint_without_a_unit(self):
        tree, services = self.services({
            '/units': '', '/proc/77/cmdline': '/usr/bin/python3\0/opt/venv/bin/octoprint\0serve\0',
            '/proc/77/stat': '77 (octoprint) S ' + ' '.join(['1'] * 30),
            '/proc/77/net/tcp': listening(80)})
        found = by_key(services.read())
        self.assertEqual('running (no unit)', found['service.octoprint'])
        self.assertEqual(('true', 'false'), (found['web.listening'], found['janus.listening']))


class ProcessesTest(unittest.TestCase):
    def test_kinds(self):
        for line, kind in (
                ('/opt/octopi/oprint/bin/python /opt/octopi/oprint/bin/octoprint serve',
                 'octoprint'),
                ('/usr/bin/python3 -m octoprint serve --iknowwhatimdoing', 'octoprint'),
                ('octoprint serve', 'octoprint'), ('python -X dev /v/bin/x octoprint', None),
                ('vim octoprint', None), ('tail -f /home/pi/.octoprint/logs/octoprint.log', None),
                ('s6-supervise octoprint', None), ('sudo -u pi octoprint', None),
                ('/home/pi/moonraker-obico-env/bin/python3 -m moonraker_obico.app -c x.cfg',
                 'moonraker-obico'), ('python3 -m', None), ('', None)):
            self.assertEqual(kind, processes.kind_of(line.split(' ') + ['']), line)

    def test_a_process_that_ends_and_comes_back(self):
        finder = processes.Finder()
        self.assertEqual([], self.found(finder))
        for _ in range(2):
            process = subprocess.Popen(['octoprint', '-c', 'input()'], stdin=subprocess.PIPE,
                                       executable=sys.executable)
            try:
                support.eventually(lambda: self.found(finder) == [process.pid])
                ours, = self.ours(finder)
                self.assertEqual(os.getuid(), ours.uid)
                self.assertLess(ours.age(), 60)
            finally:
                process.communicate(b'\n')
            self.assertEqual([], self.ours(finder))

    def test_what_is_read_of_an_environment(self):
        process = subprocess.Popen(
            ['octoprint', '-c', 'input()', '--basedir=/home/p\u00fc'], stdin=subprocess.PIPE,
            executable=sys.executable,
            env={'HOME': '/home/pi', 'https_proxy': 'http://p', 'TOKEN': 'secret', 'PATH': '/bin'})
        try:
            finder = processes.Finder()
            support.eventually(lambda: self.found(finder) == [process.pid])
            found, = self.ours(finder)
            self.assertEqual({'HOME': '/home/pi', 'https_proxy': 'http://p'}, found.environment())
            self.assertEqual(('/home/p\u00fc', '/home/pi'),
                             (found.option('-b', '--basedir'), found.home()))
        finally:
            process.communicate(b'\n')

    def found(self, finder):
        finder._due = None
        finder._others.clear()
        return [process.pid for process in self.ours(finder)]

    def ours(self, finder):
        """Those that this test started: the computer may have an OctoPrint of its own."""
        return [one for one in finder.processes('octoprint') if self.parent(one.pid) == os.getpid()]

    @staticmethod
    def parent(pid):
        try:
            with open('/proc/%d/stat' % pid) as stat:
                return int(stat.read().rpartition(')')[2].split()[1])
        except OSError:
            return 0


class TableTest(unittest.TestCase):
    def test_real_sockets_of_both_families(self):
        for family, host in ((socket.AF_INET, '127.0.0.1'), (socket.AF_INET6, '::1')):
            with socket.socket(family) as server:
                try:
                    server.bind((host, 0))
                except OSError:
                    continue  # no IPv6 here
                server.listen(1)
                port = server.getsockname()[1]
                self.assertIn(port, tcp_table.listening('/proc/net'))
                with socket.create_connection((host, port)) as client:
                    row, = tcp_table.rows('/proc/net', tcp_table.ESTABLISHED, port)
                    self.assertIn(row.remote.rpartition(':')[0], tcp_table.printed(host))
                    self.assertTrue(tcp_table.is_local(row))
                    self.assertIn(row.inode, tcp_table.sockets_of('/proc/self'))
                    self.assertEqual(str(os.fstat(client.fileno()).st_ino), row.inode)

    def test_mapped_addresses(self):
        with socket.socket(socket.AF_INET6) as server:
            server.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 0)
            server.bind(('::', 0))
            server.listen(1)
            port = server.getsockname()[1]
            with socket.create_connection(('127.0.0.1', port)) as client:
                own = client.getsockname()[1]
                connection, _ = server.accept()
                with connection:
                    row, = tcp_table.rows('/proc/net', tcp_table.ESTABLISHED, own)
                    self.assertIn(row.remote.rpartition(':')[0], tcp_table.printed('127.0.0.1'))
                    self.assertTrue(tcp_table.is_local(row))


class SoftwareTest(TreeTest):
    SITE = '/home/pi/oprint/lib/python3.11/site-packages/'

    def software(self, files, crontab='echo no crontab for pi >&2; exit 1'):
        tree = self.tree(files)
        folders = tree.program('crontab', crontab)
        return by_key(Software(tree.root, tree.root + '/home/pi', Command('crontab', folders),
                               processes.Finder(tree.root + '/proc')).read())

    def test_versions_and_meddlers(self):
        found = self.software({
            self.SITE + 'OctoPrint-1.11.8.dist-info/METADATA': '',
            self.SITE + 'OctoPrint_Obico-2.6.1-py3.11.egg-info/PKG-INFO': '',
            self.SITE + 'octoprint_networkhealth-0.3.2.dist-info/METADATA': '',
            self.SITE + 'OctoPrint_PiSupport-2025.7.23.dist-info/METADATA': '',
            '/boot/octopi.txt': '#enable_network_monitor=0\nenable_network_monitor=1\n',
            '/etc/crontab': '# reboot at night\n17 * * * * root run-parts /etc/cron.hourly\n',
            '/etc/cron.d/wifi': '*/5 * * * * root ping -c1 1.1.1.1 || ifdown wlan0\n'
                                '@reboot root /usr/local/bin/lights\n'},
            crontab='echo "0 4 * * * sudo /sbin/reboot"; echo "@reboot /home/pi/x"')
        self.assertEqual({
            'octoprint.version': '1.11.8', 'obico.version': '2.6.1', 'octoprint.container': None,
            'restarter.network_health': '0.3.2', 'restarter.network_monitor': 'true',
            'restarter.cron': '1', 'restarter.cron.private': '1'}, found)

    def test_nothing_of_it(self):
        found = self.software({'/boot/firmware/octopi.txt': 'camera="auto"\n'})
        self.assertEqual('0', found.pop('restarter.cron.private'))
        self.assertEqual({None}, set(found.values()))

    def test_where_a_running_one_is_closed_to_us(self):
        found = self.software({
            '/proc/77/cmdline': 'python3\0/opt/venv/bin/octoprint\0serve\0',
            '/proc/77/cgroup': '0::/system.slice/docker-ab12.scope\n',
            '/proc/77/stat': '77 (octoprint) S ' + ' '.join(['1'] * 30)})
        self.assertEqual((['its folder is closed to us'], 'true'),
                         (found['octoprint.version'], found['octoprint.container']))

    def test_system(self):
        tree = self.tree({'/proc/device-tree/model': 'Raspberry Pi 3 Model B Plus Rev 1.3\0',
                          '/etc/os-release': 'ID=raspbian\nPRETTY_NAME="Raspbian GNU/Linux 11"\n',
                          '/etc/octopi_version': '1.0.0\n'})
        found = by_key(System(tree.root).read())
        self.assertEqual(('Raspberry Pi 3 Model B Plus Rev 1.3', 'Raspbian GNU/Linux 11', '1.0.0'),
                         (found['pi.model'], found['os.name'], found['octopi.version']))
        self.assertIn(found['os.bits'], ('32', '64'))


if __name__ == '__main__':
    unittest.main()
