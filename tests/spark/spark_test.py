"""The Spark recipe of examples/spark, in a local cluster of two workers, and the DuckDB query over what it wrote.

Run by `npm run spark`, which sets up the Python it needs.
"""
import glob
import json
import os
import pathlib
import stat
import sys
import tempfile
import unittest

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
from pyspark.sql import SparkSession

ROOT = pathlib.Path(__file__).resolve().parents[2]
RECIPE = ROOT / "examples" / "spark"
sys.path.insert(0, str(RECIPE))
import copydesk_job  # noqa: E402

COMMAND = os.environ.get("COPYDESK", str(ROOT / "build" / "release" / "copydesk"))

ARTICLES = [
    {"id": "march", "reference": "2023-03-14",
     "text": "The port will close. “It will cost $3 million and take 40 days,” Orla Smith said.\n\nThe town has £9 million."},
    {"id": "april", "reference": "2023-04-02", "text": "“It will cost $5 million,” Orla Smith said."},
    {"id": "other", "reference": "2023-03-15", "text": "“It will cost $7 million,” Lazlo Quist said."},
    {"id": "wide", "reference": "2022-03-01", "text": "🚢 “We paid €2m for it,” Orla Smith said on Monday."},
]


class SparkRecipe(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        os.environ["PYSPARK_PYTHON"] = sys.executable
        os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, [str(RECIPE), os.environ.get("PYTHONPATH")]))
        cls.spark = (SparkSession.builder.master(os.environ.get("COPYDESK_SPARK", "local-cluster[2,1,1024]"))
                     .config("spark.ui.enabled", "false").config("spark.executorEnv.PYTHONPATH", str(RECIPE))
                     .config("spark.sql.session.timeZone", "UTC").appName("copydesk-test").getOrCreate())
        cls.spark.sparkContext.setLogLevel("ERROR")

    @classmethod
    def tearDownClass(cls):
        cls.spark.stop()

    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.path = pathlib.Path(self.folder.name)

    def run_job(self, source, command=COMMAND, **options):
        target = self.path / "reports"
        copydesk_job.run(self.spark, str(source), str(target), command, **options)
        self.assertTrue((target / "_SUCCESS").exists())
        return {row["id"]: row for row in pq.read_table(target).to_pylist()}, target

    def test_ndjson_with_broken_lines(self):
        source = self.path / "corpus.ndjson"
        lines = [json.dumps(article, ensure_ascii=False) for article in ARTICLES]
        source.write_text("\n".join(lines + ['{"id": "cut", "text":', "", '{"id": "none"}']) + "\n", encoding="utf-8")
        rows, _ = self.run_job(source, partitions=3)
        self.assertEqual(set(rows), {"march", "april", "other", "wide", "none", None})
        self.assertEqual(rows[None]["error"]["code"], "invalid-json")
        self.assertIsNone(rows[None]["quotes"])
        self.assertEqual(rows["none"]["error"]["code"], "invalid-json")
        wide = rows["wide"]
        self.assertIsNone(wide["error"])
        self.assertEqual([number["text"] for number in wide["numbers"]], ["€2m"])
        self.assertEqual(wide["quotes"][0]["name"], "Orla Smith")
        self.assertEqual(wide["dates"][0]["text"], "Monday")
        self.assertEqual(json.loads(wide["report"])["id"], "wide")

    def test_parquet_in_and_the_schema_out(self):
        source = self.path / "corpus"
        source.mkdir()
        pq.write_table(pa.Table.from_pylist(ARTICLES[:2]), source / "a.parquet")
        pq.write_table(pa.Table.from_pylist(ARTICLES[2:]), source / "b.parquet")
        rows, target = self.run_job(source)
        self.assertEqual(len(rows), 4)
        self.assertEqual(rows["march"]["reference"], "2023-03-14")
        written = self.spark.read.parquet(str(target)).schema
        self.assertEqual(written.simpleString(), self.spark.createDataFrame([], copydesk_job.SCHEMA).schema.simpleString())

    def test_an_article_that_ends_the_process_is_a_row(self):
        wrapper = self.path / "fragile"
        wrapper.write_text(f"""#!{sys.executable}
import subprocess, sys
child = subprocess.Popen([{COMMAND!r}, "--ndjson"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
for line in sys.stdin.buffer:
    if b'"id":"other"' in line: sys.exit(9)
    child.stdin.write(line); child.stdin.flush()
    sys.stdout.buffer.write(child.stdout.readline()); sys.stdout.buffer.flush()
""")
        wrapper.chmod(wrapper.stat().st_mode | stat.S_IXUSR)
        source = self.path / "corpus.jsonl"
        source.write_text("".join(json.dumps(article, separators=(",", ":")) + "\n" for article in ARTICLES))
        rows, _ = self.run_job(source, command=str(wrapper))
        self.assertEqual(rows["other"]["error"]["code"], "crashed")
        self.assertEqual([rows[name]["error"] for name in ("march", "april", "wide")], [None] * 3)

    def test_the_figures_that_smith_said_in_march(self):
        source = self.path / "corpus.ndjson"
        source.write_text("".join(json.dumps(article) + "\n" for article in ARTICLES + [{"id": "none"}]))
        _, target = self.run_job(source)
        database = duckdb.connect()
        database.execute("SET VARIABLE reports = $1", [str(target / "*.parquet")])
        found = database.execute((RECIPE / "figures.sql").read_text()).fetchall()
        self.assertEqual([row[:6] for row in found], [
            ("march", "2023-03-14", "Orla Smith", "$3 million", "3000000", "USD"),
            ("wide", "2022-03-01", "Orla Smith", "€2m", "2000000", "EUR"),
        ])


if __name__ == "__main__":
    unittest.main()
