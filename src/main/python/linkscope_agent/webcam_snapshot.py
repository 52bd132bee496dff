"""Probe webcam.snapshot: would the plugin get a picture, and is it whole?"""
import threading
import zlib

from . import reply, tls, url
from .attempt import Failed
from .connection import open_url

MOST_BYTES = 5000000  # the plugin gives up there
MOST_REDIRECTS = 5
TAIL = 1024


class WebcamSnapshot:
    """Asks the camera as the plugin does: relative addresses are this computer's, TLS unverified."""

    first_phase = 'dns'

    def __init__(self, spec, tell_fact):
        self._text = full_url(spec.url)
        self._lock = threading.Lock()
        self._last = None
        self._same = 0
        if spec.url.lower().startswith('https:'):
            tls.context(False)

    def run(self, attempt):
        if self._text is None:
            raise Failed('no_url', 'request')
        address = url.parse(self._text)
        for _ in range(MOST_REDIRECTS + 1):
            sock = open_url(attempt, address, verify=False)
            try:
                answer = reply.get(attempt, sock, address)
                if answer.status not in (301, 302, 303, 307, 308):
                    self._picture(attempt, answer)
                    return
                address = url.join(address, answer.headers.get('location', ''))
            finally:
                sock.close()
        raise Failed('redirect', 'response')

    def _picture(self, attempt, answer):
        _check_head(attempt, answer)
        size, crc, head, tail = 0, 0, b'', b''
        for piece in answer.pieces():
            size += len(piece)
            if size > MOST_BYTES:
                raise Failed('too_large')
            crc = zlib.crc32(piece, crc)
            if len(head) < 32:
                head += piece[:32]
            tail = (tail + piece[-TAIL:])[-TAIL:]
        attempt.details['size'] = str(size)
        _check_picture(size, head, tail)
        attempt.details['hash'] = '%08x' % crc
        attempt.details['same'] = str(self._count(crc, size))

    def _count(self, crc, size):
        """How many pictures in a row, this one included, were identical."""
        with self._lock:
            self._same = self._same + 1 if self._last == (crc, size) else 1
            self._last = (crc, size)
            return self._same


def full_url(text):
    """The address that the plugin makes of a setting; None if it is blank."""
    text = text.strip()
    if not text:
        return None
    if url.has_scheme(text):
        return text
    return 'http://localhost/' + (text[1:] if text.startswith('/') else text)


def _check_head(attempt, answer):
    status, media = answer.status, answer.media_type()
    if media:
        attempt.details['type'] = media
    if status == 401:
        raise Failed('login_needed', 'response')
    if status == 404:
        raise Failed('not_found', 'response')
    if status // 100 == 5:
        raise Failed('http_5xx', 'response')
    if status // 100 == 4:
        raise Failed('http_4xx', 'response')
    if status // 100 != 2:
        raise Failed('redirect' if status // 100 == 3 else 'garbage', 'response')
    if answer.headers.get('x-ustreamer-online', '').lower() == 'false':
        raise Failed('no_signal', 'response')
    if 'html' in media:
        raise Failed('not_a_picture', 'response')
    if media.startswith('multipart/'):
        # The plugin would read on until its limit and then complain.
        raise Failed('stream_not_snapshot', 'response')


def _check_picture(size, head, tail):
    if size == 0:
        raise Failed('empty')
    if not head.startswith(b'\xff\xd8'):
        html = head.lstrip()[:1] == b'<'
        raise Failed('not_a_picture' if html else 'not_jpeg', 'response' if html else 'body')
    # Within the picture data ff is always followed by 00 or a marker that is no d9.
    if b'\xff\xd9' not in tail:
        raise Failed('cut_off')
