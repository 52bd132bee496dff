"""Wi-Fi power saving off: now, and after every start.

Now: `iw dev IF set power_save off` (iw(8)). For good, by who manages the interface:
NetworkManager, as Raspberry Pi OS 12 does: a file of its own in conf.d with wifi.powersave = 2,
"disable" (nm-settings(5)). It sorts behind Debian's default-wifi-powersave-on.conf, because of
sections in several files the one read later takes precedence (NetworkManager.conf(5)). A profile
that says otherwise counts more than any default, so that it is changed too.
Else, as with dhcpcd of Raspberry Pi OS 11 and older: a rule of udev(7), which runs iw whenever the
kernel brings the interface; drivers keep the wish until the interface is up. No unit of systemd,
because a rule is one file, needs nothing to be enabled, and covers a stick that is plugged in again.
"""
import os
import re

from .action import Look, Stepwise, said
from .refused import Refused
from .steps import FileStep, Step, changes, standing

MANAGER_FILE = '/etc/NetworkManager/conf.d/zz-linkscope-wifi-powersave.conf'
RULE_FILE = '/etc/udev/rules.d/90-linkscope-wifi-powersave.rules'
_NAME = re.compile(r'[A-Za-z0-9_.-]{1,15}$')
_PATH = re.compile(r'[A-Za-z0-9/_.-]+$')
_UUID = re.compile(r'[0-9a-fA-F-]{36}$')
_PROPERTY = '802-11-wireless.powersave'

_MANAGER = '''\
# Written by Linkscope: Wi-Fi power saving off, see NetworkManager.conf(5).
[connection-linkscope-wifi-powersave]
match-device=interface-name:%s
wifi.powersave=2
'''
# DEVTYPE is the kernel's own name for the kind of interface; $name is the name after all rules.
_RULE = '''\
# Written by Linkscope: Wi-Fi power saving off, see udev(7) and iw(8).
ACTION=="add", SUBSYSTEM=="net", ENV{DEVTYPE}=="wlan", RUN+="%s dev $name set power_save off"
'''


class WifiPowerSave(Stepwise):
    """The interface that carries the default route, else the first."""

    def __init__(self, system, args):
        super().__init__(system, args)
        self._programs = system.programs
        self._interface = interface(system.root)
        self._profile = None
        self._manager = self._find_manager() if self._interface else None

    def _find_manager(self):
        listed = self._programs.asked('nmcli', '-t', '-f', 'DEVICE,STATE', 'device') or ''
        for line in listed.splitlines():
            name, _, state = line.rpartition(':')
            if name == self._interface and state not in ('unmanaged', ''):
                uuid = (self._programs.asked('nmcli', '-g', 'GENERAL.CON-UUID', 'device', 'show',
                                             self._interface) or '').strip()
                self._profile = uuid if _UUID.match(uuid) else None
                return 'NetworkManager'
        return 'udev' if self._programs.find('udevadm') else None

    def where(self):
        return [self._interface, self._manager]

    def look(self):
        if self._interface is None:
            return Look(obstacles=['NOT_HERE'])
        if self._programs.find('iw') is None or self._manager is None:
            return Look(obstacles=['MISSING_PROGRAM'])
        if saves(self._programs, self._interface) is None:
            return Look(obstacles=['NOT_HERE'], said=[said('wifi.not_told', self._interface)])
        row = self._steps()
        done = standing(row) == 'IN_PLACE'
        obstacles, doubts = (['ALREADY_SO'], []) if done else self.rights_missing()
        told = said('wifi.' + self._manager.lower(), self._interface)
        return Look(self._commands(row), changes(row), self.keep(row), obstacles, [told] + doubts)

    def _steps(self):
        root = self.system.root
        if self._manager == 'NetworkManager':
            row = [FileStep.to(root + MANAGER_FILE, _MANAGER % self._interface, self.system.writer)]
            if self._profile:
                profile = Profile(self._programs, self._profile, None, '2')
                profile.before = profile.now()
                # 0, the default, leaves it to the file (nm-settings(5)).
                if profile.before not in ('0', '2'):
                    row.append(profile)
        else:
            iw = self._programs.find('iw')
            if not of_the_system(iw):
                raise Refused('failed', '%s is not of the system' % iw)
            row = [FileStep.to(root + RULE_FILE, _RULE % iw, self.system.writer)]
        row.append(PowerSave(self._programs, self._interface,
                             saves(self._programs, self._interface), 'off'))
        return row

    def _commands(self, row):
        lines = []
        for step in row:
            lines.append(step.command(self.system.rights))
            if step.KIND == 'file' and self._manager == 'NetworkManager':
                lines.append(self.system.rights.shown('nmcli general reload conf'))
        return lines

    def step(self, kept):
        before, after = kept['before'], kept['after']
        if kept['kind'] == 'file' and kept['path'] in (self.system.root + MANAGER_FILE,
                                                       self.system.root + RULE_FILE):
            folders = [f for f in kept['folders'] if kept['path'].startswith(f + '/')]
            if FileStep.valid(before) and FileStep.valid(after):
                return FileStep(kept['path'], before, after, folders, self.system.writer)
            return None
        if kept['kind'] == 'power_save' and {before, after} <= {'on', 'off'}:
            return (PowerSave(self._programs, kept['interface'], before, after)
                    if _NAME.match(kept['interface']) else None)
        if kept['kind'] == 'profile' and _UUID.match(kept['uuid']) and {before, after} <= set('0123'):
            return Profile(self._programs, kept['uuid'], before, after)
        return None

    def settle(self, step):
        asked = self._programs.asked
        if (step.place() == self.system.root + MANAGER_FILE
                and 'running' in (asked('nmcli', '-t', '-f', 'RUNNING', 'general') or '').split()):
            # Reads the files anew and leaves connections as they are (nmcli(1)).
            self.system.rights.run(['nmcli', 'general', 'reload', 'conf'])

    def done(self, row):
        if standing(row) != 'IN_PLACE':
            # A driver may take the wish and not follow it.
            raise Refused('failed', '%s: power_save is still on' % self._interface)
        return [said('wifi.off', self._interface)]


