"""Fuzz the parser, the formats and the viewer, guided by coverage: `python -m tests.fuzz [WHAT] [--seconds N]`.

Starts from the project's own cases and what was found before, changes them as `tests/shapes.py` does or byte by byte,
and keeps what reaches new code. A text that breaks a promise of `tests/invariants.py` is written to
`tests/fuzz/findings/`, where `tests/test_fuzz.py` tries it in every run from then on. With `--corpus`, what reached
new code is kept in a folder, and the next run goes on from there.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import sys
import tempfile
import traceback
from collections.abc import Callable
from pathlib import Path

try:
    import atheris
except ModuleNotFoundError:
    raise ModuleNotFoundError("fuzzing needs atheris: pip install 'newsparse[fuzz]'") from None

with atheris.instrument_imports(include=["newsparse"]):
    import newsparse.arrow
    import newsparse.formats
    import newsparse.view

from tests import invariants
from tests.shapes import CHANGES, ENDS, PAGES, reshape

FINDINGS = Path(__file__).parent / "findings"
LONGEST = 20_000
"""Bytes of the longest text that is tried."""


def formats(text: str) -> None:
    """Every format of the article."""
    invariants.check_formats(newsparse.parse(text))


def view(text: str) -> None:
    """The viewer's page, fragment and terminal."""
    invariants.check_view(text, newsparse.parse(text))


def arrow(text: str) -> None:
    """The way through Arrow."""
    invariants.check_arrow(text, newsparse.parse(text))


TARGETS: dict[str, Callable[[str], object]] = {
    "text": invariants.check_text,
    "formats": formats,
    "view": view,
    "arrow": arrow,
    "everything": invariants.check_everything,
}


def text_of(data: bytes) -> str:
    """The text of some bytes: UTF-8, lone surrogates and all; a byte that is none becomes a lone surrogate too."""
    try:
        return data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return data.decode("utf-8", "surrogateescape")


def mutate(data: bytes, most: int, seed: int) -> bytes:
    """Half of the time a change of lines, half of the time one of bytes."""
    chance = random.Random(seed)
    if chance.random() < 0.5:
        return bytes(atheris.Mutate(data, most))
    changes = [chance.randrange(len(CHANGES)) for _ in range(chance.randint(1, 2))]
    return reshape(text_of(data), changes, chance.choice(ENDS), chance).encode("utf-8", "surrogatepass")[:most]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", nargs="?", choices=TARGETS, default="everything")
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--runs", type=int, default=-1, help="texts to try; no limit unless told otherwise")
    parser.add_argument("--corpus", type=Path, help="a folder to keep what reached new code")
    options = parser.parse_args()
    check = TARGETS[options.what]

    def try_one(data: bytes) -> None:
        text = text_of(data)
        try:
            check(text)
        except Exception:
            traceback.print_exc()
            path = FINDINGS / f"{hashlib.sha256(data).hexdigest()[:12]}.txt"
            path.write_bytes(text.encode("utf-8", "surrogatepass"))
            print(f"written to {path}", file=sys.stderr)
            raise

    with tempfile.TemporaryDirectory() as folder:
        seeds = Path(folder, "seeds")
        seeds.mkdir()
        for number, page in enumerate(PAGES):
            (seeds / str(number)).write_text(page, encoding="utf-8", newline="")
        corpus = options.corpus or Path(folder, "corpus")
        corpus.mkdir(parents=True, exist_ok=True)
        flags = [
            f"-max_len={LONGEST}",
            f"-max_total_time={options.seconds}",
            f"-runs={options.runs}",
            "-timeout=30",
            f"-artifact_prefix={folder}/",
            "-print_final_stats=1",
        ]
        atheris.Setup([sys.argv[0], *flags, str(corpus), str(seeds), str(FINDINGS)], try_one, custom_mutator=mutate)
        atheris.Fuzz()


if __name__ == "__main__":
    main()
