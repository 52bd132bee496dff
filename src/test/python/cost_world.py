"""The little world that costs are measured in: a TLS server, a resolver, a router, authorities.

It is a network, mount and process namespace of its own (unshare(1)), so that nothing of it leaves
this computer, no other agent is met, and nothing of it is left behind. Where that is not allowed,
the name is localhost, the only authority is the tests' own, and there is no router.
"""
import glob
import json
import os
import shutil
import socket
import ssl
import subprocess
import sys
import tempfile
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import faultserver

HERE = os.path.dirname(os.path.abspath(__file__))
CERTS = os.path.join(HERE, 'certs')
MARK = 'LINKSCOPE_COST_ISOLATED'
HOST, ROUTER = 'linkscope.test', '192.0.2.2'
PORT, CAMERA_PORT = 8443, 8480
BODY = json.dumps({'detail': 'Authentication credentials were not provided. '.ljust(1187)})
PICTURE = 40000  # bytes; 640 x 480 of a usual camera
CHOSEN = ('REQUESTS_CA_BUNDLE', 'CURL_CA_BUNDLE', 'SSL_CERT_FILE', 'SSL_CERT_DIR')
NGINX = '''
daemon off; master_process off; worker_processes 1; pid %(tmp)s/nginx.pid;
error_log stderr crit;
events { worker_connections 256; }
http {
  access_log off; client_header_timeout 1h;
  client_body_temp_path %(tmp)s/b; proxy_temp_path %(tmp)s/p;
  fastcgi_temp_path %(tmp)s/f; uwsgi_temp_path %(tmp)s/u; scgi_temp_path %(tmp)s/s;
  server {
    listen 127.0.0.1:%(port)d ssl; listen [::1]:%(port)d ssl; ssl_protocols TLSv1.3;
    ssl_certificate %(cert)s; ssl_certificate_key %(cert)s;
    location / { default_type application/json; return 401 '%(body)s'; }
    location = /ws/dev/ { default_type application/json; return 403 '%(body)s'; }
    location = /hc/ { return 200 'Okay'; }
  }
  server {
    listen 127.0.0.1:%(camera)d; listen [::1]:%(camera)d;
    location / { root %(tmp)s; default_type image/jpeg; }
  }
}
'''


def isolate():
    """Starts this program again in namespaces of its own, if that is allowed."""
    if MARK in os.environ:
        return
    for options in ('-nmpf', '-rnmpf'):
        command = ['unshare', options, '--mount-proc', '--kill-child']
        try:
            if subprocess.call(command + ['true'], stderr=subprocess.DEVNULL) == 0:
                os.environ[MARK] = '1'
                os.execvp('unshare', command + [sys.executable] + sys.argv)
        except OSError:
            return


