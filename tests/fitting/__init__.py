"""Fits `newsparse/weights.toml`, and measures accuracy with whole publishers left out.

    python -m tests.fitting cv      # fit on some publishers, score on the others; writes nothing
    python -m tests.fitting fit     # fit on all and write newsparse/weights.toml

Needs NewsBench beside the project (../shared/newsbench) and the `dev` extra.
"""
