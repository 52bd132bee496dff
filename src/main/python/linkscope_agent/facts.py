"""What can be read about this computer without asking anybody, and how often it is worth it."""
from .fact import absent, known, not_checked  # noqa: F401 - for whoever makes a single fact
from .facts_host import Host
from .facts_kernel import Kernel
from .facts_link import Link
from .facts_power import Power
from .facts_services import Services
from .facts_system import Software, System
from .facts_wifi import Wifi

GROUPS = ((System(), 300), (Link(), 30), (Wifi(), 10), (Power(), 10), (Host(), 30),
          (Kernel(), 60), (Services(), 60), (Software(), 300))
# (reads a group and returns what is new as frames, never raises; seconds between two reads)
SOURCES = tuple((group.news, seconds) for group, seconds in GROUPS)
