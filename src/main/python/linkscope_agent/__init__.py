"""Linkscope's agent: probes a server and a camera from where it runs, and keeps what it saw in memory.

Runs from memory on python 3.7 or newer with the standard library alone, and writes no file.
"""

VERSION = '0.1.0'
PROTOCOL = 1
