"""Who may change the system: root, or a user with sudo(8)."""
import grp
import os
import pwd
import sys

from .refused import Refused

_GROUPS = ('sudo', 'wheel', 'admin', 'root')
_MAY_NOT = ('not in the sudoers', 'may not run', 'not allowed',
            "i'm afraid")
_WRONG = ('incorrect password', 'try again', 'no password was provided', 'authentication')
WANTS, NONE = 'WANTS_PASSWORD', 'NO_RIGHTS'


class Rights:
    """Runs programs as root. The password goes through the standard input of sudo alone."""

    def __init__(self, programs, password=None, root=None):
        self._programs = programs
        self._password = password
        self.root = os.geteuid() == 0 if root is None else root
        self._prefix = [] if self.root else None

    def missing(self):
        """None if there is nothing in the way; else which obstacle. Changes nothing."""
        if self.root:
            return None
        if self._programs.find('sudo') is None:
            return NONE
        ended = self._programs.run(['sudo', '-n', 'true'])
        if ended.code == 0:
            return None
        return NONE if _has(ended.errors, _MAY_NOT) else WANTS

    def doubtful(self):
        """Whether this user is in none of the groups that usually may, so that a password may not
        help either: sudo does not tell before it has one."""
        mine = set(os.getgrouplist(pwd.getpwuid(os.geteuid()).pw_name, os.getegid()))
        names = set()
        for number in mine:
            try:
                names.add(grp.getgrgid(number).gr_name)
            except KeyError:
                pass
        return not names.intersection(_GROUPS)

    def check(self):
        """Makes sure of the rights before anything is changed. Raises Refused."""
        missing = self.missing()
        if missing is None:
            self._prefix = [] if self.root else ['sudo', '-n', '--']
            self._password = None
        elif missing == NONE:
            raise Refused('no_rights')
        elif self._password is None:
            raise Refused('wants_password')
        else:
            # -k: neither uses nor leaves a ticket (sudo(8)), so that nothing else may use it.
            self._prefix = ['sudo', '-S', '-k', '-p', '', '--']
            self._try()

    def _try(self):
        ended = self._programs.run(self._prefix + ['true'], self._password + b'\n')
        if ended.code == 0:
            return
        if _has(ended.errors, _MAY_NOT):
            raise Refused('no_rights')
        if _has(ended.errors, _WRONG):
            raise Refused('wrong_password')
        raise Refused('failed', ended.last_line())

    def run(self, line, data=b'', patience=20.0):
        """Runs a program as root; `check` must have been called. Raises Refused if it fails."""
        if self._programs.find(line[0]) is None:
            raise Refused('failed', '%s is not there' % line[0])
        if self._password is not None:
            data = self._password + b'\n' + data
        # By its name: sudo looks for it where the administrator wants it (secure_path, sudoers(5)).
        ended = self._programs.run(self._prefix + list(line), data, patience)
        if ended.code != 0:
            raise Refused('failed', '%s: %s' % (line[0], ended.last_line()))
        return ended.output

    def python(self):
        """The system's python, rather than one that lies in the user's own folder."""
        return 'python3' if self._programs.find('python3') else sys.executable

    def shown(self, line):
        """The same line as a user would type it."""
        return line if self.root else 'sudo ' + line


def _has(text, parts):
    return any(part in text.lower() for part in parts)
