"""Tests on the real engines, each with more than one process and one of them killed: `python -m pytest -n 0 -m engines`."""
