"""Apache Spark: the recipe of the docs on a local cluster of two worker processes, one of which is killed."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

import newsparse.arrow
from newsparse.arrow import article_type, parse_batch
from tests.engines.pages import PAGES, check_parquet, die_once, recipe, write_pages

pytestmark = [
    pytest.mark.engines,
    pytest.mark.skipif(shutil.which("java") is None, reason="Spark needs Java"),
]


@pytest.fixture(scope="module")
def spark(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """A session on a cluster of two workers, a core and 1 GB each."""
    sql = pytest.importorskip("pyspark.sql", reason="needs the extra engines")
    root = str(Path(__file__).parents[2])
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", os.pathsep.join(filter(None, [root, os.environ.get("PYTHONPATH")])))
        patch.setenv("PYSPARK_PYTHON", sys.executable)
        patch.setenv("SPARK_LOCAL_IP", "127.0.0.1")
        session = (
            sql.SparkSession.builder.master("local-cluster[2,1,1024]")
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.ui.enabled", "false")
            .config("spark.executorEnv.PYTHONPATH", root)
            .config("spark.sql.execution.arrow.maxRecordsPerBatch", str(max(20, PAGES // 400)))
            .config("spark.sql.files.maxPartitionBytes", "100k")
            .config("spark.local.dir", str(tmp_path_factory.mktemp("spark")))
            .getOrCreate()
        )
        yield session
        session.stop()


@pytest.mark.parametrize("killed", ["Python worker", "executor"])
def test_every_page_comes_through_spark_once_though_a_worker_is_killed(
    spark: Any, tmp_path: Path, killed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_pages(tmp_path / "in")
    flag = str(tmp_path / "killed")
    executor = killed == "executor"

    def parse_and_die(batch: Any) -> Any:
        parsed = parse_batch(batch)
        if f"p{PAGES // 2}" in batch["id"].to_pylist():
            die_once(flag, parent_java() if executor else None)
        return parsed

    monkeypatch.setattr(newsparse.arrow, "parse_batch", parse_and_die)
    exec(recipe("spark"), {"spark": spark, "source": str(tmp_path / "in"), "target": str(tmp_path / "out")})
    assert Path(flag).exists()
    check_parquet(tmp_path / "out")
    kind = pq.read_schema(next((tmp_path / "out").glob("*.parquet"))).field("article").type
    assert {field.name for field in kind} == {field.name for field in article_type()}
    assert pa.types.is_struct(kind)


def parent_java() -> int:
    """The executor above this Python worker: the first ancestor that is a Java process."""
    pid = os.getpid()
    while "java" not in Path(f"/proc/{pid}/cmdline").read_text(encoding="utf-8", errors="replace").split("\0")[0]:
        status = Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
        pid = int(status.split("PPid:")[1].split()[0])
    return pid
