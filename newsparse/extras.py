"""What to say where an extra is missing: the command that installs it where newsparse is."""

from __future__ import annotations

import shlex
import shutil
import sys
from pathlib import Path


def install(extra: str) -> str:
    """The command that installs an extra of newsparse, however newsparse itself was installed.

    A bare `pip` would be another Python's where an environment is used without being activated, and would not find
    there what was installed from a clone.
    """
    command = f"pip install 'newsparse[{extra}]'"
    pip = shutil.which("pip")
    if not sys.executable or (pip and Path(pip).parent == Path(sys.executable).parent):
        return command
    return f"{shlex.quote(sys.executable)} -m {command}"
