"""Apache Spark: `mapInArrow` on a local cluster of two worker processes, one of which is killed."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

from newsparse.arrow import article_type, parse_batch
from tests.engines.pages import check, die_once, write_pages

pytestmark = [
    pytest.mark.engines,
    pytest.mark.skipif(shutil.which("java") is None, reason="Spark needs Java"),
]


@pytest.fixture
def spark(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Any]:
    """A session on a cluster of two workers, a core and 1 GB each."""
    sql = pytest.importorskip("pyspark.sql", reason="needs the extra spark")
    root = str(Path(__file__).parents[2])
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(filter(None, [root, os.environ.get("PYTHONPATH")])))
    monkeypatch.setenv("PYSPARK_PYTHON", sys.executable)
    monkeypatch.setenv("SPARK_LOCAL_IP", "127.0.0.1")
    session = (
        sql.SparkSession.builder.master("local-cluster[2,1,1024]")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.ui.enabled", "false")
        .config("spark.executorEnv.PYTHONPATH", root)
        .config("spark.sql.execution.arrow.maxRecordsPerBatch", "20")
        .config("spark.local.dir", str(tmp_path / "spark"))
        .getOrCreate()
    )
    yield session
    session.stop()


@pytest.mark.parametrize("killed", ["Python worker", "executor"])
def test_every_page_comes_through_spark_once_though_a_worker_is_killed(spark: Any, tmp_path: Path, killed: str) -> None:
    from pyspark.sql.pandas.types import from_arrow_schema

    write_pages(tmp_path / "in")
    flag = str(tmp_path / "killed")
    executor = killed == "executor"

    def parse(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        for number, batch in enumerate(batches):
            if number == 1:
                die_once(flag, parent_java() if executor else None)
            yield parse_batch(batch)

    pages = spark.read.parquet(str(tmp_path / "in")).repartition(8)
    fields = [*parse_batch(pa.table({"id": ["a"], "url": ["a"], "text": ["a"]})).schema]
    parsed = pages.mapInArrow(parse, from_arrow_schema(pa.schema(fields)))
    parsed.write.parquet(str(tmp_path / "out"))
    assert Path(flag).exists()
    out = spark.read.parquet(str(tmp_path / "out"))
    assert out.where("error is not null").count() == 0
    check([row.asDict() for row in out.selectExpr("id", "article.headline").collect()])
    assert set(out.schema["article"].dataType.names) == {field.name for field in article_type()}


def parent_java() -> int:
    """The executor above this Python worker: the first ancestor that is a Java process."""
    pid = os.getpid()
    while "java" not in Path(f"/proc/{pid}/cmdline").read_text(encoding="utf-8", errors="replace").split("\0")[0]:
        status = Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
        pid = int(status.split("PPid:")[1].split()[0])
    return pid
