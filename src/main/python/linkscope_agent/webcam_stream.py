"""Probe webcam.stream: how many pictures a second come, and how evenly."""
from . import clock, tls, webcam_address, webcam_reply
from .attempt import Failed
from .multipart import Multipart

WINDOW = 3
WINDOW_BYTES = 32 << 20  # about 4K at 10 pictures a second; more would only warm the Pi
DEADLINE_SHARE = 0.9  # of the time left: the attempt ends by itself, before its deadline
DISTINCT_LIMIT = 4096
# Identical pictures mean a stuck camera only where a live one has surely taken several: servers
# repeat a picture to keep a connection busy, and exposures last up to a second.
FROZEN_PICTURES, FROZEN_SECONDS = 5, 2
_KINDS = (('mpegurl', 'hls_unusable'), ('video/', 'video_unusable'), ('html', 'not_a_stream'),
          ('image/', 'not_a_stream'), ('json', 'not_a_stream'))


class WebcamStream:
    """Asks as the plugin and a browser do: one GET, certificates verified, read for a while."""

    first_phase = 'dns'

    def __init__(self, spec, tell_fact):
        self._text = spec.url
        self._auth = spec.auth
        if spec.url.lower().startswith('https:'):
            tls.context(True)

    def run(self, attempt):
        unusable = webcam_address.unusable(self._text)
        if unusable:
            raise Failed(unusable, 'request')
        address = webcam_address.parse(self._text)
        if address.login is not None and not self._auth:
            # The plugin opens streams with urllib, which takes the login for part of the name.
            raise Failed('user_info_in_stream', 'request')
        reader = _Watch(attempt)
        tally = _Tally()
        webcam_reply.fetch(reader, address, self._auth, True,
                           lambda answer: _read(reader, answer, tally))


def _read(watch, answer, tally):
    webcam_reply.check_head(watch, answer)
    media = answer.media_type()
    for part, kind in _KINDS:
        if part in media:
            raise Failed(kind, 'response')
    reader = Multipart()
    start = clock.awake()
    watch.until(start + watch.left() * DEADLINE_SHARE)
    try:
        _pictures(watch, answer, tally, reader, start + WINDOW)
    except Failed as e:
        if e.error_class != 'timeout':
            raise
        if not tally.pictures:
            raise Failed('timeout' if reader.receiving else 'stream_stalled') from None
    finally:
        tally.tell(watch.details, start)
    if reader.plugin_reads is False:
        raise Failed('wrong_format')


def _pictures(watch, answer, tally, reader, end):
    """Reads until the end of the window, but at least one picture."""
    known = answer.media_type().startswith('multipart/')
    for piece in answer.pieces():
        if not known and piece.strip():
            _sniff(piece.lstrip())
            known = True
        now = clock.awake()
        for crc in reader.feed(piece):
            tally.add(crc, now)
            watch.until(end)
        tally.size += len(piece)
        if tally.pictures and (now >= end or tally.size >= WINDOW_BYTES):
            return
    raise Failed('cut_off')


def _sniff(body):
    """What a body without a telling type is."""
    if body.startswith(b'#EXTM3U'):
        raise Failed('hls_unusable', 'response')
    if body[4:8] == b'ftyp':
        raise Failed('video_unusable', 'response')
    if not body.startswith(b'-'):
        raise Failed('not_a_stream', 'response')


class _Tally:
    """What came, and when."""

    def __init__(self):
        self.begun = clock.awake()
        self.pictures = 0
        self.size = 0
        self._first = self._last = 0
        self._gap = 0
        self._distinct = set()

    def add(self, crc, now):
        if self.pictures:
            self._gap = max(self._gap, now - self._last)
        else:
            self._first = now
        self._last = now
        self.pictures += 1
        if len(self._distinct) < DISTINCT_LIMIT:
            self._distinct.add(crc)

    def tell(self, details, start):
        """Writes the figures; what could not be measured is left out."""
        now = clock.awake()
        details['frames'] = str(self.pictures)
        details['kbps'] = '%.0f' % (self.size * 8 / 1000 / max(0.001, now - start))
        if not self.pictures:
            return
        span = self._last - self._first
        details['first_ms'] = '%.0f' % ((self._first - self.begun) * 1000)
        details['gap_ms'] = '%.0f' % (max(self._gap, now - self._last) * 1000)
        details['distinct'] = str(len(self._distinct))
        if self.pictures > 1 and span > 0:
            details['fps'] = '%.1f' % ((self.pictures - 1) / span)
        if self.pictures >= FROZEN_PICTURES and span >= FROZEN_SECONDS:
            details['frozen'] = 'true' if len(self._distinct) == 1 else 'false'


class _Watch:
    """The attempt, with an end of its own before the deadline."""

    def __init__(self, attempt):
        self._attempt = attempt
        self._until = None
        self.enter = attempt.enter
        self.details = attempt.details

    def until(self, when):
        self._until = when if self._until is None else min(self._until, when)

    def left(self, share=1):
        left = self._attempt.left()
        if self._until is not None:
            left = min(left, self._until - clock.awake())
            if left <= 0:
                raise Failed('timeout')
        return left / share
