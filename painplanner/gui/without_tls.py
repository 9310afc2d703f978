"""Leaves Python's own OpenSSL out of the window's process: nothing here goes to a network.

What encrypts brings its own (cryptography, SQLCipher), so a third copy would serve only to sum up a few files and to
offer TLS to a library that never asks for it: some 4 MB. Python then uses hashes of its own, where it was built with
them.
"""

from __future__ import annotations

import sys
from importlib.util import find_spec

_OWN_HASHES = ("_md5", "_sha1", "_sha256" if sys.version_info < (3, 12) else "_sha2")


def leave_tls_out() -> None:
    """Let importing it fail, as in a Python that was built without; what was imported before stays."""
    for name, can_do_without in (("ssl", True), ("_hashlib", all(map(find_spec, _OWN_HASHES)))):
        if can_do_without and name not in sys.modules:
            sys.modules[name] = None  # type: ignore[assignment]
