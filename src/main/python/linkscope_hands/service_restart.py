"""Starts the units of a role again (systemctl(1)). Leaves nothing that could be undone."""
import re

from .action import Action, Look, said
from .refused import Refused

# A star stands for further instances. OctoPi 1.0 and older run webcamd, newer ones camera-streamer;
# crowsnest is MainsailOS's; the others come from their own installers.
ROLES = {
    'camera': ('webcamd', 'camera-streamer*', 'crowsnest*', 'mjpg-streamer*', 'mjpg_streamer*',
               'ustreamer*', 'go2rtc', 'motion'),
    'octoprint': ('octoprint', 'octoprint@*', 'octoprint[0-9]*'),
    'moonraker_obico': ('moonraker-obico*',)}
PATIENCE = 100.0  # seconds: DefaultTimeoutStopSec is 90 (systemd-system.conf(5))
_UNIT = re.compile(r'[A-Za-z0-9:_.@\\-]{1,200}\.service$')
_AT_WORK = ('active', 'activating', 'reloading', 'failed')


class ServiceRestart(Action):
    ARGS = ('role',)

    def __init__(self, system, args):
        super().__init__(system, args)
        if args['role'] not in ROLES:
            raise Refused('bad_request', 'role')

    def look(self):
        if self.system.programs.find('systemctl') is None:
            return Look(obstacles=['MISSING_PROGRAM'])
        units = self._units()
        if not units:
            return Look(obstacles=['NOT_HERE'])
        if len(units) > 1 and self.args['role'] == 'octoprint':
            # Another printer of this computer may be printing.
            return Look(obstacles=['NOT_HERE'], said=[said('service.several', ' '.join(units))])
        obstacles, doubts = self.rights_missing()
        command = self.system.rights.shown('systemctl restart ' + ' '.join(units))
        return Look([command], obstacles=obstacles, said=doubts)

    def do(self, shown, caller):
        self.must_be_shown(shown)
        units = self._units()
        self.system.rights.check()
        caller.must_wait()
        self.system.rights.run(['systemctl', 'restart'] + units, patience=PATIENCE)
        broken = [unit for unit, state, _ in self._listed() if unit in units and state == 'failed']
        if broken:
            raise Refused('failed', 'systemctl: %s failed' % ' '.join(broken))
        return [said('service.restarted', ' '.join(units))]

    def _units(self):
        """Those that run or should; where none does, those that are enabled: what somebody has
        switched off is not switched on."""
        listed = self._listed()
        return ([unit for unit, state, _ in listed if state in _AT_WORK]
                or [unit for unit, _, enabled in listed if enabled])

    def _listed(self):
        """(unit, state, enabled) of what is installed for the role."""
        output = self.system.programs.asked(
            'systemctl', 'show', '-p', 'Id,LoadState,ActiveState,UnitFileState',
            *[unit + '.service' for unit in ROLES[self.args['role']]]) or ''
        found = {}
        for block in output.split('\n\n'):
            unit = dict(line.partition('=')[::2] for line in block.splitlines())
            name = unit.get('Id', '')
            if unit.get('LoadState') == 'loaded' and _UNIT.match(name) and '@.' not in name:
                found[name] = (name, unit.get('ActiveState', ''),
                               unit.get('UnitFileState', '').startswith('enabled'))
        return [found[name] for name in sorted(found)]
