"""What a printer needs of the internet: a name server and a server behind TLS, always well.

python3 internet.py ADDRESS CERTIFICATE: port 53 answers every name with that address, port 443
answers as the Obico server does without a token. Prints "ready" once both listen, and ends at the
end of its input. Faults happen on the way to it, in the router of the tests.
"""
import socket
import ssl
import struct
import sys
import threading

PATIENCE = 20  # seconds for a client that has vanished
BODY = b'{"error":"Authentication credentials were not provided."}'
REPLY = (b'HTTP/1.1 401 Unauthorized\r\nContent-Type: application/json\r\nConnection: close\r\n'
         b'Content-Length: %d\r\n\r\n%s' % (len(BODY), BODY))


def resolve(sock, address):
    """Names have an IPv4 address and no other."""
    packed = socket.inet_aton(address)
    while True:
        query, sender = sock.recvfrom(4096)
        end = query.index(b'\0', 12) + 5
        question = query[12:end]
        answer = b''
        if question[-4:-2] == b'\0\x01':
            answer = b'\xc0\x0c' + struct.pack('>HHIH', 1, 1, 5, 4) + packed
        head = query[:2] + struct.pack('>5H', 0x8180, 1, 1 if answer else 0, 0, 0)
        try:
            sock.sendto(head + question + answer, sender)
        except OSError:
            pass  # the way back is one of those that the tests cut


def accept(listening, context):
    while True:
        sock, _ = listening.accept()
        threading.Thread(target=serve, args=(sock, context), daemon=True).start()


def serve(sock, context):
    try:
        sock.settimeout(PATIENCE)
        with context.wrap_socket(sock, server_side=True) as secured:
            head = b''
            while b'\r\n\r\n' not in head:
                more = secured.recv(8192)
                if not more:
                    return
                head += more
            secured.sendall(REPLY)
    except OSError:
        pass
    finally:
        sock.close()


def main(address, certificate):
    names = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    names.bind((address, 53))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    listening = socket.socket()
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listening.bind((address, 443))
    listening.listen(128)
    threading.Thread(target=resolve, args=(names, address), daemon=True).start()
    threading.Thread(target=accept, args=(listening, context), daemon=True).start()
    print('ready', flush=True)
    sys.stdin.read()


if __name__ == '__main__':
    main(*sys.argv[1:])
