"""Others that make the same probe: the blackbox exporter of Prometheus, and curl once a probe."""
import http.client
import os
import shutil
import subprocess
import time
import urllib.parse

from cost_contenders import WARM, cpu, memory, paced
from cost_world import wait_for_port

EXPORTER_PORT = 9115
EXPORTER = '''
modules:
  server:
    prober: http
    timeout: 5s
    http:
      valid_status_codes: [401]
      fail_if_not_ssl: true
      preferred_ip_protocol: ip4
      tls_config: {min_version: TLS13}
'''


class Exporter:
    """prometheus-blackbox-exporter, asked over one kept connection."""

    name = 'blackbox exporter'

    def __init__(self, world):
        self.idle_cpu = 0.0
        conf = os.path.join(world.tmp, 'blackbox.yml')
        with open(conf, 'w') as out:
            out.write(EXPORTER)
        self._process = subprocess.Popen(
            ['prometheus-blackbox-exporter', '--config.file=' + conf, '--log.level=error',
             '--web.listen-address=127.0.0.1:%d' % EXPORTER_PORT],
            stderr=subprocess.DEVNULL, env=world.environment())
        wait_for_port(EXPORTER_PORT)
        self._client = http.client.HTTPConnection('127.0.0.1', EXPORTER_PORT, timeout=10)
        self._path = '/probe?' + urllib.parse.urlencode(
            {'module': 'server', 'target': world.url()})

    @staticmethod
    def missing():
        return not shutil.which('prometheus-blackbox-exporter')

    def idle(self, seconds):
        before = cpu(self._process.pid)
        time.sleep(seconds)
        self.idle_cpu = (cpu(self._process.pid) - before) / seconds
        return self.idle_cpu

    def run(self, rate, seconds):
        paced(rate, WARM, self._probe)
        before = cpu(self._process.pid)
        n = paced(rate, seconds, self._probe)
        spent = cpu(self._process.pid) - before
        self.memory = memory(self._process.pid)
        return spent, n

    def close(self):
        self._process.kill()
        self._process.wait()

    def _probe(self):
        self._client.request('GET', self._path)
        assert b'\nprobe_success 1' in self._client.getresponse().read(), 'the probe failed'


class Curl:
    """One process a probe, as a shell script would."""

    name = 'curl, a process a probe'
    idle_cpu = 0.0

    def __init__(self, world):
        self._world = world
        self.memory = {'rss': 0, 'pss': None, 'own': None}

    @staticmethod
    def missing():
        return not shutil.which('curl')

    def idle(self, seconds):
        return 0.0

    def run(self, rate, seconds):
        self._spent = 0.0
        n = paced(rate, seconds, self._probe)
        return self._spent, n

    def close(self):
        pass

    def _probe(self):
        process = subprocess.Popen(
            ['curl', '-s', '-m', '5', '--tlsv1.3', self._world.url()],
            stdout=subprocess.DEVNULL, env=self._world.environment())
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = status
        assert status == 0, 'curl failed'
        self._spent += usage.ru_utime + usage.ru_stime
        self.memory['rss'] = max(self.memory['rss'], usage.ru_maxrss)
