"""Ray Data: the recipe of the docs on a local cluster of two workers, one of which is killed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

import newsparse.arrow
from newsparse.arrow import parse_batch
from tests.engines.pages import PAGES, check_parquet, die_once, recipe, write_pages

pytestmark = pytest.mark.engines


@pytest.fixture
def ray() -> Iterator[Any]:
    """Ray on a cluster of two CPUs."""
    ray = pytest.importorskip("ray", reason="needs the extra engines")
    pytest.importorskip("ray.data", reason="needs the extra engines")
    root = str(Path(__file__).parents[2])
    ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False, runtime_env={"env_vars": {"PYTHONPATH": root}})
    yield ray
    ray.shutdown()


def test_every_page_comes_through_ray_once_though_a_worker_is_killed(
    ray: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_pages(tmp_path / "in")
    flag = str(tmp_path / "killed")

    def parse_and_die(batch: pa.Table) -> pa.Table:
        parsed = parse_batch(batch)
        if f"p{PAGES // 2}" in batch["id"].to_pylist():
            die_once(flag)
        return parsed

    monkeypatch.setattr(newsparse.arrow, "parse_batch", parse_and_die)
    exec(recipe("ray"), {"ray": ray, "source": str(tmp_path / "in"), "target": str(tmp_path / "out")})
    assert Path(flag).exists()
    check_parquet(tmp_path / "out")
