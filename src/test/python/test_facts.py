"""Facts, each group fed with what real systems say."""
import errno
import os
import struct
import threading
import time
import unittest
from unittest import mock

import support
from linkscope_agent import command, facts, routes, wireless
from linkscope_agent.command import Command, Missing, NotAllowed, Seldom
from linkscope_agent.fact import Group, Unknown
from linkscope_agent.facts_host import Host
from linkscope_agent.facts_link import Link
from linkscope_agent.facts_power import Power
from linkscope_agent.facts_wifi import Wifi
from tree import Tree, by_key

WIRELESS = '''Inter-| sta-|   Quality        |   Discarded packets               | Missed | WE
 face | tus | link level noise |  nwid  crypt   frag  retry   misc | beacon | 22
 wlan0: 0000   %d.  %d.  -256        1      2      3     40      5      6
'''
IW_LINK = '''Connected to d8:0d:17:aa:bb:cc (on wlan0)
	SSID: Our Secret Network
	freq: 5180
	RX: 118100 bytes (400 packets)
	TX: 42230 bytes (390 packets)
	signal: -54 dBm
	rx bitrate: 72.2 MBit/s
	tx bitrate: 65.0 MBit/s

	bss flags:	short-slot-time
	dtim period:	3
'''


class TreeTest(unittest.TestCase):
    def tree(self, files=()):
        tree = Tree(files)
        self.addCleanup(tree.close)
        return tree


class GroupTest(unittest.TestCase):
    def test_a_mistake_of_ours_is_not_checked(self):
        class Wrong(Group):
            UNITS = {'a': None, 'b': 's'}

            def values(self):
                return {'a': 1, 'b': [][0]}

        self.assertEqual({'a': ['IndexError'], 'b': ['IndexError']}, by_key(Wrong().read()))

    def test_a_read_that_hangs_holds_nobody(self):
        class Hanging(Group):
            UNITS = {'a': None}

            def values(self):
                begun.release()
                go_on.acquire()
                return {'a': 'at last'}

        begun, go_on, group, found = threading.Semaphore(0), threading.Semaphore(0), Hanging(), []
        reader = threading.Thread(target=lambda: found.extend(group.read()))
        reader.start()
        begun.acquire()
        self.assertEqual({'a': ['no answer yet']}, by_key(group.read()))
        go_on.release()
        reader.join()
        self.assertEqual({'a': 'at last'}, by_key(found))

    def test_states_and_texts(self):
        class Mixed(Group):
            UNITS = {'a': 's', 'b': None, 'c': None, 'd': None, 'e': None}

            def values(self):
                return {'a': 1.5, 'b': True, 'c': None, 'd': Unknown('why')}

        self.assertEqual({'a': '1.5 s', 'b': 'true', 'c': None, 'd': ['why'], 'e': None},
                         by_key(Mixed().read()))

    def test_a_number_that_never_rests_is_told_in_steps(self):
        class Restless(Group):
            UNITS = {'a': None}
            STEPS = {'a': 3}
            value = 0

            def values(self):
                return {'a': self.value}

        group, told = Restless(), []
        for group.value in (-50, -51, -52, -53, -51, -49, -47):
            told.append(by_key(group.read())['a'])
        self.assertEqual(['-50', '-50', '-50', '-53', '-53', '-49', '-49'], told)

    def test_every_source_gives_each_of_its_facts_once(self):
        frames = [frame for read, _ in facts.SOURCES for frame in read()]
        found = by_key(frames)  # by_key holds that none comes twice
        keys = [key for group, _ in facts.GROUPS for key in group.UNITS]
        self.assertEqual(set(keys), set(found))
        for frame in frames:
            self.assertIn(frame['st'], ('known', 'absent', 'not_checked'))
            self.assertEqual(frame['st'] == 'known', isinstance(frame.get('v'), str))
            self.assertEqual(frame['st'] == 'not_checked', isinstance(frame.get('why'), str))
        self.assertTrue(all(callable(read) and seconds >= 10 for read, seconds in facts.SOURCES))

    def test_every_fact_has_its_label(self):
        path = os.path.join(support.HERE, '..', '..', 'main', 'resources', 'dev', 'linkscope',
                            'i18n', 'fact.properties')
        with open(path) as lines:
            labels = {line[5:].partition('=')[0] for line in lines if line.startswith('fact.')}
        keys = {key for group, _ in facts.GROUPS for key in group.UNITS}
        self.assertEqual(set(), keys - labels)


