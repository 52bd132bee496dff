"""Stands for OctoPrint: holds connections as it is told on its input, one word a line. With `serve`
it is also the server, for a network of its own."""
import socket
import sys


def main(host, port):
    held, server = [], None
    print('ready', flush=True)
    for line in sys.stdin:
        word = line.strip()
        if word == 'connect':
            held.append(socket.create_connection((host, int(port))))
        elif word == 'move':
            there = held.pop()
            held.append(there.dup())
            there.close()
        elif word == 'serve':
            server = socket.socket()
            server.bind((host, int(port)))
            server.listen(8)
        elif word == 'close':
            while held:
                held.pop().close()
        print('done', flush=True)
    if server:
        server.close()


if __name__ == '__main__':
    main(*sys.argv[1:3])
