"""A camera's program that misbehaves as it is told.

python3 matrix_camera.py ADDRESS PORT FILE: pictures at /?action=snapshot, a film of ten a second at
/?action=stream. FILE holds how it behaves; without it, well. Prints "ready" once it listens, and ends at
the end of its input.
"""
import os
import socket
import sys
import threading
import time

from fakecamera import films, hold, jpeg, parts, recorded, reply

PATIENCE = 25
LARGE = 60000  # bytes: a lit room
DARK = 5000
LOGIN = 'WWW-Authenticate: Basic realm="camera"'


def serve(sock, file, count):
    try:
        with sock:
            sock.settimeout(PATIENCE)
            head = b''
            while b'\r\n\r\n' not in head:
                more = sock.recv(8192)
                if not more:
                    return
                head += more
            act(sock, head.decode('latin-1'), mode(file), count)
    except OSError:
        pass


def mode(file):
    try:
        with open(file) as told:
            return told.read().strip()
    except OSError:
        return 'well'


def act(sock, head, how, count):
    path = head.split(' ')[1]
    if 'action=stream' in path:
        stream(sock, head, how)
    elif 'action=snapshot' not in path:
        sock.sendall(recorded('mjpg-streamer-unknown-path.http'))
    elif how == 'stalls':
        hold(sock)
    elif how == 'login':
        sock.sendall(reply(b'', 401, 'text/plain', [LOGIN]))
    elif how == 'late' and count % 3 == 0:
        time.sleep(7)
    elif how == 'broken':
        sock.sendall(reply(jpeg(count, LARGE)[:LARGE // 2]))
    elif how == 'html':
        sock.sendall(reply(b'<html><body>Camera</body></html>', kind='text/html'))
    elif how == 'empty':
        sock.sendall(reply(b''))
    elif how == 'no_signal':
        sock.sendall(recorded('ustreamer-no-signal.http'))
    elif how == '503':
        sock.sendall(recorded('haproxy-webcam-down.http'))
    else:
        frozen = how in ('frozen', 'dark')
        size = DARK if how == 'dark' else LARGE
        sock.sendall(reply(jpeg(1 if frozen else count, size)))


def stream(sock, head, how):
    if how in ('stalls', 'stream_stalls'):
        sock.sendall(recorded('mjpg-streamer-stalled-stream.http'))
        hold(sock)
    else:
        frozen = how in ('frozen', 'dark')
        picture = (lambda n: jpeg(1, LARGE)) if frozen else (lambda n: jpeg(n, LARGE))
        films(parts(picture=picture), 1 if how == 'stream_slow' else 10, 300)(sock, head)


def main(address, port, file):
    listening = socket.socket()
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listening.bind((address, int(port)))
    listening.listen(64)

    def accept():
        count = 0
        while True:
            sock, _ = listening.accept()
            count += 1
            threading.Thread(target=serve, args=(sock, file, count), daemon=True).start()
    threading.Thread(target=accept, daemon=True).start()
    print('ready', flush=True)
    sys.stdin.read()
    os._exit(0)


if __name__ == '__main__':
    main(*sys.argv[1:])