class CommandTest(TreeTest):
    def test_output_failure_silence_and_absence(self):
        tree = self.tree()
        self.assertEqual('a b\n', Command('x', tree.program('x', 'echo a b')).run('1', '2'))
        self.assertEqual(['1 2'], tree.runs('x'))
        with self.assertRaises(NotAllowed):
            Command('y', tree.program('y', 'echo a; exit 3')).run()
        with self.assertRaises(Missing):
            Command('z', [tree.root]).run()

    def test_one_that_hangs_is_ended(self):
        hangs = Command('x', self.tree().program('x', 'exec sleep 30'))
        self.addCleanup(setattr, command, 'PATIENCE', command.PATIENCE)
        command.PATIENCE = 0.3
        begun = time.monotonic()
        with self.assertRaises(NotAllowed):
            hangs.run()
        self.assertLess(time.monotonic() - begun, 1)

    def test_one_that_never_stops_talking_is_ended(self):
        with self.assertRaises(NotAllowed):
            Command('x', self.tree().program('x', 'exec yes')).run()

    def test_one_that_is_missing_is_not_looked_for_again(self):
        tree = self.tree()
        missing = Command('x', [tree.root + '/bin'])
        for _ in range(2):
            with self.assertRaises(Missing):
                missing.run()
            tree.program('x', 'echo late')

    def test_seldom(self):
        asked = []
        seldom = Seldom(1000, lambda: asked.append(1) or len(asked))
        self.assertEqual([1, 1, 2, 2], [seldom.get(), seldom.get(), seldom.get(now=True),
                                        seldom.get()])


class FakeDriver:
    """What brcmfmac answers to the ioctls."""

    def __init__(self):
        self.bssid = bytes.fromhex('d80d17aabbcc')
        self.rate = 65000000
        self.power_save_off = 0

    def __call__(self, interface, request):
        if request == 0x8B15:
            return struct.pack('=H6s8x', 1, self.bssid)
        if request == 0x8B05:
            return struct.pack('=ihBB8x', 2437, 6, 0, 0)
        if request == 0x8B21:
            return struct.pack('=iBBH8x', self.rate, 0, 0, 0)
        if request == 0x8B2D:
            return struct.pack('=iBBH8x', 0, 0, self.power_save_off, 0)
        raise OSError(errno.EOPNOTSUPP, 'not supported')


def _refuses(interface, request):
    raise OSError(errno.EOPNOTSUPP, 'not supported')


