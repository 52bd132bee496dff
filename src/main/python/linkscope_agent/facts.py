"""What can be read about this computer without asking anybody: known, absent, or not checked."""
import os
import sys

from . import resolvers, routes


def known(key, value, unit=None):
    return {'t': 'fact', 'k': key, 'st': 'known', 'v': value[:200], 'u': unit}


def absent(key):
    return {'t': 'fact', 'k': key, 'st': 'absent'}


def not_checked(key, why):
    return {'t': 'fact', 'k': key, 'st': 'not_checked', 'why': why}


def read_all():
    """Every fact, as frames."""
    return [_model(), _os_name(), known('os.kernel', ' '.join(os.uname()[i] for i in (0, 2, 4))),
            _gateway(), _resolvers(), known('python.version', version()), _synchronised()]


SOURCES = ((read_all, 300),)


def version():
    """Version of this python."""
    return '.'.join(map(str, sys.version_info[:3]))


def _text(path):
    with open(path, errors='replace') as source:
        return source.read(4096)


def _model():
    try:
        return known('pi.model', _text('/proc/device-tree/model').strip('\0\n '))
    except FileNotFoundError:
        return absent('pi.model')
    except OSError as e:
        return not_checked('pi.model', type(e).__name__)


def _os_name():
    try:
        for line in _text('/etc/os-release').splitlines():
            if line.startswith('PRETTY_NAME='):
                return known('os.name', line.partition('=')[2].strip('"\' '))
    except OSError:
        pass
    return not_checked('os.name', 'no /etc/os-release')


def _gateway():
    if not routes.available():
        return not_checked('gateway.address', 'unsupported')
    route = routes.gateway()
    return known('gateway.address', route[0]) if route else absent('gateway.address')


def _resolvers():
    found = resolvers.read()
    return known('dns.resolvers', ', '.join(found)) if found else absent('dns.resolvers')


def _synchronised():
    """systemd-timesyncd(8) touches this file at each synchronisation since the start."""
    key = 'clock.synchronised'
    if os.path.exists('/run/systemd/timesync/synchronized'):
        return known(key, 'true')
    if os.path.isdir('/run/systemd/timesync'):
        return known(key, 'false')
    return not_checked(key, 'no systemd-timesyncd')
