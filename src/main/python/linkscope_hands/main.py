"""One request in, one reply out.

Request: a line of JSON {mode, action, args, shown, undo, password}; `password` tells whether the next line
is one. Reply: a line that begins with linkscope_hands, then JSON
{commands, changes, undo, obstacles, said, standing, user, error}.
"""
import json
import os
import pwd
import sys

from .caller import Caller, Turn
from .dns_try import DnsTry
from .host_shutdown import HostShutdown
from .programs import Programs
from .refused import Refused
from .rights import Rights
from .service_restart import ServiceRestart
from .time_sync import TimeSync
from .wifi_power_save import WifiPowerSave

ACTIONS = {'wifi.power_save_off': WifiPowerSave, 'service.restart': ServiceRestart,
           'time.sync': TimeSync, 'dns.try': DnsTry, 'host.shutdown': HostShutdown}
MARK = 'linkscope_hands '
MOST = 1 << 20  # bytes of a request
_MOST_PASSWORD = 4096


class System:
    """What an action works with."""

    def __init__(self, writer, programs=None, rights=None, root=''):
        self.root = root
        self.writer = writer
        self.programs = programs or Programs()
        self.rights = rights


def run(writer):
    """Answers the request on standard input.

    writer: source of the module that is run as root
    """
    stdin = sys.stdin.buffer
    try:
        request, password = read(stdin)
        reply = answer(request, System(writer, rights=Rights(Programs(), password)), Caller())
    except Refused as e:
        reply = {'error': {'code': e.code, 'text': e.text}}
    try:
        reply['user'] = pwd.getpwuid(os.geteuid()).pw_name
    except KeyError:
        reply['user'] = str(os.geteuid())
    try:
        # A login script may have left a line unfinished.
        sys.stdout.write('\n%s%s\n' % (MARK, json.dumps(reply)))
        sys.stdout.flush()
    except OSError:
        os._exit(1)  # nobody listens


def read(stdin):
    """(request, password or None). Raises Refused."""
    line = stdin.readline(MOST + 1)
    try:
        request = json.loads(line.decode())
    except ValueError:
        raise Refused('bad_request', 'no JSON') from None
    if not isinstance(request, dict):
        raise Refused('bad_request', 'no object')
    password = None
    if request.get('password') is True:
        password = stdin.readline(_MOST_PASSWORD).rstrip(b'\n')
    return request, password


def answer(request, system, caller, turn=Turn):
    """The reply to a request."""
    try:
        return _answer(request, system, caller, turn)
    except Refused as e:
        return {'error': {'code': e.code, 'text': e.text}}
    except Exception as e:
        # Nothing that a program or a file says may end this without a reply.
        return {'error': {'code': 'failed', 'text': '%s: %s' % (type(e).__name__, e)}}


def _answer(request, system, caller, turn):
    kind, args = ACTIONS.get(request.get('action')), request.get('args')
    if kind is None or not isinstance(args, dict):
        raise Refused('bad_request', 'action')
    if not all(isinstance(value, str) for value in args.values()):
        raise Refused('bad_request', 'arguments')
    mode = request.get('mode')
    if mode == 'look':
        return vars(kind(system, args).look())
    with turn():
        action = kind(system, args)
        if mode == 'do':
            shown = request.get('shown')
            return {'said': action.do(shown if isinstance(shown, dict) else {}, caller)}
        if mode == 'undo':
            action.undo(request.get('undo'), caller)
            return {}
        if mode == 'standing':
            return {'standing': action.standing(request.get('undo'))}
    raise Refused('bad_request', 'mode')