class WifiTest(TreeTest):
    def wifi(self, driver, files=(), quality=55, level=-55, route=('10.0.0.1', 'wlan0')):
        tree = self.tree(files or {'/proc/net/wireless': WIRELESS % (quality, level),
                                   '/sys/class/net/wlan0/wireless/x': '',
                                   '/sys/class/net/eth0/carrier': '1'})
        return tree, Wifi(tree.root, driver, lambda: route)

    def test_by_ioctl(self):
        fake = FakeDriver()
        tree, wifi = self.wifi(wireless.Driver(fake))
        found = by_key(wifi.read())
        point = found.pop('wifi.access_point')
        self.assertEqual(12, len(point))
        self.assertEqual({
            'wifi.interface': 'wlan0', 'wifi.associated': 'true', 'wifi.signal': '-55 dBm',
            'wifi.quality': '55 /70', 'wifi.retries': '40', 'wifi.discarded': '11',
            'wifi.missed_beacons': '6', 'wifi.roams': '0', 'wifi.band': '2.4 GHz',
            'wifi.channel': '6', 'wifi.frequency': '2437 MHz', 'wifi.bit_rate': '65 Mbit/s',
            'wifi.power_save': 'on'}, found)
        fake.power_save_off = 1
        tree.put('/proc/net/wireless', WIRELESS % (29, -81))
        found = by_key(wifi.read())
        self.assertEqual(('off', '-81 dBm'), (found['wifi.power_save'], found['wifi.signal']))

    def test_roaming_is_seen_and_the_access_point_recognised(self):
        fake = FakeDriver()
        wifi = self.wifi(wireless.Driver(fake))[1]
        first = by_key(wifi.read())['wifi.access_point']
        other = self.wifi(wireless.Driver(FakeDriver()))[1]
        self.assertEqual(first, by_key(other.read())['wifi.access_point'])
        fake.bssid = bytes.fromhex('d80d17aabb01')
        found = by_key(wifi.read())
        self.assertNotEqual(first, found['wifi.access_point'])
        self.assertEqual('1', found['wifi.roams'])
        fake.bssid = b'\0' * 6
        found = by_key(wifi.read())
        self.assertEqual(('false', None, None, '1'), (
            found['wifi.associated'], found['wifi.access_point'], found['wifi.signal'],
            found['wifi.roams']))

    def test_by_iw_and_not_at_every_look(self):
        tree = self.tree()
        folders = tree.program('iw', 'case "$3" in link) cat %s/link;; '
                                     'get) echo "Power save: on";; esac' % tree.root)
        tree.put('/link', IW_LINK)
        wifi = self.wifi(wireless.Driver(_refuses, Command('iw', folders)),
                         {'/sys/class/net/wlan0/phy80211/x': ''})[1]
        for _ in range(3):
            found = by_key(wifi.read())
        self.assertEqual(['dev wlan0 link', 'dev wlan0 get power_save'], tree.runs('iw'))
        self.assertEqual(('true', '-54 dBm', '5 GHz', '36', '5180 MHz', '65 Mbit/s', 'on'), tuple(
            found['wifi.' + key] for key in ('associated', 'signal', 'band', 'channel',
                                             'frequency', 'bit_rate', 'power_save')))
        self.assertEqual(['the driver does not tell'], found['wifi.retries'])
        self.assertNotIn('Secret', str(wifi.read()))

    def test_nobody_tells(self):
        wifi = self.wifi(wireless.Driver(_refuses, Command('iw', [])))[1]
        found = by_key(wifi.read())
        self.assertEqual('-55 dBm', found['wifi.signal'])
        self.assertEqual(['neither the driver nor iw tells'], found['wifi.access_point'])
        self.assertEqual(['neither the driver nor iw tells'], found['wifi.associated'])

    def test_no_radio(self):
        wifi = self.wifi(wireless.Driver(FakeDriver()), {'/sys/class/net/eth0/carrier': '1'})[1]
        self.assertEqual({None}, set(by_key(wifi.read()).values()))

    def test_elsewhere(self):
        found = by_key(Wifi(self.tree().root, wireless.Driver(FakeDriver()), lambda: None).read())
        self.assertEqual({('unsupported',)}, set(map(tuple, found.values())))

    def test_a_real_socket_without_radio(self):
        state = wireless.Driver(iw=Command('iw', [])).state('lo')
        self.assertFalse(state.answered)

    def test_channels(self):
        for frequency, band, channel in ((2412, '2.4', 1), (2472, '2.4', 13), (2484, '2.4', 14),
                                         (5180, '5', 36), (5825, '5', 165), (5955, '6', 1),
                                         (6415, '6', 93)):
            self.assertEqual((band, channel),
                             (wireless.band(frequency), wireless.channel(frequency)))


