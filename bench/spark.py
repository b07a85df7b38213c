"""NDJSON through the Spark recipe and through the command line, on as many cores: MB a second, and a second of processor time.

    npm run spark -- --bench [MEGABYTES]

The articles are those of tests/articles. Starting Spark is not counted; writing Parquet is.
"""
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import time

from pyspark.sql import SparkSession

ROOT = pathlib.Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "examples" / "spark"))
import copydesk_job  # noqa: E402

COMMAND = os.environ.get("COPYDESK", str(ROOT / "build" / "release" / "copydesk"))


def processor_time():
    """Seconds that this process, its descendants and those of them that have ended have taken (Linux)."""
    parents, times = {}, {}
    for path in pathlib.Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = path.read_text().rpartition(") ")[2].split()
        except OSError:
            continue  # it has ended
        process = int(path.parent.name)
        parents[process] = int(fields[1])
        times[process] = sum(map(int, fields[11:15]))
    own = {os.getpid()}
    while found := {process for process, parent in parents.items() if parent in own and process not in own}:
        own |= found
    return sum(times[process] for process in own) / os.sysconf("SC_CLK_TCK")


def main():
    megabytes = float(sys.argv[1]) if len(sys.argv) > 1 else 100
    cores = os.cpu_count()
    os.environ["PYSPARK_PYTHON"] = sys.executable
    os.environ["PYTHONPATH"] = str(ROOT / "examples" / "spark")
    texts = sorted((ROOT / "examples" / "articles").glob("*.txt"))
    lines = "".join(json.dumps({"id": path.stem, "text": path.read_text(encoding="utf-8")}, ensure_ascii=False) + "\n"
                    for path in texts).encode()
    rounds = max(1, round(megabytes * 1e6 / len(lines)))
    size = rounds * len(lines) / 1e6
    with tempfile.TemporaryDirectory() as folder:
        corpus = pathlib.Path(folder, "corpus.ndjson")
        with corpus.open("wb") as out:
            for _ in range(rounds):
                out.write(lines)
        print(f"{size:.0f} MB of NDJSON, {rounds * len(texts)} articles, {cores} cores", flush=True)

        def tell(name, start):
            seconds, processor = (now - then for now, then in zip((time.perf_counter(), processor_time()), start))
            print(f"{name}: {size / seconds:.1f} MB/s, {size / processor:.1f} MB a second of processor time", flush=True)

        start = time.perf_counter(), processor_time()
        with open(os.devnull, "wb") as sink:
            subprocess.run([COMMAND, "--ndjson", "--jobs", str(cores), str(corpus)], stdout=sink, check=True)
        tell(f"copydesk --jobs {cores}", start)
        spark = SparkSession.builder.master(f"local[{cores}]").config("spark.ui.enabled", "false").getOrCreate()
        spark.sparkContext.setLogLevel("ERROR")
        spark.range(1).collect()
        start = time.perf_counter(), processor_time()
        copydesk_job.run(spark, str(corpus), str(pathlib.Path(folder, "reports")), COMMAND, partitions=2 * cores)
        tell(f"Spark local[{cores}]", start)
        spark.stop()


if __name__ == "__main__":
    main()
