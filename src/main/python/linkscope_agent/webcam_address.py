"""Which address the plugin makes of a camera setting, and what it can make no picture of."""
import sys

from . import patterns, url
from .attempt import Failed

_SCHEME = patterns.compile(r'([A-Za-z0-9+.-]+):(.*)', patterns.S)
_LETTER = patterns.compile(r'[A-Za-z]')
_UNUSABLE = {'webrtc': 'webrtc_unusable', 'webrtcs': 'webrtc_unusable',
             'rtsp': 'rtsp_unusable', 'rtsps': 'rtsp_unusable'}
_FILES = {'.m3u8': 'hls_unusable', '.mp4': 'video_unusable', '.webm': 'video_unusable'}


def full_url(text, python=sys.version_info):
    """What the plugin asks for; None if the setting is blank."""
    text = text.strip()
    if not text:
        return None
    if scheme(text, python):
        return text
    return 'http://localhost/' + (text[1:] if text.startswith('/') else text)


def scheme(text, python=sys.version_info):
    """What urlparse of that python takes for the scheme; '' if nothing.

    The plugin runs on the same python as a rule. Before 3.11 a scheme may begin with a digit, and
    before 3.9 digits alone after the colon are a port.
    """
    match = _SCHEME.match(text)
    if not match or (python >= (3, 11) and not _LETTER.match(text)):
        return ''
    if python < (3, 9) and match.group(2).isdigit():
        return ''
    return match.group(1).lower()


def parse(text, python=sys.version_info):
    """The Url that a setting leads to; raises Failed `no_url`, `bad_scheme` or `bad_url`."""
    full = full_url(text, python)
    if full is None:
        raise Failed('no_url', 'request')
    if scheme(full, python) not in url.PORTS:
        raise Failed('bad_scheme', 'request')
    return url.parse(full)


def unusable(text):
    """Class of a stream that is no MJPEG, told by its address alone; None if it may be."""
    known = _UNUSABLE.get(scheme(text.strip()))
    path = text.strip().partition('#')[0].partition('?')[0].lower()
    return known or _FILES.get(path[path.rfind('.'):])