class LinkTest(TreeTest):
    def test_cable(self):
        tree = self.tree({
            '/proc/net/route': '', '/sys/class/net/eth0/type': '1\n',
            '/sys/class/net/eth0/carrier': '1\n', '/sys/class/net/eth0/carrier_changes': '7\n',
            '/sys/class/net/eth0/speed': '100\n', '/sys/class/net/eth0/duplex': 'half\n',
            '/sys/class/net/eth0/statistics/rx_errors': '12\n',
            '/sys/class/net/eth0/statistics/tx_errors': '0\n',
            '/sys/class/net/eth0/statistics/rx_dropped': '3\n',
            '/sys/class/net/eth0/statistics/tx_dropped': '0\n',
            '/sys/class/net/wlan0/wireless/x': '', '/sys/class/net/wlan0/carrier_changes': '2\n'})
        tree.link('/sys/class/net/eth0/device/driver', '../../../bus/drivers/bcmgenet')
        tree.link('/sys/class/net/wlan0/device/driver', '../../../bus/drivers/brcmfmac')
        route = [('10.0.0.1', 'eth0')]
        link = Link(tree.root, lambda: route[0], lambda: ['10.0.0.1', '1.1.1.1'])
        self.assertEqual({
            'link.interface': 'eth0', 'link.kind': 'ethernet', 'link.driver': 'bcmgenet',
            'link.carrier_changes': '7', 'link.rx_errors': '12', 'link.tx_errors': '0',
            'link.rx_dropped': '3', 'link.tx_dropped': '0', 'ethernet.interface': 'eth0',
            'ethernet.carrier': 'true', 'ethernet.carrier_changes': '7',
            'ethernet.speed': '100 Mbit/s', 'ethernet.duplex': 'half',
            'gateway.address': '10.0.0.1', 'dns.resolvers': '10.0.0.1, 1.1.1.1',
            'link.sent': None},
            by_key(link.read()))
        tree.put('/sys/class/net/eth0/carrier', '0\n')
        tree.put('/sys/class/net/eth0/speed', '-1\n')
        route[0] = ('10.0.0.1', 'wlan0')
        found = by_key(link.read())
        self.assertEqual(('wifi', 'brcmfmac', '2'), (
            found['link.kind'], found['link.driver'], found['link.carrier_changes']))
        self.assertEqual(('false', None), (found['ethernet.carrier'], found['ethernet.speed']))
        route[0] = None
        found = by_key(link.read())
        self.assertEqual((None, None), (found['link.kind'], found['gateway.address']))

    def test_what_is_sent(self):
        tree = self.tree({'/proc/net/route': '', '/sys/class/net/wlan0/type': '1\n'})
        times = iter((100, 130, 160, 160.5, 190, 220))
        link = Link(tree.root, lambda: ('10.0.0.1', 'wlan0'), lambda: [])
        with mock.patch('linkscope_agent.clock.boot', lambda: next(times)):
            for count, expected in (('0', ['no span yet']), ('3750000', '1000 kbit/s'),
                                    ('3900000', '40 kbit/s'), ('3900000', ['no span yet']),
                                    ('100', ['no span yet']), ('1125100', '300 kbit/s')):
                tree.put('/sys/class/net/wlan0/statistics/tx_bytes', count + '\n')
                self.assertEqual(expected, by_key(link.read())['link.sent'], count)

    def test_kinds(self):
        for name, driver, kind in (('usb0', 'rndis_host', 'usb'), ('eth1', 'cdc_ether', 'usb'),
                                   ('ppp0', None, 'mobile'), ('tun0', 'tun', 'vpn'),
                                   ('eth0', 'smsc95xx', 'ethernet'), ('veth1', None, 'virtual')):
            tree = self.tree({'/proc/net/route': '', '/sys/class/net/%s/type' % name: '1\n'})
            if driver:
                tree.link('/sys/class/net/%s/device/driver' % name, '../' + driver)
            link = Link(tree.root, lambda: ('10.0.0.1', name), lambda: [])
            self.assertEqual(kind, by_key(link.read())['link.kind'], name)

    def test_elsewhere(self):
        found = by_key(Link(self.tree().root, lambda: None, lambda: ['9.9.9.9']).read())
        self.assertEqual('9.9.9.9', found.pop('dns.resolvers'))
        self.assertEqual([['unsupported']], [list(v) for v in {tuple(v) for v in found.values()}])

    @unittest.skipUnless(routes.available(), 'no /proc/net/route on this system')
    def test_this_computer(self):
        found = Link().read()
        self.assertEqual({'link.sent'} if routes.gateway() else set(),
                         {fact['k'] for fact in found if fact['st'] == 'not_checked'})


