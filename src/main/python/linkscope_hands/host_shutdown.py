"""Shuts the computer down, a moment later so that the reply still arrives.

A timer of systemd-run(1) does it, not a process of this login, which ends with the connection. Its
accuracy is a minute unless it is told otherwise (AccuracySec, systemd.timer(5)). The name of its
unit is fixed, so that there is one at most.
"""
from .action import Action, Look, said
from .refused import Refused

_LINE = ['systemd-run', '--quiet', '--collect', '--unit=linkscope-poweroff', '--on-active=2s',
         '--timer-property=AccuracySec=100ms', 'systemctl', 'poweroff']
_ALREADY = 'already'


class HostShutdown(Action):
    def look(self):
        if any(self.system.programs.find(name) is None for name in ('systemd-run', 'systemctl')):
            return Look(obstacles=['MISSING_PROGRAM'])
        obstacles, doubts = self.rights_missing()
        return Look([self.system.rights.shown('systemctl poweroff')], obstacles=obstacles,
                    said=doubts)

    def do(self, shown, caller):
        self.must_be_shown(shown)
        self.system.rights.check()
        caller.must_wait()
        try:
            self.system.rights.run(_LINE)
        except Refused as e:
            if _ALREADY not in e.text:
                raise
        return [said('shutdown.soon')]