class PowerSave(Step):
    """What the driver does now."""

    KIND = 'power_save'

    def __init__(self, programs, name, before, after):
        super().__init__(before, after)
        self._programs = programs
        self._name = name

    def now(self):
        return saves(self._programs, self._name)

    def put(self, rights, value):
        rights.run(['iw', 'dev', self._name, 'set', 'power_save', value])

    def place(self):
        return '%s power_save' % self._name

    def kept(self):
        return dict(super().kept(), interface=self._name)

    def command(self, rights):
        return rights.shown('iw dev %s set power_save %s' % (self._name, self.after))


class Profile(Step):
    """What NetworkManager's profile of this network says."""

    KIND = 'profile'

    def __init__(self, programs, uuid, before, after):
        super().__init__(before, after)
        self._programs = programs
        self._uuid = uuid

    def now(self):
        told = self._programs.asked(
            'nmcli', '-g', _PROPERTY, 'connection', 'show', 'uuid', self._uuid) or ''
        # Some versions print the name beside the number, or alone.
        for number, name in enumerate(('default', 'ignore', 'disable', 'enable')):
            if told.strip()[:1] == str(number) or name in told:
                return str(number)
        return '0'

    def put(self, rights, value):
        rights.run(['nmcli', 'connection', 'modify', 'uuid', self._uuid, _PROPERTY, value])

    def place(self):
        return _PROPERTY

    def command(self, rights):
        return rights.shown('nmcli connection modify uuid %s %s 2' % (self._uuid, _PROPERTY))

    def kept(self):
        return dict(super().kept(), uuid=self._uuid)


def of_the_system(path):
    """Whether root alone can change a program, which is to run as root from now on."""
    found = os.stat(path)
    return found.st_uid == 0 and not found.st_mode & 0o022 and _PATH.match(path) is not None


def saves(programs, name):
    """`on`, `off`, or None if the driver does not tell."""
    told = programs.asked('iw', 'dev', name, 'get', 'power_save') or ''
    word = told.lower().rpartition(':')[2].strip()
    return word if word in ('on', 'off') else None


def interface(root):
    """The radio with the default route, else the first; None without one."""
    folder = root + '/sys/class/net'
    try:
        radios = [name for name in sorted(os.listdir(folder)) if _NAME.match(name) and any(
            os.path.exists('%s/%s/%s' % (folder, name, mark)) for mark in ('wireless', 'phy80211'))]
    except OSError:
        return None
    try:
        with open(root + '/proc/net/route') as table:
            routes = [line.split()[:2] for line in table.read(65536).splitlines()]
    except OSError:
        routes = []
    default = [words[0] for words in routes if words[1:] == ['00000000']]
    return next((name for name in default if name in radios), radios[0] if radios else None)