class PowerTest(TreeTest):
    def power(self, script, alarm=None, model='Raspberry Pi 4 Model B Rev 1.4\0'):
        tree = self.tree({'/proc/device-tree/model': model})
        if alarm is not None:
            tree.put('/sys/class/hwmon/hwmon0/name', 'cpu_thermal\n')
            tree.put('/sys/class/hwmon/hwmon1/name', 'rpi_volt\n')
            tree.put('/sys/class/hwmon/hwmon1/in0_lcrit_alarm', alarm)
        folders = tree.program('vcgencmd', script) if script else []
        return tree, Power(tree.root, Command('vcgencmd', folders))

    def flags(self, power):
        return {key.split('.', 1)[1]: value for key, value in by_key(power.read()).items()}

    def test_bits(self):
        found = self.flags(self.power('echo throttled=0x50005')[1])
        self.assertEqual({
            'undervoltage.now': 'true', 'undervoltage.since_boot': 'true',
            'frequency_capped.now': 'false', 'frequency_capped.since_boot': 'false',
            'throttled.now': 'true', 'throttled.since_boot': 'true'}, found)
        found = self.flags(self.power('echo throttled=0x20002')[1])
        self.assertEqual(['frequency_capped.now', 'frequency_capped.since_boot'],
                         sorted(key for key, value in found.items() if value == 'true'))
        self.assertEqual({'false'}, set(self.flags(self.power('echo throttled=0x0')[1]).values()))

    def test_not_permitted_is_not_fine(self):
        for script in ('echo VCHI initialization failed; exit 255', 'echo throttled=-1',
                       'echo error=1', None):
            found = self.flags(self.power(script)[1])
            self.assertTrue(all(isinstance(value, list) for value in found.values()), found)
        self.assertIn('group video', self.flags(self.power('exit 255')[1])['throttled.now'][0])

    def test_the_alarm_tells_where_vcgencmd_may_not(self):
        tree, power = self.power('exit 255', alarm='1\n')
        found = self.flags(power)
        self.assertEqual('true', found['undervoltage.now'])
        self.assertIsInstance(found['undervoltage.since_boot'], list)

    def test_vcgencmd_is_run_seldom_and_when_the_alarm_changes(self):
        tree, power = self.power('echo throttled=0x0', alarm='0\n')
        for _ in range(5):
            self.flags(power)
        self.assertLessEqual(len(tree.runs('vcgencmd')), 1)
        tree.put('/sys/class/hwmon/hwmon1/in0_lcrit_alarm', '1\n')
        self.assertEqual('true', self.flags(power)['undervoltage.now'])
        self.assertEqual(2, len(tree.runs('vcgencmd')))

    def test_another_board(self):
        for model in ('Orange Pi Zero 2', None):
            tree = self.tree({'/proc/device-tree/model': model} if model else {})
            self.assertEqual({None}, set(self.flags(Power(tree.root)).values()))


class HostTest(TreeTest):
    FILES = {
        '/sys/class/thermal/thermal_zone0/temp': '61835\n',
        '/proc/meminfo': 'MemTotal:         948280 kB\nMemFree:           50000 kB\n'
                         'MemAvailable:     412340 kB\nSwapTotal:        102396 kB\n'
                         'SwapFree:          82396 kB\n'}

    def test_a_pi(self):
        tree = self.tree(self.FILES)
        tree.put('/home/pi/.octoprint/config.yaml')
        tree.put('/run/systemd/timesync/synchronized')
        found = by_key(Host(tree.root, tree.root + '/home/pi').read())
        self.assertEqual(('62 C', '971 MB', '422 MB', '20 MB', 'true'), tuple(found[key] for key in (
            'host.temperature', 'host.memory.total', 'host.memory.available', 'host.swap.used',
            'clock.synchronised')))
        self.assertEqual(str(os.cpu_count()), found['host.cpus'])
        self.assertEqual(found['disk.root.full'], found['disk.octoprint.full'])
        self.assertRegex(found['disk.root.free'], r'^\d+ MB$')
        self.assertIn(found['disk.root.read_only'], ('true', 'false'))

    def test_without_octoprint(self):
        found = by_key(Host(self.tree(self.FILES).root, '/nowhere').read())
        self.assertIsNone(found['disk.octoprint.free'])

    def test_a_full_and_a_broken_card(self):
        class Card:
            f_frsize, f_blocks, f_bavail, f_files, f_favail = 4096, 7000000, 9000, 1000, 3
            f_flag = os.ST_RDONLY

        real, os.statvfs = os.statvfs, lambda path: Card
        self.addCleanup(setattr, os, 'statvfs', real)
        found = by_key(Host(self.tree(self.FILES).root, '/home/pi').read())
        self.assertEqual(('37 MB', 'true', 'true', 'true'), tuple(
            found['disk.root.' + key] for key in ('free', 'full', 'read_only', 'inodes_full')))

        def closed(path):
            raise PermissionError(13, 'closed')
        os.statvfs = closed
        found = by_key(Host(self.tree(self.FILES).root, '/home/pi').read())
        self.assertEqual(['PermissionError'], found['disk.root.full'])

    def test_clock(self):
        tree = self.tree(self.FILES)

        def clock(error):
            return by_key(Host(tree.root, '/', lambda: error).read())['clock.synchronised']
        self.assertEqual(('true', 'false'), (clock(2500), clock(16000000)))
        os.makedirs(tree.root + '/run/systemd/timesync')
        self.assertEqual('false', clock(2500))

    def test_the_real_clock_can_be_asked(self):
        found = by_key(Host(self.tree(self.FILES).root, '/').read())
        self.assertIn(found['clock.synchronised'], ('true', 'false'))


if __name__ == '__main__':
    unittest.main()
