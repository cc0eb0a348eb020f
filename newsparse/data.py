"""The package's data files, read when they are first asked for: `import newsparse` opens none of them."""

from __future__ import annotations

from typing import Any


def read_data(name: str) -> dict[str, Any]:
    """The tables of a TOML file of the package, by its name."""
    # imported here, as they take longer than all of newsparse's own modules
    import tomllib
    from importlib.resources import files

    return tomllib.loads((files("newsparse") / name).read_text(encoding="utf-8"))
