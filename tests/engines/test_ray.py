"""Ray Data: `map_batches` over Arrow tables on a local cluster of two workers, one of which is killed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

from newsparse.arrow import parse_batch
from tests.engines.pages import check, die_once, write_pages

pytestmark = pytest.mark.engines


@pytest.fixture
def data() -> Iterator[Any]:
    """`ray.data` on a cluster of two CPUs."""
    ray = pytest.importorskip("ray", reason="needs the extra ray")
    pytest.importorskip("ray.data", reason="needs the extra ray")
    root = str(Path(__file__).parents[2])
    ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False, runtime_env={"env_vars": {"PYTHONPATH": root}})
    yield ray.data
    ray.shutdown()


def test_every_page_comes_through_ray_once_though_a_worker_is_killed(data: Any, tmp_path: Path) -> None:
    write_pages(tmp_path / "in")
    flag = str(tmp_path / "killed")

    def parse(batch: pa.Table) -> pa.Table:
        if "p30" in batch["id"].to_pylist():
            die_once(flag)
        return parse_batch(batch)

    pages = data.read_parquet(str(tmp_path / "in"))
    pages.map_batches(parse, batch_format="pyarrow", batch_size=20).write_parquet(str(tmp_path / "out"))
    assert Path(flag).exists()
    found = [
        row
        for batch in data.read_parquet(str(tmp_path / "out")).iter_batches(batch_format="pyarrow")
        for row in batch.to_pylist()
    ]
    assert all(row["error"] is None for row in found)
    check([{"id": row["id"], "headline": row["article"]["headline"]} for row in found])
