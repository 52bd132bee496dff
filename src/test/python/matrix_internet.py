"""An internet whose servers misbehave as they are told: the other end of the fault matrix.

python3 matrix_internet.py ADDRESS FOLDER: a name server at port 53, a proxy at 3128, a web server at
80 and the Obico server at 443, all at that address; two references at 1.1.1.1 and 9.9.9.9; at the last
address but one of the same network the page that a network shows to those who have to sign in. Files
of FOLDER/modes say how each of them behaves; one that is missing means well. Certificates are the
`*.pem` of FOLDER. Prints "ready" once all listen, and ends at the end of its input.
"""
import email.utils
import os
import socket
import ssl
import struct
import sys
import threading
import time

PATIENCE = 25  # seconds for a client that has vanished
REFERENCES = ('1.1.1.1', '9.9.9.9')
RCODES = {'servfail': 2, 'nxdomain': 3, 'refused': 5}
OBICO = b'{"error":"Authentication credentials were not provided."}'
FOREIGN = b'<html><body>It works!</body></html>'
PORTAL = b'<html><body>Welcome to the guest network. Please sign in.</body></html>'
V6 = 'fd00:3::2'


class World:
    def __init__(self, address, folder):
        self.address = address
        self.folder = folder
        self.portal = address.rpartition('.')[0] + '.4'

    def mode(self, name):
        """How somebody behaves just now."""
        try:
            with open(os.path.join(self.folder, 'modes', name)) as file:
                return file.read().strip()
        except OSError:
            return 'well'


def listen(address, port):
    family = socket.AF_INET6 if ':' in address else socket.AF_INET
    listening = socket.socket(family)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listening.bind((address, port))
    listening.listen(128)
    return listening


def serve(listening, handle):
    def accept():
        while True:
            sock, _ = listening.accept()
            threading.Thread(target=guarded, args=(handle, sock), daemon=True).start()
    threading.Thread(target=accept, daemon=True).start()


def guarded(handle, sock):
    try:
        sock.settimeout(PATIENCE)
        handle(sock)
    except (OSError, ValueError):
        pass
    finally:
        sock.close()


def resolve(world, sock):
    while True:
        query, sender = sock.recvfrom(4096)
        mode = world.mode('dns')
        if mode == 'dead':
            continue
        if mode == 'slow':
            threading.Timer(4, answer, (world, sock, query, sender, mode)).start()
        else:
            answer(world, sock, query, sender, mode)


def answer(world, sock, query, sender, mode):
    end = query.index(b'\0', 12) + 5
    question = query[12:end]
    kind = question[-4:-2]
    found = b''
    if mode not in RCODES:
        if kind == b'\0\x01':
            address = world.portal if mode == 'wrong' else world.address
            found = b'\xc0\x0c' + struct.pack('>HHIH', 1, 1, 5, 4) + socket.inet_aton(address)
        elif kind == b'\0\x1c' and mode == 'ipv6':
            packed = socket.inet_pton(socket.AF_INET6, V6)
            found = b'\xc0\x0c' + struct.pack('>HHIH', 28, 1, 5, 16) + packed
    flags = 0x8180 | RCODES.get(mode, 0)
    head = query[:2] + struct.pack('>5H', flags, 1, 1 if found else 0, 0, 0)
    try:
        sock.sendto(head + question + found, sender)
    except OSError:
        pass  # the way back may be cut


def head_of(sock):
    head = b''
    while b'\r\n\r\n' not in head:
        more = sock.recv(8192)
        if not more:
            raise ValueError('nobody asks')
        head += more
    return head.decode('latin-1')


def reply(status, body, kind='application/json', skew=0, more=''):
    date = email.utils.formatdate(time.time() + skew, usegmt=True)
    return ('HTTP/1.1 %s\r\nDate: %s\r\nContent-Type: %s\r\nContent-Length: %d\r\n%s'
            'Connection: close\r\n\r\n' % (status, date, kind, len(body), more)).encode() + body


