"""The window: everything that shows a plan or takes a key. Only this room imports Qt."""

from __future__ import annotations

from painplanner.gui.kept_none import keep_none
from painplanner.gui.plain_imports import use_plain_imports
from painplanner.gui.without_tls import leave_tls_out

keep_none()
use_plain_imports()
leave_tls_out()
