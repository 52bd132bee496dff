"""Stands for OctoPrint: holds connections as it is told on its input, one word a line."""
import socket
import sys


def main(host, port):
    held = []
    print('ready', flush=True)
    for line in sys.stdin:
        word = line.strip()
        if word == 'connect':
            held.append(socket.create_connection((host, int(port))))
        elif word == 'close':
            while held:
                held.pop().close()
        print('done', flush=True)


if __name__ == '__main__':
    main(*sys.argv[1:3])