def obico(world):
    contexts = {}

    def context(name):
        if name not in contexts:
            made = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            made.load_cert_chain(os.path.join(world.folder, name + '.pem'))
            contexts[name] = made
        return contexts[name]

    def handle(sock):
        mode = world.mode('server')
        if mode == 'plain':  # speaks http where https is asked for
            head_or_hello = sock.recv(4096)
            if head_or_hello:
                sock.sendall(reply('400 Bad Request', b'plain http', 'text/plain'))
            return
        if mode == 'closes':
            return
        certificate = world.mode('certificate')
        with context('server' if certificate == 'well' else certificate).wrap_socket(
                sock, server_side=True) as secured:
            speak(world, mode, secured)
    return handle


def speak(world, mode, sock):
    asked = head_of(sock)
    skew = {'past': -40 * 86400}.get(world.mode('clock'), 0)
    upgrade = 'upgrade: websocket' in asked.lower()
    if mode == 'silent' or (upgrade and mode == 'ws_swallowed'):
        time.sleep(PATIENCE)
    elif mode == 'slow':
        time.sleep(12)
    elif mode == 'cut':
        sock.sendall(b'HTTP/1.1 401 Unauthorized\r\nContent-Type: application/json\r\n')
    elif upgrade and mode == 'ws_stripped':
        sock.sendall(reply('400 Bad Request', b'', 'text/plain', skew))
    elif mode in ('500', '502', '503'):
        sock.sendall(reply(mode + ' Failed', b'{}', skew=skew))
    elif mode == '429':
        sock.sendall(reply('429 Too Many Requests', b'{}', skew=skew, more='Retry-After: 2\r\n'))
    elif mode == 'foreign':
        found = asked.split(' ')[1] == '/'
        sock.sendall(reply('200 OK' if found else '404 Not Found', FOREIGN, 'text/html', skew))
    elif upgrade:
        sock.sendall(reply('403 Forbidden', b'', skew=skew))
    elif asked.split(' ')[1].startswith('/hc/'):
        sock.sendall(reply('200 OK', b'Okay', 'text/plain', skew))
    else:
        sock.sendall(reply('401 Unauthorized', OBICO, skew=skew))


def portal(sock):
    head_of(sock)
    sock.sendall(reply('200 OK', PORTAL, 'text/html'))


def portal_secured(world):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(os.path.join(world.folder, 'portal.pem'))

    def handle(sock):
        with context.wrap_socket(sock, server_side=True) as secured:
            portal(secured)
    return handle


def proxy(world):
    def handle(sock):
        if world.mode('proxy') != 'well':
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack('ii', 1, 0))
            return
        target = head_of(sock).split(' ')[1]
        host, _, port = target.rpartition(':')
        del host  # there is but one server
        with socket.create_connection((world.address, int(port)), PATIENCE) as onward:
            sock.sendall(b'HTTP/1.1 200 Connection established\r\n\r\n')
            back = threading.Thread(target=pump, args=(onward, sock), daemon=True)
            back.start()
            pump(sock, onward)
            back.join(PATIENCE)
    return handle


def pump(source, sink):
    try:
        while True:
            data = source.recv(65536)
            if not data:
                break
            sink.sendall(data)
        sink.shutdown(socket.SHUT_WR)
    except OSError:
        pass


def bind(world, sock):
    """STUN's answer to a binding request (RFC 8489, section 14.2)."""
    while True:
        data, sender = sock.recvfrom(2048)
        if len(data) < 20:
            continue
        port = sender[1] ^ 0x2112
        packed = bytes(a ^ b for a, b in
                       zip(socket.inet_aton(sender[0]), b'\x21\x12\xa4\x42'))
        attribute = struct.pack('>HHBBH', 0x0020, 8, 0, 1, port) + packed
        sock.sendto(struct.pack('>HH', 0x0101, len(attribute)) + data[4:20] + attribute, sender)


def datagrams(address, port):
    sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    sock.bind((address, port))
    return sock


def main(address, folder):
    world = World(address, folder)
    for place, task in ((datagrams(address, 53), resolve), (datagrams(address, 19302), bind)):
        threading.Thread(target=task, args=(world, place), daemon=True).start()
    serve(listen(address, 443), obico(world))
    serve(listen(address, 80), portal)
    serve(listen(address, 3128), proxy(world))
    serve(listen(world.portal, 80), portal)
    serve(listen(world.portal, 443), portal_secured(world))
    for reference in REFERENCES:
        serve(listen(reference, 443), lambda sock: sock.recv(1))
    print('ready', flush=True)
    sys.stdin.read()


if __name__ == '__main__':
    main(*sys.argv[1:])
