"""Network time on, and asked for anew at once (timedatectl(1), systemd-timesyncd.service(8))."""
import time

from .action import Look, Stepwise, said
from .steps import Step, changes

_UNIT = 'systemd-timesyncd.service'
_WAIT = 5.0  # seconds for a first answer


class TimeSync(Stepwise):
    """Where another program keeps the time, such as chrony, set-ntp switches that one."""

    def where(self):
        return []

    def look(self):
        programs = self.system.programs
        if programs.find('timedatectl') is None or programs.find('systemctl') is None:
            return Look(obstacles=['MISSING_PROGRAM'])
        clock = properties(programs)
        if clock.get('CanNTP') != 'yes' or clock.get('NTP') not in ('yes', 'no'):
            return Look(obstacles=['NOT_HERE'])
        row = [NetworkTime(programs, clock['NTP'], 'yes')]
        if clock['NTP'] == clock.get('NTPSynchronized') == 'yes':
            return Look(self._commands(row), changes(row), None, ['ALREADY_SO'])
        obstacles, doubts = self.rights_missing()
        return Look(self._commands(row), changes(row), self.keep(row), obstacles, doubts)

    def _commands(self, row):
        lines = [self.system.rights.shown('timedatectl set-ntp true')]
        if self._timesyncd():
            lines.append(self.system.rights.shown('systemctl restart ' + _UNIT))
        return lines

    def _timesyncd(self):
        told = self.system.programs.asked('systemctl', 'show', '-p', 'LoadState', _UNIT) or ''
        return 'LoadState=loaded' in told

    def step(self, kept):
        if kept['kind'] == 'ntp' and {kept['before'], kept['after']} <= {'yes', 'no'}:
            return NetworkTime(self.system.programs, kept['before'], kept['after'])
        return None

    def do(self, shown, caller):
        super().do(shown, caller)
        if self._timesyncd():
            caller.must_wait()
            self.system.rights.run(['systemctl', 'restart', _UNIT])
        until = time.monotonic() + _WAIT
        while time.monotonic() < until:
            if properties(self.system.programs).get('NTPSynchronized') == 'yes':
                return [said('time.synchronized')]
            time.sleep(0.25)
        return [said('time.not_yet')]


class NetworkTime(Step):
    """Whether the clock follows the network."""

    KIND = 'ntp'

    def __init__(self, programs, before, after):
        super().__init__(before, after)
        self._programs = programs

    def now(self):
        return properties(self._programs).get('NTP')

    def put(self, rights, value):
        rights.run(['timedatectl', 'set-ntp', 'true' if value == 'yes' else 'false'])

    def place(self):
        return 'timedatectl NTP'


def properties(programs):
    """What timedatectl says, by name; `show` is there since systemd 239."""
    told = programs.asked('timedatectl', 'show', '-p', 'NTP', '-p', 'CanNTP',
                          '-p', 'NTPSynchronized') or ''
    return dict(line.strip().partition('=')[::2] for line in told.splitlines())
