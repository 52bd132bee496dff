"""A client of the agent over the ssh program that does nothing but resume: the check of the agent.

python3 wireclient.py JSON with "ssh" (the command without what it runs), "command" (what to run),
"subscribe" (the frame, without "from").
Every frame received is printed with the time of this computer as "at", and so is every change of
the link: {"t":"link","state":"up","at":1700000000.123}, `down` with "why". After the end of its
input it stops the subscription and ends with the last frame, or after a while without it.
"""
import json
import os
import select
import subprocess
import sys
import threading
import time
import zlib

import support

SILENCE = 8.0  # seconds without a byte; the agent sends some every five
BOOT = 10.0
PAUSE = 0.5
RENEW = 15.0
FAREWELL = 10.0


class Broken(Exception):
    """The link is gone."""


def say(frame):
    frame['at'] = round(time.time(), 3)
    print(json.dumps(frame), flush=True)


class Channel:
    """One ssh process."""

    def __init__(self, command):
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                         stderr=subprocess.DEVNULL)
        self._data = b''
        self.heard = time.monotonic()

    def write(self, data):
        try:
            self._process.stdin.write(data)
            self._process.stdin.flush()
        except OSError:
            raise Broken('write')

    def say(self, **frame):
        self.write(json.dumps(frame).encode() + b'\n')

    def line(self, patience):
        """The next line, or None after so many seconds."""
        until = time.monotonic() + patience
        while b'\n' not in self._data:
            left = until - time.monotonic()
            if left <= 0:
                return None
            out = self._process.stdout
            if select.select([out], [], [], left)[0]:
                more = os.read(out.fileno(), 65536)
                if not more:
                    raise Broken('end')
                self._data += more
                self.heard = time.monotonic()
        line, self._data = self._data.split(b'\n', 1)
        return line

    def close(self):
        self._process.kill()
        self._process.wait()
        self._process.stdout.close()
        try:
            self._process.stdin.close()
        except OSError:
            pass


class Client:
    """Keeps the last run and sequence, and goes on after them."""

    def __init__(self, config):
        self._config = config
        packed = zlib.compress(support.program().encode())
        self._program = b'%d\n' % len(packed) + packed
        self._known = None
        self.stopping = threading.Event()
        self._asked_to_stop = None

    def run(self):
        """Until the agent said goodbye, or does not say it."""
        while not self._is_overdue():
            channel = Channel(self._config['ssh'] + [self._config['command']])
            try:
                self._boot(channel)
                if self._talk(channel):
                    return
            except Broken as e:
                say({'t': 'link', 'state': 'down', 'why': str(e)})
            finally:
                channel.close()
            time.sleep(PAUSE)

    def _boot(self, channel):
        line = channel.line(BOOT)
        while line is not None and not line.startswith(b'linkscope_agent READY'):
            line = channel.line(BOOT)
        if line is None:
            raise Broken('boot')
        channel.write(self._program)
        channel.say(**dict(self._config['subscribe'], **{'from': self._known}))

    def _talk(self, channel):
        """Whether it ended with a goodbye."""
        renewed = time.monotonic()
        while not self._is_overdue():
            line = channel.line(0.2)
            now = time.monotonic()
            if line is not None and self._take(json.loads(line.decode())):
                return True
            if now - channel.heard > SILENCE:
                raise Broken('silence')
            if now - renewed > RENEW:
                channel.say(t='renew')
                renewed = now
            if self.stopping.is_set() and self._asked_to_stop is None:
                channel.say(t='stop')
                self._asked_to_stop = now
        return False

    def _take(self, frame):
        if frame['t'] == 'subscribed':
            say({'t': 'link', 'state': 'up'})
            if self._known is None or self._known['run'] != frame['run']:
                self._known = {'run': frame['run'], 'seq': 0}
        elif 'q' in frame:
            self._known['seq'] = frame['q']
        elif frame['t'] == 'lost':
            self._known['seq'] = frame['to']
        say(frame)
        return frame['t'] == 'bye' and frame['reason'] == 'stopped'

    def _is_overdue(self):
        return (self._asked_to_stop is not None
                and time.monotonic() - self._asked_to_stop > FAREWELL)


def main():
    client = Client(json.loads(sys.argv[1]))

    def watch_input():
        sys.stdin.read()
        client.stopping.set()
    threading.Thread(target=watch_input, daemon=True).start()
    client.run()


if __name__ == '__main__':
    main()