class World:
    """Everything that a probe meets. `notes` says what could not be as wanted."""

    def __init__(self):
        self.isolated = MARK in os.environ
        self.notes = []
        self.tmp = tempfile.mkdtemp(prefix='linkscope-cost-')
        self._processes = []
        self.host = 'localhost'
        self.bundle = os.path.join(CERTS, 'ca.pem')
        if self.isolated:
            self._network()
            self._run()
            self._authorities()
            self._resolver()
            self.host = HOST
        else:
            self.notes.append('no namespaces here: the name is localhost, from /etc/hosts')
        self._servers()

    def url(self, query=''):
        """Address of the server; `query` tells two probes apart."""
        return 'https://%s:%d/api/v1/octo/printer/%s' % (self.host, PORT, query)

    @staticmethod
    def camera():
        return 'http://127.0.0.1:%d/snapshot.jpg' % CAMERA_PORT

    def environment(self):
        """For the programs that are measured."""
        found = {k: v for k, v in os.environ.items()
                 if k not in (MARK,) + CHOSEN
                 and not k.lower().endswith('_proxy')}
        if not self.isolated:
            found['REQUESTS_CA_BUNDLE'] = found['CURL_CA_BUNDLE'] = self.bundle
        return found

    def close(self):
        for process in self._processes:
            process.kill()
            process.wait()
        shutil.rmtree(self.tmp, ignore_errors=True)

    def _network(self):
        for line in ('link set lo up', 'route add default via %s dev lo onlink' % ROUTER,
                     'addr add %s/32 dev lo' % ROUTER):
            subprocess.check_call(['ip'] + line.split())

    @staticmethod
    def _run():
        """As on Raspberry Pi OS, systemd-timesyncd has set the clock; systemd cannot be asked."""
        subprocess.check_call(['mount', '-t', 'tmpfs', 'tmpfs', '/run'])
        os.makedirs('/run/systemd/timesync')
        with open('/run/systemd/timesync/synchronized', 'w'):
            pass

    def own_copy(self, python):
        """From now on that python maps itself from copies that nobody else has mapped. OpenSSL is
        still shared, here with nginx, as on a printer's computer with sshd."""
        prefix, version = os.path.dirname(os.path.dirname(python)), os.path.basename(python)
        for path in (glob.glob('%s/lib/lib%s*.so.1.0' % (prefix, version))
                     + glob.glob('%s/lib/%s/lib-dynload' % (prefix, version))
                     + [os.path.realpath(python)]):
            copy = os.path.join(self.tmp, '%s-%s' % (version, path.replace('/', '_')))
            if os.path.isdir(path):
                shutil.copytree(path, copy)
            else:
                shutil.copy(path, copy)
            subprocess.check_call(['mount', '--bind', copy, path])

    def _authorities(self):
        """This computer's authorities and the tests' own, where every program looks for them."""
        there = os.path.join(self.tmp, 'certs')
        shutil.copytree('/etc/ssl/certs', there, symlinks=False)
        bundle = os.path.join(there, 'ca-certificates.crt')
        own = os.path.join(CERTS, 'ca.pem')
        with open(bundle, 'ab') as whole, open(own, 'rb') as one:
            whole.write(one.read())
        name = subprocess.check_output(['openssl', 'x509', '-hash', '-noout', '-in', own])
        shutil.copy(own, os.path.join(there, name.decode().strip() + '.0'))
        subprocess.check_call(['mount', '--bind', there, '/etc/ssl/certs'])
        self.bundle = '/etc/ssl/certs/ca-certificates.crt'

    def _resolver(self):
        sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        sock.bind(('127.0.0.1', 53))
        faultserver.say = lambda frame: None
        threading.Thread(target=faultserver.resolve_forever, args=(sock,), daemon=True).start()
        here = os.path.join(self.tmp, 'resolv.conf')
        with open(here, 'w') as conf:
            conf.write('nameserver 127.0.0.1\n')
        subprocess.check_call(['mount', '--bind', here, '/etc/resolv.conf'])

    def _servers(self):
        with open(os.path.join(self.tmp, 'snapshot.jpg'), 'wb') as picture:
            picture.write(b'\xff\xd8' + os.urandom(PICTURE - 4).replace(b'\xff', b'') + b'\xff\xd9')
        nginx = shutil.which('nginx', path=os.environ['PATH'] + ':/usr/sbin')
        if nginx:
            conf = os.path.join(self.tmp, 'nginx.conf')
            with open(conf, 'w') as out:
                out.write(NGINX % {'tmp': self.tmp, 'port': PORT, 'camera': CAMERA_PORT,
                                   'cert': os.path.join(CERTS, 'good.pem'), 'body': BODY})
            command = [nginx, '-p', self.tmp, '-e', 'stderr', '-c', conf]
            if os.getuid() == 0:
                command += ['-g', 'user root;']
        else:
            self.notes.append("nginx is not installed: python's own server answers")
            command = [sys.executable, os.path.abspath(__file__)]
        self._processes.append(subprocess.Popen(command, cwd=self.tmp))
        wait_for_port(PORT)


def wait_for_port(port):
    """Until something listens there, at most 10 s."""
    for _ in range(200):
        try:
            socket.create_connection(('127.0.0.1', port), 1).close()
            return
        except OSError:
            time.sleep(0.05)
    raise AssertionError('nothing listens at port %d' % port)


def pythons():
    """The oldest python that the agent takes and the usual new one: [(name, path)], and notes."""
    root = os.environ.get('PYENV_ROOT') or os.path.expanduser('~/.pyenv')
    found, notes = [], []
    for version in ('3.7', '3.11'):
        places = glob.glob(os.path.join(root, 'versions', version + '*', 'bin', 'python' + version))
        places += [shutil.which('python' + version)]
        works = [path for path in places if path and subprocess.call(
            [path, '-c', 'import ssl'], stderr=subprocess.DEVNULL) == 0]
        if works:
            found.append((version, works[0]))
        else:
            notes.append('python %s is not installed' % version)
    return found or [('.'.join(map(str, sys.version_info[:2])), sys.executable)], notes


class _Handler(BaseHTTPRequestHandler):
    protocol_version = 'HTTP/1.1'

    def do_GET(self):
        status, kind, body = {
            '/snapshot.jpg': (200, 'image/jpeg', b''), '/hc/': (200, 'text/plain', b'Okay'),
            '/ws/dev/': (403, 'application/json', BODY.encode())}.get(
                self.path, (401, 'application/json', BODY.encode()))
        body = body or open('snapshot.jpg', 'rb').read()
        self.send_response(status)
        self.send_header('Content-Type', kind)
        self.send_header('Content-Length', str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


def _serve():
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(os.path.join(CERTS, 'good.pem'))
    secure = ThreadingHTTPServer(('127.0.0.1', PORT), _Handler)
    # The handshake is made by the first reading, on a thread: OctoPrint's stand-in makes none.
    secure.socket = context.wrap_socket(secure.socket, server_side=True,
                                        do_handshake_on_connect=False)
    camera = ThreadingHTTPServer(('127.0.0.1', CAMERA_PORT), _Handler)
    threading.Thread(target=camera.serve_forever, daemon=True).start()
    secure.serve_forever()


if __name__ == '__main__':
    _serve()
