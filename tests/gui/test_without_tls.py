"""The window holds no TLS, and all it sums up and encrypts still works."""

import hashlib
import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
CODE = """
import json, sys
import painplanner.gui, painplanner.store
from painplanner.core.codec import content_hash
from painplanner.store import keys
found = [name for name in ("ssl", "_ssl", "_hashlib") if sys.modules.get(name)]
made = keys.new_key()
wrap = keys.wrap_key(made, "practice", "person", "calm river")
file = keys.KeyFile(format=keys.FORMAT, practice="practice", wraps=(wrap,))
opened = keys.unlock(keys.read_keys(keys.write_keys(file)), "calm river").key == made
print(json.dumps([found, content_hash(b"plan"), opened]))
"""


def test_the_store_is_opened_without_a_network_library():
    done = subprocess.run([sys.executable, "-c", CODE], cwd=ROOT, capture_output=True, text=True, check=True)
    found, summed, opened = json.loads(done.stdout)
    assert found == []
    assert summed == hashlib.sha256(b"plan").hexdigest()
    assert opened
