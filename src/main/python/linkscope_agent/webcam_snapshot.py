"""Probe webcam.snapshot: would the plugin get a picture, and is it whole?"""
from . import tls, webcam_address, webcam_reply
from .attempt import Failed
from .frozen import FrozenWatch
from .jpeg import Jpeg

MOST_BYTES = 5000000  # the plugin gives up there
MAIN_TARGET = 'webcam'


class WebcamSnapshot:
    """Asks the camera as the plugin does: to it relative means this computer, TLS unverified."""

    first_phase = 'dns'

    def __init__(self, spec, tell_fact):
        self._text = spec.url
        self._auth = spec.auth
        key = 'webcam.frozen' if spec.target == MAIN_TARGET else spec.target + '.webcam.frozen'
        self._frozen = FrozenWatch(lambda value: tell_fact(key, value))
        if spec.url.lower().startswith('https:'):
            tls.context(False)

    def run(self, attempt):
        address = webcam_address.parse(self._text)
        webcam_reply.fetch(attempt, address, self._auth, False,
                           lambda answer: self._picture(attempt, answer))

    def _picture(self, attempt, answer):
        webcam_reply.check_head(attempt, answer)
        media = answer.media_type()
        if answer.headers.get('x-ustreamer-online', '').lower() == 'false':
            raise Failed('no_signal', 'response')
        if 'html' in media:
            raise Failed('not_a_picture', 'response')
        if media.startswith('multipart/'):
            # The plugin would read on until its limit and then complain.
            raise Failed('stream_not_snapshot', 'response')
        picture = Jpeg()
        for piece in answer.pieces():
            picture.feed(piece)
            if picture.size > MOST_BYTES:
                raise Failed('too_large')
        attempt.details['size'] = str(picture.size)
        _check(picture)
        attempt.details['hash'] = '%08x' % picture.crc
        attempt.details['same'] = str(self._frozen.see((picture.crc, picture.size)))


def _check(picture):
    if picture.size == 0:
        raise Failed('empty')
    if not picture.starts():
        html = picture.head.lstrip()[:1] == b'<'
        raise Failed('not_a_picture' if html else 'not_jpeg', 'response' if html else 'body')
    if not picture.whole():
        raise Failed('cut_off')
